"""Finds a good plan by annealing: pure Python, seeded, the same for the same seed and number of moves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from random import Random

from hackdesk.teams.proposal import Plan, Problem
from hackdesk.teams.seating import Guide, Seating

#: Temperatures in points, tried on rooms of 60, 120 and 600 people: at the first a skill may get lost again,
#: at the last only ties move.
_HOT, _COLD, _STAGES = 6.0, 0.4, 60
#: Where a guide says what is good already, less has to be shaken.
_WARM, _GUIDED_STAGES = 2.0, 20
#: Teams that are tried closed or open at each temperature: many at times, few in between.
_FEW_TRIES, _MANY_TRIES = 4, 12
_LAST_MOVES_A_PERSON = 20

#: Asked before each stage with the moves it would take; gives how many may be taken, 0 for enough.
Allowed = Callable[[int], int]


def annealed(problem: Problem, moves: int, allowed: Allowed, random: Random, guide: Guide | None = None) -> Plan:
    """One cooling, afresh or from what a guide says; where it is cut short, what is there is cooled at once."""
    seating = Seating(problem, guide)
    if guide:
        seating.sit_down(guide.seats)
    else:
        _begin(seating, random)
    hot, stages = (_WARM, _GUIDED_STAGES) if guide else (_HOT, _STAGES)
    for stage in range(stages):
        most = allowed(moves // stages)
        if not most:
            break
        temperature = hot * (_COLD / hot) ** (stage / (stages - 1))
        for _ in range(_FEW_TRIES if stage % 3 else _MANY_TRIES):
            _try_another_number_of_teams(seating, temperature, random)
        seating.anneal(temperature, most, random)
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
