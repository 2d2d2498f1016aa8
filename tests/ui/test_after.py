"""After: a commitment is typed in one line and kept with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from builders import STRANGE_NAME
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.follow_up.actions import add_commitment, edit_commitment
from hackdesk.follow_up.queries import commitments
from hackdesk.follow_up.rules import Commitment, CommitmentState, Promise
from hackdesk.jury.actions import release_notes
from hackdesk.jury.feedback_queries import feedback
from hackdesk.jury.tables import BallotRow, JurorRow
from hackdesk.teams.tables import TeamRow
from ui.desk import Desk
from ui.pages.after.page import AfterPage
from ui.pages.after.teams_panel import TeamsPanel
from ui.pages.after.typed_day import shown_day, typed_day
from ui.widgets.field import Field
from ui.widgets.label import Label


@pytest.fixture
def teams(event: Event) -> Event:
    """Two teams; a juror wrote to the first."""
    with event.change("fill") as session:
        bus, school, juror = (
            TeamRow(name="Bus", position=0),
            TeamRow(name="School", position=1),
            JurorRow(name="Mall"),
        )
        session.add_all((bus, school, juror))
        session.flush()
        session.add(BallotRow(team_id=bus.id, juror_id=juror.id, note="Begin with one village."))
    return event


@pytest.fixture
def page(teams: Event, desk: Desk, qtbot: QtBot) -> Iterator[AfterPage]:
    made = AfterPage(desk)
    with shown(made, teams, qtbot):
        made.select("teams")
        qtbot.waitUntil(lambda: desk.waiting == 0 and bool(panel_of(made).table.rows))
        yield made


def panel_of(page: AfterPage) -> TeamsPanel:
    assert isinstance(page.panel, TeamsPanel)
    return page.panel


def input_of(field: Field) -> QLineEdit:
    assert isinstance(field.input, QLineEdit)
    return field.input


def type_promise(page: AfterPage, who: str, what: str, by_when: str, qtbot: QtBot) -> None:
    line = panel_of(page).commitments.line
    for field, text in ((line.who, who), (line.what, what), (line.by_when, by_when)):
        input_of(field).setText(text)
    qtbot.keyClick(line.by_when.input, Qt.Key.Key_Return)


def first(event: Event) -> tuple[Commitment, ...]:
    return commitments(event)[0].commitments


def test_a_commitment_is_typed_and_enter_keeps_it(page: AfterPage, teams: Event, qtbot: QtBot) -> None:
    type_promise(page, STRANGE_NAME, "Calls the county", "1.12.2026", qtbot)
    qtbot.waitUntil(lambda: len(panel_of(page).commitments.table.rows) == 1)
    (kept,) = first(teams)
    assert (kept.who, kept.what, kept.by_when) == (STRANGE_NAME, "Calls the county", date(2026, 12, 1))
    assert page.toast.text == f"Noted: {STRANGE_NAME} – Calls the county"
    assert input_of(panel_of(page).commitments.line.who).text() == ""


def test_whose_help_is_needed_is_typed_shown_and_changed(page: AfterPage, teams: Event, qtbot: QtBot) -> None:
    card = panel_of(page).commitments
    input_of(card.line.support).setText("the library")
    type_promise(page, "Anu", "Calls the county", "", qtbot)
    qtbot.waitUntil(lambda: len(card.table.rows) == 1)
    assert first(teams)[0].support == "the library"
    assert card.table.model().index(0, 1).data() == "Calls the county\nwith the library"
    card.mend_button.click()
    assert input_of(card.line.support).text() == "the library"
    input_of(card.line.support).setText("")
    qtbot.keyClick(card.line.support.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: first(teams)[0].support == "")


def test_what_is_missing_is_said_in_its_place_and_what_was_typed_stays(
    page: AfterPage, teams: Event, qtbot: QtBot
) -> None:
    line = panel_of(page).commitments.line
    type_promise(page, "", "Calls the county", "", qtbot)
    assert "Nobody is named" in line.who.error and input_of(line.what).text() == "Calls the county"
    type_promise(page, "Anu", "Calls", "soon", qtbot)
    assert "“soon” is not a day" in line.by_when.error
    assert first(teams) == ()


def test_space_marks_as_done_and_delete_removes_with_undo(page: AfterPage, teams: Event, qtbot: QtBot) -> None:
    add_commitment(teams, commitments(teams)[0].team_id, Promise("Anu", "Calls"))
    table = panel_of(page).commitments.table
    qtbot.waitUntil(lambda: len(table.rows) == 1)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: table.rows[0].state == CommitmentState.DONE)
    assert panel_of(page).commitments.done_button.text() == "Open again"
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not table.rows)
    qtbot.mouseClick(page.toast.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(table.rows) == 1)


def test_a_commitment_that_somebody_else_changed_is_not_overwritten(
    page: AfterPage, teams: Event, qtbot: QtBot
) -> None:
    made = add_commitment(teams, commitments(teams)[0].team_id, Promise("Anu", "Calls"))
    table, line = panel_of(page).commitments.table, panel_of(page).commitments.line
    qtbot.waitUntil(lambda: len(table.rows) == 1)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert line.button.text() == "Save" and input_of(line.what).text() == "Calls"
    edit_commitment(teams, made.id, Promise("Jüri", "Calls"), seen=made.version)
    type_promise(page, "Mall", "Calls", "", qtbot)
    qtbot.waitUntil(lambda: "Somebody has changed “Calls”" in page.notice.sentence)
    assert first(teams)[0].who == "Jüri" and input_of(line.who).text() == "Mall"


def words_of(page: AfterPage) -> list[str]:
    """What stands on the feedback card under its title."""
    return [label.text() for label in panel_of(page).feedback.findChildren(Label)][1:]


def test_another_team_shows_its_own_and_begins_the_line_anew(page: AfterPage, teams: Event, qtbot: QtBot) -> None:
    assert words_of(page) == ["1 more is not released yet."]
    release_notes(teams, [note for team in feedback(teams) for note in team.notes])
    qtbot.waitUntil(lambda: words_of(page) == ["A juror", "Begin with one village."])
    input_of(panel_of(page).commitments.line.who).setText("Anu")
    panel_of(page).table.choose(panel_of(page).table.rows[1].team_id)
    assert panel_of(page).commitments.title.text() == "School"
    assert input_of(panel_of(page).commitments.line.who).text() == ""
    assert any("Nobody has written to this team" in text for text in words_of(page))


def test_the_button_leads_to_the_feedback_sheets(page: AfterPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.wants) as wanted:
        qtbot.mouseClick(panel_of(page).feedback.print_button, Qt.MouseButton.LeftButton)
    assert wanted.args == ["documents", "feedback"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1.12.2026", date(2026, 12, 1)), ("1/12/2026", date(2026, 12, 1)), ("2026-12-01", date(2026, 12, 1)),
        ("1.12", date(2026, 12, 1)), ("15.1.", date(2027, 1, 15)), ("  ", None),
    ],
)  # fmt: skip
def test_a_day_without_a_year_is_the_next_one(typed: str, day: date | None) -> None:
    assert typed_day(typed, date(2026, 11, 15)) == day
    assert typed_day(shown_day(day), date(2020, 1, 1)) == day


@pytest.mark.parametrize("typed", ["soon", "31.2.", "1.13.2026", "12"])
def test_no_day_is_guessed(typed: str) -> None:
    with pytest.raises(HackDeskError, match="is not a day"):
        typed_day(typed, date(2026, 11, 15))
