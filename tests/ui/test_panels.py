"""Pages of several parts: the switch beside the title, its keys, and what it becomes where there is no room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from at_the_board import settle
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hackdesk.event.store import Event
from ui.desk import Desk
from ui.pages.teams.page import TeamsPage


@pytest.fixture
def page(event: Event, qtbot: QtBot) -> Iterator[TeamsPage]:
    desk = Desk(event)
    page = TeamsPage(desk)
    qtbot.addWidget(page)
    page.resize(1178, 680)
    page.show()
    settle(page.board, qtbot)
    yield page
    page.leave()
    desk.close()


def test_ctrl_page_down_and_page_up_go_through_the_parts_and_around(page: TeamsPage, qtbot: QtBot) -> None:
    page.window().activateWindow()
    qtbot.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.switch.segments.current == "market"
    assert page.panel.isVisible() and not page.board.isVisible()
    for _again in range(2):
        qtbot.keyClick(page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.switch.segments.current == page.switch.picker.current == "cards"


def test_only_the_buttons_of_the_part_that_is_shown_stand_beside_the_title(page: TeamsPage) -> None:
    assert page.board.propose_button.isVisible()
    page.show_panel("announce")
    assert not page.board.propose_button.isVisible()
    assert page.panel.title_buttons is not None and page.panel.title_buttons.isVisible()


def test_where_the_parts_find_no_room_they_are_picked_from_a_list(page: TeamsPage, qtbot: QtBot) -> None:
    assert page.switch.segments.isVisible() and not page.switch.picker.isVisible()
    page.resize(619, 680)
    qtbot.waitUntil(page.switch.picker.isVisible)
    assert not page.switch.segments.isVisible()
    page.switch.picker.setCurrentIndex(5)
    page.switch.picker.activated.emit(5)
    assert page.switch.segments.current == "cards"
    page.resize(1178, 680)
    qtbot.waitUntil(page.switch.segments.isVisible)


def test_the_help_shows_the_keys_of_the_part_that_is_shown(page: TeamsPage) -> None:
    assert "Ctrl+P" in dict(page.keys) and "Ctrl+PgDown" in dict(page.keys)
    page.show_panel("feet")
    assert "Ctrl+P" not in dict(page.keys) and "PgDown" in dict(page.keys)


def test_another_page_may_ask_for_a_part_or_for_somebody_on_the_first(page: TeamsPage) -> None:
    page.select("market")
    assert page.switch.segments.current == "market"
    page.select(None)
    assert page.panel is page.board
