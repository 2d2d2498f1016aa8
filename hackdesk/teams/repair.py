"""Small problems of one evening: filling up a team that lost people, and dividing one into two. Pure values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from hackdesk.steps import Step, no_steps
from hackdesk.teams.effect import Effects
from hackdesk.teams.proposal import Problem
from hackdesk.teams.solver import enough_steps, propose

#: So many people may be asked to come; everybody else stays.
_ASKED = 24
#: What each of those who come costs: as few as the team needs.
_PRICE = 25


def refill(problem: Problem, team_id: UUID) -> Problem:
    """The problem of filling up one team: only those who would do least harm may move, and each of them once.

    problem: with everybody's seat. Whoever has no place yet may take one anywhere.
    """
    plan = {person.id: person.seat for person in problem.people if person.seat is not None}
    asked = {person.id for person, _effect in Effects(problem, plan, {}).who_could_come(team_id, _ASKED)}
    people = tuple(
        person if person.seat is None or person.id in asked else replace(person, pinned=True)
        for person in problem.people
    )
    there = {person.seat for person in problem.people}
    teams = tuple(
        replace(team, must_run=team.must_run or team.id == team_id) for team in problem.teams
        if team.exists or team.id in there
    )  # fmt: skip
    return replace(problem, people=people, teams=teams, change_price=_PRICE)


def division(
    problem: Problem, team_id: UUID, members: Sequence[UUID], *, step: Step = no_steps
) -> tuple[UUID, ...]:
    """Who should go on as a second team, so that both halves are as good as they can be; about half of `members`.

    The owner stays, and so does who is not counted in the problem; a team that is not is halved as it stands.
    """
    team = next((team for team in problem.teams if team.id == team_id), None)
    if team is None:
        return tuple(members[len(members) - len(members) // 2 :])
    people = tuple(replace(p, seat=None, pinned=False) for p in problem.people if p.id in members)
    fewest = max(1, len(people) // 2)
    first = replace(team, min_size=fewest, max_size=len(people) - fewest, must_run=True)
    second = replace(first, id=uuid5(team_id, "second"), owner_id=None)
    known = {person.id for person in people}
    pairs = tuple(pair for pair in problem.pairs if pair.one in known and pair.other in known)
    two = replace(problem, people=people, teams=(first, second), pairs=pairs, change_price=0)
    plan = propose(two, seconds=3.0, seed=1, steps=enough_steps(two), step=step).plan
    return tuple(person.id for person in people if plan.get(person.id) == second.id)
