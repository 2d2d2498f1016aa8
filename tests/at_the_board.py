"""Hands at the board of teams, for tests of windows: a page with two teams, keys, the mouse."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hackdesk.event.store import Event
from hackdesk.language import language
from hackdesk.people.actions import add_groups, add_person, check_in
from hackdesk.people.rules import Draft, Person
from hackdesk.teams import actions
from hackdesk.teams.rules import Team, TeamDraft, TopicDraft
from ui.desk import Desk
from ui.pages.teams import proposing
from ui.pages.teams.board_panel import BoardPanel
from ui.pages.teams.move_popup import MovePopup
from ui.pages.teams.page import TeamsPage
from ui.watch import Watch


@pytest.fixture
def board(event: Event, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[BoardPanel]:
    monkeypatch.setattr(proposing, "SECONDS", 0.2)
    with event.change("groups") as session:
        add_groups(session, language("en"))
    made = TeamsPage(desk)
    watch = Watch(event, event.head())
    watch.changed.connect(made.hear)
    made.resize(1178, 680)
    made.show()
    settle(made.board, qtbot)
    yield made.board
    made.leave()
    watch.close()
    settle(made.board, qtbot)
    made.deleteLater()


def settle(board: BoardPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: board.page.desk.waiting == 0)


def person(event: Event, name: str, *choices: str, group: str = "expert", here: bool = True) -> Person:
    made = add_person(event, Draft(given_name=name, choices=choices, groups=(group,)))
    if here:
        check_in(event, made.code)
    return made


def two_teams(event: Event, board: BoardPanel, qtbot: QtBot) -> tuple[Team, Team]:
    """Bus with Anu and Oskar, Train with Liis; Late sits nowhere."""
    made = []
    for title, names in (("Bus", ("Anu", "Oskar")), ("Train", ("Liis",))):
        topic = actions.add_topic(event, TopicDraft(title))
        team = actions.add_team(event, TeamDraft(topic_id=topic.id))
        for name in names:
            actions.place_person(event, person(event, name, "Train", "Bus").id, team.id, seen=None)
        made.append(team)
    person(event, "Late", "Bus", group="end_user")
    qtbot.waitUntil(lambda: waiting(board) == ["Late"] and board.board.placed == 3)
    return made[0], made[1]


def names(board: BoardPanel, team: Team) -> list[str]:
    return [line.member.name for line in board.view.contents[team.id].lines]


def named(board: BoardPanel, name: str) -> UUID:
    everybody = (*board.board.unplaced, *(m for team in board.board.teams for m in team.members))
    return next(member.person_id for member in everybody if member.name == name)


def waiting(board: BoardPanel) -> list[str]:
    return [line.member.name for line in board.tray.people.lines]


def choose(board: BoardPanel, name: str) -> None:
    board.choose(named(board, name))


def press(board: BoardPanel, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key on the board, at whoever is chosen."""
    board.view.setFocus()
    QTest.keyClick(board.view, key, held)


def place_of(board: BoardPanel, name: str) -> tuple[QWidget, QPoint]:
    """The widget in which somebody is painted, and where."""
    one, tray = named(board, name), board.tray.people
    if one in tray.order:
        index = tray.model().index(tray.order.index(one), 0)
        return tray.viewport(), tray.visualRect(index).center()
    card = board.seats[one]
    return board.view.viewport(), board.view.rect_of(card, one).center()


def drag(board: BoardPanel, name: str, over: QWidget, at: QPoint, *, let_go: bool = True) -> None:
    """Press on somebody, go with the mouse to a place of another widget, let go there."""
    source, start = place_of(board, name)
    goal = source.mapFromGlobal(over.mapToGlobal(at))
    QTest.mousePress(source, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for part in (0.3, 0.6, 1.0):
        QTest.mouseMove(source, start + (goal - start) * part)
    if let_go:
        QTest.mouseRelease(source, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, goal)


def card_place(board: BoardPanel, team: Team) -> tuple[QWidget, QPoint]:
    return board.view.viewport(), board.view.part_of(team.id, "title").center()


def popup() -> MovePopup:
    found = QApplication.activePopupWidget()
    assert isinstance(found, MovePopup)
    return found
