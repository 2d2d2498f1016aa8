"""Writing the organisers' own notes. What an entry of the history is called never tells what stands in them."""

from __future__ import annotations

from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from hackdesk.agenda.note_queries import note_of
from hackdesk.agenda.notes import DutyDraft, Note, checked_duty
from hackdesk.agenda.tables import DutyRow, IncidentRow
from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.rows import seen_row
from hackdesk.event.store import Event
from hackdesk.language import N_


def write_note(event: Event, text: str, *, who: str = "", by: str = "facilitator") -> Note:
    """Write a private note, with the time. Raises HackDeskError for an empty one."""
    if not text.strip():
        raise HackDeskError(N_("The note is empty."), remedy=N_("Type what happened."))
    with event.change(N_("note written"), by=by) as session:
        row = IncidentRow(id=uuid4(), at=event.clock.utc_now(), text=text.strip(), who=who.strip())
        session.add(row)
        session.flush()
        return note_of(row)


def edit_note(event: Event, note: UUID, text: str, *, seen: int, by: str = "facilitator") -> Note:
    """Write a note anew; its time stays. Raises Stale."""
    if not text.strip():
        raise HackDeskError(N_("The note is empty."), remedy=N_("Type what happened."))
    with event.change(N_("note changed"), by=by) as session:
        row = seen_row(session, IncidentRow, note, seen)
        row.text = text.strip()
        session.flush()
        return note_of(row)


def settle_note(event: Event, note: UUID, *, settled: bool = True, by: str = "facilitator") -> Note:
    """Nobody has to see to it any more, or somebody has to after all."""
    with event.change(N_("note settled") if settled else N_("note opened again"), by=by) as session:
        row = _note(session, note)
        row.settled_at = (row.settled_at or event.clock.utc_now()) if settled else None
        session.flush()
        return note_of(row)


def add_duty(event: Event, draft: DutyDraft, *, by: str = "facilitator") -> None:
    """Write down who is there from–until. Raises HackDeskError where nobody is named."""
    draft = checked_duty(draft)
    with event.change(N_("duty written down"), by=by) as session:
        session.add(DutyRow(id=uuid4(), **vars(draft)))


def remove_duty(event: Event, duty: UUID, *, by: str = "facilitator") -> None:
    """Take a duty out."""
    with event.change(N_("duty taken out"), by=by) as session:
        row = session.get(DutyRow, duty)
        if row is not None:
            session.delete(row)


def _note(session: Session, note: UUID) -> IncidentRow:
    row = session.get(IncidentRow, note)
    if row is None:
        raise Stale(N_("Somebody has taken this note back."))
    return row
