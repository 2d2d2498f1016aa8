"""The hall's vote at the desk: a slip, a number, the next slip; a double vote told; no name and no leader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from builders import FakeClock, an_empty_event
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.agenda.queries import stage
from hackdesk.event.settings import change_settings, settings_of
from hackdesk.event.store import Event
from hackdesk.jury import actions, hall, hall_queries, queries
from hackdesk.jury.rules import Award
from hackdesk.people.actions import add_person, check_in
from hackdesk.people.rules import Draft
from hackdesk.teams.actions import add_team, place_person
from hackdesk.teams.rules import TeamDraft
from ui.desk import Desk
from ui.pages.jury.hall_panel import HallPanel
from ui.pages.jury.page import JuryPage
from ui.phones import door_of


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    clock.now = datetime(2026, 11, 14, 13, 20, tzinfo=UTC)  # 15:20 in Tallinn
    made = an_empty_event(tmp_path, clock=clock)
    yield made
    made.close()


@pytest.fixture
def codes(event: Event) -> dict[str, str]:
    """Two teams, Anu in the first one, Bert and Cilla in none; all three are here."""
    teams = [add_team(event, TeamDraft(name)) for name in ("Village bus", "Home care")]
    made = {name: add_person(event, Draft(name, "Õigus")) for name in ("Anu", "Bert", "Cilla")}
    for person in made.values():
        check_in(event, person.code)
    place_person(event, made["Anu"].id, teams[0].id, seen=None)
    return {name: person.code for name, person in made.items()}


def settle(panel: HallPanel, event: Event, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: panel.page.desk.waiting == 0)
    now = hall_queries.hall_now(event)
    qtbot.waitUntil(lambda: panel.now == now)


@pytest.fixture
def panel(event: Event, codes: dict[str, str], desk: Desk, qtbot: QtBot) -> Iterator[HallPanel]:
    page = JuryPage(desk)
    page.zone = ZoneInfo("Europe/Tallinn")
    with shown(page, event, qtbot):
        page.show_panel("hall")
        made = page.panel
        assert isinstance(made, HallPanel)
        settle(made, event, qtbot)
        yield made


def opened(panel: HallPanel, event: Event, qtbot: QtBot) -> None:
    panel.open_button.click()
    qtbot.waitUntil(lambda: panel.slip.isVisible())
    settle(panel, event, qtbot)


def type_code(panel: HallPanel, code: str, qtbot: QtBot) -> None:
    panel.slip.field.line.setText(code)
    qtbot.keyClick(panel.slip.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.page.desk.waiting == 0)


def type_numbers(panel: HallPanel, text: str, qtbot: QtBot) -> None:
    panel.slip.numbers.setText(text)
    qtbot.keyClick(panel.slip.numbers, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.page.desk.waiting == 0)


def everything_said(panel: HallPanel) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel))


def test_a_slip_is_its_code_the_number_and_the_next_one(
    panel: HallPanel, event: Event, codes: dict[str, str], qtbot: QtBot
) -> None:
    opened(panel, event, qtbot)
    type_code(panel, codes["Bert"].lower(), qtbot)
    assert panel.slip.said.text() == "Found, not voted yet"
    panel.slip.numbers.setText("2")
    assert panel.slip.chosen.text() == "2 Home care"
    assert "Bert" not in everything_said(panel)
    type_numbers(panel, "2", qtbot)
    settle(panel, event, qtbot)
    assert panel.slip.said.text() == "Vote taken 15:20:00. Next slip."
    assert panel.count.voted.text() == "1" and panel.count.of.text() == "of 3 people here"
    assert panel.slip.field.text == "" and panel.slip.numbers.isHidden() is panel.slip.field.isHidden()
    panel.page.toast.undo_button.click()
    qtbot.waitUntil(lambda: panel.count.voted.text() == "0")


def test_a_double_vote_is_told_with_time_and_way_and_replaced_only_by_taking_it_back(
    panel: HallPanel, event: Event, codes: dict[str, str], qtbot: QtBot
) -> None:
    opened(panel, event, qtbot)
    for number in ("1", ""):
        type_code(panel, codes["Bert"], qtbot)
        if number:
            type_numbers(panel, number, qtbot)
    assert panel.slip.said.text() == "This code has voted already, at 15:20 on paper. The first vote stays."
    assert not panel.slip.numbers.isVisible()
    panel.slip.back_button.click()
    qtbot.waitUntil(lambda: panel.slip.numbers.isVisible())
    type_numbers(panel, "2", qtbot)
    actions.close_hall(event)
    result = hall_queries.hall_result(event)
    assert result is not None and [one.team for one in result.hall.winners] == ["Home care"]


def test_a_slip_for_the_own_team_or_for_nobody_is_told_beside_the_number(
    panel: HallPanel, event: Event, codes: dict[str, str], qtbot: QtBot
) -> None:
    opened(panel, event, qtbot)
    type_code(panel, codes["Anu"], qtbot)
    for typed, sentence in (("1", "own team"), ("9", "No team has the number 9"), ("", "blank slip")):
        type_numbers(panel, typed, qtbot)
        assert any(sentence in label.text() for label in panel.slip.findChildren(QLabel))
    assert hall_queries.hall_now(event).voted == 0
    qtbot.keyClick(panel.slip.numbers, Qt.Key.Key_Escape)
    assert not panel.slip.numbers.isVisible()


def test_a_code_that_nobody_has_is_told_and_stays_to_be_mended(
    panel: HallPanel, event: Event, qtbot: QtBot
) -> None:
    opened(panel, event, qtbot)
    type_code(panel, "K7M2QXR", qtbot)
    assert "Nobody at this event has the code K7M2QXR" in panel.slip.said.text()
    assert panel.slip.field.line.selectedText() == "K7M2QXR"


def test_how_it_votes_is_set_before_the_first_vote(
    panel: HallPanel, event: Event, codes: dict[str, str], qtbot: QtBot
) -> None:
    panel.set_up.wanted.emit({"choices": 2})
    panel.set_up.guests.click()
    qtbot.waitUntil(lambda: panel.set_up.slips.isVisible())
    panel.set_up.slips.setValue(12)
    panel.set_up.slips.editingFinished.emit()
    qtbot.waitUntil(lambda: hall_queries.hall_now(event).vote.guest_slips == 12)
    opened(panel, event, qtbot)
    type_code(panel, codes["Bert"], qtbot)
    type_numbers(panel, "2 1", qtbot)
    settle(panel, event, qtbot)
    assert not panel.set_up.choices.isEnabled()
    guest = hall.guest_codes(hall_queries.hall_now(event).vote.secret, 1)[0]
    type_code(panel, guest, qtbot)
    assert panel.slip.said.text() == "A guest's slip, not voted yet"
    type_numbers(panel, "1", qtbot)
    panel.set_up.guests.click()
    qtbot.waitUntil(lambda: "Votes are in already" in panel.page.notice.sentence)
    qtbot.waitUntil(lambda: panel.set_up.guests.isChecked())


def test_the_award_that_the_hall_decides_is_chosen_here(panel: HallPanel, event: Event, qtbot: QtBot) -> None:
    assert panel.set_up.award.isHidden() or not panel.set_up.award.isVisible()
    award = actions.add_award(event, Award(uuid4(), "Favourite of the hall"))
    qtbot.waitUntil(lambda: panel.set_up.award.isVisible())
    panel.set_up.award_wanted.emit(award.id)
    qtbot.waitUntil(lambda: panel.set_up.award.current == award.id)
    assert queries.awards(event)[0].decided_by == "hall"


def test_a_closed_vote_leads_on_to_the_results_and_says_nothing_of_them(
    panel: HallPanel, event: Event, codes: dict[str, str], qtbot: QtBot
) -> None:
    opened(panel, event, qtbot)
    type_code(panel, codes["Bert"], qtbot)
    type_numbers(panel, "2", qtbot)
    panel.close_button.click()
    qtbot.waitUntil(lambda: panel.closed.isVisible())
    assert not panel.slip.isVisible()
    assert "Home care" not in everything_said(panel)


def test_without_teams_the_way_to_them_is_shown(event: Event, desk: Desk, qtbot: QtBot) -> None:
    page = JuryPage(desk)
    with shown(page, event, qtbot):
        page.show_panel("hall")
        qtbot.waitUntil(lambda: desk.waiting == 0)
        panel = page.panel
        assert isinstance(panel, HallPanel)
        qtbot.waitUntil(panel.none.isVisible)
        assert not panel.open_button.isVisible()


def test_while_phones_are_let_in_the_address_is_here_and_can_be_shown_in_the_hall(
    panel: HallPanel, event: Event, qtbot: QtBot
) -> None:
    opened(panel, event, qtbot)
    assert not panel.phones.code.isVisible() and panel.phones.go_button.isVisible()
    door = door_of(panel.page.desk)
    door.open("127.0.0.1")
    qtbot.waitUntil(panel.phones.code.isVisible)
    address = f"{door.address}/h"
    assert panel.phones.code.text == address and panel.phones.address.text() == address.removeprefix("http://")
    panel.phones.hall_button.click()
    qtbot.waitUntil(lambda: panel.page.desk.waiting == 0)
    assert stage(event).message == f"Vote on your phone: {address.removeprefix('http://')}"
    door.close()
    qtbot.waitUntil(lambda: not door.busy)
    assert not panel.phones.code.isVisible()


def test_in_the_file_that_was_taken_elsewhere_it_says_where_the_hall_votes(
    panel: HallPanel, event: Event, qtbot: QtBot
) -> None:
    change_settings(event, replace(settings_of(event), jury_trip={"number": 1}))
    qtbot.waitUntil(panel.none.isVisible)
    assert "on the laptop that stayed" in everything_said(panel)
    assert not panel.open_button.isVisible() and not panel.none.button.isVisible()
