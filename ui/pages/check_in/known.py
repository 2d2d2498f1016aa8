"""Everybody as the desk's thread knows them: read once, afterwards only whom somebody wrote about since.

Among five thousand people reading and indexing takes a third of a second, in which nobody could be checked in.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from hackdesk.people.rules import Person
from hackdesk.people.search import Index

if TYPE_CHECKING:
    from hackdesk.event.store import Event
    from hackdesk.people.roll import Roll


class Known:
    """people: everybody by id in the order of names. indexes: to find them, by the day that ranks them."""

    def __init__(self) -> None:
        self._roll: Roll | None = None
        self.people: dict[UUID, Person] = {}
        self.indexes: dict[date, Index] = {}

    def read(self, event: Event, days: Collection[date]) -> None:
        """Bring everybody, and the indexes of these days, up to date."""
        from hackdesk.people.roll import Roll

        self._roll = self._roll or Roll()
        with event.read() as session:
            news = self._roll.read(session)
        before = {} if news.everything else self.indexes
        self.people = self._roll.people
        self.indexes = {
            day: before[day].having(news.changed, news.gone) if day in before else Index(self.people.values(), day)
            for day in days
        }
