"""Several people and whole teams at once on a real event file: one step each, refused whole, taken back whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.undo import undo
from hackdesk.teams import actions, queries
from hackdesk.teams.instead import Move
from hackdesk.teams.rules import Team, TeamDraft

if TYPE_CHECKING:
    from conftest import TeamsEvent


def a_team(room: TeamsEvent, title: str, *people: str) -> Team:
    team = actions.add_team(room.event, TeamDraft(topic_id=room.topic(title).id))
    for name in people:
        actions.place_person(room.event, room.person(name).id, team.id, seen=None)
    return team


def seats(room: TeamsEvent) -> dict[str, list[str]]:
    return {team.name: [member.name for member in team.members] for team in queries.board(room.event).teams}


def test_several_move_in_one_step_that_is_taken_back_in_one(room: TeamsEvent) -> None:
    bus, train = a_team(room, "Bus", "Anu", "Oskar", "Liis"), a_team(room, "Train")
    moves = [Move(room.member(name).person_id, bus.id, train.id) for name in ("Anu", "Oskar")]
    receipt = actions.move_people(room.event, [*moves, Move(room.member("Liis").person_id, bus.id, None)])
    assert receipt.people == ("Anu", "Oskar", "Liis")
    assert seats(room) == {"Bus": [], "Train": ["Anu", "Oskar"]}
    undo(room.event)
    assert seats(room) == {"Bus": ["Anu", "Liis", "Oskar"], "Train": []}


def test_where_one_of_them_sits_elsewhere_by_now_nobody_moves(room: TeamsEvent) -> None:
    bus, train = a_team(room, "Bus", "Anu", "Oskar"), a_team(room, "Train")
    moves = [Move(room.member(name).person_id, bus.id, train.id) for name in ("Anu", "Oskar")]
    actions.unplace_person(room.event, room.member("Oskar").person_id, seen=bus.id)
    with pytest.raises(Stale):
        actions.move_people(room.event, moves)
    assert seats(room) == {"Bus": ["Anu"], "Train": []}


def test_a_split_team_keeps_its_topic_and_its_lead_goes_along(room: TeamsEvent) -> None:
    bus = a_team(room, "Bus", "Anu", "Oskar", "Liis")
    a_team(room, "Bus 2")
    liis = room.member("Liis").person_id
    actions.set_lead(room.event, liis, seen=bus.id)
    now = next(team for team in queries.board(room.event).teams if team.id == bus.id)
    _old, added = actions.split_team(room.event, bus.id, [liis], seen=now.version)
    assert (added.name, added.topic) == ("Bus 3", now.topic)
    assert added.members[0].lead
    assert seats(room) == {"Bus": ["Anu", "Oskar"], "Bus 2": [], "Bus 3": ["Liis"]}


def test_a_team_is_not_split_into_all_and_nobody(room: TeamsEvent) -> None:
    bus = a_team(room, "Bus", "Anu")
    with pytest.raises(HackDeskError, match="cannot be split"):
        actions.split_team(room.event, bus.id, [room.member("Anu").person_id], seen=bus.version)


def test_tables_are_numbered_in_the_order_given(room: TeamsEvent) -> None:
    bus, train = a_team(room, "Bus"), a_team(room, "Train")
    assert actions.number_tables(room.event, {train.id: train.version, bus.id: bus.version}) == 2
    assert {team.name: team.table_name for team in queries.board(room.event).teams} == {"Bus": "2", "Train": "1"}
    with pytest.raises(Stale):
        actions.number_tables(room.event, {bus.id: bus.version})


def test_several_are_pinned_and_let_go_in_one_step(room: TeamsEvent) -> None:
    bus = a_team(room, "Bus", "Anu", "Oskar")
    people = {room.member(name).person_id: bus.id for name in ("Anu", "Oskar")}
    actions.pin_people(room.event, people, True)
    assert all(member.pinned for member in queries.board(room.event).teams[0].members)
    actions.pin_people(room.event, people, False)
    assert not any(member.pinned for member in queries.board(room.event).teams[0].members)
