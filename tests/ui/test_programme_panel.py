"""The programme in Prepare: times as people type them, on the hall's clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.agenda.actions import add_item
from hackdesk.agenda.queries import programme
from hackdesk.agenda.rules import Planned, ProgrammeItem
from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from ui.desk import Desk
from ui.pages.prepare.page import PreparePage
from ui.pages.prepare.slots import planned, slot_of, time_typed

TALLINN = ZoneInfo("Europe/Tallinn")
NINE = datetime(2026, 11, 14, 7, 0, tzinfo=UTC)


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[PreparePage]:
    add_item(event, Planned("Arrival", NINE, NINE + timedelta(minutes=30), "arrival"))
    made = PreparePage(desk)
    with shown(made, event, qtbot):
        made.show_section("programme")
        qtbot.waitUntil(lambda: desk.waiting == 0 and bool(made.panel.table.rows))
        yield made


def type_into(page: PreparePage, name: str, text: str, qtbot: QtBot) -> None:
    field = page.panel.form.fields[name].input
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def text_of(widget: QWidget) -> str:
    assert isinstance(widget, QLineEdit)
    return widget.text()


def times(event: Event) -> list[str]:
    return [
        f"{i.starts_at.astimezone(TALLINN):%H:%M}–{i.ends_at.astimezone(TALLINN):%H:%M}" for i in programme(event)
    ]


def test_another_start_keeps_the_length(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    type_into(page, "starts", "9.45", qtbot)
    ends = page.panel.form.fields["ends"].input
    ends.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: times(event) == ["09:45–10:15"])
    qtbot.waitUntil(lambda: text_of(ends) == "10:15")
    qtbot.keyClicks(ends, "11")
    qtbot.keyClick(ends, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: times(event) == ["09:45–11:00"])


def test_a_new_item_follows_the_last(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    page.panel.begin()
    type_into(page, "name", "Opening", qtbot)
    qtbot.waitUntil(lambda: times(event) == ["09:00–09:30", "09:30–10:30"])
    assert programme(event)[1].title == "Opening"


def test_an_end_that_is_a_slip_is_refused_beside_its_field(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    type_into(page, "ends", "8:30", qtbot)
    qtbot.waitUntil(lambda: "ends before it starts" in page.panel.form.fields["ends"].error)
    type_into(page, "ends", "noon", qtbot)
    assert "“noon” is not a time of day" in page.panel.form.fields["ends"].error
    assert times(event) == ["09:00–09:30"]


@pytest.mark.parametrize(
    ("typed", "meant"), [("9", time(9)), ("9:30", time(9, 30)), ("0930", time(9, 30)), ("23.59", time(23, 59))]
)
def test_times_are_read_as_people_type_them(typed: str, meant: time) -> None:
    assert time_typed(typed) == meant


@pytest.mark.parametrize("typed", ["", "25", "9:75", "noon"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(HackDeskError, match="not a time of day"):
        time_typed(typed)


def test_an_hour_that_the_clock_shows_twice_stays_the_one_that_was_meant() -> None:
    second_half_past_three = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    night = ProgrammeItem(
        UUID(int=1), "Night walk", "other", second_half_past_three, second_half_past_three + timedelta(minutes=20)
    )
    slot = slot_of(night, TALLINN)
    assert (slot.day, slot.starts, slot.ends) == (date(2026, 10, 25), time(3, 30), time(3, 50))
    assert planned(slot, TALLINN).starts_at == second_half_past_three


def test_an_item_may_end_after_midnight() -> None:
    late = ProgrammeItem(UUID(int=1), "Work", "work", NINE + timedelta(hours=14), NINE + timedelta(hours=16))
    slot = slot_of(late, TALLINN)
    assert (slot.starts, slot.ends) == (time(23), time(1))
    assert planned(slot, TALLINN).ends_at - planned(slot, TALLINN).starts_at == timedelta(hours=2)
