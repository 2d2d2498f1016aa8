"""An event with groups, and lists as a form tool would write them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from builders import FakeClock, an_empty_event

from hackdesk.event.store import Event
from hackdesk.language import language
from hackdesk.people.actions import BroughtIn, add_groups, bring_in
from hackdesk.people.importing.registrations import Registrations, understood
from hackdesk.people.importing.table import read_table
from hackdesk.people.list_queries import preview


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    opened = an_empty_event(tmp_path, clock=clock, station="door")
    with opened.change("groups") as session:
        add_groups(session, language("en"))
    yield opened
    opened.close()


@pytest.fixture
def listed(tmp_path: Path) -> Callable[..., Path]:
    """A file of these lines, in an encoding."""

    def write(*lines: str, encoding: str = "utf-8", name: str = "list.csv") -> Path:
        path = tmp_path / name
        path.write_bytes("\r\n".join(lines).encode(encoding))
        return path

    return write


@pytest.fixture
def brought(event: Event, listed: Callable[..., Path]) -> Callable[..., BroughtIn]:
    """These lines, brought in."""

    def bring(*lines: str) -> BroughtIn:
        return bring_in(event, preview(event, read_table(listed(*lines))).registrations)

    return bring


@pytest.fixture
def read(listed: Callable[..., Path]) -> Callable[..., Registrations]:
    """These lines, understood."""

    def understand(*lines: str, columns: dict[str, str] | None = None) -> Registrations:
        return understood(read_table(listed(*lines)), columns)

    return understand
