"""How far teams bring stakeholder groups together: what a funder asks, counted from who sits where.

Who names no stakeholder group is counted neither as a person nor as a teammate, since nobody knows what they add.
Who belongs to several groups is of the same group as anybody who shares one of them: nothing is made to look
better than it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

#: The stakeholder groups of one person.
Groups = tuple[str, ...]


@dataclass(frozen=True)
class TeamMix:
    """One team. people: all of them; known: those who name a group; mixed: those of the known who share the team
    with somebody of another group. pairs: of known people; across: pairs that have no group in common.
    groups: ((group, people), …), the largest first; somebody of two groups is counted in both."""

    team: str
    people: int
    known: int
    mixed: int
    pairs: int
    across: int
    groups: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Mix:
    """All teams. at: when they were announced; None: as they sit now."""

    teams: tuple[TeamMix, ...] = ()
    at: datetime | None = None

    @property
    def people(self) -> int:
        """Everybody in a team."""
        return sum(team.people for team in self.teams)

    @property
    def known(self) -> int:
        """Those of them who name a stakeholder group."""
        return sum(team.known for team in self.teams)

    @property
    def mixed(self) -> int:
        """Those who share a team with somebody of another group than their own."""
        return sum(team.mixed for team in self.teams)

    @property
    def pairs(self) -> int:
        """Pairs of teammates who both name a group."""
        return sum(team.pairs for team in self.teams)

    @property
    def across(self) -> int:
        """Pairs of teammates without a group in common."""
        return sum(team.across for team in self.teams)

    @property
    def share(self) -> float | None:
        """The share of people who have at least one teammate of another group, 0–1; None where nobody counts."""
        return self.mixed / self.known if self.known else None


def mix(rooms: Iterable[tuple[str, Sequence[Groups]]], at: datetime | None = None) -> Mix:
    """The mix of teams. rooms: (name of the team, the groups of each of its people); empty teams are left out."""
    return Mix(tuple(_team(name, people) for name, people in rooms if people), at)


def _team(name: str, people: Sequence[Groups]) -> TeamMix:
    known = [set(groups) for groups in people if groups]
    across = [
        (one, other) for one, other in combinations(range(len(known)), 2) if known[one].isdisjoint(known[other])
    ]
    counted = Counter(group for groups in known for group in groups)
    return TeamMix(
        team=name, people=len(people), known=len(known),
        mixed=len({number for pair in across for number in pair}),
        pairs=len(known) * (len(known) - 1) // 2, across=len(across),
        groups=tuple(sorted(counted.items(), key=lambda one: (-one[1], one[0]))),
    )  # fmt: skip
