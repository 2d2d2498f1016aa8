"""Feedback: the chair releases words by keyboard, mends them, and the hall never sees them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shown import shown
from sqlalchemy import select

from hackdesk.agenda.actions import show_on_stage
from hackdesk.agenda.rules import View
from hackdesk.clock import Moment
from hackdesk.event.store import Event
from hackdesk.jury import actions
from hackdesk.jury.feedback import Note
from hackdesk.jury.feedback_queries import feedback
from hackdesk.jury.queries import criteria, progress
from hackdesk.jury.rules import Criterion, Juror, Sheet
from hackdesk.jury.tables import BallotRow
from hackdesk.language import language
from hackdesk.teams.tables import TeamRow
from ui.desk import Desk
from ui.pages.jury.feedback_notes import NoteBlock
from ui.pages.jury.feedback_panel import FeedbackPanel
from ui.pages.jury.page import JuryPage
from ui.projector.frames import frame
from ui.projector.layout import sheet
from ui.projector.sheet import Text
from ui.projector.showing import showing


@pytest.fixture
def written(event: Event) -> Event:
    """Two teams; Mall and Jaan wrote to the first, and Jaan wishes to be named."""
    with event.change("fill") as session:
        session.add_all(TeamRow(name=name, position=number) for number, name in enumerate(("Bus", "Care"), 1))
        actions.add_criteria(session, [Criterion(uuid4(), "Value")], language("en"))
    (value,) = criteria(event)
    bus = progress(event).judging.teams[0]
    for name, note in (("Mall", "Begin with one vilage."), ("Jaan", "Ask the drivers.")):
        juror = actions.add_juror(event, Juror(uuid4(), name))
        marks = {value.id: value.highest}
        actions.hand_in_ballot(event, juror.id, bus.id, Sheet(marks, note=note), seen=0)
    with event.change("wish") as session:
        session.scalars(select(BallotRow).filter_by(note="Ask the drivers.")).one().signed = True
    return event


@pytest.fixture
def panel(written: Event, desk: Desk, qtbot: QtBot) -> Iterator[FeedbackPanel]:
    page = JuryPage(desk)
    with shown(page, written, qtbot):
        qtbot.waitUntil(lambda: desk.waiting == 0)
        page.show_panel("feedback")
        qtbot.waitUntil(lambda: desk.waiting == 0 and page.panel is not None)
        found = page.panel
        assert isinstance(found, FeedbackPanel)
        qtbot.waitUntil(lambda: found.table.current is not None)
        yield found


def note(event: Event, writer: str) -> Note:
    return next(one for team in feedback(event) for one in team.notes if one.writer == writer)


def block(panel: FeedbackPanel, writer: str) -> NoteBlock:
    return next(one for one in panel.notes.blocks if one.note and one.note.writer == writer)


def test_enter_releases_one_note_after_the_other(written: Event, panel: FeedbackPanel, qtbot: QtBot) -> None:
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    first = block(panel, "Mall").release_button
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Return)
    second = block(panel, "Jaan").release_button
    qtbot.waitUntil(second.hasFocus)
    assert note(written, "Mall").released is not None and note(written, "Jaan").released is None
    qtbot.keyClick(second, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: note(written, "Jaan").released is not None)
    qtbot.waitUntil(lambda: panel.table.rows[0].given == panel.table.rows[0].notes)
    assert note(written, "Jaan").name == ""


def test_mended_words_are_released_and_the_original_is_seen_beside_them(
    written: Event, panel: FeedbackPanel, qtbot: QtBot
) -> None:
    mall = block(panel, "Mall")
    mall.mend_button.click()
    assert mall.form.input.toPlainText() == "Begin with one vilage."
    mall.form.input.setPlainText("  ")
    mall.form.button.click()
    qtbot.waitUntil(lambda: "no words" in mall.form.field.error)
    mall.form.input.setPlainText("Begin with one village.")
    qtbot.keyClick(mall.form.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: mall.form.isHidden() and mall.said == "The team reads: Begin with one village.")
    assert note(written, "Mall").text == "Begin with one vilage."
    panel.page.toast.undo_button.click()
    qtbot.waitUntil(lambda: note(written, "Mall").released is None and mall.said == "")


def test_what_is_being_mended_survives_what_others_write(
    written: Event, panel: FeedbackPanel, qtbot: QtBot
) -> None:
    mall = block(panel, "Mall")
    mall.mend_button.click()
    mall.form.input.setPlainText("Begin with one village.")
    with written.change("write again") as session:
        session.get_one(BallotRow, note(written, "Mall").source_id).note = "Begin with two."
    qtbot.waitUntil(lambda: mall.note is not None and mall.note.text == "Begin with two.")
    assert mall.form.isVisible() and mall.form.input.toPlainText() == "Begin with one village."


def test_a_name_is_offered_only_where_it_is_wished(written: Event, panel: FeedbackPanel, qtbot: QtBot) -> None:
    assert block(panel, "Mall").name_box.isHidden()
    jaan = block(panel, "Jaan")
    assert jaan.said == "Wishes to be named."
    jaan.name_box.click()
    jaan.release_button.click()
    qtbot.waitUntil(lambda: note(written, "Jaan").name == "Jaan" and "reads the name" in jaan.said)
    jaan.name_box.click()
    qtbot.waitUntil(lambda: note(written, "Jaan").released is not None and note(written, "Jaan").name == "")


def test_a_note_that_changed_after_its_release_is_told(
    written: Event, panel: FeedbackPanel, qtbot: QtBot
) -> None:
    panel.all_button.click()
    qtbot.waitUntil(lambda: note(written, "Jaan").released is not None)
    with written.change("write again") as session:
        session.get_one(BallotRow, note(written, "Mall").source_id).note = "Begin with two."
    mall = block(panel, "Mall")
    qtbot.waitUntil(lambda: "has changed since" in mall.said)
    assert mall.release_button.text() == "Release the new words" and not mall.release_button.isHidden()
    mall.back_button.click()
    qtbot.waitUntil(lambda: note(written, "Mall").released is None)


def test_released_words_never_reach_the_hall(written: Event) -> None:
    actions.release_notes(written, [one for team in feedback(written) for one in team.notes])
    actions.seal_results(written)
    for view in View:
        show_on_stage(written, view, message="Supper at seven")
        hall = showing(written)
        pieces = sheet(frame(hall, Moment(written.clock.utc_now() + timedelta(seconds=1))), 177.78)
        said = " ".join(line for piece in pieces if isinstance(piece, Text) for line in piece.lines)
        assert "drivers" not in said + repr(hall) and "vilage" not in said + repr(hall)


def test_an_event_without_words_says_what_will_be_here(event: Event, desk: Desk, qtbot: QtBot) -> None:
    page = JuryPage(desk)
    with shown(page, event, qtbot):
        qtbot.waitUntil(lambda: desk.waiting == 0)
        page.show_panel("feedback")
        qtbot.waitUntil(lambda: desk.waiting == 0)
        assert isinstance(page.panel, FeedbackPanel) and not page.panel.table.isVisible()
