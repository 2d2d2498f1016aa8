"""Carrying out a proposal in one step that can be undone in one step."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.errors import Stale
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.teams.actions.steps import new_team, seat_of, seats_in, sit_down, stand_up
from hackdesk.teams.proposal import PossibleTeam, Proposal
from hackdesk.teams.queries import board_in
from hackdesk.teams.tables import TeamRow, TopicRow


@dataclass(frozen=True)
class Applied:
    """The receipt of an applied proposal. moved: who sat in another team before; opened, closed: teams."""

    placed: int
    moved: int
    opened: int
    closed: int


def apply_proposal(event: Event, proposal: Proposal, *, by: str = "facilitator") -> Applied:
    """Seat everybody as proposed; teams that are new are added, those left empty withdrawn.

    One journal entry. Who is not part of the proposal stays where they are. Raises Stale where people or
    teams have moved since it was worked out.
    """
    now = event.clock.utc_now()
    with event.change(N_("apply a proposal"), by=by) as session:
        _as_proposed_from(session, proposal)
        plan, seats, opened = proposal.plan, {}, 0
        for planned in proposal.teams:
            seats[planned.team.id] = _team(session, planned.team)
            opened += not planned.team.exists
        session.flush()
        placed = 0
        for person in proposal.problem.people:
            target = seats.get(plan[person.id]) if person.id in plan else None
            if target and target.id != person.seat:
                sit_down(session, person.id, target.id, now)
                placed += 1
            elif target is None and (seat := seat_of(session, person.id)):
                stand_up([seat], now)
        session.flush()
        return Applied(placed, proposal.moved, opened, _close_empty(session, proposal))


def _team(session: Session, team: PossibleTeam) -> TeamRow:
    if team.exists:
        return session.get_one(TeamRow, team.id)
    return new_team(session, team.title, session.get_one(TopicRow, team.topic_id))


def _close_empty(session: Session, proposal: Proposal) -> int:
    """Topics that found nobody stay on record as such; their teams, if any, are withdrawn."""
    closed = 0
    for team in proposal.without_team:
        if team.exists and not seats_in(session, team.id):
            session.get_one(TeamRow, team.id).state = "withdrawn"
            closed += 1
        session.flush()
        others = select(TeamRow.id).where(TeamRow.topic_id == team.topic_id, TeamRow.state == "active")
        if session.scalars(others).first() is None:
            session.get_one(TopicRow, team.topic_id).state = "no_team"
    return closed


def _as_proposed_from(session: Session, proposal: Proposal) -> None:
    """Raises Stale where somebody sits elsewhere than the proposal saw, or a team or topic has closed."""
    places = board_in(session).places
    if any(places.get(team.id) != team.topic_id for team in proposal.problem.teams):
        raise _stale()
    for person in proposal.problem.people:
        seat = seat_of(session, person.id)
        if (seat.team_id if seat else None) != person.seat:
            raise _stale()


def _stale() -> Stale:
    return Stale(
        N_("Teams or topics have changed since this proposal was worked out; nothing was saved."),
        remedy=N_("Propose again."),
    )
