"""What is asked where finalists are chosen: how the first round ended, and who is in the second."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from hackdesk.event.store import Event
from hackdesk.jury import ranking
from hackdesk.jury.queries import Progress, closing_revision, judging_in, method_in, round_in
from hackdesk.jury.ranking import Results
from hackdesk.jury.rules import BallotState, Contestant
from hackdesk.jury.tables import FinalistRow, marked_in_second_round


@dataclass(frozen=True)
class FinalistsShown:
    """round: the one the jury is in. first: the first round's ballots, results: its places.

    finalists: as they were chosen. marked: those with marks of the second round, which stay.
    """

    round: int
    first: Progress
    results: Results
    finalists: tuple[Contestant, ...] = ()
    marked: frozenset[UUID] = frozenset()

    @property
    def open_ballots(self) -> int:
        """How many ballots of the first round are open."""
        return sum(one.state is BallotState.OPEN for one in self.results.missing)


def finalists_shown(event: Event) -> FinalistsShown:
    """How the first round ended, and who is in the second one, where there is one."""
    with event.read() as session:
        judging, closing = judging_in(session, 1), closing_revision(session)
        results = ranking.results(judging, method_in(session))
        rows = session.scalars(select(FinalistRow.team_id).order_by(FinalistRow.position))
        known = {team.id: team for team in judging.teams}
        finalists = tuple(known[team] for team in rows if team in known)
        marked = frozenset(row.team_id for row in marked_in_second_round(session))
        number = round_in(session)
    ballots = {(one.juror_id, one.team_id): one for one in judging.ballots}
    first = Progress(judging, closing.number if closing else None, ballots)
    return FinalistsShown(number, first, results, finalists, marked)
