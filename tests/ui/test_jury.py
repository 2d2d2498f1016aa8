"""The Jury page: progress, one ballot with the keyboard, paper sheets typed in one go."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from uuid import uuid4

import pytest
from builders import STRANGE_NAME
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk.event.store import Event
from hackdesk.jury import actions, queries
from hackdesk.jury.rules import Ballot, BallotState, Criterion, Juror, NotCounted, Sheet
from hackdesk.language import language
from hackdesk.teams.tables import TeamRow
from ui.desk import Desk
from ui.pages.jury.page import JuryPage
from ui.widgets.empty_state import EmptyState

Key = Qt.Key


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[JuryPage]:
    made = JuryPage(desk)
    with shown(made, event, qtbot):
        qtbot.waitUntil(lambda: desk.waiting == 0)
        yield made


@pytest.fixture
def judging(event: Event) -> Event:
    """Two criteria 1–5, two jurors, three teams; one of each has a long name."""
    with event.change("fill") as session:
        names = ("Bus", "Care", STRANGE_NAME)
        session.add_all(TeamRow(name=name, position=number) for number, name in enumerate(names))
        criteria = [Criterion(uuid4(), name) for name in ("Value", "Newness")]
        actions.add_criteria(session, criteria, language("en"))
    for name in ("Mall", "Jaan"):
        actions.add_juror(event, Juror(uuid4(), name))
    return event


def ballot(event: Event, juror: str = "Mall", team: str = "Bus") -> Ballot:
    """The ballot on disk."""
    progress = queries.progress(event)
    jurors = {one.name: one.id for one in progress.judging.jurors}
    teams = {one.name: one.id for one in progress.judging.teams}
    return progress.ballot(jurors[juror], teams[team])


def marks(event: Event, juror: str = "Mall", team: str = "Bus") -> list[int]:
    found = ballot(event, juror, team).marks
    return [int(found[one.id]) for one in queries.criteria(event) if one.id in found]


def open_ballot(page: JuryPage, desk: Desk, qtbot: QtBot, team: int = 0, juror: int = 0) -> None:
    matrix = page.ballots.progress_view.matrix
    matrix.setCurrentIndex(matrix.model().index(team, juror + 1))
    qtbot.keyClick(matrix, Key.Key_Return)
    qtbot.waitUntil(lambda: desk.waiting == 0)


def type_key(qtbot: QtBot, key: Key | str) -> None:
    """Press a key where the keyboard is."""
    where = QApplication.focusWidget()
    assert where is not None
    if isinstance(key, str):
        qtbot.keyClicks(where, key)
    else:
        qtbot.keyClick(where, key)


def said(page: JuryPage) -> str:
    return page.ballots.form.saved.text


def test_without_criteria_teams_or_jurors_the_page_says_the_next_step(
    page: JuryPage, event: Event, desk: Desk, qtbot: QtBot
) -> None:
    state = page.findChild(EmptyState)
    assert state is not None and state.button.text() == "Go to Prepare"
    with qtbot.waitSignal(page.wants) as wanted:
        state.button.click()
    assert wanted.args == ["prepare", "criteria"]


def test_a_juror_is_added_where_there_is_none(page: JuryPage, event: Event, desk: Desk, qtbot: QtBot) -> None:
    with event.change("fill") as session:
        session.add(TeamRow(name="Bus"))
        actions.add_criteria(session, [Criterion(uuid4(), "Value")], language("en"))
    qtbot.waitUntil(lambda: bool(page.ballots._empty.findChildren(QLineEdit)))
    name = page.ballots._empty.findChildren(QLineEdit)[0]
    name.setText("Mall Kõpp")
    qtbot.keyClick(name, Key.Key_Return)
    qtbot.waitUntil(lambda: [juror.name for juror in queries.jurors(event)] == ["Mall Kõpp"])
    qtbot.waitUntil(lambda: page.ballots.progress_view.isVisible())


def test_every_pair_shows_a_sign_and_a_word(judging: Event, page: JuryPage, desk: Desk, qtbot: QtBot) -> None:
    first = ballot(judging)
    actions.set_ballot_state(
        judging, first.juror_id, first.team_id, NotCounted(BallotState.RECUSED, "family"), seen=0
    )
    model = page.ballots.progress_view.matrix.model()
    qtbot.waitUntil(lambda: model.index(0, 1).data() == "recused")
    words = [model.index(0, 1).data(), model.index(1, 1).data(), model.index(0, 2).data()]
    assert words == ["recused", "missing", "missing"]
    assert "family" in model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert STRANGE_NAME in model.index(2, 0).data()


def test_a_ballot_is_given_with_the_keyboard_alone_and_the_next_one_follows(
    judging: Event, page: JuryPage, desk: Desk, qtbot: QtBot
) -> None:
    open_ballot(page, desk, qtbot)
    type_key(qtbot, "4")
    qtbot.waitUntil(lambda: marks(judging) == [4])
    assert ballot(judging).state is BallotState.OPEN
    for _press in range(3):
        type_key(qtbot, Key.Key_Right)
    qtbot.waitUntil(lambda: marks(judging) == [4, 3])
    type_key(qtbot, Key.Key_Return)
    assert QApplication.focusWidget() is page.ballots.form.hand_in_button
    page.ballots.form.hand_in_button.click()
    qtbot.waitUntil(lambda: ballot(judging).state is BallotState.COMPLETE)
    qtbot.waitUntil(lambda: page.toast.text == "Handed in: Mall – Bus")
    qtbot.waitUntil(lambda: page.ballots.form._team_name.text() == "Care")


def test_marks_are_given_with_large_buttons_too(judging: Event, page: JuryPage, desk: Desk, qtbot: QtBot) -> None:
    open_ballot(page, desk, qtbot)
    buttons = [one for one in page.ballots.form.findChildren(QPushButton) if one.accessibleName() == "Newness: 5"]
    buttons[0].click()
    qtbot.waitUntil(lambda: marks(judging) == [5])
    qtbot.waitUntil(lambda: said(page).startswith("Saved"))


def test_handing_in_goes_to_the_criterion_that_has_no_mark(
    judging: Event, page: JuryPage, desk: Desk, qtbot: QtBot
) -> None:
    open_ballot(page, desk, qtbot)
    type_key(qtbot, "4")
    page.ballots.form.hand_in()
    where = QApplication.focusWidget()
    assert where is not None and where.accessibleName().startswith("Newness")
    assert ballot(judging).state is BallotState.OPEN


def test_a_digit_outside_the_range_is_refused_in_its_place(
    judging: Event, page: JuryPage, desk: Desk, qtbot: QtBot
) -> None:
    open_ballot(page, desk, qtbot)
    type_key(qtbot, "7")
    card = page.ballots.form.criteria._cards[0]
    assert card._error.text() == "7 is not between 1 and 5 for “Value”."
    assert card._error.isVisible()
    assert marks(judging) == []


def test_a_note_to_the_team_is_saved_while_one_writes(
    judging: Event, page: JuryPage, desk: Desk, qtbot: QtBot
) -> None:
    open_ballot(page, desk, qtbot)
    qtbot.keyClicks(page.ballots.form.side._note, "Who pays?")
    qtbot.waitUntil(lambda: ballot(judging).note == "Who pays?")


def test_a_ballot_that_is_in_is_taken_back_before_it_changes(
    judging: Event, page: JuryPage, desk: Desk, qtbot: QtBot
) -> None:
    first = ballot(judging)
    sheet = Sheet({one.id: Fraction(4) for one in queries.criteria(judging)})
    actions.hand_in_ballot(judging, first.juror_id, first.team_id, sheet, seen=0)
    qtbot.waitUntil(lambda: page.ballots.progress_view.matrix.model().index(0, 1).data() == "laptop")
    open_ballot(page, desk, qtbot)
    assert not page.ballots.form.criteria.isEnabled() and said(page).startswith("Handed in")
    page.ballots.form.take_back_button.click()
    qtbot.waitUntil(lambda: ballot(judging).state is BallotState.OPEN)
    qtbot.waitUntil(lambda: page.ballots.form.criteria.isEnabled())
    assert marks(judging) == [4, 4]


def test_a_recusal_without_a_reason_is_refused_beside_the_reason(
    judging: Event, page: JuryPage, desk: Desk, qtbot: QtBot
) -> None:
    open_ballot(page, desk, qtbot)
    page.ballots.form.set_aside_button.click()
    why = page.ballots.form.side.set_aside
    why.say_button.click()
    qtbot.waitUntil(lambda: "reason" in why._field._line.text())
    why._reason.setText("my sister's team")
    qtbot.keyClick(why._reason, Key.Key_Return)
    qtbot.waitUntil(lambda: ballot(judging).state is BallotState.RECUSED)
    qtbot.waitUntil(lambda: said(page) == "recused")
    assert page.ballots.form.saved.reason == "my sister's team"


def test_a_ballot_changed_elsewhere_is_shown_and_not_overwritten(
    judging: Event, page: JuryPage, desk: Desk, qtbot: QtBot
) -> None:
    open_ballot(page, desk, qtbot)
    first = ballot(judging)
    sheet = Sheet({queries.criteria(judging)[0].id: Fraction(2)}, note="from the phone", way="phone")
    actions.keep_marks(judging, first.juror_id, first.team_id, sheet, seen=0)
    qtbot.waitUntil(lambda: page.ballots.form.side.note == "from the phone")
    assert page.ballots.form.criteria.marks == dict(sheet.marks)


def test_signed_results_are_looked_at_and_not_changed(
    judging: Event, page: JuryPage, desk: Desk, qtbot: QtBot
) -> None:
    first = ballot(judging)
    sheet = Sheet({one.id: Fraction(4) for one in queries.criteria(judging)})
    actions.hand_in_ballot(judging, first.juror_id, first.team_id, sheet, seen=0)
    actions.seal_results(judging)
    qtbot.waitUntil(lambda: page.ballots._progress is not None and page.ballots._progress.sealed == 1)
    open_ballot(page, desk, qtbot)
    assert not page.ballots.form.take_back_button.isVisible() and not page.ballots.form.hand_in_button.isVisible()


def test_a_jurors_name_being_typed_survives_what_others_write(page: JuryPage, event: Event, qtbot: QtBot) -> None:
    with event.change("fill") as session:
        session.add(TeamRow(name="Bus", position=1))
        actions.add_criteria(session, [Criterion(uuid4(), "Value")], language("en"))
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(QLineEdit)))
    field = next(one for one in page.findChildren(QLineEdit) if one.isVisible())
    qtbot.keyClicks(field, "Mall")
    with event.change("another desk") as session:
        session.add(TeamRow(name="Care", position=2))
    qtbot.waitUntil(lambda: page.ballots._progress is not None and len(page.ballots._progress.judging.active) == 2)
    assert field.isVisible() and field.text() == "Mall"
