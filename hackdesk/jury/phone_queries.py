"""What one juror's phone may know: their own ballots, the teams' names, the criteria. Nothing of anybody else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select

from hackdesk.event.settings import settings_in
from hackdesk.event.store import Event
from hackdesk.jury.queries import (
    ballot_from,
    closing_revision,
    contestants_in,
    judged_in,
    jurors_in,
    round_in,
)
from hackdesk.jury.rules import Ballot, Contestant, Criterion, Juror
from hackdesk.jury.tables import BallotRow, FinalistRow


@dataclass(frozen=True)
class OwnBallots:
    """A juror's part of one round. ballots: {team id: ballot}, of those begun. closed: nothing changes any more.

    number: the juror's place among all, from 0; all_teams: every team of the round, judged or not. A short code
    counts by these.
    """

    juror: Juror
    number: int
    round: int
    criteria: tuple[Criterion, ...]
    all_teams: tuple[Contestant, ...]
    closed: bool = False
    ballots: Mapping[UUID, Ballot] = field(default_factory=dict)

    @property
    def teams(self) -> tuple[Contestant, ...]:
        """The teams that are judged, in the order of pitches."""
        return tuple(team for team in self.all_teams if team.active)

    def ballot(self, team_id: UUID) -> Ballot:
        """The ballot for a team; an open one of version 0 where none is begun."""
        return self.ballots.get(team_id) or Ballot(self.juror.id, team_id, round=self.round)


def own_ballots(event: Event, juror_id: UUID) -> OwnBallots | None:
    """What a juror's phone shows; None where they are not on the jury any more."""
    with event.read() as session:
        jurors = jurors_in(session)
        number = next((place for place, juror in enumerate(jurors) if juror.id == juror_id), None)
        if number is None:
            return None
        round_ = round_in(session)
        teams = contestants_in(session)
        if round_ == 2:
            finalists = set(session.scalars(select(FinalistRow.team_id)))
            teams = tuple(team for team in teams if team.id in finalists)
        rows = session.scalars(select(BallotRow).filter_by(juror_id=juror_id, round=round_))
        closed = closing_revision(session) is not None or settings_in(session).jury_closed >= round_
        return OwnBallots(
            jurors[number], number, round_, judged_in(session, round_), teams, closed,
            {row.team_id: ballot_from(row) for row in rows},
        )  # fmt: skip


def versions(event: Event, juror_id: UUID) -> dict[UUID, int]:
    """{team id: version of the juror's ballot}, which tells a phone what to read again."""
    with event.read() as session:
        query = select(BallotRow.team_id, BallotRow.version)
        rows = session.execute(query.filter_by(juror_id=juror_id, round=round_in(session)))
        return {row.team_id: row.version for row in rows}
