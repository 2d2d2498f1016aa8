"""Prepare: each field is on disk as soon as it is left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from builders import STRANGE_NAME
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.settings import EventSettings, change_settings, settings_of
from hackdesk.event.store import Event
from hackdesk.jury.queries import awards, criteria, jurors
from hackdesk.templates import create_event
from ui.desk import Desk
from ui.pages.prepare.page import PreparePage


@pytest.fixture
def event(tmp_path: Path) -> Iterator[Event]:
    settings = EventSettings(
        name="Vastseliina", language="en", starts_on=date(2026, 11, 14), ends_on=date(2026, 11, 15)
    )
    made = create_event(tmp_path / "event.hackdesk", settings, "social-two-days")
    yield made
    made.close()


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[PreparePage]:
    made = PreparePage(desk)
    with shown(made, event, qtbot):
        qtbot.waitUntil(lambda: desk.waiting == 0)
        yield made


def show(page: PreparePage, section: str, qtbot: QtBot) -> None:
    page.show_section(section)
    qtbot.waitUntil(lambda: page.desk.waiting == 0)


def type_into(widget: QWidget, text: str, qtbot: QtBot) -> None:
    assert isinstance(widget, QLineEdit)
    widget.setFocus()
    widget.selectAll()
    widget.insert(text)  # QTest types ASCII only
    qtbot.keyClick(widget, Qt.Key.Key_Tab)


def shown_shares(page: PreparePage) -> list[str]:
    table = page.panel.table
    return [table.model().index(row, 3).data() for row in range(table.model().rowCount())]


def test_another_weight_changes_every_share_and_is_on_disk(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    show(page, "criteria", qtbot)
    assert shown_shares(page) == ["30 %", "30 %", "20 %", "20 %"]
    type_into(page.panel.form.fields["weight"].input, "130", qtbot)
    qtbot.waitUntil(lambda: shown_shares(page) == ["65 %", "15 %", "10 %", "10 %"])
    assert criteria(event)[0].weight == Fraction(130)
    assert page.toast.text.startswith("Saved ")


def test_weights_that_add_up_to_90_are_said_to_do_so(page: PreparePage, qtbot: QtBot) -> None:
    show(page, "criteria", qtbot)
    type_into(page.panel.form.fields["weight"].input, "20", qtbot)
    qtbot.waitUntil(lambda: "add up to 90" in page.panel.remark.text())


def test_a_weight_that_is_no_number_is_said_beside_the_field_and_stays_typed(
    page: PreparePage, event: Event, qtbot: QtBot
) -> None:
    show(page, "criteria", qtbot)
    field = page.panel.form.fields["weight"]
    type_into(field.input, "many", qtbot)
    assert field.error == "“many” is not a number."
    assert field.input.text() == "many"
    assert criteria(event)[0].weight == Fraction(30)


def test_a_refusal_of_the_core_is_said_beside_the_field(page: PreparePage, qtbot: QtBot) -> None:
    show(page, "criteria", qtbot)
    field = page.panel.form.fields["highest"]
    type_into(field.input, "0", qtbot)
    qtbot.waitUntil(lambda: "is not below the highest" in field.error)


def test_half_steps_are_written_with_a_comma_or_a_point(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    show(page, "criteria", qtbot)
    type_into(page.panel.form.fields["step"].input, "0,5", qtbot)
    qtbot.waitUntil(lambda: criteria(event)[0].step == Fraction(1, 2))
    type_into(page.panel.form.fields["step"].input, "", qtbot)
    qtbot.waitUntil(lambda: criteria(event)[0].step is None)


def test_alt_and_an_arrow_change_the_order_of_the_criteria(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    show(page, "criteria", qtbot)
    before = [one.name for one in criteria(event)]
    page.panel.table.setFocus()
    qtbot.keyClick(page.panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: [one.name for one in criteria(event)] == [before[1], before[0], *before[2:]])
    qtbot.waitUntil(lambda: page.panel.table.currentIndex().row() == 1)
    assert page.panel.table.current.name == before[0]


def test_a_juror_is_added_by_typing_a_name(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    show(page, "jurors", qtbot)
    page.panel.begin()
    type_into(page.panel.form.fields["name"].input, STRANGE_NAME, qtbot)
    type_into(page.panel.form.fields["affiliation"].input, "Rõuge vald", qtbot)
    qtbot.waitUntil(lambda: [one.affiliation for one in jurors(event)] == ["Rõuge vald"])
    assert jurors(event)[0].name == STRANGE_NAME
    qtbot.waitUntil(lambda: page.panel.table.rows == jurors(event) and page.desk.waiting == 0)


def test_a_second_juror_of_the_same_name_is_refused_beside_the_field(
    page: PreparePage, event: Event, qtbot: QtBot
) -> None:
    show(page, "jurors", qtbot)
    for _number in range(2):
        page.panel.begin()
        type_into(page.panel.form.fields["name"].input, "Mall Kõpp", qtbot)
        qtbot.waitUntil(lambda: page.desk.waiting == 0)
        qtbot.waitUntil(lambda: len(jurors(event)) == 1)
    field = page.panel.form.fields["name"]
    qtbot.waitUntil(lambda: "is on the jury already" in field.error)
    type_into(field.input, "Mall Kõpp (Antsla)", qtbot)
    qtbot.waitUntil(lambda: [one.name for one in jurors(event)] == ["Mall Kõpp", "Mall Kõpp (Antsla)"])


def test_an_award_is_removed_and_the_toast_brings_it_back(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    show(page, "awards", qtbot)
    before = awards(event)
    qtbot.mouseClick(page.panel.remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(awards(event)) == len(before) - 1)
    qtbot.waitUntil(lambda: page.toast.text == f"Removed: {before[0].name}")
    qtbot.mouseClick(page.toast.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [one.name for one in awards(event)] == [one.name for one in before])


def test_moving_the_first_day_moves_the_event(page: PreparePage, event: Event, qtbot: QtBot) -> None:
    first = page.panel.first.fields["starts_on"].input
    first.show_value(date(2026, 11, 21))
    first.finished.emit()
    qtbot.waitUntil(lambda: settings_of(event).starts_on == date(2026, 11, 21))
    assert settings_of(event).ends_on == date(2026, 11, 22)
    qtbot.waitUntil(lambda: page.panel.first.fields["ends_on"].input.value() == date(2026, 11, 22))


def test_what_is_being_typed_stays_when_somebody_else_changes_another_field(
    page: PreparePage, event: Event, qtbot: QtBot
) -> None:
    place = page.panel.first.fields["place"].input
    place.setFocus()
    qtbot.keyClicks(place, "Vastse")
    change_settings(event, replace(settings_of(event), organiser="MTÜ Helpi"))
    organiser = page.panel.first.fields["organiser"].input
    qtbot.waitUntil(lambda: organiser.text() == "MTÜ Helpi")
    assert place.text() == "Vastse"
    qtbot.keyClicks(place, "liina")
    qtbot.keyClick(place, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: settings_of(event).place == "Vastseliina")
    assert settings_of(event).organiser == "MTÜ Helpi"


def test_the_same_field_changed_by_somebody_else_is_not_overwritten(
    page: PreparePage, event: Event, qtbot: QtBot
) -> None:
    place = page.panel.first.fields["place"]
    place.input.setFocus()
    place.input.insert("Rõuge")
    change_settings(event, replace(settings_of(event), place="Antsla"))
    qtbot.waitUntil(lambda: page.desk.waiting == 0)
    qtbot.keyClick(place.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Somebody else has just changed this to “Antsla”" in place.error)
    assert settings_of(event).place == "Antsla"
    assert place.input.text() == "Rõuge"


def test_the_list_of_sections_says_what_is_still_missing(page: PreparePage, qtbot: QtBot) -> None:
    assert page.sections.left.text() == "4 sections still need you"
    show(page, "jurors", qtbot)
    page.panel.begin()
    type_into(page.panel.form.fields["name"].input, "Mall Kõpp", qtbot)
    qtbot.waitUntil(lambda: page.sections.left.text() == "3 sections still need you")
