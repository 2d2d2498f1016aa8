"""The order of pitches drawn by lot, so that anybody can draw it again from the number that was called.

Each team's lot is the SHA-256 of "number:team", the team by its id in the file. Without wishes the lowest begins.
A wish keeps a team to the first or the last few places. Each place, from the first on, then goes to the lowest lot
among the teams that may have it and that leave every wish still to come possible. So a wish moves nobody without
need: where the lots alone meet the wishes, their order stands. Teams with the same wish, or with none, are treated
alike, whatever they are called and whoever was entered first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

#: Where a wish counts from; the page has a word for each.
FIRST, LAST = "first", "last"


@dataclass(frozen=True)
class Wish:
    """A team pitches among the `within` first or last. kind: FIRST, LAST. reason: why, for the organisers."""

    team_id: UUID
    kind: str
    within: int = 1
    reason: str = ""

    def places(self, of: int) -> range:
        """The places that meet it among so many, counted from 1."""
        within = min(self.within, of)
        return range(1, within + 1) if self.kind == FIRST else range(of - within + 1, of + 1)

    def met_by(self, order: Sequence[UUID]) -> bool:
        """Whether an order meets it; a team that is not in the order misses nothing."""
        return self.team_id not in order or order.index(self.team_id) + 1 in self.places(len(order))


def lot_of(team: UUID, seed: int) -> str:
    """A team's lot for a number that was called, as 64 digits from 0 to f."""
    return sha256(f"{seed}:{team}".encode()).hexdigest()


def draw(teams: Collection[UUID], seed: int, wishes: Collection[Wish] = ()) -> tuple[UUID, ...]:
    """The teams in drawn order.

    The same number, teams and wishes give the same order, whatever the order they were entered in and whatever the
    version of Python (whose own shuffling is not promised to stay). The wishes must be possible, see `clash`.
    """
    left = sorted(teams, key=lambda team: lot_of(team, seed))
    windows = _windows(teams, wishes)
    order: list[UUID] = []
    for place in range(1, len(left) + 1):
        # Where the wishes are impossible this finds nobody: whoever calls asks `clash` first.
        chosen = next(team for team in left if _may_go(team, place, left, windows))
        order.append(chosen)
        left.remove(chosen)
    return tuple(order)


def clash(teams: Collection[UUID], wishes: Collection[Wish]) -> tuple[Wish, ...]:
    """Wishes that cannot be met together, () where all can; without any one of these the others are possible."""
    found = [wish for wish in wishes if wish.team_id in teams]
    if _possible(_windows(teams, found), 1):
        return ()
    for wish in tuple(found):
        fewer = [other for other in found if other is not wish]
        if not _possible(_windows(teams, fewer), 1):
            found = fewer
    return tuple(found)


def moved(order: Sequence[UUID], team: UUID, place: int) -> tuple[UUID, ...]:
    """The order with a team at another place, counted from 1; beyond the end it is the last."""
    others = [one for one in order if one != team]
    at = max(0, place - 1)
    return (*others[:at], team, *others[at:])


def _windows(teams: Collection[UUID], wishes: Iterable[Wish]) -> dict[UUID, tuple[int, int]]:
    """The first and the last place of each team; the first lies behind the last where its own wishes clash."""
    windows = {team: (1, len(teams)) for team in teams}
    for wish in wishes:
        if wish.team_id in windows:
            places, (low, high) = wish.places(len(teams)), windows[wish.team_id]
            windows[wish.team_id] = (max(low, places[0]), min(high, places[-1]))
    return windows


def _may_go(team: UUID, place: int, left: Collection[UUID], windows: Mapping[UUID, tuple[int, int]]) -> bool:
    low, high = windows[team]
    others = {other: windows[other] for other in left if other != team}
    return low <= place <= high and _possible(others, place + 1)


def _possible(windows: Mapping[UUID, tuple[int, int]], first: int) -> bool:
    """Whether all find a place from `first` on: each place goes to whoever has to be done soonest."""
    waiting = sorted(windows.values(), key=lambda window: window[1])
    for place in range(first, first + len(windows)):
        chosen = next((window for window in waiting if window[0] <= place), None)
        if chosen is None or chosen[1] < place:
            return False
        waiting.remove(chosen)
    return True
