"""A printed badge is noted on its person, and the note stands in the way of no undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import FakeClock, an_empty_event

from hackdesk.documents.badge_values import BadgeWish, Which
from hackdesk.documents.kinds import print_kind
from hackdesk.event.check import check
from hackdesk.event.store import Event
from hackdesk.event.undo import CannotUndo, undo
from hackdesk.people import actions, queries
from hackdesk.people.rules import Draft, Person


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    opened = an_empty_event(tmp_path, clock=clock)
    yield opened
    opened.close()


def badge_of(event: Event, person: Person, folder: Path) -> int:
    """Print it; gives the number of the journal's entry."""
    wish = BadgeWish(Which.CHOSEN, people=frozenset({person.id}))
    print_kind(event, "badges", folder / "badge.pdf", "en", wish=wish)
    return event.head()


def test_a_walk_in_is_taken_back_although_the_badge_is_printed(event: Event, tmp_path: Path) -> None:
    person = actions.register_walk_in(event, Draft("Marek", "Oja", photo_consent=True)).person
    walk_in = event.head()
    printed = badge_of(event, person, tmp_path)
    undo(event, walk_in)
    assert queries.people(event) == () and check(event).sound
    undo(event, printed)
    assert queries.people(event) == () and check(event).sound


def test_an_edit_is_taken_back_and_the_badge_stays_printed(event: Event, tmp_path: Path) -> None:
    person = actions.add_person(event, Draft("Marek", "Oja"))
    edited = actions.edit_person(event, person.id, replace(person.draft, family_name="Ojja"), seen=person.version)
    edit = event.head()
    badge_of(event, edited, tmp_path)
    undo(event, edit)
    one = queries.person(event, person.id)
    assert one.name == "Marek Oja" and one.badge_printed_at is not None and check(event).sound


def test_a_printing_is_taken_back_although_the_name_was_mended_later(event: Event, tmp_path: Path) -> None:
    person = actions.add_person(event, Draft("Marek", "Oja"))
    printed = badge_of(event, person, tmp_path)
    one = queries.person(event, person.id)
    actions.edit_person(event, one.id, replace(one.draft, family_name="Ojaver"), seen=one.version)
    undo(event, printed)
    one = queries.person(event, person.id)
    assert one.name == "Marek Ojaver" and one.badge_printed_at is None and check(event).sound


def test_of_two_printings_the_later_one_is_taken_back_first(
    event: Event, clock: FakeClock, tmp_path: Path
) -> None:
    person = actions.add_person(event, Draft("Marek", "Oja"))
    first = badge_of(event, person, tmp_path)
    clock.forward(minutes=1)
    badge_of(event, person, tmp_path)
    with pytest.raises(CannotUndo, match="came later"):
        undo(event, first)
    assert queries.person(event, person.id).badge_printed_at is not None
