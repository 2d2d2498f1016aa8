"""The verb that prints: every document as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing
from hackdesk.documents.badge_formats import FORMATS
from hackdesk.documents.badge_values import Badges, BadgeWish, Which
from hackdesk.documents.kinds import KINDS, kind_of, made_ready, print_values
from hackdesk.documents.page_range import pages_in
from hackdesk.documents.rules import revision_of
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.language import N_, language
from hackdesk.people.queries import person_with


@click.command("print", help=f"Make a PDF of one document of FILE: {', '.join(KINDS)}.")
@event_file
@click.argument("document", metavar="DOCUMENT")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="A PDF's path, or a folder.")
@click.option("--language", "tag", default="", help="The document's language; the event's where left out.")
@click.option("--pages", default="", help="Only these pages, like 3-5,8.")
@click.option("--format", "size", default="", help=f"Badges: {', '.join(FORMATS)}.")
@click.option("--not-printed", is_flag=True, help="Badges: only those that were never printed.")
@click.option("--code", "codes", multiple=True, help="Badges: only those of the people with these codes.")
@click.option("--blanks", type=click.IntRange(1, 200), help="Badges: so many without a name instead.")
@click.option("--first-label", type=click.IntRange(1, 10), default=1, help="Badges: the first free label.")
@json_option
@refusing
def print_document(file: Path, document: str, out: Path, tag: str, as_json: bool, **wishes: Any) -> None:
    kind, pages = kind_of(document), pages_in(wishes.pop("pages"))
    with opened(file) as event:
        tag = _known(tag) or settings_of(event).language
        wish = _wish(event, **wishes) if kind.name == "badges" else None
        values = made_ready(event, kind.name, wish)
        path = _target(out, kind.file_name(language(tag)))
        printed = print_values(event, values, kind.name, path, tag, pages)
    said = {"kind": kind.name, "path": printed.path, "pages": printed.pages, "revision": revision_of(values)}
    if isinstance(values, Badges):
        said |= {"badges": len(values.badges), "format": values.format}
    answer(said, _("{path} is ready, pages: {pages}.", path=str(printed.path), pages=printed.pages), as_json)


def _wish(
    event: Event, *, size: str, not_printed: bool, codes: tuple[str, ...], blanks: int | None, first_label: int
) -> BadgeWish:
    """Which badges are wanted. Raises UnknownCode for somebody there is not."""
    which = Which.NEW if not_printed else Which.ALL
    people = frozenset(person_with(event, code).id for code in codes)
    if people:
        which = Which.CHOSEN
    if blanks:
        which = Which.BLANK
    return BadgeWish(which, people, blanks or 0, first_label, size)


def _known(tag: str) -> str:
    """The same tag. Raises HackDeskError for a language whose dates nobody can write."""
    from babel import UnknownLocaleError

    if tag:
        try:
            language(tag).locale.language  # noqa: B018 -- Babel reads the tag only when it is asked
        except (UnknownLocaleError, ValueError) as error:
            raise HackDeskError(
                N_("There is no language “{tag}”."), tag=tag, remedy=N_("Write it like et, en or lv.")
            ) from error
    return tag


def _target(out: Path, name: str) -> Path:
    """Where the PDF goes: where it was said, or into a folder, which is made, under its own name."""
    path = out if out.suffix.lower() == ".pdf" and not out.is_dir() else out / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HackDeskError(
            N_("The folder {folder} cannot be made: {reason}."),
            folder=str(path.parent), reason=error.strerror or str(error),
        ) from error  # fmt: skip
    return path


COMMANDS = {"print": print_document}
