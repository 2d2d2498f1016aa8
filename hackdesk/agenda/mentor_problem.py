"""The rounds of mentors as numbers: what may be planned, and what a plan of it comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from hackdesk.agenda.mentoring import Mentor, Slot, Wanting, overlap
from hackdesk.teams.rules import folded

#: (mentor, team, slot) by their numbers in the problem.
Place = tuple[int, int, int]
Places = Collection[Place]


@dataclass(frozen=True)
class Problem:
    """Mentors, teams and slots are called by their numbers.

    here, free: the slots in which each mentor, each team can be somewhere. needs: (team, theme) not met yet.
    pairs: (mentor, team) that meet anyhow. seen: how often each team is seen anyhow, by round; visited: whether it
    is at all. loads: how many each mentor sees anyhow. before: where visits were that may be moved (slot −1: in
    none that is left), where little is to change.
    """

    mentors: tuple[Mentor, ...]
    teams: tuple[Wanting, ...]
    slots: tuple[Slot, ...]
    rounds: tuple[tuple[UUID, str], ...]
    here: tuple[frozenset[int], ...]
    free: tuple[frozenset[int], ...]
    needs: tuple[tuple[int, str], ...]
    seen: tuple[tuple[int, ...], ...]
    visited: tuple[bool, ...]
    loads: tuple[int, ...]
    pairs: frozenset[tuple[int, int]] = frozenset()
    before: frozenset[Place] = frozenset()
    least: int = 1
    seed: int = 1
    zone: str = field(default="Europe/Tallinn")

    @cached_property
    def possible(self) -> tuple[Place, ...]:
        """Every visit that could be."""
        return tuple(
            (mentor, team, slot)
            for mentor, slots in enumerate(self.here)
            for team, free in enumerate(self.free)
            if (mentor, team) not in self.pairs
            for slot in sorted(slots & free)
        )

    @cached_property
    def together(self) -> tuple[tuple[int, ...], ...]:
        """Slots of which anybody can be in one only; rounds may run beside each other."""
        found = {
            tuple(number for number, other in enumerate(self.slots) if _runs(other, slot)) for slot in self.slots
        }
        return tuple(sorted(found))

    @cached_property
    def rank(self) -> tuple[int, ...]:
        """How many slots of its round are before each slot."""
        counted: Counter[UUID] = Counter()
        found = []
        for slot in self.slots:
            found.append(counted[slot.round_id])
            counted[slot.round_id] += 1
        return tuple(found)

    @cached_property
    def round_of(self) -> tuple[int, ...]:
        """The number of each slot's round."""
        numbers = {id_: number for number, (id_, _name) in enumerate(self.rounds)}
        return tuple(numbers[slot.round_id] for slot in self.slots)

    def knows(self, mentor: int, theme: str) -> bool:
        """Whether a mentor can help with a theme."""
        return folded(theme) in self.mentors[mentor].known

    def clash(self, one: int, other: int) -> bool:
        """Whether nobody can be in both slots."""
        return overlap(self.slots[one].span, self.slots[other].span)

    def unmet(self, places: Places) -> tuple[tuple[int, str], ...]:
        """(team, theme) that the plan does not see to."""
        return tuple(
            (team, theme) for team, theme in self.needs
            if not any(other == team and self.knows(mentor, theme) for mentor, other, _slot in places)
        )  # fmt: skip


def _runs(slot: Slot, at: Slot) -> bool:
    return slot.starts_at <= at.starts_at < slot.ends_at
