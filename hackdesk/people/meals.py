"""Meals: which one is on now, who has had it, who eats it, and how many of each diet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people.diets import DietGroup, Eater, Need, by_diet
from hackdesk.people.rules import Person, written

#: When a meal is that nobody gave a time.
_NOON = time(12)


@dataclass(frozen=True)
class Meal:
    """A meal that is served. starts_at: on the hall's clock. version 0: not in the file yet."""

    id: UUID
    name: str
    day: date
    starts_at: time | None = None
    version: int = 1

    @property
    def order(self) -> tuple[date, time, str]:
        """Meals stand in the order in which they are eaten."""
        return self.day, self.starts_at or _NOON, self.name


@dataclass(frozen=True)
class Tick:
    """A person was given a meal. station: the desk that ticked it."""

    person_id: UUID
    at: datetime
    station: str = ""


class ServingKind(StrEnum):
    """What came of ticking somebody. A second time is a kind of serving, not an error."""

    TICKED = "ticked"
    ALREADY = "already"
    NOT_HERE = "not here"


@dataclass(frozen=True)
class Serving:
    """The receipt. at, station: when and where the meal was given, also for one who had it; None: it was not."""

    kind: ServingKind
    meal: Meal
    person: Person
    at: datetime | None = None
    station: str = ""


class Basis(StrEnum):
    """What it is known from how many eat."""

    REGISTERED = "registered"
    HERE = "here"
    SO_FAR = "so far"
    CAME = "came"


@dataclass(frozen=True)
class AtTable:
    """Who eats on a day: surely, and perhaps besides."""

    basis: Basis
    sure: tuple[Eater, ...]
    maybe: tuple[Eater, ...] = ()


@dataclass(frozen=True)
class DietCount:
    """How many of those who need the same have had the meal, of how many who eat."""

    needs: tuple[Need, ...]
    ticked: int
    expected: int


@dataclass(frozen=True)
class MealCount:
    """How many have had a meal, of how many who eat it; and by diet."""

    ticked: int
    expected: int
    diets: tuple[DietCount, ...]


def checked(meal: Meal, days: Sequence[date]) -> Meal:
    """The same meal with its name as it is kept. Raises HackDeskError for no name, or a day not among `days`."""
    kept = replace(meal, name=written(meal.name))
    if not kept.name:
        raise HackDeskError(N_("The meal has no name."), remedy=N_("Type one, like Lunch."))
    if kept.day not in days:
        raise HackDeskError(N_("{day} is not a day of the event."), day=kept.day)
    return kept


def nearest(meals: Iterable[Meal], local: datetime) -> Meal | None:
    """The meal whose time is nearest to now on the hall's clock; None where there is none."""
    now = local.replace(tzinfo=None)

    def far(meal: Meal) -> tuple[float, tuple[date, time, str]]:
        starts = datetime.combine(meal.day, meal.starts_at or _NOON)
        return abs((starts - now).total_seconds()), meal.order

    return min(meals, key=far, default=None)


def serving(person: Person, meal: Meal, tick: Tick | None, now: Tick, *, anyway: bool) -> Serving:
    """What it means that this person wants the meal now.

    tick: that they had it; now: the tick they would get. anyway: also where they are not here.
    """
    if tick:
        return Serving(ServingKind.ALREADY, meal, person, tick.at, tick.station)
    presence = person.on(meal.day)
    if not anyway and (presence is None or not presence.here):
        return Serving(ServingKind.NOT_HERE, meal, person)
    return Serving(ServingKind.TICKED, meal, person, now.at, now.station)


def at_table(people: Sequence[Person], day: date, today: date) -> AtTable:
    """Who eats on a day, as far as it is known. today: the day an arrival counts for now.

    Before anybody came: everyone who has not cancelled. On the day: whoever is here, and who may still come.
    Ahead of a later day: whoever has come so far. A day that is over: whoever came.
    """
    begun = any(person.on(day) for person in people)
    earlier = any(presence.day < day for person in people for presence in person.presences)
    if begun and day < today:
        return AtTable(Basis.CAME, _eaters(person for person in people if person.on(day)))
    if begun:
        here = [person for person in people if (presence := person.on(day)) and presence.here]
        maybe = [person for person in people if not person.on(day) and not person.cancelled]
        return AtTable(Basis.HERE, _eaters(here, here=True), _eaters(maybe))
    if earlier:
        came = [one for one in people if any(presence.day < day for presence in one.presences)]
        maybe = [person for person in people if person not in came and not person.cancelled]
        return AtTable(Basis.SO_FAR, _eaters(came), _eaters(maybe))
    return AtTable(Basis.REGISTERED, _eaters(person for person in people if not person.cancelled))


def meal_count(
    people: Sequence[Person], meal: Meal, ticks: Mapping[UUID, Tick], today: date
) -> MealCount:
    """Count who had a meal, in all and by diet; those who need nothing stand first.

    Whoever was given it ate, also where they have left or never checked in.
    """
    sure = at_table(people, meal.day, today).sure
    known = {eater.person_id for eater in sure}
    fed = _eaters(person for person in people if person.id in ticks and person.id not in known)
    groups = by_diet((*sure, *fed))
    diets = tuple(DietCount(group.needs, _ticked(group, ticks), len(group.eaters)) for group in groups)
    return MealCount(sum(one.ticked for one in diets), sum(one.expected for one in diets), diets)


def _eaters(people: Iterable[Person], *, here: bool = False) -> tuple[Eater, ...]:
    return tuple(Eater(person.name, person.diet, here, person.id) for person in people)


def _ticked(group: DietGroup, ticks: Mapping[UUID, Tick]) -> int:
    return sum(eater.person_id in ticks for eater in group.eaters)
