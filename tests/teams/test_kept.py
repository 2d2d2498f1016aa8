"""Plans are kept under a name, compared, and applied to a room that has gone on meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.undo import undo
from hackdesk.people.actions import cancel_registration
from hackdesk.people.queries import people
from hackdesk.teams import actions, queries
from hackdesk.teams.kept import Today, column, differences
from hackdesk.teams.kept_queries import kept_plans, problem_with, room_as_drawn
from hackdesk.teams.solver import propose

if TYPE_CHECKING:
    from conftest import TeamsEvent

TITLES = ("Bus", "Café", "Youth room")


def keep(room: TeamsEvent, seed: int = 1, *, steps: int = 3000, price: int = 0) -> Today:
    """Work a plan out and keep it; gives it as it would be now."""
    problem = queries.problem(room.event, change_price=price)
    proposal = propose(problem, seconds=30, seed=seed, steps=steps)
    kept = actions.keep_proposal(room.event, proposal, name="Proposal {number}", way="best", seconds=1.5)
    return next(found for found in kept_plans(room.event) if found.kept.id == kept.id)


def a_room(room: TeamsEvent, *, here: bool = True) -> None:
    for title in TITLES:
        room.topic(title)
    room.crowd(18, *TITLES, here=here)


def test_a_plan_is_kept_as_it_was_worked_out_and_moves_nobody(room: TeamsEvent) -> None:
    a_room(room)
    found = keep(room)
    kept = found.kept
    assert (kept.name, kept.state, kept.seed, kept.seconds) == ("Proposal 1", "proved", 1, 1.5)
    assert kept.points == kept.bound == found.proposal.score.total
    assert (found.gone, found.come, found.moved) == ((), (), ())
    assert queries.board(room.event).placed == 0
    keep(room, 2)
    assert [one.kept.name for one in kept_plans(room.event)] == ["Proposal 2", "Proposal 1"]


def test_a_kept_plan_is_applied_in_one_step_and_is_then_what_there_is(room: TeamsEvent) -> None:
    a_room(room)
    found = keep(room)
    before = room.event.head()
    actions.apply_proposal(room.event, found.proposal)
    assert room.event.head() == before + 1
    (now,) = kept_plans(room.event)
    assert (now.proposal.moved, now.moved, now.proposal.score.total) == (0, (), found.kept.points)


def test_who_left_and_who_came_are_named_and_the_others_can_sit_down(room: TeamsEvent) -> None:
    a_room(room, here=False)
    keep(room)
    leaving = next(person for person in people(room.event) if person.name == "Person 003")
    cancel_registration(room.event, leaving.id, seen=leaving.version)
    room.person("Newcomer", "Bus", here=False)
    (found,) = kept_plans(room.event)
    assert (found.gone, found.come) == (("Person 003",), ("Newcomer",))
    actions.apply_proposal(room.event, found.proposal)
    board = queries.board(room.event)
    assert (board.placed, [member.name for member in board.unplaced]) == (17, ["Newcomer"])


def test_hand_moves_made_since_are_named_and_can_be_kept(room: TeamsEvent) -> None:
    a_room(room)
    actions.apply_proposal(room.event, keep(room).proposal)
    teams = queries.board(room.event).teams
    member = next(m for m in teams[0].members if not m.is_owner)
    actions.place_person(room.event, member.person_id, teams[1].id, seen=teams[0].id)
    (found,) = kept_plans(room.event)
    assert [person.name for person in found.moved] == [member.name]
    problem = problem_with(room.event, change_price=0, keep=False, moved=frozenset({member.person_id}))
    again = propose(problem, seconds=30, seed=1, steps=3000)
    assert again.plan[member.person_id] == teams[1].id


def test_whoever_is_pinned_stays_whatever_an_older_plan_says(room: TeamsEvent) -> None:
    a_room(room)
    actions.apply_proposal(room.event, keep(room).proposal)
    teams = queries.board(room.event).teams
    member = teams[0].members[-1]
    actions.place_person(room.event, member.person_id, teams[1].id, seen=teams[0].id)
    actions.pin_person(room.event, member.person_id, seen=teams[1].id)
    (found,) = kept_plans(room.event)
    assert found.proposal.plan[member.person_id] == teams[1].id


def test_renaming_and_deleting_can_be_taken_back_and_a_number_is_not_given_twice(room: TeamsEvent) -> None:
    a_room(room)
    first = keep(room).kept
    named = actions.rename_proposal(room.event, first.id, " With  two buses ", seen=first.version)
    assert named.name == "With two buses"
    with pytest.raises(HackDeskError, match="no name"):
        actions.rename_proposal(room.event, first.id, "  ", seen=named.version)
    with pytest.raises(Stale):
        actions.delete_proposal(room.event, first.id, seen=first.version)
    assert actions.delete_proposal(room.event, first.id, seen=named.version) == "With two buses"
    assert kept_plans(room.event) == ()
    assert keep(room).kept.name == "Proposal 2"
    undo(room.event)
    undo(room.event)
    assert [one.kept.name for one in kept_plans(room.event)] == ["With two buses"]


def test_two_plans_side_by_side_add_up_to_their_points_and_differ_in_names(room: TeamsEvent) -> None:
    a_room(room)
    good, worse = keep(room).proposal, keep(room, 5, steps=0).proposal
    for proposal in (good, worse):
        told = column("", proposal)
        assert sum(told.points.values()) == proposal.score.total
        assert sum(told.wishes.values()) == sum(told.sizes) == 18
    titles = {team.id: team.title for team in good.problem.teams}
    for different in differences((good, worse)):
        person = next(p for p in good.problem.people if p.name == different.name)
        assert different.teams == (titles[good.plan[person.id]], titles[worse.plan[person.id]])
    assert differences((good, good)) == ()


def test_a_kept_plan_knows_what_each_move_cost_and_counts_the_same_way_later(room: TeamsEvent) -> None:
    a_room(room)
    actions.apply_proposal(room.event, keep(room).proposal)
    found = keep(room, 2, price=3)
    assert found.kept.price == 3 == found.proposal.problem.change_price
    assert found.proposal.score.total == found.kept.points


def test_a_room_knows_its_draw_until_somebody_is_moved_by_hand(room: TeamsEvent) -> None:
    a_room(room)
    assert room_as_drawn(room.event)[2] is None
    keep(room, 3)
    actions.apply_proposal(room.event, keep(room, 4).proposal)
    assert room_as_drawn(room.event)[2] == 4
    teams = queries.board(room.event).teams
    member = teams[0].members[-1]
    actions.place_person(room.event, member.person_id, teams[1].id, seen=teams[0].id)
    assert room_as_drawn(room.event)[2] is None
