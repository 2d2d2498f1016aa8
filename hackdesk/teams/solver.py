"""Finds the best plan there is: annealing for a good one at once, then an exact search that proves how good it is.

Without highspy (an optional wheel on some machines) annealing goes on alone and nothing is proved.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from math import ceil, inf
from random import Random
from typing import TYPE_CHECKING, Any

from hackdesk.steps import Cancelled, Step, Tell, no_steps, tell_nobody
from hackdesk.teams.annealing import annealed
from hackdesk.teams.proposal import Plan, Problem, Proposal, broken_rules, proposal_of, score
from hackdesk.teams.seating import UNPLACED, Guide

if TYPE_CHECKING:
    from hackdesk.teams import exact

#: Moves a person: of the first round, whose plan is shown at once; of the one that the relaxed program guides; of
#: the others, which are twice as long each.
_FIRST_MOVES, _GUIDED_MOVES, _MOVES, _ROUNDS = 250, 200, 1000, 7
#: A broken hard rule counts for more than any F when plans are compared.
_BROKEN = 10_000
#: Seats that cost less than so many points more than the best ones are tried in half of the moves.
_NEAR = 2.0
#: So many seats a person are searched first; the rest is only looked at for the proof.
_NARROW = 6
#: So many before that where topics may hold several teams: a good plan is there within seconds.
_NEAREST = 2
#: A room of so many seats is searched whole at once.
_SMALL = 4000


def enough_steps(problem: Problem) -> int:
    """After so many moves little is gained: whole rounds, 2 to 3 seconds for 100 people.

    Who stops on steps and takes the clock as the safety net gets the same plan again on another day.
    """
    return (_FIRST_MOVES + _MOVES * (1 + 2)) * len(problem.people)


def propose(
    problem: Problem, *, seconds: float, seed: int, steps: int | None = None, step: Step = no_steps,
    tell: Tell = tell_nobody,
) -> Proposal:  # fmt: skip
    """The best plan found within `seconds`, at most `steps` moves; what it cannot keep is named in `broken`.

    The same problem, seed and steps give the same plan as long as the clock does not cut the annealing short: then
    an exact search counts only where it came to its end. tell: hears of each better plan and each better bound, as
    a Proposal. Never raises for a problem that cannot be met; where `step` raises Cancelled, the best plan so far
    is given.
    """
    work = _Work(problem, seconds, seed, steps, step, tell)
    work.anneal(_FIRST_MOVES)
    if not (problem.teams and problem.people and work.go_on()):
        return work.proposal()
    try:
        from hackdesk.teams import exact
    except ImportError:
        _go_on_annealing(work)
    else:
        _prove(work, exact.Program(problem))
    return work.proposal()


def _go_on_annealing(work: _Work, guide: Guide | None = None) -> None:
    for number in range(_ROUNDS):
        if not work.go_on() or not work.moves_left():
            return
        work.anneal(_MOVES * 2**number, guide)


def _prove(work: _Work, program: exact.Program) -> None:
    """Relax, anneal among the seats that look good, search those exactly, then all that could still be better."""
    from hackdesk.teams import exact

    relaxed = exact.Search(program, seconds=work.left(), relaxed=True, watch=work.watch(None))
    if not relaxed.complete:
        _go_on_annealing(work)
        return
    work.bound_is(relaxed.bound)
    guide = program.guide(relaxed, _NEAR)
    work.anneal(_GUIDED_MOVES, guide)
    closed = program.beyond(relaxed.worse, work.above(relaxed.bound))
    if len(program.seats) - len(closed) > _SMALL:
        several = any(len(block.teams) > 1 for block in program.blocks)
        for seats in (_NEAREST, _NARROW) if several else (_NARROW,):
            if work.go_on():
                _search(work, program, program.all_but_the_nearest(relaxed.worse, seats), whole=False)
        closed = program.beyond(relaxed.worse, work.above(relaxed.bound))
    if work.go_on():
        _search(work, program, closed, whole=True)
    if work.searched and work.breaks_rules:
        # No plan keeps the rules any better: one more round for the one that breaks them least.
        work.anneal(_MOVES, guide)
        return
    if work.go_on() and any(len(block.teams) > 1 for block in program.blocks):
        # The bound is that of whole topics; what their teams cost at best only each team by itself can tell.
        _prove_apart(work, guide)
    elif work.go_on():
        _go_on_annealing(work, guide)


def _prove_apart(work: _Work, guide: Guide) -> None:
    """Search with each team by itself, where the room is small enough for that; else go on annealing."""
    from hackdesk.teams import exact

    program = exact.Program(work.problem, apart=True)
    if len(program.seats) > _SMALL:
        _go_on_annealing(work, guide)
        return
    _search(work, program, [], whole=True)


def _search(work: _Work, program: exact.Program, closed: list[int], *, whole: bool) -> None:
    """An exact search from the best plan so far. whole: nothing better lies outside, so that its bound holds."""
    from hackdesk.teams import exact

    search = exact.Search(
        program, seconds=work.left(), settled=dict.fromkeys(closed, 0.0), begin=program.start(work.plan),
        watch=work.watch(program, bounds=whole),
    )  # fmt: skip
    if search.values is not None and (search.complete or work.most is None):
        work.take(program.plan(search.values))
    if whole and (search.complete or search.impossible):
        # What lies outside could not be better than the best plan before; what lies inside was searched whole.
        work.searched = True
        work.bound_is(search.bound if search.complete else inf)


class _Work:
    """The best plan so far, how good one can be, and when to stop."""

    def __init__(
        self, problem: Problem, seconds: float, seed: int, most: int | None, step: Step, tell: Tell
    ) -> None:
        self.problem, self.most = problem, most
        self.plan: Plan = {}
        self._cost: float = inf
        #: F as the exact search counts it, with a price on each person without a place; infinite where the plan
        #: breaks a rule that the search never breaks.
        self._counted: float = inf
        self._bound: float = -inf
        self._seconds, self._seed, self._step, self._tell = seconds, seed, step, tell
        self._random, self._begun = Random(seed), time.monotonic()
        self._moves, self._stopped = 0, False
        #: Whether an exact search over all plans has come to its end.
        self.searched = False

    def anneal(self, moves_a_person: int, guide: Guide | None = None) -> None:
        """One round of annealing; its plan is taken where it is better."""
        moves = moves_a_person * len(self.problem.people)
        self.take(annealed(self.problem, moves, self._allowed, self._random, guide))

    def _allowed(self, moves: int) -> int:
        if not self.go_on():
            return 0
        moves = min(moves, self.moves_left())
        self._moves += moves
        return moves

    def moves_left(self) -> int:
        """How many moves of annealing may still be made."""
        return 10**12 if self.most is None else self.most - self._moves

    def take(self, plan: Plan | None) -> None:
        """Keep a plan that is better than the best so far, and tell of it."""
        if plan is None:
            return
        broken = broken_rules(self.problem, plan)
        counted = score(self.problem, plan).total + UNPLACED * (len(self.problem.people) - len(plan))
        cost = counted + _BROKEN * len(broken)
        if cost < self._cost:
            self.plan, self._cost = plan, cost
            self._counted = counted if all(finding.kind == "unplaced" for finding in broken) else inf
            self._tell(self.proposal())

    def bound_is(self, bound: float) -> None:
        """No plan that keeps the rules has an F below this. bound: a float, a little above a whole number."""
        whole = min(self._counted, ceil(bound - 1e-4)) if bound < inf else self._counted
        if self._bound < whole < inf:
            self._bound = whole
            self._tell(self.proposal())

    @property
    def proved(self) -> bool:
        """Whether nothing better is possible."""
        return self._counted <= self._bound

    @property
    def breaks_rules(self) -> bool:
        """Whether the best plan so far breaks a rule that the exact search never breaks."""
        return self._counted == inf

    def above(self, bound: float) -> float:
        """How far the best plan so far lies above a bound."""
        return self._counted - bound

    def left(self) -> float:
        """Seconds that are left."""
        return max(0.0, self._seconds - (time.monotonic() - self._begun))

    def go_on(self) -> bool:
        """Tell how far it is; False when it is enough."""
        part = 1 - self.left() / self._seconds if self._seconds else 1.0
        try:
            self._step(min(100, round(part * 100)), 100)
        except Cancelled:
            self._stopped = True
        return part < 1 and not self._stopped and not self.proved

    def watch(self, program: exact.Program | None, *, bounds: bool = False) -> Callable[[Any, float], bool]:
        """What an exact search tells and asks while it runs."""

        def hear(values: Any, bound: float) -> bool:
            if bounds and -inf < bound < inf:
                # While it runs HiGHS also tells of small programs it makes on its way: only the end proves.
                self.bound_is(min(bound, self._counted - 1))
            if values is not None and program is not None and self.most is None:
                self.take(program.plan(values))
            return not self.go_on()

        return hear

    def proposal(self) -> Proposal:
        """The best plan so far, as it is handed over."""
        proposal = proposal_of(
            self.problem, self.plan, seed=self._seed, steps=self._moves, stopped=self._stopped
        )
        # Of plans that leave somebody without a place, the bound is of those that leave as few.
        bound = self._bound - UNPLACED * len(proposal.unplaced)
        known = self._counted < inf and self._counted - self._bound < UNPLACED
        return replace(proposal, bound=int(bound)) if known else proposal
