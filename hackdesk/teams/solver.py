"""Finds a good plan by annealing: pure Python, seeded, the same for the same seed and steps."""

from __future__ import annotations

import time
from collections import Counter
from functools import partial
from random import Random

from hackdesk.steps import Cancelled, Step, no_steps
from hackdesk.teams.proposal import (
    Plan,
    PlannedTeam,
    Problem,
    Proposal,
    broken_rules,
    movers,
    score,
    seated,
)
from hackdesk.teams.seating import Seating

#: Temperatures in points, tried on rooms of 60, 120 and 600 people: at the first a skill may get lost again,
#: at the last only ties move.
_HOT, _COLD, _STAGES = 6.0, 0.4, 60
#: Teams that are tried closed or open at each temperature: many at times, few in between.
_FEW_TRIES, _MANY_TRIES = 4, 12
#: Moves a person in the first round; each round is twice as long as the one before and begins afresh.
_MOVES_A_PERSON, _ROUNDS = 1000, 7
_LAST_MOVES_A_PERSON = 20
#: A broken hard rule counts for more than any F when rounds are compared.
_BROKEN = 10_000


def enough_steps(problem: Problem) -> int:
    """After so many moves little is gained: three whole rounds, 2 to 3 seconds for 100 people.

    Who stops on steps and takes the clock as the safety net gets the same plan again on another day.
    """
    return _MOVES_A_PERSON * (1 + 2 + 4) * len(problem.people)


class _Watched:
    """When to stop: at the clock, after so many steps, or when somebody says so."""

    def __init__(self, seconds: float, steps: int | None, step: Step) -> None:
        self._begun, self._seconds, self._most, self._step = time.monotonic(), seconds, steps, step
        self.steps, self.stopped = 0, False

    def go_on(self) -> bool:
        """Tell how far it is; False when it is enough."""
        part = (time.monotonic() - self._begun) / self._seconds if self._seconds else 1.0
        if self._most is not None:
            part = max(part, self.steps / self._most if self._most else 1.0)
        try:
            self._step(min(100, round(part * 100)), 100)
        except Cancelled:
            self.stopped = True
        return part < 1 and not self.stopped

    def left(self, steps: int) -> int:
        """So many steps, or as many as may still be taken."""
        return steps if self._most is None else min(steps, self._most - self.steps)


def propose(
    problem: Problem, *, seconds: float, seed: int, steps: int | None = None, step: Step = no_steps
) -> Proposal:
    """The best plan found within `seconds`, at most `steps` moves; what it cannot keep is named in `broken`.

    The same problem, seed and steps give the same plan as long as the clock does not cut in. Never raises
    for a problem that cannot be met; where `step` raises Cancelled, the best plan so far is given.
    """
    random = Random(seed)
    watched = _Watched(seconds, steps, step)
    best: Plan = {}
    best_cost: float = float("inf")
    for number in range(_ROUNDS if problem.teams else 1):
        plan = _round(problem, _MOVES_A_PERSON * 2**number, watched, random)
        cost = score(problem, plan).total + _BROKEN * len(broken_rules(problem, plan))
        if cost < best_cost:
            best, best_cost = plan, cost
        if not watched.go_on():
            break
    return _proposal(problem, best, seed, watched)


def _round(problem: Problem, moves_a_person: int, watched: _Watched, random: Random) -> Plan:
    """One cooling from a fresh start; where it is cut short, what is there is cooled down at once."""
    seating = Seating(problem)
    _begin(seating, random)
    for stage in range(_STAGES):
        if not watched.go_on():
            break
        temperature = _HOT * (_COLD / _HOT) ** (stage / (_STAGES - 1))
        for _ in range(_FEW_TRIES if stage % 3 else _MANY_TRIES):
            _try_another_number_of_teams(seating, temperature, random)
        steps = watched.left(len(seating.units) * moves_a_person // _STAGES)
        seating.anneal(temperature, steps, random)
        watched.steps += steps
    seating.anneal(_COLD, len(seating.units) * _LAST_MOVES_A_PERSON, random)
    return seating.plan()


def _begin(seating: Seating, random: Random) -> None:
    """Open teams while somebody has no place: what must run or holds a pin first, then the most wished for."""
    problem = seating.problem
    wished = Counter(wish for person in problem.people for wish in person.wishes)
    pinned = {person.seat for person in problem.people if person.pinned}

    def turn(number: int) -> tuple[bool, bool, int]:
        team = problem.teams[number]
        return team.id not in pinned, not team.must_run, -wished[team.topic_id]

    seating.take_pins()
    for team in sorted(range(len(problem.teams)), key=turn):
        seating.attempt(partial(seating.open_with_unplaced, team), _COLD, random)
    seating.settle()


def _try_another_number_of_teams(seating: Seating, temperature: float, random: Random) -> None:
    if not seating.nowhere:
        return
    team = random.randrange(seating.nowhere)
    change = seating.close if seating.running(team) else seating.open
    seating.attempt(partial(change, team), temperature, random)


def _proposal(problem: Problem, plan: Plan, seed: int, watched: _Watched) -> Proposal:
    rooms = seated(problem, plan)
    return Proposal(
        problem=problem,
        teams=tuple(PlannedTeam(team, tuple(p.id for p in members)) for team, members in rooms if members),
        unplaced=tuple(person.id for person in problem.people if person.id not in plan),
        without_team=tuple(team for team, members in rooms if not members),
        score=score(problem, plan),
        broken=broken_rules(problem, plan),
        moved=len(movers(problem, plan)),
        seed=seed,
        steps=watched.steps,
        stopped=watched.stopped,
    )
