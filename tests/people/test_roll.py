"""A roll of everyone that reads again only whom somebody wrote about."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from builders import FakeClock

from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.people import actions, queries
from hackdesk.people.roll import Roll
from hackdesk.people.rules import Draft, Person


def read(roll: Roll, event: Event) -> tuple[list[str], int, bool]:
    """Who is told as changed, how many as gone, and whether everyone was read; the roll then is as the file."""
    with event.read() as session:
        news = roll.read(session)
    assert tuple(roll.people.values()) == queries.people(event)
    return sorted(one.name for one in news.changed), len(news.gone), news.everything


@pytest.fixture
def anu(event: Event) -> Person:
    for name in ("Bert", "Cilla"):
        actions.add_person(event, Draft(name))
    return actions.add_person(event, Draft("Anu"))


DEEDS: tuple[tuple[Callable[[Event, Person], object], list[str], int], ...] = (
    (lambda event, anu: actions.check_in(event, anu.code), ["Anu"], 0),
    (lambda event, anu: actions.leave(event, anu.id), ["Anu"], 0),
    (lambda event, anu: actions.undo_check_in(event, anu.id), ["Anu"], 0),
    (lambda event, anu: undo(event), ["Anu"], 0),
    (lambda event, anu: actions.record_consent(event, anu.id, "photo", True), ["Anu"], 0),
    (lambda event, anu: actions.record_consent(event, anu.id, "photo", False), ["Anu"], 0),
    (lambda event, anu: undo(event), ["Anu"], 0),
    (lambda event, anu: actions.register_walk_in(event, Draft("Aadu")), ["Aadu"], 0),
    (lambda event, anu: undo(event), [], 1),
    (lambda event, anu: actions.check_in_all(event), ["Bert", "Cilla"], 0),
    (
        lambda event, anu: actions.edit_person(
            event, anu.id, Draft("Zoe"), seen=queries.person(event, anu.id).version
        ),
        ["Zoe"],
        0,
    ),
)


def test_after_each_deed_the_roll_is_as_the_file_and_only_those_are_read_whom_it_was_about(
    event: Event, clock: FakeClock, anu: Person
) -> None:
    roll = Roll()
    assert read(roll, event) == ([], 0, True)
    for number, (deed, changed, gone) in enumerate(DEEDS):
        clock.forward(minutes=1)
        deed(event, anu)
        assert read(roll, event) == (changed, gone, False), number
        assert read(roll, event) == ([], 0, False)


def test_several_deeds_of_several_desks_are_one_reading(event: Event, anu: Person) -> None:
    roll = Roll()
    read(roll, event)
    other = Event.open(event.path, clock=event.clock, station="back door")
    actions.check_in(other, anu.code)
    other.close()
    actions.add_person(event, Draft("Dora"))
    before = roll.people
    assert read(roll, event) == (["Anu", "Dora"], 0, False)
    assert len(before) == 3 and before[anu.id].presences == ()


def test_after_very_many_changes_everyone_is_read(event: Event, anu: Person) -> None:
    roll = Roll()
    read(roll, event)
    for _ in range(51):
        actions.check_in(event, anu.code)
        actions.undo_check_in(event, anu.id)
    assert read(roll, event) == ([], 0, True)
