"""Teams on paper: signs for the tables, lists for the wall, who moved, the mix for the funder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from builders import STRANGE_NAME

from hackdesk.documents.kinds import print_all, print_kind, standings
from hackdesk.documents.rules import NothingToPrint
from hackdesk.event.store import Event
from hackdesk.people.actions import add_person, edit_person
from hackdesk.people.queries import people
from hackdesk.people.rules import Draft
from hackdesk.teams.actions import announce_teams, place_person, set_table, unplace_person
from hackdesk.teams.queries import board


@pytest.fixture
def event(whole_event: Event) -> Event:
    """Bus at table 5 with Õnne-Ly and Ants, garden in the library with V́iido; phones and a diet are known."""
    for team, table in zip(board(whole_event).teams, ("5", "Library, second floor"), strict=True):
        set_table(whole_event, team.id, table, seen=team.version)
    onne = next(person for person in people(whole_event) if person.given_name == "Õnne-Ly")
    draft = Draft("Õnne-Ly", "Kuusk", phone="+372 5123 4567", groups=("expert",), diet="gluten-free")
    edit_person(whole_event, onne.id, draft, seen=onne.version)
    return whole_event


def move(event: Event, name: str, team: str) -> None:
    shown = board(event)
    at = next(one for one in shown.teams if any(member.name == name for member in one.members))
    person = next(member for member in at.members if member.name == name)
    place_person(event, person.person_id, next(t.id for t in shown.teams if t.name == team), seen=at.id)


def test_a_tables_sign_is_read_from_both_sides(event: Event, tmp_path: Path, pages: Callable) -> None:
    print_kind(event, "signs", tmp_path / "a.pdf", "en")
    bus, garden = pages(tmp_path / "a.pdf")
    assert bus.text.count("Külabuss") == 2 and bus.text.count("Table 5") == 2
    assert garden.text.count("Library, second floor") == 2
    assert not bus.outside and not garden.outside


def test_on_the_wall_everybody_is_found_twice(event: Event, tmp_path: Path, pages: Callable) -> None:
    print_kind(event, "team_lists", tmp_path / "a.pdf", "en")
    by_team, by_name = pages(tmp_path / "a.pdf")
    for page in (by_team, by_name):
        assert "Õnne-Ly Kuusk" in page.text and "Ants Tamm" in page.text
        assert "5123" not in page.text and "gluten" not in page.text
    assert by_team.text.index("Külabuss") < by_team.text.index("Ants Tamm") < by_team.text.index("Ühine aed")
    assert "Ants Tamm Külabuss Table 5" in by_name.text
    print_kind(event, "team_lists", tmp_path / "b.pdf", "et")
    said = pages(tmp_path / "b.pdf")[1].text
    assert said.index("Ants Tamm") < said.index("V́iido") < said.index("Õnne-Ly")  # Õ stands after V


def test_phones_are_printed_only_by_name(event: Event, tmp_path: Path, pages: Callable) -> None:
    print_kind(event, "team_phones", tmp_path / "a.pdf", "en")
    (page,) = pages(tmp_path / "a.pdf")
    assert "+372 5123 4567" in page.text and "not for the wall" in page.text and "gluten" not in page.text
    folder = tmp_path / "all"
    folder.mkdir()
    print_all(event, folder)
    assert not any("phone" in path.name for path in folder.iterdir())
    said = {standing.name: standing.concern for standing in standings(event)}
    assert said["team_phones"] == "Holds phone numbers: not for the wall." and said["team_lists"] == ""


def test_who_moved_is_printed_once_the_teams_are_announced(event: Event, tmp_path: Path, pages: Callable) -> None:
    with pytest.raises(NothingToPrint, match="not announced"):
        print_kind(event, "moves", tmp_path / "a.pdf")
    announce_teams(event)
    with pytest.raises(NothingToPrint, match="Nobody has moved"):
        print_kind(event, "moves", tmp_path / "a.pdf")
    move(event, "Ants Tamm", "Ühine aed")
    left = next(m for team in board(event).teams for m in team.members if m.name.startswith("Õnne"))
    unplace_person(event, left.person_id, seen=board(event).teams[0].id)
    print_kind(event, "moves", tmp_path / "a.pdf", "en")
    (page,) = pages(tmp_path / "a.pdf")
    assert "2 people moved since" in page.text
    assert "Ants Tamm Külabuss Ühine aed Library" in page.text
    assert "Õnne-Ly Kuusk Külabuss no team" in page.text


def test_the_funder_reads_the_mix_of_the_teams_as_announced(event: Event, tmp_path: Path, pages: Callable) -> None:
    said = {standing.name: standing.concern for standing in standings(event)}
    assert said["mix"] == "The teams are not announced yet: counted as they sit now."
    announce_teams(event)
    move(event, "Ants Tamm", "Ühine aed")
    print_kind(event, "mix", tmp_path / "a.pdf", "en")
    (page,) = pages(tmp_path / "a.pdf")
    assert "2 of 3 people (67 %) share a team with somebody of another group" in page.text
    assert "Of 1 pair of teammates 1 (100 %)" in page.text
    assert "1 person has moved since." in page.text
    assert page.outside == ()


@pytest.mark.parametrize("kind", ["signs", "team_lists", "team_phones", "mix", "moves"])
def test_the_longest_names_stay_on_the_paper(event: Event, tmp_path: Path, pages: Callable, kind: str) -> None:
    announce_teams(event)
    strange = add_person(event, Draft(STRANGE_NAME, phone="+372 5555 5555", groups=("youth",)))
    place_person(event, strange.id, board(event).teams[0].id, seen=None)
    print_kind(event, kind, tmp_path / "a.pdf", "et")
    assert all(not page.outside for page in pages(tmp_path / "a.pdf"))
