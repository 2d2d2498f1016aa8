"""What the table with the food knows at this moment, read in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING
from uuid import UUID

from hackdesk.people.diets import NEEDS, Need
from hackdesk.people.meals import Meal, MealCount, Tick, meal_count, nearest
from hackdesk.people.rules import Person
from hackdesk.people.search import Index
from ui.pages.check_in.known import Known
from ui.text import _, words

if TYPE_CHECKING:
    from hackdesk.event.store import Event


@dataclass(frozen=True)
class MealsNow:
    """people: everybody by id, in the order of names. indexes: to find them, by the day of a meal.

    by_clock: the meal whose time it is. ticks, counts: by the meal's id. suggested: meals of the programme that
    are not planned.
    """

    people: dict[UUID, Person]
    meals: tuple[Meal, ...]
    by_clock: Meal | None
    ticks: Mapping[UUID, Mapping[UUID, Tick]]
    counts: Mapping[UUID, MealCount]
    indexes: Mapping[date, Index]
    suggested: tuple[Meal, ...]
    zone: tzinfo
    local: datetime
    station: str

    def tick(self, meal: Meal, person_id: UUID) -> Tick | None:
        """When somebody was given a meal."""
        return self.ticks.get(meal.id, {}).get(person_id)


class MealsReading:
    """Reads what the table with the food knows; runs on the desk's thread."""

    def __init__(self) -> None:
        self._known = Known()

    def now(self, event: Event) -> MealsNow:
        """How things stand."""
        from hackdesk.agenda.queries import meals_suggested
        from hackdesk.event.settings import settings_in
        from hackdesk.people.queries import meal_ticks, meals_in, today_in

        with event.read() as session:
            zone, today, meals = settings_in(session).zone, today_in(session, event), meals_in(session)
        self._known.read(event, {meal.day for meal in meals})
        ticks, people = meal_ticks(event), tuple(self._known.people.values())
        local = event.clock.utc_now().astimezone(zone)
        return MealsNow(
            people=self._known.people,
            meals=meals,
            by_clock=nearest(meals, local),
            ticks=ticks,
            counts={meal.id: meal_count(people, meal, ticks.get(meal.id, {}), today) for meal in meals},
            indexes=self._known.indexes,
            suggested=() if meals else meals_suggested(event),
            zone=zone,
            local=local,
            station=event.station,
        )


def called(meal: Meal) -> str:
    """A meal with its day and time: Fri 14.11. Lunch 12:30."""
    day = f"{words.weekday(meal.day, short=True)} {meal.day.day}.{meal.day.month}."
    return " ".join(filter(None, (day, meal.name, f"{meal.starts_at:%H:%M}" if meal.starts_at else "")))


def in_a_sentence(meal: Meal) -> str:
    """A meal's name inside a sentence: lunch; BBQ stays as it is."""
    name = meal.name
    return name[:1].lower() + name[1:] if name[1:] == name[1:].lower() else name


def needs_said(needs: tuple[Need, ...]) -> str:
    """Needs in the window's words: vegan, no nuts."""
    if not needs:
        return _("Eat what there is")
    return ", ".join(_(NEEDS[need.key]) if need.key else need.own for need in needs)
