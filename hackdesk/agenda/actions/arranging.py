"""What a person does to the shape of the programme: move, change places, put between, split, make room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from hackdesk.agenda import arranging, rules, template
from hackdesk.agenda.actions.programme import add_programme, item_row
from hackdesk.agenda.arranging import Inserted
from hackdesk.agenda.queries import item_of, programme_in
from hackdesk.agenda.rules import Planned, ProgrammeItem
from hackdesk.agenda.shifting import Shift
from hackdesk.agenda.tables import ProgrammeItemRow
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_in
from hackdesk.event.store import Event
from hackdesk.language import N_, language


def begin_programme(event: Event, items: tuple[template.TemplateItem, ...], *, by: str = "facilitator") -> int:
    """Fill the programme from a template, on the event's days and in its language. Gives how many were added."""
    with event.change(N_("take a programme from a template"), by=by) as session:
        settings = settings_in(session)
        planned = template.planned(items, settings.days, settings.zone, language(settings.language))
        add_programme(session, planned)
        return len(planned)


def move_item(event: Event, item: UUID, starts_at: datetime, *, by: str = "facilitator") -> ProgrammeItem:
    """Plan an item for another time, as long as it was. Raises HackDeskError where it is fixed or has begun."""
    return _rearranged(event, N_("move a programme item"), item, lambda one: starts_at, by)


def nudge_item(event: Event, item: UUID, minutes: int, *, by: str = "facilitator") -> ProgrammeItem:
    """Plan an item some minutes later or earlier than it is now. Raises HackDeskError as `move_item` does."""
    step = timedelta(minutes=minutes)
    return _rearranged(event, N_("move a programme item"), item, lambda one: one.starts_at + step, by)


def _rearranged(
    event: Event, action: str, item: UUID, wanted: Callable[[ProgrammeItem], datetime], by: str
) -> ProgrammeItem:
    with event.change(action, by=by) as session:
        row = item_row(session, item)
        now = item_of(row)
        arranging.refuse_unmovable(now)
        _keep(session, [arranging.moved_to(now, wanted(now))])
        session.flush()
        return item_of(row)


def end_item_at(event: Event, item: UUID, ends_at: datetime, *, by: str = "facilitator") -> ProgrammeItem:
    """Plan an item shorter or longer. Raises HackDeskError where it would end before it starts."""
    with event.change(N_("change the length of a programme item"), by=by) as session:
        row = item_row(session, item)
        _keep(session, [rules.checked_times(replace(item_of(row), ends_at=ends_at))])
        session.flush()
        return item_of(row)


def change_places(event: Event, item: UUID, step: int, *, by: str = "facilitator") -> tuple[ProgrammeItem, ...]:
    """Let an item change places with the one before (-1) or after (1) it. Raises HackDeskError where it cannot."""
    with event.change(N_("change the places of two programme items"), by=by) as session:
        changed = arranging.places_changed(programme_in(session), item_of(item_row(session, item)), step)
        _keep(session, changed)
        return changed


def insert_item(event: Event, planned: Planned, *, by: str = "facilitator") -> Inserted:
    """Put an item between others: what follows moves as far as it must, a fixed item stays.

    Where that leaves no room, it is put in all the same, and the receipt says why it overlaps.
    """
    row = ProgrammeItemRow(id=uuid4(), **asdict(rules.checked(planned)))
    with event.change(N_("add a programme item"), by=by) as session:
        session.add(row)
        session.flush()
        added = item_of(row)
        if not any(arranging.clash(added, one) for one in programme_in(session) if one.id != added.id):
            return Inserted(added)
        try:
            room = arranging.with_room(programme_in(session), added)
        except HackDeskError as error:
            return Inserted(added, refused=error)
        _keep(session, room.moved)
        return Inserted(added, room)


def make_room(event: Event, item: UUID, *, by: str = "facilitator") -> Shift:
    """Move what an item overlaps until it is over, and what that pushes. Raises HackDeskError for no room."""
    with event.change(N_("make room in the programme"), by=by) as session:
        room = arranging.with_room(programme_in(session), item_of(item_row(session, item)))
        _keep(session, room.moved)
        return room


def split_item(event: Event, item: UUID, *, by: str = "facilitator") -> tuple[ProgrammeItem, ProgrammeItem]:
    """Make two items of one, both called as it was. Raises HackDeskError where it is over or too short."""
    with event.change(N_("split a programme item"), by=by) as session:
        row = item_row(session, item)
        whole = item_of(row)
        middle = arranging.split_at(whole)
        second = ProgrammeItemRow(id=uuid4(), **asdict(replace(rules.planned_of(whole), starts_at=middle)))
        row.ends_at = middle
        session.add(second)
        session.flush()
        return item_of(row), item_of(second)


def note_times(
    event: Event, item: UUID, started_at: datetime | None, ended_at: datetime | None, *, seen: int,
    by: str = "facilitator",
) -> ProgrammeItem:  # fmt: skip
    """Write down when an item really began and ended, where Start or End was forgotten. None: not yet.

    Raises Stale where it is not as seen, HackDeskError where it would end before it began.
    """
    if ended_at and (started_at is None or ended_at < started_at):
        raise HackDeskError(N_("It cannot end before it began."), remedy=N_("Type when it began first."))
    with event.change(N_("note when a programme item was"), by=by) as session:
        row = item_row(session, item, seen)
        row.started_at, row.ended_at = started_at, ended_at
        session.flush()
        return item_of(row)


def _keep(session: Session, items: Iterable[ProgrammeItem]) -> None:
    for item in items:
        row = session.get_one(ProgrammeItemRow, item.id)
        row.starts_at, row.ends_at, row.moved = item.starts_at, item.ends_at, item.moved
