"""Awards in the window: their order, texts that two windows write, nobody, and places that are not published."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.jury import actions, queries
from hackdesk.jury.rules import Award, Criterion, Juror, Sheet
from hackdesk.language import language
from hackdesk.teams.tables import TeamRow
from ui.desk import Desk
from ui.pages.prepare.awards_panel import AwardsPanel
from ui.pages.prepare.page import PreparePage
from ui.pages.results.awards_card import AwardBlock
from ui.pages.results.page import ResultsPage


@pytest.fixture
def prized(event: Event) -> Event:
    """Two teams, one juror, three awards; the second team is first."""
    with event.change("fill") as session:
        session.add_all(TeamRow(name=name, position=number) for number, name in enumerate(("Bus", "Care")))
        actions.add_criteria(session, [Criterion(uuid4(), "Value")], language("en"))
    juror = actions.add_juror(event, Juror(uuid4(), "Mall"))
    for award in (
        Award(uuid4(), "Library's choice", "The library", decided_by="partner"),
        Award(uuid4(), "Hall's vote", decided_by="hall"),
        Award(uuid4(), "Main prize", "The county", by_place=1),
    ):
        actions.add_award(event, award)
    (value,) = queries.criteria(event)
    for number, team in enumerate(queries.progress(event).judging.teams):
        actions.hand_in_ballot(event, juror.id, team.id, Sheet({value.id: value.lowest + number}), seen=0)
    return event


@contextmanager
def opened(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[AwardsPanel]:
    page = PreparePage(desk)
    with shown(page, event, qtbot):
        qtbot.waitUntil(lambda: desk.waiting == 0)
        page.show_section("awards")
        qtbot.waitUntil(lambda: desk.waiting == 0)
        assert isinstance(page.panel, AwardsPanel)
        yield page.panel


@pytest.fixture
def results(prized: Event, desk: Desk, qtbot: QtBot) -> Iterator[ResultsPage]:
    made = ResultsPage(desk)
    with shown(made, prized, qtbot):
        qtbot.waitUntil(lambda: desk.waiting == 0)
        yield made


def names(event: Event) -> list[str]:
    return [one.name for one in queries.awards(event)]


def block_of(page: ResultsPage, name: str) -> AwardBlock:
    blocks = [block for block in page.awards.awards.blocks if isinstance(block, AwardBlock)]
    return next(block for block in blocks if block.line and block.line.award.name == name)


def choose(block: AwardBlock, said: str) -> None:
    block.form.teams.setCurrentIndex(block.form.teams.findText(said))


def test_awards_are_put_in_order_by_keys_and_by_dragging(prized: Event, desk: Desk, qtbot: QtBot) -> None:
    with opened(prized, desk, qtbot) as panel:
        panel.table.choose(queries.awards(prized)[0].id)
        panel.table.setFocus()
        qtbot.keyClick(panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda: names(prized) == ["Hall's vote", "Library's choice", "Main prize"])
        qtbot.waitUntil(lambda: [one.name for one in panel.table.rows] == names(prized))
        assert panel.table.current.name == "Library's choice"
        view = panel.table.viewport()
        rows = [panel.table.visualRect(panel.table.model().index(row, 0)) for row in (0, 2)]
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=rows[0].center())
        QTest.mouseMove(view, rows[0].center() + QPoint(0, 30))
        QTest.mouseMove(view, rows[1].center() + QPoint(0, 8))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=rows[1].center() + QPoint(0, 8))
        qtbot.waitUntil(lambda: names(prized) == ["Library's choice", "Main prize", "Hall's vote"])


def test_what_two_windows_write_into_one_award_is_never_lost(prized: Event, desk: Desk, qtbot: QtBot) -> None:
    other = Event(prized.path, station="other laptop")
    try:
        with opened(prized, desk, qtbot) as panel:
            panel.table.choose(queries.awards(prized)[2].id)
            what = panel.form.fields["what"].input
            assert isinstance(what, QPlainTextEdit)
            what.setFocus()
            what.setPlainText("1,000 euros")
            award = queries.awards(other)[2]
            actions.edit_award(other, replace(award, what="1,500 euros"), seen=award.version)
            qtbot.waitUntil(lambda: panel.table.current.what == "1,500 euros")
            panel.form.fields["name"].input.setFocus()
            qtbot.waitUntil(lambda: "Somebody else" in panel.form.fields["what"].error)
            assert what.toPlainText() == "1,000 euros" and queries.awards(prized)[2].what == "1,500 euros"
            # Another field of the same award takes nothing back.
            giver = panel.form.fields["giver"].input
            assert isinstance(giver, QLineEdit)
            giver.setFocus()
            giver.setText("The parish")
            qtbot.keyClick(giver, Qt.Key.Key_Tab)
            qtbot.waitUntil(lambda: queries.awards(prized)[2].giver == "The parish")
            assert queries.awards(prized)[2].what == "1,500 euros"
    finally:
        other.close()


def test_what_is_undecided_is_said_and_leads_to_the_award(
    prized: Event, results: ResultsPage, qtbot: QtBot
) -> None:
    assert results.to_decide.text == "2 awards have no team yet: Library's choice and Hall's vote."
    assert results.sign_button.isEnabled()
    results.to_decide.button.click()
    block = block_of(results, "Library's choice")
    assert block.form.isVisible() and block.form.decided.current == "partner"
    choose(block, "Nobody gets it")
    assert not block.form.decided.isVisible() and block.form.aloud.isVisible()
    block.form.aloud.click()
    block.form.button.click()
    qtbot.waitUntil(lambda: "has no reason" in block.form.field.error)
    typed = block.form.field.input
    assert isinstance(typed, QLineEdit)
    typed.setText("no team works with books")
    block.form.button.click()
    qtbot.waitUntil(lambda: results.to_decide.text == "1 award has no team yet: Hall's vote.")
    library = queries.awards(prized)[0]
    assert library.none_given == "no team works with books" and library.none_told
    (back,) = block.winners.buttons
    back.click()
    qtbot.waitUntil(lambda: queries.awards(prized)[0].none_given == "")
    results.sign_button.click()
    qtbot.waitUntil(lambda: results.to_decide.text == "" and queries.sealed(prized) is not None)


def test_an_award_of_the_hall_is_decided_by_hand_until_it_has_voted(
    prized: Event, results: ResultsPage, qtbot: QtBot
) -> None:
    block = block_of(results, "Hall's vote")
    block.open()
    assert block.form.decided.current == "hall"
    choose(block, "Bus")
    block.form.button.click()
    qtbot.waitUntil(lambda: block.teams == ("Bus",))
    assert [one.decided for one in queries.awards_given(prized) if one.award.name == "Hall's vote"] == ["hall"]


def test_an_award_elsewhere_shows_where_it_would_have_gone(
    prized: Event, results: ResultsPage, qtbot: QtBot
) -> None:
    prize = queries.awards(prized)[2]
    bus: UUID = queries.progress(prized).judging.teams[0].id
    actions.give_award(prized, prize.id, bus, reason="Care gave it on")
    block = block_of(results, "Main prize")
    qtbot.waitUntil(lambda: block.teams == ("Bus",))
    assert block.line is not None and block.line.computed == "Worked out: place 1, “Care”."


def test_one_switch_on_both_pages_says_whether_places_are_published(
    prized: Event, results: ResultsPage, desk: Desk, qtbot: QtBot
) -> None:
    assert results.publish.box.isChecked()
    results.publish.box.click()
    qtbot.waitUntil(lambda: not settings_of(prized).ranking_published)
    with opened(prized, desk, qtbot) as panel:
        assert not panel.publish.box.isChecked()
        actions.seal_results(prized)
        qtbot.waitUntil(lambda: not panel.publish.box.isEnabled())
