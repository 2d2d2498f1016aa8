"""Hands on the paper grid of the Jury page: keys wherever the keyboard is, and what is on disk then."""

from __future__ import annotations

from fractions import Fraction
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from hackdesk.event.store import Event
from hackdesk.jury import actions, queries
from hackdesk.jury.paper_queries import jury_now
from hackdesk.jury.rules import Ballot, Criterion, Juror
from hackdesk.jury.sheets import Paper, rows_of
from hackdesk.language import language
from hackdesk.teams.tables import TeamRow
from ui.pages.jury.page import JuryPage
from ui.pages.jury.paper_grid import PaperGrid

Key = Qt.Key
JURORS = ("Mall", "Jaan", "Eve", "Marek", "Līga")


def fill(event: Event, jurors: int, teams: int, criteria: tuple[tuple[str, dict[str, Fraction]], ...]) -> Event:
    with event.change("fill") as session:
        session.add_all(TeamRow(name=f"Team {number}", position=number) for number in range(1, teams + 1))
        made = [Criterion(uuid4(), name, **how) for name, how in criteria]
        actions.add_criteria(session, made, language("en"))
    for name in JURORS[:jurors]:
        actions.add_juror(event, Juror(uuid4(), name))
    return event


def ballot(event: Event, juror: str = "Mall", team: int = 1) -> Ballot:
    progress = queries.progress(event)
    jurors = {one.name: one.id for one in progress.judging.jurors}
    teams = {one.name: one.id for one in progress.judging.teams}
    return progress.ballot(jurors[juror], teams[f"Team {team}"])


def marks(event: Event, juror: str = "Mall", team: int = 1) -> list[str]:
    found = ballot(event, juror, team).marks
    return [str(found[one.id]) if one.id in found else "" for one in queries.criteria(event)]


def code_of(event: Event, juror: str, team: int | None = None) -> str:
    """The code of a juror's page in rows, or of their sheet for one team."""
    now, one = jury_now(event), ballot(event, juror, team or 1)
    if team is None:
        return now.book.code(rows_of(now.progress.judging, one.juror_id)[0])
    return now.book.code(Paper(one.juror_id, 1, (one.team_id,)))


def here() -> QLineEdit:
    """Where the keyboard is."""
    where = QApplication.focusWidget()
    assert isinstance(where, QLineEdit)
    return where


def type_keys(qtbot: QtBot, *keys: Key | str) -> None:
    """Press keys wherever the keyboard is."""
    for key in keys:
        if isinstance(key, Key):
            qtbot.keyClick(here(), key)
        else:
            for sign in key:
                qtbot.keyClick(here(), sign)


def open_paper(page: JuryPage, qtbot: QtBot, name: str = "Kaja") -> PaperGrid:
    """The paper sheets, and who types them."""
    page.ballots.views.choose("paper")
    page.ballots.views.chosen.emit("paper")
    page.ballots.paper.begin()
    type_keys(qtbot, name, Key.Key_Return)
    qtbot.waitUntil(lambda: all(row.isVisible() for row in page.ballots.paper._rows))
    return page.ballots.paper


def second_reading(page: JuryPage, qtbot: QtBot, name: str) -> PaperGrid:
    grid = open_paper(page, qtbot, "")
    grid.head.reading.choose("second")
    grid.head.changed.emit()
    grid.head._name.clear()
    grid.begin()
    type_keys(qtbot, name, Key.Key_Return)
    qtbot.waitUntil(lambda: all(row.isVisible() for row in grid._rows))
    return grid
