"""What a person does to the programme: plan, begin, end, shift."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.agenda import rules
from hackdesk.agenda.queries import item_of, programme_in
from hackdesk.agenda.rules import Planned, ProgrammeItem
from hackdesk.agenda.shifting import Shift, shifted
from hackdesk.agenda.tables import ProgrammeItemRow
from hackdesk.errors import Stale
from hackdesk.event.store import Event
from hackdesk.language import N_


def add_programme(session: Session, items: Iterable[Planned]) -> None:
    """The step that puts items into the programme. Raises HackDeskError for one that cannot be."""
    session.add_all(ProgrammeItemRow(id=uuid4(), **asdict(rules.checked(planned))) for planned in items)


def add_item(event: Event, planned: Planned, *, by: str = "facilitator") -> ProgrammeItem:
    """Put one item into the programme. Raises HackDeskError where it has no title or ends before it starts."""
    row = ProgrammeItemRow(id=uuid4(), **asdict(rules.checked(planned)))
    with event.change(N_("add a programme item"), by=by) as session:
        session.add(row)
        session.flush()
        return item_of(row)


def edit_item(event: Event, item: UUID, planned: Planned, *, seen: int, by: str = "facilitator") -> ProgrammeItem:
    """Plan an item anew. Raises Stale where it is not as seen, HackDeskError as `add_item` does."""
    planned = rules.checked(planned)
    with event.change(N_("edit a programme item"), by=by) as session:
        row = item_row(session, item, seen)
        if row.starts_at != planned.starts_at:
            row.moved = 0
        for name, value in asdict(planned).items():
            setattr(row, name, value)
        session.flush()
        return item_of(row)


def remove_item(event: Event, item: UUID, *, seen: int, by: str = "facilitator") -> None:
    """Take an item out of the programme. Raises Stale where it is not as seen."""
    with event.change(N_("remove a programme item"), by=by) as session:
        session.delete(item_row(session, item, seen))


def start_item(event: Event, item: UUID, *, by: str = "facilitator") -> ProgrammeItem:
    """Write down that an item begins now; what was running ends. One that ended goes on."""
    now = event.clock.utc_now()
    with event.change(N_("start a programme item"), by=by) as session:
        row = item_row(session, item)
        for other in session.scalars(select(ProgrammeItemRow).where(ProgrammeItemRow.id != item)):
            if other.started_at and not other.ended_at:
                other.ended_at = now
        row.started_at, row.ended_at = row.started_at or now, None
        session.flush()
        return item_of(row)


def end_item(event: Event, item: UUID, *, by: str = "facilitator") -> ProgrammeItem:
    """Write down that an item ends now. The first end counts."""
    with event.change(N_("end a programme item"), by=by) as session:
        row = item_row(session, item)
        row.ended_at = row.ended_at or event.clock.utc_now()
        session.flush()
        return item_of(row)


def shift_rest(event: Event, minutes: int, *, first: UUID | None = None, by: str = "facilitator") -> Shift:
    """Move the rest of the day up to the next fixed item. first: where it begins; else what is on is stretched.

    Raises HackDeskError where there is no room.
    """
    with event.change(N_("shift the programme"), by=by) as session:
        shift = shifted(programme_in(session), minutes, event.clock.utc_now(), first)
        for item in shift.moved:
            row = session.get_one(ProgrammeItemRow, item.id)
            row.starts_at, row.ends_at, row.moved = item.starts_at, item.ends_at, item.moved
        return shift


def item_row(session: Session, item: UUID, seen: int | None = None) -> ProgrammeItemRow:
    """The step that finds an item. Raises Stale where it is gone or not as seen."""
    row = session.get(ProgrammeItemRow, item)
    if row is None:
        raise Stale(N_("Somebody has taken this item out of the programme."))
    if seen is not None and row.version != seen:
        raise Stale(
            N_("Somebody has changed “{title}” since you opened it."), title=row.title,
            remedy=N_("Look at it again, then type your change once more."),
        )  # fmt: skip
    return row
