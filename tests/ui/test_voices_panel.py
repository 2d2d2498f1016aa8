"""What people said: a pile of forms is typed by keyboard, counts hide small groups, questions are reworded."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.store import Event
from hackdesk.follow_up.actions import add_form
from hackdesk.follow_up.forms import Answer, Tally
from hackdesk.follow_up.forms_queries import questions
from hackdesk.follow_up.tables import FormAnswerRow
from hackdesk.language import language
from hackdesk.people.actions import add_groups
from ui.desk import Desk
from ui.pages.after.mark_bars import MarkBars
from ui.pages.after.page import AfterPage
from ui.pages.after.voices_panel import VoicesPanel
from ui.phones import door_of
from ui.widgets.label import Label

KEYS = ("met", "learnt", "real", "again")


@pytest.fixture
def panel(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[VoicesPanel]:
    with event.change("groups") as session:
        add_groups(session, language("en"))
    page = AfterPage(desk)
    with shown(page, event, qtbot):
        page.select("voices")
        qtbot.waitUntil(lambda: desk.waiting == 0)
        made = page.panel
        assert isinstance(made, VoicesPanel)
        qtbot.waitUntil(lambda: len(made.entry.cells) == 4)
        yield made


def typed(text: str, qtbot: QtBot) -> None:
    """Type where the keyboard is, as on a real one: each key goes to whatever has the focus by then. ⏎: Enter."""
    for sign in text:
        where = QApplication.focusWidget()
        assert where is not None
        if sign == "⏎":
            qtbot.keyClick(where, Qt.Key.Key_Return)
        else:
            qtbot.keyClicks(where, sign)


def kept(event: Event) -> list[tuple[str, dict[str, object]]]:
    with event.read() as session:
        return [(row.group, row.answers) for row in session.query(FormAnswerRow)]


def told(panel: VoicesPanel) -> list[str]:
    return [label.text() for label in panel.said.findChildren(Label) if label.isVisible()]


def some(group: str, count: int, mark: int, event: Event) -> None:
    for _number in range(count):
        add_form(event, Answer(group, dict.fromkeys(KEYS, mark)))


def test_forms_are_typed_one_after_the_other_without_the_mouse(
    panel: VoicesPanel, event: Event, qtbot: QtBot
) -> None:
    panel.entry.setFocus()
    typed("25431More time⏎⏎5⏎⏎4⏎", qtbot)
    qtbot.waitUntil(lambda: len(kept(event)) == 2)
    (first, second) = sorted(kept(event), key=lambda one: one[0], reverse=True)
    assert first == ("community", {"met": 5, "learnt": 4, "real": 3, "again": 1, "better": "More time"})
    assert second == ("", {"met": 5, "again": 4})
    qtbot.waitUntil(lambda: panel.entry.count.text() == "2 forms are in")
    assert panel.entry.group.hasFocus() and panel.entry.said.text() == ""


def test_a_form_that_was_typed_wrong_is_taken_back(panel: VoicesPanel, event: Event, qtbot: QtBot) -> None:
    panel.entry.setFocus()
    typed("15555⏎", qtbot)
    qtbot.waitUntil(lambda: panel.page.toast.text == "The form is in")
    qtbot.mouseClick(panel.page.toast.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: kept(event) == [])
    qtbot.waitUntil(lambda: panel.entry.count.text() == "")


def test_what_is_no_mark_and_no_group_is_said_and_an_empty_form_is_not_kept(
    panel: VoicesPanel, event: Event, qtbot: QtBot
) -> None:
    entry = panel.entry
    entry.setFocus()
    typed("9", qtbot)
    assert entry.wrong.text() == "Type the number of a group, or go on with Enter." and entry.group.hasFocus()
    typed("16", qtbot)
    assert entry.wrong.text() == "Marks go from 1 to 5." and entry.cells[0].hasFocus()
    qtbot.keyClick(entry.cells[0], Qt.Key.Key_Up)
    assert entry.group.hasFocus() and entry.wrong.text() == ""
    typed("1⏎⏎⏎⏎⏎", qtbot)
    assert "Nothing is filled in" in entry.wrong.text() and entry.group.text() == "1"
    assert kept(event) == []


def test_groups_below_five_are_not_offered_and_it_says_so(panel: VoicesPanel, event: Event, qtbot: QtBot) -> None:
    some("community", 6, 5, event)
    some("youth", 3, 1, event)
    some("", 2, 3, event)
    picker = panel.said.picker
    qtbot.waitUntil(lambda: picker.itemText(0) == "Everybody (11)")
    assert [picker.itemText(number) for number in range(picker.count())] == ["Everybody (11)", "Community (6)"]
    assert any(text.startswith("5 forms are counted with everybody only") for text in told(panel))
    assert "▲ mean 3.5 of 11 marks" in told(panel)
    picker.setCurrentIndex(1)
    picker.activated.emit(1)
    assert told(panel).count("▲ mean 5.0 of 6 marks") == 4
    bars = [one for one in panel.said.findChildren(MarkBars) if one.isVisible()]
    assert bars[0].accessibleName().endswith("1: 0 times, 2: 0 times, 3: 0 times, 4: 0 times, 5: 6 times")


def test_what_people_wrote_stands_as_a_list(panel: VoicesPanel, event: Event, qtbot: QtBot) -> None:
    for text in ("More time", "A warmer hall"):
        add_form(event, Answer("youth", {}, {"better": text}))
    panel.said.segments.choose("words")
    panel.said.segments.chosen.emit("words")
    qtbot.waitUntil(lambda: "“More time”" in told(panel))
    assert told(panel).index("“A warmer hall”") < told(panel).index("“More time”")


def test_the_questions_are_reworded_in_place_and_come_back_as_usual(
    panel: VoicesPanel, event: Event, qtbot: QtBot
) -> None:
    panel.entry.wording_button.click()
    field = panel.wording.form.fields["again"].input
    assert isinstance(field, QPlainTextEdit) and field.toPlainText() == "I would come again."
    field.setFocus()
    field.setPlainText("I would bring a friend.")
    panel.wording.back_button.click()
    qtbot.waitUntil(lambda: questions(event)[3].text == "I would bring a friend.")
    qtbot.waitUntil(lambda: panel.entry.cells[3].accessibleName() == "I would bring a friend.")
    assert [one.text for one in questions(event, "et")][3] == "I would bring a friend."
    assert questions(event, "et")[0].text != questions(event, "en")[0].text  # the others stay in every language
    panel.wording.usual_button.click()
    qtbot.waitUntil(lambda: questions(event)[3].text == "I would come again.")


def test_the_address_for_phones_stands_there_while_they_are_let_in(panel: VoicesPanel, qtbot: QtBot) -> None:
    door = door_of(panel.page.desk)
    assert panel.phones.let_in_button.isVisible() and not panel.phones.address.isVisible()
    door.open("127.0.0.1")
    qtbot.waitUntil(lambda: door.on)
    assert panel.phones.address.text() == f"{door.address}/f" and panel.phones.address.isVisible()
    panel.phones.code_button.click()
    assert panel.phones.code.isVisible() and panel.phones.code.text == f"{door.address}/f"
    door.close()
    qtbot.waitUntil(lambda: not door.busy)
    assert not panel.phones.code.isVisible() and panel.phones.let_in_button.isVisible()


def test_a_question_without_marks_has_empty_columns(qtbot: QtBot) -> None:
    bars = MarkBars("I would come again.")
    qtbot.addWidget(bars)
    bars.show_tally(Tally((0, 0, 0, 0, 0)))
    assert not bars.grab().isNull()
