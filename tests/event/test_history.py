"""The list of what was done: the newest first, what was taken back is marked, nobody's values are in it."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from builders import FakeClock, an_empty_event

from hackdesk.event.history import Deed, recent
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.teams.actions.topics import add_topic
from hackdesk.teams.rules import TopicDraft


def test_the_newest_change_of_any_desk_stands_first(tmp_path: Path) -> None:
    clock = FakeClock()
    event = an_empty_event(tmp_path, clock=clock)
    clock.forward(minutes=1)
    other = Event.open(event.path, clock=clock, station="door")
    add_topic(other, TopicDraft("Bus"))
    newest, first = recent(event)
    assert newest == Deed(2, clock.now, "door", "add a topic", undoes=None, taken_back=False)
    assert (first.number, first.action) == (1, "new event")


def test_what_was_taken_back_is_marked_and_the_taking_back_names_it(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    add_topic(event, TopicDraft("Bus"))
    add_topic(event, TopicDraft("Care"))
    undo(event, 2)
    deeds = recent(event)
    assert [(deed.number, deed.undoes, deed.taken_back) for deed in deeds] == [
        (4, 2, False), (3, None, False), (2, None, True), (1, None, False)
    ]  # fmt: skip
    assert [deed.number for deed in deeds if deed.can_go] == [3]


def test_only_so_many_are_read_and_their_marks_are_still_right(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    for name in ("Bus", "Care", "Shop"):
        add_topic(event, TopicDraft(name))
    undo(event, 3)
    marks = [(deed.number, deed.taken_back) for deed in recent(event, most=3)]
    assert marks == [(5, False), (4, False), (3, True)]


def test_a_deed_has_no_room_for_what_was_in_the_rows() -> None:
    assert {field.name for field in fields(Deed)} == {
        "number", "at", "station", "action", "undoes", "taken_back"
    }  # fmt: skip
