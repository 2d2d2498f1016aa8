"""This desk has a name, which the other desks read."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import FakeClock, an_empty_event
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk import laptop
from hackdesk.event.store import Event
from hackdesk.people import actions
from hackdesk.people.rules import Draft
from ui.desk import Desk
from ui.frame import StatusLine
from ui.pages.prepare.laptop_panel import LaptopPanel
from ui.pages.prepare.page import PreparePage
from ui.widgets.label import Label


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Event:
    return an_empty_event(tmp_path, clock=clock, station="laptop-4711")


def test_a_desk_is_named_under_prepare_and_checks_in_under_that_name(
    event: Event, desk: Desk, qtbot: QtBot
) -> None:
    page = PreparePage(desk)
    with shown(page, event, qtbot):
        page.select("laptop")
        qtbot.waitUntil(lambda: isinstance(page.panel, LaptopPanel) and desk.waiting == 0)
        panel = page.panel
        assert isinstance(panel, LaptopPanel)
        panel.desk.line.setText("  Desk   2 ")
        qtbot.keyClick(panel.desk.line, Qt.Key.Key_Return)
        assert panel.desk.kept.text() == "From now on this desk is Desk 2" and laptop.load().station == "Desk 2"
        qtbot.waitUntil(lambda: desk.waiting == 0)
        anu = actions.add_person(event, Draft("Anu"))
        assert actions.check_in(event, anu.code).station == "Desk 2"
        panel.desk.line.setText("")
        qtbot.keyClick(panel.desk.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: desk.waiting == 0)
        assert event.station == laptop.station_name(laptop.LaptopSettings()) != "Desk 2"
    event.close()


def test_the_status_line_says_which_desk_this_is(qtbot: QtBot) -> None:
    line = StatusLine("laptop-4711")
    qtbot.addWidget(line)
    line.show_desk("Desk 2")
    assert "This desk: Desk 2" in [label.text() for label in line.findChildren(Label)]
