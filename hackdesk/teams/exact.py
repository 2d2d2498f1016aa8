"""The same problem as a mixed-integer program, for HiGHS: how good a plan can be at best, and that plan.

Possible teams that nobody could tell apart (one topic, one size range) are one *block*: the program says how many
of them run and who sits in the block, which removes the symmetry between them. A block of several teams is divided
afterwards, each by a small program of its own. Every cost of a team becomes a cost of its block that is never
higher, so the bound holds for the whole room; where each block is one team it is exact.

This module imports highspy and numpy and is therefore imported where somebody waits for a plan, not before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

import highspy
import numpy as np

from hackdesk.teams.blocks import Block, blocks
from hackdesk.teams.proposal import Plan, Problem, shares_language
from hackdesk.teams.seating import UNPLACED, Guide, units

_INFINITE = highspy.kHighsInf
#: F is whole: a plan less than one point above the bound cannot be beaten.
WHOLE = 1 - 1e-6
#: A seat is taken in a solution that was found with numbers in floating point.
_TAKEN = 0.5
#: Hears of better values (or None) and the bound; True stops the search.
Watch = Callable[[Any, float], bool]
#: Seconds for dividing a topic's people among its teams.
_DIVIDING = 2.0


class _Rows:
    """Rows of a sparse matrix while they are being written."""

    def __init__(self) -> None:
        self.starts, self.columns, self.values = [0], [], []  # type: list[int], list[int], list[float]
        self.lower: list[float] = []
        self.upper: list[float] = []

    def add(self, terms: Iterable[tuple[int, float]], lower: float, upper: float) -> None:
        told: dict[int, float] = {}
        for column, value in terms:  # people who sit together share a column
            told[column] = told.get(column, 0) + value
        self.columns += told.keys()
        self.values += told.values()
        self.starts.append(len(self.columns))
        self.lower.append(lower)
        self.upper.append(upper)


class Program:
    """The problem as rows and columns. `seats`: {(unit, block): column}; `running`: the column of each block.

    apart: each possible team is a block of its own.
    """

    def __init__(self, problem: Problem, *, apart: bool = False) -> None:
        self.problem = problem
        self.units = units(problem)
        self.blocks = tuple(Block((team,)) for team in problem.teams) if apart else blocks(problem)
        self.costs: list[float] = []
        self.lowest: list[float] = []
        self.highest: list[float] = []
        self.whole: list[bool] = []
        self.rows = _Rows()
        self.running = [self._column(0, self._least(block), len(block.teams), whole=True) for block in self.blocks]
        self.seats = self._seats()
        self._inside: list[list[tuple[int, int]]] = [[] for _ in self.blocks]
        for (unit, block), column in self.seats.items():
            self._inside[block] += [(person, column) for person in self.units[unit]]
        self._everybody_once()
        self._sizes()
        self._owners()
        for block in range(len(self.blocks)):
            self._lacks(block)
            self._crowds(block)
        self._pairs()

    def _column(self, cost: float, lowest: float, highest: float, *, whole: bool = False) -> int:
        self.costs.append(cost)
        self.lowest.append(lowest)
        self.highest.append(highest)
        self.whole.append(whole)
        return len(self.costs) - 1

    def _slack(self, cost: float) -> int:
        return self._column(cost, 0, _INFINITE)

    def _least(self, block: Block) -> int:
        pinned = {person.seat for person in self.problem.people if person.pinned}
        return sum(team.must_run or team.id in pinned for team in block.teams)

    def _seats(self) -> dict[tuple[int, int], int]:
        people, found = self.problem.people, {}
        for unit, members in enumerate(self.units):
            pins = {people[person].seat for person in members if people[person].pinned}
            for number, block in enumerate(self.blocks):
                ids = {team.id for team in block.teams}
                owns = {team.owner_id for team in block.teams}
                fits = all(
                    shares_language(people[person], block.one) or people[person].id in owns for person in members
                )
                if (pins and pins.isdisjoint(ids)) or not (pins or fits):
                    continue
                cost = sum(self._wanting(person, block, ids) for person in members)
                lowest = 1 if pins else 0
                found[unit, number] = self._column(cost, lowest, 1, whole=True)
        return found

    def _wanting(self, number: int, block: Block, ids: set[UUID]) -> float:
        person = self.problem.people[number]
        cost = self.problem.weights.of_wish(person.rank(block.one.topic_id)) if person.has_wishes else 0
        return cost + (self.problem.change_price if person.seat is not None and person.seat not in ids else 0)

    def _everybody_once(self) -> None:
        terms: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for (unit, _block), column in self.seats.items():
            terms[unit].append((column, 1))
        # Nobody is left out while there is any way to place them.
        self.without = [self._column(_left_out(self.problem, members), 0, 1, whole=True) for members in self.units]
        for unit, column in enumerate(self.without):
            self.rows.add([*terms[unit], (column, 1)], 1, 1)

    def _sizes(self) -> None:
        weight = self.problem.weights.size
        for number, block in enumerate(self.blocks):
            here = [(column, 1.0) for _person, column in self._inside[number]]
            running = self.running[number]
            self.rows.add([*here, (running, -block.one.min_size)], 0, _INFINITE)
            self.rows.add([*here, (running, -block.one.max_size)], -_INFINITE, 0)
            if weight:
                more, less = self._slack(weight), self._slack(weight)
                terms = [*here, (running, -self.problem.ideal_size), (more, -1), (less, 1)]
                self.rows.add(terms, 0, 0)

    def _owners(self) -> None:
        """A topic whose owner is here runs only with them; who owns several sits in one of those that run."""
        unit_of = {person: unit for unit, members in enumerate(self.units) for person in members}
        own: dict[int, list[int]] = defaultdict(list)
        number = {person.id: place for place, person in enumerate(self.problem.people)}
        for place, block in enumerate(self.blocks):
            for owner in {number[team.owner_id] for team in block.teams if team.owner_id in number}:
                own[owner].append(place)
        for owner, places in own.items():
            if self.problem.people[owner].pinned:
                continue
            chairs = [(self.seats[unit_of[owner], at], 1.0) for at in places if (unit_of[owner], at) in self.seats]
            for at in places:
                most = float(len(self.blocks[at].teams))
                self.rows.add([(self.running[at], -1), *((c, most) for c, _ in chairs)], 0, _INFINITE)

    def _lacks(self, block: int) -> None:
        """What a running team misses: a role group, experience, a skill its topic needs."""
        people, weights = self.problem.people, self.problem.weights
        inside, running = self._inside[block], self.running[block]
        wants: list[tuple[float, list[int]]] = [
            (weights.missing_group, [c for p, c in inside if not set(wanted).isdisjoint(people[p].groups)])
            for wanted in self.problem.wanted_groups
        ]
        if self.problem.asks_for_experience:
            wants.append((weights.no_experience, [c for p, c in inside if people[p].experienced]))
        carriers = self.blocks[block].one.carriers
        if carriers:
            wants.append((weights.nobody_to_carry_on, [c for p, c in inside if people[p].id in carriers]))
        wants += [
            (weights.missing_skill, [c for p, c in inside if skill in people[p].skills])
            for skill in sorted(set(self.blocks[block].one.skills))
        ]
        for cost, who in wants:
            if cost:
                lack = self._slack(cost)
                terms = [(lack, 1), (running, -1), *((column, 1) for column in dict.fromkeys(who))]
                self.rows.add(terms, 0, _INFINITE)

    def _crowds(self, block: int) -> None:
        """More than so many of one group, more than one from the same place."""
        people, weights = self.problem.people, self.problem.weights
        groups: dict[str, list[int]] = defaultdict(list)
        places: dict[str, list[int]] = defaultdict(list)
        for person, column in self._inside[block]:
            for group in dict.fromkeys(people[person].groups):
                groups[group].append(column)
            if people[person].place:
                places[people[person].place].append(column)
        for cost, most, who in (
            *((weights.same_group, self.problem.most_of_a_group, columns) for columns in groups.values()),
            *((weights.same_place, 1, columns) for columns in places.values()),
        ):
            if cost and len(who) > most:
                over = self._slack(cost)
                terms = [(over, -1.0), (self.running[block], -most), *((column, 1.0) for column in who)]
                self.rows.add(terms, -_INFINITE, 0)

    def _pairs(self) -> None:
        number = {person.id: place for place, person in enumerate(self.problem.people)}
        unit_of = {person: unit for unit, members in enumerate(self.units) for person in members}
        weights = self.problem.weights
        for pair in self.problem.pairs:
            if pair.one not in number or pair.other not in number or pair.kind == "must_with":
                continue
            one, other = unit_of[number[pair.one]], unit_of[number[pair.other]]
            apart = self._slack(weights.friends_apart) if pair.kind == "friends" else -1
            together = self._slack(weights.rather_not) if pair.kind == "rather_not" else -1
            for block in range(len(self.blocks)):
                a, b = self.seats.get((one, block)), self.seats.get((other, block))
                if pair.kind == "friends" and a is not None:
                    # Whoever has no place is apart from nobody.
                    there = [(column, 1.0) for column in (b, self.without[other]) if column is not None]
                    self.rows.add([(apart, 1), (a, -1), *there], 0, _INFINITE)
                elif a is not None and b is not None and pair.kind != "friends":
                    terms = [(a, 1.0), (b, 1.0), (self.running[block], -1.0)]
                    self.rows.add([*terms, *([(together, -1.0)] if together >= 0 else [])], -_INFINITE, 0)

    def model(self, settled: Mapping[int, float], *, relaxed: bool) -> Any:
        """The program as HiGHS takes it. settled: columns with their value; relaxed: without whole numbers."""
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.costs), len(self.rows.lower)
        lp.col_cost_ = np.array(self.costs)
        lower, upper = np.array(self.lowest), np.array(self.highest)
        columns, values = list(settled), list(settled.values())
        lower[columns] = upper[columns] = values
        lp.col_lower_, lp.col_upper_ = lower, upper
        lp.row_lower_, lp.row_upper_ = np.array(self.rows.lower), np.array(self.rows.upper)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = lp.num_col_, lp.num_row_
        lp.a_matrix_.start_ = np.array(self.rows.starts)
        lp.a_matrix_.index_ = np.array(self.rows.columns)
        lp.a_matrix_.value_ = np.array(self.rows.values)
        if not relaxed:
            kinds = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
            lp.integrality_ = [kinds[0] if whole else kinds[1] for whole in self.whole]
        return lp

    def plan(self, values: Any) -> dict[UUID, UUID] | None:
        """Who sits where in a solution; a block of several teams is divided by a program of its own.

        None where a block cannot be divided: its people fit into its teams by number only.
        """
        inside: dict[int, list[int]] = defaultdict(list)
        for (unit, place), column in self.seats.items():
            if values[column] > _TAKEN:
                inside[place] += self.units[unit]
        plan: dict[UUID, UUID] = {}
        for number, members in inside.items():
            block = self.blocks[number]
            if len(block.teams) == 1:
                plan.update((self.problem.people[person].id, block.one.id) for person in members)
            else:
                divided = self._divided(block, members, round(values[self.running[number]]))
                if divided is None:
                    return None
                plan.update(divided)
        return plan

    def _divided(self, block: Block, members: list[int], teams: int) -> dict[UUID, UUID] | None:
        people = tuple(self.problem.people[person] for person in sorted(members))
        part = Program(replace(self.problem, people=people, teams=block.teams), apart=True)
        part.rows.add([(column, 1) for column in part.running], teams, teams)
        found = Search(part, seconds=_DIVIDING)
        return None if found.values is None else part.plan(found.values)

    def guide(self, relaxed: Search, points: float) -> Guide:
        """What the relaxed program says: the likeliest seat of each unit, and those that cost few points more."""
        place = {team.id: number for number, team in enumerate(self.problem.teams)}
        liked: list[list[int]] = [[] for _ in self.units]
        likeliest = [(0.0, -1)] * len(self.units)
        for (unit, number), column in self.seats.items():
            if relaxed.worse[column] <= points:
                liked[unit] += [place[team.id] for team in self.blocks[number].teams]
            likeliest[unit] = max(likeliest[unit], (float(relaxed.values[column]), number))
        turns = _in_turn(self, [at for _, at in likeliest], relaxed)
        seats = [place.get(seat, len(place)) if seat else len(place) for seat in turns]
        return Guide([teams or [seat] for teams, seat in zip(liked, seats, strict=True)], seats)

    def beyond(self, worse: Any, points: float) -> list[int]:
        """The seats that cost so many points or more: no plan with one of them is better by a whole point."""
        return [column for column in self._free() if worse[column] > points - WHOLE]

    def _free(self) -> list[int]:
        """The seats that nobody is pinned to."""
        return [column for column in self.seats.values() if not self.lowest[column]]

    def all_but_the_nearest(self, worse: Any, seats_a_unit: int) -> list[int]:
        """The seats to close so that about so many stay for each unit, those that cost least."""
        return sorted(self._free(), key=lambda c: (worse[c], c))[seats_a_unit * len(self.units) :]

    def start(self, plan: Plan) -> Any:
        """A plan as a whole solution to begin from; None where it is none."""
        place = {team.id: number for number, block in enumerate(self.blocks) for team in block.teams}
        chosen = {column: 0.0 for column, whole in enumerate(self.whole) if whole}
        for unit, members in enumerate(self.units):
            seat = plan.get(self.problem.people[members[0]].id)
            column = self.seats.get((unit, place[seat])) if seat else self.without[unit]
            if column is not None:
                chosen[column] = 1.0
        running = defaultdict(set)
        for seat in plan.values():
            running[place[seat]].add(seat)
        chosen |= {column: float(len(running[number])) for number, column in enumerate(self.running)}
        return Search(self, seconds=_DIVIDING, relaxed=True, settled=chosen).values


def _in_turn(program: Program, inside: list[int], relaxed: Search) -> list[UUID | None]:
    """A team for each unit of the block it is in: its pin, or one of those that run after the other."""
    people, turns = program.problem.people, [0] * len(program.blocks)
    seats: list[UUID | None] = []
    for members, number in zip(program.units, inside, strict=True):
        pins = [people[person].seat for person in members if people[person].pinned]
        if number < 0 or pins:
            seats.append(pins[0] if pins else None)
            continue
        running = round(float(relaxed.values[program.running[number]]))
        teams = program.blocks[number].teams[: max(1, running)]
        seats.append(teams[turns[number] % len(teams)].id)
        turns[number] += 1
    return seats


def _left_out(problem: Problem, members: tuple[int, ...]) -> float:
    leaving = sum(problem.people[member].seat is not None for member in members)
    return UNPLACED * len(members) + problem.change_price * leaving


class Search:
    """One run of HiGHS: `values` of the best solution (None: there is none), and the `bound` no plan can beat.

    settled: {column: value} of those that are not searched; relaxed: without whole numbers, then `worse` says by
    how much F grows for each column. begin: values of all columns.
    watch(values or None, bound) hears of each better solution and is asked all the while; True stops.
    """

    def __init__(
        self, program: Program, *, seconds: float, settled: Mapping[int, float] | None = None,
        relaxed: bool = False, begin: Any = None, watch: Watch | None = None,
    ) -> None:  # fmt: skip
        self._watch = watch
        self.values: Any = None
        self.highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in {
            "output_flag": False, "threads": 1, "random_seed": 1, "time_limit": max(seconds, 0.01),
            "mip_rel_gap": 0.0, "mip_abs_gap": WHOLE,
        }.items():  # fmt: skip
            self.highs.setOptionValue(option, value)
        self.highs.passModel(program.model(settled or {}, relaxed=relaxed))
        if begin is not None:
            # A whole one: HiGHS would complete a part with a program whose bounds it tells as if they were ours.
            solution = highspy.HighsSolution()
            solution.col_value = list(begin)
            self.highs.setSolution(solution)
        if watch is not None:
            self.highs.cbMipImprovingSolution.subscribe(self._better)
            self.highs.cbMipInterrupt.subscribe(self._asked)
            self.highs.cbSimplexInterrupt.subscribe(self._asked)
        self.highs.run()
        self._take_result(relaxed)

    def _take_result(self, relaxed: bool) -> None:
        solution, found = self.highs.getSolution(), self.highs.getInfo()
        optimal = self.highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        feasible = found.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        self.complete = optimal
        self.impossible = self.highs.getModelStatus() == highspy.HighsModelStatus.kInfeasible
        if feasible:
            self.values = np.array(solution.col_value)
        if relaxed:
            self.bound = found.objective_function_value if optimal else -_INFINITE
            self.worse = np.array(solution.col_dual)
        else:
            self.bound = found.mip_dual_bound

    def _better(self, event: Any) -> None:
        assert self._watch is not None
        if self._watch(np.array(event.data_out.mip_solution), event.data_out.mip_dual_bound):
            event.interrupt()

    def _asked(self, event: Any) -> None:
        assert self._watch is not None
        if self._watch(None, event.data_out.mip_dual_bound):
            event.interrupt()
