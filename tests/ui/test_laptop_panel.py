"""Prepare, This laptop: what the cards say and keep."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot
from scanned import TICKET, recording, tell

from hackdesk import laptop
from hackdesk.event.store import Event
from ui.desk import Desk
from ui.pages.prepare.laptop_panel import LaptopPanel
from ui.pages.prepare.page import PreparePage


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[PreparePage]:
    made = PreparePage(desk)
    made.resize(1178, 680)
    made.show()
    made.show_section("laptop")
    qtbot.waitUntil(lambda: made.desk.waiting == 0)
    yield made
    qtbot.waitUntil(lambda: made.desk.waiting == 0)
    made.hide()
    made.deleteLater()


def panel(page: PreparePage) -> LaptopPanel:
    assert isinstance(page.panel, LaptopPanel)
    return page.panel


def scan(page: PreparePage, told: list[Any], later: int = 0) -> None:
    for one in told:
        tell(panel(page).scanner.field.line, one, later=later)


def test_a_scan_is_shown_key_by_key_and_said_in_words(page: PreparePage, event: Event) -> None:
    scan(page, recording("ru", "AZY7M2S", caps_lock=True, end="tab")["told"])
    card = panel(page).scanner
    assert "code AZY7M2S" in card.verdict.sentence and "keyboard is Russian" in card.verdict.sentence
    assert "Caps Lock is on" in card.remarks.text() and "sends Tab" in card.remarks.text()
    boxes = [box.accessibleName() for box in card.keys.findChildren(QFrame) if box.property("role") == "keybox"]
    assert len(boxes) == 8 and boxes[0].startswith("ф → A key 30") and boxes[7].startswith("Tab")
    assert event.head() == 0 or "check in" not in {one.action for one in event.changes_since(0)}


def test_what_stands_before_the_code_is_named(page: PreparePage) -> None:
    scan(page, recording("ee", "WFN9PCH", caps_lock=False, before="]Q3")["told"])
    card = panel(page).scanner
    assert "“]Q3” before the code" in card.remarks.text() and "keyboard is Estonian" in card.remarks.text()
    scan(page, recording("us", "UR3BE86", caps_lock=False)["told"], later=9_000)
    assert "as it came out" in card.verdict.sentence and "before the code" not in card.remarks.text()


def test_what_is_no_badge_code_is_said_with_what_to_do(page: PreparePage) -> None:
    scan(page, recording("fr", TICKET, caps_lock=False)["told"])
    card = panel(page).scanner
    assert "is no badge code" in card.verdict.sentence
    assert "set the scanner to the US keyboard" in card.verdict.sentence


def test_a_slow_scanner_that_ends_with_nothing_is_told_to_send_enter(page: PreparePage, qtbot: QtBot) -> None:
    keys = [one for one in recording("us", "AZY7M2S", caps_lock=False)["told"] if one[3] not in (65505, 65293)]
    scan(page, [[*one[:6], 1_000 + 90 * number] for number, one in enumerate(keys)])
    card = panel(page).scanner
    qtbot.waitUntil(lambda: "nothing ended it" in card.verdict.sentence)
    assert "90 ms from key to key: slow" in card.remarks.text()


def test_the_sound_of_this_laptop_is_kept_beside_what_others_keep(page: PreparePage, qtbot: QtBot) -> None:
    laptop.change(station="desk 7")
    switch = panel(page).sound.switch
    assert switch.isChecked()
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert (laptop.load().sound, laptop.load().station) == (False, "desk 7")


def test_a_narrow_window_scrolls_once(page: PreparePage) -> None:
    page.resize(620, 360)
    page.shrink(narrow=True)
    area = panel(page)._area
    assert area.minimumHeight() >= panel(page)._inside.sizeHint().height() > 500
