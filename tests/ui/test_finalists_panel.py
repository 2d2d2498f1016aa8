"""The Jury page's second round, and how Results shows two rounds."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.store import Event
from hackdesk.jury import actions, queries
from hackdesk.jury.rules import Criterion, Juror, Sheet
from hackdesk.language import language
from hackdesk.teams.tables import TeamRow
from ui.desk import Desk
from ui.pages.jury.finalists_panel import FinalistsPanel
from ui.pages.jury.page import JuryPage
from ui.pages.results.page import ResultsPage

#: The first round: Care and Youth are equal.
MARKS = {"Bus": 5, "Care": 4, "Youth": 4, "Food": 1}


@pytest.fixture
def judged(event: Event) -> Event:
    with event.change("fill") as session:
        session.add_all(TeamRow(name=name, position=number) for number, name in enumerate(MARKS))
        actions.add_criteria(session, [Criterion(uuid4(), "Value")], language("en"))
    for name in ("Mall", "Jaan"):
        actions.add_juror(event, Juror(uuid4(), name))
    for team, mark in MARKS.items():
        hand_in(event, team, mark)
    return event


def hand_in(event: Event, team: str, mark: int) -> None:
    judging = queries.progress(event).judging
    (team_id,) = [one.id for one in judging.teams if one.name == team]
    for juror in judging.jurors:
        sheet = Sheet({judging.criteria[0].id: Fraction(mark)})
        actions.hand_in_ballot(event, juror.id, team_id, sheet, seen=0)


def team_ids(event: Event, *names: str) -> list[object]:
    known = {place.team: place.team_id for place in queries.results(event).places}
    return [known[name] for name in names]


@pytest.fixture
def panel(judged: Event, desk: Desk, qtbot: QtBot) -> Iterator[FinalistsPanel]:
    page = JuryPage(desk)
    with shown(page, judged, qtbot):
        page.select("finalists")
        qtbot.waitUntil(lambda: desk.waiting == 0)
        panel = page.panel
        assert isinstance(panel, FinalistsPanel)
        yield panel


def going_on(panel: FinalistsPanel) -> list[str]:
    return [one.team for one in panel.table.rows if one.final]


def settled(panel: FinalistsPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: panel.page.desk.waiting == 0)


def test_a_tie_at_the_border_is_decided_by_the_facilitator(panel: FinalistsPanel) -> None:
    panel.count.setValue(2)
    assert going_on(panel) == ["Bus"] and not panel.begin_button.isEnabled()
    assert "“Care” and “Youth” share the last of these places." in panel.tie.text()
    panel.more.click()
    assert going_on(panel) == ["Bus", "Care", "Youth"]
    assert panel._tie_line.isHidden() and panel.begin_button.isEnabled()
    assert panel.begin_button.text() == "Begin the second round with 3 teams"


def test_the_second_round_begins_with_those_chosen_by_hand_and_can_be_left_again(
    panel: FinalistsPanel, judged: Event, qtbot: QtBot
) -> None:
    panel.table.choose(panel.table.rows[3].id)
    qtbot.keyClick(panel.table, Qt.Key.Key_Space)
    panel.table.choose(panel.table.rows[2].id)
    qtbot.keyClick(panel.table, Qt.Key.Key_Space)
    assert going_on(panel) == ["Bus", "Care", "Food"]
    panel.begin_button.click()
    qtbot.waitUntil(lambda: panel.left.title.text() == "The finalists")
    assert {team.name for team in queries.progress(judged).judging.active} == {"Bus", "Care", "Food"}
    assert not panel.matrix.isHidden() and panel.begin_button.isHidden()
    panel.back_button.click()
    qtbot.waitUntil(lambda: panel.left.title.text() == "Who goes on to a second round")
    assert queries.progress(judged).judging.round == 1


def test_the_first_round_is_looked_at_and_not_left_once_there_are_marks(
    panel: FinalistsPanel, judged: Event, qtbot: QtBot
) -> None:
    actions.choose_finalists(judged, team_ids(judged, "Bus", "Care"))  # type: ignore[arg-type]
    hand_in(judged, "Bus", 2)
    qtbot.waitUntil(lambda: "no way back" in panel.said.text())
    first = panel.matrix.model().index(0, 1)
    panel.matrix.clicked.emit(first)
    assert panel.ballot.text() == "Mall – Bus: Value 5"
    panel.back_button.click()
    qtbot.waitUntil(lambda: "no way back" in panel.page.notice.sentence)
    assert queries.progress(judged).judging.round == 2


def test_without_teams_the_panel_says_what_comes_first(event: Event, desk: Desk, qtbot: QtBot) -> None:
    page = JuryPage(desk)
    with shown(page, event, qtbot):
        page.select("finalists")
        qtbot.waitUntil(lambda: desk.waiting == 0)
        assert isinstance(page.panel, FinalistsPanel)
        assert not page.panel._empty.isHidden() and page.panel._both.isHidden()


def test_results_show_finalists_as_undecided_until_they_are_judged(
    judged: Event, desk: Desk, qtbot: QtBot
) -> None:
    actions.choose_finalists(judged, team_ids(judged, "Bus", "Care"))  # type: ignore[arg-type]
    page = ResultsPage(desk)
    with shown(page, judged, qtbot):
        qtbot.waitUntil(lambda: desk.waiting == 0)

        def lines() -> list[tuple[str, str, str]]:
            model = page.places.table.model()
            return [
                tuple(model.index(row, column).data() for column in (0, 1, 3))  # type: ignore[misc]
                for row in range(model.rowCount())
            ]

        assert lines() == [
            ("1–2", "Bus", "–"), ("1–2", "Care", "–"), ("3", "Youth", "75.0"), ("4", "Food", "0.0"),
        ]  # fmt: skip
        assert page.sign_button.isHidden()
        hand_in(judged, "Bus", 2)
        hand_in(judged, "Care", 3)
        qtbot.waitUntil(lambda: [line[1] for line in lines()] == ["Care", "Bus", "Youth", "Food"])
        assert not page.sign_button.isHidden()
        assert any("second round alone" in sentence for sentence in page.places.sentences)
        wanted: list[tuple[str, object]] = []
        page.wants.connect(lambda name, subject: wanted.append((name, subject)))
        page.places.rounds_button.click()
        assert wanted == [("jury", "finalists")]
