"""A proposal on the board, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from hackdesk.teams.proposal import PlannedTeam, Proposal
from hackdesk.teams.queries import Board
from hackdesk.teams.rules import Member, Team, in_order


@dataclass(frozen=True)
class Preview:
    """The board as it would be. coming: people who would sit down or move; closing: teams that would end."""

    board: Board
    coming: frozenset[UUID]
    closing: tuple[Team, ...]


def preview(board: Board, proposal: Proposal) -> Preview:
    """How the board would look once the proposal is applied. Who is no part of it stays."""
    people = {member.person_id: member for team in board.teams for member in team.members}
    people.update({member.person_id: member for member in board.unplaced})
    planned = {plan.team.id: plan for plan in proposal.teams}
    seats = proposal.plan
    concerned = {person.id for person in proposal.problem.people}
    staying = {
        team.id: tuple(member for member in team.members if member.person_id not in concerned)
        for team in board.teams
    }
    there = [_planned(team, planned.pop(team.id, None), staying[team.id], people) for team in board.teams]
    topics = {topic.id: topic for topic in board.topics}
    opened = [
        _planned(Team(plan.team.id, plan.team.title, topics[plan.team.topic_id]), plan, (), people)
        for plan in planned.values()
    ]
    left = {team.id for team in proposal.without_team}
    closing = tuple(team for team in there if team.id in left and not team.members)
    return Preview(
        board=replace(
            board,
            teams=tuple(team for team in (*there, *opened) if team not in closing),
            unplaced=tuple(member for member in board.unplaced if member.person_id not in concerned)
            + tuple(people[id_] for id_ in proposal.unplaced if id_ in people),
        ),
        coming=frozenset(p.id for p in proposal.problem.people if p.id in seats and seats[p.id] != p.seat),
        closing=closing,
    )


def still_fits(board: Board, proposal: Proposal) -> bool:
    """Whether everybody the proposal is about still sits where it saw them, and its teams can still come about."""
    seats = {member.person_id: team.id for team in board.teams for member in team.members}
    places = board.places
    return all(seats.get(person.id) == person.seat for person in proposal.problem.people) and all(
        places.get(team.id) == team.topic_id for team in proposal.problem.teams
    )


def _planned(
    team: Team, plan: PlannedTeam | None, staying: tuple[Member, ...], people: Mapping[UUID, Member]
) -> Team:
    coming = [people[id_] for id_ in plan.members if id_ in people] if plan else []
    here = {member.person_id for member in team.members}
    seated = [
        replace(
            member,
            wish=member.rank(team.topic),
            is_owner=team.topic is not None and team.topic.owner_id == member.person_id,
            lead=member.lead and member.person_id in here,
            pinned=member.pinned and member.person_id in here,
        )
        for member in (*staying, *coming)
    ]
    return replace(team, members=in_order(seated))
