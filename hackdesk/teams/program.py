"""The same problem as a mixed-integer program: its rows and columns, in arrays as small as they can be.

Possible teams that nobody could tell apart (one topic, one size range) are one *block*: the program says how many
of them run and who sits in the block, which removes the symmetry between them. Every cost of a team becomes a cost
of its block that is never higher, so the bound holds for the whole room; where each block is one team it is exact.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from math import inf
from uuid import UUID

from hackdesk.teams.blocks import Block, blocks
from hackdesk.teams.proposal import Plan, Problem, shares_language
from hackdesk.teams.seating import UNPLACED, units


class Rows:
    """Rows of a sparse matrix, one behind the other."""

    def __init__(self) -> None:
        self.starts, self.columns, self.values = array("i", [0]), array("i"), array("d")
        self.lower, self.upper = array("d"), array("d")

    def add(self, terms: Iterable[tuple[int, float]], lower: float, upper: float) -> None:
        told: dict[int, float] = {}
        for column, value in terms:  # people who sit together share a column
            told[column] = told.get(column, 0) + value
        self.columns.extend(told.keys())
        self.values.extend(told.values())
        self.starts.append(len(self.columns))
        self.lower.append(lower)
        self.upper.append(upper)


class Program:
    """The problem as rows and columns. `seats`: {(unit, block): column}; `running`: the column of each block.

    `without`: for each unit the column of having no place. apart: each possible team is a block of its own.
    """

    def __init__(self, problem: Problem, *, apart: bool = False) -> None:
        self.problem = problem
        self.units = units(problem)
        self.blocks = tuple(Block((team,)) for team in problem.teams) if apart else blocks(problem)
        self.costs, self.lowest, self.highest = array("d"), array("d"), array("d")
        self.whole = bytearray()
        self.rows = Rows()
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
        del self._inside

    def _column(self, cost: float, lowest: float, highest: float, *, whole: bool = False) -> int:
        self.costs.append(cost)
        self.lowest.append(lowest)
        self.highest.append(highest)
        self.whole.append(whole)
        return len(self.costs) - 1

    def _slack(self, cost: float) -> int:
        return self._column(cost, 0, inf)

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
            self.rows.add([*here, (running, -block.one.min_size)], 0, inf)
            self.rows.add([*here, (running, -block.one.max_size)], -inf, 0)
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
                teams = self.blocks[at].teams
                own_teams = [team for team in teams if team.owner_id == self.problem.people[owner].id]
                # Teams of the topic that are not theirs may run without them, as long as theirs does not have to.
                others = 0 if any(team.must_run for team in own_teams) else len(teams) - len(own_teams)
                self.rows.add([(self.running[at], -1), *((c, len(teams)) for c, _ in chairs)], -others, inf)

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
                self.rows.add(terms, 0, inf)

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
                self.rows.add(terms, -inf, 0)

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
                    self.rows.add([(apart, 1), (a, -1), *there], 0, inf)
                elif a is not None and b is not None and pair.kind != "friends":
                    terms = [(a, 1.0), (b, 1.0), (self.running[block], -1.0)]
                    self.rows.add([*terms, *([(together, -1.0)] if together >= 0 else [])], -inf, 0)

    def likely(self, plan: Plan) -> list[int]:
        """The columns of seats that are wished for, owned or pinned, or where the plan has somebody."""
        people, place = self.problem.people, self._place()
        found = []
        for (unit, block), column in self.seats.items():
            members = [people[person] for person in self.units[unit]]
            topic, owners = self.blocks[block].one.topic_id, {team.owner_id for team in self.blocks[block].teams}
            if (
                self.lowest[column]
                or place.get(plan.get(members[0].id)) == block
                or any(one.rank(topic) or one.id in owners for one in members)
            ):
                found.append(column)
        return found

    def chosen(self, plan: Plan) -> dict[int, float]:
        """A plan as values: of each column that is not 0 and a whole number in every solution."""
        place, people = self._place(), self.problem.people
        chosen: dict[int, float] = {}
        for unit, members in enumerate(self.units):
            seat = plan.get(people[members[0]].id)
            column = self.seats.get((unit, place[seat])) if seat else self.without[unit]
            if column is not None:
                chosen[column] = 1.0
        running: dict[int, set[UUID]] = defaultdict(set)
        for seat in plan.values():
            running[place[seat]].add(seat)
        return chosen | {self.running[block]: float(len(teams)) for block, teams in running.items()}

    def _place(self) -> dict[UUID | None, int]:
        """The block of each possible team."""
        return {team.id: number for number, block in enumerate(self.blocks) for team in block.teams}


def _left_out(problem: Problem, members: tuple[int, ...]) -> float:
    leaving = sum(problem.people[member].seat is not None for member in members)
    return UNPLACED * len(members) + problem.change_price * leaving
