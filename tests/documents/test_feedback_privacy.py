"""Feedback sheets never say who wrote what, unless the writer wished it and the chair released it so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import select

from hackdesk.agenda.tables import MentorVisitRow
from hackdesk.documents.kinds import print_all, print_kind
from hackdesk.event.store import Event
from hackdesk.jury.actions import release_note, release_notes
from hackdesk.jury.feedback import Note
from hackdesk.jury.feedback_queries import feedback
from hackdesk.jury.tables import BallotRow

WRITERS = ("Eve", "Jānis", "Saarniit")


def notes(event: Event) -> list[Note]:
    return [note for team in feedback(event) for note in team.notes]


def write(event: Event) -> None:
    """Both jurors and the mentor write to the teams; Jānis wishes to be named."""
    with event.change("write") as session:
        for number, row in enumerate(session.scalars(select(BallotRow).order_by(BallotRow.id))):
            if row.state == "complete":
                row.note = f"Sõnum {number} žüriilt"
                row.signed = True
        for number, visit in enumerate(session.scalars(select(MentorVisitRow))):
            visit.note = f"Sõnum {number} mentorilt"


def text_of(pages: Any, path: Path) -> str:
    return " ".join(page.text for page in pages(path))


def test_a_sheet_names_no_juror_and_no_mentor(whole_event: Event, tmp_path: Path, pages: Any) -> None:
    write(whole_event)
    release_notes(whole_event, notes(whole_event))
    said = text_of(pages, print_kind(whole_event, "feedback", tmp_path / "f.pdf", "en").path)
    assert said.count("žüriilt") == 3 and said.count("mentorilt") == 2
    assert "From the jury" in said and "From the mentors" in said
    assert [name for name in WRITERS if name in said] == []


def test_a_name_stands_under_the_words_that_were_released_with_it_only(
    whole_event: Event, tmp_path: Path, pages: Any
) -> None:
    write(whole_event)
    named = next(note for note in notes(whole_event) if note.writer == "Jānis")
    release_note(whole_event, named, named=True)
    release_notes(whole_event, [replace(note) for note in notes(whole_event)])
    said = text_of(pages, print_kind(whole_event, "feedback", tmp_path / "f.pdf", "en").path)
    assert said.count("Jānis") == 1 and f"{named.text} – Jānis" in said
    assert "Eve" not in said and "Saarniit" not in said


def test_what_is_not_released_is_on_no_paper(whole_event: Event, tmp_path: Path, pages: Any) -> None:
    write(whole_event)
    for printed in print_all(whole_event, tmp_path, "en"):
        assert "Sõnum" not in text_of(pages, printed.path), printed.path.name
