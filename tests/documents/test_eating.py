"""The kitchen's list and the lists for ticking meals: what is counted when, and what stands on the paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from uuid import uuid4

import pytest
from builders import STRANGE_NAME, FakeClock, an_empty_event

from hackdesk.documents.eating import kitchen_of, meal_lists_of
from hackdesk.documents.kinds import print_kind
from hackdesk.documents.meals import Kitchen
from hackdesk.documents.rules import NothingToPrint
from hackdesk.event.store import Event
from hackdesk.jury.actions import add_juror
from hackdesk.jury.rules import Juror
from hackdesk.people import actions, queries
from hackdesk.people.meals import Basis, Meal
from hackdesk.people.rules import Draft, Person

FRIDAY, SATURDAY = date(2026, 11, 14), date(2026, 11, 15)


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    made = an_empty_event(tmp_path, clock=clock)
    yield made
    made.close()


@pytest.fixture
def people(event: Event) -> list[Person]:
    """Five who registered, a mentor and one who cancelled among them."""
    made = [
        actions.add_person(event, draft)
        for draft in (
            Draft("Anu", diet="gluteenivaba", access_needs="ratastool"), Draft("Bert", diet="Gluten-free!"),
            Draft("Cilla", roles=("mentor",)), Draft(STRANGE_NAME, diet="vegan / ei söö pähkleid"),
            Draft("Dora", diet="vegan"),
        )
    ]  # fmt: skip
    actions.cancel_registration(event, made[4].id, seen=made[4].version)
    add_juror(event, Juror(uuid4(), "Eve Jury", person_id=made[2].id))
    add_juror(event, Juror(uuid4(), "Faraway Juror"))
    add_juror(event, Juror(uuid4(), "Gone Juror", state="left"))
    return made


def told(kitchen: Kitchen, day: int = 0) -> tuple[Basis, int, int, dict[str, tuple[int, int]]]:
    one = kitchen.days[day]
    groups = {
        "+".join(need.key or need.own for need in group.needs): (len(group.sure), len(group.maybe))
        for group in one.groups
    }
    return one.basis, one.sure, one.maybe, groups


def test_before_the_event_everybody_registered_eats_and_a_juror_counts_once(
    event: Event, people: list[Person]
) -> None:
    kitchen = kitchen_of(event)
    assert [one.day for one in kitchen.days] == [FRIDAY, SATURDAY]
    assert kitchen.days[0].jurors == ("Faraway Juror",)
    assert told(kitchen) == (
        Basis.REGISTERED, 5, 0, {"": (1, 0), "gluten": (2, 0), "vegan+nuts": (1, 0)},
    )  # fmt: skip


def test_on_the_day_who_is_here_counts_and_the_others_may_come(
    event: Event, people: list[Person], clock: FakeClock
) -> None:
    for person in people[:2]:
        actions.check_in(event, person.code)
    clock.forward(hours=1)
    actions.leave(event, people[1].id)
    basis, sure, maybe, groups = told(kitchen_of(event))
    assert (basis, sure, maybe) == (Basis.HERE, 2, 2)
    assert groups == {"gluten": (1, 0), "": (0, 1), "vegan+nuts": (0, 1)}
    # Tomorrow is counted from who has come so far.
    assert told(kitchen_of(event), 1)[:3] == (Basis.SO_FAR, 3, 2)
    clock.forward(hours=24)
    assert [one.day for one in kitchen_of(event).days] == [SATURDAY]
    clock.forward(hours=48)
    assert told(kitchen_of(event))[:3] == (Basis.CAME, 3, 0)


def test_the_kitchens_list_has_names_and_wording_but_no_access_needs(
    event: Event, people: list[Person], tmp_path: Path, pages
) -> None:
    actions.add_meals(event, [Meal(uuid4(), "Lunch", FRIDAY, time(12, 30))])
    printed = print_kind(event, "kitchen", tmp_path / "kitchen.pdf", "en")
    shown = pages(printed.path)
    text = " ".join(page.text for page in shown)
    assert "Saturday, 14 November 2026" in text and "Lunch 12:30" in text
    assert "5 people eat" in text and "Counted from the registrations" in text
    for part in ("gluten-free", "Anu gluteenivaba", "Bert Gluten-free!", "vegan, no nuts", "Faraway Juror"):
        assert part in text, part
    assert STRANGE_NAME.split(" – ")[0] in text and "vegan / ei söö pähkleid" in text
    assert "ratastool" not in text and "Dora" not in text and "Gone Juror" not in text
    assert all(not page.outside for page in shown)


def test_the_list_to_tick_has_everybody_and_what_was_ticked(
    event: Event, people: list[Person], tmp_path: Path, pages
) -> None:
    with pytest.raises(NothingToPrint, match="no meals"):
        meal_lists_of(event)
    lunch, _supper = actions.add_meals(
        event, [Meal(uuid4(), "Lunch", FRIDAY, time(12, 30)), Meal(uuid4(), "Supper", SATURDAY)]
    )
    actions.check_in(event, people[0].code)
    actions.tick_meal(event, lunch.id, people[0].id)
    lists = meal_lists_of(event)
    assert [(one.day, [meal.name for meal in one.meals]) for one in lists.days] == [
        (FRIDAY, ["Lunch"]), (SATURDAY, ["Supper"]),
    ]  # fmt: skip
    guests = {guest.name: (guest.special, guest.had) for guest in lists.days[0].guests}
    assert guests["Anu"] == (True, ("09:00",)) and guests["Cilla"] == (False, ("",)) and "Dora" not in guests
    shown = pages(print_kind(event, "meals", tmp_path / "meals.pdf", "en").path)
    assert "Lunch 12:30" in shown[0].text and "09:00" in shown[0].text and "gluteenivaba" not in shown[0].text
    assert all(not page.outside for page in shown)


def test_nobody_on_the_list_is_said(event: Event) -> None:
    for gather in (kitchen_of, meal_lists_of):
        with pytest.raises(NothingToPrint):
            gather(event)
    assert queries.people(event) == ()
