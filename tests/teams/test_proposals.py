"""A proposal from an event file, carried out in one step, and the verbs of the command line."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from hackdesk.cli import command_line
from hackdesk.errors import Stale
from hackdesk.event.undo import undo
from hackdesk.teams import actions, queries
from hackdesk.teams.proposal import Proposal
from hackdesk.teams.rules import TeamDraft, TopicDraft
from hackdesk.teams.solver import propose

if TYPE_CHECKING:
    from conftest import TeamsEvent

TITLES = ("Bus", "Café", "Youth room", "Home care")


def proposed(room: TeamsEvent, **more: Any) -> Proposal:
    return propose(queries.problem(room.event, **more), seconds=30, seed=1, steps=3000)


def verb(room: TeamsEvent, *arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(command_line, ["teams", str(room.event.path), *arguments])
    assert result.exit_code == status, result.output
    return result.output


def test_a_proposal_is_one_entry_and_one_undo(room: TeamsEvent) -> None:
    room.crowd(24, *TITLES)
    for title in TITLES:
        room.topic(title)
    before = room.event.head()
    receipt = actions.apply_proposal(room.event, proposed(room))
    assert room.event.head() == before + 1
    board = queries.board(room.event)
    assert (receipt.placed, board.placed, board.unplaced) == (24, 24, ())
    assert receipt.opened == len(board.teams)
    undo(room.event)
    assert (queries.board(room.event).teams, len(queries.unplaced_people(room.event))) == ((), 24)


def test_topics_that_found_nobody_stay_on_record_and_may_be_proposed_again(room: TeamsEvent) -> None:
    room.crowd(9, "Bus", "Café")
    for title in TITLES:
        room.topic(title)
    actions.apply_proposal(room.event, proposed(room))
    states = {topic.title: topic.state for topic in queries.topics(room.event)}
    assert states["Home care"] == "no_team"
    assert "Home care" in [place.title for place in queries.problem(room.event).teams]
    topic = next(topic for topic in queries.topics(room.event) if topic.title == "Home care")
    actions.add_team(room.event, TeamDraft(topic_id=topic.id))
    assert next(t for t in queries.topics(room.event) if t.id == topic.id).state == "open"


def test_pinned_people_and_teams_of_their_own_are_left_alone(room: TeamsEvent) -> None:
    room.crowd(12, *TITLES[:2])
    bus = room.topic("Bus")
    room.topic("Café")
    team, own = (
        actions.add_team(room.event, TeamDraft(topic_id=bus.id)),
        actions.add_team(room.event, TeamDraft("Our own")),
    )
    first, second = queries.unplaced_people(room.event)[:2]
    actions.place_person(room.event, first.person_id, team.id, seen=None)
    actions.pin_person(room.event, first.person_id, seen=team.id)
    actions.place_person(room.event, second.person_id, own.id, seen=None)
    actions.apply_proposal(room.event, proposed(room))
    assert first.name in [member.name for member in room.team("Bus").members]
    assert [member.name for member in room.team("Our own").members] == [second.name]


def test_keeping_everyone_places_only_who_has_no_team(room: TeamsEvent) -> None:
    room.crowd(16, *TITLES)
    for title in TITLES:
        room.topic(title)
    actions.apply_proposal(room.event, proposed(room))
    room.person("Late", "Bus")
    proposal = proposed(room, keep=True)
    assert (proposal.moved, len(proposal.unplaced)) == (0, 0)
    assert actions.apply_proposal(room.event, proposal).placed == 1


def test_a_team_left_empty_by_a_proposal_is_withdrawn(room: TeamsEvent) -> None:
    room.crowd(8, "Bus")
    room.topic("Bus")
    actions.add_team(room.event, TeamDraft(topic_id=room.topic("Café").id))
    assert actions.apply_proposal(room.event, proposed(room)).closed == 1
    assert [team.name for team in queries.board(room.event).closed] == ["Café"]


@pytest.mark.parametrize("meanwhile", ["move", "withdraw", "team"])
def test_a_proposal_that_saw_another_room_is_refused(room: TeamsEvent, meanwhile: str) -> None:
    room.crowd(10, "Bus", "Café")
    topics = [room.topic("Bus"), room.topic("Café")]
    proposal = proposed(room)
    if meanwhile == "move":
        own = actions.add_team(room.event, TeamDraft("Our own"))
        actions.place_person(room.event, queries.unplaced_people(room.event)[0].person_id, own.id, seen=None)
    elif meanwhile == "withdraw":
        actions.withdraw_topic(room.event, topics[0].id, seen=topics[0].version)
    else:
        actions.add_team(room.event, TeamDraft(topic_id=topics[0].id))
    head = room.event.head()
    with pytest.raises(Stale, match="Propose again"):
        actions.apply_proposal(room.event, proposal)
    assert room.event.head() == head


def test_an_owner_is_proposed_into_their_own_topic(room: TeamsEvent) -> None:
    room.crowd(14, "Bus", "Café")
    owner = room.person("Owner", "Café")
    room.topic("Bus", owner_id=owner.id)
    room.topic("Café")
    actions.apply_proposal(room.event, proposed(room))
    assert room.member("Owner").is_owner


def test_propose_makes_topics_of_wishes_and_places_everybody_registered(room: TeamsEvent) -> None:
    room.crowd(20, *TITLES, here=False)
    answer = json.loads(verb(room, "propose", "--seconds", "0.3", "--seed", "4", "--json"))
    assert sorted(answer["topics_added"]) == sorted(TITLES)
    assert (answer["basis"], answer["people"], answer["placed"], answer["broken"]) == ("registered", 20, 20, [])
    assert sum(team["size"] for team in answer["teams"]) == 20
    assert json.loads(verb(room, "show", "--json"))["teams"] == answer["teams"]


def test_the_same_seed_gives_the_same_teams_on_a_copy_of_the_file(room: TeamsEvent, tmp_path: Path) -> None:
    room.crowd(12, *TITLES)
    verb(room, "propose", "--seconds", "0")
    undo(room.event)
    copy = tmp_path / "copy.hackdesk"
    with closing(sqlite3.connect(copy)) as target:
        room.event.copy_to(target)
    answers = [
        json.loads(CliRunner().invoke(command_line, ["teams", str(path), "propose", "--json"]).output)["teams"]
        for path in (room.event.path, copy)
    ]
    assert answers[0] == answers[1]


def test_propose_says_in_words_what_it_did_and_what_cannot_be_met(room: TeamsEvent) -> None:
    room.crowd(3, "Bus", here=False)
    text = verb(room, "propose", "--seconds", "0.1")
    assert "1 topic added from people's wishes." in text
    assert "Nobody is checked in yet: everybody registered was placed." in text
    assert "3 of 3 people have a place in 1 team." in text
    assert "Bus has 3 of 4–12." in text


def test_propose_without_topics_or_people_is_one_sentence(room: TeamsEvent) -> None:
    assert "There are no topics" in verb(room, "propose", status=1)
    actions.add_topic(room.event, TopicDraft("Bus"))
    assert "There is nobody to place." in verb(room, "propose", status=1)


def test_export_writes_everybody_into_a_file(room: TeamsEvent, tmp_path: Path) -> None:
    room.crowd(8, "Bus")
    verb(room, "propose", "--seconds", "0.1")
    path = tmp_path / "teams.csv"
    answer = json.loads(verb(room, "export", str(path), "--json"))
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert (answer["rows"], len(rows), {row["Team"] for row in rows}) == (8, 8, {"Bus"})


def test_export_to_a_place_that_is_not_there_is_one_sentence(room: TeamsEvent, tmp_path: Path) -> None:
    assert "could not be written" in verb(room, "export", str(tmp_path / "nowhere" / "teams.csv"), status=1)
