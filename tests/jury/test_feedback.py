"""The chair releases words: mended without touching the original, named only as wished, told when it changed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from hackdesk.agenda.actions import add_mentor, add_round, add_visit
from hackdesk.agenda.mentoring import MentorDraft, RoundDraft, Seat
from hackdesk.agenda.tables import MentorVisitRow
from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.jury import actions
from hackdesk.jury.feedback import JUROR, MENTOR, Note, released_words, trimmed
from hackdesk.jury.feedback_queries import feedback
from hackdesk.jury.tables import BallotRow


@pytest.fixture
def written(judged: Any) -> Event:
    """Mall and Jaan wrote to the Bus, Jaan wishes to be named; a mentor wrote to it too."""
    event: Event = judged.event
    bus = judged.team("Bus")
    now = event.clock.utc_now()
    mentor = add_mentor(event, MentorDraft("Ülle Saarniit", None, ("law",)))
    meeting = add_round(event, RoundDraft("Mentors", now, now + timedelta(hours=1)))
    add_visit(event, bus.id, Seat(meeting.id, mentor.id, meeting.slots[0].starts_at))
    with event.change("write") as session:
        for name, note in (("Mall", "Begin  with one vilage."), ("Jaan", "Ask the drivers.")):
            ids = {"juror_id": judged.juror(name).id, "team_id": bus.id}
            row = session.scalars(select(BallotRow).filter_by(**ids)).one()
            row.note, row.signed = note, name == "Jaan"
        session.scalars(select(MentorVisitRow)).one().note = "Look at the contract."
    return event


def notes(event: Event) -> dict[str, Note]:
    return {note.writer: note for team in feedback(event) if team.team == "Bus" for note in team.notes}


def test_everything_that_was_written_waits_until_the_chair_releases_it(written: Event) -> None:
    bus = next(team for team in feedback(written) if team.team == "Bus")
    assert [(note.source, note.writer) for note in bus.notes] == [
        (JUROR, "Mall"), (JUROR, "Jaan"), (MENTOR, "Ülle Saarniit"),
    ]  # fmt: skip
    assert len(bus.waiting) == 3 and released_words(bus.notes, JUROR) == ()
    assert actions.release_notes(written, bus.notes) == 3
    bus = next(team for team in feedback(written) if team.team == "Bus")
    assert released_words(bus.notes, JUROR) == (("Begin with one vilage.", ""), ("Ask the drivers.", ""))
    assert not any(note.edited or note.changed for note in bus.notes)
    assert released_words(bus.notes, MENTOR) == (("Look at the contract.", ""),)
    undo(written)
    assert len(notes(written)["Mall"].text) > 0 and notes(written)["Mall"].released is None


def test_mended_words_go_to_the_team_and_the_original_stays(written: Event) -> None:
    mall = notes(written)["Mall"]
    actions.release_note(written, mall, "Begin with one village.")
    now = notes(written)["Mall"]
    assert now.edited and not now.changed and now.text == mall.text
    assert now.released is not None and now.released.text == "Begin with one village."
    actions.release_note(written, now, "Begin with one village, then two.")
    assert released_words([notes(written)["Mall"]], JUROR) == (("Begin with one village, then two.", ""),)
    undo(written)
    assert released_words([notes(written)["Mall"]], JUROR) == (("Begin with one village.", ""),)
    actions.take_back_note(written, now.source, now.source_id)
    assert notes(written)["Mall"].released is None and notes(written)["Mall"].text == mall.text


def test_a_name_goes_with_the_words_only_where_it_is_wished_and_as_long(written: Event) -> None:
    with pytest.raises(HackDeskError, match="did not wish to be named"):
        actions.release_note(written, notes(written)["Mall"], named=True)
    with pytest.raises(HackDeskError, match="did not wish to be named"):
        actions.release_note(written, notes(written)["Ülle Saarniit"], named=True)
    actions.release_note(written, notes(written)["Jaan"], named=True)
    assert notes(written)["Jaan"].name == "Jaan"
    with written.change("not any more") as session:
        session.get_one(BallotRow, notes(written)["Jaan"].source_id).signed = False
    assert notes(written)["Jaan"].name == ""


def test_what_its_writer_changes_after_the_release_is_told_and_not_given(written: Event) -> None:
    actions.release_note(written, notes(written)["Mall"])
    with written.change("write again") as session:
        session.get_one(BallotRow, notes(written)["Mall"].source_id).note = "Begin with two villages."
    changed = notes(written)["Mall"]
    assert changed.changed and released_words([changed], JUROR) == (("Begin with one vilage.", ""),)
    actions.release_note(written, changed)
    assert released_words([notes(written)["Mall"]], JUROR) == (("Begin with two villages.", ""),)
    assert not notes(written)["Mall"].changed


def test_nothing_is_released_that_the_chair_has_not_read(written: Event) -> None:
    read = notes(written)["Mall"]
    with written.change("write again") as session:
        session.get_one(BallotRow, read.source_id).note = "Something else."
    with pytest.raises(Stale):
        actions.release_note(written, read)
    with pytest.raises(Stale):
        actions.release_notes(written, [notes(written)["Jaan"], read])
    assert all(note.released is None for note in notes(written).values())
    with pytest.raises(HackDeskError, match="no words"):
        actions.release_note(written, notes(written)["Mall"], "  ")


def test_words_are_released_after_the_results_are_signed_too(written: Event) -> None:
    actions.seal_results(written)
    actions.release_note(written, notes(written)["Mall"])
    assert notes(written)["Mall"].released is not None


def test_words_keep_their_paragraphs() -> None:
    assert trimmed("\n  One  two \n\n\n three\n") == "One two\n\nthree"
