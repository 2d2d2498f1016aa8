"""Badges, attendance sheets, ballots and team sheets, read back from the PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from uuid import uuid4

import pytest

from hackdesk.documents.attendance import print_attendance
from hackdesk.documents.badges import print_badges
from hackdesk.documents.feedback import print_commitments, print_feedback
from hackdesk.documents.rules import (
    Attendance,
    AttendanceDay,
    Attendee,
    Ballots,
    BlankBallot,
    CommitmentLine,
    TeamNote,
    TeamSheet,
    TeamSheets,
)
from hackdesk.documents.score_sheets import print_ballots
from hackdesk.jury.rules import Criterion


def test_a_scanner_reads_the_code_of_every_badge(tmp_path, printer, strange_badges, scanned) -> None:
    printed = print_badges(strange_badges, "et", printer, tmp_path / "badges.pdf")
    assert sorted(scanned(printed.path)) == ["A2B3C4D", "K7M2QXR"]


def test_a_badge_says_event_organisation_group_and_languages(tmp_path, printer, strange_badges, pages) -> None:
    printed = print_badges(strange_badges, "et", printer, tmp_path / "badges.pdf")
    (page,) = pages(printed.path)
    for text in ("Vastseliina Loometalgud 2026", "Rõuge vald", "Public servant", "ET · VRO", "K7M2QXR"):
        assert text in page.text


def test_nine_badges_take_two_sheets(tmp_path, printer, strange_badges) -> None:
    nine = replace(strange_badges, badges=strange_badges.badges[:1] * 9)
    assert print_badges(nine, "et", printer, tmp_path / "badges.pdf").pages == 2


def attendance(masthead, count: int) -> Attendance:
    people = tuple(Attendee(f"Inimene {number}", "Rõuge vald") for number in range(count))
    return Attendance(
        masthead, (AttendanceDay(date(2026, 11, 14), people), AttendanceDay(date(2026, 11, 15), people))
    )


def test_each_day_has_the_funders_header_its_date_and_its_own_page_numbers(
    tmp_path, printer, masthead, pages
) -> None:
    printed = print_attendance(attendance(masthead, 40), "en", printer, tmp_path / "a.pdf")
    read = pages(printed.path)
    assert all("Projekt 2021-2027.4.07.23-0001" in page.text for page in read)
    assert ["Saturday, 14 November" in page.text for page in read] == [True, True, True, False, False, False]
    assert [page.text[-11:] for page in read] == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"] * 2


@pytest.mark.parametrize("count", [0, 1, 11, 12, 13, 23, 24, 25, 35, 36, 94])
def test_everybody_has_a_row_and_eight_walk_ins_fit(tmp_path, printer, masthead, pages, count) -> None:
    printed = print_attendance(attendance(masthead, count), "en", printer, tmp_path / "a.pdf")
    read = pages(printed.path)[: printed.pages // 2]
    text = " ".join(page.text for page in read)
    assert all(f"Inimene {number} " in text for number in range(count))
    assert f" {count + 8} " in text
    assert text.count("Confirmed by") == 1
    assert all(page.outside == () for page in read)


def test_a_ballot_has_criteria_shares_boxes_and_room_for_a_recusal(tmp_path, printer, masthead, pages) -> None:
    criteria = (
        Criterion(uuid4(), "Value", "Does it help?", "unclear", "users helped", weight=Fraction(30)),
        Criterion(uuid4(), "Newness", lowest=Fraction(0), highest=Fraction(100), weight=Fraction(60)),
    )
    ballots = (BlankBallot("Mall", "Külabuss", "Kuidas arsti juurde?", 1, 2), BlankBallot("Mall", "Aed", "", 2, 2))
    printed = print_ballots(Ballots(masthead, criteria, ballots), "en", printer, tmp_path / "b.pdf")
    first, second = pages(printed.path)
    said = ("Külabuss", "Kuidas arsti juurde?", "Pitch 1 of 2", "Mall", "33.3 %", "66.7 %", "Does it help?")
    blank = ("unclear", "1 2 3 4 5", "0–100", "I do not judge this team", "Signature of the juror")
    assert [text for text in said + blank if text not in first.text] == []
    assert "Aed" in second.text
    assert "Pitch 2 of 2" in second.text


def test_feedback_shows_notes_without_jurors_and_spells_out_a_picture(tmp_path, printer, masthead, pages) -> None:
    line = CommitmentLine("Ants", "helistab valda", date(2026, 12, 1), "Rõuge vald")
    jurors, mentors = (TeamNote("Väga hea 👏"),), (TeamNote("Leidke rahastaja", "Ülle"),)
    team = TeamSheet("Külabuss", "", ("Ants", "Mall"), jurors, mentors, ("Peaauhind",), (line,))
    printed = print_feedback(TeamSheets(masthead, (team,)), "en", printer, tmp_path / "f.pdf")
    (page,) = pages(printed.path)
    for text in ("Külabuss", "From the jury Väga hea [clapping hands sign]",
                 "From the mentors Leidke rahastaja – Ülle", "Peaauhind", "helistab valda",
                 "1 Dec 2026"):  # fmt: skip
        assert text in page.text


def test_a_long_note_runs_on_to_the_next_page_and_is_whole(tmp_path, printer, masthead, pages) -> None:
    words = [f"sõna{number}" for number in range(1500)]
    sheets = TeamSheets(masthead, (TeamSheet("Külabuss", jurors=(TeamNote(" ".join(words)),)), TeamSheet("Aed")))
    printed = print_feedback(sheets, "en", printer, tmp_path / "f.pdf")
    read = pages(printed.path)
    found = [word for page in read for word in page.text.split() if word.startswith("sõna")]
    assert found == words
    assert [page.text.endswith("Page 1 of 1") for page in read][-1]
    assert all(page.outside == () for page in read)


def test_a_follow_up_sheet_has_what_is_promised_and_lines_to_write_on(tmp_path, printer, masthead, pages) -> None:
    sheets = TeamSheets(masthead, (TeamSheet("Külabuss", commitments=(CommitmentLine("Ants", "helistab"),)),))
    printed = print_commitments(sheets, "en", printer, tmp_path / "c.pdf")
    (page,) = pages(printed.path)
    assert all(text in page.text for text in ("Ants", "helistab", "By when", "With whose help"))
