"""What was done: opened by a key, read again by itself, one thing of it taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import FakeClock, an_empty_event
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hackdesk.event.settings import change_settings, settings_of
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.teams.actions.topics import add_topic
from hackdesk.teams.queries import topics
from hackdesk.teams.rules import TopicDraft
from ui.history import History
from ui.opening import open_event
from ui.text import speak
from ui.window import Window


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Event]:
    """Another desk on the same file, where two topics were written down: one yesterday, one today."""
    clock = FakeClock()
    made = an_empty_event(tmp_path, clock=clock, station="door")
    clock.forward(days=-1)
    add_topic(made, TopicDraft("Bus"))
    clock.forward(days=1)
    add_topic(made, TopicDraft("Care"))
    yield made
    made.close()


@pytest.fixture
def window(door: Event, qtbot: QtBot) -> Iterator[Window]:
    opened = open_event(door.path, "desk")
    opened.event.clock = door.clock
    made = Window(opened)
    made.show()
    qtbot.waitUntil(lambda: made.desk.waiting == 0)
    yield made
    with qtbot.waitSignal(made.left):
        made.close()


@pytest.fixture
def history(window: Window, qtbot: QtBot) -> History:
    qtbot.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.desk.waiting == 0)
    return window.findChildren(History)[0]


def lines(history: History) -> list[list[str]]:
    """Each row as it is read: the pill beside what was done."""
    model = history.table.model()
    return [
        [str(model.index(row, column).data()) for column in (0, 1, 3, 4)] for row in range(model.rowCount())
    ]


def titles(event: Event) -> list[str]:
    return [topic.title for topic in topics(event)]


def test_ctrl_h_shows_what_was_done_the_newest_first(history: History) -> None:
    assert history.isVisible() and history.isWindow() and not history.isModal()
    assert lines(history) == [
        ["09:00", "Add a topic", "door", "3"],
        ["13 Nov 2026 09:00", "Add a topic", "door", "2"],
        ["09:00", "New event", "door", "1"],
    ]
    assert history.table.current.number == 3


def test_the_menu_opens_the_one_that_is_open_already(history: History, window: Window) -> None:
    window.show_history()
    assert window.findChildren(History) == [history]


def test_a_small_window_keeps_the_room_for_what_was_done(history: History) -> None:
    history.resize(635, 336)
    assert history.width() == 635
    assert history.table.columnWidth(1) > 240
    history.resize(1000, 620)
    assert not any(history.table.isColumnHidden(column) for column in range(5))


def test_the_chosen_change_is_taken_back_and_keeps_its_place(history: History, door: Event, qtbot: QtBot) -> None:
    history.table.choose(2)
    qtbot.keyClick(history, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(history.table.rows) == 4)
    assert titles(door) == ["Care"]
    assert lines(history)[0][1:] == ["Taken back: add a topic", "desk", "4"]
    assert history.table.current.number == 2
    assert history.table.current.taken_back
    assert not history.take_back_button.isEnabled()


def test_a_taking_back_and_the_beginning_are_not_taken_back(history: History, door: Event, qtbot: QtBot) -> None:
    undo(door, 3)
    qtbot.waitUntil(lambda: len(history.table.rows) == 4)
    enabled = []
    for number in (4, 3, 2, 1):
        history.table.choose(number)
        enabled.append(history.take_back_button.isEnabled())
    assert enabled == [False, False, True, False]


def test_a_refusal_is_said_in_words_inside_this_window(history: History, door: Event, qtbot: QtBot) -> None:
    for name in ("Värska", "Rõuge"):
        change_settings(door, replace(settings_of(door), name=name))
    qtbot.waitUntil(lambda: len(history.table.rows) == 5)
    history.table.choose(4)
    qtbot.mouseClick(history.take_back_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(history.notice.sentence))
    assert "“change the event's data” came later and builds on it. Undo the later" in history.notice.sentence
    assert settings_of(door).name == "Rõuge"
    history.table.choose(5)
    qtbot.keyClick(history, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: settings_of(door).name == "Värska")
    assert not history.notice.sentence


def test_a_refusal_names_the_action_in_the_language_of_the_window(
    history: History, door: Event, qtbot: QtBot
) -> None:
    for name in ("Värska", "Rõuge"):
        change_settings(door, replace(settings_of(door), name=name))
    qtbot.waitUntil(lambda: len(history.table.rows) == 5)
    speak("et")
    history.table.choose(4)
    qtbot.keyClick(history, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(history.notice.sentence))
    assert "event" not in history.notice.sentence


def test_the_window_in_another_language_puts_it_away(history: History, window: Window, qtbot: QtBot) -> None:
    speak("et")
    window.build_anew()
    qtbot.waitUntil(lambda: window.desk.waiting == 0 and not window.findChildren(History))


def test_an_event_without_entries_says_so(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "bare"
    folder.mkdir()
    Event.create(folder / "bare.hackdesk").close()
    window = Window(open_event(folder / "bare.hackdesk", "desk"))
    window.show()
    window.show_history()
    qtbot.waitUntil(lambda: window.desk.waiting == 0)
    history = window.findChildren(History)[0]
    assert not history.table.isVisible()
    assert not history.take_back_button.isEnabled()
    with qtbot.waitSignal(window.left):
        window.close()
