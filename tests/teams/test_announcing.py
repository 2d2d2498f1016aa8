"""Telling the room: what is kept, who has moved since, and taking it back."""

from __future__ import annotations

from typing import Any

import pytest

from hackdesk.errors import HackDeskError
from hackdesk.event.undo import undo
from hackdesk.teams.actions import add_team, announce_teams, place_person, unplace_person
from hackdesk.teams.queries import told as told_of
from hackdesk.teams.rules import TeamDraft


@pytest.fixture
def two(room: Any) -> Any:
    """Bus with Anu and Peeter, Garden with Mari; Late nowhere."""
    for name, people in (("Bus", ("Anu", "Peeter")), ("Garden", ("Mari",))):
        team = add_team(room.event, TeamDraft(name))
        for person in people:
            group = "expert" if person == "Anu" else "community"
            place_person(room.event, room.person(person, groups=(group,)).id, team.id, seen=None)
    room.person("Late")
    return room


def move(two: Any, name: str, team: str) -> None:
    seen = next((t.id for t in told_of(two.event).teams if any(m.name == name for m in t.members)), None)
    place_person(two.event, two.member(name).person_id, two.team(team).id, seen=seen)


def movers(two: Any) -> list[tuple[str, str, str]]:
    found = told_of(two.event).moves()
    assert found is not None
    return [(m.name, m.away.name if m.away else "", m.to.name if m.to else "") for m in found.people]


def test_nothing_can_be_announced_before_somebody_sits_somewhere(room: Any) -> None:
    with pytest.raises(HackDeskError):
        announce_teams(room.event)
    assert told_of(room.event).moves() is None


def test_who_moved_since_is_named_from_where_to_where(two: Any) -> None:
    announce_teams(two.event)
    assert movers(two) == []
    move(two, "Peeter", "Garden")
    move(two, "Late", "Bus")
    unplace_person(two.event, two.member("Mari").person_id, seen=two.team("Garden").id)
    assert movers(two) == [("Late", "", "Bus"), ("Mari", "Garden", ""), ("Peeter", "Bus", "Garden")]
    move(two, "Peeter", "Bus")
    assert [name for name, _away, _to in movers(two)] == ["Late", "Mari"]


def test_announcing_again_begins_anew_and_still_says_what_it_changed(two: Any) -> None:
    first = announce_teams(two.event)
    move(two, "Peeter", "Garden")
    two.clock.forward(minutes=30)
    second = announce_teams(two.event)
    moves = told_of(two.event).moves()
    assert moves is not None and (moves.since, moves.until) == (first.at, second.at)
    assert movers(two) == [("Peeter", "Bus", "Garden")]
    move(two, "Late", "Bus")
    moves = told_of(two.event).moves()
    assert moves is not None and (moves.since, moves.until) == (second.at, None)
    assert movers(two) == [("Late", "", "Bus")]


def test_an_announcement_is_taken_back_like_anything_else(two: Any) -> None:
    announce_teams(two.event)
    undo(two.event)
    assert told_of(two.event).last is None
    assert [team.name for team in told_of(two.event).as_told()] == ["Bus", "Garden"]


def test_the_hall_reads_what_was_announced_and_not_what_is_being_tried(two: Any) -> None:
    announce_teams(two.event)
    move(two, "Peeter", "Garden")
    read = {team.name: [member.name for member in team.members] for team in told_of(two.event).as_told()}
    assert read == {"Bus": ["Anu", "Peeter"], "Garden": ["Mari"]}


def test_the_mix_is_kept_announcement_by_announcement(two: Any) -> None:
    assert [mix.at for mix in told_of(two.event).mixes()] == [None]
    first = announce_teams(two.event)
    move(two, "Peeter", "Garden")
    two.clock.forward(minutes=5)
    second = announce_teams(two.event)
    before, after = told_of(two.event).mixes()
    assert (before.at, before.mixed, before.known) == (first.at, 2, 3)
    assert (after.at, after.mixed, after.known) == (second.at, 0, 3)
