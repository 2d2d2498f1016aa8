"""Ballots on paper: both layouts with their codes, who does not judge, and spare sheets; read back."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from uuid import uuid4

import pypdfium2
import pytest
import zxingcpp
from builders import STRANGE_NAME

from hackdesk.documents.ballot_papers import ballots_in_rows_of, ballots_of, spare_ballots_of
from hackdesk.documents.kinds import print_kind, standings
from hackdesk.documents.rules import BallotPage, BallotRow, BallotsInRows, NothingToPrint
from hackdesk.documents.score_rows import print_ballots_in_rows
from hackdesk.event.store import Event
from hackdesk.jury.actions import add_juror
from hackdesk.jury.paper_queries import jury_now
from hackdesk.jury.rules import Criterion, Juror
from hackdesk.teams.tables import TeamRow


def codes_of(path: Path) -> list[str]:
    """The code on each page, as a scanner reads it from a print of 150 dots an inch in black and white."""
    with closing(pypdfium2.PdfDocument(path)) as document:
        pictures = [page.render(scale=150 / 72, grayscale=True).to_pil() for page in document]
    return [one.text for picture in pictures for one in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("kind", ["ballots", "ballot_rows"])
def test_every_sheet_carries_the_code_that_leads_to_its_juror_and_teams(
    whole_event: Event, tmp_path: Path, pages, kind: str
) -> None:
    printed = print_kind(whole_event, kind, tmp_path / "b.pdf", "en")
    read, codes = pages(printed.path), codes_of(printed.path)
    assert len(codes) == printed.pages
    now = jury_now(whole_event)
    jurors = {juror.id: juror.name for juror in now.progress.judging.jurors}
    names = {team.id: team.name for team in now.progress.judging.teams}
    for page, code in zip(read, codes, strict=True):
        found = now.book.find(code)
        assert not found.older_criteria and not found.older_order
        assert f"{code[:3]} {code[3:]}" in page.text
        assert jurors[found.paper.juror_id] in page.text
        assert all(names[team] in page.text for team in found.paper.teams)
        assert page.outside == ()


def test_a_team_that_a_juror_does_not_judge_stands_in_its_row_with_the_reason(
    whole_event: Event, tmp_path: Path, pages
) -> None:
    printed = print_kind(whole_event, "ballot_rows", tmp_path / "b.pdf", "en")
    eve, janis = pages(printed.path)
    assert "Eve" in eve.text and "does not judge" not in eve.text
    assert "Jānis" in janis.text and "does not judge: sama küla" in janis.text and "Ühine aed" in janis.text


def test_a_juror_who_is_not_here_has_no_page(whole_event: Event) -> None:
    add_juror(whole_event, Juror(uuid4(), "Ants", state="absent"))
    assert [page.juror for page in ballots_in_rows_of(whole_event).pages] == ["Eve", "Jānis"]
    assert "Ants" not in {one.juror for one in ballots_of(whole_event).ballots}


def test_more_teams_than_a_page_holds_go_on_a_second_page_with_its_own_code(whole_event: Event) -> None:
    with whole_event.change("teams") as session:
        session.add_all(TeamRow(name=f"Team {number}", position=number + 10) for number in range(12))
    pages = ballots_in_rows_of(whole_event).pages
    assert [(page.juror, page.page, page.of, len(page.rows)) for page in pages] == [
        ("Eve", 1, 2, 12), ("Eve", 2, 2, 2), ("Jānis", 1, 2, 12), ("Jānis", 2, 2, 2),
    ]  # fmt: skip
    assert len({page.code for page in pages}) == 4


def test_twelve_teams_with_long_names_and_six_criteria_stay_on_the_page(
    tmp_path: Path, printer, masthead, pages
) -> None:
    rows = tuple(BallotRow(number, f"{number} {STRANGE_NAME}") for number in range(1, 13))
    aside = replace(rows[5], aside="recused", reason=STRANGE_NAME)
    criteria = tuple(Criterion(uuid4(), f"{number} {STRANGE_NAME}", highest=Fraction(10)) for number in range(6))
    page = BallotPage(STRANGE_NAME, (*rows[:5], aside, *rows[6:]), 1, 2, "EMGWRHC")
    ballots = BallotsInRows(masthead, criteria, (page,))
    (read,) = pages(print_ballots_in_rows(ballots, "en", printer, tmp_path / "b.pdf").path)
    assert read.outside == ()
    assert all(f"{number} Tsõõriq" in read.text for number in range(1, 13))


def test_spare_sheets_have_lines_for_the_names_and_no_code(whole_event: Event, tmp_path: Path, pages) -> None:
    printed = print_kind(whole_event, "spare_ballots", tmp_path / "s.pdf", "en")
    one, in_rows = pages(printed.path)
    assert codes_of(printed.path) == []
    assert all(word in one.text for word in ("Team", "Juror", "Value", "Newness", "1 2 3 4 5"))
    assert all(word in in_rows.text for word in ("Juror", "Value", "Newness", "1–5", "Signature of the juror"))
    assert "Eve" not in one.text + in_rows.text and "Külabuss" not in one.text + in_rows.text
    assert one.outside == in_rows.outside == ()


def test_papers_say_that_the_order_is_not_drawn(whole_event: Event) -> None:
    concerns = {one.name: one.concern for one in standings(whole_event)}
    assert concerns["ballots"] == concerns["ballot_rows"] == "The order of pitches is not drawn yet."
    assert concerns["spare_ballots"] == ""


@pytest.mark.parametrize("gather", [ballots_of, ballots_in_rows_of, spare_ballots_of])
def test_without_criteria_there_is_nothing_to_print(empty_event: Event, gather) -> None:
    with pytest.raises(NothingToPrint) as refusal:
        gather(empty_event)
    assert refusal.value.values["where"] == "prepare"
