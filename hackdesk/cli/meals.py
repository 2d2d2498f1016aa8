"""Verbs for meals: show them, take them from the programme, tick people. The file comes before the verb."""

from __future__ import annotations

from pathlib import Path

import click

from hackdesk.agenda.queries import meals_suggested
from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing, words
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.people import actions, queries
from hackdesk.people.meals import Meal, Serving, ServingKind, meal_count, nearest

_SAID = {
    ServingKind.TICKED: N_("{name} has {meal}."),
    ServingKind.ALREADY: N_("{name} already had {meal} at {time}."),
    ServingKind.NOT_HERE: N_("{name} is not here on that day and was not ticked."),
}


@click.group("meals")
@event_file
@click.pass_context
def meals(context: click.Context, file: Path) -> None:
    """Show meals, take them from the programme, tick who was given one."""
    context.obj = file


@meals.command("show")
@json_option
@click.pass_obj
@refusing
def show(file: Path, as_json: bool) -> None:
    """List the meals with their numbers and how many had each."""
    with opened(file) as event:
        people, ticks = queries.people(event), queries.meal_ticks(event)
        today = queries.attendance_day(event)
        counted = [(one, meal_count(people, one, ticks.get(one.id, {}), today)) for one in queries.meals(event)]
    told = [
        _("{number}  {meal}: {ticked} of {expected}", number=number, meal=_called(meal), ticked=count.ticked,
          expected=count.expected)
        for number, (meal, count) in enumerate(counted, 1)
    ]  # fmt: skip
    shown = [
        {"number": number, **_plain(meal), "ticked": count.ticked, "expected": count.expected}
        for number, (meal, count) in enumerate(counted, 1)
    ]
    answer(shown, "\n".join(told) or _("No meals yet"), as_json)


@meals.command("plan")
@json_option
@click.pass_obj
@refusing
def plan(file: Path, as_json: bool) -> None:
    """Take the meals of the programme that are not planned yet."""
    with opened(file) as event:
        added = actions.add_meals(event, meals_suggested(event))
    told = words().many("{count} meal is planned", "{count} meals are planned", len(added))
    answer([_plain(meal) for meal in added], told, as_json)


@meals.command("tick")
@click.argument("codes", nargs=-1, required=True)
@click.option("--meal", "number", type=int, help="Its number in the list; the nearest by the clock if left out.")
@click.option("--anyway", is_flag=True, help="Also those who are not checked in.")
@json_option
@click.pass_obj
@refusing
def tick(file: Path, codes: tuple[str, ...], number: int | None, anyway: bool, as_json: bool) -> None:
    """Tick the people with these badge codes for a meal."""
    with opened(file) as event:
        zone = settings_of(event).zone
        meal = _chosen(event, number)
        served = [actions.tick_meal_with(event, meal.id, code, anyway=anyway) for code in codes]
    told = [
        _(_SAID[one.kind], name=one.person.name, meal=meal.name, time=words().time(one.at, zone) if one.at else "")
        for one in served
    ]
    answer([_served(one) for one in served], "\n".join(told), as_json)


def _chosen(event: Event, number: int | None) -> Meal:
    known = queries.meals(event)
    if number is not None and not 1 <= number <= len(known):
        raise HackDeskError(N_("There is no meal number {number}."), number=number)
    local = event.clock.utc_now().astimezone(settings_of(event).zone)
    chosen = known[number - 1] if number else nearest(known, local)
    if chosen is None:
        raise HackDeskError(
            N_("There are no meals yet."), remedy=N_("Take them from the programme: meals FILE plan.")
        )
    return chosen


def _called(meal: Meal) -> str:
    at = f" {meal.starts_at:%H:%M}" if meal.starts_at else ""
    return f"{words().day(meal.day)}{at} {meal.name}"


def _plain(meal: Meal) -> dict[str, object]:
    at = f"{meal.starts_at:%H:%M}" if meal.starts_at else None
    return {"name": meal.name, "day": meal.day, "starts_at": at}


def _served(one: Serving) -> dict[str, object]:
    return {"code": one.person.code, "kind": one.kind.value, "at": one.at, "diet": one.person.diet}


COMMANDS = {"meals": meals}
