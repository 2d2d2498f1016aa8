"""Prepare, criteria: locked by the first ballot; a change says what it does before it is made."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from uuid import uuid4

import pytest
from builders import FakeClock, an_empty_event
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.jury import actions, queries
from hackdesk.jury.rules import Criterion, Juror, Sheet
from hackdesk.language import language
from hackdesk.teams.tables import TeamRow
from ui.desk import Desk
from ui.pages.prepare.criteria_panel import CriteriaPanel
from ui.pages.prepare.page import PreparePage


@pytest.fixture
def event(tmp_path: Path) -> Iterator[Event]:
    made = an_empty_event(tmp_path, clock=FakeClock())
    with made.change("fill") as session:
        session.add(TeamRow(name="Bus", position=1))
        actions.add_criteria(session, [Criterion(uuid4(), name) for name in ("Value", "Newness")], language("en"))
    actions.add_juror(made, Juror(uuid4(), "Mall"))
    yield made
    made.close()


def hand_in(event: Event) -> None:
    judging = queries.progress(event).judging
    sheet = Sheet({one.id: Fraction(4) for one in judging.criteria})
    actions.hand_in_ballot(event, judging.jurors[0].id, judging.teams[0].id, sheet, seen=0)


@pytest.fixture
def panel(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[CriteriaPanel]:
    page = PreparePage(desk)
    with shown(page, event, qtbot):
        page.show_section("criteria")
        qtbot.waitUntil(lambda: desk.waiting == 0)
        panel = page.panel
        assert isinstance(panel, CriteriaPanel)
        yield panel


@pytest.fixture
def locked(panel: CriteriaPanel, event: Event, qtbot: QtBot) -> CriteriaPanel:
    hand_in(event)
    qtbot.waitUntil(lambda: "Locked since" in panel.lock.text)
    return panel


def put(panel: CriteriaPanel, name: str, text: str, qtbot: QtBot) -> None:
    made = panel.form.fields[name].input
    made.setFocus()
    made.selectAll()
    qtbot.keyClicks(made, text)
    qtbot.keyClick(made, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: panel.page.desk.waiting == 0)


def test_a_ballot_locks_what_counts_and_leaves_the_words_that_help(
    panel: CriteriaPanel, event: Event, qtbot: QtBot
) -> None:
    assert panel.lock.text == "" and panel.form.fields["weight"].input.isEnabled()
    hand_in(event)
    qtbot.waitUntil(lambda: "1 ballot is handed in." in panel.lock.text)
    enabled = {name: field.input.isEnabled() for name, field in panel.form.fields.items()}
    assert {name for name, is_ in enabled.items() if is_} == {"guidance", "low_words", "high_words"}
    for button in (panel.add_button, panel.remove_button, panel.up_button, panel.down_button):
        assert not button.isEnabled()
    put(panel, "low_words", "poor", qtbot)
    qtbot.waitUntil(lambda: queries.criteria(event)[0].low_words == "poor")


def test_a_change_says_what_it_does_and_is_written_only_with_a_reason(
    locked: CriteriaPanel, event: Event, qtbot: QtBot
) -> None:
    entries = event.head()
    qtbot.mouseClick(locked.lock.change_button, Qt.MouseButton.LeftButton)
    put(locked, "weight", "3", qtbot)
    qtbot.waitUntil(lambda: "1 ballot keeps its marks and is weighed anew." in locked.lock.text)
    put(locked, "highest", "3", qtbot)
    qtbot.waitUntil(lambda: "1 ballot is open again" in locked.lock.text)
    assert event.head() == entries
    qtbot.mouseClick(locked.lock.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "locked" in locked.lock.reason.error)
    assert event.head() == entries and queries.criteria(event)[0].highest == Fraction(5)
    qtbot.keyClicks(locked.lock.reason.input, "misprinted")
    qtbot.keyClick(locked.lock.reason.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one.reason for one in queries.criteria_changes(event)] == ["misprinted"])
    assert queries.criteria(event)[0].highest == Fraction(3)
    qtbot.waitUntil(lambda: "1 ballot is open again." in locked.page.toast.text)
    qtbot.waitUntil(lambda: locked.lock.text == "")  # that ballot was the only one
    undo(event)
    qtbot.waitUntil(lambda: "Locked since" in locked.lock.text)


def test_another_order_after_the_first_ballot_is_a_change_too(
    locked: CriteriaPanel, event: Event, qtbot: QtBot
) -> None:
    locked.down_button.click()
    assert [one.name for one in queries.criteria(event)] == ["Value", "Newness"]
    locked.begin_change()
    qtbot.waitUntil(lambda: locked.page.desk.waiting == 0)
    assert not locked.lock.save_button.isEnabled()
    locked.down_button.click()
    qtbot.waitUntil(lambda: "order that decides equal scores" in locked.lock.text)
    assert [one.name for one in locked.table.rows] == ["Newness", "Value"]
    qtbot.keyClicks(locked.lock.reason.input, "as announced")
    locked.lock.save_button.click()
    qtbot.waitUntil(lambda: [one.name for one in queries.criteria(event)] == ["Newness", "Value"])


def test_a_change_that_is_given_up_leaves_nothing(locked: CriteriaPanel, event: Event, qtbot: QtBot) -> None:
    entries = event.head()
    locked.begin_change()
    locked.remove()
    locked.begin()
    put(locked, "name", "Courage", qtbot)
    assert [one.name for one in locked.table.rows] == ["Newness", "Courage"]
    qtbot.keyClick(locked.lock.reason.input, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: [one.name for one in locked.table.rows] == ["Value", "Newness"])
    assert event.head() == entries and "Locked since" in locked.lock.text


def test_signed_results_close_the_criteria_with_them(locked: CriteriaPanel, event: Event, qtbot: QtBot) -> None:
    actions.seal_results(event)
    qtbot.waitUntil(lambda: "signed as revision 1" in locked.lock.text)
    assert locked.lock.change_button.isHidden()
    assert not any(field.input.isEnabled() for field in locked.form.fields.values())


def test_in_which_round_a_criterion_counts_is_asked_only_where_there_are_two(
    panel: CriteriaPanel, event: Event, qtbot: QtBot
) -> None:
    field = panel.form.fields["rounds"]
    assert field.isHidden()
    panel.rounds_box.click()
    assert not field.isHidden()
    field.input.setCurrentIndex(2)
    field.input.activated.emit(2)
    qtbot.waitUntil(lambda: queries.criteria(event)[0].rounds == 2)
    qtbot.waitUntil(lambda: panel.table.model().index(0, 3).data() == "– · 50 %")
    assert not panel.rounds_box.isEnabled()
