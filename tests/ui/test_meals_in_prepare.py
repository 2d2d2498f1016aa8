"""Planning meals under Prepare: from the programme with one press, by hand, changed, removed and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.agenda.actions import add_item
from hackdesk.agenda.rules import Planned
from hackdesk.event.check import check
from hackdesk.event.store import Event
from hackdesk.people import queries
from ui.desk import Desk
from ui.pages.prepare.meals_panel import MealsPanel
from ui.pages.prepare.page import PreparePage


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[PreparePage]:
    for day, title, kind in ((14, "Lunch", "meal"), (15, "Lunch", "meal"), (14, "Talk", "talk")):
        starts = datetime(2026, 11, day, 10, 30, tzinfo=UTC)
        add_item(event, Planned(title, starts, starts + timedelta(minutes=45), kind))
    made = PreparePage(desk)
    with shown(made, event, qtbot):
        made.select("meals")
        qtbot.waitUntil(lambda: desk.waiting == 0)
        yield made


def panel_of(page: PreparePage) -> MealsPanel:
    assert isinstance(page.panel, MealsPanel)
    return page.panel


def planned(event: Event) -> list[tuple[str, date, time | None]]:
    return [(meal.name, meal.day, meal.starts_at) for meal in queries.meals(event)]


def test_the_programmes_meals_are_taken_with_one_press_and_taken_back(
    page: PreparePage, event: Event, qtbot: QtBot
) -> None:
    panel = panel_of(page)
    qtbot.waitUntil(panel.offer.isVisible)
    qtbot.mouseClick(panel.offer.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(panel.table.rows) == 2)
    assert planned(event) == [
        ("Lunch", date(2026, 11, 14), time(12, 30)), ("Lunch", date(2026, 11, 15), time(12, 30)),
    ]  # fmt: skip
    assert page.toast.text == "2 meals are planned" and panel.take_button.isHidden()
    qtbot.mouseClick(page.toast.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.offer.isVisible)
    assert planned(event) == [] and check(event).sound


def test_a_meal_is_typed_by_hand_changed_and_removed(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    panel = panel_of(page)
    panel.begin()
    for name, text in (("name", "Soup"), ("starts_at", "18.30")):
        line = panel.form.fields[name].input
        assert isinstance(line, QLineEdit)
        line.setFocus()
        line.setText(text)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: panel.table.current.version > 0)
    qtbot.waitUntil(lambda: planned(event) == [("Soup", date(2026, 11, 14), time(18, 30))])
    qtbot.waitUntil(lambda: panel.table.current is not None and panel.table.current.version == 2)
    assert panel.take_button.text() == "Take 2 from the programme"
    qtbot.mouseClick(panel.remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: planned(event) == [])
    qtbot.waitUntil(lambda: page.toast.text == "Removed: Soup")
