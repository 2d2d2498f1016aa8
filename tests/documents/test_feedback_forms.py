"""The feedback form on paper: twice on a page, in the event's own words; and the days on the follow-up sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from builders import STRANGE_NAME

from hackdesk.documents.drawing import draw
from hackdesk.documents.form_paper import FeedbackForms
from hackdesk.documents.form_paper_of import feedback_forms_of
from hackdesk.documents.kinds import print_kind
from hackdesk.documents.rules import PrinterProfile
from hackdesk.event.store import Event
from hackdesk.follow_up.actions import plan_contacts, word_questions

Pages = Callable[[Path], list]


def drawn(paper: FeedbackForms, folder: Path, tag: str) -> Path:
    return draw("feedback_forms", paper, tag, PrinterProfile(), folder / "forms.pdf").path


@pytest.mark.parametrize(("tag", "question"), [("et", "Tuleksin uuesti."), ("en", "I would come again.")])
def test_the_form_stands_twice_on_one_page_in_its_language(
    whole_event: Event, tmp_path: Path, pages: Pages, tag: str, question: str
) -> None:
    (page,) = pages(drawn(feedback_forms_of(whole_event), tmp_path, tag))
    assert page.size[0] > page.size[1] and page.outside == ()
    assert page.text.count("1 2 3 4 5") == 8
    assert page.text.count(question) == 2


def test_the_events_own_questions_are_whole_however_long_they_are(
    whole_event: Event, tmp_path: Path, pages: Pages
) -> None:
    long = f"{STRANGE_NAME}, and whether anybody would want this once more in a year from now"
    word_questions(whole_event, {"met": long, "better": long})
    paper = feedback_forms_of(whole_event)
    many = replace(paper, groups=tuple(f"A group with a long name, number {number}" for number in range(9)))
    (page,) = pages(drawn(many, tmp_path, "et"))
    assert page.outside == () and page.text.replace("- ", "-").count(" ".join(long.split())) == 4
    assert all(page.text.count(f"number {number}") == 2 for number in range(9))


def test_without_groups_nothing_is_asked_to_be_ticked(whole_event: Event, tmp_path: Path, pages: Pages) -> None:
    paper = feedback_forms_of(whole_event)
    assert "I am here as" in pages(drawn(paper, tmp_path, "en"))[0].text
    assert "I am here as" not in pages(drawn(replace(paper, groups=()), tmp_path, "en"))[0].text


def test_the_follow_up_sheet_tells_on_which_days_the_team_is_asked(
    whole_event: Event, tmp_path: Path, pages: Pages
) -> None:
    path = print_kind(whole_event, "commitments", tmp_path / "first.pdf", "en").path
    assert "We ask you on" not in pages(path)[0].text
    plan_contacts(whole_event)
    path = print_kind(whole_event, "commitments", tmp_path / "second.pdf", "en").path
    for page in pages(path):
        assert "We ask you on 15 December 2026, 15 February 2027, and 15 May 2027 how it goes." in page.text
