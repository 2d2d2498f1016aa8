"""After each thing done at the door the keyboard is in the field, whoever clicked what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from builders import FakeClock
from door import a_page_on, an_event_at_the_door, press, settle, settled, somebody, type_in
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from hackdesk.event.store import Event
from hackdesk.people import actions
from ui.desk import Desk
from ui.pages.check_in.page import CheckInPage


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    with closing(an_event_at_the_door(tmp_path, clock)) as made:
        yield made


class Door:
    """Somebody at the desk with one hand on the mouse."""

    def __init__(self, page: CheckInPage, event: Event, qtbot: QtBot) -> None:
        self.page, self.event, self.qtbot = page, event, qtbot

    def find(self, text: str, *, enter: bool = False) -> None:
        type_in(self.page, text, self.qtbot, enter=enter)
        settled(self.page, self.event, self.qtbot)

    def press(self, text: str) -> None:
        press(self.page, text, self.qtbot)
        settled(self.page, self.event, self.qtbot)

    def click_row(self, number: int) -> None:
        table = self.page.door.results.table
        at = table.visualRect(table.model().index(number, 0)).center()
        self.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def fill(self, name: str, text: str) -> None:
        form = self.page.door.forms.form
        line = form.fields[name].input
        assert isinstance(line, QLineEdit)
        line.setFocus()
        line.setText(text)


@pytest.fixture
def door(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[Door]:
    with a_page_on(event, desk, qtbot) as page:
        yield Door(page, event, qtbot)


def a_cancelled_one(door: Door) -> None:
    anu = somebody(door.event, "Anu Mets")
    actions.cancel_registration(door.event, anu.id, seen=anu.version)
    settled(door.page, door.event, door.qtbot)
    door.find("anu", enter=True)


def a_walk_in(door: Door) -> None:
    door.press("Walk-in")
    door.fill("given_name", "Kaspar")


def an_edit(door: Door) -> None:
    door.find("anu")
    door.press("Edit")
    door.fill("phone", "5551234")


def twice(door: Door) -> None:
    door.find("juri kuusk", enter=True)
    door.find("juri kuusk", enter=True)


#: What is there before, then what is done.
DEEDS: dict[str, tuple[Callable[[Door], object], Callable[[Door], object]]] = {
    "Enter": (lambda door: None, lambda door: door.find("juri kuusk", enter=True)),
    "a second scan": (lambda door: None, twice),
    "a code nobody has": (lambda door: None, lambda door: door.find("QQQQ222", enter=True)),
    "a row clicked": (lambda door: door.find("kuusk"), lambda door: door.click_row(1)),
    "check in": (lambda door: door.find("juri kuusk"), lambda door: door.press("Check in")),
    "after all": (a_cancelled_one, lambda door: door.press("Check in after all")),
    "undo in the answer": (
        lambda door: door.find("juri kuusk", enter=True),
        lambda door: door.press("Undo check-in"),
    ),
    "undo in the list": (
        lambda door: door.find("juri kuusk", enter=True),
        lambda door: door.press("Undo check-in of Jüri Kuusk"),
    ),
    "undo on the card": (
        lambda door: (door.find("juri kuusk", enter=True), door.find("juri kuusk"), door.click_row(0)),
        lambda door: door.press("Undo check-in"),
    ),
    "leaves": (
        lambda door: (door.find("juri kuusk", enter=True), door.find("juri kuusk"), door.click_row(0)),
        lambda door: door.press("Leaves now"),
    ),
    "a consent": (
        lambda door: door.find("onne", enter=True),
        lambda door: door.qtbot.mouseClick(door.page.door.answer.question.yes, Qt.MouseButton.LeftButton),
    ),
    "a walk-in kept": (a_walk_in, lambda door: door.press("Take down and check in")),
    "a walk-in put away": (a_walk_in, lambda door: door.press("Let it wait")),
    "a walk-in given up": (a_walk_in, lambda door: door.press("Discard")),
    "a walk-in taken back": (
        lambda door: (a_walk_in(door), door.press("Take down and check in")),
        lambda door: door.qtbot.mouseClick(door.page.toast.undo_button, Qt.MouseButton.LeftButton),
    ),
    "an edit kept": (an_edit, lambda door: door.press("Save")),
    "an edit put away": (an_edit, lambda door: door.press("Close")),
}


@pytest.mark.parametrize("name", DEEDS)
def test_the_field_has_the_keyboard_after(name: str, door: Door) -> None:
    before, deed = DEEDS[name]
    before(door)
    deed(door)
    settle(door.page, door.qtbot)
    door.qtbot.waitUntil(door.page.door.field.line.hasFocus)
    settled(door.page, door.event, door.qtbot)
    assert door.page.door.field.line.hasFocus()
