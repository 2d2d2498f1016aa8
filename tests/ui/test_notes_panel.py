"""The organisers' own notes: one field and Enter, from anywhere on the Stage."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.agenda.note_queries import notes
from hackdesk.event.store import Event
from ui.desk import Desk
from ui.pages.stage.notes_panel import NotesPanel
from ui.pages.stage.page import StagePage


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[StagePage]:
    made = StagePage(desk)
    made.resize(1178, 680)
    with shown(made, event, qtbot):
        yield made
    made.leave()


@pytest.fixture
def panel(page: StagePage, qtbot: QtBot) -> NotesPanel:
    qtbot.waitUntil(lambda: page.desk.waiting == 0)
    qtbot.keyClick(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(page.panel, NotesPanel) and page.desk.waiting == 0)
    assert isinstance(page.panel, NotesPanel)
    return page.panel


def test_one_key_brings_the_field_and_enter_keeps_the_note(panel: NotesPanel, event: Event, qtbot: QtBot) -> None:
    assert panel.field.hasFocus()
    QTest.keyClicks(panel.field, "Somebody cried")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [note.text for note in notes(event).notes] == ["Somebody cried"])
    qtbot.waitUntil(lambda: panel.card.title.text() == "1 note is open")
    assert panel.field.text() == "" and panel.field.hasFocus()
    assert "Somebody" not in panel.page.toast.text


def test_arrow_and_space_settle_a_note(panel: NotesPanel, event: Event, qtbot: QtBot) -> None:
    panel.field.setText("Fire alarm")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(panel.table.rows) == 1)
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    QTest.keyClick(panel.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not notes(event).notes[0].open)
    qtbot.waitUntil(lambda: panel.settle_button.text() == "Open again")


def test_a_note_is_changed_where_it_stands(panel: NotesPanel, event: Event, qtbot: QtBot) -> None:
    panel.field.setText("Fire alarm")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(panel.table.rows) == 1)
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert panel.typed.hasFocus() and panel.typed.text() == "Fire alarm"
    QTest.keyClicks(panel.typed, "False alarm in the gym")
    QTest.keyClick(panel.typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [note.text for note in notes(event).notes] == ["False alarm in the gym"])
    assert panel.table.hasFocus() and "gym" not in panel.page.toast.text
    panel.edit_button.click()
    QTest.keyClicks(panel.typed, "Something else")
    QTest.keyClick(panel.typed, Qt.Key.Key_Escape)
    assert panel.typed.isHidden() and notes(event).notes[0].text == "False alarm in the gym"


def test_the_screen_says_how_long_notes_stay(panel: NotesPanel) -> None:
    said = [label.text() for label in panel.findChildren(QLabel)]
    assert any("until personal data is erased" in text for text in said)


def test_who_is_on_duty_is_typed_and_named_while_it_lasts(panel: NotesPanel, event: Event, qtbot: QtBot) -> None:
    duty = panel.duty
    duty.name.setText("Anu")
    duty.span.setText("9–12")
    duty.phone.setText("5550000")
    QTest.keyClick(duty.phone, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: duty.now_line.text() == "On duty · Anu · 5550000")
    duty.span.setText("whenever")
    duty.add_button.click()
    assert "whenever" in duty.wrong.text() and not duty.wrong.isHidden()
    duty.table.choose(notes(event).duties[0].id)
    duty.remove_button.click()
    qtbot.waitUntil(lambda: notes(event).duties == ())
