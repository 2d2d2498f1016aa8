"""Some pages of a document, as somebody types them; they keep the numbers they have in the whole."""

from __future__ import annotations

import json
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner

from hackdesk.cli import command_line
from hackdesk.documents.certificate_queries import certificates_of
from hackdesk.documents.drawing import draw_only
from hackdesk.documents.kinds import made_ready
from hackdesk.documents.page_range import pages_in, part_of
from hackdesk.documents.queries import attendance_of
from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event


@pytest.mark.parametrize(
    ("text", "pages"),
    [("", set()), (" 3 ", {3}), ("3-5, 8", {3, 4, 5, 8}), ("2–3;7", {2, 3, 7}), ("1,1", {1})],
)
def test_pages_are_named_as_people_write_them(text: str, pages: set[int]) -> None:
    assert pages_in(text) == pages


def test_an_open_end_goes_on_to_the_last() -> None:
    assert {3, 4, 500} <= pages_in("3-")
    assert 2 not in pages_in("3-")


@pytest.mark.parametrize("text", ["0", "5-3", "three", "1-2-3", "1,,2", "-4"])
def test_what_names_no_pages_is_refused(text: str) -> None:
    with pytest.raises(HackDeskError, match="names no pages"):
        pages_in(text)


def test_only_these_pages_are_drawn_with_the_numbers_of_the_whole(
    whole_event: Event, tmp_path: Path, printer, pages
) -> None:
    values = attendance_of(whole_event)
    printed = draw_only(frozenset({2, 9}), "attendance", values, "en", printer, tmp_path / "part.pdf")
    (page,) = pages(printed.path)
    assert printed.pages == 1
    assert "15 November" in page.text
    assert pypdf.PdfReader(printed.path).trailer["/Root"]["/Lang"] == "en"


def test_the_outline_leads_only_to_pages_that_are_there(whole_event: Event, tmp_path: Path, printer) -> None:
    values = certificates_of(whole_event)
    printed = draw_only(frozenset({2}), "certificates", values, "en", printer, tmp_path / "part.pdf")
    reader = pypdf.PdfReader(printed.path)
    assert [entry.title for entry in reader.outline] == [values.certificates[1].name]
    assert len(reader.pages) == 1


def test_pages_beyond_the_end_are_refused_and_not_written(whole_event: Event, tmp_path: Path, printer) -> None:
    values = attendance_of(whole_event)
    with pytest.raises(HackDeskError, match="no such page"):
        draw_only(frozenset({40}), "attendance", values, "en", printer, tmp_path / "part.pdf")
    assert not list(tmp_path.glob("*.pdf"))


def test_only_those_on_the_pages_are_said_to_have_their_certificate(whole_event: Event) -> None:
    values = made_ready(whole_event, "certificates")
    assert [one.name for one in part_of(values, frozenset({1, 3})).certificates] == [
        values.certificates[0].name, values.certificates[2].name,
    ]  # fmt: skip
    assert part_of(values, frozenset()) is values


def test_the_verb_prints_some_pages_and_refuses_them_for_badges(whole_event: Event, tmp_path: Path) -> None:
    def run(*said: str):
        return CliRunner().invoke(command_line, ["print", str(whole_event.path), *said, "--out", str(tmp_path)])

    answered = run("attendance", "--pages", "2", "--json")
    assert json.loads(answered.stdout)["pages"] == 1
    refused = run("badges", "--pages", "1")
    assert (refused.exit_code, "not chosen by page" in refused.stderr) == (1, True)
