"""The values of the lists for the kitchen and for ticking meals, gathered from people, meals and the jury."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, tzinfo
from uuid import UUID

from hackdesk.documents.meals import Kitchen, KitchenDay, KitchenGroup, MealDay, MealGuest, MealLists, ServedMeal
from hackdesk.documents.queries import masthead_of
from hackdesk.documents.rules import NothingToPrint, nobody_yet
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.jury.queries import jurors
from hackdesk.language import N_
from hackdesk.people.diets import Eater, by_diet, needs_of
from hackdesk.people.meals import AtTable, Meal, Tick, at_table
from hackdesk.people.queries import meal_ticks, meals, people

Ticks = Mapping[UUID, Mapping[UUID, Tick]]


def kitchen_of(event: Event) -> Kitchen:
    """How many eat on each day that is not over, and who needs what; after the event, on each day it had.

    Raises NothingToPrint where nobody is on the list.
    """
    everybody, ticks, known = people(event), meal_ticks(event), meals(event)
    settings = settings_of(event)
    now = event.clock.utc_now().astimezone(settings.zone)
    # Who is on the list of people too is among them already.
    alone = tuple(juror.name for juror in jurors(event) if juror.person_id is None and juror.state == "present")
    if not alone and not any(person.presences or not person.cancelled for person in everybody):
        raise nobody_yet()
    days = [day for day in settings.days if day >= now.date()] or list(settings.days)
    return Kitchen(
        masthead_of(settings), now,
        tuple(_kitchen_day(day, at_table(everybody, day, now.date()), known, ticks, alone) for day in days),
    )  # fmt: skip


def meal_lists_of(event: Event) -> MealLists:
    """Everybody who may eat with a box for each meal. Raises NothingToPrint where there are no meals."""
    everybody, ticks, known = people(event), meal_ticks(event), meals(event)
    settings = settings_of(event)
    today = event.clock.utc_now().astimezone(settings.zone).date()
    if not any(person.presences or not person.cancelled for person in everybody):
        raise nobody_yet()
    if not known:
        raise NothingToPrint(
            N_("There are no meals yet."), remedy=N_("Plan them under Prepare."), where="prepare"
        )
    days = []
    for day in sorted({meal.day for meal in known}):
        served = [meal for meal in known if meal.day == day]
        table = at_table(everybody, day, today)
        guests = sorted((*table.sure, *table.maybe), key=lambda one: one.name.casefold())
        rows = tuple(
            MealGuest(
                eater.name, bool(needs_of(eater.wording)),
                tuple(_had(ticks, meal, eater, settings.zone) for meal in served),
            )
            for eater in guests
        )  # fmt: skip
        days.append(MealDay(day, _served(served, ticks), rows))
    return MealLists(masthead_of(settings), tuple(days))


def _kitchen_day(
    day: date, table: AtTable, known: Iterable[Meal], ticks: Ticks, alone: tuple[str, ...]
) -> KitchenDay:
    sure = {id(eater) for eater in table.sure}
    groups = [
        KitchenGroup(
            group.needs,
            tuple(eater for eater in group.eaters if id(eater) in sure),
            tuple(eater for eater in group.eaters if id(eater) not in sure),
        )
        for group in by_diet((*table.sure, *table.maybe))
    ]
    groups.sort(key=lambda group: (bool(group.needs), -len(group.sure), -len(group.maybe)))
    served = _served((one for one in known if one.day == day), ticks)
    return KitchenDay(day, table.basis, served, tuple(groups), alone)


def _served(served: Iterable[Meal], ticks: Ticks) -> tuple[ServedMeal, ...]:
    return tuple(ServedMeal(meal.name, meal.starts_at, len(ticks.get(meal.id, {}))) for meal in served)


def _had(ticks: Ticks, meal: Meal, eater: Eater, zone: tzinfo) -> str:
    tick = ticks.get(meal.id, {}).get(eater.person_id) if eater.person_id else None
    return f"{tick.at.astimezone(zone):%H:%M}" if tick else ""
