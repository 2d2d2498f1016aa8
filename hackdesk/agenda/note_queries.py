"""The organisers' own notes, as the file says. Only the notes' own panel and verb ask for them."""

from __future__ import annotations

from sqlalchemy import select

from hackdesk.agenda.notes import Duty, Note, Notes, in_order
from hackdesk.agenda.tables import DutyRow, IncidentRow
from hackdesk.event.store import Event
from hackdesk.people.queries import people_in


def notes(event: Event) -> Notes:
    """Every note and every duty."""
    with event.read() as session:
        people = {person.id: person for person in people_in(session)}
        rows = session.scalars(select(DutyRow).order_by(DutyRow.starts_at, DutyRow.what))
        duties = []
        for row in rows:
            person = people.get(row.person_id) if row.person_id else None
            name, phone = (person.name, row.phone or person.phone) if person else (row.name, row.phone)
            duties.append(
                Duty(row.id, row.starts_at, row.ends_at, name, phone, row.what, row.person_id, row.version)
            )
        written = [note_of(row) for row in session.scalars(select(IncidentRow))]
        return Notes(in_order(written), tuple(duties))


def note_of(row: IncidentRow) -> Note:
    """A row as the value everyone above sees."""
    return Note(row.id, row.at, row.text, row.who, row.settled_at, row.version)
