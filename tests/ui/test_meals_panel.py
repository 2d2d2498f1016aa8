"""The table with the food: scan, type, twice, not here, and what whoever serves reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import uuid4

import pytest
from builders import STRANGE_NAME, FakeClock, an_empty_event
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.check import check
from hackdesk.event.store import Event
from hackdesk.people import actions, queries
from hackdesk.people.meals import Meal
from hackdesk.people.rules import Draft, Person
from ui.desk import Desk
from ui.pages.check_in.meals_panel import MealsPanel
from ui.pages.check_in.page import CheckInPage

FRIDAY = date(2026, 11, 14)
LUNCH, SUPPER = Meal(uuid4(), "Lunch", FRIDAY, time(12, 30)), Meal(uuid4(), "Supper", FRIDAY, time(18))


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    clock.now = datetime(2026, 11, 14, 10, 40, tzinfo=UTC)  # 12:40 in Tallinn
    made = an_empty_event(tmp_path, clock=clock)
    for draft in (
        Draft("Õnne-Ly", "Kuusk", diet="gluten-free"), Draft("Jüri", "Kask", diet="puudub"),
        Draft("Anu", "Mets", diet="Gluteenivaba!"), Draft(STRANGE_NAME, diet="vegan / no nuts"),
    ):  # fmt: skip
        person = actions.add_person(made, draft)
        if draft.given_name != "Anu":
            actions.check_in(made, person.code)
    yield made
    made.close()


@pytest.fixture
def panel(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[MealsPanel]:
    actions.add_meals(event, [SUPPER, LUNCH])
    page = CheckInPage(desk)
    with shown(page, event, qtbot):
        page.show_panel("meals")
        qtbot.waitUntil(lambda: desk.waiting == 0)
        made = page.panel
        assert isinstance(made, MealsPanel)
        yield made


def enter(panel: MealsPanel, text: str, event: Event, qtbot: QtBot) -> None:
    panel.field.line.insert(text)
    qtbot.keyClick(panel.field.line, Qt.Key.Key_Return)
    settle(panel, event, qtbot)


def settle(panel: MealsPanel, event: Event, qtbot: QtBot) -> None:
    """Wait until the panel shows what is in the file."""
    qtbot.waitUntil(
        lambda: panel.page.desk.waiting == 0
        and panel.now is not None
        and panel.now.ticks == queries.meal_ticks(event)
        and panel.now.meals == queries.meals(event)
    )


def press(panel: MealsPanel, button: QPushButton, event: Event, qtbot: QtBot) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(panel, event, qtbot)


def somebody(event: Event, name: str) -> Person:
    return next(person for person in queries.people(event) if person.name == name)


def test_a_badge_is_ticked_and_the_diet_stands_large(panel: MealsPanel, event: Event, qtbot: QtBot) -> None:
    assert panel.meal is not None and panel.meal.name == "Lunch" and panel.other.isHidden()
    enter(panel, somebody(event, "Õnne-Ly Kuusk").code, event, qtbot)
    assert (panel.card.name.text(), panel.card.diet.text()) == ("Õnne-Ly Kuusk", "gluten-free")
    assert panel.card.diet.property("role") == "name"
    assert panel.card.said.text() == "Ticked at 12:40:00. Saved."
    assert (panel.count.ticked.text(), panel.count.of.text()) == ("1", "of 3 who eat")
    assert panel.field.text == "" and panel.field.line.hasFocus()


def test_a_second_scan_says_when_and_nothing_is_doubled(
    panel: MealsPanel, event: Event, clock: FakeClock, qtbot: QtBot
) -> None:
    code = somebody(event, "Jüri Kask").code
    enter(panel, code, event, qtbot)
    number = event.head()
    clock.forward(minutes=20)
    enter(panel, code.lower(), event, qtbot)
    assert panel.card.said.text() == "Already had lunch at 12:40"
    assert panel.card.diet.text() == "No special diet"
    assert event.head() == number and panel.card.give_button.isHidden()


def test_a_typed_name_shows_who_it_is_and_enter_ticks(panel: MealsPanel, event: Event, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.field.line, "onne")
    assert [person.name for person in panel.table.rows] == ["Õnne-Ly Kuusk"]
    assert panel.card.diet.text() == "gluten-free" and panel.card.give_button.text() == "Give lunch"
    enter(panel, "", event, qtbot)
    assert panel.card.said.text().startswith("Ticked at") and len(panel.table.rows) == 4


def test_who_is_not_checked_in_is_told_and_a_second_enter_gives_it(
    panel: MealsPanel, event: Event, qtbot: QtBot
) -> None:
    enter(panel, "anu mets", event, qtbot)
    qtbot.waitUntil(lambda: panel.card.said.text() == "Not checked in today" and panel.card.isVisible())
    assert queries.meal_ticks(event) == {} and panel.card.give_button.text() == "Give all the same"
    enter(panel, "", event, qtbot)
    assert panel.card.said.text().startswith("Ticked at")
    assert somebody(event, "Anu Mets").presences == () and check(event).sound


def test_a_tick_is_taken_back_and_undone(panel: MealsPanel, event: Event, qtbot: QtBot) -> None:
    enter(panel, somebody(event, "Jüri Kask").code, event, qtbot)
    press(panel, panel.card.back_button, event, qtbot)
    assert queries.meal_ticks(event) == {} and panel.page.toast.text == "Jüri Kask is no longer ticked"
    press(panel, panel.page.toast.undo_button, event, qtbot)
    qtbot.waitUntil(lambda: len(queries.meal_ticks(event)) == 1)


def test_another_desks_tick_is_said_with_its_desk(
    panel: MealsPanel, event: Event, clock: FakeClock, qtbot: QtBot
) -> None:
    other = Event.open(event.path, clock=clock, station="kitchen")
    actions.tick_meal(other, LUNCH.id, somebody(event, "Jüri Kask").id)
    other.close()
    settle(panel, event, qtbot)
    assert panel.count.ticked.text() == "1"
    enter(panel, "juri kask", event, qtbot)
    assert panel.card.said.text() == "Already had lunch at 12:40, at kitchen"


def test_another_meal_is_picked_and_said_to_be_another(panel: MealsPanel, event: Event, qtbot: QtBot) -> None:
    panel.picker.setCurrentIndex(1)
    panel.picker.activated.emit(1)
    qtbot.waitUntil(panel.other.isVisible)
    assert panel.meal == SUPPER and panel.other.text == "Not the meal it is time for"
    enter(panel, "juri", event, qtbot)
    assert list(queries.meal_ticks(event)) == [SUPPER.id]


def test_an_unknown_code_stays_in_the_field(panel: MealsPanel, event: Event, qtbot: QtBot) -> None:
    panel.field.line.insert("NOSUCHCODE")
    qtbot.keyClick(panel.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(panel.page.notice.sentence))
    assert panel.field.text == "NOSUCHCODE"


def test_without_meals_it_says_where_to_plan_them(event: Event, desk: Desk, qtbot: QtBot) -> None:
    page = CheckInPage(desk)
    with shown(page, event, qtbot):
        page.show_panel("meals")
        panel = page.panel
        assert isinstance(panel, MealsPanel)
        qtbot.waitUntil(panel.none.isVisible)
        with qtbot.waitSignal(page.wants) as wanted:
            qtbot.mouseClick(panel.none.button, Qt.MouseButton.LeftButton)
        assert wanted.args == ["prepare", "meals"]
