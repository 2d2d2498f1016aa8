"""How far each team is, as the file says."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from sqlalchemy import select

from hackdesk.agenda.checkpoints import Checkpoint, Progress
from hackdesk.agenda.tables import CheckpointRow
from hackdesk.event.store import Event
from hackdesk.teams.tables import TeamRow


def progress(event: Event) -> tuple[Progress, ...]:
    """Every active team with the steps it has behind it."""
    with event.read() as session:
        done: dict[UUID, dict[str, Checkpoint]] = defaultdict(dict)
        for row in session.scalars(select(CheckpointRow)):
            done[row.team_id][row.step] = Checkpoint(row.step, row.at, row.note)
        rows = session.scalars(
            select(TeamRow).where(TeamRow.state == "active").order_by(TeamRow.position, TeamRow.name)
        )
        return tuple(Progress(row.id, row.name, row.table_name, done[row.id]) for row in rows)
