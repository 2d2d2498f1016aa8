"""The Teams page: what a facilitator drags, presses and reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_board import (
    board,
    card_place,
    choose,
    drag,
    named,
    names,
    person,
    popup,
    press,
    settle,
    two_teams,
    waiting,
)
from builders import STRANGE_NAME
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from hackdesk.event.store import Event
from hackdesk.language import language
from hackdesk.teams import actions, queries
from hackdesk.teams.rules import TopicDraft
from ui.pages.teams import proposing
from ui.pages.teams.board_panel import BoardPanel
from ui.pages.teams.exporting import write
from ui.pages.teams.team_dialog import TeamDialog
from ui.widgets.pill import Pill

__all__ = ["board"]


def test_with_nobody_on_the_list_the_first_step_is_the_registrations(board: BoardPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.page.wants) as wanted:
        board.first_steps.state.button.click()
    assert wanted.args == ["prepare", "registrations"]
    assert not board.propose_button.isEnabled()


def test_topics_people_named_are_offered_and_added(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    person(event, "Anu", "Bus", "Café", here=False)
    qtbot.waitUntil(lambda: len(board.board.named) == 2)
    assert board.first_steps.state.button.text() == "Add the 2 topics people named"
    board.first_steps.state.button.click()
    qtbot.waitUntil(lambda: len(board.view.contents) == 2)
    assert board.page.toast.text == "2 topics added"
    assert {card.wishes for card in board.view.contents.values()} == {
        "1 person wishes for it, 1 of them first of all", "1 person wishes for it",
    }  # fmt: skip


def test_it_says_when_nobody_is_checked_in_yet(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    person(event, "Anu", here=False)
    qtbot.waitUntil(lambda: waiting(board) == ["Anu"])
    assert any("Nobody is checked in" in pill.text for pill in board.summary.findChildren(Pill))


def test_a_person_is_dragged_into_a_team_and_back(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    bus, _train = two_teams(event, board, qtbot)
    drag(board, "Late", *card_place(board, bus))
    qtbot.waitUntil(lambda: names(board, bus) == ["Anu", "Late", "Oskar"])
    assert board.page.toast.text == "Late is in Bus"
    drag(board, "Late", board.tray, board.tray.rect().center())
    qtbot.waitUntil(lambda: waiting(board) == ["Late"])
    board.page.toast.undo_button.click()
    qtbot.waitUntil(lambda: "Late" in names(board, bus))


def test_keys_go_from_card_to_card_and_move_the_person(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    _bus, train = two_teams(event, board, qtbot)
    choose(board, "Anu")
    press(board, Qt.Key.Key_Down)
    assert board.chosen and board.chosen[0].name == "Oskar"
    press(board, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: names(board, train) == ["Liis", "Oskar"])
    assert board.view.hasFocus() and board.view.at == train.id
    assert board.view.spoken.startswith("Oskar")
    press(board, Qt.Key.Key_Left)
    assert board.chosen and board.chosen[0].name == "Anu"
    press(board, Qt.Key.Key_Up)
    assert board.chosen is None and board.view.spoken.startswith("Bus, 1 of 4–12")
    press(board, Qt.Key.Key_Right)
    press(board, Qt.Key.Key_Down)
    press(board, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: waiting(board) == ["Late", "Liis"])
    assert board.view.hasFocus()
    assert board.chosen and board.chosen[0].name == "Oskar"


def test_m_asks_where_to_and_a_few_letters_and_enter_do_it(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    bus, _train = two_teams(event, board, qtbot)
    choose(board, "Late")
    qtbot.keyClick(board.tray.people, Qt.Key.Key_M)
    asked = popup()
    assert [(target.name, target.sign) for target in asked.list.rows] == [
        ("Bus", ("1st wish", "accent")),
        ("Train", None),
    ]
    qtbot.keyClicks(asked.search, "bu")
    qtbot.keyClick(asked.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Late" in names(board, bus))


def test_the_popup_offers_no_place_to_whoever_has_one(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    two_teams(event, board, qtbot)
    choose(board, "Liis")
    board.hand.command("move")
    assert [target.name for target in popup().list.rows] == ["Bus", "No place"]
    qtbot.keyClick(popup().search, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(popup().search, Qt.Key.Key_Down)
    qtbot.keyClick(popup().search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: waiting(board) == ["Late", "Liis"])


def test_p_pins_and_l_makes_a_lead(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    bus, _train = two_teams(event, board, qtbot)
    choose(board, "Oskar")
    press(board, Qt.Key.Key_P)
    press(board, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: names(board, bus) == ["Oskar", "Anu"])
    first = board.view.contents[bus.id].lines[0]
    qtbot.waitUntil(lambda: board.view.contents[bus.id].lines[0].member.pinned)
    assert first.member.lead
    assert "Lead" in board.view.spoken and "pinned" in board.view.spoken


def test_why_here_is_said_for_whoever_is_chosen(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    two_teams(event, board, qtbot)
    choose(board, "Anu")
    assert board.why.title.text() == "Why is Anu in Bus?"
    assert board.why.sentence.text() == "Second wish."
    choose(board, "Late")
    assert board.why.sentence.text() == "1. Bus"


def test_a_card_says_what_to_look_at(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    bus, _train = two_teams(event, board, qtbot)
    card = board.view.contents[bus.id]
    words = ["2 too few", "No public servant yet", "No end user or resident yet", "and 1 more"]
    assert [word for word, _tone in card.signs] == words
    assert card.size == "2 of 4–12"


def test_a_move_somebody_else_made_first_is_told_and_not_undone(
    event: Event, board: BoardPanel, qtbot: QtBot
) -> None:
    bus, train = two_teams(event, board, qtbot)
    late = board.board.unplaced[0].person_id
    actions.place_person(event, late, train.id, seen=None)
    board.steering.place(late, bus.id, None)
    settle(board, qtbot)
    assert "Somebody else has moved Late" in board.page.notice.sentence
    qtbot.waitUntil(lambda: names(board, train) == ["Late", "Liis"])


def test_a_proposal_is_looked_at_then_used_and_taken_back(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    for title in ("Bus", "Café"):
        actions.add_topic(event, TopicDraft(title))
    for number in range(10):
        person(event, f"Person {number}", "Bus" if number % 2 else "Café")
    qtbot.waitUntil(lambda: len(board.board.unplaced) == 10)
    board.propose_button.click()
    qtbot.waitUntil(lambda: board.bar.apply_button.isVisible(), timeout=20_000)
    assert queries.board(event).placed == 0
    assert board.bar.title.text() == "Proposal 1: 2 new teams, 10 people get a place"
    assert sum(len(card.lines) for card in board.view.contents.values()) == 10
    board.bar.apply_button.click()
    qtbot.waitUntil(lambda: board.board.placed == 10)
    assert board.page.toast.text == "10 people have sat down as proposed"
    board.page.toast.undo_button.click()
    qtbot.waitUntil(lambda: board.board.placed == 0)


def test_suggesting_places_moves_nobody_unless_it_is_asked_for(
    event: Event, board: BoardPanel, qtbot: QtBot
) -> None:
    bus, train = two_teams(event, board, qtbot)
    board.tray.suggest_button.click()
    qtbot.waitUntil(lambda: board.bar.apply_button.isVisible(), timeout=20_000)
    assert board.proposal and board.proposal.moved == 0
    assert board.bar.ways.current == "keep"
    assert set(names(board, bus) + names(board, train)) == {"Anu", "Oskar", "Liis", "Late"}
    choose(board, "Late")
    board.hand.command("free")
    board.bar.away_button.click()
    assert waiting(board) == ["Late"]


def test_stop_keeps_the_best_so_far(
    event: Event, board: BoardPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proposing, "SECONDS", 60.0)
    two_teams(event, board, qtbot)
    with qtbot.waitSignal(board.looking.proposing.stepped, timeout=20_000):
        board.propose()
    board.bar.stop_button.click()
    qtbot.waitUntil(lambda: board.bar.apply_button.isVisible(), timeout=20_000)
    assert board.proposal and board.proposal.stopped


def test_a_move_by_hand_stays_when_the_proposal_is_worked_out_again(
    event: Event, board: BoardPanel, qtbot: QtBot
) -> None:
    bus, _train = two_teams(event, board, qtbot)
    board.propose()
    qtbot.waitUntil(lambda: board.bar.apply_button.isVisible(), timeout=20_000)
    person(event, "Newcomer")
    qtbot.waitUntil(lambda: "Newcomer" in waiting(board))
    assert board.proposal is not None
    late = next(m.person_id for m in queries.board(event).unplaced if m.name == "Late")
    actions.place_person(event, late, bus.id, seen=None)
    qtbot.waitUntil(lambda: board.proposal is None)
    assert board.bar.sentence.text() == "Moved meanwhile: Late."
    board.bar.again_button.click()
    qtbot.waitUntil(lambda: board.bar.apply_button.isVisible(), timeout=20_000)
    assert board.proposal and board.proposal.plan[late] == bus.id


def test_a_team_is_named_and_a_taken_name_is_said_beside_it(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    two_teams(event, board, qtbot)
    board.add_button.click()
    dialog = board.page.findChild(TeamDialog)
    assert isinstance(dialog, TeamDialog)
    dialog.name.setText("bus")
    dialog.keep_button.click()
    settle(board, qtbot)
    assert "already a team" in dialog.name.accessibleDescription()
    dialog.name.setText("The drivers")
    dialog.table.setText("7")
    dialog.keep_button.click()
    qtbot.waitUntil(lambda: len(board.board.teams) == 3)
    assert [card.where for card in board.view.contents.values()][-1] == "Table 7"


def test_a_withdrawn_team_frees_its_people_and_can_be_opened_again(
    event: Event, board: BoardPanel, qtbot: QtBot
) -> None:
    _bus, train = two_teams(event, board, qtbot)
    board.team_hand.do("withdraw", board.view.contents[train.id].team)
    qtbot.waitUntil(lambda: waiting(board) == ["Late", "Liis"])
    again = next(action for action in board.more.actions() if action.text() == "Open again: Train")
    again.trigger()
    qtbot.waitUntil(lambda: train.id in board.view.contents)


def test_teams_are_merged_from_the_menu(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    bus, train = two_teams(event, board, qtbot)
    board.team_hand.do("merge", board.view.contents[train.id].team)
    qtbot.keyClick(popup().search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(board, bus) == ["Anu", "Liis", "Oskar"])


def test_a_topic_without_a_team_opens_one(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    two_teams(event, board, qtbot)
    topic = actions.add_topic(event, TopicDraft("Café"))
    qtbot.waitUntil(lambda: topic.id in board.view.contents)
    button = board.view.part_of(topic.id, "button")
    qtbot.mouseClick(board.view.viewport(), Qt.MouseButton.LeftButton, pos=button.center())
    qtbot.waitUntil(lambda: len(board.board.teams) == 3)
    assert topic.id not in board.view.contents


def test_the_longest_name_is_shown_whole(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    bus, _train = two_teams(event, board, qtbot)
    actions.place_person(event, person(event, STRANGE_NAME).id, bus.id, seen=None)
    qtbot.waitUntil(lambda: STRANGE_NAME in names(board, bus))
    assert board.view.rect_of(bus.id, named(board, STRANGE_NAME)).height() > 60


def test_the_teams_are_written_for_a_spreadsheet(
    event: Event, board: BoardPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    two_teams(event, board, qtbot)
    write(board.board, tmp_path / "teams.csv", language("et"), event)
    lines = (tmp_path / "teams.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 5
    assert lines[1].split(";")[0] == "Bus"


def test_it_fits_a_narrow_window(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    two_teams(event, board, qtbot)
    board.shrink(narrow=True)
    qtbot.waitUntil(lambda: board.minimumSizeHint().width() <= 560)
    assert "Add a team" in [action.text() for action in board.more.actions()]


def test_everything_that_can_be_pressed_has_a_name(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    two_teams(event, board, qtbot)
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    buttons = [b for part in (board.tools, board.tray) for b in part.findChildren(QAbstractButton, options=direct)]
    assert len(buttons) >= 7
    assert all(button.accessibleName() or button.text() for button in buttons)
    assert board.view.accessibleName() == "Board"
