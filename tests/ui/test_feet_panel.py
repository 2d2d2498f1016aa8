"""Choosing by feet: a name or a badge and Enter seats somebody, wherever they sat before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.store import Event
from hackdesk.people.actions import add_person, check_in
from hackdesk.people.rules import Draft, Person
from hackdesk.teams import actions
from hackdesk.teams.queries import board
from hackdesk.teams.rules import TopicDraft
from ui.desk import Desk
from ui.pages.teams.feet_panel import FeetPanel
from ui.pages.teams.page import TeamsPage


@pytest.fixture
def panel(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[FeetPanel]:
    for title in ("Bus", "Cafe", "Zoo"):
        actions.add_topic(event, TopicDraft(title, most_teams=2 if title == "Zoo" else 1))
    page = TeamsPage(desk)
    page.resize(1178, 680)
    with shown(page, event, qtbot):
        page.show_panel("feet")
        qtbot.waitUntil(lambda: desk.waiting == 0 and isinstance(page.panel, FeetPanel))
        assert isinstance(page.panel, FeetPanel)
        yield page.panel


def somebody(event: Event, panel: FeetPanel, qtbot: QtBot, *names: str, here: bool = True) -> list[Person]:
    made = [add_person(event, Draft(given_name=name)) for name in names]
    for person in made:
        if here:
            check_in(event, person.code)
    known = {person.id for person in made}
    qtbot.waitUntil(lambda: known <= {person.id for person in panel.now.people})  # type: ignore[union-attr]
    return made


def enter(panel: FeetPanel, text: str, qtbot: QtBot) -> None:
    line = panel.field.line
    line.setText("")
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.page.desk.waiting == 0)


def teams(event: Event) -> dict[str, list[str]]:
    return {team.name: [member.name for member in team.members] for team in board(event).teams}


def test_names_are_entered_one_after_the_other_and_the_next_team_is_a_key_away(
    event: Event, panel: FeetPanel, qtbot: QtBot
) -> None:
    somebody(event, panel, qtbot, "Anu", "Mati", "Liis")
    enter(panel, "anu", qtbot)
    enter(panel, "mati", qtbot)
    assert teams(event) == {"Bus": ["Anu", "Mati"]}
    assert panel.field.text == ""
    qtbot.waitUntil(lambda: panel.title.text() == "Bus" and panel.spots.rows[0].exists)
    qtbot.keyClick(panel.field.line, Qt.Key.Key_PageDown)
    assert panel.title.text() == "Cafe"
    enter(panel, "liis", qtbot)
    assert teams(event) == {"Bus": ["Anu", "Mati"], "Cafe": ["Liis"]}


def test_whoever_sat_elsewhere_moves_and_each_can_be_taken_back(
    event: Event, panel: FeetPanel, qtbot: QtBot
) -> None:
    somebody(event, panel, qtbot, "Anu", "Mati")
    enter(panel, "anu", qtbot)
    panel.go(1)
    enter(panel, "anu", qtbot)
    enter(panel, "mati", qtbot)
    assert teams(event) == {"Bus": [], "Cafe": ["Anu", "Mati"]}
    moved, number = panel.log.entries[1]
    assert (moved.team, moved.before) == ("Cafe", "Bus")
    assert number is not None
    # Mati sits in the team that Anu opened: Mati's move is taken back first.
    for name, left in (("Mati", ["Anu", "Anu"]), ("Anu", ["Anu"])):
        undo = next(b for b in panel.log.findChildren(QPushButton) if b.accessibleName() == f"Undo: {name}")
        undo.click()
        qtbot.waitUntil(lambda left=left: [one.person.name for one, _ in panel.log.entries] == left)
    assert teams(event) == {"Bus": ["Anu"]}


def test_a_badge_seats_its_owner_and_a_second_scan_changes_nothing(
    event: Event, panel: FeetPanel, qtbot: QtBot
) -> None:
    (anu,) = somebody(event, panel, qtbot, "Anu", here=False)
    enter(panel, anu.code.lower(), qtbot)
    head = event.head()
    enter(panel, anu.code, qtbot)
    assert (teams(event), event.head()) == ({"Bus": ["Anu"]}, head)
    assert panel.log.entries[0][1] is None


def test_a_name_nobody_has_and_one_that_several_have_are_said_and_nobody_is_seated(
    event: Event, panel: FeetPanel, qtbot: QtBot
) -> None:
    somebody(event, panel, qtbot, "Ants Kuusk", "Ants Lepp")
    enter(panel, "xyzzy", qtbot)
    assert "Nobody on the list is called “xyzzy”." in panel.wrong.text()
    assert panel.field.text == "xyzzy"
    enter(panel, "ants", qtbot)
    assert (teams(event), "More than one fits" in panel.wrong.text()) == ({}, True)
    qtbot.keyClick(panel.field.line, Qt.Key.Key_Down)
    qtbot.keyClick(panel.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: teams(event) == {"Bus": ["Ants Lepp"]})


def test_a_name_comes_before_an_organisation_whoever_is_in(event: Event, panel: FeetPanel, qtbot: QtBot) -> None:
    add_person(event, Draft(given_name="Ülo", organisation="Antsla vald"))
    somebody(event, panel, qtbot, "Ants")
    panel.field.line.setText("ants")
    assert [person.name for person in panel.found.rows] == ["Ants", "Ülo"]


def test_a_topic_that_may_hold_two_teams_offers_the_second(event: Event, panel: FeetPanel, qtbot: QtBot) -> None:
    somebody(event, panel, qtbot, "Anu", "Mati")
    panel.go(-1)
    enter(panel, "anu", qtbot)
    qtbot.waitUntil(lambda: [spot.name for spot in panel.spots.rows] == ["Zoo", "Bus", "Cafe", "Zoo 2"])
    panel.spots.choose(panel.spots.rows[3].id)
    enter(panel, "mati", qtbot)
    assert teams(event) == {"Zoo": ["Anu"], "Zoo 2": ["Mati"]}
