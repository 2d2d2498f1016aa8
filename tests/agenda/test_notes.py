"""The organisers' own notes: kept with the time, and nowhere but where they were asked for."""

from __future__ import annotations

import logging
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import FakeClock
from pypdfium2 import PdfDocument

from hackdesk.agenda import actions
from hackdesk.agenda.note_queries import notes
from hackdesk.agenda.notes import DutyDraft
from hackdesk.agenda.rules import View
from hackdesk.documents.drawing import draw
from hackdesk.documents.kinds import KINDS, printer_profile, standings
from hackdesk.errors import HackDeskError
from hackdesk.event.backup import back_up
from hackdesk.event.history import recent
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.language import language
from hackdesk.rehearsal import Scale, sample_event
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
    """An event that was played to its end, full of such notes."""
    file = tmp_path / "played.hackdesk"
    sample_event(file, Scale(people=12, teams=2, jurors=2), starts_on=date(2026, 11, 14))
    event = Event.open(file, clock=clock)
    now = clock.now
    for number in range(30):
        actions.write_note(event, f"{SECRET} {number}", who=SECRET)
    actions.add_duty(event, DutyDraft(now - timedelta(hours=1), now + timedelta(hours=9), SECRET, SECRET, SECRET))
    return event


@pytest.mark.slow
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
    assert made >= len(KINDS) - 3
    for view in View:
        actions.show_on_stage(troubled, view)
        shown = showing(troubled)
        assert SECRET not in repr(shown) and SECRET not in repr(frame(shown, troubled.moment()))


def test_neither_the_log_nor_the_name_of_a_backup_tells_of_a_note(
    event: Event, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        actions.write_note(event, SECRET)
        copy = back_up(event, None)
    assert SECRET not in caplog.text and SECRET not in repr(copy)
