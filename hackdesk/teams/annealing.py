"""Finds a good plan by annealing: pure Python, seeded, the same for the same seed and number of moves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from math import ceil
from random import Random

from hackdesk.teams.proposal import Plan
from hackdesk.teams.seating import Guide, Seating, from_plan

#: Temperatures in points, tried on rooms of 60, 120 and 600 people: at the first a skill may get lost again,
#: at the last only ties move.
_HOT, _COLD, _STAGES = 6.0, 0.4, 60
#: A cooling of fewer moves a person begins milder: it has no time to mend what was shaken loose at first.
_MILD, _LONG = 4.0, 3000
#: Where a guide says what is good already, less has to be shaken.
_WARM, _GUIDED_STAGES = 2.0, 20
#: Of the plan that is there at once.
_FEW_STAGES = 8
#: A stage with fewer moves a person than that would try teams more than it moves people.
_MOVES_A_STAGE = 4
#: Teams that are tried closed or open at each temperature: many at times, few in between.
_FEW_TRIES, _MANY_TRIES = 4, 12
_LAST_MOVES_A_PERSON = 20
#: At this temperature nothing is kept that is worse.
_STILL = 0.01

#: Asked before each stage with the moves it would take; gives how many may be taken, 0 for enough.
Allowed = Callable[[int], int]


def at_once(seating: Seating, moves: int, allowed: Allowed, random: Random) -> Plan:
    """A plan within a fraction of a second: the first teams that come to mind, and a short cooling among them."""
    seating.empty()
    _begin(seating, random)
    for stage in range(_FEW_STAGES):
        seating.anneal(_temperature(_MILD, stage, _FEW_STAGES), allowed(moves // _FEW_STAGES), random)
    seating.anneal(_COLD, len(seating.units) * _LAST_MOVES_A_PERSON // 2, random)
    return seating.plan()


def annealed(seating: Seating, moves: int, allowed: Allowed, random: Random, guide: Guide | None = None) -> Plan:
    """One cooling, afresh or from what a guide says; where it is cut short, what is there is cooled at once."""
    seating.empty(guide)
    if guide:
        seating.sit_down(guide.seats)
    else:
        _begin(seating, random)
    hot, stages = (_HOT if moves >= _LONG * len(seating.units) else _MILD), _STAGES
    if guide:
        hot, stages = _WARM, _GUIDED_STAGES
    stages = min(stages, max(_FEW_STAGES, moves // (_MOVES_A_STAGE * len(seating.units) or 1)))
    for stage in range(stages):
        most = allowed(moves // stages)
        if not most:
            break
        temperature = _temperature(hot, stage, stages)
        for _ in range(_FEW_TRIES if stage % 3 else _MANY_TRIES):
            _try_another_number_of_teams(seating, temperature, random)
        seating.anneal(temperature, most, random)
    seating.anneal(_COLD, len(seating.units) * _LAST_MOVES_A_PERSON, random)
    return seating.plan()


def drawn(seating: Seating, plan: Plan, random: Random) -> Plan:
    """A plan that is as good: people change places where that is no better and no worse, as the seed draws it."""
    guide = from_plan(seating.problem, plan)
    seating.empty()
    seating.sit_down(guide.seats)
    seating.anneal(_STILL, len(seating.units) * _LAST_MOVES_A_PERSON, random)
    return seating.plan()


def _temperature(hot: float, stage: int, stages: int) -> float:
    return float(hot * (_COLD / hot) ** (stage / (stages - 1)))


def _begin(seating: Seating, random: Random) -> None:
    """Open as many teams as there are people for: what must run or holds a pin first, then the most wished for.

    Others only where somebody has no place then.
    """
    problem = seating.problem
    wished = Counter(wish for person in problem.people for wish in person.wishes)
    pinned = {person.seat for person in problem.people if person.pinned}

    def turn(number: int) -> tuple[bool, bool, int]:
        team = problem.teams[number]
        return team.id not in pinned, not team.must_run, -wished[team.topic_id]

    seating.take_pins()
    first = sorted(range(len(problem.teams)), key=turn)
    ideal = ceil(len(problem.people) / max(1, problem.ideal_size))
    for teams in (first[:ideal], first[ideal:]):
        for team in teams:
            seating.attempt(partial(seating.open_with_unplaced, team), _COLD, random)
        seating.settle()


def _try_another_number_of_teams(seating: Seating, temperature: float, random: Random) -> None:
    if not seating.nowhere:
        return
    team = random.randrange(seating.nowhere)
    running = seating.running(team)
    if running and seating.problem.teams[team].must_run:
        return
    change = seating.close if running else seating.open
    seating.attempt(partial(change, team), temperature, random)
