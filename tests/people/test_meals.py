"""Meals: ticked once, told twice, counted by diet; planned, edited and taken out again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from builders import FakeClock

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.check import check
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.people import actions, queries
from hackdesk.people.badge_codes import UnknownCode
from hackdesk.people.meals import Meal, Serving, ServingKind, meal_count, nearest
from hackdesk.people.rules import Draft, Person

FRIDAY, SATURDAY = date(2026, 11, 14), date(2026, 11, 15)


@pytest.fixture
def lunch(event: Event) -> Meal:
    (meal,) = actions.add_meals(event, [Meal(uuid4(), " Lunch ", FRIDAY, time(12, 30))])
    return meal


@pytest.fixture
def anu(event: Event) -> Person:
    return actions.check_in(event, actions.add_person(event, Draft("Anu", diet="vegan")).code).person


@pytest.fixture
def other(event: Event, clock: FakeClock) -> Iterator[Event]:
    opened = Event.open(event.path, clock=clock, station="kitchen")
    yield opened
    opened.close()


def test_a_second_scan_says_when_they_had_it_and_writes_nothing(
    event: Event, clock: FakeClock, lunch: Meal, anu: Person
) -> None:
    clock.forward(hours=3, minutes=40)
    first = actions.tick_meal_with(event, lunch.id, f" {anu.code.lower()}")
    assert (first.kind, first.at, first.station, first.meal.name) == (
        ServingKind.TICKED, clock.now, "door", "Lunch",
    )  # fmt: skip
    number = event.head()
    clock.forward(minutes=4)
    again = actions.tick_meal(event, lunch.id, anu.id)
    assert (again.kind, again.at, again.station) == (ServingKind.ALREADY, first.at, "door")
    assert event.head() == number and check(event).sound


def test_two_desks_that_tick_at_once_tick_once(event: Event, other: Event, lunch: Meal, anu: Person) -> None:
    start, served = Barrier(2), list[Serving]()

    def serve(desk: Event) -> None:
        start.wait()
        served.append(actions.tick_meal(desk, lunch.id, anu.id))

    threads = [Thread(target=serve, args=(desk,)) for desk in (event, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.kind for one in served) == [ServingKind.ALREADY, ServingKind.TICKED]
    assert len({(one.at, one.station) for one in served}) == 1
    assert len(queries.meal_ticks(event)[lunch.id]) == 1 and check(event).sound


def test_who_is_not_here_is_told_and_can_be_ticked_all_the_same(
    event: Event, clock: FakeClock, lunch: Meal, anu: Person
) -> None:
    bert = actions.add_person(event, Draft("Bert"))
    clock.forward(hours=1)
    actions.leave(event, anu.id)
    number = event.head()
    for person in (anu, bert):
        assert actions.tick_meal(event, lunch.id, person.id).kind is ServingKind.NOT_HERE
    assert event.head() == number
    assert actions.tick_meal(event, lunch.id, bert.id, anyway=True).kind is ServingKind.TICKED
    assert queries.person(event, bert.id).presences == ()


def test_a_tick_is_taken_back_and_back_again(event: Event, lunch: Meal, anu: Person) -> None:
    actions.tick_meal(event, lunch.id, anu.id)
    before = queries.meal_ticks(event)
    actions.untick_meal(event, lunch.id, anu.id)
    assert queries.meal_ticks(event) == {}
    with pytest.raises(HackDeskError, match="not ticked"):
        actions.untick_meal(event, lunch.id, anu.id)
    undo(event)
    assert queries.meal_ticks(event) == before and check(event).sound


def test_a_meal_goes_with_its_ticks_and_comes_back_with_them(event: Event, lunch: Meal, anu: Person) -> None:
    actions.tick_meal(event, lunch.id, anu.id)
    before = queries.meals(event), queries.meal_ticks(event)
    actions.remove_meal(event, lunch.id, seen=lunch.version)
    assert queries.meals(event) == () and queries.meal_ticks(event) == {}
    with pytest.raises(HackDeskError, match="not there any more"):
        actions.tick_meal(event, lunch.id, anu.id)
    undo(event)
    assert (queries.meals(event), queries.meal_ticks(event)) == before and check(event).sound


def test_a_meal_is_edited_once_and_needs_a_name(event: Event, lunch: Meal) -> None:
    supper = Meal(lunch.id, "Supper", SATURDAY, None)
    edited = actions.edit_meal(event, supper, seen=lunch.version)
    assert queries.meals(event) == (edited,) and edited.starts_at is None
    with pytest.raises(Stale):
        actions.edit_meal(event, supper, seen=lunch.version)
    with pytest.raises(HackDeskError, match="no name"):
        actions.add_meals(event, [Meal(uuid4(), "  ", FRIDAY)])
    with pytest.raises(HackDeskError, match="not a day of the event"):
        actions.add_meals(event, [Meal(uuid4(), "Brunch", date(2026, 12, 24))])
    assert actions.add_meals(event, [Meal(uuid4(), "Supper", SATURDAY)]) == ()


def test_a_wrong_code_gives_nobody_a_meal(event: Event, lunch: Meal) -> None:
    with pytest.raises(UnknownCode):
        actions.tick_meal_with(event, lunch.id, "NOSUCH")


def test_the_meal_is_the_nearest_by_the_clock() -> None:
    lunch, supper, next_day = (
        Meal(uuid4(), "Lunch", FRIDAY, time(12, 30)),
        Meal(uuid4(), "Supper", FRIDAY, time(18)),
        Meal(uuid4(), "Lunch", SATURDAY),
    )
    meals = (next_day, supper, lunch)
    for hour, expected in ((8, lunch), (13, lunch), (15, lunch), (16, supper), (23, supper)):
        assert nearest(meals, datetime(2026, 11, 14, hour)) is expected
    assert nearest(meals, datetime(2026, 11, 15, 9)) is next_day
    assert nearest((), datetime(2026, 11, 15, 9)) is None


def test_a_meal_is_counted_by_diet_over_who_is_here(event: Event, lunch: Meal) -> None:
    for name, diet in (("Anu", "vegan"), ("Bert", ""), ("Cilla", "Vegaan!"), ("Dora", "")):
        actions.add_person(event, Draft(name, diet=diet))
    cancelled = actions.add_person(event, Draft("Eve"))
    actions.cancel_registration(event, cancelled.id, seen=cancelled.version)

    def counted() -> tuple[int, int, list[tuple[str, int, int]]]:
        found = meal_count(queries.people(event), lunch, queries.meal_ticks(event).get(lunch.id, {}), FRIDAY)
        diets = [("+".join(n.key for n in one.needs), one.ticked, one.expected) for one in found.diets]
        return found.ticked, found.expected, diets

    assert counted() == (0, 4, [("", 0, 2), ("vegan", 0, 2)])  # before the day: who is registered
    people = {person.name: person for person in queries.people(event)}
    for name in ("Anu", "Bert"):
        actions.check_in(event, people[name].code)
    assert counted() == (0, 2, [("", 0, 1), ("vegan", 0, 1)])  # during it: who is here
    actions.tick_meal(event, lunch.id, people["Cilla"].id, anyway=True)
    actions.tick_meal(event, lunch.id, people["Anu"].id)
    actions.leave(event, people["Anu"].id)
    assert counted() == (2, 3, [("", 0, 1), ("vegan", 2, 2)])  # and who has eaten
