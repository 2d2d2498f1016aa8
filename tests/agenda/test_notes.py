"""The organisers' own notes: kept with the time, and nowhere but where they were asked for."""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path

import pytest
from builders import FakeClock, a_full_board, an_empty_event
from pypdfium2 import PdfDocument

from hackdesk.agenda import actions
from hackdesk.agenda.note_queries import notes
from hackdesk.agenda.notes import DutyDraft
from hackdesk.agenda.rules import View
from hackdesk.clock import Moment
from hackdesk.documents.drawing import draw
from hackdesk.documents.kinds import KINDS, printer_profile, standings
from hackdesk.errors import HackDeskError
from hackdesk.event.backup import back_up
from hackdesk.event.history import recent
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.language import language
from ui.projector.frames import frame
from ui.projector.showing import showing

SECRET = "Kuldnokk"  # a word that stands nowhere else


def test_a_note_is_kept_with_its_time_and_settled(event: Event, clock: FakeClock) -> None:
    first = actions.write_note(event, "  Somebody cried in the corridor ", who="Anu")
    clock.forward(minutes=1)
    actions.write_note(event, "Fire alarm was a test")
    assert first.at == clock.now - timedelta(minutes=1) and first.text == "Somebody cried in the corridor"
    actions.settle_note(event, notes(event).notes[0].id)
    assert [note.open for note in notes(event).notes] == [True, False]
    undo(event)
    assert all(note.open for note in notes(event).notes)
    with pytest.raises(HackDeskError, match="empty"):
        actions.write_note(event, "  ")


def test_who_is_on_duty_now(event: Event, clock: FakeClock) -> None:
    now = clock.now
    actions.add_duty(event, DutyDraft(now, now + timedelta(hours=2), "Anu", "5550000", "First aid"))
    actions.add_duty(event, DutyDraft(now + timedelta(hours=2), now + timedelta(hours=4), "Bert"))
    assert [duty.name for duty in notes(event).on_duty(now + timedelta(hours=1))] == ["Anu"]
    with pytest.raises(HackDeskError, match="ends before"):
        actions.add_duty(event, DutyDraft(now, now, "Cilla"))


def test_history_says_that_a_note_was_written_and_not_what(event: Event) -> None:
    actions.write_note(event, SECRET)
    assert recent(event)[0].action == "note written"
    assert SECRET not in repr(recent(event))


@pytest.fixture
def troubled(tmp_path: Path, clock: FakeClock) -> Event:
    """An event full of such notes, with everything that can be printed."""
    event = an_empty_event(tmp_path, clock=clock)
    a_full_board(event, 24, 3)
    now = clock.now
    for number in range(30):
        actions.write_note(event, f"{SECRET} {number}", who=SECRET)
    actions.add_duty(event, DutyDraft(now - timedelta(hours=1), now + timedelta(hours=9), SECRET, SECRET, SECRET))
    return event


def test_no_paper_and_no_hall_ever_shows_a_note(troubled: Event, tmp_path: Path, clock: FakeClock) -> None:
    made = 0
    for standing in standings(troubled):
        assert SECRET not in repr(standing)
        if standing.refusal is None:
            made += 1
            path = draw(standing.name, standing.values, "et", printer_profile(), tmp_path / "page.pdf").path
            pages = PdfDocument(path)
            assert all(SECRET not in page.get_textpage().get_text_range() for page in pages), standing.name
            pages.close()
            assert SECRET not in KINDS[standing.name].file_name(language("et"))
    assert made >= 8
    for view in View:
        actions.show_on_stage(troubled, view)
        shown = showing(troubled)
        assert SECRET not in repr(shown) and SECRET not in repr(frame(shown, Moment.now(clock)))


def test_neither_the_log_nor_the_name_of_a_backup_tells_of_a_note(
    troubled: Event, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        actions.write_note(troubled, SECRET)
        copy = back_up(troubled, None)
    assert SECRET not in caplog.text and SECRET not in repr(copy)
