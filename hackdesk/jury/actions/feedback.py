"""The chair gives the jurors' and mentors' words to the teams. What they wrote themselves is never touched."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.store import Event
from hackdesk.jury.actions.steps import refuse_elsewhere
from hackdesk.jury.feedback import Note, trimmed
from hackdesk.jury.feedback_queries import feedback_in
from hackdesk.jury.tables import ReleasedNoteRow
from hackdesk.language import N_


def release_note(
    event: Event, note: Note, text: str | None = None, *, named: bool = False, by: str = "facilitator"
) -> None:
    """Give these words to the team, or other words than were given before. note: as it was read.

    text: as the chair mended it; None: as it was written. named: with the name, where its writer wished it. Raises
    Stale where its writer or another chair changed it meanwhile, HackDeskError for no words or an unwished name.
    """
    kept = trimmed(note.text if text is None else text)
    action = N_("change released words") if note.released else N_("release words to a team")
    with event.change(action, by=by) as session:
        refuse_elsewhere(session)
        if not kept:
            raise HackDeskError(N_("There are no words to release."), remedy=N_("Take them back instead."))
        if named and not note.may_name:
            raise HackDeskError(
                N_("{writer} did not wish to be named."), writer=note.writer,
                remedy=N_("Release it without the name."),
            )  # fmt: skip
        (now,) = _as_they_were_seen(session, [note])
        _write(session, now, kept, named, event.clock.utc_now())


def release_notes(event: Event, notes: Iterable[Note], *, by: str = "facilitator") -> int:
    """Give to their teams, as they were written and without names, all of these that are not released. Gives how
    many. Raises Stale."""
    with event.change(N_("release words to a team"), by=by) as session:
        refuse_elsewhere(session)
        waiting = [note for note in notes if note.released is None and note.text]
        for note in _as_they_were_seen(session, waiting):
            _write(session, note, trimmed(note.text), False, event.clock.utc_now())
    return len(waiting)


def take_back_note(event: Event, source: str, source_id: UUID, *, by: str = "facilitator") -> None:
    """These words are the team's no more. What was printed already stays on paper."""
    with event.change(N_("take released words back"), by=by) as session:
        refuse_elsewhere(session)
        row = _row(session, source, source_id)
        if row is not None:
            session.delete(row)


def _as_they_were_seen(session: Session, notes: Iterable[Note]) -> list[Note]:
    """The notes as they stand. Raises Stale where one is not what was read."""
    standing = {one.key: one for team in feedback_in(session) for one in team.notes}
    found = []
    for note in notes:
        now = standing.get(note.key)
        if now is None or (now.text, now.released) != (note.text, note.released):
            raise Stale(
                N_("Somebody else has changed this since you read it; nothing was saved."),
                remedy=N_("Look at it again and make your change once more."),
            )
        found.append(now)
    return found


def _row(session: Session, source: str, source_id: UUID) -> ReleasedNoteRow | None:
    return session.scalars(select(ReleasedNoteRow).filter_by(source=source, source_id=source_id)).first()


def _write(session: Session, note: Note, text: str, named: bool, at: datetime) -> None:
    row = _row(session, note.source, note.source_id)
    if row is None:
        row = ReleasedNoteRow(source=note.source, source_id=note.source_id)
        session.add(row)
    row.text, row.original, row.named, row.at = text, note.text, named, at
