"""Jurors who come late, leave early or do not come: states, never zeros."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from hackdesk.agenda.actions import draw_pitch_order, move_pitch, take_own_order
from hackdesk.errors import HackDeskError
from hackdesk.jury import actions, queries
from hackdesk.jury.presence import is_there
from hackdesk.jury.rules import BallotState, Juror, NotCounted

OPEN, AWAY = BallotState.OPEN, BallotState.JUROR_ABSENT
TEAMS = tuple(f"Team {number}" for number in range(1, 11))


@pytest.fixture
def ten(blank_jury: Any) -> Any:
    """Five jurors, ten teams who pitch in the order of their numbers."""
    blank_jury.criteria("Value", "Newness")
    blank_jury.jurors("Mall", "Jaan", "Eve", "Ants", "Liis")
    blank_jury.teams(*TEAMS)
    take_own_order(blank_jury.event)
    return blank_jury


def say(jury: Any, name: str, **changes: Any) -> None:
    """Write down when a juror is there."""
    juror = jury.juror(name)
    actions.edit_juror(jury.event, replace(juror, **changes), seen=juror.version)


def away(jury: Any, name: str) -> list[int]:
    """The turns at which a juror is absent."""
    progress = queries.progress(jury.event)
    juror = jury.juror(name)
    return [team.turn for team in progress.judging.active if progress.state(juror, team.id) is AWAY]


def test_who_comes_at_the_third_pitch_is_absent_from_two(ten: Any) -> None:
    say(ten, "Mall", from_turn=3)
    assert away(ten, "Mall") == [1, 2]


def test_who_left_after_the_sixth_pitch_is_absent_from_the_rest(ten: Any) -> None:
    say(ten, "Mall", state="left", until_turn=6)
    assert away(ten, "Mall") == [7, 8, 9, 10]


def test_who_left_without_saying_when_is_absent_from_whatever_is_open(ten: Any) -> None:
    ten.hand_in("Mall", "Team 2", 4, 4)
    say(ten, "Mall", state="left")
    assert away(ten, "Mall") == [1, 3, 4, 5, 6, 7, 8, 9, 10]


def test_who_did_not_come_is_absent_from_all(ten: Any) -> None:
    say(ten, "Mall", state="absent", from_turn=None, until_turn=6)
    assert away(ten, "Mall") == list(range(1, 11))


def test_a_ballot_handed_in_counts_whatever_is_said_of_its_juror(ten: Any, places: Any) -> None:
    ten.hand_in("Mall", "Team 8", 5, 5)
    say(ten, "Mall", state="left", until_turn=6)
    assert places(ten.event) == [(1, "Team 8")]
    assert away(ten, "Mall") == [7, 9, 10]


def test_pitches_keep_their_numbers_when_a_team_before_them_withdraws(ten: Any) -> None:
    say(ten, "Mall", state="left", until_turn=6)
    ten.set_team_state("Team 3", "withdrawn")
    assert away(ten, "Mall") == [7, 8, 9, 10]


def test_where_the_order_is_drawn_anew_it_is_the_moment_that_was_meant(ten: Any) -> None:
    say(ten, "Mall", from_turn=3, until_turn=6)
    draw_pitch_order(ten.event, 4711)
    order = [team.name for team in queries.progress(ten.event).judging.active]
    assert order != list(TEAMS)
    assert away(ten, "Mall") == [1, 2, 7, 8, 9, 10]


def test_what_happens_after_a_juror_left_does_not_change_what_they_saw(ten: Any) -> None:
    say(ten, "Mall", state="left", until_turn=6)
    move_pitch(ten.event, ten.team("Team 8").id, 10)
    progress = queries.progress(ten.event)
    juror = ten.juror("Mall")
    seen = {team.name for team in progress.judging.active if progress.state(juror, team.id) is OPEN}
    assert seen == set(TEAMS[:6])


def test_before_the_order_is_drawn_nobody_misses_a_pitch(jury: Any) -> None:
    say(jury, "Mall", from_turn=2)
    assert away(jury, "Mall") == []


def test_in_the_second_round_who_came_late_is_there_and_who_left_is_not() -> None:
    late, gone = Juror(uuid4(), "Mall", from_turn=3), Juror(uuid4(), "Jaan", state="left", until_turn=6)
    assert is_there(late, 1, 2)
    assert not is_there(gone, 1, 2)


def test_nobody_leaves_before_they_come(ten: Any) -> None:
    with pytest.raises(HackDeskError, match="cannot come at pitch"):
        say(ten, "Mall", from_turn=6, until_turn=3)
    with pytest.raises(HackDeskError, match="count from 1"):
        say(ten, "Mall", from_turn=0)


def test_another_chair_takes_over_in_one_change(ten: Any) -> None:
    say(ten, "Mall", chair=True)
    before = ten.event.head()
    say(ten, "Jaan", chair=True)
    assert [juror.name for juror in queries.jurors(ten.event) if juror.chair] == ["Jaan"]
    assert ten.event.head() == before + 1
    actions.add_juror(ten.event, Juror(uuid4(), "Mart", chair=True))
    assert [juror.name for juror in queries.jurors(ten.event) if juror.chair] == ["Mart"]


def test_a_day_full_of_trouble_counts_nothing_as_zero(ten: Any) -> None:
    """Two recusals, one leaves after team 6, one arrives at team 3, a no-show, a withdrawal, a merger."""
    for team in ("Team 1", "Team 5"):
        why = NotCounted(BallotState.RECUSED, "from the same village")
        actions.set_ballot_state(ten.event, ten.juror("Mall").id, ten.team(team).id, why, seen=0)
    say(ten, "Jaan", state="left", until_turn=6)
    say(ten, "Eve", from_turn=3)
    for team, state in (("Team 4", "no_show"), ("Team 7", "withdrawn"), ("Team 10", "merged")):
        ten.set_team_state(team, state)
    progress = queries.progress(ten.event)
    judged = [team.name for team in progress.judging.active]
    assert judged == ["Team 1", "Team 2", "Team 3", "Team 5", "Team 6", "Team 8", "Team 9"]
    signs = {
        juror.name: "".join(progress.state(juror, team.id)[0] for team in progress.judging.active)
        for juror in progress.judging.jurors
    }
    assert signs == {
        "Mall": "roorooo", "Jaan": "ooooojj", "Eve": "jjooooo", "Ants": "ooooooo", "Liis": "ooooooo",
    }  # fmt: skip
    for juror in progress.judging.jurors:
        for team in progress.judging.active:
            if progress.state(juror, team.id) is OPEN:
                ten.hand_in(juror.name, team.name, 4, 4)
    found = queries.results(ten.event)
    assert {place.team: place.ballots for place in found.places} == {
        "Team 1": 3, "Team 2": 4, "Team 3": 5, "Team 5": 4, "Team 6": 5, "Team 8": 4, "Team 9": 4,
    }  # fmt: skip
    assert {place.score for place in found.places} == {75}
    assert len(found.missing) == 6
    assert queries.progress(ten.event).total == (29, 29)
