"""The desk at the door: type, scan, Enter, and what a person at the desk reads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from builders import STRANGE_NAME, FakeClock, an_empty_event
from door import (
    a_page_on,
    an_event_at_the_door,
    found,
    press,
    press_enter,
    settle,
    settled,
    shown_pills,
    somebody,
    type_in,
)
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from scanned import TICKET, recording, tell

from hackdesk.event.store import Event
from hackdesk.people import actions, queries
from hackdesk.people.importing.table import read_table
from hackdesk.people.list_queries import preview
from hackdesk.people.rules import Draft
from hackdesk.people.tables import PersonRow
from ui.desk import Desk
from ui.pages.check_in.page import CheckInPage


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    with closing(an_event_at_the_door(tmp_path, clock)) as made:
        yield made


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[CheckInPage]:
    with a_page_on(event, desk, qtbot) as made:
        yield made


def test_before_anything_is_typed_everybody_expected_is_there_and_nobody_chosen(page: CheckInPage) -> None:
    assert len(found(page)) == 4 and page.door.results.current is None and page.door.card.isHidden()
    assert (page.door.count.here.text(), page.door.count.of.text()) == ("0", "of 4 expected")


def test_typing_finds_and_shows_who_it_is(page: CheckInPage, qtbot: QtBot) -> None:
    type_in(page, "onne kuu", qtbot)
    assert found(page) == ["Õnne-Ly Kuusk"]
    assert page.door.card.name.text() == "Õnne-Ly Kuusk"
    assert page.door.card.line.text() == "Rõuge vald · Public servant · Estonian, English"
    assert page.door.card.wishes.text() == "Wants: 1 Village bus · 2 Youth room"
    qtbot.waitUntil(lambda: shown_pills(page) == ["Photo consent not signed", "gluten-free"])


def test_enter_checks_in_and_the_field_is_ready_for_the_next_one(
    page: CheckInPage, event: Event, qtbot: QtBot
) -> None:
    type_in(page, "onne", qtbot, enter=True)
    settled(page, event, qtbot)
    assert somebody(event, "Õnne-Ly Kuusk").status == "arrived"
    assert page.door.field.text == "" and page.door.field.line.hasFocus()
    assert (page.door.answer.word.text(), page.door.answer.receipt.text()) == (
        "Welcome, with a question", "Saved 09:00:00",
    )  # fmt: skip
    assert (page.door.count.here.text(), found(page).count("Õnne-Ly Kuusk")) == ("1", 0)


def test_a_second_time_says_since_when_and_at_which_desk(
    page: CheckInPage, event: Event, clock: FakeClock, qtbot: QtBot
) -> None:
    other = Event.open(event.path, clock=clock, station="back door")
    actions.check_in(other, somebody(event, "Jüri Kuusk").code)
    other.close()
    settled(page, event, qtbot)
    number = event.head()
    type_in(page, "juri kuusk", qtbot, enter=True)
    assert page.door.answer.word.text() == "Already in since 09:00, at back door"
    assert event.head() == number


def test_arrows_choose_another_one(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    type_in(page, "kuusk", qtbot)
    assert found(page) == ["Jüri Kuusk", "Õnne-Ly Kuusk"]
    qtbot.keyClick(page.door.field.line, Qt.Key.Key_Down)
    assert page.door.card.name.text() == "Õnne-Ly Kuusk"
    qtbot.keyClick(page.door.field.line, Qt.Key.Key_Return)
    settled(page, event, qtbot)
    assert somebody(event, "Õnne-Ly Kuusk").status == "arrived"


def test_of_several_the_first_enter_chooses_and_the_second_checks_in(
    page: CheckInPage, event: Event, qtbot: QtBot
) -> None:
    type_in(page, "kuusk", qtbot)
    assert page.door.card.hint.text() == "One of 2: Enter chooses, Enter again checks in."
    press_enter(page, qtbot)
    assert queries.counts(event).here == 0 and page.door.card.hint.isHidden()
    assert page.door.card.name.text() == "Jüri Kuusk"
    press_enter(page, qtbot)
    settled(page, event, qtbot)
    assert somebody(event, "Jüri Kuusk").status == "arrived"


def test_one_enter_is_enough_where_the_others_found_would_need_a_slip(
    page: CheckInPage, event: Event, qtbot: QtBot
) -> None:
    actions.add_person(event, Draft("Jyri", "Kuusk"))
    settled(page, event, qtbot)
    type_in(page, "juri kuusk", qtbot)
    assert found(page) == ["Jüri Kuusk", "Jyri Kuusk"] and page.door.card.hint.isHidden()
    press_enter(page, qtbot)
    settled(page, event, qtbot)
    assert somebody(event, "Jüri Kuusk").status == "arrived"


def test_how_many_more_match_is_said_below_the_list(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    with event.change("many") as session:
        for number in range(70):
            session.insert_row(PersonRow, code=f"C{number}", given_name=f"Kalju {number}")
    settled(page, event, qtbot)
    type_in(page, "kalju", qtbot)
    assert len(found(page)) == 50 and page.door.results.more.text() == "and 20 more"
    assert page.door.card.hint.text().startswith("One of 70:")
    type_in(page, "kalju 12", qtbot)
    assert page.door.results.more.isHidden()


def test_another_key_takes_the_choice_back(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    type_in(page, "kuus", qtbot, enter=True)
    qtbot.keyClicks(page.door.field.line, "k")
    press_enter(page, qtbot)
    assert queries.counts(event).here == 0


def test_a_click_on_a_row_chooses(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    type_in(page, "kuusk", qtbot)
    table = page.door.results.table
    at = table.visualRect(table.model().index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    press_enter(page, qtbot)
    settled(page, event, qtbot)
    assert somebody(event, "Õnne-Ly Kuusk").status == "arrived"


def test_a_badge_is_scanned_whatever_layout_the_laptop_has(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    code = somebody(event, "Jüri Kuusk").code
    positions = {
        sign: first + number + 8
        for first, row in ((2, "1234567890"), (16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
        for number, sign in enumerate(row)
    }
    for sign in code:  # the laptop's layout turns the scanner's keys into something else
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, positions[sign], 0, 0, "я")
        QApplication.sendEvent(page.door.field.line, key)
    assert page.door.field.text == "я" * 7
    qtbot.keyClick(page.door.field.line, Qt.Key.Key_Return)
    settled(page, event, qtbot)
    assert somebody(event, "Jüri Kuusk").status == "arrived"
    type_in(page, code.lower(), qtbot, enter=True)
    assert page.door.answer.word.text() == "Already in since 09:00"


def test_nobody_found_leads_to_a_walk_in_of_that_name(page: CheckInPage, qtbot: QtBot) -> None:
    type_in(page, "Kaspar Hauser", qtbot)
    assert page.door.results.nobody.sentence.text() == "Nobody is called “Kaspar Hauser”"
    assert page.door.card.isHidden()
    press(page, "Take them down as a walk-in", qtbot)
    draft = page.door.forms.open.draft
    assert (draft.given_name, draft.family_name) == ("Kaspar", "Hauser")


def test_undo_takes_the_check_in_back(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    type_in(page, "anu", qtbot, enter=True)
    settled(page, event, qtbot)
    press(page, "Undo check-in of Anu Mets", qtbot)
    settled(page, event, qtbot)
    assert somebody(event, "Anu Mets").status == "registered" and page.door.field.line.hasFocus()
    assert page.toast.text == "Anu Mets is no longer checked in"


def test_the_strange_name_is_whole_on_the_card(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    type_in(page, "щеголева bkm", qtbot)
    assert page.door.card.name.text() == STRANGE_NAME
    press_enter(page, qtbot)
    assert page.door.answer.name.text() == STRANGE_NAME


def test_without_anybody_the_desk_says_what_to_do(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "bare"
    folder.mkdir()
    bare = an_empty_event(folder)
    desk = Desk(bare)
    page = CheckInPage(desk)
    page.show()
    settle(page, qtbot)
    assert page.door.results.currentWidget() is page.door.results.unlisted
    with qtbot.waitSignal(page.wants) as wanted:
        page.door.results.unlisted.button.click()
    assert wanted.args == ["prepare", "registrations"]
    desk.close()
    page.deleteLater()
    bare.close()


@pytest.mark.parametrize(("layout", "caps_lock"), [("fr", True), ("ru", False), ("ee", True), ("us", False)])
def test_a_ticket_of_a_form_tool_is_scanned_on_any_layout(
    layout: str, caps_lock: bool, page: CheckInPage, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    listed = tmp_path / "pretix.csv"
    listed.write_text(f"Attendee name,Secret\nMari Tamm,{TICKET}\nMati Tamm,{TICKET[::-1]}\n", encoding="utf-8")
    actions.bring_in(event, preview(event, read_table(listed)).registrations)
    settle(page, qtbot)
    for told in recording(layout, TICKET, caps_lock=caps_lock)["told"]:
        tell(page.door.field.line, told)
    settle(page, qtbot)
    assert somebody(event, "Mari Tamm").presences and not somebody(event, "Mati Tamm").presences


def test_a_badge_of_another_event_and_something_else_are_told_apart(page: CheckInPage, qtbot: QtBot) -> None:
    for told in recording("ru", "UR3BE86", caps_lock=True)["told"]:
        tell(page.door.field.line, told)
    settle(page, qtbot)
    said = page.door.answer
    assert (said.word.text(), said.name.text()) == ("Nobody here has this badge", "UR3BE86")
    page.door.field.clear()
    for told in recording("us", TICKET, caps_lock=False)["told"]:
        tell(page.door.field.line, told, later=5_000)
    settle(page, qtbot)
    assert said.word.text() == "Not on the list"
