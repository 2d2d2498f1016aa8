"""What the teams promised."""

from __future__ import annotations

from sqlalchemy import select

from hackdesk.event.store import Event
from hackdesk.follow_up.rules import Commitment, CommitmentState, TeamCommitments
from hackdesk.follow_up.tables import CommitmentRow
from hackdesk.teams.tables import TeamRow


def commitments(event: Event) -> tuple[TeamCommitments, ...]:
    """Every team with its commitments; teams that withdrew or merged only where they have some."""
    with event.read() as session:
        rows = session.scalars(select(CommitmentRow).order_by(CommitmentRow.position)).all()
        teams = session.scalars(select(TeamRow).order_by(TeamRow.position, TeamRow.name)).all()
        found = [
            TeamCommitments(team.id, team.name, tuple(commitment_of(r) for r in rows if r.team_id == team.id))
            for team in teams
        ]
        active = {team.id for team in teams if team.state == "active"}
        return tuple(team for team in found if team.commitments or team.team_id in active)


def commitment_of(row: CommitmentRow) -> Commitment:
    """A row as the value everyone above sees."""
    return Commitment(
        row.id, row.team_id, row.who, row.what, row.by_when, row.support, CommitmentState(row.state), row.version
    )
