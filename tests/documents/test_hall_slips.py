"""Slips of the hall's vote: one code each, read back as it was printed; guests by themselves; no names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from builders import STRANGE_NAME

from hackdesk.documents.hall_paper import HallSlips
from hackdesk.documents.hall_slips import print_hall_slips
from hackdesk.documents.hall_slips_of import hall_slips_of
from hackdesk.documents.kinds import print_kind
from hackdesk.documents.rules import Masthead, NothingToPrint
from hackdesk.event.store import Event
from hackdesk.jury import hall
from hackdesk.jury.actions import open_hall, set_up_hall
from hackdesk.jury.hall_queries import hall_now, voter
from hackdesk.people.queries import people
from hackdesk.teams.actions import add_team
from hackdesk.teams.rules import TeamDraft


def test_a_scanner_reads_every_code_on_the_page_at_150_dots(
    whole_event: Event, tmp_path: Path, pages: Any, scanned: Any
) -> None:
    printed = print_kind(whole_event, "hall_slips", tmp_path / "slips.pdf")
    codes = sorted(person.code for person in people(whole_event))
    assert sorted(scanned(printed.path)) == codes
    assert {voter(whole_event, code).person_id for code in codes} == {one.id for one in people(whole_event)}
    (page,) = pages(printed.path)
    assert not page.outside
    for code in codes:
        assert code in page.text
    for person in people(whole_event):
        assert person.family_name not in page.text and person.given_name not in page.text


def test_guests_have_pages_of_their_own_with_codes_that_are_known(
    whole_event: Event, tmp_path: Path, pages: Any
) -> None:
    vote = set_up_hall(whole_event, guests=True, guest_slips=9)
    made = print_kind(whole_event, "hall_slips", tmp_path / "slips.pdf")
    told = [page.text for page in pages(made.path)]
    assert len(told) == 3 and "guest" not in told[0] and "own team" not in told[1]
    for code in hall.guest_codes(vote.secret, 9):
        assert code in told[1] + told[2]
        assert voter(whole_event, code).guest == code


def test_the_numbers_that_were_printed_are_the_ones_that_are_typed(whole_event: Event, tmp_path: Path) -> None:
    print_kind(whole_event, "hall_slips", tmp_path / "slips.pdf")
    open_hall(whole_event)
    add_team(whole_event, TeamDraft("Aaa, the newest"))
    now = hall_now(whole_event)
    assert hall_slips_of(whole_event).teams == tuple((number, team.name) for number, team in now.teams)
    assert now.teams[-1][1].name == "Aaa, the newest"


def test_many_teams_with_long_names_have_room_on_larger_slips(
    masthead: Masthead, printer: Any, tmp_path: Path, pages: Any, scanned: Any
) -> None:
    teams = tuple((number, f"{number} {STRANGE_NAME}"[:70]) for number in range(1, 31))
    codes = ("K7M2QXR", "AZY7M2S", "A2B3C4D")
    for choices in (1, 2, 3):
        paper = HallSlips(masthead, choices, teams, codes, ())
        made = print_hall_slips(paper, "et", printer, tmp_path / f"{choices}.pdf")
        (page,) = pages(made.path)
        assert not page.outside and sorted(scanned(made.path)) == sorted(codes)


def test_without_teams_there_is_nothing_to_vote_for(empty_event: Event) -> None:
    with pytest.raises(NothingToPrint, match="fewer than two teams"):
        hall_slips_of(empty_event)


def test_with_teams_and_nobody_on_the_list_nobody_votes(empty_event: Event) -> None:
    for name in ("Bus", "Care"):
        add_team(empty_event, TeamDraft(name))
    with pytest.raises(NothingToPrint, match="nobody on the list"):
        hall_slips_of(empty_event)
