"""The mentors' part of the Stage as it is used: planned in one step, moved by keys, marked with one key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from builders import FakeClock
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.agenda import actions
from hackdesk.agenda.checkpoint_queries import progress
from hackdesk.agenda.mentor_queries import mentoring
from hackdesk.agenda.mentoring import MentorDraft, RoundDraft, Seat, Visit
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.teams.tables import TeamRow
from ui.desk import Desk
from ui.pages.stage.mentors_panel import MentorsPanel
from ui.pages.stage.page import StagePage

HOUR = timedelta(hours=1)


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[StagePage]:
    made = StagePage(desk)
    made.resize(1178, 680)
    with shown(made, event, qtbot):
        yield made
    made.leave()


@pytest.fixture
def panel(page: StagePage, event: Event, qtbot: QtBot) -> MentorsPanel:
    """Three teams want to see somebody about law, which Anu and Bert know; Anu is here for half an hour."""
    clock = event.clock
    assert isinstance(clock, FakeClock)
    with event.change("add teams") as session:
        for number, name in enumerate(("Bus", "Cafe", "Zoo"), 1):
            session.add(TeamRow(name=name, table_name=str(number), position=number))
    here = actions.add_round(event, RoundDraft("Round", clock.now, clock.now + HOUR))
    actions.add_mentor(event, MentorDraft("Anu", None, ("law",), ((here.starts_at, here.starts_at + HOUR / 2),)))
    actions.add_mentor(event, MentorDraft("Bert", None, ("law", "money")))
    for team in mentoring(event).teams:
        actions.set_themes(event, team.id, ("law",))
    return opened(page, qtbot)


def opened(page: StagePage, qtbot: QtBot) -> MentorsPanel:
    page.show_panel("mentors")
    settle(page, qtbot)
    assert isinstance(page.panel, MentorsPanel)
    return page.panel


def settle(page: StagePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.desk.waiting == 0)


def a_visit(event: Event, panel: MentorsPanel, qtbot: QtBot, slot: int = 0) -> Visit:
    """Anu sees the first team in a slot, and the grid stands there."""
    now = mentoring(event)
    seat = Seat(now.rounds[0].id, now.mentors[0].id, now.rounds[0].slots[slot].starts_at)
    visit = actions.add_visit(event, now.teams[0].id, seat)
    qtbot.waitUntil(lambda: panel.plan.grid.grid_model.grid.find(visit.id) is not None)
    panel.plan.grid.choose(visit.id)
    return visit


def test_without_teams_mentors_and_rounds_it_says_what_comes_first(page: StagePage, qtbot: QtBot) -> None:
    panel = opened(page, qtbot)
    with qtbot.waitSignal(page.wants) as asked:
        panel._first.button.click()
    assert asked.args == ["teams", "board"]


def test_a_plan_is_made_in_one_step_and_taken_back_in_one(
    panel: MentorsPanel, event: Event, qtbot: QtBot
) -> None:
    panel.plan.mend_button.click()
    qtbot.waitUntil(lambda: len(mentoring(event).visits) == 3, timeout=20_000)
    settle(panel.stage, qtbot)
    assert "Planned: 3 visits changed" in panel.page.toast.text
    assert panel.plan._not_yet.title.text() == "3 teams not visited yet"
    panel.page.undo()
    qtbot.waitUntil(lambda: mentoring(event).visits == ())


def test_one_key_marks_a_visit_and_takes_the_mark_away(panel: MentorsPanel, event: Event, qtbot: QtBot) -> None:
    a_visit(event, panel, qtbot)
    QTest.keyClick(panel.plan.grid, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: mentoring(event).visits[0].visited_at is not None)
    qtbot.waitUntil(lambda: panel.plan._not_yet.title.text() == "2 teams not visited yet")
    assert panel.plan.waiting.text() == "Cafe, Zoo"
    QTest.keyClick(panel.plan.grid, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: mentoring(event).visits[0].visited_at is None)


def test_what_was_not_marked_is_late_as_soon_as_its_time_has_passed(
    panel: MentorsPanel, event: Event, qtbot: QtBot
) -> None:
    clock = event.clock
    assert isinstance(clock, FakeClock)
    now = mentoring(event)
    bert = Seat(now.rounds[0].id, now.mentors[1].id, now.rounds[0].starts_at)
    actions.mark_visited(event, actions.add_visit(event, now.teams[1].id, bert).id)
    a_visit(event, panel, qtbot)
    clock.forward(minutes=16)
    qtbot.waitUntil(lambda: panel.plan.grid.grid_model.grid.rows[0].cells[0].state == "late")


def test_alt_and_an_arrow_move_a_visit_and_the_grid_stays_with_it(
    panel: MentorsPanel, event: Event, qtbot: QtBot
) -> None:
    visit = a_visit(event, panel, qtbot)
    QTest.keyClick(panel.plan.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: mentoring(event).visits[0].starts_at > visit.starts_at)
    qtbot.waitUntil(lambda: panel.plan.grid.grid_model.grid.find(visit.id) == (0, 1))
    assert panel.plan.grid.currentIndex().column() == 1
    QTest.keyClick(panel.plan.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "Anu is not here at" in panel.page.notice.sentence)


def test_a_visit_is_dragged_and_a_clash_is_refused_with_who(
    panel: MentorsPanel, event: Event, qtbot: QtBot
) -> None:
    visit = a_visit(event, panel, qtbot)
    now = mentoring(event)
    other = Seat(now.rounds[0].id, now.mentors[1].id, now.rounds[0].slots[0].starts_at)
    added = actions.add_visit(event, now.teams[1].id, other)
    qtbot.waitUntil(lambda: panel.plan.grid.grid_model.grid.find(added.id) is not None)
    drop(panel, visit, 1, 0)
    qtbot.waitUntil(lambda: "Bert sees “Cafe” at" in panel.page.notice.sentence)
    drop(panel, visit, 1, 2)
    qtbot.waitUntil(lambda: any(one.mentor_id == now.mentors[1].id and one.id == visit.id
                                for one in mentoring(event).visits))  # fmt: skip
    undo(event)


def drop(panel: MentorsPanel, visit: Visit, row: int, column: int) -> None:
    grid = panel.plan.grid
    carried = QMimeData()
    carried.setData("application/x-hackdesk-visit", str(visit.id).encode())
    at = grid.visualRect(grid.grid_model.index(row, column)).center()
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    grid.dropEvent(QDropEvent(QPointF(at), move, carried, left, Qt.KeyboardModifier.NoModifier))


def test_enter_offers_those_first_who_want_what_is_known(panel: MentorsPanel, event: Event, qtbot: QtBot) -> None:
    actions.set_themes(event, mentoring(event).teams[2].id, ("money",))
    qtbot.waitUntil(lambda: panel.read_last is not None and panel.read_last.now.teams[2].themes == ("money",))
    panel.plan._offer(0, 1, QPoint())
    menu = panel.plan.findChildren(QMenu)[0]
    assert [action.text() for action in menu.actions()] == ["Bus – law", "Cafe – law", "Zoo"]
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: len(mentoring(event).visits) == 1)
    menu.close()


def test_a_note_is_kept_with_enter_and_the_keyboard_goes_back(
    panel: MentorsPanel, event: Event, qtbot: QtBot
) -> None:
    a_visit(event, panel, qtbot)
    QTest.keyClick(panel.plan.grid, Qt.Key.Key_N)
    QTest.keyClicks(panel.plan.card.note, "Ask five people")
    QTest.keyClick(panel.plan.card.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: mentoring(event).visits[0].note == "Ask five people")


def test_cells_are_said_aloud_with_who_when_and_whether(panel: MentorsPanel, event: Event, qtbot: QtBot) -> None:
    a_visit(event, panel, qtbot)
    model = panel.plan.grid.grid_model
    said = [
        str(model.data(model.index(0, column), Qt.ItemDataRole.AccessibleTextRole)) for column in range(4)
    ]
    assert said == [
        "Anu, 09:00, 1 · Bus, law, planned", "Anu, 09:15, free", "Anu, 09:30, not here", "Anu, 09:45, not here",
    ]  # fmt: skip
    panel.plan.rows.choose("teams")
    panel.plan._show()
    assert model.headerData(0, Qt.Orientation.Vertical) == "1 · Bus"


def test_a_mentor_is_typed_with_themes_and_hours(panel: MentorsPanel, event: Event, qtbot: QtBot) -> None:
    panel.show_part("mentors")
    people = panel.people
    people.begin()
    people.name.setText("Cilla")
    people.themes.setText("Money, law , law")
    people.here[0].span.setText("9.15-9:45")
    people.keep_button.click()
    qtbot.waitUntil(lambda: len(mentoring(event).mentors) == 3)
    cilla = mentoring(event).mentors[2]
    assert (cilla.name, cilla.themes) == ("Cilla", ("money", "law"))
    start = mentoring(event).rounds[0].starts_at
    assert cilla.times == ((start + HOUR / 4, start + 3 * HOUR / 4),)
    people.name.setText("Dace")
    people.here[0].span.setText("soon")
    people.keep_button.click()
    assert people.wrong.text() == "“soon” does not say from when until when. Write it like 15:00–16:30."


def test_steps_are_set_with_one_click_and_counted_in_the_title(
    panel: MentorsPanel, event: Event, qtbot: QtBot
) -> None:
    panel.show_part("teams")
    panel.teams.lines[0].steps[2].click()
    qtbot.waitUntil(lambda: progress(event)[0].has("tested"))
    qtbot.waitUntil(lambda: panel.teams.card.title.text() == "1 of 3 teams tested with users")
    panel.teams.note.setText("two shoppers")
    QTest.keyClick(panel.teams.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: progress(event)[0].done["tested"].note == "two shoppers")
    panel.teams.lines[0].steps[2].click()
    qtbot.waitUntil(lambda: not progress(event)[0].has("tested"))


def test_themes_of_team_after_team_are_typed_with_enter(panel: MentorsPanel, event: Event, qtbot: QtBot) -> None:
    panel.show_part("teams")
    first, second = panel.teams.lines[0].themes, panel.teams.lines[1].themes
    first.setFocus()
    first.setText("law, MONEY")
    QTest.keyClick(first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: mentoring(event).teams[0].themes == ("law", "money"))
    assert second.hasFocus()


def test_a_round_is_typed_and_taken_out_again(panel: MentorsPanel, event: Event, qtbot: QtBot) -> None:
    panel.show_part("rounds")
    rounds = panel.rounds
    rounds.name.setText("Second")
    rounds.span.setText("15-16")
    rounds.slot.setValue(20)
    rounds.keep_button.click()
    qtbot.waitUntil(lambda: [one.name for one in mentoring(event).rounds] == ["Round", "Second"])
    qtbot.waitUntil(lambda: len(rounds.table.rows) == 2)
    assert len(mentoring(event).rounds[1].slots) == 3
    rounds.table.choose(mentoring(event).rounds[1].id)
    rounds.remove_button.click()
    qtbot.waitUntil(lambda: len(mentoring(event).rounds) == 1)
