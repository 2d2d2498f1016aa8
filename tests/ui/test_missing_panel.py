"""Who is not here yet: a list to call from, one key for what came of it, and the topics in danger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import FakeClock, an_empty_event
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.store import Event
from hackdesk.language import language
from hackdesk.people import queries
from hackdesk.people.actions import add_groups, add_person, check_in
from hackdesk.people.rules import Draft, Person
from hackdesk.people.turnout import Outcome
from hackdesk.teams.actions import add_topic
from hackdesk.teams.rules import TopicDraft
from ui.desk import Desk
from ui.pages.check_in.missing_panel import MissingPanel
from ui.pages.check_in.page import CheckInPage


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    made = an_empty_event(tmp_path, clock=clock)
    with made.change("groups") as session:
        add_groups(session, language("en"))
    owner = add_person(made, Draft("Olev", "Omanik", phone="+372 5123 4567", groups=("public_servant",)))
    add_person(made, Draft("Aadu", "Kuusk", phone="5555 1111", groups=("community",), choices=("Bus",)))
    add_person(made, Draft("Žanna", "Mets", roles=("juror",)))
    add_topic(made, TopicDraft("Bus", owner_id=owner.id))
    add_topic(made, TopicDraft("Nobody's"))
    yield made
    made.close()


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[CheckInPage]:
    made = CheckInPage(desk)
    with shown(made, event, qtbot):
        qtbot.waitUntil(lambda: desk.waiting == 0)
        yield made


def the_panel(page: CheckInPage, qtbot: QtBot) -> MissingPanel:
    page.select("missing")
    qtbot.waitUntil(lambda: page.desk.waiting == 0)
    assert isinstance(page.panel, MissingPanel)
    return page.panel


def names(panel: MissingPanel) -> list[str]:
    return [callee.person.name for callee in panel.table.rows]


def someone(event: Event, given_name: str) -> Person:
    return next(person for person in queries.people(event) if person.given_name == given_name)


def calls(event: Event, person: Person) -> list[tuple[Outcome, str]]:
    with event.read() as session:
        return [(call.outcome, call.note) for call in queries.calls_in(session).get(person.id, ())]


def test_one_key_notes_a_call_and_what_was_said_joins_it(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    panel = the_panel(page, qtbot)
    assert names(panel) == ["Žanna Mets", "Olev Omanik", "Aadu Kuusk"]
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    assert panel.card.phone.text() == "+372 5123 4567"
    qtbot.keyClick(panel.table, Qt.Key.Key_2)
    olev = someone(event, "Olev")
    qtbot.waitUntil(lambda: calls(event, olev) == [(Outcome.LATE, "")])
    qtbot.waitUntil(lambda: "Comes later" in panel.card.history)
    assert page.toast.text == "Olev Omanik: Comes later"
    qtbot.keyClick(panel.table, Qt.Key.Key_N)
    assert panel.card.note.hasFocus()
    qtbot.keyClicks(panel.card.note, "20 min late, on bus 1")  # the 1 is typed and notes nothing
    qtbot.keyClick(panel.card.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: calls(event, olev) == [(Outcome.LATE, "20 min late, on bus 1")])
    qtbot.waitUntil(lambda: "09:00 Comes later, 20 min late, on bus 1" in panel.card.history)
    assert panel.table.current.person.name == "Olev Omanik"
    page.toast.undo_button.click()
    qtbot.waitUntil(lambda: calls(event, olev) == [(Outcome.LATE, "")])


def test_a_note_typed_before_the_outcome_goes_with_it(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    panel = the_panel(page, qtbot)
    panel.card.note.setFocus()
    qtbot.keyClicks(panel.card.note, "ill")
    qtbot.keyClick(panel.card.note, Qt.Key.Key_Return)
    assert panel.card.outcomes[Outcome.COMING].hasFocus()
    qtbot.mouseClick(panel.card.outcomes[Outcome.NOT_COMING], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: calls(event, someone(event, "Žanna")) == [(Outcome.NOT_COMING, "ill")])


def test_not_coming_offers_to_cancel_and_that_is_taken_back(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    panel = the_panel(page, qtbot)
    panel.table.setFocus()
    assert not panel.card.offer.isVisible()
    qtbot.keyClick(panel.table, Qt.Key.Key_3)
    qtbot.waitUntil(panel.card.offer.isVisible)
    qtbot.waitUntil(lambda: page.desk.waiting == 0)
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(panel) == ["Olev Omanik", "Aadu Kuusk"])
    assert someone(event, "Žanna").cancelled
    page.toast.undo_button.click()
    qtbot.waitUntil(lambda: names(panel) == ["Žanna Mets", "Olev Omanik", "Aadu Kuusk"])


def test_enter_checks_in_and_the_next_one_is_chosen(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    panel = the_panel(page, qtbot)
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(panel) == ["Olev Omanik", "Aadu Kuusk"])
    assert page.toast.text == "Žanna Mets is in"
    assert panel.table.current.person.name == "Olev Omanik"
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(panel) == ["Aadu Kuusk"])
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    qtbot.waitUntil(panel.nobody.isVisible)


def test_the_list_is_narrowed_by_words_group_and_topic(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    panel = the_panel(page, qtbot)
    qtbot.keyClicks(panel.search, "1111")
    qtbot.waitUntil(lambda: names(panel) == ["Aadu Kuusk"])
    panel.show_all()
    panel.group.setCurrentIndex(panel.group.findData("public_servant"))
    panel.group.activated.emit(panel.group.currentIndex())
    assert names(panel) == ["Olev Omanik"]
    panel.show_all()
    panel.topic.setCurrentText("Bus")
    panel.topic.activated.emit(panel.topic.currentIndex())
    assert names(panel) == ["Olev Omanik", "Aadu Kuusk"]
    panel.needed_first.setChecked(False)
    assert names(panel) == ["Aadu Kuusk", "Olev Omanik"]
    panel.topic.setCurrentText("Nobody's")
    panel.topic.activated.emit(panel.topic.currentIndex())
    assert panel.unmatched.isVisible()


def test_the_number_is_copied_to_be_dialled(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    panel = the_panel(page, qtbot)
    assert panel.card.phone.text() == "No phone number"
    panel.table.choose(someone(event, "Olev").id)
    panel.card.copy()
    assert QGuiApplication.clipboard().text() == "+37251234567"
    assert page.toast.text == "Copied: +37251234567"


def test_a_topic_in_danger_leads_to_those_to_call(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    dangers = page.door.count.dangers
    qtbot.waitUntil(dangers.isVisible)
    assert dangers.worst.toolTip() == "Nobody's\nNobody owns it · Nobody registered for it"
    assert not dangers.others.isVisible()
    check_in(event, someone(event, "Žanna").code)
    qtbot.waitUntil(dangers.others.isVisible)
    assert dangers.worst.toolTip() == "Bus\nOlev Omanik is not here · Nobody who wants it is here"
    assert dangers.others.text() == "1 more"
    dangers.worst.click()
    qtbot.waitUntil(lambda: page.desk.waiting == 0)
    panel = page.panel
    assert isinstance(panel, MissingPanel)
    assert (panel.topic.currentText(), names(panel)) == ("Bus", ["Olev Omanik", "Aadu Kuusk"])
    check_in(event, someone(event, "Olev").code)
    qtbot.waitUntil(lambda: names(panel) == ["Aadu Kuusk"])
    assert panel.topic.currentText() == "Bus"
