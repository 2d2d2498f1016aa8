"""The order of pitches drawn by lot, so that anybody can draw it again from the number that was called."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from hashlib import sha256
from uuid import UUID


def draw(teams: Collection[UUID], seed: int) -> tuple[UUID, ...]:
    """The teams in drawn order: each draws the SHA-256 of "seed:id", the lowest begins.

    The same seed and teams give the same order, whatever the order they were entered in and whatever
    the version of Python (whose own shuffling is not promised to stay).
    """
    return tuple(sorted(teams, key=lambda team: sha256(f"{seed}:{team}".encode()).digest()))


def swapped(order: Sequence[UUID], one: UUID, other: UUID) -> tuple[UUID, ...]:
    """The order with two teams changed for each other."""
    exchanged = {one: other, other: one}
    return tuple(exchanged.get(team, team) for team in order)
