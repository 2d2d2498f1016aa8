"""What jurors and mentors wrote to the teams, and what of it is released, as the event file says it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.agenda.mentor_queries import mentoring_in
from hackdesk.event.store import Event
from hackdesk.jury.feedback import JUROR, MENTOR, Note, Released, TeamNotes
from hackdesk.jury.queries import contestants_in, jurors_in
from hackdesk.jury.rules import BallotState
from hackdesk.jury.tables import BallotRow, ReleasedNoteRow

#: A note on any other ballot was not meant to reach the team.
_COUNTING = frozenset({BallotState.OPEN.value, BallotState.COMPLETE.value})


def feedback(event: Event) -> tuple[TeamNotes, ...]:
    """All that was written to each team, in the order of pitches."""
    with event.read() as session:
        return feedback_in(session)


def feedback_in(session: Session) -> tuple[TeamNotes, ...]:
    """The same, inside a session."""
    released = {(row.source, row.source_id): _released(row) for row in session.scalars(select(ReleasedNoteRow))}
    notes: dict[UUID, list[Note]] = {}
    for note in (*_jurors_notes(session, released), *_mentors_notes(session, released)):
        if note.text or note.released:
            notes.setdefault(note.team_id, []).append(note)
    return tuple(
        TeamNotes(team.id, team.name, tuple(notes.get(team.id, ())))
        for team in contestants_in(session)
        if team.active or team.id in notes
    )


Keyed = dict[tuple[str, UUID], Released]


def _jurors_notes(session: Session, released: Keyed) -> list[Note]:
    rows: dict[UUID, list[BallotRow]] = {}
    for row in session.scalars(select(BallotRow).order_by(BallotRow.round, BallotRow.id)):
        rows.setdefault(row.juror_id, []).append(row)
    return [
        Note(
            JUROR, row.id, row.team_id, juror.name, row.note.strip() if row.state in _COUNTING else "", row.signed,
            released.get((JUROR, row.id)),
        )
        for juror in jurors_in(session)
        for row in rows.get(juror.id, ())
    ]  # fmt: skip


def _mentors_notes(session: Session, released: Keyed) -> list[Note]:
    """Nobody asked mentors whether they wish to be named, so they are not."""
    found = mentoring_in(session)
    names = {mentor.id: mentor.name for mentor in found.mentors}
    return [
        Note(
            MENTOR, visit.id, visit.team_id, names.get(visit.mentor_id, ""), visit.note.strip(), False,
            released.get((MENTOR, visit.id)),
        )
        for visit in found.visits
    ]  # fmt: skip


def _released(row: ReleasedNoteRow) -> Released:
    return Released(row.text, row.original, row.named, row.at, row.version)
