"""The days: who was here yesterday, times put right, somebody added by hand; and leaving at the door."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from builders import FakeClock, an_empty_event
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.check import check
from hackdesk.event.store import Event
from hackdesk.people import actions, queries
from hackdesk.people.presence import Presence
from hackdesk.people.rules import Draft, Person
from ui.desk import Desk
from ui.pages.check_in.days_panel import DaysPanel
from ui.pages.check_in.page import CheckInPage

FRIDAY, SATURDAY = date(2026, 11, 14), date(2026, 11, 15)


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    """Anu came on Friday at 9:00 and left at 14:10; it is Saturday 10:00 now."""
    made = an_empty_event(tmp_path, clock=clock)
    anu, _bert = (actions.add_person(made, Draft(name, photo_consent=True)) for name in ("Anu", "Bert"))
    actions.check_in(made, anu.code)
    clock.forward(hours=5, minutes=10)
    actions.leave(made, anu.id)
    clock.now = datetime(2026, 11, 15, 8, 0, tzinfo=UTC)
    yield made
    made.close()


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[CheckInPage]:
    made = CheckInPage(desk)
    with shown(made, event, qtbot):
        qtbot.waitUntil(lambda: desk.waiting == 0)
        yield made


def somebody(event: Event, name: str) -> Person:
    return next(person for person in queries.people(event) if person.name == name)


def on_friday(event: Event, name: str) -> Presence | None:
    return somebody(event, name).on(FRIDAY)


def press(page: CheckInPage, button: QPushButton, qtbot: QtBot) -> None:
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.desk.waiting == 0)


@pytest.fixture
def friday(page: CheckInPage, qtbot: QtBot) -> DaysPanel:
    page.show_panel("days")
    panel = page.panel
    assert isinstance(panel, DaysPanel)
    qtbot.waitUntil(lambda: panel.now is not None)
    assert panel.day == SATURDAY
    panel.picker.setCurrentIndex(0)
    panel.picker.activated.emit(0)
    qtbot.waitUntil(lambda: page.desk.waiting == 0 and panel.day == FRIDAY)
    return panel


def test_yesterday_is_looked_at_with_its_times_and_numbers(friday: DaysPanel) -> None:
    shown_rows = [(person.name, friday._times(person)) for person in friday.table.rows]
    assert shown_rows == [("Anu", "9:00–14:10"), ("Bert", "")]
    assert (friday.counts.people_days.text(), friday.counts.of.text()) == ("1", "people-days of 1 person")


def test_somebody_who_never_scanned_is_added_by_hand_said_so_and_undone(
    friday: DaysPanel, event: Event, qtbot: QtBot
) -> None:
    friday.table.choose(somebody(event, "Bert").id)
    press(friday.page, friday.card.here_button, qtbot)
    qtbot.waitUntil(lambda: friday.card.said.text() == "Sat, added by hand")
    assert friday.page.toast.text == "Bert was here: written down by hand"
    press(friday.page, friday.page.toast.undo_button, qtbot)
    qtbot.waitUntil(lambda: friday.card.said.text() == "Not checked in on that day")
    assert on_friday(event, "Bert") is None and check(event).sound


def test_times_are_typed_and_a_wrong_one_stays_with_its_sentence(
    friday: DaysPanel, event: Event, qtbot: QtBot
) -> None:
    friday.table.choose(somebody(event, "Anu").id)
    press(friday.page, friday.card.times_button, qtbot)
    line = friday.card.times.line
    assert line.text() == "9:00–14:10"
    line.setText("9:00–8:10")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "8:10 comes before 9:00" in friday.card.times.field.error)
    assert line.text() == "9:00–8:10"
    line.setText("9:00–12:00, 13:00–18:00")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: friday.card.said.text() == "Sat 9:00–12:00, 13:00–18:00")
    assert friday.card.times.isHidden() and check(event).sound


def test_somebody_is_taken_out_of_a_day_and_back(friday: DaysPanel, event: Event, qtbot: QtBot) -> None:
    before = on_friday(event, "Anu")
    friday.table.choose(somebody(event, "Anu").id)
    press(friday.page, friday.card.out_button, qtbot)
    qtbot.waitUntil(lambda: on_friday(event, "Anu") is None)
    press(friday.page, friday.page.toast.undo_button, qtbot)
    qtbot.waitUntil(lambda: on_friday(event, "Anu") == before)


def choose(page: CheckInPage, person: Person, qtbot: QtBot) -> None:
    page.door.select(person.id)
    qtbot.waitUntil(page.door.card.isVisible)


def test_at_the_door_somebody_leaves_and_a_scan_says_back_since(
    page: CheckInPage, event: Event, clock: FakeClock, qtbot: QtBot
) -> None:
    anu, days = somebody(event, "Anu"), page.door.card.days
    actions.check_in(event, anu.code)
    qtbot.waitUntil(lambda: page.door.count.here.text() == "1")
    choose(page, anu, qtbot)
    assert days.said.text() == "Sat 9:00–14:10 · Sun 10:00"
    clock.forward(hours=2)
    press(page, days.leave_button, qtbot)
    qtbot.waitUntil(lambda: days.said.text() == "Sat 9:00–14:10 · Sun 10:00, left 12:00")
    assert page.toast.text == "Anu has left" and page.door.count.here.text() == "0"
    clock.forward(hours=3, minutes=30)
    page.door.deeds.check_in(anu.code)
    qtbot.waitUntil(lambda: page.door.count.here.text() == "1")
    assert "15:30" in page.door.answer.accessibleName()
    choose(page, anu, qtbot)
    assert days.said.text().endswith("Sun 10:00–12:00, back 15:30")


def test_a_departure_at_the_door_is_taken_back(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    anu = somebody(event, "Anu")
    actions.check_in(event, anu.code)
    qtbot.waitUntil(lambda: page.door.count.here.text() == "1")
    choose(page, anu, qtbot)
    press(page, page.door.card.days.leave_button, qtbot)
    qtbot.waitUntil(lambda: page.toast.text == "Anu has left")
    press(page, page.toast.undo_button, qtbot)
    qtbot.waitUntil(lambda: somebody(event, "Anu").on(SATURDAY).here)  # type: ignore[union-attr]
