"""How a verb opens its file, answers and refuses: JSON or plain words, one sentence on error."""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

import click

from hackdesk import laptop
from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.language import Words, language

P = ParamSpec("P")
R = TypeVar("R")

json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
event_file = click.argument("file", type=click.Path(path_type=Path))


def words() -> Words:
    """The words of this laptop's language."""
    return language(laptop.load().language or "en")


def _(sentence: str, **values: Any) -> str:
    """A sentence in this laptop's language."""
    return words()(sentence, **values)


def refusing(verb: Callable[P, R]) -> Callable[P, R]:
    """A verb that ends with one sentence and exit status 1 where a HackDeskError is raised."""

    @functools.wraps(verb)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return verb(*args, **kwargs)
        except HackDeskError as error:
            click.echo(words().error(error), err=True)
            sys.exit(1)

    return wrapped


@contextmanager
def opened(path: Path) -> Iterator[Event]:
    """The event file, closed again afterwards."""
    event = Event.open(path, station=laptop.station_name(laptop.load()))
    try:
        yield event
    finally:
        event.close()


def answer(value: Any, text: str, as_json: bool) -> None:
    """Print the value as JSON, or the words for people."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_plain) if as_json else text)


def _plain(value: Any) -> Any:
    if isinstance(value, Fraction):
        return float(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID | Path):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")
