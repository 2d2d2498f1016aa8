"""A hall with teams, and a programme to be late in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from builders import FakeClock, an_empty_event

from hackdesk.agenda.rules import ProgrammeItem
from hackdesk.event.store import Event
from hackdesk.teams.tables import TeamRow

MORNING = datetime(2026, 11, 14, 7, 0, tzinfo=UTC)  # nine o'clock in Tallinn


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Event:
    """Three teams, called A, B and C."""
    event = an_empty_event(tmp_path, clock=clock)
    with event.change("add teams") as session:
        session.add_all(TeamRow(name=name, position=number) for number, name in enumerate("ABC"))
    return event


@pytest.fixture
def item() -> Callable[..., ProgrammeItem]:
    """item("Lunch", 60, 90): from so many to so many minutes after nine."""

    def make(title: str, start: int, end: int, **values: object) -> ProgrammeItem:
        values = {"kind": "other", **values}
        starts_at, ends_at = (MORNING + timedelta(minutes=minutes) for minutes in (start, end))
        return ProgrammeItem(uuid4(), title, starts_at=starts_at, ends_at=ends_at, **values)

    return make
