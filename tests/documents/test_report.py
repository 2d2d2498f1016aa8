"""The funder's report as a PDF: what stands on it, what does not, and how many pages it has."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from builders import STRANGE_NAME, FakeClock, a_full_board, an_empty_event
from pypdf import PdfReader

from hackdesk.documents.drawing import draw
from hackdesk.documents.fonts import NoGlyph
from hackdesk.documents.kinds import print_kind, standings
from hackdesk.documents.report_of import report_of, whole_report
from hackdesk.documents.report_values import HEADINGS
from hackdesk.documents.rules import PrinterProfile
from hackdesk.event.settings import change_settings, settings_of
from hackdesk.event.store import Event
from hackdesk.follow_up.actions import add_form, take_promises
from hackdesk.follow_up.forms import Answer
from hackdesk.jury import actions as jury
from hackdesk.people.queries import people
from hackdesk.teams.queries import board

Pages = Callable[[Path], list[Any]]


def text_of(pages: Pages, path: Path) -> str:
    return " ".join(page.text for page in pages(path))


def printed(event: Event, folder: Path, tag: str = "en") -> Path:
    return print_kind(event, "report", folder / "report.pdf", tag).path


def test_the_report_says_who_came_what_was_given_and_what_was_promised(
    whole_event: Event, tmp_path: Path, pages: Pages
) -> None:
    jury.seal_results(whole_event)
    take_promises(whole_event)
    said = text_of(pages, printed(whole_event, tmp_path))
    for words in (
        "4 people came", "2 teams", "2 jurors 3 ballots", "1 award given", "1 commitment", "1 partner's promise",
        "Main prize Rõuge vald Külabuss", "1. Külabuss", "Attendance sheet for 14 November 2026",
        "0 of 3 people (0 %)", "open: 1",
    ):  # fmt: skip
        assert words in said, words
    report = report_of(whole_event)
    assert report.revision == 1
    assert [line.name for line in report.teams] == [team.name for team in board(whole_event).teams]


def test_places_are_told_only_as_signed_and_published(whole_event: Event, tmp_path: Path, pages: Pages) -> None:
    assert not report_of(whole_event).jury.places
    assert "not signed" in text_of(pages, printed(whole_event, tmp_path))
    jury.publish_ranking(whole_event, False)
    jury.seal_results(whole_event)
    told = report_of(whole_event).jury
    assert not told.places and told.awards and not told.published
    assert "1. Külabuss" not in text_of(pages, printed(whole_event, tmp_path))


def test_no_name_and_nothing_written_on_a_form_is_in_the_report(
    whole_event: Event, tmp_path: Path, pages: Pages
) -> None:
    for _form in range(6):
        add_form(whole_event, Answer("community", {"met": 5}, {"better": "Mall was unfair"}))
    said = text_of(pages, printed(whole_event, tmp_path))
    assert "6 people" in said and "unfair" not in said
    assert not any(person.name in said for person in people(whole_event))


def test_what_fewer_than_five_said_is_not_shown(whole_event: Event, tmp_path: Path, pages: Pages) -> None:
    for _form in range(4):
        add_form(whole_event, Answer("community", {"met": 5}))
    report = report_of(whole_event)
    assert report.voice.forms == 4 and not report.voice.questions
    assert "Fewer than five forms are not shown" in text_of(pages, printed(whole_event, tmp_path))


def test_a_text_that_is_missing_leaves_a_hint_and_one_that_is_there_does_not(
    whole_event: Event, tmp_path: Path, pages: Pages
) -> None:
    texts = {"goals": "To bring\npeople together"}
    change_settings(whole_event, replace(settings_of(whole_event), funder_report=texts))
    said = text_of(pages, printed(whole_event, tmp_path))
    assert "To bring people together" in said
    hints = {name: hint in said for name, (_heading, hint) in HEADINGS.items()}
    assert hints == {"goals": False, "done": True, "learnt": True, "follows": True}


def test_what_is_missing_is_said_before_it_is_handed_in(whole_event: Event) -> None:
    gaps = [gap.sentence for gap in report_of(whole_event).gaps]
    assert "No feedback forms yet." in gaps and "The results are not signed yet." in gaps
    standing = next(one for one in standings(whole_event) if one.name == "report")
    assert standing.concern == "Something is missing still: see After, Report." and not standing.private


@pytest.mark.parametrize(("crowd", "teams", "most"), [(100, 10, 6), (240, 20, 7)])
def test_a_usual_event_with_long_texts_has_at_most_six_pages(
    tmp_path: Path, crowd: int, teams: int, most: int, pages: Pages
) -> None:
    with closing(an_empty_event(tmp_path, clock=FakeClock())) as event:
        a_full_board(event, crowd, teams)
        text = "Teemad kogusime kevadel omavalitsustest ja küladest, igal teemal on omanik. " * 30
        change_settings(event, replace(settings_of(event), funder_report=dict.fromkeys(HEADINGS, text)))
        for number in range(60):
            add_form(event, Answer(("community", "youth", "expert")[number % 3], {"met": 4, "again": 5}))
        found = pages(printed(event, tmp_path, "et"))
    assert 4 <= len(found) <= most
    assert not any(page.outside for page in found)


def test_an_event_with_nothing_in_it_is_drawn_too(empty_event: Event, tmp_path: Path, pages: Pages) -> None:
    made = draw("report", whole_report(empty_event), "en", PrinterProfile(), tmp_path / "r.pdf")
    said = text_of(pages, made.path)
    assert "Nobody has checked in yet." in said and "There are no teams yet." in said


def test_the_strangest_names_stay_on_the_page(whole_event: Event, tmp_path: Path, pages: Pages) -> None:
    long = f"{STRANGE_NAME} {STRANGE_NAME}"
    named = replace(settings_of(whole_event), name=long, organiser=long, place=long)
    change_settings(whole_event, named)
    found = pages(printed(whole_event, tmp_path, "et"))
    assert not any(page.outside for page in found)
    assert STRANGE_NAME[:30] in found[0].text


def test_a_sign_that_no_font_has_stops_the_report_before_it_is_written(whole_event: Event, tmp_path: Path) -> None:
    change_settings(whole_event, replace(settings_of(whole_event), funder_report={"goals": "𓀀"}))
    with pytest.raises(NoGlyph):
        printed(whole_event, tmp_path)
    assert not list(tmp_path.glob("*.pdf"))


def test_the_report_says_its_title_and_its_language(whole_event: Event, tmp_path: Path) -> None:
    read = PdfReader(printed(whole_event, tmp_path, "et"))
    assert read.trailer["/Root"]["/Lang"] == "et" and read.metadata is not None
    assert read.metadata.title == "Aruanne – Vastseliina"
    used = [page["/Resources"]["/Font"].get_object() for page in read.pages]
    fonts = {font["/BaseFont"] for one in used for font in one.values()}
    assert fonts and all("+NotoSans" in name for name in fonts)  # part of the font, and in the file
