"""Two desks on one file: what one does the other shows and says, and nobody is written down twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from builders import FakeClock
from door import a_page_on, an_event_at_the_door, press, settle, settled, somebody, type_in
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from hackdesk.event.check import check
from hackdesk.event.store import Event
from hackdesk.people import actions, queries
from hackdesk.people.rules import Draft
from ui.desk import Desk
from ui.pages.check_in.page import CheckInPage
from ui.widgets.label import Label


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    with closing(an_event_at_the_door(tmp_path, clock)) as made:
        made.station = "Desk 1"
        yield made


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[CheckInPage]:
    with a_page_on(event, desk, qtbot) as made:
        yield made


@pytest.fixture
def other(event: Event, clock: FakeClock, qtbot: QtBot) -> Iterator[CheckInPage]:
    """The page of another desk, as another program has it: its own opening of the file."""
    with closing(Event.open(event.path, clock=clock, station="Desk 2")) as opened:
        desk = Desk(opened)
        with a_page_on(opened, desk, qtbot) as made:
            yield made
        desk.close()


def test_who_is_in_at_one_desk_is_in_at_the_other_and_told_there_where_and_since_when(
    page: CheckInPage, other: CheckInPage, event: Event, clock: FakeClock, qtbot: QtBot
) -> None:
    anu = somebody(event, "Anu Mets")
    type_in(page, anu.code, qtbot, enter=True)
    qtbot.waitUntil(lambda: other.door.count.here.text() == "1", timeout=1000)

    def last() -> set[str]:
        return {label.text() for label in other.door.last.findChildren(Label) if label.isVisible()}

    qtbot.waitUntil(lambda: {"09:00", "Anu Mets", "Desk 1"} <= last())
    clock.forward(minutes=42)
    type_in(other, anu.code, qtbot, enter=True)
    assert other.door.answer.word.text() == "Already in since 09:00, at Desk 1"
    assert queries.counts(event).here == 1


def test_a_scan_at_both_desks_at_the_same_moment_is_one_arrival(
    page: CheckInPage, other: CheckInPage, event: Event, qtbot: QtBot
) -> None:
    words = set()
    for number in range(6):
        code = actions.add_person(event, Draft("Mari", f"{number}", photo_consent=True)).code
        for one in (page, other) if number % 2 else (other, page):
            one.door.field.line.setText(code)
        for one in (page, other):  # neither waits for the other
            qtbot.keyClick(one.door.field.line, Qt.Key.Key_Return)
        settle(page, qtbot)
        settle(other, qtbot)
        words |= {tuple(sorted((page.door.answer.word.text(), other.door.answer.word.text())))}
    assert words <= {
        ("Already in since 09:00, at Desk 1", "Welcome"), ("Already in since 09:00, at Desk 2", "Welcome"),
    }  # fmt: skip
    assert queries.counts(event).here == 6 and check(event).sound


def test_what_is_taken_back_at_one_desk_goes_from_the_answer_at_the_other(
    page: CheckInPage, other: CheckInPage, event: Event, qtbot: QtBot
) -> None:
    onne = somebody(event, "Õnne-Ly Kuusk")
    type_in(page, onne.code, qtbot, enter=True)
    settled(other, event, qtbot)
    press(other, "Undo check-in of Õnne-Ly Kuusk", qtbot)
    qtbot.waitUntil(page.door.answer.isHidden)
    assert page.door.card.person == somebody(event, "Õnne-Ly Kuusk") and page.door.card.go.isVisible()


def test_somebody_who_cancelled_and_was_let_in_elsewhere_is_not_asked_about_any_more(
    page: CheckInPage, other: CheckInPage, event: Event, qtbot: QtBot
) -> None:
    anu = somebody(event, "Anu Mets")
    actions.cancel_registration(event, anu.id, seen=anu.version)
    settled(other, event, qtbot)
    for one in (page, other):
        type_in(one, anu.code, qtbot, enter=True)
    press(page, "Check in after all", qtbot)
    qtbot.waitUntil(other.door.answer.isHidden)
    assert other.door.card.since.text() == "Already in since 09:00, at Desk 1"


def test_a_check_in_never_makes_a_form_at_the_other_desk_stale(
    page: CheckInPage, other: CheckInPage, event: Event, qtbot: QtBot
) -> None:
    juri = somebody(event, "Jüri Kuusk")
    other.door.edit(juri)
    phone = other.door.forms.form.fields["phone"].input
    assert isinstance(phone, QLineEdit)
    phone.setText("5551")
    type_in(page, juri.code, qtbot, enter=True)
    settled(other, event, qtbot)
    assert phone.text() == "5551"
    other.door.forms.form.keep_button.click()
    settled(other, event, qtbot)
    known = somebody(event, "Jüri Kuusk")
    assert (known.phone, known.status) == ("5551", "arrived")


def test_a_background_change_never_takes_the_keyboard_from_a_form(
    page: CheckInPage, other: CheckInPage, event: Event, qtbot: QtBot
) -> None:
    type_in(other, "kuusk", qtbot)
    other.door.begin_walk_in()
    given = other.door.forms.form.fields["given_name"].input
    assert isinstance(given, QLineEdit)
    other.activateWindow()
    given.setFocus()
    type_in(page, somebody(event, "Jüri Kuusk").code, qtbot, enter=True)
    settled(other, event, qtbot)
    assert other.focusWidget() is given and not other.door.front.sure
