"""Betters the plan of a search that has begun, and proves how good it is.

This module imports highspy and is therefore imported where somebody waits for a plan, not before.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from typing import TYPE_CHECKING, Any

from hackdesk.teams import exact
from hackdesk.teams.dividing import Dividing, guide
from hackdesk.teams.program import Program
from hackdesk.teams.seating import Guide, from_plan

if TYPE_CHECKING:
    from hackdesk.teams.solver import Work

#: Moves a person of annealing that is guided, and of that where nothing else can be done.
_GUIDED_MOVES, _LAST_MOVES = 200, 1000
#: Seats that cost less than so many points more than the best ones are tried in half of the moves.
_NEAR = 2.0
#: So many seats a person are searched, one after the other: a few give a much better plan within a second, more
#: the best one or nearly. All are only looked at for the proof.
_NARROW = (2, 3, 6)
#: A room of so many seats is searched whole after the first of these.
_SMALL = 4000


def prove(work: Work) -> None:
    """Relax, anneal among the seats that look good, search those exactly, then all that could still be better."""
    program = Program(work.problem)
    if not work.go_on():
        return
    relaxed = exact.Relaxed(program, work.plan, seconds=work.left(), watch=_watch(work))
    if not relaxed.complete:
        work.go_on_annealing()
        return
    work.bound_is(relaxed.bound)
    said, dividing = guide(program, relaxed, _NEAR), Dividing(program)
    work.anneal(_GUIDED_MOVES, said)
    for seats in _NARROW if len(program.seats) > _SMALL else _NARROW[:1]:
        enough = seats * len(program.units)
        if len(exact.within(program, relaxed, work.above(relaxed.bound))) <= enough or not work.go_on():
            break
        near = exact.nearest(program, relaxed, seats, work.plan)
        points = _search(work, dividing, near, whole=False)
        if points + exact.WHOLE < work.counted < inf and work.go_on():
            # Whole topics were searched: where their teams fit badly, a few people change places.
            work.anneal(_GUIDED_MOVES, from_plan(work.problem, work.plan, said.liked))
    if work.go_on():
        _search(work, dividing, exact.within(program, relaxed, work.above(relaxed.bound)), whole=True)
    if work.searched and work.breaks_rules:
        # No plan keeps the rules any better: one more round for the one that breaks them least.
        work.anneal(_LAST_MOVES, said)
    elif work.go_on() and any(len(block.teams) > 1 for block in program.blocks):
        # The bound is that of whole topics; what their teams cost at best only each team by itself can tell.
        _prove_apart(work, said)
    elif work.go_on():
        work.go_on_annealing(said)


def _prove_apart(work: Work, said: Guide) -> None:
    """Search with each team by itself, where the room is small enough for that; else go on annealing."""
    program = Program(work.problem, apart=True)
    if len(program.seats) > _SMALL:
        work.go_on_annealing(said)
        return
    _search(work, Dividing(program), None, whole=True)


def _search(work: Work, dividing: Dividing, places: Any, *, whole: bool) -> float:
    """An exact search from the best plan so far; gives what its best solution costs as long as nothing is divided.

    whole: nothing better lies outside, so that its bound holds.
    """
    search = exact.Search(
        dividing.program, seconds=work.left(), places=places, begin=work.plan,
        watch=_watch(work, dividing, bounds=whole),
    )  # fmt: skip
    if search.values is not None and (search.complete or work.most is None):
        work.take(dividing.plan(search.values))
    if whole and (search.complete or search.impossible):
        # What lies outside could not be better than the best plan before; what lies inside was searched whole.
        work.searched = True
        work.bound_is(search.bound if search.complete else inf)
    return search.points


def _watch(work: Work, dividing: Dividing | None = None, *, bounds: bool = False) -> Callable[[Any, float], bool]:
    """What an exact search tells and asks while it runs."""

    def hear(values: Any, bound: float) -> bool:
        if bounds and -inf < bound < inf:
            # While it runs HiGHS also tells of small programs it makes on its way: only the end proves.
            work.bound_is(min(bound, work.counted - 1))
        if values is not None and dividing is not None and work.most is None:
            work.take(dividing.plan(values))
        return not work.go_on()

    return hear
