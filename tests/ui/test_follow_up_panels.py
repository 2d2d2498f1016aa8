"""After: what is due leads to its place; contacts, promises and topics are kept by keyboard; the next edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import icalendar
import pytest
from builders import FakeClock, an_empty_event
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.follow_up import actions
from hackdesk.follow_up.aftermath import Outcome, PartnerPromise, PromiseState
from hackdesk.follow_up.aftermath_queries import contacts, fates, promises
from hackdesk.follow_up.rules import Promise
from hackdesk.jury.actions import add_award, give_award
from hackdesk.jury.rules import Award
from hackdesk.teams.queries import topics
from hackdesk.teams.tables import TeamRow, TopicRow
from ui.desk import Desk
from ui.overview import overview
from ui.pages.after.contacts_panel import ContactsPanel
from ui.pages.after.due_panel import DuePanel
from ui.pages.after.page import AfterPage
from ui.pages.after.partners_panel import PartnersPanel
from ui.pages.after.teams_panel import TeamsPanel
from ui.pages.after.topics_panel import TopicsPanel

BUS, CARE = uuid4(), uuid4()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    """Two teams with a topic each; the event lasts 14–15 November 2026."""
    made = an_empty_event(tmp_path, clock=clock)
    with made.change("begin") as session:
        for number, (team, name) in enumerate(((BUS, "Bus"), (CARE, "Care"))):
            topic = TopicRow(id=uuid4(), title=f"{name} topic")
            topic.position, topic.min_size, topic.max_size = number, 4, 12
            session.add(topic)
            session.flush()
            session.add(TeamRow(id=team, name=name, topic_id=topic.id, position=number))
    yield made
    made.close()


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[AfterPage]:
    made = AfterPage(desk)
    with shown(made, event, qtbot):
        settle(made, qtbot)
        yield made


def settle(page: AfterPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.desk.waiting == 0)


def write_into(page: AfterPage, name: str, text: str) -> None:
    """Type over a field of the panel and leave it."""
    panel = page.panel
    assert isinstance(panel, ContactsPanel | PartnersPanel | TopicsPanel)
    made = panel.list.form.fields[name].input
    made.setFocus()
    if isinstance(made, QPlainTextEdit):
        made.setPlainText(text)
    elif isinstance(made, QLineEdit):
        made.setText(text)
    panel.list.table.setFocus()


def due_panel(page: AfterPage) -> DuePanel:
    assert isinstance(page.panel, DuePanel)
    return page.panel


def contacts_panel(page: AfterPage, qtbot: QtBot) -> ContactsPanel:
    page.select("contacts")
    settle(page, qtbot)
    assert isinstance(page.panel, ContactsPanel)
    return page.panel


def partners_panel(page: AfterPage, qtbot: QtBot) -> PartnersPanel:
    page.select("partners")
    settle(page, qtbot)
    assert isinstance(page.panel, PartnersPanel)
    return page.panel


def press(widget: QWidget, key: Qt.Key, qtbot: QtBot) -> None:
    widget.setFocus()
    qtbot.keyClick(widget, key)


# --- what is due ----------------------------------------------------------------------------------


def test_nothing_is_due_while_the_event_is_on_and_then_the_next_thing_is_told(
    page: AfterPage, event: Event, clock: FakeClock, qtbot: QtBot
) -> None:
    panel = due_panel(page)
    assert panel.nothing._title.text() == "Nothing to follow up yet" and not panel.go_button.isVisible()
    clock.forward(days=5)
    actions.plan_contacts(event)
    qtbot.waitUntil(lambda: panel.nothing._title.text() == "Nothing is due")
    assert panel.nothing._sentence.text() == "Next, 15 Dec 2026: Ask Bus how it goes"


def test_late_stands_first_and_each_line_leads_to_where_it_is_marked(
    page: AfterPage, event: Event, clock: FakeClock, qtbot: QtBot
) -> None:
    panel = due_panel(page)
    actions.plan_contacts(event)
    promised = actions.add_commitment(event, CARE, Promise("Mari", "asks the municipality", date(2026, 11, 30)))
    promise = PartnerPromise(uuid4(), "Library", "20 hours", CARE, by_when=date(2026, 12, 20))
    clock.forward(days=32)
    actions.add_promise(event, promise)
    qtbot.waitUntil(lambda: len(panel.table.rows) == 4)
    told = [(one.on.day, one.late) for one in panel.table.rows]
    assert told == [(30, True), (15, True), (15, True), (20, False)]
    assert overview(event).counts()["after"] == "4"
    press(panel.table, Qt.Key.Key_Return, qtbot)
    settle(page, qtbot)
    assert isinstance(page.panel, TeamsPanel)
    assert page.panel.table.current.team_id == CARE and page.panel.commitments.table.current.id == promised.id
    for row, kind in ((2, ContactsPanel), (3, PartnersPanel)):
        page.select("due")
        settle(page, qtbot)
        wanted = panel.table.rows[row]
        panel.table.choose(wanted.id)
        panel.go_button.click()
        settle(page, qtbot)
        assert isinstance(page.panel, ContactsPanel | PartnersPanel) and isinstance(page.panel, kind)
        assert page.panel.list.current.id == wanted.id


def test_the_days_are_written_as_a_calendar_file(
    page: AfterPage, event: Event, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    panel, path = due_panel(page), tmp_path / "days.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path.with_suffix("")), ""))
    panel.calendar_button.click()
    qtbot.waitUntil(lambda: "No day is written down yet" in page.notice.sentence)
    actions.plan_contacts(event)
    panel.calendar_button.click()
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: page.toast.text == f"6 days are in {path}")
    assert len(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")) == 6


def test_the_next_edition_is_made_and_asked_to_be_opened(page: AfterPage, event: Event, qtbot: QtBot) -> None:
    fate = fates(event)[1]
    actions.keep_fate(event, replace(fate, returns=True), seen=0)
    panel = due_panel(page)
    qtbot.waitUntil(lambda: panel.returning.text() == "1 topic returns.")
    panel.edition_button.click()
    name = panel.form.name.input
    assert isinstance(name, QLineEdit) and name.text() == "Vastseliina 2027"
    name.setText("event")
    panel.form.make_button.click()
    assert panel.form.name.error == "event.hackdesk is there already. Give it another name."
    name.setText("Vastseliina: 2027")
    with qtbot.waitSignal(page.file_wanted) as wanted:
        panel.form.make_button.click()
    (path,) = wanted.args
    assert path == event.path.parent / "Vastseliina 2027.hackdesk"
    made = Event.open(path)
    assert settings_of(made).starts_on == date(2027, 11, 13)
    assert [topic.title for topic in topics(made)] == ["Care topic"]
    made.close()


# --- contacts -------------------------------------------------------------------------------------


def test_contacts_are_planned_with_one_press_and_noted_by_keyboard(
    page: AfterPage, event: Event, clock: FakeClock, qtbot: QtBot
) -> None:
    clock.forward(days=40)
    panel = contacts_panel(page, qtbot)
    panel.empty.button.click()
    qtbot.waitUntil(lambda: len(panel.list.table.rows) == 6)
    assert page.toast.text == "6 contacts planned"
    press(panel.list.table, Qt.Key.Key_Space, qtbot)
    qtbot.waitUntil(lambda: contacts(event)[0].done_on == date(2026, 12, 24))
    qtbot.waitUntil(lambda: page.toast.text == "Bus was asked")
    write_into(page, "who", "Mari asked Jaan")
    write_into(page, "note", "The bus runs on Fridays.")
    qtbot.waitUntil(lambda: contacts(event)[0].note == "The bus runs on Fridays.")
    assert contacts(event)[0].who == "Mari asked Jaan"
    sign = panel.list.table.rows[0]
    assert panel._sign(sign) == ("✓ asked 24.12.2026", "accent")


def test_what_was_typed_a_moment_ago_is_not_lost_by_a_button(page: AfterPage, event: Event, qtbot: QtBot) -> None:
    actions.plan_contacts(event)
    panel = contacts_panel(page, qtbot)
    write_into(page, "note", "Nobody answered.")
    panel.asked_button.click()
    qtbot.waitUntil(lambda: contacts(event)[0].done_on is not None)
    assert contacts(event)[0].note == "Nobody answered." and page.notice.sentence == ""


def test_a_day_is_moved_in_place_and_one_that_is_no_day_is_refused_there(
    page: AfterPage, event: Event, qtbot: QtBot
) -> None:
    actions.plan_contacts(event)
    panel = contacts_panel(page, qtbot)
    first: UUID = panel.list.current.id
    write_into(page, "due_on", "20.12.")
    qtbot.waitUntil(lambda: {one.id: one.due_on for one in contacts(event)}[first] == date(2026, 12, 20))
    for name, typed, said in (
        ("due_on", "", "No day is written"), ("due_on", "soon", "“soon” is not a day"),
        ("done_on", "1.3.2027", "still to come"),
    ):  # fmt: skip
        write_into(page, name, typed)
        field = panel.list.form.fields[name]
        qtbot.waitUntil(lambda field=field, said=said: said in field.error)


def test_a_contact_is_added_and_removed_with_undo(page: AfterPage, event: Event, qtbot: QtBot) -> None:
    actions.plan_contacts(event)
    panel = contacts_panel(page, qtbot)
    panel.more_button.click()
    qtbot.waitUntil(lambda: len(panel.list.table.rows) == 7)
    qtbot.waitUntil(lambda: panel.list.current.due_on == date(2026, 12, 14))
    press(panel.list.table, Qt.Key.Key_Delete, qtbot)
    qtbot.waitUntil(lambda: len(panel.list.table.rows) == 6 and page.toast.text == "Removed: Bus")
    qtbot.mouseClick(page.toast.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(panel.list.table.rows) == 7)


def test_a_teams_contacts_stand_beside_its_commitments(page: AfterPage, event: Event, qtbot: QtBot) -> None:
    actions.plan_contacts(event)
    page.select("teams")
    settle(page, qtbot)
    panel = page.panel
    assert isinstance(panel, TeamsPanel)
    button = panel.commitments.contacts_button
    qtbot.waitUntil(lambda: button.text() == "Contacts: 15.12.2026 · 15.2.2027 · 15.5.2027")
    button.click()
    settle(page, qtbot)
    assert isinstance(page.panel, ContactsPanel) and page.panel.list.current.due_on == date(2026, 12, 15)


# --- partners and topics --------------------------------------------------------------------------


def test_promises_come_from_the_awards_and_are_marked_by_keys(page: AfterPage, event: Event, qtbot: QtBot) -> None:
    award = add_award(event, Award(uuid4(), "Library's choice", "Library", "20 hours of advice"))
    give_award(event, award.id, CARE, decided="partner")
    panel = partners_panel(page, qtbot)
    assert panel.take_button.text() == "Take over 1 award"
    panel.take_button.click()
    qtbot.waitUntil(lambda: len(panel.list.table.rows) == 1)
    assert not panel.take_button.isVisible()
    press(panel.list.table, Qt.Key.Key_Space, qtbot)
    qtbot.waitUntil(lambda: panel.list.table.rows[0].state is PromiseState.KEPT)
    assert panel.kept_button.text() == "Open again"
    press(panel.list.table, Qt.Key.Key_Space, qtbot)
    qtbot.waitUntil(lambda: panel.list.table.rows[0].state is PromiseState.OPEN)
    panel.broken_button.click()
    qtbot.waitUntil(lambda: panel.list.table.rows[0].state is PromiseState.BROKEN)
    assert panel._sign(panel.list.table.rows[0]) == ("✗ not kept", "warn")


def test_a_promise_is_typed_in_one_line_the_rest_beside_it(page: AfterPage, event: Event, qtbot: QtBot) -> None:
    panel = partners_panel(page, qtbot)
    giver, what = panel.line.giver.input, panel.line.what.input
    assert isinstance(giver, QLineEdit) and isinstance(what, QLineEdit)
    giver.setText("Bank")
    qtbot.keyClick(giver, Qt.Key.Key_Return)
    assert panel.line.what.error == "What was promised?" and not promises(event)
    what.setText("Two bicycles")
    qtbot.keyClick(what, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(panel.list.table.rows) == 1)
    assert giver.text() == ""
    team = panel.list.form.fields["team_id"].input
    assert isinstance(team, QComboBox)
    team.setCurrentIndex(team.findText("Care"))
    team.activated.emit(team.currentIndex())
    write_into(page, "by_when", "1.2.")
    qtbot.waitUntil(lambda: promises(event)[0].by_when == date(2027, 2, 1))
    assert promises(event)[0].team == "Care"
    press(panel.list.table, Qt.Key.Key_Delete, qtbot)
    qtbot.waitUntil(lambda: page.toast.text == "Removed: Bank" and not promises(event))
    qtbot.mouseClick(page.toast.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(promises(event)) == 1)


def test_what_became_of_a_topic_is_said_and_space_returns_it(page: AfterPage, event: Event, qtbot: QtBot) -> None:
    page.select("topics")
    settle(page, qtbot)
    panel = page.panel
    assert isinstance(panel, TopicsPanel)
    assert panel.counted.text() == "Nobody has said yet what became of 2 topics."
    outcome = panel.list.form.fields["outcome"].input
    assert isinstance(outcome, QComboBox)
    outcome.setCurrentIndex(outcome.findText("waits"))
    outcome.activated.emit(outcome.currentIndex())
    qtbot.waitUntil(lambda: fates(event)[0].outcome is Outcome.WAITS)
    press(panel.list.table, Qt.Key.Key_Space, qtbot)
    qtbot.waitUntil(lambda: fates(event)[0].returns)
    qtbot.waitUntil(lambda: page.toast.text == "Bus topic returns next time")
    write_into(page, "note", "Until the spring")
    qtbot.waitUntil(lambda: fates(event)[0].note == "Until the spring")
