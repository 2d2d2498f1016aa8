"""Runs of HiGHS over a program: how good a plan can be at best, and that plan.

A program knows every seat of everybody; most of them are never of use. Only those that are looked at are handed
over, so that six hundred people need neither the time nor the memory for all of their seats.

This module imports highspy and numpy and is therefore imported where somebody waits for a plan, not before.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Any

import highspy
import numpy as np

from hackdesk.teams.program import Program
from hackdesk.teams.proposal import Plan

_INFINITE = highspy.kHighsInf
#: F is whole: a plan less than one point above the bound cannot be beaten.
WHOLE = 1 - 1e-6
#: Seconds for completing a plan to a solution.
_COMPLETING = 2.0
#: Of the seats that nobody wished for, one of so many is looked at from the beginning: enough to fill the teams.
_ONE_OF = 25
#: So many seats a unit are added each time the relaxed program finds that others would be better.
_MORE = 5
#: What counts as better, in points.
_BETTER = 1e-6
#: HiGHS looks for cuts longer than such programs are worth; with a small pool it is done in half of the time.
_POOL, _POOL_AGE = 500, 5
#: Hears of better values (or None) and the bound; True stops the search.
Watch = Callable[[Any, float], bool]


class _Matrix:
    """A program in numpy's arrays, and parts of it as HiGHS takes them."""

    def __init__(self, program: Program) -> None:
        rows = program.rows
        self.costs, self.lowest = np.array(program.costs), np.array(program.lowest)
        self.highest, self.whole = np.array(program.highest), np.array(program.whole, dtype=bool)
        self.lower, self.upper = np.array(rows.lower), np.array(rows.upper)
        self._columns, self._values = np.array(rows.columns), np.array(rows.values)
        self._rows = np.repeat(np.arange(len(rows.lower), dtype=np.int32), np.diff(np.array(rows.starts)))

    def part(self, columns: Any, lowest: Any, highest: Any) -> Any:
        """Of all columns only these, in this order, with these bounds; the others are 0."""
        place = np.full(len(self.costs), -1, dtype=np.int32)
        place[columns] = np.arange(len(columns), dtype=np.int32)
        inside = place[self._columns] >= 0
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(columns), len(self.lower)
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = self.costs[columns], lowest, highest
        lp.row_lower_, lp.row_upper_ = self.lower, self.upper
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = lp.num_col_, lp.num_row_
        lp.a_matrix_.start_ = _starts(np.bincount(self._rows[inside], minlength=len(self.lower)))
        lp.a_matrix_.index_, lp.a_matrix_.value_ = place[self._columns[inside]], self._values[inside]
        return lp

    def add(self, highs: Any, columns: Any) -> None:
        """Give a program that HiGHS has these columns too, behind those it has."""
        place = np.full(len(self.costs), -1, dtype=np.int32)
        place[columns] = np.arange(len(columns), dtype=np.int32)
        inside = np.flatnonzero(place[self._columns] >= 0)
        inside = inside[np.argsort(place[self._columns[inside]], kind="stable")]
        starts = _starts(np.bincount(place[self._columns[inside]], minlength=len(columns)))[:-1]
        highs.addCols(
            len(columns), self.costs[columns], self.lowest[columns], self.highest[columns],
            len(inside), starts, self._rows[inside], self._values[inside],
        )  # fmt: skip

    def worse(self, prices: Any) -> Any:
        """By how much F grows for each column, at these prices of the rows."""
        return self.costs - np.bincount(
            self._columns, weights=self._values * prices[self._rows], minlength=len(self.costs)
        )


def _starts(counts: Any) -> Any:
    return np.concatenate(([0], np.cumsum(counts))).astype(np.int32)


def _highs(seconds: float) -> Any:
    highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in {
        "output_flag": False, "threads": 1, "random_seed": 1, "time_limit": max(seconds, 0.01),
        "mip_rel_gap": 0.0, "mip_abs_gap": WHOLE, "mip_pool_soft_limit": _POOL, "mip_pool_age_limit": _POOL_AGE,
    }.items():  # fmt: skip
        highs.setOptionValue(option, value)
    return highs


def _optimal(highs: Any) -> bool:
    return bool(highs.getModelStatus() == highspy.HighsModelStatus.kOptimal)


class Relaxed:
    """The program without whole numbers: no plan is better than its `bound`.

    `values` of all columns, and in `worse` by how much F grows for each. complete: it came to its end in time.
    It begins with the seats that are likely and takes in others as long as they are better.
    """

    def __init__(self, program: Program, plan: Plan, *, seconds: float, watch: Watch) -> None:
        end = time.monotonic() + seconds
        self.bound, self.complete = -_INFINITE, False
        self.values = self.worse = np.zeros(0)
        matrix, unit = _Matrix(program), _unit_of(program)
        kept = unit < 0
        kept[program.likely(plan)] = True
        kept[np.flatnonzero(unit >= 0)[::_ONE_OF]] = kept[program.without] = True
        columns = np.flatnonzero(kept)
        highs = _highs(seconds)
        highs.cbSimplexInterrupt.subscribe(lambda event: event.interrupt() if watch(None, -_INFINITE) else None)
        highs.passModel(matrix.part(columns, matrix.lowest[columns], matrix.highest[columns]))
        while True:
            highs.setOptionValue("time_limit", max(highs.getRunTime() + end - time.monotonic(), 0.01))
            highs.run()
            if not _optimal(highs):
                return
            solution = highs.getSolution()
            self.worse = matrix.worse(np.array(solution.row_dual))
            more = _best_of_each(np.flatnonzero(~kept & (self.worse < -_BETTER)), self.worse, unit)
            if not len(more):
                break
            kept[more] = True
            columns = np.concatenate((columns, more))
            matrix.add(highs, more)
        self.values = np.zeros(len(matrix.costs))
        self.values[columns] = np.array(solution.col_value)
        self.bound, self.complete = highs.getInfo().objective_function_value, True


def _unit_of(program: Program) -> Any:
    """Whose seat each column is; -1: nobody's."""
    found = np.full(len(program.costs), -1, dtype=np.int32)
    found[list(program.seats.values())] = [unit for unit, _block in program.seats]
    return found


def _best_of_each(columns: Any, worse: Any, unit: Any) -> Any:
    """Of these seats those that cost each unit least."""
    order = columns[np.lexsort((worse[columns], unit[columns]))]
    begins = np.flatnonzero(np.diff(unit[order], prepend=-1))
    turn = np.arange(len(order)) - np.repeat(begins, np.diff(begins, append=len(order)))
    return np.sort(order[turn < _MORE])


def within(program: Program, relaxed: Relaxed, points: float) -> Any:
    """The seats of which a plan could be better by a whole point than one so many points above the bound."""
    return _fixed_or(program, relaxed.worse <= points - WHOLE)


def nearest(program: Program, relaxed: Relaxed, seats_a_unit: float, plan: Plan) -> Any:
    """About so many seats for each unit, those that cost least, and where the plan has them."""
    open_ = np.zeros(len(program.costs), dtype=bool)
    seats = np.fromiter(program.seats.values(), dtype=np.int64)
    open_[seats[np.argsort(relaxed.worse[seats], kind="stable")][: int(seats_a_unit * len(program.units))]] = True
    open_[list(program.chosen(plan))] = True
    return _fixed_or(program, open_)


def _fixed_or(program: Program, open_: Any) -> Any:
    """Columns of places: those of pins, and what is open of the others."""
    places = np.array([*program.seats.values(), *program.without])
    return places[open_[places] | (np.array(program.lowest)[places] > 0)]


class Search:
    """One exact search: `values` of the best solution (None: there is none), and the `bound` no plan can beat.

    points: what its best solution costs. places: the columns of seats, and of having none, that are searched;
    None: all. begin: a plan to begin from.
    watch(values or None, bound) hears of each better solution and is asked all the while; True stops.
    """

    def __init__(
        self, program: Program, *, seconds: float, places: Iterable[int] | None = None, begin: Plan | None = None,
        watch: Watch | None = None,
    ) -> None:  # fmt: skip
        self._watch = watch
        self.values: Any = None
        self.points = _INFINITE
        matrix = _Matrix(program)
        kept = np.ones(len(matrix.costs), dtype=bool)
        if places is not None:
            kept[[*program.seats.values(), *program.without]] = False
            kept[np.fromiter(places, dtype=np.int64)] = True
        self._columns, self._number = np.flatnonzero(kept), len(kept)
        lp = matrix.part(self._columns, matrix.lowest[self._columns], matrix.highest[self._columns])
        whole = matrix.whole[self._columns]
        begun = None if begin is None else self._completed(matrix, program.chosen(begin), whole)
        kinds = highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger
        lp.integrality_ = [kinds[one] for one in whole.tolist()]
        del matrix
        self._run(lp, begun, seconds)

    def _completed(self, matrix: _Matrix, chosen: dict[int, float], whole: Any) -> Any:
        """A plan as a whole solution; None where it is none, or takes a seat that is not searched.

        Half a one will not do: HiGHS would complete it with a program whose bounds it tells as if they were ours.
        """
        values = np.zeros(self._number)
        values[list(chosen)] = list(chosen.values())
        if values.sum() != (values := values[self._columns]).sum():
            return None
        lowest, highest = matrix.lowest[self._columns], matrix.highest[self._columns]
        lowest[whole] = highest[whole] = values[whole]
        highs = _highs(_COMPLETING)
        highs.passModel(matrix.part(self._columns, lowest, highest))
        highs.run()
        return highs.getSolution() if _optimal(highs) else None

    def _run(self, lp: Any, begun: Any, seconds: float) -> None:
        highs = _highs(seconds)
        highs.passModel(lp)
        del lp
        if begun is not None:
            solution = highspy.HighsSolution()
            solution.col_value = begun.col_value
            highs.setSolution(solution)
        if self._watch is not None:
            highs.cbMipImprovingSolution.subscribe(self._better)
            highs.cbMipInterrupt.subscribe(self._asked)
            highs.cbSimplexInterrupt.subscribe(self._asked)
        highs.run()
        found = highs.getInfo()
        self.complete = _optimal(highs)
        self.impossible = bool(highs.getModelStatus() == highspy.HighsModelStatus.kInfeasible)
        self.bound = found.mip_dual_bound
        if found.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
            self.points = found.objective_function_value
            self.values = self._all(highs.getSolution().col_value)

    def _all(self, values: Any) -> Any:
        """The values of all columns, from those that were searched."""
        every = np.zeros(self._number)
        every[self._columns] = np.array(values)
        return every

    def _better(self, event: Any) -> None:
        assert self._watch is not None
        if self._watch(self._all(event.data_out.mip_solution), event.data_out.mip_dual_bound):
            event.interrupt()

    def _asked(self, event: Any) -> None:
        assert self._watch is not None
        if self._watch(None, event.data_out.mip_dual_bound):
            event.interrupt()
