"""The second round: who is in it, and the way back to the first."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.jury.actions.steps import refuse_when_sealed
from hackdesk.jury.queries import contestants_in, judged_in
from hackdesk.jury.rules import BallotState, Contestant, Locked
from hackdesk.jury.tables import BallotRow, FinalistRow, marked_in_second_round
from hackdesk.language import N_

#: Fewer are no round.
LEAST = 2


def choose_finalists(event: Event, teams: Iterable[UUID], *, by: str = "facilitator") -> tuple[Contestant, ...]:
    """These teams are judged once more; the first round is closed from now on. During it: these and no others.
    Whoever was recused from one of them is so again.

    Raises Locked (results sealed, or a team with marks of the second round would leave it), HackDeskError for
    fewer than two teams, one that is not judged, or where no criterion counts in the second round.
    """
    wanted = tuple(dict.fromkeys(teams))
    with event.change(N_("choose the finalists"), by=by) as session:
        refuse_when_sealed(session)
        known = {team.id: team for team in contestants_in(session)}
        if len(wanted) < LEAST:
            raise HackDeskError(
                N_("A second round needs at least two finalists."), remedy=N_("Choose one team more.")
            )
        if any(team not in known or not known[team].active for team in wanted):
            raise HackDeskError(N_("One of these teams is not judged any more."), remedy=N_("Choose again."))
        if not judged_in(session, 2):
            raise HackDeskError(
                N_("No criterion counts in the second round."), remedy=N_("Say under Prepare which ones do.")
            )
        rows = {row.team_id: row for row in session.scalars(select(FinalistRow))}
        marked = {row.team_id for row in marked_in_second_round(session)}
        for team, row in rows.items():
            if team in wanted:
                continue
            if team in marked:
                raise Locked(
                    N_("“{team}” has marks of the second round already, so it stays among the finalists."),
                    team=known[team].name,
                )
            session.delete(row)
        for position, team in enumerate(wanted, 1):
            if team not in rows:
                session.add(FinalistRow(team_id=team, position=position))
            elif rows[team].position != position:
                rows[team].position = position
        _carry_recusals(session, [team for team in wanted if team not in rows])
    return tuple(known[team] for team in wanted)


def end_second_round(event: Event, *, by: str = "facilitator") -> None:
    """Back to the first round, which takes ballots again. Raises Locked once there are marks of the second."""
    with event.change(N_("go back to the first round"), by=by) as session:
        refuse_when_sealed(session)
        if marked_in_second_round(session):
            raise Locked(
                N_("The second round has marks already, so there is no way back to the first."),
                remedy=N_("Finish it, or take these marks away one by one."),
            )
        for row in session.scalars(select(FinalistRow)):
            session.delete(row)
        for ballot in session.scalars(select(BallotRow).where(BallotRow.round == 2)):
            session.delete(ballot)


def _carry_recusals(session: Session, teams: Iterable[UUID]) -> None:
    """Whoever was too close to a team in the first round is so in the second."""
    of_these = BallotRow.team_id.in_(list(teams))
    begun = {(row.juror_id, row.team_id) for row in session.scalars(select(BallotRow).where(BallotRow.round == 2))}
    recused = select(BallotRow).where(BallotRow.round == 1, BallotRow.state == BallotState.RECUSED, of_these)
    for row in session.scalars(recused):
        if (row.juror_id, row.team_id) not in begun:
            session.add(
                BallotRow(
                    juror_id=row.juror_id, team_id=row.team_id, round=2, state=BallotState.RECUSED,
                    reason=row.reason, marks={}, note="", way=row.way, entered_by=row.entered_by, device="",
                    sent=0, second_marks={}, second_by="",
                )
            )  # fmt: skip
