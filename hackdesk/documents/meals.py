"""What the lists about meals are drawn from: the kitchen's, and the one for ticking by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from hackdesk.documents.rules import Masthead
from hackdesk.people.diets import Eater, Need
from hackdesk.people.meals import Basis


@dataclass(frozen=True)
class ServedMeal:
    """A meal on a list. at: on the hall's clock; given: how many had it already."""

    name: str
    at: time | None = None
    given: int = 0


@dataclass(frozen=True)
class KitchenGroup:
    """Those who need the same. sure, maybe: who eats for certain, and who may come."""

    needs: tuple[Need, ...]
    sure: tuple[Eater, ...]
    maybe: tuple[Eater, ...] = ()


@dataclass(frozen=True)
class KitchenDay:
    """What the kitchen cooks for on a day. jurors: names of those who are not on the list of people."""

    day: date
    basis: Basis
    meals: tuple[ServedMeal, ...]
    groups: tuple[KitchenGroup, ...]
    jurors: tuple[str, ...] = ()

    @property
    def sure(self) -> int:
        """How many eat for certain, jurors among them."""
        return sum(len(group.sure) for group in self.groups) + len(self.jurors)

    @property
    def maybe(self) -> int:
        """How many may come besides."""
        return sum(len(group.maybe) for group in self.groups)


@dataclass(frozen=True)
class Kitchen:
    """The kitchen's list of diets. at: when it was counted, on the hall's clock."""

    masthead: Masthead
    at: datetime
    days: tuple[KitchenDay, ...]


@dataclass(frozen=True)
class MealGuest:
    """One row of the list for ticking by hand. had: when they had each meal of the day, or ""."""

    name: str
    special: bool
    had: tuple[str, ...]


@dataclass(frozen=True)
class MealDay:
    """A day's meals and who eats them."""

    day: date
    meals: tuple[ServedMeal, ...]
    guests: tuple[MealGuest, ...]


@dataclass(frozen=True)
class MealLists:
    """Lists for ticking meals by hand."""

    masthead: Masthead
    days: tuple[MealDay, ...]
