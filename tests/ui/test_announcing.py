"""Why here, what it would take, and telling the room: what a facilitator presses and reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from hackdesk.agenda.actions import show_on_stage
from hackdesk.agenda.rules import View
from hackdesk.clock import Moment
from hackdesk.event.store import Event
from hackdesk.language import language
from hackdesk.people.actions import add_groups, add_person, check_in
from hackdesk.people.rules import Draft
from hackdesk.teams import actions, queries
from hackdesk.teams.rules import TeamDraft, TopicDraft
from ui.desk import Desk
from ui.pages.teams.announce_panel import AnnouncePanel
from ui.pages.teams.page import TeamsPage
from ui.projector import painting
from ui.projector.frames import SECONDS, Frame, ListFrame, RoomsFrame, TextFrame, frame
from ui.projector.hall import HallView
from ui.projector.layout import sheet
from ui.projector.sheet import Text
from ui.projector.showing import showing
from ui.watch import Watch

NOW = datetime(2026, 11, 14, 10, tzinfo=UTC)


def a_room(event: Event, people: int = 8, teams: int = 2) -> None:
    """Teams at numbered tables; everybody wishes for the first topic, those in other teams in vain."""
    with event.change("groups") as session:
        add_groups(session, language("en"))
    made = [actions.add_topic(event, TopicDraft(f"Topic {n}", max_size=7)) for n in range(teams)]
    for number, topic in enumerate(made):
        team = actions.add_team(event, TeamDraft(topic_id=topic.id, table_name=str(number + 1)))
        for place in range(number * people // teams, (number + 1) * people // teams):
            draft = Draft(f"Person {place:03}", choices=("Topic 0", "Topic 1"), groups=("expert",), diet="no nuts")
            person = add_person(event, draft)
            check_in(event, person.code)
            actions.place_person(event, person.id, team.id, seen=None)


def words_of(frame: Frame) -> str:
    """What one page of it says."""
    return " ".join(line for piece in sheet(frame, 177.78) if isinstance(piece, Text) for line in piece.lines)


def seen(event: Event, view: View, seconds: int = 0) -> Frame:
    show_on_stage(event, view)
    return frame(showing(event), Moment(NOW + timedelta(seconds=seconds)))


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[TeamsPage]:
    a_room(event)
    made = TeamsPage(desk)
    watch = Watch(event, event.head())
    watch.changed.connect(made.hear)
    made.resize(1178, 680)
    made.show()
    qtbot.waitUntil(lambda: desk.waiting == 0)
    yield made
    made.leave()
    watch.close()
    qtbot.waitUntil(lambda: desk.waiting == 0)
    made.deleteLater()


def test_why_and_what_it_would_take_is_said_copied_and_shown(page: TeamsPage, qtbot: QtBot, event: Event) -> None:
    card, panel = page.board.reasons.card, page.board
    loser = panel.board.teams[1].members[0]
    panel.choose(loser.person_id)
    panel.why.buttons["why"].click()
    qtbot.waitUntil(lambda: "It was a draw" in card.answer.text(), timeout=20_000)
    assert "Why is Person 004 in Topic 1?" in card.said and "Second wish." in card.said
    assert "nuts" not in card.said
    card.copy_button.click()
    assert QGuiApplication.clipboard().text() == card.said
    card.board_button.click()
    qtbot.waitUntil(lambda: panel.proposal is not None)
    assert card.isHidden() and panel.shown.team_of(loser.person_id).name == "Topic 0"  # type: ignore[union-attr]
    assert queries.board(event).team_of(loser.person_id).name == "Topic 1"  # type: ignore[union-attr]
    head = event.head()
    panel.looking.use()
    qtbot.waitUntil(lambda: event.head() == head + 1)
    assert queries.board(event).team_of(loser.person_id).name == "Topic 0"  # type: ignore[union-attr]
    page.undo()
    qtbot.waitUntil(lambda: event.head() == head + 2)
    assert queries.board(event).team_of(loser.person_id).name == "Topic 1"  # type: ignore[union-attr]


def test_how_a_team_came_out_is_said_with_signs(page: TeamsPage, qtbot: QtBot) -> None:
    card, team = page.board.reasons.card, page.board.board.teams[1]
    page.board.team_hand.do("why", team)
    qtbot.waitUntil(lambda: not card.isHidden())
    assert "✗  First wish: 0 of 4." in card.said and "✗  Many of one group." in card.said


def test_announcing_is_kept_and_who_moved_is_listed(page: TeamsPage, qtbot: QtBot, event: Event) -> None:
    page.show_panel("announce")
    panel = page.panel
    assert isinstance(panel, AnnouncePanel)
    qtbot.waitUntil(lambda: panel.card.title.text() == "The room was told nothing yet")
    panel.announce_button.click()
    qtbot.waitUntil(lambda: panel.state.text() == "Everybody sits where the room was told.")
    assert page.toast.text == "Announced: 8 people in 2 teams"
    here, there = queries.board(event).teams
    actions.place_person(event, there.members[0].person_id, here.id, seen=there.id)
    qtbot.waitUntil(lambda: panel.state.text().startswith("1 person moved since"))
    assert panel.mix.shared.text().startswith("0 of 8 people")
    wanted: list[tuple[str, object]] = []
    page.wants.connect(lambda name, what: wanted.append((name, what)))
    panel.hall_buttons[View.MOVED].click()
    assert wanted == [("stage", "moved")]


def test_names_reach_the_hall_once_they_are_announced_and_pages_turn(event: Event) -> None:
    a_room(event, people=48, teams=6)
    before = seen(event, View.TEAMS)
    assert isinstance(before, ListFrame) and [line.text for line in before.lines][:2] == ["Topic 0", "Topic 1"]
    assert isinstance(seen(event, View.PEOPLE), TextFrame)
    actions.announce_teams(event)
    everybody = seen(event, View.PEOPLE)
    assert isinstance(everybody, ListFrame)
    assert [line.text for line in everybody.lines] == [f"Person {number:03}" for number in range(48)]
    turned = [words_of(seen(event, View.PEOPLE, number * SECONDS)) for number in range(6)]
    assert len(set(turned)) > 1 and all(name in "".join(turned) for name in ("Person 000", "Person 047"))
    rooms = seen(event, View.TEAMS)
    assert isinstance(rooms, RoomsFrame)
    found = {room.team: room.people for room in rooms.rooms}
    assert len(found) == 6 and found["Topic 0"][0] == "Person 000"
    here, there = queries.board(event).teams[:2]
    actions.place_person(event, there.members[0].person_id, here.id, seen=there.id)
    moved = seen(event, View.MOVED)
    assert isinstance(moved, ListFrame)
    assert [(line.mark, line.text, line.note) for line in moved.lines] == [("1", "Person 008", "Topic 0")]
    assert seen(event, View.TEAMS) == rooms  # the hall does not look on while people are moved


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (3840, 2160)])
@pytest.mark.parametrize("view", [View.TEAMS, View.PEOPLE])
def test_a_name_reaches_the_last_row(event: Event, qtbot: QtBot, view: View, size: tuple[int, int]) -> None:
    a_room(event, people=48, teams=6)
    actions.announce_teams(event)
    hall = HallView()
    qtbot.addWidget(hall)
    hall.resize(*size)
    hall.show_frame(seen(event, view))
    picture, ground = hall.grab().toImage(), QColor(painting.GROUND).rgb()
    # The rows of pixels with ink in them, between the corners and the foot: the heights of the lines.
    inked = [
        any(picture.pixel(x, y) != ground for x in range(0, picture.width() // 2, 2))
        for y in range(picture.height() * 16 // 100, picture.height())
    ]
    runs = "".join("#" if one else " " for one in inked).split()
    assert runs and max(map(len, runs)) >= size[1] * 0.025
    assert picture.pixel(picture.width() - 1, picture.height() // 2) == ground
