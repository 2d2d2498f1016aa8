"""When people left, and days put right by hand: who was here but never scanned, times that nobody noted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_in
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.people import presence as rules
from hackdesk.people.actions.steps import day_row, the_row, write_presence
from hackdesk.people.presence import Presence
from hackdesk.people.queries import person_of, row_with, today_in
from hackdesk.people.roll import presence_of
from hackdesk.people.rules import Person
from hackdesk.people.tables import AttendanceRow, PersonRow


@dataclass(frozen=True)
class Departure:
    """The receipt of somebody leaving. day: the one that ended for them."""

    person: Person
    day: date
    at: datetime


def leave(event: Event, person_id: UUID, *, by: str = "facilitator") -> Departure:
    """They go home, or out for a while; a scan brings them back. Raises HackDeskError where they are not here."""
    with event.change(N_("leaving"), by=by) as session:
        return _leave(session, event, the_row(session, person_id))


def leave_with(event: Event, code: str, *, by: str = "facilitator") -> Departure:
    """The same for whoever has this badge code. Raises UnknownCode too."""
    with event.change(N_("leaving"), by=by) as session:
        return _leave(session, event, row_with(session, code))


def was_here(event: Event, person_id: UUID, day: date, times: str = "", *, by: str = "facilitator") -> Person:
    """Write down by hand that somebody was here on a day and was never scanned.

    times: as presence.typed reads them; left out where nobody knows the hour. Raises HackDeskError for a day
    that is not of the event or still to come, and where they are on that day already.
    """
    with event.change(N_("add to a day by hand"), by=by) as session:
        row = the_row(session, person_id)
        settings, now = settings_in(session), event.clock.utc_now()
        if day not in settings.days:
            raise HackDeskError(N_("{day} is not a day of the event."), day=day)
        if rules.day_begins(day, settings.zone) > now:
            raise HackDeskError(N_("{day} is still to come."), day=day)
        if day_row(session, person_id, day) is not None:
            raise HackDeskError(N_("{name} is on that day already."), name=row.name)
        presence = Presence(day, rules.day_begins(day, settings.zone), event.station, by_hand=True)
        if times.strip():
            presence = rules.of_stays(presence, rules.typed(times, day, settings.zone, now))
        made = AttendanceRow(person_id=row.id, day=day, station=event.station)
        write_presence(made, presence)
        session.add(made)
        session.flush()
        return person_of(session, row)


def correct_times(
    event: Event, person_id: UUID, day: date, times: str, *, seen: str, by: str = "facilitator"
) -> Person:
    """Write when somebody was here on a day as it was typed, absences among it.

    seen: the times the field began with. Raises HackDeskError for times that cannot be, for a day they were not
    here, and where another desk has written other times meanwhile.
    """
    with event.change(N_("correct the times of a day"), by=by) as session:
        row = the_row(session, person_id)
        known = _the_day(session, row, day)
        zone, presence = settings_in(session).zone, presence_of(known)
        current = rules.written(presence, zone)
        if current != seen:
            raise HackDeskError(
                N_("Another desk has just written other times for {name}: {times}. Nothing was saved."),
                name=row.name, times=current or "–", remedy=N_("Look at them and make your change once more."),
            )  # fmt: skip
        if times.strip() != seen:
            stays = rules.typed(times, day, zone, event.clock.utc_now())
            write_presence(known, rules.of_stays(presence, rules.as_exact(stays, presence.stays)))
        session.flush()
        return person_of(session, row)


def was_not_here(event: Event, person_id: UUID, day: date, *, by: str = "facilitator") -> Person:
    """Take somebody out of a day with all its times. Raises HackDeskError where they were not here."""
    with event.change(N_("take out of a day"), by=by) as session:
        row = the_row(session, person_id)
        session.delete(_the_day(session, row, day))
        session.flush()
        return person_of(session, row)


def _leave(session: Session, event: Event, row: PersonRow) -> Departure:
    settings, now = settings_in(session), event.clock.utc_now()
    person, today = person_of(session, row), today_in(session, event)
    presence = rules.leaving(person.presences, today, now.astimezone(settings.zone))
    if presence is None:
        left = person.on(today)
        if left is None or left.left_at is None:
            raise HackDeskError(N_("{name} is not checked in."), name=row.name)
        raise HackDeskError(
            N_("{name} left at {time}."), name=row.name, time=f"{left.left_at.astimezone(settings.zone):%H:%M}"
        )
    gone = rules.gone(presence, now)
    write_presence(day_row(session, row.id, presence.day), gone)
    session.flush()
    return Departure(person_of(session, row), presence.day, gone.left_at or now)


def _the_day(session: Session, row: PersonRow, day: date) -> AttendanceRow:
    known = day_row(session, row.id, day)
    if known is None:
        raise HackDeskError(N_("{name} is not on that day any more."), name=row.name)
    return known
