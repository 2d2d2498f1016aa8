"""The frame round the pages: the rail, undo, the status line, copies, closing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import FakeClock, an_empty_event
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hackdesk.event import backup
from hackdesk.event.settings import change_settings, settings_of
from hackdesk.event.store import Event
from hackdesk.jury.queries import jurors
from ui.opening import open_event
from ui.pages import PAGES, TITLES
from ui.rail import NARROW, WIDTH
from ui.text import _
from ui.window import Window


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = an_empty_event(tmp_path)
    made.close()
    return made.path


@pytest.fixture
def window(path: Path, qtbot: QtBot) -> Iterator[Window]:
    made = Window(open_event(path, "desk"))
    made.show()
    qtbot.waitUntil(lambda: made.desk.waiting == 0)
    yield made
    if isValid(made) and made.isVisible():
        with qtbot.waitSignal(made.left):
            made.close()


def entry(window: Window, name: str) -> QPushButton:
    title = _(TITLES[name][0])
    return next(one for one in window.findChildren(QPushButton) if one.accessibleName().startswith(title))


def test_every_page_is_named_on_the_rail_in_the_order_of_the_work() -> None:
    assert list(PAGES) == list(TITLES)
    titles = [title for title, _picture in TITLES.values()]
    assert titles == ["Prepare", "Check-in", "Teams", "Stage", "Jury", "Results", "Documents", "After"]


@pytest.mark.parametrize("number", range(1, 9))
def test_ctrl_and_a_number_shows_a_page(window: Window, qtbot: QtBot, number: int) -> None:
    name = list(PAGES)[number - 1]
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.desk.waiting == 0)
    assert window.page.name == name
    assert window.page.title == TITLES[name][0]
    assert entry(window, name).isChecked()


def test_arrow_keys_walk_down_the_rail_and_keep_the_keyboard_there(window: Window, qtbot: QtBot) -> None:
    entry(window, "prepare").setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert window.page.name == "check_in"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert window.page.name == "teams"


def test_a_page_can_ask_for_another_one(window: Window, qtbot: QtBot) -> None:
    window.go("jury")
    window.page.wants.emit("prepare", "jurors")
    assert window.page.name == "prepare"
    assert type(window.page.panel).__name__ == "JurorsPanel"


def test_undo_takes_back_the_last_change_of_this_desk_and_names_it(window: Window, qtbot: QtBot) -> None:
    window.desk.ask(lambda event: change_settings(event, replace(settings_of(event), name="Värska")))
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Värska"))
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Vastseliina"))
    assert window.toast == "Taken back: change the event's data"


def test_ctrl_z_in_a_field_takes_back_the_typing_first(window: Window, qtbot: QtBot) -> None:
    window.desk.ask(lambda event: change_settings(event, replace(settings_of(event), name="Värska")))
    place = window.page.panel.first.fields["place"].input
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Värska"))
    place.setFocus()
    qtbot.keyClicks(place, "Nowhere")
    qtbot.keyClick(place, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert place.text() == ""
    assert window.windowTitle().startswith("Värska")
    qtbot.keyClick(place, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Vastseliina"))


def test_undo_with_nothing_to_take_back_is_a_sentence(path: Path, qtbot: QtBot) -> None:
    window = Window(open_event(path, "new desk"))
    window.show()
    qtbot.waitUntil(lambda: window.desk.waiting == 0)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.page.notice.sentence == "There is nothing to undo at this desk.")
    with qtbot.waitSignal(window.left):
        window.close()


def test_two_windows_on_one_file_see_each_others_changes(window: Window, path: Path, qtbot: QtBot) -> None:
    second = Window(open_event(path, "second"))
    second.show()
    second.desk.ask(lambda event: change_settings(event, replace(settings_of(event), name="Rõuge")))
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Rõuge"), timeout=2000)
    qtbot.waitUntil(lambda: second.windowTitle().startswith("Rõuge"))
    with qtbot.waitSignal(second.left):
        second.close()
    assert window.isVisible()


def test_closing_leaves_a_copy_and_lets_the_file_go(window: Window, path: Path, qtbot: QtBot) -> None:
    window.desk.ask(lambda event: change_settings(event, replace(settings_of(event), place="Rõuge")))
    with qtbot.waitSignal(window.left):
        window.close()
    copies = list(backup.folder_of(path).glob("*.hackdesk"))
    assert len(copies) == 1
    copy = Event.open(copies[0])
    assert settings_of(copy).place == "Rõuge"
    copy.close()


def test_a_copy_that_cannot_be_written_is_said_and_closing_again_goes_without(
    window: Window, path: Path, qtbot: QtBot
) -> None:
    backup.folder_of(path).write_text("a file where the folder should be")
    window.desk.ask(lambda event: change_settings(event, replace(settings_of(event), place="Rõuge")))
    window.close()
    qtbot.waitUntil(lambda: "could not be written" in window.page.notice.sentence)
    assert window.isVisible()
    with qtbot.waitSignal(window.left):
        window.close()


def test_a_copy_is_made_after_five_minutes(tmp_path: Path, qtbot: QtBot) -> None:
    clock = FakeClock()
    path = an_empty_event(tmp_path, clock=clock).path
    opened = open_event(path, "desk")
    window = Window(replace(opened, event=Event.open(path, clock=clock), at=clock.now))
    window.show()
    window.copies.look()
    qtbot.waitUntil(lambda: window.desk.waiting == 0)
    assert window.copies.last is None
    clock.forward(minutes=5)
    with qtbot.waitSignal(window.copies.made):
        window.copies.look()
    assert window.copies.last is not None
    with qtbot.waitSignal(window.left):
        window.close()


def test_a_small_window_shows_pictures_in_place_of_words(window: Window, qtbot: QtBot) -> None:
    rail = window.findChild(type(entry(window, "jury").parentWidget()))
    assert rail.width() == WIDTH
    window.resize(683, 384)
    assert rail.width() == NARROW
    assert not entry(window, "jury").text()
    assert not entry(window, "jury").icon().isNull()
    assert window.width() == 683
    assert window.height() == 384


@pytest.mark.parametrize("page", ["check_in", "documents"])
def test_a_small_window_is_never_scrolled_sideways(page: str, window: Window, qtbot: QtBot) -> None:
    window.go(page)
    window.resize(683, 384)
    area = window.page.parentWidget().parentWidget()
    assert isinstance(area, QScrollArea)
    across = area.horizontalScrollBar()
    qtbot.waitUntil(lambda: window.desk.waiting == 0 and area.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: across.maximum() == 0)


def test_a_mistake_of_ours_says_up_to_where_the_event_is_safe(window: Window, tmp_path: Path) -> None:
    window.say_mistake(tmp_path / "hackdesk.log")
    assert "This is our mistake; your data is safe up to entry 1." in window.page.notice.sentence


def test_another_language_builds_the_window_anew_where_it_was(window: Window, qtbot: QtBot) -> None:
    from ui.text import speak

    window.go("jury")
    speak("x-long")
    window.build_anew()
    qtbot.waitUntil(lambda: window.desk.waiting == 0)
    assert window.page.name == "jury"
    assert entry(window, "jury").text().startswith("Jury··")
    window.desk.ask(jurors)
    qtbot.waitUntil(lambda: window.desk.waiting == 0)


def test_tab_goes_to_every_control_although_a_page_begins_at_another(window: Window, qtbot: QtBot) -> None:
    window.go("stage")
    qtbot.waitUntil(lambda: window.desk.waiting == 0)
    window.activateWindow()
    qtbot.waitUntil(lambda: window.focusWidget() is not None)
    begun, reached = window.focusWidget(), []
    while begun not in reached:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    names = {one.accessibleName() or (one.text() if isinstance(one, QPushButton) else "") for one in reached}
    assert {"Show: Live", "Plan the programme", "Start", "Back"} <= names
    for one in reversed(reached[:-1]):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
        assert window.focusWidget() is one


def test_the_next_edition_opens_in_a_window_of_its_own(window: Window, qtbot: QtBot) -> None:
    window.go("after")
    with qtbot.waitSignal(window.second_window) as wanted:
        window.page.file_wanted.emit(Path("next.hackdesk"))
    assert wanted.args == [Path("next.hackdesk")]
