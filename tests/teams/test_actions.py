"""Topics and teams on a real event file: what is written, what is refused, what can be undone."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from builders import STRANGE_NAME
from sqlalchemy import select

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.undo import undo
from hackdesk.language import language
from hackdesk.spreadsheets import csv_bytes
from hackdesk.teams import actions, queries
from hackdesk.teams.lists import team_list
from hackdesk.teams.rules import TeamDraft, TopicDraft
from hackdesk.teams.tables import MembershipRow

if TYPE_CHECKING:
    from conftest import TeamsEvent


def names(members: object) -> list[str]:
    return [member.name for member in members]  # type: ignore[attr-defined]


def test_rewording_a_topic_keeps_the_old_words_and_the_wishes_made_in_them(room: TeamsEvent) -> None:
    room.person("Anu", "Village bus")
    topic = room.topic("Village bus")
    actions.edit_topic(room.event, topic.id, TopicDraft("Bus on demand"), seen=topic.version)
    (now,) = queries.topics(room.event)
    assert (now.title, now.earlier_titles) == ("Bus on demand", ("Village bus",))
    assert room.member("Anu").rank(now) == 1
    assert queries.board(room.event).named == ()


def test_a_team_that_bears_its_topics_title_takes_the_new_one(room: TeamsEvent) -> None:
    topic = room.topic("Village bus")
    actions.add_team(room.event, TeamDraft(topic_id=topic.id))
    actions.edit_topic(room.event, topic.id, TopicDraft("Bus on demand"), seen=topic.version)
    assert [team.name for team in queries.teams(room.event)] == ["Bus on demand"]


def test_an_edit_of_a_topic_that_moved_on_is_stale_and_writes_nothing(room: TeamsEvent) -> None:
    topic = room.topic("Bus")
    actions.edit_topic(room.event, topic.id, TopicDraft("Bus", must_run=True), seen=topic.version)
    with pytest.raises(Stale):
        actions.edit_topic(room.event, topic.id, TopicDraft("Train"), seen=topic.version)
    assert queries.topics(room.event)[0].title == "Bus"


def test_the_same_topic_is_not_added_twice(room: TeamsEvent) -> None:
    room.topic("Külabuss")
    with pytest.raises(HackDeskError, match="already"):
        room.topic("KULABUSS")


def test_topics_people_named_become_topics_once(room: TeamsEvent) -> None:
    room.person("Anu", "Bus", "Café")
    room.person("Oskar", "bus")
    titles = [named.title for named in queries.board(room.event).named]
    added = actions.add_named_topics(room.event, [*titles, "BUS"])
    assert [topic.title for topic in added] == ["Bus", "Café"]
    assert actions.add_named_topics(room.event, titles) == ()


def test_a_withdrawn_topic_stays_on_record_and_frees_its_people(room: TeamsEvent) -> None:
    topic, anu = room.topic("Bus"), room.person("Anu", "Bus")
    team = actions.add_team(room.event, TeamDraft(topic_id=topic.id))
    actions.place_person(room.event, anu.id, team.id, seen=None)
    actions.withdraw_topic(room.event, topic.id, seen=topic.version)
    board = queries.board(room.event)
    assert (board.topics[0].state, board.teams, names(board.unplaced)) == ("withdrawn", (), ["Anu"])
    undo(room.event)
    assert names(room.team("Bus").members) == ["Anu"]


def test_merged_topics_bring_their_wishes_and_their_people(room: TeamsEvent) -> None:
    bus, train = room.topic("Bus"), room.topic("Train")
    anu, oskar = room.person("Anu", "Bus"), room.person("Oskar", "Train")
    for person, topic in ((anu, bus), (oskar, train)):
        team = actions.add_team(room.event, TeamDraft(topic_id=topic.id))
        actions.place_person(room.event, person.id, team.id, seen=None)
    actions.merge_topics(room.event, bus.id, train.id, seen=bus.version)
    assert names(room.team("Train").members) == ["Anu", "Oskar"]
    assert room.member("Anu").wish == 1


def test_a_topic_is_not_merged_into_itself(room: TeamsEvent) -> None:
    topic = room.topic("Bus")
    with pytest.raises(HackDeskError, match="cannot be merged"):
        actions.merge_topics(room.event, topic.id, topic.id, seen=topic.version)


def test_a_move_ends_the_old_seat_and_keeps_it_on_record(room: TeamsEvent) -> None:
    anu = room.person("Anu")
    bus, train = actions.add_team(room.event, TeamDraft("Bus")), actions.add_team(room.event, TeamDraft("Train"))
    actions.place_person(room.event, anu.id, bus.id, seen=None)
    room.clock.forward(minutes=10)
    receipt = actions.place_person(room.event, anu.id, train.id, seen=bus.id)
    assert (receipt.person, receipt.team, receipt.before) == ("Anu", "Train", "Bus")
    with room.event.read() as session:
        seats = session.scalars(select(MembershipRow).order_by(MembershipRow.since)).all()
        assert [seat.until for seat in seats] == [room.clock.now, None]
    undo(room.event)
    assert names(room.team("Bus").members) == ["Anu"]


def test_a_person_somebody_else_has_moved_is_not_moved_again_unseen(room: TeamsEvent) -> None:
    anu = room.person("Anu")
    bus, train = actions.add_team(room.event, TeamDraft("Bus")), actions.add_team(room.event, TeamDraft("Train"))
    actions.place_person(room.event, anu.id, bus.id, seen=None)
    with pytest.raises(Stale, match="Anu"):
        actions.place_person(room.event, anu.id, train.id, seen=None)
    with pytest.raises(Stale):
        actions.unplace_person(room.event, anu.id, seen=train.id)
    assert names(room.team("Bus").members) == ["Anu"]


def test_nobody_joins_a_closed_team(room: TeamsEvent) -> None:
    anu, bus = room.person("Anu"), actions.add_team(room.event, TeamDraft("Bus"))
    closed = actions.withdraw_team(room.event, bus.id, seen=bus.version)
    with pytest.raises(HackDeskError, match="closed"):
        actions.place_person(room.event, anu.id, bus.id, seen=None)
    actions.reopen_team(room.event, bus.id, seen=closed.version)
    assert actions.place_person(room.event, anu.id, bus.id, seen=None).team == "Bus"


def test_the_people_of_a_team_that_did_not_come_are_free_again(room: TeamsEvent) -> None:
    anu, bus = room.person("Anu"), actions.add_team(room.event, TeamDraft("Bus"))
    actions.place_person(room.event, anu.id, bus.id, seen=None)
    assert actions.mark_no_show(room.event, bus.id, seen=bus.version).state == "no_show"
    assert names(queries.unplaced_people(room.event)) == ["Anu"]


def test_merged_teams_are_one_team(room: TeamsEvent) -> None:
    bus, train = actions.add_team(room.event, TeamDraft("Bus")), actions.add_team(room.event, TeamDraft("Train"))
    for name, team in (("Anu", bus), ("Oskar", train)):
        actions.place_person(room.event, room.person(name).id, team.id, seen=None)
    assert names(actions.merge_teams(room.event, bus.id, train.id, seen=bus.version).members) == ["Anu", "Oskar"]


def test_a_team_has_one_lead(room: TeamsEvent) -> None:
    bus = actions.add_team(room.event, TeamDraft("Bus"))
    people = [room.person("Anu"), room.person("Oskar")]
    for person in people:
        actions.place_person(room.event, person.id, bus.id, seen=None)
        actions.set_lead(room.event, person.id, seen=bus.id)
    assert [member.name for member in room.team("Bus").members if member.lead] == ["Oskar"]
    actions.clear_lead(room.event, people[1].id, seen=bus.id)
    assert not any(member.lead for member in room.team("Bus").members)


def test_a_pin_is_set_and_taken_off(room: TeamsEvent) -> None:
    anu, bus = room.person("Anu"), actions.add_team(room.event, TeamDraft("Bus"))
    actions.place_person(room.event, anu.id, bus.id, seen=None)
    actions.pin_person(room.event, anu.id, seen=bus.id)
    assert room.member("Anu").pinned
    actions.unpin_person(room.event, anu.id, seen=bus.id)
    assert not room.member("Anu").pinned


def test_two_active_teams_never_have_one_name(room: TeamsEvent) -> None:
    actions.add_team(room.event, TeamDraft("Bus"))
    train = actions.add_team(room.event, TeamDraft("Train"))
    with pytest.raises(HackDeskError, match="already"):
        actions.edit_team(room.event, train.id, TeamDraft(" bus "), seen=train.version)
    with pytest.raises(HackDeskError, match="no name"):
        actions.add_team(room.event, TeamDraft("  "))


def test_a_team_gets_a_table_and_a_topic(room: TeamsEvent) -> None:
    topic, team = room.topic("Bus"), actions.add_team(room.event, TeamDraft("The drivers"))
    team = actions.set_table(room.event, team.id, " Table  7 ", seen=team.version)
    team = actions.edit_team(room.event, team.id, TeamDraft("", topic.id, team.table_name), seen=team.version)
    assert (team.name, team.table_name, team.topic and team.topic.title) == ("Bus", "Table 7", "Bus")


def test_a_juror_is_not_waiting_for_a_team(room: TeamsEvent) -> None:
    room.person("Judge", roles=("juror",))
    room.person("Both", roles=("juror", "participant"))
    room.person("Anu")
    assert names(queries.unplaced_people(room.event)) == ["Anu", "Both"]


def test_while_nobody_is_checked_in_everybody_registered_counts(room: TeamsEvent) -> None:
    room.person("Anu", here=False)
    board = queries.board(room.event)
    assert (board.nobody_here, names(board.unplaced)) == (True, ["Anu"])
    room.person("Oskar")
    board = queries.board(room.event)
    assert (board.nobody_here, names(board.unplaced)) == (False, ["Oskar"])


def test_somebody_who_is_not_on_the_list_is_refused(room: TeamsEvent) -> None:
    team = actions.add_team(room.event, TeamDraft("Bus"))
    with pytest.raises(HackDeskError, match="not on the list"):
        actions.place_person(room.event, uuid4(), team.id, seen=None)


def test_the_list_for_a_spreadsheet_keeps_every_name_and_runs_no_formula(room: TeamsEvent, tmp_path: Path) -> None:
    team = actions.add_team(room.event, TeamDraft("=HYPERLINK(1)"))
    actions.place_person(room.event, room.person(STRANGE_NAME).id, team.id, seen=None)
    room.person("@late")
    board = queries.board(room.event)
    header, *rows = team_list(board.teams, board.unplaced, board.groups, language("en"))
    path = tmp_path / "teams.csv"
    path.write_bytes(csv_bytes(header, rows))
    with path.open(encoding="utf-8-sig", newline="") as file:
        back = list(csv.DictReader(file))
    assert [(row["Team"], row["Name"]) for row in back] == [("'=HYPERLINK(1)", STRANGE_NAME), ("", "'@late")]
