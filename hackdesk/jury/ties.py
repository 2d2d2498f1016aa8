"""Teams with exactly the same score: the ladder that decides, fixed before the first ballot.

Score on the first declared criterion → on the second → … → how many jurors put A before B (only where
exactly two are tied) → a recorded vote of the jury → a shared place. Never the alphabet, never the order
of entry.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from hackdesk.jury.rules import TieVote

Group = tuple[UUID, ...]


class Rung(StrEnum):
    """What decided a tie. shared: nothing did."""

    CRITERION = "criterion"
    JURORS = "jurors"
    VOTE = "vote"
    SHARED = "shared"


@dataclass(frozen=True)
class TieBreak:
    """What became of teams with one score. groups: ids of the teams, best first; one group: still tied.

    criterion: the name of the criterion that decided. counts: how many jurors put the first before the
    second, and the other way round. reason: why the jury voted as it did.
    """

    rung: Rung
    groups: tuple[Group, ...]
    criterion: str = ""
    counts: tuple[int, int] | None = None
    reason: str = ""


@dataclass(frozen=True)
class Ladder:
    """What the ladder looks at; asked only about teams that are tied.

    criteria: (name, the score of a team on this criterion) in declared order. jurors: how many put the first
    team before the second, and the other way round. votes: recorded votes of the jury, the latest last.
    """

    criteria: tuple[tuple[str, Callable[[UUID], Fraction]], ...]
    jurors: Callable[[UUID, UUID], tuple[int, int]]
    votes: tuple[TieVote, ...] = ()


def resolved(tied: Group, ladder: Ladder) -> tuple[tuple[Group, ...], tuple[TieBreak, ...]]:
    """The tied teams in groups, best first, and what decided at each step.

    A group of several teams shares its place. Within a group the order of `tied` is kept.
    """
    if len(tied) == 1:
        return (tied,), ()
    broken = _by_criterion(tied, ladder) or _by_jurors(tied, ladder) or _by_vote(tied, ladder)
    if broken is None:
        return (tied,), (TieBreak(Rung.SHARED, (tied,)),)
    groups: list[Group] = []
    breaks = [broken]
    for group in broken.groups:
        inner, more = resolved(group, ladder)
        groups += inner
        breaks += more
    return tuple(groups), tuple(breaks)


def _by_criterion(tied: Group, ladder: Ladder) -> TieBreak | None:
    for name, value in ladder.criteria:
        values = {team: value(team) for team in tied}
        heights = sorted(set(values.values()), reverse=True)
        if len(heights) > 1:
            groups = tuple(tuple(team for team in tied if values[team] == height) for height in heights)
            return TieBreak(Rung.CRITERION, groups, criterion=name)
    return None


def _by_jurors(tied: Group, ladder: Ladder) -> TieBreak | None:
    if len(tied) != 2:
        return None
    one, other = tied
    for_one, for_other = ladder.jurors(one, other)
    if for_one == for_other:
        return None
    if for_one > for_other:
        return TieBreak(Rung.JURORS, ((one,), (other,)), counts=(for_one, for_other))
    return TieBreak(Rung.JURORS, ((other,), (one,)), counts=(for_other, for_one))


def _by_vote(tied: Group, ladder: Ladder) -> TieBreak | None:
    # A vote on A, B and C says nothing about a tie of A and B alone: the jury decided another question.
    for vote in reversed(ladder.votes):
        if set(vote.order) == set(tied):
            return TieBreak(Rung.VOTE, tuple((team,) for team in vote.order), reason=vote.reason)
    return None
