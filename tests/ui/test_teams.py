"""The Teams page: what a facilitator drags, presses and reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import STRANGE_NAME
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hackdesk.event.store import Event
from hackdesk.language import language
from hackdesk.people.actions import add_groups, add_person, check_in
from hackdesk.people.rules import Draft, Person
from hackdesk.teams import actions, queries
from hackdesk.teams.rules import Team, TeamDraft, TopicDraft
from ui.desk import Desk
from ui.pages.teams import proposing
from ui.pages.teams.exporting import write
from ui.pages.teams.move_popup import MovePopup
from ui.pages.teams.page import TeamsPage
from ui.pages.teams.people_view import dragged
from ui.pages.teams.team_card import DropCard
from ui.pages.teams.team_dialog import TeamDialog
from ui.watch import Watch
from ui.widgets.pill import Pill


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[TeamsPage]:
    monkeypatch.setattr(proposing, "SECONDS", 0.2)
    with event.change("groups") as session:
        add_groups(session, language("en"))
    made = TeamsPage(desk)
    watch = Watch(event, event.head())
    watch.changed.connect(made.hear)
    made.resize(1178, 680)
    made.show()
    settle(made, qtbot)
    yield made
    made.leave()
    watch.close()
    settle(made, qtbot)
    made.deleteLater()


def settle(page: TeamsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.desk.waiting == 0)


def person(event: Event, name: str, *choices: str, group: str = "expert", here: bool = True) -> Person:
    made = add_person(event, Draft(given_name=name, choices=choices, groups=(group,)))
    if here:
        check_in(event, made.code)
    return made


def two_teams(event: Event, page: TeamsPage, qtbot: QtBot) -> tuple[Team, Team]:
    """Bus with Anu and Oskar, Train with Liis; Late sits nowhere."""
    made = []
    for title, names in (("Bus", ("Anu", "Oskar")), ("Train", ("Liis",))):
        topic = actions.add_topic(event, TopicDraft(title))
        team = actions.add_team(event, TeamDraft(topic_id=topic.id))
        for name in names:
            actions.place_person(event, person(event, name, "Train", "Bus").id, team.id, seen=None)
        made.append(team)
    person(event, "Late", "Bus", group="end_user")
    qtbot.waitUntil(lambda: waiting(page) == ["Late"] and page.board.placed == 3)
    return made[0], made[1]


def names(page: TeamsPage, team: Team) -> list[str]:
    return [line.member.name for line in page.view.cards[team.id].people.lines]


def waiting(page: TeamsPage) -> list[str]:
    return [line.member.name for line in page.tray.people.lines]


def choose(page: TeamsPage, name: str) -> None:
    everybody = (*page.board.unplaced, *(m for team in page.board.teams for m in team.members))
    page.choose(next(member.person_id for member in everybody if member.name == name))


def drop(card: DropCard, page: TeamsPage) -> None:
    """Let go of the chosen person over a card, as the mouse does."""
    assert page.chosen is not None
    content = dragged(page.chosen[0].person_id)
    card.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, content, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip


def popup() -> MovePopup:
    found = QApplication.activePopupWidget()
    assert isinstance(found, MovePopup)
    return found


def test_with_nobody_on_the_list_the_first_step_is_the_registrations(page: TeamsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.wants) as wanted:
        page.first_steps.state.button.click()
    assert wanted.args == ["prepare", "registrations"]
    assert not page.propose_button.isEnabled()


def test_topics_people_named_are_offered_and_added(event: Event, page: TeamsPage, qtbot: QtBot) -> None:
    person(event, "Anu", "Bus", "Café", here=False)
    qtbot.waitUntil(lambda: len(page.board.named) == 2)
    assert page.first_steps.state.button.text() == "Add the 2 topics people named"
    page.first_steps.state.button.click()
    qtbot.waitUntil(lambda: len(page.view.topic_cards) == 2)
    assert page.toast.text == "2 topics added"
    assert {card.wishes.text() for card in page.view.topic_cards.values()} == {
        "1 person wishes for it, 1 of them first of all", "1 person wishes for it",
    }  # fmt: skip


def test_it_says_when_nobody_is_checked_in_yet(event: Event, page: TeamsPage, qtbot: QtBot) -> None:
    person(event, "Anu", here=False)
    qtbot.waitUntil(lambda: waiting(page) == ["Anu"])
    assert any("Nobody is checked in" in pill.text for pill in page.summary.findChildren(Pill))


def test_a_person_is_dragged_into_a_team_and_back(event: Event, page: TeamsPage, qtbot: QtBot) -> None:
    bus, _train = two_teams(event, page, qtbot)
    choose(page, "Late")
    drop(page.view.cards[bus.id], page)
    qtbot.waitUntil(lambda: names(page, bus) == ["Anu", "Late", "Oskar"])
    assert page.toast.text == "Late is in Bus"
    drop(page.tray, page)
    qtbot.waitUntil(lambda: waiting(page) == ["Late"])
    page.toast.undo_button.click()
    qtbot.waitUntil(lambda: "Late" in names(page, bus))


def test_keys_go_from_card_to_card_and_move_the_person(event: Event, page: TeamsPage, qtbot: QtBot) -> None:
    bus, train = two_teams(event, page, qtbot)
    choose(page, "Anu")
    people = page.view.cards[bus.id].people
    people.setFocus()
    qtbot.keyClick(people, Qt.Key.Key_Down)
    assert page.chosen and page.chosen[0].name == "Oskar"
    qtbot.keyClick(people, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: names(page, train) == ["Liis", "Oskar"])
    assert page.view.cards[train.id].people.hasFocus()
    qtbot.keyClick(page.view.cards[train.id].people, Qt.Key.Key_Left)
    assert page.chosen and page.chosen[0].name == "Anu"
    qtbot.keyClick(page.view.cards[bus.id].people, Qt.Key.Key_Right)
    qtbot.keyClick(page.view.cards[train.id].people, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: waiting(page) == ["Late", "Liis"])


def test_m_asks_where_to_and_a_few_letters_and_enter_do_it(event: Event, page: TeamsPage, qtbot: QtBot) -> None:
    bus, _train = two_teams(event, page, qtbot)
    choose(page, "Late")
    qtbot.keyClick(page.tray.people, Qt.Key.Key_M)
    asked = popup()
    assert [(target.name, target.sign) for target in asked.list.rows] == [
        ("Bus", ("1st wish", "accent")),
        ("Train", None),
    ]
    qtbot.keyClicks(asked.search, "bu")
    qtbot.keyClick(asked.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Late" in names(page, bus))


def test_the_popup_offers_no_place_to_whoever_has_one(event: Event, page: TeamsPage, qtbot: QtBot) -> None:
    two_teams(event, page, qtbot)
    choose(page, "Liis")
    page.hand.command("move")
    assert [target.name for target in popup().list.rows] == ["Bus", "No place"]
    qtbot.keyClick(popup().search, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    popup().list.choose(None)
    qtbot.keyClick(popup().search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: waiting(page) == ["Late", "Liis"])


def test_p_pins_and_l_makes_a_lead(event: Event, page: TeamsPage, qtbot: QtBot) -> None:
    bus, _train = two_teams(event, page, qtbot)
    choose(page, "Oskar")
    people = page.view.cards[bus.id].people
    qtbot.keyClick(people, Qt.Key.Key_P)
    qtbot.keyClick(people, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: names(page, bus) == ["Oskar", "Anu"])
    first = people.lines[0]
    assert (first.member.pinned, first.member.lead) == (True, True)
    assert "Lead" in first.spoken and "pinned" in first.spoken


def test_why_here_is_said_for_whoever_is_chosen(event: Event, page: TeamsPage, qtbot: QtBot) -> None:
    two_teams(event, page, qtbot)
    choose(page, "Anu")
    assert page.why.title.text() == "Why is Anu in Bus?"
    assert page.why.sentence.text() == "Second wish."
    choose(page, "Late")
    assert page.why.sentence.text() == "1. Bus"


def test_a_card_says_what_to_look_at(event: Event, page: TeamsPage, qtbot: QtBot) -> None:
    bus, _train = two_teams(event, page, qtbot)
    card = page.view.cards[bus.id]
    wanted = {"2 too few", "No public servant yet", "No end user or resident yet", "Nobody to carry it on yet"}
    qtbot.waitUntil(lambda: {p.text for p in card.findChildren(Pill) if p.isVisible()} == wanted)
    assert card.size_label.text() == "2 of 4–12"


def test_a_move_somebody_else_made_first_is_told_and_not_undone(
    event: Event, page: TeamsPage, qtbot: QtBot
) -> None:
    bus, train = two_teams(event, page, qtbot)
    late = page.board.unplaced[0].person_id
    actions.place_person(event, late, train.id, seen=None)
    page.steering.place(late, bus.id, None)
    settle(page, qtbot)
    assert "Somebody else has moved Late" in page.notice.sentence
    qtbot.waitUntil(lambda: names(page, train) == ["Late", "Liis"])


def test_a_proposal_is_looked_at_then_used_and_taken_back(event: Event, page: TeamsPage, qtbot: QtBot) -> None:
    for title in ("Bus", "Café"):
        actions.add_topic(event, TopicDraft(title))
    for number in range(10):
        person(event, f"Person {number}", "Bus" if number % 2 else "Café")
    qtbot.waitUntil(lambda: len(page.board.unplaced) == 10)
    page.propose_button.click()
    qtbot.waitUntil(lambda: page.proposal is not None, timeout=20_000)
    assert queries.board(event).placed == 0
    assert page.bar.title.text() == "Proposal 1: 2 new teams, 10 people get a place"
    assert sum(len(card.people.lines) for card in page.view.cards.values()) == 10
    page.bar.apply_button.click()
    qtbot.waitUntil(lambda: page.board.placed == 10)
    assert page.toast.text == "10 people have sat down as proposed"
    page.toast.undo_button.click()
    qtbot.waitUntil(lambda: page.board.placed == 0)


def test_suggesting_places_moves_nobody_unless_it_is_asked_for(
    event: Event, page: TeamsPage, qtbot: QtBot
) -> None:
    bus, train = two_teams(event, page, qtbot)
    page.tray.suggest_button.click()
    qtbot.waitUntil(lambda: page.proposal is not None, timeout=20_000)
    assert page.proposal and page.proposal.moved == 0
    assert page.bar.ways.current == "keep"
    assert set(names(page, bus) + names(page, train)) == {"Anu", "Oskar", "Liis", "Late"}
    choose(page, "Late")
    page.hand.command("free")
    page.bar.away_button.click()
    assert waiting(page) == ["Late"]


def test_stop_keeps_the_best_so_far(
    event: Event, page: TeamsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proposing, "SECONDS", 60.0)
    two_teams(event, page, qtbot)
    with qtbot.waitSignal(page.proposing.stepped, timeout=20_000):
        page.propose()
    page.bar.stop_button.click()
    qtbot.waitUntil(lambda: page.proposal is not None, timeout=20_000)
    assert page.proposal and page.proposal.stopped


def test_a_proposal_is_put_away_when_its_room_has_changed(event: Event, page: TeamsPage, qtbot: QtBot) -> None:
    bus, _train = two_teams(event, page, qtbot)
    page.propose()
    qtbot.waitUntil(lambda: page.proposal is not None, timeout=20_000)
    person(event, "Newcomer")
    qtbot.waitUntil(lambda: "Newcomer" in waiting(page))
    assert page.proposal is not None
    late = next(m.person_id for m in queries.board(event).unplaced if m.name == "Late")
    actions.place_person(event, late, bus.id, seen=None)
    qtbot.waitUntil(lambda: page.proposal is None)
    assert "Propose again" in page.notice.sentence


def test_a_team_is_named_and_a_taken_name_is_said_beside_it(event: Event, page: TeamsPage, qtbot: QtBot) -> None:
    two_teams(event, page, qtbot)
    page.add_button.click()
    dialog = page.findChild(TeamDialog)
    assert isinstance(dialog, TeamDialog)
    dialog.name.setText("bus")
    dialog.keep_button.click()
    settle(page, qtbot)
    assert "already a team" in dialog.name.accessibleDescription()
    dialog.name.setText("The drivers")
    dialog.table.setText("7")
    dialog.keep_button.click()
    qtbot.waitUntil(lambda: len(page.view.cards) == 3)
    assert [card.owner.text() for card in page.view.cards.values()][-1] == "Table 7"


def test_a_withdrawn_team_frees_its_people_and_can_be_opened_again(
    event: Event, page: TeamsPage, qtbot: QtBot
) -> None:
    _bus, train = two_teams(event, page, qtbot)
    page.hand.do_with_team("withdraw", page.view.cards[train.id].team)
    qtbot.waitUntil(lambda: waiting(page) == ["Late", "Liis"])
    again = next(action for action in page.more.actions() if action.text() == "Open again: Train")
    again.trigger()
    qtbot.waitUntil(lambda: train.id in page.view.cards)


def test_teams_are_merged_from_the_menu(event: Event, page: TeamsPage, qtbot: QtBot) -> None:
    bus, train = two_teams(event, page, qtbot)
    page.hand.do_with_team("merge", page.view.cards[train.id].team)
    qtbot.keyClick(popup().search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(page, bus) == ["Anu", "Liis", "Oskar"])


def test_a_topic_without_a_team_opens_one(event: Event, page: TeamsPage, qtbot: QtBot) -> None:
    two_teams(event, page, qtbot)
    topic = actions.add_topic(event, TopicDraft("Café"))
    qtbot.waitUntil(lambda: topic.id in page.view.topic_cards)
    page.view.topic_cards[topic.id].open_button.click()
    qtbot.waitUntil(lambda: len(page.view.cards) == 3)
    assert topic.id not in page.view.topic_cards


def test_the_longest_name_is_shown_whole(event: Event, page: TeamsPage, qtbot: QtBot) -> None:
    bus, _train = two_teams(event, page, qtbot)
    actions.place_person(event, person(event, STRANGE_NAME).id, bus.id, seen=None)
    qtbot.waitUntil(lambda: STRANGE_NAME in names(page, bus))
    people = page.view.cards[bus.id].people
    row = names(page, bus).index(STRANGE_NAME)
    assert people.visualRect(people.model().index(row, 0)).height() > 60
    assert people.verticalScrollBar().maximum() == 0


def test_the_teams_are_written_for_a_spreadsheet(
    event: Event, page: TeamsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    two_teams(event, page, qtbot)
    write(page.board, tmp_path / "teams.csv", language("et"), event)
    lines = (tmp_path / "teams.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 5
    assert lines[1].split(";")[0] == "Bus"


def test_it_fits_a_narrow_window(event: Event, page: TeamsPage, qtbot: QtBot) -> None:
    two_teams(event, page, qtbot)
    page.shrink(narrow=True)
    qtbot.waitUntil(lambda: page.minimumSizeHint().width() <= 560)
    assert "Add a team" in [action.text() for action in page.more.actions()]


def test_everything_that_can_be_pressed_has_a_name(event: Event, page: TeamsPage, qtbot: QtBot) -> None:
    bus, _train = two_teams(event, page, qtbot)
    card = page.view.cards[bus.id]
    assert card.menu_button.accessibleName() == "Menu of Bus"
    assert card.people.accessibleName() == "Bus"
    assert card.mapTo(page, QPoint(0, 0)).x() >= 0
