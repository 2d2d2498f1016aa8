"""The board of teams: what a drag would do, several at once, filters, zoom, late and lost people."""

from __future__ import annotations

from at_the_board import board, card_place, choose, drag, named, names, person, popup, press, two_teams, waiting
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hackdesk.event.store import Event
from hackdesk.teams import actions
from hackdesk.teams.rules import TeamDraft, TopicDraft
from ui.pages.teams.board_panel import BoardPanel
from ui.pages.teams.sieve import Sieve
from ui.pages.teams.team_card import Zoom
from ui.widgets.label import Label

__all__ = ["board"]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_while_somebody_is_dragged_it_says_what_it_would_do(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    bus, _train = two_teams(event, board, qtbot)
    drag(board, "Late", *card_place(board, bus), let_go=False)
    told = board.dragging.shown
    assert told.isVisible()
    assert told.words.splitlines()[0] == "Late"
    assert "points better" in told.words
    assert "Bus: " in told.words
    assert "Late gets their first wish" in told.words
    assert "its first: End user" in told.words
    labels = [label for label in told.findChildren(Label) if label.isVisible()]
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)
    press(board, Qt.Key.Key_Escape)
    assert not told.isVisible()
    assert waiting(board) == ["Late"]


def test_let_go_where_they_sit_or_beside_the_teams_nothing_happens(
    event: Event, board: BoardPanel, qtbot: QtBot
) -> None:
    bus, _train = two_teams(event, board, qtbot)
    before = event.head()
    drag(board, "Anu", *card_place(board, bus))
    drag(board, "Anu", board.summary, QPoint(3, 3))
    assert not board.dragging.active
    assert event.head() == before


def test_several_are_selected_and_go_together_in_one_step(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    bus, train = two_teams(event, board, qtbot)
    choose(board, "Anu")
    press(board, Qt.Key.Key_Down, SHIFT)
    assert [member.name for member in board.members] == ["Anu", "Oskar"]
    assert "selected" in board.view.spoken
    assert board.tools.selected.text == "2 selected"
    drag(board, "Oskar", *card_place(board, train))
    qtbot.waitUntil(lambda: names(board, train) == ["Anu", "Liis", "Oskar"])
    assert board.page.toast.text == "2 people are in Train"
    board.page.toast.undo_button.click()
    qtbot.waitUntil(lambda: names(board, bus) == ["Anu", "Oskar"])


def test_space_and_control_a_select_and_p_pins_them_all(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    bus, train = two_teams(event, board, qtbot)
    choose(board, "Anu")
    press(board, Qt.Key.Key_Space)
    press(board, Qt.Key.Key_Right)
    press(board, Qt.Key.Key_Space)
    assert [member.name for member in board.members] == ["Anu", "Liis"]
    press(board, Qt.Key.Key_Escape)
    press(board, Qt.Key.Key_A, CTRL)
    assert len(board.members) == 3
    press(board, Qt.Key.Key_P)
    cards = (bus.id, train.id)
    qtbot.waitUntil(lambda: all(one.member.pinned for card in cards for one in board.view.contents[card].lines))
    assert board.page.toast.text == "3 stay where they are"


def test_people_are_taken_up_and_put_down_elsewhere(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    bus, train = two_teams(event, board, qtbot)
    choose(board, "Anu")
    press(board, Qt.Key.Key_X, CTRL)
    assert "Ctrl V" in board.page.notice.sentence
    press(board, Qt.Key.Key_Right)
    press(board, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: names(board, train) == ["Anu", "Liis"])
    assert names(board, bus) == ["Oskar"]
    assert board.page.notice.sentence == ""


def test_a_filter_lets_those_stand_out_and_its_button_says_which(
    event: Event, board: BoardPanel, qtbot: QtBot
) -> None:
    two_teams(event, board, qtbot)
    menu = board.tools.filter_button.menu()
    next(action for action in menu.actions() if action.text() == "Experts").trigger()
    assert board.tools.filter_button.text() == "Experts"
    assert board.tools.sieve.people(board.board) == {named(board, name) for name in ("Anu", "Oskar", "Liis")}
    board.tools.clear_button.click()
    assert board.tools.sieve.people(board.board) is None


def test_each_filter_finds_its_people(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    bus, train = two_teams(event, board, qtbot)
    actions.pin_person(event, named(board, "Liis"), seen=train.id)
    away = person(event, "Away", "Nothing there is", here=False)
    actions.place_person(event, away.id, bus.id, seen=None)
    qtbot.waitUntil(lambda: len(names(board, bus)) == 3 and len(Sieve("pinned").people(board.board) or ()) == 1)
    assert Sieve("pinned").people(board.board) == {named(board, "Liis")}
    assert Sieve("away").people(board.board) == {away.id}
    assert Sieve("no_wish").people(board.board) == {away.id}
    assert len(Sieve("warnings").people(board.board) or ()) == 4


def test_teams_are_ordered_by_name_table_size_and_trouble(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    bus, train = two_teams(event, board, qtbot)
    actions.set_table(event, train.id, "2", seen=train.version)
    actions.set_table(event, bus.id, "10", seen=bus.version)
    qtbot.waitUntil(lambda: {team.table_name for team in board.board.teams} == {"2", "10"})
    for order, first in (("table", "Train"), ("name", "Bus"), ("size", "Train"), ("trouble", "Bus")):
        assert Sieve(order=order).arranged(board.board).teams[0].name == first, order


def test_a_name_that_is_typed_is_gone_to(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    _bus, train = two_teams(event, board, qtbot)
    field = board.tools.field
    QTest.keyClick(board.view, Qt.Key.Key_F, CTRL)
    field.setFocus()
    qtbot.keyClicks(field, "li")
    qtbot.waitUntil(lambda: board.tools.found.text() == "1 found")
    assert board.chosen and board.chosen[0].name == "Liis"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert board.view.hasFocus() and board.view.at == train.id


def test_zoom_shows_more_teams_and_everybody_stays_in_reach(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    bus, _train = two_teams(event, board, qtbot)
    high = board.view.rect_of(bus.id).height()
    board.tools.out_button.click()
    assert board.tools.zoom == Zoom.COMPACT
    board.tools.out_button.click()
    assert board.tools.zoom == Zoom.TINY
    assert not board.tools.out_button.isEnabled()
    assert board.view.rect_of(bus.id).height() < high / 2
    choose(board, "Anu")
    press(board, Qt.Key.Key_Right)
    assert board.chosen and board.chosen[0].name == "Oskar"


def test_who_waits_says_what_they_want_and_one_key_gives_them_the_best_place(
    event: Event, board: BoardPanel, qtbot: QtBot
) -> None:
    bus, _train = two_teams(event, board, qtbot)
    assert board.tray.people.lines[0].wishes == "1. Bus"
    board.tray.place_button.click()
    first = popup().list.rows[0]
    assert (first.quick, first.name) == ("1", "Bus")
    assert first.effect is not None and first.effect.total < 0
    assert "first wish" in popup().why.text()
    qtbot.keyClick(popup().search, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "Late" in names(board, bus))


def test_whoever_comes_after_teams_have_formed_is_marked(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    two_teams(event, board, qtbot)
    event.clock.forward(minutes=90)  # type: ignore[attr-defined]
    person(event, "Newcomer")
    qtbot.waitUntil(lambda: waiting(board) == ["Late", "Newcomer"])
    marks = {line.member.name: [word for word, _tone in line.pills] for line in board.tray.people.lines}
    assert "Late" in marks["Newcomer"]
    assert "Late" not in marks["Late"]


def test_a_team_that_lost_people_is_offered_those_who_do_least_harm(
    event: Event, board: BoardPanel, qtbot: QtBot
) -> None:
    _bus, train = two_teams(event, board, qtbot)
    board.team_hand.do("come", board.view.contents[train.id].team)  # type: ignore[arg-type]
    offered = [target.name for target in popup().list.rows]
    assert set(offered) == {"Anu", "Oskar", "Late"}
    assert offered[0] == "Late"
    qtbot.keyClick(popup().search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(names(board, train)) == 2)


def test_filling_up_is_looked_at_first_and_others_stay(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    two = []
    for title, count in (("Bus", 7), ("Train", 2), ("Café", 4)):
        topic = actions.add_topic(event, TopicDraft(title))
        team = actions.add_team(event, TeamDraft(topic_id=topic.id))
        for number in range(count):
            actions.place_person(event, person(event, f"{title} {number}", title).id, team.id, seen=None)
        two.append(team)
    qtbot.waitUntil(lambda: board.board.placed == 13)
    board.team_hand.do("fill", two[1])
    qtbot.waitUntil(lambda: board.proposal is not None, timeout=20_000)
    assert board.proposal and board.proposal.moved == 2
    assert len(names(board, two[1])) == 4
    assert names(board, two[2]) == [f"Café {number}" for number in range(4)]
    board.bar.apply_button.click()
    qtbot.waitUntil(lambda: board.seats.get(named(board, "Train 0")) == two[1].id and board.proposal is None)


def test_a_team_is_split_in_one_step_and_put_together_again(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    bus, _train = two_teams(event, board, qtbot)
    board.team_hand.do("split", board.view.contents[bus.id].team)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: len(board.board.teams) == 3, timeout=20_000)
    assert [team.name for team in board.board.teams] == ["Bus", "Train", "Bus 2"]
    assert sorted(len(team.members) for team in board.board.teams) == [1, 1, 1]
    board.page.toast.undo_button.click()
    qtbot.waitUntil(lambda: names(board, bus) == ["Anu", "Oskar"])
    assert len(board.board.teams) == 2


def test_f2_and_t_type_the_name_and_the_table_on_the_card(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    bus, _train = two_teams(event, board, qtbot)
    choose(board, "Anu")
    press(board, Qt.Key.Key_F2)
    field = board.team_hand.field
    assert field.isVisible() and field.text() == "Bus"
    qtbot.keyClicks(field, "The drivers")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: board.view.contents[bus.id].name == "The drivers")
    assert board.view.hasFocus()
    press(board, Qt.Key.Key_T)
    qtbot.keyClicks(field, "7")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Table 7" in board.view.contents[bus.id].where)
    press(board, Qt.Key.Key_T)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_all_tables_are_numbered_in_one_step(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    two_teams(event, board, qtbot)
    next(a for a in board.more.actions() if a.text() == "Number the tables in this order").trigger()
    qtbot.waitUntil(lambda: [team.table_name for team in board.board.teams] == ["1", "2"])
    board.page.toast.undo_button.click()
    qtbot.waitUntil(lambda: [team.table_name for team in board.board.teams] == ["", ""])


def test_after_one_move_only_the_two_teams_are_drawn_anew(event: Event, board: BoardPanel, qtbot: QtBot) -> None:
    bus, train = two_teams(event, board, qtbot)
    other = actions.add_team(event, TeamDraft(topic_id=actions.add_topic(event, TopicDraft("Café")).id))
    actions.place_person(event, person(event, "Kai").id, other.id, seen=None)
    qtbot.waitUntil(lambda: other.id in board.view.contents and names(board, other) == ["Kai"])
    before = {card: board.view.layout_.card(card) for card in board.view.contents}
    actions.place_person(event, named(board, "Anu"), train.id, seen=bus.id)
    qtbot.waitUntil(lambda: names(board, train) == ["Anu", "Liis"])
    after = {card: board.view.layout_.card(card) for card in board.view.contents}
    assert {card for card in after if after[card] is not before[card]} == {bus.id, train.id}
