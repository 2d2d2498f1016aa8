"""The market: counts from the wall by key, pitched or not, what somebody wishes, what became of topics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.store import Event
from hackdesk.people.actions import add_person, check_in
from hackdesk.people.queries import people
from hackdesk.people.rules import Draft, Person
from hackdesk.teams import actions
from hackdesk.teams.market_queries import market
from hackdesk.teams.queries import topics
from hackdesk.teams.rules import Topic, TopicDraft
from ui.desk import Desk
from ui.pages.teams.market_panel import MarketPanel
from ui.pages.teams.page import TeamsPage


@pytest.fixture
def panel(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[MarketPanel]:
    for title in ("Bus", "Cafe", "Zoo"):
        actions.add_topic(event, TopicDraft(title))
    check_in(event, add_person(event, Draft(given_name="Anu", choices=("Cafe", "Bus"))).code)
    page = TeamsPage(desk)
    page.resize(1178, 680)
    with shown(page, event, qtbot):
        page.show_panel("market")
        qtbot.waitUntil(lambda: desk.waiting == 0 and isinstance(page.panel, MarketPanel))
        assert isinstance(page.panel, MarketPanel)
        yield page.panel


def settle(panel: MarketPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: panel.page.desk.waiting == 0)


def counts(event: Event) -> list[list[tuple[str, int]]]:
    return [[(count.way, count.count) for count in stall.counts] for stall in market(event)[1]]


def topic(event: Event, title: str) -> Topic:
    return next(one for one in topics(event) if one.title == title)


def anu(event: Event) -> Person:
    return next(person for person in people(event) if person.name == "Anu")


def test_numbers_from_the_wall_are_typed_one_after_the_other(
    event: Event, panel: MarketPanel, qtbot: QtBot
) -> None:
    panel.count.setFocus()
    qtbot.keyClicks(panel.count, "14")
    qtbot.keyClick(panel.count, Qt.Key.Key_Return)
    qtbot.keyClick(panel.count, Qt.Key.Key_Return)
    qtbot.keyClicks(panel.count, "0")
    qtbot.keyClick(panel.count, Qt.Key.Key_Return)
    settle(panel, qtbot)
    assert counts(event) == [[("dots", 14)], [], [("dots", 0)]]
    assert panel.page.toast.text == "Zoo: 0 (Dots)"
    panel.page.toast.undo_button.click()
    settle(panel, qtbot)
    assert counts(event) == [[("dots", 14)], [], []]


def test_a_second_count_stands_before_the_first_and_each_way_by_itself(
    event: Event, panel: MarketPanel, qtbot: QtBot
) -> None:
    for way, number in (("dots", 9), ("dots", 14), ("hands", 5)):
        event.clock.forward(minutes=5)  # type: ignore[attr-defined]
        actions.count_interest(event, topic(event, "Bus").id, way, number)
    qtbot.waitUntil(lambda: len(panel.table.rows[0].counts) == 3)
    assert panel.table.rows[0].last("dots").count == 14
    panel.table.choose(topic(event, "Bus").id)
    assert "Dots: 14 (" in panel.stall.text and "Hands: 5 (" in panel.stall.text


def test_one_key_says_that_a_topic_was_pitched_and_says_it_back(
    event: Event, panel: MarketPanel, qtbot: QtBot
) -> None:
    qtbot.keyClick(panel.count, Qt.Key.Key_P)
    settle(panel, qtbot)
    assert topic(event, "Bus").pitched_at is not None
    qtbot.waitUntil(lambda: panel.table.rows[0].topic.pitched_at is not None)
    qtbot.keyClick(panel.count, Qt.Key.Key_P)
    settle(panel, qtbot)
    assert topic(event, "Bus").pitched_at is None


def button(panel: MarketPanel, name: str) -> QPushButton | None:
    buttons = panel.wishes.findChildren(QPushButton)
    return next((one for one in buttons if one.accessibleName() == name and one.isVisible()), None)


def test_wishes_are_put_in_order_taken_out_and_added(event: Event, panel: MarketPanel, qtbot: QtBot) -> None:
    panel.page.select(("market", anu(event).id))
    settle(panel, qtbot)
    qtbot.waitUntil(lambda: panel.wishes.who.text() == "Anu")
    panel.table.choose(topic(event, "Zoo").id)
    for name, wishes in (
        ("Wish Bus up", ("Bus", "Cafe")),
        ("Remove the wish Cafe", ("Bus",)),
        ("Add the wish Zoo", ("Bus", "Zoo")),
    ):
        qtbot.waitUntil(lambda name=name: button(panel, name) is not None)
        button(panel, name).click()  # type: ignore[union-attr]
        qtbot.waitUntil(lambda wishes=wishes: getattr(panel.wishes.person, "choices", ()) == wishes)
        assert anu(event).choices == wishes


def test_what_became_of_a_topic_stays_on_record_with_when_and_how_it_was_worded(
    event: Event, panel: MarketPanel, qtbot: QtBot
) -> None:
    bus = topic(event, "Bus")
    actions.edit_topic(event, bus.id, replace(bus.draft, title="Village bus", seats=12), seen=bus.version)
    actions.merge_topics(event, bus.id, topic(event, "Zoo").id, seen=topic(event, "Village bus").version)
    qtbot.waitUntil(lambda: [stall.topic.title for stall in panel.table.rows] == ["Cafe", "Zoo", "Village bus"])
    panel.table.choose(bus.id)
    assert "Part of “Zoo” now · " in panel.stall.text
    assert "Wants 12 people" in panel.stall.text
    assert ": Bus" in panel.stall.text
    assert not panel.stall.pitched_button.isVisible()


def test_the_wishes_of_somebody_on_the_board_are_a_key_away(
    event: Event, panel: MarketPanel, qtbot: QtBot
) -> None:
    page = panel.page
    assert isinstance(page, TeamsPage)
    page.show_panel("board")
    qtbot.waitUntil(lambda: len(page.board.board.unplaced) == 1)
    page.board.choose(anu(event).id)
    page.board.tray.people.setFocus()
    qtbot.keyClick(page.board.tray.people, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: page.panel is panel and panel.wishes.who.text() == "Anu")
