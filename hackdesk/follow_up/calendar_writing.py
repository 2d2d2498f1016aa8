"""The days after an event, read from its file and written as a calendar file."""

from __future__ import annotations

from pathlib import Path

from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.follow_up.aftermath_queries import contacts, promises
from hackdesk.follow_up.calendar_file import Entry, calendar_of, entries
from hackdesk.follow_up.queries import commitments
from hackdesk.language import N_, language


def open_days(event: Event, tag: str = "") -> tuple[Entry, ...]:
    """Every open day, worded in a language; "": the event's own."""
    words = language(tag or settings_of(event).language)
    return entries(commitments(event), contacts(event), promises(event), words)


def write_calendar(event: Event, path: Path, tag: str = "") -> int:
    """Write every open day; gives how many. Raises HackDeskError where the file cannot be written."""
    days = open_days(event, tag)
    try:
        path.write_bytes(calendar_of(settings_of(event).name, days, event.clock.utc_now()))
    except OSError as error:
        raise HackDeskError(
            N_("{name} cannot be written: {reason}."), name=path.name, reason=error.strerror or str(error)
        ) from error
    return len(days)
