"""The second reading of paper sheets, where every ballot is, and closing the round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import pytest
from at_the_paper import ballot, code_of, fill, here, marks, open_paper, second_reading, type_keys
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.store import Event
from hackdesk.jury import actions, queries
from hackdesk.jury.paper_queries import jury_now
from hackdesk.jury.reconcile import Reading, read_twice, reading_of
from hackdesk.jury.rules import BallotState, NotCounted, Sheet
from ui.desk import Desk
from ui.pages.jury.page import JuryPage
from ui.pages.jury.second_row import SecondRow

Key = Qt.Key



@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[JuryPage]:
    made = JuryPage(desk)
    with shown(made, event, qtbot):
        qtbot.waitUntil(lambda: desk.waiting == 0)
        yield made


@pytest.fixture
def judging(event: Event) -> Event:
    """Two criteria 1–5, two jurors, three teams."""
    return fill(event, 2, 3, (("Value", {}), ("Newness", {})))


@pytest.fixture
def typed(judging: Event) -> Event:
    """Kaja has typed Mall's sheet: 45, 33, 21."""
    for team, given in ((1, (4, 5)), (2, (3, 3)), (3, (2, 1))):
        one = ballot(judging, team=team)
        ids = [criterion.id for criterion in queries.criteria(judging)]
        sheet = Sheet(dict(zip(ids, map(Fraction, given), strict=True)), way="paper")
        actions.hand_in_ballot(judging, one.juror_id, one.team_id, sheet, seen=0, by="Kaja")
    return judging


def test_the_second_reading_is_blind_and_by_another_person(
    typed: Event, page: JuryPage, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: page.ballots._progress is not None and bool(page.ballots._progress.ballots))
    grid = second_reading(page, qtbot, "kaja")
    assert "Another person should read it" in grid._rows[0]._error.text()
    assert not grid._rows[0].open
    grid.head._name.setFocus()
    grid.head._name.clear()
    type_keys(qtbot, "Riho", Key.Key_Return)
    assert here() is grid._rows[0].cells[0]
    assert all(row.empty for row in grid._rows)
    type_keys(qtbot, "4533")
    qtbot.waitUntil(lambda: read_twice(queries.progress(typed).judging) == (2, 0, 3))
    qtbot.waitUntil(lambda: grid._rows[0]._state.text == "Read twice: Kaja, Riho")
    assert grid._count.text() == "2 of 3 paper ballots read twice"


@pytest.mark.parametrize(("press", "right"), [("first", "45"), ("second", "43"), ("anew", "44")])
def test_where_both_differ_the_first_the_second_or_the_sheet_is_right(
    typed: Event, page: JuryPage, desk: Desk, qtbot: QtBot, press: str, right: str
) -> None:
    qtbot.waitUntil(lambda: page.ballots._progress is not None and bool(page.ballots._progress.ballots))
    grid = second_reading(page, qtbot, "Riho")
    type_keys(qtbot, "43")
    row = grid._rows[0]
    assert isinstance(row, SecondRow)
    qtbot.waitUntil(row.both.isVisible)
    assert [[pill.text for pill in line] for line in row.both._marks] == [["4", "≠ 5"], ["4", "≠ 3"]]
    assert [pill.tone for pill in row.both._marks[0]] == ["plain", "bad"]
    button = {"first": row.first_button, "second": row.second_button, "anew": row.anew_button}[press]
    qtbot.keyClick(button, Key.Key_Space)
    if press == "anew":
        type_keys(qtbot, "44")
    qtbot.waitUntil(lambda: reading_of(ballot(typed)) is Reading.TWICE)
    assert "".join(marks(typed)) == right
    qtbot.waitUntil(lambda: page.toast.text == "Settled: Mall – Team 1")


def test_signed_results_are_looked_at_and_not_typed(
    typed: Event, page: JuryPage, desk: Desk, qtbot: QtBot
) -> None:
    actions.seal_results(typed)
    qtbot.waitUntil(lambda: page.ballots._progress is not None and page.ballots._progress.sealed == 1)
    grid = open_paper(page, qtbot)
    assert not any(row.open for row in grid._rows)
    assert not grid._rows[0].again_button.isVisible()


# --- where the ballots are, and the round ------------------------------------------------------


def test_a_count_picks_out_its_ballots_and_leads_from_one_to_the_next(
    typed: Event, page: JuryPage, desk: Desk, qtbot: QtBot
) -> None:
    aside = ballot(typed, "Jaan", 2)
    actions.set_ballot_state(
        typed, aside.juror_id, aside.team_id, NotCounted(BallotState.RECUSED, "family"), seen=0
    )
    view = page.ballots.progress_view
    qtbot.waitUntil(lambda: "recused" in view.counts.buttons)
    assert [button.text() for button in view.counts.buttons.values()] == [
        "All: 6", "paper: 3", "missing: 2", "recused: 1", "paper 1×: 3",
    ]  # fmt: skip
    view.counts.buttons["missing"].click()
    cells = []
    for _press in range(3):
        cells.append((view.matrix.currentIndex().row(), view.matrix.currentIndex().column()))
        qtbot.keyClick(view.matrix, Key.Key_Space)
    assert cells == [(0, 2), (2, 2), (0, 2)]
    assert view.matrix.model().index(0, 1).data() == "paper 1×"
    qtbot.keyClick(view.matrix, Key.Key_Return)
    assert page.ballots.form.isVisible()


def test_what_is_missing_can_be_called_out_and_the_round_closed_and_opened_again(
    typed: Event, page: JuryPage, desk: Desk, qtbot: QtBot
) -> None:
    card = page.ballots.progress_view.card
    qtbot.waitUntil(lambda: card.sentences == ["Jaan: 3 missing – Team 1, Team 2, Team 3"])
    assert page.ballots.round_pill.text == "Round 1 is open"
    card.button.click()
    qtbot.waitUntil(lambda: page.ballots.round_pill.text == "Round 1 is closed")
    assert jury_now(typed).closed
    qtbot.waitUntil(lambda: card.button.text() == "Open the round again")
    grid = open_paper(page, qtbot)
    grid.head.code.setFocus()
    type_keys(qtbot, code_of(typed, "Jaan"), Key.Key_Return, "45")
    qtbot.waitUntil(lambda: marks(typed, "Jaan") == ["4", "5"])
    page.ballots.views.choose("progress")
    page.ballots.views.chosen.emit("progress")
    card.button.click()
    qtbot.waitUntil(lambda: not jury_now(typed).closed)


def test_a_juror_who_left_owes_nothing(typed: Event, page: JuryPage, desk: Desk, qtbot: QtBot) -> None:
    jaan = queries.jurors(typed)[1]
    actions.edit_juror(typed, replace(jaan, state="left"), seen=jaan.version)
    card = page.ballots.progress_view.card
    qtbot.waitUntil(lambda: card.sentences == ["Every ballot is in."])
