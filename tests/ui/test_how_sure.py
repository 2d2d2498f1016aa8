"""The Results page: how sure the places are, in words and in a picture, and by which method they come about."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from uuid import uuid4

import pytest
from builders import STRANGE_NAME
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.store import Event
from hackdesk.jury import actions, queries
from hackdesk.jury.rules import BallotState, Criterion, Juror, NotCounted, Sheet
from hackdesk.language import language
from hackdesk.teams.tables import TeamRow
from ui import theme
from ui.desk import Desk
from ui.pages.results.page import ResultsPage
from ui.pages.results.sure_cards import LeaningBlock
from ui.widgets.button import Button

TEAMS = ("Bus", "Care", STRANGE_NAME, "Youth")
JURORS = ("Mall", "Jaan", "Eve")
#: Eve is strict; who is not judged by her does well by the plain mean.
MARKS = {
    "Bus": (8, 8, None), "Care": (8, 9, 5), STRANGE_NAME: (5, 5, 2), "Youth": (4, 3, 1),
}  # fmt: skip


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[ResultsPage]:
    made = ResultsPage(desk)
    with shown(made, event, qtbot):
        qtbot.waitUntil(lambda: desk.waiting == 0)
        yield made


@pytest.fixture
def judged(event: Event) -> Event:
    """Three jurors, four teams, one criterion of 0–10; Eve steps aside for Bus."""
    with event.change("fill") as session:
        session.add_all(TeamRow(name=name, position=number) for number, name in enumerate(TEAMS))
        value = Criterion(uuid4(), "Value", lowest=Fraction(0), highest=Fraction(10))
        actions.add_criteria(session, [value], language("en"))
    for name in JURORS:
        actions.add_juror(event, Juror(uuid4(), name))
    for team, marks in MARKS.items():
        for juror, mark in zip(JURORS, marks, strict=True):
            if mark is not None:
                hand_in(event, juror, team, mark)
    set_aside(event, "Eve", "Bus", BallotState.RECUSED)
    return event


def hand_in(event: Event, juror: str, team: str, mark: int) -> None:
    progress = queries.progress(event)
    juror_id = next(one.id for one in progress.judging.jurors if one.name == juror)
    team_id = next(one.id for one in progress.judging.teams if one.name == team)
    sheet = Sheet({progress.judging.criteria[0].id: Fraction(mark)})
    actions.hand_in_ballot(event, juror_id, team_id, sheet, seen=progress.ballot(juror_id, team_id).version)


def set_aside(event: Event, juror: str, team: str, state: BallotState) -> None:
    progress = queries.progress(event)
    juror_id = next(one.id for one in progress.judging.jurors if one.name == juror)
    team_id = next(one.id for one in progress.judging.teams if one.name == team)
    seen = progress.ballot(juror_id, team_id).version
    if state is BallotState.OPEN:
        actions.take_back(event, juror_id, team_id, seen=seen)
    else:
        actions.set_ballot_state(event, juror_id, team_id, NotCounted(state, "my sister"), seen=seen)


def column(page: ResultsPage, number: int) -> list[str]:
    model = page.places.table.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def leanings(page: ResultsPage) -> list[str]:
    return [block.text for block in page.jurors.jurors.blocks if isinstance(block, LeaningBlock)]


def click(button: Button, qtbot: QtBot) -> None:
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def holds(image: QImage, color: QColor) -> bool:
    wanted = color.rgb()
    return any(image.pixel(x, y) == wanted for y in range(image.height()) for x in range(image.width()))


def test_whether_the_winner_is_safe_is_said_in_words(judged: Event, page: ResultsPage) -> None:
    assert page.safe.verdict.text == "Too close: talk before you sign"
    assert "“Bus” is 6.7 points ahead." in page.safe.text
    assert "The first place stays the same when any one juror is left out: 2 of 3." in page.safe.text
    assert "Without Eve it is “Care”." in page.safe.text
    assert [text.rpartition(" · ")[2] for text in column(page, 5)[:2]] == ["close", "close"]


def test_jurors_are_milder_or_stricter_and_their_absence_is_spelt_out(judged: Event, page: ResultsPage) -> None:
    mall, jaan, eve = leanings(page)
    assert mall == "Mall: 10.0 points milder than the panel" and jaan.startswith("Jaan: 10.0 points milder")
    assert eve.startswith("Eve: 20.0 points stricter than the panel\nLeft out: 1 “Care”, 2 “Bus”, 3 “")


def test_plain_and_adjusted_stand_beside_each_other_with_the_reason(judged: Event, page: ResultsPage) -> None:
    assert column(page, 1)[:2] == ["Bus", "Care"]
    assert column(page, 3)[:2] == ["80.0", "73.3"] and column(page, 4)[:2] == ["70.0", "73.3"]
    said = "“Bus”: place 1 by the plain mean, 2 adjusted. Not scored by Eve (20.0 points stricter)."
    assert said in page.beside.text


def test_another_method_is_chosen_kept_in_the_file_and_undone(
    judged: Event, page: ResultsPage, qtbot: QtBot
) -> None:
    assert page.method_button.text() == "Method: Mean …"
    click(page.method_button, qtbot)
    assert page.methods.isVisible()
    adjusted = page.methods.rows["adjusted"].button
    qtbot.waitUntil(lambda: QApplication.focusWidget() is adjusted)
    qtbot.keyClick(adjusted, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.method_button.text() == "Method: Juror-adjusted mean …")
    assert column(page, 1)[:2] == ["Care", "Bus"] and page.methods.isHidden()
    assert column(page, 3)[:2] == ["73.3", "70.0"] and column(page, 4)[:2] == ["73.3", "80.0"]
    assert [place.team for place in queries.results(judged).places][:2] == ["Care", "Bus"]
    click(page.toast.undo_button, qtbot)
    qtbot.waitUntil(lambda: column(page, 1)[:2] == ["Bus", "Care"])


def test_a_method_that_these_ballots_do_not_allow_says_why(judged: Event, page: ResultsPage, qtbot: QtBot) -> None:
    click(page.method_button, qtbot)
    trimmed = page.methods.rows["trimmed"]
    assert trimmed.button.isHidden() and trimmed.state.text == "not with these ballots"
    assert trimmed.why.startswith("The trimmed mean needs 5 ballots for every team. Fewer came for Bus, Care, ")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.methods.isHidden() and QApplication.focusWidget() is page.method_button
    click(page.method_button, qtbot)
    click(page.methods.close_button, qtbot)
    assert page.methods.isHidden() and QApplication.focusWidget() is page.method_button


def test_a_chosen_method_that_loses_what_it_needs_leads_back_to_the_mean(
    judged: Event, page: ResultsPage, qtbot: QtBot
) -> None:
    actions.choose_method(judged, "adjusted")
    for team in TEAMS[1:3]:
        set_aside(judged, "Eve", team, BallotState.VOID)
    qtbot.waitUntil(lambda: page.places.empty is not None)
    assert page.places.empty is not None and page.sign_button.isHidden()
    click(page.places.empty.button, qtbot)
    qtbot.waitUntil(lambda: page.places.empty is None)
    assert column(page, 1)[0] == "Care"  # without Eve


def test_what_open_ballots_can_still_change_is_drawn_and_said(
    judged: Event, page: ResultsPage, qtbot: QtBot
) -> None:
    picture = page.places.table.viewport()
    place = page.places.table.visualRect(page.places.table.model().index(1, 2))
    assert not holds(picture.grab(place).toImage(), theme.color("warn"))
    set_aside(judged, "Eve", "Care", BallotState.OPEN)
    qtbot.waitUntil(lambda: "With the open ballots" in page.safe.text)
    line = page.places.table.rows[0]
    assert line.reach is not None and (line.place.team, line.places) == ("Care", "1–2")
    assert "place 1–2 with the open ballots" in column(page, 2)[0]
    assert any("Dashed: with the open ballots." in sentence for sentence in page.places.sentences)
    place = page.places.table.visualRect(page.places.table.model().index(0, 2))
    assert holds(picture.grab(place).toImage(), theme.color("warn"))


def test_where_everybody_scored_everybody_there_is_nothing_to_adjust(
    judged: Event, page: ResultsPage, qtbot: QtBot
) -> None:
    assert not page.places.table.isColumnHidden(4)
    set_aside(judged, "Eve", "Bus", BallotState.OPEN)
    hand_in(judged, "Eve", "Bus", 6)
    qtbot.waitUntil(lambda: "nothing to adjust" in page.beside.text)
    assert page.places.table.isColumnHidden(4)


def test_signed_results_keep_their_method(judged: Event, page: ResultsPage, qtbot: QtBot) -> None:
    actions.choose_method(judged, "adjusted")
    qtbot.waitUntil(lambda: column(page, 1)[0] == "Care")
    click(page.sign_button, qtbot)
    qtbot.waitUntil(lambda: page.seal.isVisible())
    assert page.method_button.isHidden() and page.safe.isVisible() and column(page, 1)[0] == "Care"
    sealed = queries.sealed(judged)
    assert sealed is not None and sealed.results.method == "adjusted"


def test_without_places_nothing_is_said_about_them(event: Event, page: ResultsPage) -> None:
    assert all(card.isHidden() for card in (page.safe, page.jurors, page.beside, page.methods))
    assert page.method_button.isHidden()
