"""What it would take that a room were otherwise: what it costs, and who would move."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from hackdesk.steps import Cancelled, Step, no_steps
from hackdesk.teams.program import Program
from hackdesk.teams.proposal import Participant, Plan, Problem, Weights, broken_rules, score

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
    """The best room in which something is otherwise. cost: how many points worse it is than the one there is.

    A cost of 0 says that what is now was a draw; below 0, that the room as it is can be bettered anyway.
    """

    cost: int
    moves: tuple[Move, ...]
    plan: Mapping[UUID, UUID]


def what_would_it_take(
    problem: Problem, plan: Plan, person: UUID, topic: UUID, *, seconds: float = 2.0, step: Step = no_steps
) -> Instead | None:
    """The cheapest change after which `person` works on `topic`; None where no rule allows it or time runs out.

    problem: who is to be placed and where; plan: where they sit now. Takes highspy; for a worker process.
    Raises Cancelled when `step` does.
    """
    program = _program(problem, plan)
    unit = next((u for u, members in enumerate(program.units) if _holds(problem, members, person)), None)
    seats = [
        column
        for (who, block), column in program.seats.items()
        if who == unit and program.blocks[block].one.topic_id == topic
    ]
    if not seats:
        return None
    program.rows.add([(column, 1) for column in seats], 1, 1)
    return _solved(problem, plan, program, seconds, step)


def what_would_avoid(
    problem: Problem, plan: Plan, team: UUID, meets: Callable[[Participant], bool], *, step: Step = no_steps
) -> Instead | None:
    """The cheapest change after which somebody who `meets` sits in a team that is there; None: none found."""
    program = _program(problem, plan, apart=True)
    block = next(number for number, one in enumerate(program.blocks) if one.one.id == team)
    seats = [
        column
        for (unit, at), column in program.seats.items()
        if at == block and any(meets(problem.people[member]) for member in program.units[unit])
    ]
    if not seats:
        return None
    program.rows.add([(column, 1) for column in seats], 1, len(seats))
    return _solved(problem, plan, program, 2.0, step)


def _program(problem: Problem, plan: Plan, *, apart: bool = False) -> Program:
    return Program(_fine(replace(problem, change_price=0), plan), apart=apart)


def _solved(problem: Problem, plan: Plan, program: Program, seconds: float, step: Step) -> Instead | None:
    from hackdesk.teams import dividing, exact

    cancelled = []

    def stop(_values: Any, _bound: float) -> bool:
        try:
            step(0, 1)
        except Cancelled as asked:
            cancelled.append(asked)
        return bool(cancelled)

    search = exact.Search(program, seconds=seconds, watch=stop)
    if cancelled:
        raise cancelled[0]
    now = replace(problem, change_price=0)
    found = None if search.values is None else dividing.Dividing(program).plan(search.values)
    if found is None or (broken_rules(now, found) and not broken_rules(now, plan)):
        return None
    moves = tuple(
        Move(one.id, plan.get(one.id), found.get(one.id))
        for one in problem.people
        if plan.get(one.id) != found.get(one.id)
    )
    return Instead(score(now, found).total - score(now, plan).total, moves, found)


def _holds(problem: Problem, members: tuple[int, ...], person: UUID) -> bool:
    return any(problem.people[member].id == person for member in members)


def _fine(problem: Problem, plan: Plan) -> Problem:
    """The same with everybody sitting where the plan has them, and a small price on each move."""
    prices = {name: _FINE * points for name, points in vars(problem.weights).items()}
    people = tuple(
        person if person.pinned else replace(person, seat=plan.get(person.id)) for person in problem.people
    )
    return replace(problem, people=people, weights=Weights(**prices), change_price=1)
