"""Method A, method B and the ladder, against properties and an independent slow implementation."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from itertools import permutations
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st
from jury import slow
from jury.judgings import id_, judged, judgings

from hackdesk.jury import ranking
from hackdesk.jury.rules import (
    BallotState,
    Criterion,
    Judging,
    TieVote,
    rounded,
    shares,
)
from hackdesk.jury.ties import Rung


def _outcome(judging: Judging) -> list[tuple[int, UUID, Fraction, int, bool]]:
    return [
        (place.place, place.team_id, place.score, place.ballots, place.shared)
        for place in ranking.results(judging).places
    ]


@given(judgings())
def test_places_agree_with_a_slow_implementation(judging: Judging) -> None:
    found = {place.team_id: place for place in ranking.results(judging).places}
    assert {team: place.score for team, place in found.items()} == slow.mean(judging)
    assert {team: place.place for team, place in found.items()} == slow.places(judging, slow.mean(judging))


@given(judgings(), st.randoms(use_true_random=False))
def test_the_order_of_jurors_teams_and_entry_does_not_matter(judging: Judging, chance: random.Random) -> None:
    parts = [list(judging.jurors), list(judging.teams), list(judging.ballots)]
    for part in parts:
        chance.shuffle(part)
    jurors, teams, ballots = parts
    shuffled = Judging(judging.criteria, tuple(jurors), tuple(teams), tuple(ballots))
    assert _outcome(shuffled) == _outcome(judging)


@given(judgings(), st.fractions(Fraction(1, 9), 9, max_denominator=9))
def test_weights_times_a_number_change_nothing(judging: Judging, factor: Fraction) -> None:
    criteria = tuple(replace(one, weight=one.weight * factor) for one in judging.criteria)
    heavier = replace(judging, criteria=criteria)
    assert _outcome(heavier) == _outcome(judging)
    assert shares(criteria) == shares(judging.criteria)


@given(judgings())
def test_every_pair_is_either_counted_or_named_as_missing(judging: Judging) -> None:
    results = ranking.results(judging)
    counted = sum(place.ballots for place in results.places)
    assert counted + len(results.missing) == len(judging.jurors) * len(judging.teams)
    placed = {place.team_id for place in results.places}
    assert placed | {team.id for team in results.without_place} == {team.id for team in judging.teams}
    assert placed.isdisjoint(team.id for team in results.without_place)


@given(judgings())
def test_places_are_counted_like_1_2_2_4(judging: Judging) -> None:
    places = ranking.results(judging).places
    for index, place in enumerate(places):
        group = [other for other in places if other.place == place.place]
        assert place.place == 1 + sum(other.place < place.place for other in places)
        assert place.shared == (len(group) > 1)
        assert place.until == place.place + len(group) - 1
        assert index < place.until


@given(judgings(full=True))
def test_a_ballot_set_aside_is_the_same_as_one_never_written(judging: Judging) -> None:
    aside = replace(judging.ballots[0], state=BallotState.RECUSED, reason="my sister's team")
    recused = replace(judging, ballots=(aside, *judging.ballots[1:]))
    absent = replace(judging, ballots=judging.ballots[1:])
    assert _outcome(recused) == _outcome(absent)


def _lines(judging: Judging) -> list[tuple[int, str]]:
    return [(place.place, place.team) for place in ranking.results(judging).places]


def test_a_missing_ballot_is_never_zero() -> None:
    judging = judged({"Bus": [(8,), None], "Care": [(7,), (7,)]})
    assert _lines(judging) == [(1, "Bus"), (2, "Care")]
    assert [place.ballots for place in ranking.results(judging).places] == [1, 2]


def test_weights_that_add_up_to_90_give_their_real_shares() -> None:
    criteria = [Criterion(id_(1, n), str(n), weight=Fraction(weight)) for n, weight in enumerate((45, 30, 15))]
    assert list(shares(criteria).values()) == [Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)]


def test_equal_thirds_tie_exactly() -> None:
    judging = judged({"Bus": [(1,), (1,), (2,)], "Care": [(2,), (1,), (1,)]})
    results = ranking.results(judging)
    assert [place.score for place in results.places] == [Fraction(40, 3), Fraction(40, 3)]
    assert [(place.place, place.shared, place.until) for place in results.places] == [(1, True, 2)] * 2


def test_a_tie_is_decided_by_the_first_declared_criterion_and_says_so() -> None:
    judging = judged({"Bus": [(4, 6)], "Care": [(6, 4)]}, criteria=2)
    results = ranking.results(judging)
    assert _lines(judging) == [(1, "Care"), (2, "Bus")]
    assert [(tie.rung, tie.criterion) for tie in results.ties] == [(Rung.CRITERION, "criterion 0")]


def test_a_tie_of_two_is_decided_by_the_jurors_who_put_one_before_the_other() -> None:
    judging = judged({"Bus": [(5,), (5,), (8,)], "Care": [(6,), (6,), (6,)]})
    results = ranking.results(judging)
    assert _lines(judging) == [(1, "Care"), (2, "Bus")]
    assert [(tie.rung, tie.counts) for tie in results.ties] == [(Rung.JURORS, (2, 1))]


def test_jurors_do_not_decide_between_three() -> None:
    judging = judged({"Bus": [(5,), (5,), (8,)], "Care": [(6,), (6,), (6,)], "Youth": [(6,), (7,), (5,)]})
    assert _lines(judging) == [(1, "Bus"), (1, "Care"), (1, "Youth")]
    assert [tie.rung for tie in ranking.results(judging).ties] == [Rung.SHARED]


def test_two_left_over_from_three_go_on_down_the_ladder() -> None:
    judging = judged(
        {"Bus": [(5, 5), (5, 5), (8, 8)], "Care": [(6, 6), (6, 6), (6, 6)], "Youth": [(7, 5), (7, 5), (7, 5)]},
        criteria=2,
    )
    assert _lines(judging) == [(1, "Youth"), (2, "Care"), (3, "Bus")]
    assert [tie.rung for tie in ranking.results(judging).ties] == [Rung.CRITERION, Rung.JURORS]


def test_one_juror_one_team_and_equal_marks_give_an_answer() -> None:
    assert _lines(judged({"Bus": [(0,)]})) == [(1, "Bus")]
    alike = judged({name: [(5,), (5,)] for name in ("A", "B", "C", "D")})
    assert _lines(alike) == [(1, name) for name in "ABCD"]


def test_without_any_ballot_the_reason_is_said() -> None:
    results = ranking.results(judged({"Bus": [None], "Care": [None]}))
    assert results.refused and not results.places
    assert [team.name for team in results.without_place] == ["Bus", "Care"]


@settings(max_examples=30)
@given(st.permutations(range(4)))
def test_names_and_ids_never_decide(order: list[int]) -> None:
    names = ["Õun", "Aed", "Zoo", "Bus"]
    judging = judged({names[number]: [(5,), (5,)] for number in order})
    assert {place.place for place in ranking.results(judging).places} == {1}


def test_scores_are_shown_rounded_half_up() -> None:
    shown = [str(rounded(score)) for score in (Fraction(849, 20), Fraction(1, 20), Fraction(0), Fraction(100))]
    assert shown == ["42.5", "0.1", "0.0", "100.0"]
    assert str(rounded(Fraction(5, 2), 0)) == "3"


def test_a_recorded_vote_decides_in_whatever_order_the_teams_were_entered() -> None:
    judging = judged({"A": [(5,)], "B": [(5,)], "C": [(5,)]})
    ids = {team.name: team.id for team in judging.teams}
    vote = TieVote((ids["C"], ids["A"], ids["B"]), "closest to the people", datetime(2026, 11, 15, tzinfo=UTC))
    for teams in permutations(judging.teams):
        voted = replace(judging, teams=teams, votes=(vote,))
        assert _lines(voted) == [(1, "C"), (2, "A"), (3, "B")]
    other = replace(vote, order=vote.order[:2])
    assert _lines(replace(judging, votes=(other,))) == [(1, "A"), (1, "B"), (1, "C")]
