"""Possible teams that nobody could tell apart, taken together."""

from __future__ import annotations

from dataclasses import dataclass

from hackdesk.teams.proposal import PossibleTeam, Problem


@dataclass(frozen=True)
class Block:
    """Possible teams of one topic that differ in nothing but who sits in them now."""

    teams: tuple[PossibleTeam, ...]

    @property
    def one(self) -> PossibleTeam:
        """What they have in common."""
        return self.teams[0]


def blocks(problem: Problem) -> tuple[Block, ...]:
    """The possible teams by what tells them apart."""
    alike: dict[object, list[PossibleTeam]] = {}
    for team in problem.teams:
        wants = frozenset(team.languages), frozenset(team.skills), team.carriers
        key = team.topic_id, wants, team.min_size, team.max_size
        alike.setdefault(key, []).append(team)
    return tuple(Block(tuple(teams)) for teams in alike.values())
