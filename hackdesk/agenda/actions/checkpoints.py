"""Writing down how far a team is."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.agenda.checkpoints import STEPS
from hackdesk.agenda.tables import CheckpointRow
from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.language import N_


def reach_step(event: Event, team: UUID, step: str, *, note: str = "", by: str = "facilitator") -> None:
    """A team has a step behind it. The first time counts; a note replaces the one before, none leaves it."""
    with event.change(N_("a team reached a step"), by=by) as session:
        row = _row(session, team, step)
        if row is None:
            session.add(CheckpointRow(team_id=team, step=step, at=event.clock.utc_now(), note=note.strip()))
        elif note.strip():
            row.note = note.strip()


def lift_step(event: Event, team: UUID, step: str, *, by: str = "facilitator") -> None:
    """A team does not have a step behind it after all."""
    with event.change(N_("a team is not that far"), by=by) as session:
        row = _row(session, team, step)
        if row is not None:
            session.delete(row)


def _row(session: Session, team: UUID, step: str) -> CheckpointRow | None:
    if step not in STEPS:
        raise HackDeskError(
            N_("There is no step “{step}”."), step=step,
            remedy=N_("The steps are {known}."), known=", ".join(STEPS),
        )  # fmt: skip
    return session.scalar(select(CheckpointRow).where(CheckpointRow.team_id == team, CheckpointRow.step == step))
