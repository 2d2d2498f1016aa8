"""What a person does to the list of cues, and showing the hall a step of it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.agenda import cues
from hackdesk.agenda.actions.steps import stage_row
from hackdesk.agenda.cues import CueDraft
from hackdesk.agenda.queries import cue_of, cues_in, stage_of
from hackdesk.agenda.rules import Cue, Stage
from hackdesk.agenda.tables import CueRow
from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.store import Event
from hackdesk.language import N_


def add_cue(event: Event, draft: CueDraft, *, after: UUID | None = None, by: str = "facilitator") -> Cue:
    """Prepare a step for the projector, behind the cue `after` or at the end. Raises HackDeskError for an
    empty message."""
    draft = cues.checked(draft)
    with event.change(N_("prepare a step for the projector"), by=by) as session:
        rows = _rows(session)
        ids = [row.id for row in rows]
        at = ids.index(after) + 1 if after in ids else len(rows)
        row = CueRow(id=uuid4(), position=0)
        _write(row, draft)
        session.add(row)
        rows.insert(at, row)
        _number(rows)
        session.flush()
        return cue_of(row)


def edit_cue(event: Event, cue: UUID, draft: CueDraft, *, seen: int, by: str = "facilitator") -> Cue:
    """Word a cue anew. Raises Stale where it is not as seen."""
    draft = cues.checked(draft)
    with event.change(N_("change a step for the projector"), by=by) as session:
        row = _row(session, cue)
        if row.version != seen:
            raise Stale(N_("Somebody has changed this step meanwhile."), remedy=N_("Look at it once more."))
        _write(row, draft)
        session.flush()
        return cue_of(row)


def move_cue(event: Event, cue: UUID, step: int, *, by: str = "facilitator") -> Cue:
    """Move a cue up (−1) or down (1) in the list; at its end it stays."""
    with event.change(N_("move a step for the projector"), by=by) as session:
        rows = _rows(session)
        row = _row(session, cue)
        at = rows.index(row)
        rows.insert(max(0, min(len(rows) - 1, at + step)), rows.pop(at))
        _number(rows)
        session.flush()
        return cue_of(row)


def remove_cue(event: Event, cue: UUID, *, by: str = "facilitator") -> Cue:
    """Take a cue out of the list. What comes next stays what comes next."""
    with event.change(N_("remove a step for the projector"), by=by) as session:
        rows, row, shown = _rows(session), _row(session, cue), stage_row(session)
        removed = cue_of(row)
        at = rows.index(row)
        if shown.cue_id == cue:
            shown.cue_id = rows[at - 1].id if at else None
        session.delete(row)
        _number([other for other in rows if other is not row])
        return removed


def replace_cues(event: Event, drafts: Sequence[CueDraft], *, by: str = "facilitator") -> tuple[Cue, ...]:
    """Put these in the place of the whole list."""
    drafts = [cues.checked(draft) for draft in drafts]
    with event.change(N_("make the list of steps for the projector"), by=by) as session:
        shown = stage_row(session)
        shown.cue_id = None
        for row in _rows(session):
            session.delete(row)
        made = [CueRow(id=uuid4(), position=number) for number in range(1, len(drafts) + 1)]
        for row, draft in zip(made, drafts, strict=True):
            _write(row, draft)
        session.add_all(made)
        session.flush()
        return tuple(cue_of(row) for row in made)


def show_cue(event: Event, cue: UUID, *, by: str = "facilitator") -> Stage:
    """Show the hall this step."""
    with event.change(N_("show something on the projector"), by=by) as session:
        return _show(session, cue_of(_row(session, cue)))


def show_next_cue(event: Event, *, by: str = "facilitator") -> Stage:
    """Show the hall the next step. Raises HackDeskError where there is none."""
    with event.change(N_("show something on the projector"), by=by) as session:
        found = cues.next_cue(cues_in(session), stage_row(session).cue_id)
        if found is None:
            raise HackDeskError(
                N_("There is no next step in the list."), remedy=N_("Add a step, or choose what to show.")
            )
        return _show(session, found)


def _show(session: Session, cue: Cue) -> Stage:
    row = stage_row(session)
    wanted = cues.stage_with(stage_of(row), cue)
    row.view, row.message, row.other_messages = wanted.view, wanted.message, wanted.other_messages
    row.revealed, row.cue_id = wanted.revealed, wanted.cue_id
    return wanted


def _write(row: CueRow, draft: CueDraft) -> None:
    row.view, row.message, row.other_messages, row.note = (
        draft.view, draft.message, draft.other_messages, draft.note
    )  # fmt: skip


def _number(rows: Sequence[CueRow]) -> None:
    for number, row in enumerate(rows, 1):
        row.position = number


def _rows(session: Session) -> list[CueRow]:
    return list(session.scalars(select(CueRow).order_by(CueRow.position)))


def _row(session: Session, cue: UUID) -> CueRow:
    row = session.get(CueRow, cue)
    if row is None:
        raise Stale(N_("Somebody has taken this step out of the list."))
    return row
