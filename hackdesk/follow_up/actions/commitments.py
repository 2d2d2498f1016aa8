"""Writing down what was promised, and what became of it."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hackdesk.errors import Stale
from hackdesk.event.store import Event
from hackdesk.follow_up import rules
from hackdesk.follow_up.queries import commitment_of
from hackdesk.follow_up.rules import Commitment, CommitmentState, Promise
from hackdesk.follow_up.tables import CommitmentRow
from hackdesk.language import N_


def add_commitment(event: Event, team: UUID, promise: Promise, *, by: str = "facilitator") -> Commitment:
    """Write down a promise, as the team's last. Raises HackDeskError where nobody or nothing is named."""
    promise = rules.checked(promise)
    with event.change(N_("add a commitment"), by=by) as session:
        last = select(func.max(CommitmentRow.position)).where(CommitmentRow.team_id == team)
        position = (session.scalars(last).one() or 0) + 1
        row = CommitmentRow(id=uuid4(), team_id=team, position=position, **asdict(promise))
        session.add(row)
        session.flush()
        return commitment_of(row)


def edit_commitment(
    event: Event, commitment: UUID, promise: Promise, *, seen: int, by: str = "facilitator"
) -> Commitment:
    """Word a promise anew. Raises Stale where it is not as seen, HackDeskError as `add_commitment` does."""
    promise = rules.checked(promise)
    with event.change(N_("edit a commitment"), by=by) as session:
        row = _row(session, commitment, seen)
        for name, value in asdict(promise).items():
            setattr(row, name, value)
        session.flush()
        return commitment_of(row)


def mark_commitment(
    event: Event, commitment: UUID, state: CommitmentState, *, seen: int, by: str = "facilitator"
) -> Commitment:
    """Write down what became of a commitment: done, dropped, or open again. Raises Stale."""
    with event.change(N_("mark a commitment"), by=by) as session:
        row = _row(session, commitment, seen)
        row.state = state
        session.flush()
        return commitment_of(row)


def remove_commitment(event: Event, commitment: UUID, *, seen: int, by: str = "facilitator") -> None:
    """Take out what was never promised. Raises Stale where it is not as seen."""
    with event.change(N_("remove a commitment"), by=by) as session:
        session.delete(_row(session, commitment, seen))


def _row(session: Session, commitment: UUID, seen: int) -> CommitmentRow:
    row = session.get(CommitmentRow, commitment)
    if row is None:
        raise Stale(N_("Somebody has removed this commitment."))
    if row.version != seen:
        raise Stale(
            N_("Somebody has changed “{what}” since you opened it."), what=row.what,
            remedy=N_("Look at it again, then type your change once more."),
        )  # fmt: skip
    return row
