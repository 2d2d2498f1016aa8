"""Two rounds of the jury: finalists by the second alone, the others by the first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from random import Random
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jury import slow
from jury.judgings import by_chance, id_, judged, judgings

from hackdesk.jury import ranking, rounds
from hackdesk.jury.confidence import confidence
from hackdesk.jury.ranking import Place, Results
from hackdesk.jury.rules import BallotState, Judging, TieVote
from hackdesk.jury.ties import Rung


def in_two_rounds(first: Judging, second: Judging, finalists: frozenset[UUID]) -> Judging:
    """The first round of all teams, and the second's ballots for these."""
    jurors = max(first.jurors, second.jurors, key=len)
    teams = tuple(team for team in first.teams if team.id in finalists)
    ballots = tuple(replace(one, round=2) for one in second.ballots if one.team_id in finalists)
    before = replace(first, jurors=jurors)
    return replace(second, jurors=jurors, teams=teams, ballots=ballots, round=2, first=before)


def named(results: Results) -> list[tuple[int, str]]:
    return [(place.place, place.team) for place in results.places]


FIRST = judged({"Bus": [(9,), (9,)], "Care": [(8,), (8,)], "Youth": [(5,), (5,)], "Food": [(4,), (4,)]})


def test_finalists_are_placed_by_the_second_round_alone_and_the_others_follow_by_the_first() -> None:
    second = judged({"Bus": [(1,), (1,)], "Care": [(2,), (2,)]})
    found = rounds.results(in_two_rounds(FIRST, second, frozenset({id_(3, 0), id_(3, 1)})))
    assert named(found) == [(1, "Care"), (2, "Bus"), (3, "Youth"), (4, "Food")]
    assert [int(place.score) for place in found.places] == [20, 10, 50, 40]
    assert found.round == 2 and found.first == ranking.results(FIRST)


def test_without_a_ballot_of_the_second_round_the_finalists_have_no_place_yet() -> None:
    second = judged({"Bus": [None, None], "Care": [None, None]})
    found = rounds.results(in_two_rounds(FIRST, second, frozenset({id_(3, 0), id_(3, 1)})))
    assert named(found) == [(3, "Youth"), (4, "Food")]
    assert [team.name for team in found.without_place] == ["Bus", "Care"]
    assert found.refused == "No ballot of the second round has been handed in yet."
    assert rounds.deciding(found).places == ()


def test_a_finalist_without_a_ballot_leaves_its_place_free() -> None:
    second = judged({"Bus": [None, None], "Care": [(2,), (2,)]})
    found = rounds.results(in_two_rounds(FIRST, second, frozenset({id_(3, 0), id_(3, 1)})))
    assert named(found) == [(1, "Care"), (3, "Youth"), (4, "Food")]
    assert [team.name for team in found.without_place] == ["Bus"] and not found.refused


def test_a_method_that_one_round_does_not_allow_gives_no_places_and_says_why() -> None:
    first = judged({team: [(mark,)] * 5 for team, mark in (("Bus", 9), ("Care", 8), ("Youth", 5))})
    second = judged({"Bus": [(1,), (1,)], "Care": [(2,), (2,)]})
    both = in_two_rounds(first, second, frozenset({id_(3, 0), id_(3, 1)}))
    assert ranking.results(first, "trimmed").places
    found = rounds.results(both, "trimmed")
    assert (found.places, found.method_refused) == ((), True) and found.refused
    assert "trimmed" in rounds.refusals(both) and "trimmed" not in rounds.refusals(first)


def test_equal_scores_of_the_others_are_told_apart_among_themselves() -> None:
    # Three are equal in the first round; one of them goes on, so that jurors decide between the other two.
    first = judged({"Bus": [(6,), (6,), (6,)], "Care": [(7,), (7,), (4,)], "Youth": [(6,), (6,), (6,)]})
    second = judged({"Bus": [(1,), (1,), (1,)]})
    assert [tie.rung for tie in ranking.results(first).ties] == [Rung.SHARED]
    found = rounds.results(in_two_rounds(first, second, frozenset({id_(3, 0)})))
    assert named(found) == [(1, "Bus"), (2, "Care"), (3, "Youth")]
    assert [tie.rung for tie in found.ties] == [Rung.JURORS]


def test_a_vote_of_the_first_round_decides_nothing_in_the_second() -> None:
    first = judged({"Bus": [(6,)], "Care": [(6,)]})
    order = (id_(3, 1), id_(3, 0))
    voted = replace(first, votes=(TieVote(order, "closer", datetime(2026, 11, 14, tzinfo=UTC)),))
    second = judged({"Bus": [(3,)], "Care": [(3,)]})
    found = rounds.results(in_two_rounds(voted, second, frozenset(order)))
    assert found.first is not None and named(found.first) == [(1, "Care"), (2, "Bus")]
    assert {place.place for place in found.places} == {1}


@pytest.mark.parametrize(
    ("count", "sure", "tied"),
    [(1, ["A"], []), (2, ["A"], ["B", "C"]), (3, ["A", "B", "C"], []), (9, ["A", "B", "C", "D"], [])],
)
def test_a_tie_at_the_border_is_shown_and_not_decided(count: int, sure: list[str], tied: list[str]) -> None:
    spots = {"A": (1, 1), "B": (2, 3), "C": (2, 3), "D": (4, 4)}
    ids = {name: id_(3, number) for number, name in enumerate(spots)}
    places = [
        Place(place, ids[name], name, Fraction(0), 1, place != until, until)
        for name, (place, until) in spots.items()
    ]
    found = rounds.best(places, count)
    assert [name for name in ids if ids[name] in found.teams] == sure
    assert [name for name in ids if ids[name] in found.tied] == tied


@st.composite
def two_rounds(draw: st.DrawFn) -> Judging:
    first = draw(judgings())
    second = draw(judgings())
    ids = [team.id for team in first.teams]
    finalists = frozenset(draw(st.lists(st.sampled_from(ids), min_size=1, unique=True)))
    return in_two_rounds(first, second, finalists)


@settings(max_examples=150, deadline=None)
@given(two_rounds())
def test_whatever_the_marks_finalists_stand_before_all_others(both: Judging) -> None:
    found = rounds.results(both)
    k = len(both.active)
    ours = {team.id for team in both.active}
    assert all((place.place <= k) == (place.team_id in ours) for place in found.places)
    assert all(place.place <= place.until <= len(rounds.whole(both).active) for place in found.places)
    assert len({place.team_id for place in found.places}) == len(found.places)
    placed = {place.team_id for place in found.places} | {team.id for team in found.without_place}
    assert placed == {team.id for team in rounds.whole(both).active}


@settings(max_examples=100, deadline=None)
@given(two_rounds(), st.randoms(use_true_random=False))
def test_no_mark_of_the_first_round_moves_a_finalist_and_none_of_the_second_the_others(
    both: Judging, random: Random
) -> None:
    assert both.first is not None
    ours = {team.id for team in both.active}
    other_first = tuple(
        replace(one, state=BallotState.OPEN) if one.team_id in ours else one for one in both.first.ballots
    )
    other_second = tuple(one for one in both.ballots if random.random() < 0.5)
    before = rounds.results(both)
    one = rounds.results(replace(both, first=replace(both.first, ballots=other_first)))
    other = rounds.results(replace(both, ballots=other_second))
    assert rounds.deciding(one).places == rounds.deciding(before).places
    others = [[one for one in found.places if one.team_id not in ours] for found in (other, before)]
    assert others[0] == others[1]


def test_a_few_hundred_events_by_chance_agree_with_the_definitions() -> None:
    random, seen = Random(7), 0
    for _event in range(300):
        first, second = by_chance(random), by_chance(random)
        finalists = frozenset(team.id for team in first.teams if random.random() < 0.5)
        if not finalists:
            continue
        both = in_two_rounds(first, second, finalists)
        found = rounds.results(both)
        expected = slow.two_rounds(both)
        assert {place.team_id: place.place for place in found.places} == expected
        sure = confidence(both, rounds.deciding(found))
        assert (sure is None) == (not any(team in expected for team in finalists))
        seen += len(expected) > 2
    assert seen > 100
