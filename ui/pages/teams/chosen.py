"""Who is chosen on the board: one person the keys are at, and everybody who was selected with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID


class Chosen:
    """current: where the keys are; anchor: where a run of several began. Ids of people."""

    def __init__(self) -> None:
        self.current: UUID | None = None
        self._several: dict[UUID, None] = {}
        self._anchor: UUID | None = None

    @property
    def people(self) -> tuple[UUID, ...]:
        """Whom a key or a drag concerns: everybody selected, or else the one the keys are at."""
        return tuple(self._several) or ((self.current,) if self.current else ())

    def __contains__(self, person_id: UUID) -> bool:
        """Whether somebody was selected with others."""
        return person_id in self._several

    def go(self, person_id: UUID | None) -> None:
        """Be at somebody without selecting them; those selected stay so."""
        self.current = person_id
        if not self._several:
            self._anchor = person_id

    def only(self, person_id: UUID | None) -> None:
        """Be at this one and let the others go."""
        self._several.clear()
        self.current = self._anchor = person_id

    def toggle(self, person_id: UUID) -> None:
        """Select them too, or let them go."""
        if not self._several and self.current is not None and self.current != person_id:
            self._several[self.current] = None
        if person_id in self._several:
            del self._several[person_id]
        else:
            self._several[person_id] = None
        self.current = self._anchor = person_id

    def mark(self, person_id: UUID) -> None:
        """Select the one the keys are at, or let them go, whatever was at hand before."""
        if person_id in self._several:
            del self._several[person_id]
        else:
            self._several[person_id] = None
        self.current = self._anchor = person_id

    def reach(self, person_id: UUID, order: Sequence[UUID]) -> None:
        """Select everybody from where the run began to this one. order: people as they stand."""
        start = self._anchor if self._anchor in order else person_id
        here, there = sorted((order.index(start), order.index(person_id)))
        self._several = dict.fromkeys(order[here : there + 1])
        self.current = person_id

    def select(self, people: Iterable[UUID]) -> None:
        """Select these and nobody else; the keys stay where they are."""
        self._several = dict.fromkeys(people)

    def clear(self) -> bool:
        """Let everybody go who was selected; gives whether there was somebody."""
        had = bool(self._several)
        self._several.clear()
        return had

    def keep(self, there: Collection[UUID]) -> None:
        """Forget whoever is not on the board any more."""
        self._several = {one: None for one in self._several if one in there}
        if self.current not in there:
            self.current = None
