"""The values of the programme on paper, gathered from the event."""

from __future__ import annotations

from itertools import groupby

from hackdesk.agenda.queries import programme
from hackdesk.documents.queries import masthead_of
from hackdesk.documents.rules import NothingToPrint
from hackdesk.documents.timetable import Timetable, TimetableDay, TimetableLine
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.language import N_


def programme_of(event: Event) -> Timetable:
    """What the hall sees, for the wall. Raises NothingToPrint where that is nothing."""
    return _timetable(event, staff=False)


def staff_programme_of(event: Event) -> Timetable:
    """Everything, for those who organise. Raises NothingToPrint where there is no programme."""
    return _timetable(event, staff=True)


def _timetable(event: Event, *, staff: bool) -> Timetable:
    settings = settings_of(event)
    shown = [item for item in programme(event) if item.public or staff]
    if not shown:
        raise NothingToPrint(
            N_("There is no programme yet."), remedy=N_("Plan it under Prepare."), where="prepare"
        )
    days = []
    for day, items in groupby(shown, key=lambda item: item.starts_at.astimezone(settings.zone).date()):
        lines = (
            TimetableLine(
                item.starts_at, item.ends_at, item.title, dict(item.other_titles),
                item.responsible if staff else "", item.notes if staff else "", item.public, item.fixed,
            )
            for item in items
        )  # fmt: skip
        days.append(TimetableDay(day, tuple(lines)))
    return Timetable(masthead_of(settings), settings.timezone, tuple(days), staff)
