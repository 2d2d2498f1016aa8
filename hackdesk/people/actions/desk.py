"""What happens at the desk: people come in, and sometimes it was somebody else."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.people import rules
from hackdesk.people.actions.steps import arrive, day_row, take_down, the_row, write_presence
from hackdesk.people.presence import not_back
from hackdesk.people.queries import people_in, person_of, today_in, whoever_has
from hackdesk.people.roll import presence_of
from hackdesk.people.rules import Arrival, ArrivalKind, Draft, Person
from hackdesk.people.tables import AttendanceRow


def check_in(
    event: Event, code: str | tuple[str, ...], *, by: str = "facilitator", day: date | None = None
) -> Arrival:
    """Check in whoever has this badge code (in any case, with spaces) or ticket.

    code: as it was typed, or every way a scan can be read (`Scan.readings`).
    day: the day it counts for; today where it is left out. A second scan and a cancelled registration are
    kinds of arrival and write nothing. Raises UnknownCode.
    """
    with event.change(N_("check in"), by=by) as session:
        return arrive(session, event, whoever_has(session, code), day)


def check_in_after_all(
    event: Event, person_id: UUID, *, by: str = "facilitator", day: date | None = None
) -> Arrival:
    """Check in somebody who had cancelled and came: the registration stands again."""
    with event.change(N_("check in after all"), by=by) as session:
        row = the_row(session, person_id)
        row.cancelled = False
        return arrive(session, event, person_of(session, row), day)


def check_in_all(event: Event, *, by: str = "facilitator", day: date | None = None) -> tuple[Arrival, ...]:
    """Check in everybody who has not cancelled and is not in yet, in one change. Gives the new arrivals."""
    with event.change(N_("check everybody in"), by=by) as session:
        when, now = day or today_in(session, event), event.clock.utc_now()
        arrivals = [rules.arrival(person, when, now, event.station) for person in people_in(session)]
        new = tuple(one for one in arrivals if one.kind is ArrivalKind.IN)
        session.add_all(
            AttendanceRow(person_id=one.person.id, day=when, came_at=now, station=event.station) for one in new
        )
        return new


def undo_check_in(event: Event, person_id: UUID, *, by: str = "facilitator", day: date | None = None) -> Person:
    """Take a check-in back: it was somebody else. Who had left and come back has left again.

    Raises HackDeskError where they are not in.
    """
    with event.change(N_("undo check-in"), by=by) as session:
        row = the_row(session, person_id)
        known = day_row(session, person_id, day or today_in(session, event))
        if known is None:
            raise HackDeskError(N_("{name} is not checked in."), name=row.name)
        presence = presence_of(known)
        if presence.away and presence.here:
            write_presence(known, not_back(presence))
        else:
            session.delete(known)
        session.flush()
        return person_of(session, row)


def register_walk_in(event: Event, draft: Draft, *, by: str = "facilitator", day: date | None = None) -> Arrival:
    """Take down somebody who is not on the list and check them in at once, in one change.

    Raises HackDeskError where there is no name or the address is broken.
    """
    draft, now = rules.checked(draft), event.clock.utc_now()
    with event.change(N_("walk-in"), by=by) as session:
        row = take_down(session, draft, now, walk_in=True, registered_at=now)
        return arrive(session, event, person_of(session, row), day)
