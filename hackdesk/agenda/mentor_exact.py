"""The rounds of mentors as a mixed-integer program for HiGHS, one wish after the other.

Each run keeps what the runs before it reached. A column is a visit that could be: 20 teams, 10 mentors and 8 slots
make 1,600 of them, which HiGHS settles in some tenths of a second, because without limits on who is here when the
relaxed program is whole by itself (it is a coloring of a bipartite graph).

This module imports highspy and numpy and is therefore imported where somebody waits for a plan, not before.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import highspy
import numpy as np

from hackdesk.agenda import mentor_greedy
from hackdesk.agenda.mentor_problem import Place, Places, Problem

_INFINITE = highspy.kHighsInf
_TAKEN = 0.5
#: What a visit keeps that stays where it was, and one that only moves to another slot.
_STAYS, _SAME_PAIR = 3, 1
#: Evenness of loads and earliness are looked for so far and no further; by steps and not by the clock, so that the
#: same plan comes again.
_NODES = 5
#: … and so near to the best they are good enough.
_NEAR = 0.03
#: Of the wishes those from here on; the last one.
_COMFORT, _EARLY = 2, 3


def solve(problem: Problem, *, seconds: float) -> tuple[Places, bool]:
    """The best places, and whether they are proved to be. Never worse than the plan without HiGHS."""
    program = _Program(problem)
    if not program.places:
        return (), True
    ends, proved = time.monotonic() + seconds, True
    for number, wish in enumerate(program.wishes()):
        if not wish:
            continue
        comfort = number >= _COMFORT
        if number == _EARLY:
            program.settle()
        left = max(ends - time.monotonic(), 0.2)
        whole = program.maximise(wish, left, nodes=_NODES if comfort else None)
        proved = proved and (whole or comfort)
    return program.taken() or mentor_greedy.solve(problem), proved


class _Program:
    """Columns and rows. places: {visit: its column}."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.highest: list[float] = []
        self.whole: list[bool] = []
        self.rows: list[tuple[dict[int, float], float, float]] = []
        self.values: Any = None
        self.places = {place: self._column(whole=True) for place in problem.possible}
        self._by: dict[tuple[str, int, int], list[int]] = defaultdict(list)
        for (mentor, team, slot), column in self.places.items():
            self._by["mentor", mentor, slot].append(column)
            self._by["team", team, slot].append(column)
            self._by["pair", mentor, team].append(column)
            self._by["round", team, problem.round_of[slot]].append(column)
        self._one_place()
        self.met = self._met()
        self.seen, self.visited = self._seen()
        self.steps = self._loads()

    def _column(self, highest: float = 1, *, whole: bool = False) -> int:
        self.highest.append(highest)
        self.whole.append(whole)
        return len(self.whole) - 1

    def _most(self, columns: Iterable[int], most: float, *more: tuple[int, float]) -> None:
        self.rows.append(({**dict.fromkeys(columns, 1.0), **dict(more)}, -_INFINITE, most))

    def _one_place(self) -> None:
        for who, count in (("mentor", len(self.problem.mentors)), ("team", len(self.problem.teams))):
            for number in range(count):
                for slots in self.problem.together:
                    columns = [column for slot in slots for column in self._by[who, number, slot]]
                    if len(columns) > 1:
                        self._most(columns, 1)
        for (kind, *_numbers), columns in list(self._by.items()):
            if kind == "pair" and len(columns) > 1:
                self._most(columns, 1)

    def _met(self) -> list[int]:
        """A column for each theme that somebody who knows it may see to."""
        found = []
        for team, theme in self.problem.needs:
            columns = [
                column for mentor in range(len(self.problem.mentors)) if self.problem.knows(mentor, theme)
                for column in self._by["pair", mentor, team]
            ]  # fmt: skip
            if columns:
                found.append(self._column())
                self.rows.append(({found[-1]: 1.0, **dict.fromkeys(columns, -1.0)}, -_INFINITE, 0))
        return found

    def _seen(self) -> tuple[list[int], list[int]]:
        """Columns for how often each team is seen in each round, and for its being seen at all."""
        often, at_all = [], []
        for team, seen in enumerate(self.problem.seen):
            rounds = [self._by["round", team, number] for number in range(len(seen))]
            for columns, already in zip(rounds, seen, strict=True):
                if columns and self.problem.least > already:
                    often.append(self._column(self.problem.least - already))
                    self.rows.append(({often[-1]: 1.0, **dict.fromkeys(columns, -1.0)}, -_INFINITE, 0))
            everything = [column for columns in rounds for column in columns]
            if everything and not self.problem.visited[team]:
                at_all.append(self._column())
                self.rows.append(({at_all[-1]: 1.0, **dict.fromkeys(everything, -1.0)}, -_INFINITE, 0))
        return often, at_all

    def _loads(self) -> list[tuple[int, float]]:
        """The first visit of a mentor costs 1, the second 2 …: (column, cost)."""
        found = []
        for mentor, load in enumerate(self.problem.loads):
            columns = [column for (who, _team, _slot), column in self.places.items() if who == mentor]
            steps = [self._column() for _number in range(min(len(self.problem.here[mentor]), len(columns)))]
            found += [(column, float(load + number)) for number, column in enumerate(steps, 1)]
            if columns:
                terms = {**dict.fromkeys(columns, 1.0), **dict.fromkeys(steps, -1.0)}
                self.rows.append((terms, 0, 0))
        return found

    def wishes(self) -> tuple[dict[int, float], ...]:
        """What is to be as large as can be, one after the other."""
        often = sum(self.highest[column] for column in self.seen) + 1
        every_theme = often * (len(self.met) + 1)
        first = {
            **dict.fromkeys(self.seen, 1.0), **dict.fromkeys(self.met, often),
            **dict.fromkeys(self.visited, every_theme),
        }  # fmt: skip
        pairs = {(mentor, team) for mentor, team, _slot in self.problem.before}
        kept = {
            column: float(_STAYS if place in self.problem.before else _SAME_PAIR)
            for place, column in self.places.items() if place[:2] in pairs
        }  # fmt: skip
        late = {column: -float(self.problem.rank[place[2]]) for place, column in self.places.items()}
        return first, kept, {column: -cost for column, cost in self.steps}, late

    def settle(self) -> None:
        """From here on only the slots are looked for: who sees whom in which round stays."""
        taken = {self._meeting(place) for place in self.taken()}
        for place, column in self.places.items():
            if self._meeting(place) not in taken:
                self.highest[column] = 0

    def _meeting(self, place: Place) -> tuple[int, int, int]:
        return place[0], place[1], self.problem.round_of[place[2]]

    def maximise(self, wish: dict[int, float], seconds: float, *, nodes: int | None) -> bool:
        """Reach the most of a wish and hold it. nodes: how far it is searched. Gives whether it is proved."""
        highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in {
            "output_flag": False, "threads": 1, "time_limit": seconds,
            "random_seed": self.problem.seed % 2**31, "mip_rel_gap": 0.0 if nodes is None else _NEAR,
            "mip_abs_gap": 1 - 1e-6, "mip_max_nodes": nodes or 2**31 - 1,
        }.items():  # fmt: skip
            highs.setOptionValue(option, value)
        highs.passModel(self._model(wish))
        if self.values is not None:
            solution = highspy.HighsSolution()
            solution.col_value = list(self.values)
            highs.setSolution(solution)
        highs.run()
        found = highs.getInfo()
        if found.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
            self.values = np.array(highs.getSolution().col_value)
            reached = sum(weight * self.values[column] for column, weight in wish.items())
            self.rows.append((dict(wish), round(reached) - 0.5, _INFINITE))
        return bool(highs.getModelStatus() == highspy.HighsModelStatus.kOptimal)

    def _model(self, wish: dict[int, float]) -> Any:
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.whole), len(self.rows)
        costs = np.zeros(len(self.whole))
        costs[list(wish)] = [-weight for weight in wish.values()]
        lp.col_cost_ = costs
        lp.col_lower_, lp.col_upper_ = np.zeros(len(self.whole)), np.array(self.highest)
        lp.row_lower_ = np.array([lower for _terms, lower, _upper in self.rows])
        lp.row_upper_ = np.array([upper for _terms, _lower, upper in self.rows])
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = lp.num_col_, lp.num_row_
        lp.a_matrix_.start_ = np.cumsum([0, *(len(terms) for terms, _lower, _upper in self.rows)])
        lp.a_matrix_.index_ = np.array([column for terms, *_ends in self.rows for column in terms])
        lp.a_matrix_.value_ = np.array([value for terms, *_ends in self.rows for value in terms.values()])
        kinds = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
        lp.integrality_ = [kinds[0] if whole else kinds[1] for whole in self.whole]
        return lp

    def taken(self) -> Places:
        """The visits of the last solution."""
        if self.values is None:
            return ()
        return tuple(place for place, column in self.places.items() if self.values[column] > _TAKEN)
