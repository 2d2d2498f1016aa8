"""What it would take that somebody sits elsewhere: what it costs the room, and who would move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from hackdesk.teams.proposal import Plan, Problem, Weights, broken_rules, score

#: Points are made so many times larger and each move costs one of the small ones: of all plans that cost the room
#: least, the one that moves fewest is wanted.
_FINE = 100


@dataclass(frozen=True)
class Move:
    """Somebody who would change their place. away, to: possible teams; None: no place."""

    person: UUID
    away: UUID | None
    to: UUID | None


@dataclass(frozen=True)
class Instead:
    """The best room in which a person works on a topic. cost: how many points worse it is than the one there is.

    A cost of 0 says that who sits there was a draw; below 0, that the room as it is can be bettered anyway.
    """

    person: UUID
    topic: UUID
    cost: int
    moves: tuple[Move, ...]
    plan: Mapping[UUID, UUID]


def what_would_it_take(
    problem: Problem, plan: Plan, person: UUID, topic: UUID, *, seconds: float = 2.0
) -> Instead | None:
    """The cheapest change after which `person` works on `topic`; None where no rule allows it or time runs out.

    problem: who is to be placed and where; plan: where they sit now. Takes highspy; for a worker process.
    """
    from hackdesk.teams import exact

    now = replace(problem, change_price=0)
    program = exact.Program(_fine(now, plan))
    unit = next((u for u, members in enumerate(program.units) if _holds(problem, members, person)), None)
    seats = [
        column
        for (who, block), column in program.seats.items()
        if who == unit and program.blocks[block].one.topic_id == topic
    ]
    if not seats:
        return None
    program.rows.add([(column, 1) for column in seats], 1, 1)
    search = exact.Search(program, seconds=seconds)
    found = None if search.values is None else program.plan(search.values)
    if found is None or (broken_rules(now, found) and not broken_rules(now, plan)):
        return None
    moves = tuple(
        Move(one.id, plan.get(one.id), found.get(one.id))
        for one in problem.people
        if plan.get(one.id) != found.get(one.id)
    )
    return Instead(person, topic, score(now, found).total - score(now, plan).total, moves, found)


def _holds(problem: Problem, members: tuple[int, ...], person: UUID) -> bool:
    return any(problem.people[member].id == person for member in members)


def _fine(problem: Problem, plan: Plan) -> Problem:
    """The same with everybody sitting where the plan has them, and a small price on each move."""
    prices = {name: _FINE * points for name, points in vars(problem.weights).items()}
    people = tuple(
        person if person.pinned else replace(person, seat=plan.get(person.id)) for person in problem.people
    )
    return replace(problem, people=people, weights=Weights(**prices), change_price=1)
