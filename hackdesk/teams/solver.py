"""Finds the best plan there is: annealing for a good one at once, then an exact search that proves how good it is.

Without highspy (an optional wheel on some machines) annealing goes on alone and nothing is proved.
"""

from __future__ import annotations

import time
from dataclasses import replace
from math import ceil, inf
from random import Random

from hackdesk.steps import Cancelled, Step, Tell, no_steps, tell_nobody
from hackdesk.teams.annealing import annealed, at_once, drawn
from hackdesk.teams.proposal import Plan, Problem, Proposal, broken_rules, proposal_of, score
from hackdesk.teams.seating import UNPLACED, Guide, Seating, from_plan

#: Moves a person: of the round whose plan is shown at once, of the one after it, and of the others, each twice as
#: long as the one before.
_AT_ONCE, _FIRST_MOVES, _MOVES, _ROUNDS = 30, 60, 1000, 7
#: Where the clock leaves less than so many times the moves of a round, the round takes all of them.
_TOO_FEW = 3
#: Of a room with more seats than that (a thousand people, two hundred teams) the relaxed program takes longer than
#: anybody waits, and more memory than a laptop has to spare.
_PROVABLE = 200_000
#: A broken hard rule counts for more than any F when plans are compared.
_BROKEN = 10_000


def enough_steps(problem: Problem) -> int:
    """After so many moves little is gained: whole rounds, 2 to 3 seconds for 100 people.

    Who stops on steps and takes the clock as the safety net gets the same plan again on another day.
    """
    return (_AT_ONCE + _FIRST_MOVES + _MOVES * (1 + 2)) * len(problem.people)


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
    work = Work(problem, seconds, seed, steps, step, tell)
    work.begin()
    if not (problem.teams and problem.people and work.go_on()):
        return work.proposal()
    work.anneal(_FIRST_MOVES)
    _better(work)
    work.draw()
    return work.proposal()


def _better(work: Work) -> None:
    if not work.go_on():
        return
    if len(work.problem.people) * len(work.problem.teams) > _PROVABLE:
        work.go_on_annealing()
        return
    try:
        from hackdesk.teams import proof
    except ImportError:
        work.go_on_annealing()
    else:
        proof.prove(work)


class Work:
    """A search that has begun: the best plan so far, how good one can be, and when to stop."""

    def __init__(
        self, problem: Problem, seconds: float, seed: int, most: int | None, step: Step, tell: Tell
    ) -> None:
        self.problem, self.most = problem, most
        self.plan: Plan = {}
        self._cost: float = inf
        #: F as the exact search counts it, with a price on each person without a place; infinite where the plan
        #: breaks a rule that the search never breaks.
        self.counted: float = inf
        self._bound: float = -inf
        self._seconds, self._seed, self._step, self._tell = seconds, seed, step, tell
        self._random, self._begun = Random(seed), time.monotonic()
        self._moves, self._stopped, self._speed = 0, False, 0.0
        #: One for all rounds: its tables of a room of 600 take as long as 30,000 moves.
        self._seating = Seating(problem)
        #: Whether an exact search over all plans has come to its end.
        self.searched = False

    def begin(self) -> None:
        """The first plan, as soon as it can be."""
        moves = _AT_ONCE * len(self.problem.people)
        self.take(at_once(self._seating, moves, self._allowed, self._random))

    def anneal(self, moves_a_person: int, guide: Guide | None = None) -> None:
        """One round of annealing; its plan is taken where it is better."""
        self._anneal(moves_a_person * len(self.problem.people), guide)

    def _anneal(self, moves: int, guide: Guide | None, *, until_the_end: bool = False) -> None:
        """until_the_end: each stage takes its share of the time that is left, however long the moves take."""
        begun, made, planned = 0.0, 0, 0

        def allowed(part: int) -> int:
            nonlocal begun, made, planned
            if not begun:
                begun = time.monotonic()
            else:
                self._speed = made / (time.monotonic() - begun)
            if until_the_end and self._speed:
                share = part / max(part, moves - planned, 1)
                planned += part
                part = int(self._speed * self.left() * share)
            most = self._allowed(part)
            made += most
            return most

        self.take(annealed(self._seating, moves, allowed, self._random, guide))

    def draw(self) -> None:
        """Of the plans that are as good as a proved one, that which the seed draws: exact searches have none."""
        if not self.proved or self.breaks_rules or self._stopped:
            return
        plan = drawn(self._seating, self.plan, self._random)
        if score(self.problem, plan).total == score(self.problem, self.plan).total and not broken_rules(
            self.problem, plan
        ):
            self.plan = plan

    def go_on_annealing(self, guide: Guide | None = None) -> None:
        """Round after round, until it is enough."""
        for number in range(_ROUNDS):
            if not self.go_on() or not self.moves_left():
                return
            moves = _MOVES * 2**number * len(self.problem.people)
            possible = int(self._speed * self.left())
            last = self.most is None and bool(self._speed) and possible < _TOO_FEW * moves
            if last and possible < len(self.problem.people):
                return  # the time that is left moves nobody
            if last and number and not self.breaks_rules:
                guide = from_plan(self.problem, self.plan, guide.liked if guide else None)
            # One slow cooling to the end is worth more than two, of which the clock cuts the second short.
            self._anneal(possible if last else moves, guide, until_the_end=last)

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
            self.counted = counted if all(finding.kind == "unplaced" for finding in broken) else inf
            self._tell(self.proposal())

    def bound_is(self, bound: float) -> None:
        """No plan that keeps the rules has an F below this. bound: a float, a little above a whole number."""
        whole = min(self.counted, ceil(bound - 1e-4)) if bound < inf else self.counted
        if self._bound < whole < inf:
            self._bound = whole
            self._tell(self.proposal())

    @property
    def proved(self) -> bool:
        """Whether nothing better is possible."""
        return self.counted <= self._bound

    @property
    def breaks_rules(self) -> bool:
        """Whether the best plan so far breaks a rule that the exact search never breaks."""
        return self.counted == inf

    def above(self, bound: float) -> float:
        """How far the best plan so far lies above a bound."""
        return self.counted - bound

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

    def proposal(self) -> Proposal:
        """The best plan so far, as it is handed over."""
        proposal = proposal_of(
            self.problem, self.plan, seed=self._seed, steps=self._moves, stopped=self._stopped
        )
        # Of plans that leave somebody without a place, the bound is of those that leave as few.
        bound = self._bound - UNPLACED * len(proposal.unplaced)
        known = self.counted < inf and self.counted - self._bound < UNPLACED
        return replace(proposal, bound=int(bound)) if known else proposal
