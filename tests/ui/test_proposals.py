"""Proposals in the window: seen as they come, kept, compared, put on the board again; what is in the way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hackdesk.event.store import Event
from hackdesk.language import language
from hackdesk.people.actions import add_groups, add_person, check_in
from hackdesk.people.rules import Draft
from hackdesk.teams import actions, queries
from hackdesk.teams.rules import TopicDraft
from ui.desk import Desk
from ui.pages.teams import proposing
from ui.pages.teams.page import TeamsPage
from ui.pages.teams.proposals_panel import PlanRow, ProposalsPanel
from ui.watch import Watch
from ui.widgets.button import Button
from ui.widgets.label import Label

TITLES = ("Bus", "Café")


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[TeamsPage]:
    monkeypatch.setattr(proposing, "SECONDS", 3.0)
    with event.change("groups") as session:
        add_groups(session, language("en"))
    for title in TITLES:
        actions.add_topic(event, TopicDraft(title))
    for number in range(12):
        wishes = TITLES if number % 2 else TITLES[::-1]
        somebody(event, f"Person {number:02}", *wishes, group="public_servant" if number < 6 else "end_user")
    made = TeamsPage(desk)
    watch = Watch(event, event.head())
    watch.changed.connect(made.hear)
    made.resize(1178, 680)
    made.show()
    qtbot.waitUntil(lambda: len(made.board.board.unplaced) == 12)
    yield made
    made.leave()
    watch.close()
    qtbot.waitUntil(lambda: made.desk.waiting == 0)
    made.deleteLater()


def somebody(event: Event, name: str, *choices: str, group: str = "end_user") -> None:
    draft = Draft(given_name=name, choices=choices, groups=(group,))
    check_in(event, add_person(event, draft).code)


def proposed(page: TeamsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.board.bar.apply_button.isVisible(), timeout=20_000)


def listed(page: TeamsPage, qtbot: QtBot, count: int) -> list[PlanRow]:
    page.show_panel("proposals")
    panel = page.panel
    assert isinstance(panel, ProposalsPanel)
    qtbot.waitUntil(lambda: len(panel.rows) == count)
    return list(panel.rows.values())


def said(page: TeamsPage) -> list[str]:
    assert isinstance(page.panel, ProposalsPanel)
    return [label.text() for label in page.panel.compared.findChildren(Label) if label.isVisible()]


def test_a_plan_is_on_the_board_before_the_work_is_done_and_the_end_says_how_good_it_is(
    page: TeamsPage, qtbot: QtBot
) -> None:
    seen = []
    page.board.looking.proposing.better.connect(seen.append)
    page.board.propose_button.click()
    proposed(page, qtbot)
    assert seen and len(seen[0].plan) == 12
    assert page.board.bar.record.text().startswith("Best possible, proved · ")
    assert page.board.bar.record.text().endswith("draw number 1")
    page.board.bar.draw_button.click()
    proposed(page, qtbot)
    assert page.board.bar.title.text().startswith("Proposal 2: ")
    assert page.board.bar.record.text().endswith("draw number 2")


def test_proposals_are_kept_compared_and_put_on_the_board_again(
    event: Event, page: TeamsPage, qtbot: QtBot
) -> None:
    page.board.propose_button.click()
    proposed(page, qtbot)
    page.board.bar.draw_button.click()
    proposed(page, qtbot)
    page.board.bar.away_button.click()
    rows = listed(page, qtbot, 2)
    assert [row.name.text() for row in rows] == ["Proposal 2", "Proposal 1"]
    assert "Best possible, proved" in rows[0].record.text()
    assert {"Side by side", "Sizes of the teams", "Who sits elsewhere"} <= set(said(page))
    rows[1].show_button.click()
    qtbot.waitUntil(lambda: page.board.bar.title.text() == "Proposal 1: 2 new teams, 12 people get a place")
    page.board.bar.apply_button.click()
    qtbot.waitUntil(lambda: page.board.board.placed == 12)
    page.board.page.toast.undo_button.click()
    qtbot.waitUntil(lambda: queries.board(event).placed == 0)


def test_a_proposal_is_renamed_and_deleted_and_says_who_came_since(
    event: Event, page: TeamsPage, qtbot: QtBot
) -> None:
    page.board.propose_button.click()
    proposed(page, qtbot)
    (row,) = listed(page, qtbot, 1)
    somebody(event, "Newcomer", "Bus")
    qtbot.waitUntil(lambda: row.since.text() == "Came since: Newcomer.")
    row.name.setFocus()
    row.name.setText("Two buses")
    qtbot.keyClick(row.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.toast.text == "Proposal 1 is called Two buses now")
    qtbot.waitUntil(lambda: row.plan.name == "Two buses")
    row.delete_button.click()
    panel = page.panel
    assert isinstance(panel, ProposalsPanel)
    qtbot.waitUntil(lambda: panel.empty.isVisible())
    page.toast.undo_button.click()
    qtbot.waitUntil(lambda: len(panel.rows) == 1)


def test_what_is_in_the_way_is_said_beside_the_button_with_the_rules_that_contradict_each_other(
    event: Event, page: TeamsPage, qtbot: QtBot
) -> None:
    card = page.board.obstacles
    assert not card.isVisible()
    for topic in queries.topics(event):
        actions.edit_topic(event, topic.id, TopicDraft(topic.title, min_size=4, max_size=5), seen=topic.version)
    qtbot.waitUntil(card.isVisible)
    told = [label.text() for label in card.findChildren(Label)]
    assert "12 people and 10 seats: 2 find no place. Let a topic hold one team more, or larger ones." in told
    card.rules_button.click()
    qtbot.waitUntil(lambda: "takes 4 to 5 people" in card.rules.text(), timeout=20_000)
    with qtbot.waitSignal(page.wants) as wanted:
        card.findChildren(Button)[-1].click()
    assert wanted.args == ["prepare", "topics"]
