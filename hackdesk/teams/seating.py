"""A problem as numbers and bit masks, and the one plan that is being worked on.

Breaking a hard rule has a price far above anything that can be won by it, so a plan breaks one only where
nothing else is possible. `proposal.broken_rules` names what is left.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from uuid import UUID

from hackdesk.teams.proposal import Participant, Plan, PossibleTeam, Problem, shares_language

_PERSON_TOO_FEW, _PERSON_TOO_MANY = 1000, 5000
#: What it costs that somebody has no place: more than anything they could do to F.
UNPLACED = 2500
_OWNER_ELSEWHERE, _TOGETHER_AGAINST_RULE, _MUST_RUN = 2000, 2000, 5000
_OWNER_OF_SEVERAL = 200
#: A swap that is this much worse after its first half is not worth looking at further.
_HOPELESS = 60
#: So many people are looked at again after each one who joins a team that opens.
_CLOSER_LOOK = 40
#: How often a place is tried that somebody likes: elsewhere little is won, but a lack is sometimes filled.
_LIKED_SHARE = 0.8

#: (mask of people, points)
Priced = tuple[int, int]


@dataclass(frozen=True)
class Guide:
    """What is known of a good plan. liked: for each unit the teams worth trying, None where nobody knows;
    seats: where it may begin.
    """

    liked: list[list[int]] | None
    seats: list[int]


def from_plan(problem: Problem, plan: Plan, liked: list[list[int]] | None = None) -> Guide:
    """To go on from a plan."""
    place = {team.id: number for number, team in enumerate(problem.teams)}
    found = [plan.get(problem.people[members[0]].id) for members in units(problem)]
    return Guide(liked, [len(place) if seat is None else place[seat] for seat in found])


class Seating:
    """Who sits where, and what it costs to join a team, worked out in constant time.

    People who must stay together are one unit. A team that nobody sits in is closed. The last "team" stands
    for having no place; its mask stays empty.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.nowhere = len(problem.teams)
        self.units = units(problem)
        self.options = [_options(problem, unit) for unit in self.units]
        self._allowed = [_mask(options) for options in self.options]
        self._liked = self._all_wished = [self._wished(unit) for unit in range(len(self.units))]
        self._bits = [_mask(unit) for unit in self.units]
        owned = Counter(team.owner_id for team in problem.teams)
        self._wants = [_wanting(problem, person, owned) for person in problem.people]
        self._fills = _filling(problem)
        self._crowds = _sharing(person.groups for person in problem.people)
        self._neighbours = _sharing((person.place,) if person.place else () for person in problem.people)
        self._pairs = _paired(problem)
        self._growing = [_growing(problem, team, owned) for team in problem.teams]
        self._growing.append([0] * len(problem.people))
        self.empty()

    def empty(self, guide: Guide | None = None) -> None:
        """Nobody has a place; what a guide likes is tried more often than the rest, or what people wish for."""
        self._liked = guide.liked if guide and guide.liked else self._all_wished
        self.at = [self.nowhere] * len(self.units)
        self._masks = [0] * (self.nowhere + 1)
        self._members: list[list[int]] = [[] for _ in self._masks]
        self._members[self.nowhere] = list(range(len(self.units)))
        self._leaving = [0] * len(self.units)

    def plan(self) -> dict[UUID, UUID]:
        """Who sits in which team."""
        return {
            self.problem.people[person].id: self.problem.teams[team].id
            for unit, team in zip(self.units, self.at, strict=True)
            for person in unit
            if team != self.nowhere
        }

    def running(self, team: int) -> bool:
        """Whether anybody sits there."""
        return self._masks[team] != 0

    def joining(self, unit: int, team: int, mask: int) -> int:
        """What F grows by when the unit joins those of `mask` in that team."""
        cost = 0
        size = mask.bit_count()
        weights, most, growing = self.problem.weights, self.problem.most_of_a_group, self._growing[team]
        for person in self.units[unit]:
            cost += self._wants[person][team]
            if team == self.nowhere:
                continue
            cost += growing[size]
            for others, points in self._fills[person][team]:
                if not mask & others:
                    cost -= points
            for others in self._neighbours[person]:
                if mask & others:
                    cost += weights.same_place
            for others in self._crowds[person]:
                if (mask & others).bit_count() >= most:
                    cost += weights.same_group
            for others, points in self._pairs[person]:
                if mask & others:
                    cost += points
            mask |= 1 << person
            size += 1
        return cost

    def put(self, unit: int, team: int) -> int:
        """Seat the unit there; gives what F grew by."""
        before = self.at[unit]
        if before != self.nowhere:
            self._masks[before] &= ~self._bits[unit]
        cost = self.joining(unit, team, self._masks[team]) - self.joining(unit, before, self._masks[before])
        if team != self.nowhere:
            self._masks[team] |= self._bits[unit]
        self._members[before].remove(unit)
        self._members[team].append(unit)
        self.at[unit] = team
        return cost

    def attempt(self, change: Callable[[], float], temperature: float, random: Random) -> None:
        """Carry out a change that gives its cost, and take it back unless chance keeps it."""
        before = list(self.at)
        if not _kept(change(), temperature, random):
            for unit, team in enumerate(before):
                if self.at[unit] != team:
                    self.put(unit, team)

    def close(self, team: int) -> float:
        """Everybody of the team goes to the best place among the others; gives the cost."""
        cost = 0.0
        for unit in list(self._members[team]):
            elsewhere = [
                other for other in self.options[unit]
                if other != team and (other == self.nowhere or self._masks[other])
            ]  # fmt: skip
            if not elsewhere:
                return math.inf
            cost += self.put(unit, min(elsewhere, key=lambda t, u=unit: self.joining(u, t, self._masks[t])))  # type: ignore[misc]
        return cost

    def open(self, team: int, people: Iterable[int] | None = None) -> float:
        """Gather the fewest people the team can run with, those it costs least; gives the cost.

        people: the units to choose among; None: everybody.
        """
        able = [
            unit for unit in (range(len(self.units)) if people is None else people)
            if self.at[unit] != team and self._allowed[unit] >> team & 1
        ]  # fmt: skip
        able = heapq.nsmallest(_CLOSER_LOOK, able, key=lambda unit: self._moving(unit, team))
        cost = 0.0
        while able and len(self._members[team]) < self.problem.teams[team].min_size:
            unit = min(able, key=lambda unit: self._moving(unit, team))
            able.remove(unit)
            cost += self.put(unit, team)
        return cost

    def open_with_unplaced(self, team: int) -> float:
        """Gather only people who have no place yet; gives the cost."""
        return self.open(team, self._members[self.nowhere])

    def take_pins(self) -> None:
        """Whoever is pinned sits down first."""
        for unit, options in enumerate(self.options):
            if self.nowhere not in options:
                self.put(unit, options[0])

    def sit_down(self, seats: Iterable[int]) -> None:
        """Each unit takes the seat that is given for it."""
        for unit, team in enumerate(seats):
            self.put(unit, team)

    def settle(self) -> None:
        """Whoever has no place takes the best there is for them now."""
        for unit in list(self._members[self.nowhere]):
            self.put(unit, min(self.options[unit], key=lambda t, u=unit: self.joining(u, t, self._masks[t])))  # type: ignore[misc]

    def anneal(self, temperature: float, steps: int, random: Random) -> None:
        """Try so many random moves and swaps between running teams."""
        self._remember_leaving(range(self.nowhere + 1))
        at, masks, leaving, chance = self.at, self._masks, self._leaving, random.random
        number = len(self.units)
        for _ in range(steps):
            unit = int(chance() * number)
            choice = self._liked[unit] if chance() < _LIKED_SHARE else self.options[unit]
            team, before = choice[int(chance() * len(choice))], at[unit]
            if team == before or not (masks[team] or team == self.nowhere):
                continue
            if _kept(self.joining(unit, team, masks[team]) - leaving[unit], temperature, random):
                self.put(unit, team)
            elif team == self.nowhere or not self._swapped(unit, team, temperature, random):
                continue
            self._remember_leaving((before, team))

    def _swapped(self, unit: int, team: int, temperature: float, random: Random) -> bool:
        """Change places with somebody of that team, if chance keeps it."""
        before, masks = self.at[unit], self._masks
        other = self._members[team][int(random.random() * len(self._members[team]))]
        if not self._allowed[other] >> before & 1:
            return False
        cost = self.joining(unit, team, masks[team] & ~self._bits[other])
        cost -= self._leaving[unit] + self._leaving[other]
        if cost > _HOPELESS:
            return False
        cost += self.joining(other, before, masks[before] & ~self._bits[unit])
        if not _kept(cost, temperature, random):
            return False
        self.put(unit, team)
        self.put(other, before)
        return True

    def _remember_leaving(self, teams: Iterable[int]) -> None:
        for team in teams:
            mask = self._masks[team]
            for unit in self._members[team]:
                self._leaving[unit] = self.joining(unit, team, mask & ~self._bits[unit])

    def _moving(self, unit: int, team: int) -> int:
        now = self.at[unit]
        rest = self._masks[now] & ~self._bits[unit]
        return self.joining(unit, team, self._masks[team]) - self.joining(unit, now, rest)

    def _wished(self, unit: int) -> list[int]:
        """The teams somebody of the unit wishes for; all they may sit in where there is none."""
        wishes = {wish for person in self.units[unit] for wish in self.problem.people[person].wishes}
        teams = self.problem.teams
        liked = [t for t in self.options[unit] if t != self.nowhere and teams[t].topic_id in wishes]
        return liked or self.options[unit]


def _kept(cost: float, temperature: float, random: Random) -> bool:
    return cost <= 0 or random.random() < math.exp(-cost / temperature)


def _mask(numbers: Iterable[int]) -> int:
    return sum(1 << number for number in numbers)


def units(problem: Problem) -> list[tuple[int, ...]]:
    """People by number, those who must sit together as one."""
    number = {person.id: place for place, person in enumerate(problem.people)}
    together = {place: {place} for place in number.values()}
    for pair in problem.pairs:
        if pair.kind == "must_with" and pair.one in number and pair.other in number:
            both = together[number[pair.one]] | together[number[pair.other]]
            together.update(dict.fromkeys(both, both))
    return sorted({tuple(sorted(unit)) for unit in together.values()})


def _options(problem: Problem, unit: tuple[int, ...]) -> list[int]:
    """Where a unit may sit: at its pin, or wherever each shares a language or owns the topic."""
    people = [problem.people[person] for person in unit]
    nowhere = len(problem.teams)
    pins = {person.seat for person in people if person.pinned}
    if pins:
        return [place for place, team in enumerate(problem.teams) if team.id in pins] or [nowhere]
    fitting = [
        place for place, team in enumerate(problem.teams)
        if all(shares_language(person, team) or team.owner_id == person.id for person in people)
    ]  # fmt: skip
    return [*fitting, nowhere]


def _wanting(problem: Problem, person: Participant, owned: Mapping[UUID | None, int]) -> list[int]:
    """What each place costs this person alone: wishes, leaving a team, the owner's own chair."""
    costs = []
    weights, ranks = problem.weights, {wish: rank for rank, wish in reversed([*enumerate(person.wishes[:3], 1)])}
    points = {wish: weights.of_wish(rank) for wish, rank in ranks.items()}
    outside = weights.outside if person.has_wishes else 0
    leaving = problem.change_price if person.seat else 0
    # Who owns several topics can sit in one of them only; no team is short of somebody for that.
    chair = _OWNER_ELSEWHERE if owned[person.id] == 1 else _OWNER_OF_SEVERAL
    for team in problem.teams:
        cost = points.get(team.topic_id, outside)
        if leaving and person.seat != team.id:
            cost += leaving
        costs.append(cost - chair if owned[person.id] and team.owner_id == person.id else cost)
    return [*costs, UNPLACED + leaving]


def _growing(problem: Problem, team: PossibleTeam, owned: Mapping[UUID | None, int]) -> list[int]:
    """What each further person costs a team by its size; the first pays for all that it lacks."""
    weights = problem.weights
    lacks = weights.missing_group * len(problem.wanted_groups) + weights.missing_skill * len(set(team.skills))
    lacks += weights.no_experience * problem.asks_for_experience
    lacks += weights.nobody_to_carry_on * bool(team.carriers)
    present = any(person.id == team.owner_id for person in problem.people)
    if present and team.owner_id and owned[team.owner_id] == 1:
        lacks += _OWNER_ELSEWHERE

    def cost(size: int) -> int:
        if size == 0:
            return _MUST_RUN if team.must_run else 0
        outside = _PERSON_TOO_FEW * max(0, team.min_size - size) + _PERSON_TOO_MANY * max(0, size - team.max_size)
        return lacks + outside + weights.size * abs(size - problem.ideal_size)

    costs = [cost(size) for size in range(len(problem.people) + 1)]
    return [more - less for less, more in pairwise(costs)]


def _filling(problem: Problem) -> list[list[tuple[Priced, ...]]]:
    """For each person and team the lacks they can fill: (everybody who could, points)."""
    people, weights = problem.people, problem.weights
    general = [
        (_mask(n for n, p in enumerate(people) if not set(wanted).isdisjoint(p.groups)), weights.missing_group)
        for wanted in problem.wanted_groups
    ]
    general.append((_mask(n for n, p in enumerate(people) if p.experienced), weights.no_experience))
    skilled = _holders(person.skills for person in people)
    carrying = [_mask(n for n, p in enumerate(people) if p.id in team.carriers) for team in problem.teams]
    rows = []
    for number, person in enumerate(people):
        own = tuple(priced for priced in general if priced[0] >> number & 1)
        skills = {skill: (skilled[skill], weights.missing_skill) for skill in person.skills}
        rows.append([
            own + tuple(skills[skill] for skill in set(team.skills) if skill in skills)
            + (((carriers, weights.nobody_to_carry_on),) if carriers >> number & 1 else ())
            for team, carriers in zip(problem.teams, carrying, strict=True)
        ])  # fmt: skip
    return rows


def _holders(tags: Iterable[Iterable[str]]) -> dict[str, int]:
    masks: dict[str, int] = {}
    for number, held in enumerate(tags):
        for tag in set(held):
            masks[tag] = masks.get(tag, 0) | 1 << number
    return masks


def _sharing(tags: Iterable[Iterable[str]]) -> list[tuple[int, ...]]:
    """For each person, everybody who shares each of their tags."""
    held = [tuple(dict.fromkeys(own)) for own in tags]
    masks = _holders(held)
    return [tuple(masks[tag] for tag in own) for own in held]


def _paired(problem: Problem) -> list[tuple[Priced, ...]]:
    weights = problem.weights
    points = {
        "friends": -weights.friends_apart,
        "rather_not": weights.rather_not,
        "must_not": _TOGETHER_AGAINST_RULE,
    }
    number = {person.id: place for place, person in enumerate(problem.people)}
    found: list[list[Priced]] = [[] for _ in number]
    for pair in problem.pairs:
        if pair.kind in points and pair.one in number and pair.other in number:
            one, other = number[pair.one], number[pair.other]
            found[one].append((1 << other, points[pair.kind]))
            found[other].append((1 << one, points[pair.kind]))
    return [tuple(pairs) for pairs in found]
