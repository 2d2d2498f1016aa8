"""How sure a result is: leaving out, moving weights, open ballots, ranks, agreement, one mark."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jury import slow
from jury.judgings import id_, judged, judgings, scored
from jury.published import ICC_2_K, RATINGS, SCORES, TASTINGS

from hackdesk.jury import ranking
from hackdesk.jury.agreement import icc, kendall, mean_ranks
from hackdesk.jury.confidence import Confidence, Doubt, confidence
from hackdesk.jury.methods import METHODS
from hackdesk.jury.panel import panel_of
from hackdesk.jury.rules import BallotState, Judging
from hackdesk.jury.sureness import (
    adjustment_sentences,
    agreement_sentences,
    leaning_sentence,
    safety_sentences,
    team_sentence,
    verdict,
)
from hackdesk.language import language

ENGLISH = language("en")


def sure_of(judging: Judging, method: str = "mean") -> Confidence:
    found = confidence(judging, ranking.results(judging, method))
    assert found is not None
    return found


def said(judging: Judging, method: str = "mean") -> tuple[str, ...]:
    return safety_sentences(sure_of(judging, method), ranking.names_in(judging), ENGLISH)


def with_open(judging: Judging, *pairs: tuple[int, int]) -> Judging:
    """(team, juror): these ballots are still open."""
    ids = {(id_(3, team), id_(2, juror)) for team, juror in pairs}
    ballots = tuple(
        replace(one, state=BallotState.OPEN) if (one.team_id, one.juror_id) in ids else one
        for one in judging.ballots
    )
    return replace(judging, ballots=ballots)


@pytest.mark.parametrize("name", TASTINGS)
def test_recorded_juries_give_the_published_rank_sums_places_and_agreement(name: str) -> None:
    tasting = TASTINGS[name]
    # A score that falls with the rank, so that each juror's order is the recorded one.
    judging = scored([[20 - row[team] for row in tasting.ranks] for team in range(len(tasting.rank_sums))])
    panel = panel_of(judging)
    sums = [rank * len(tasting.ranks) for rank in mean_ranks(panel)]
    assert sums == list(tasting.rank_sums)
    assert [1 + sum(other < one for other in sums) for one in sums] == list(tasting.places)
    agreed = kendall(panel)
    assert agreed is not None and agreed[1] == len(tasting.ranks)
    assert round(float(agreed[0]), 4) == tasting.w


def test_recorded_ratings_give_the_published_icc() -> None:
    assert float(icc(panel_of(scored(RATINGS, highest=10))) or 0) == pytest.approx(ICC_2_K)
    assert icc(panel_of(scored(SCORES))) is None


def test_agreement_is_whole_where_all_have_one_order_and_unsaid_where_nobody_has_one() -> None:
    assert kendall(panel_of(scored([(90, 80, 70), (50, 40, 30), (10, 20, 20)]))) == (1, 3)
    tied = kendall(panel_of(scored([(90, 80), (90, 80), (10, 20)])))
    assert tied == (1, 2)  # only the correction for ties makes it whole
    for alike in ([(5, 5), (5, 5)], [(5, 6)], [(5,), (6,)]):
        panel = panel_of(scored(alike))
        assert kendall(panel) is None
    assert icc(panel_of(scored([(5, 5), (5, 5)]))) is None


def test_leaving_out_the_one_juror_who_decides_is_named() -> None:
    judging = judged({"Bus": [(6,), (6,), (6,), (10,)], "Care": [(7,), (7,), (7,), (5,)]})
    sure = sure_of(judging)
    assert [one.first for one in sure.left_out] == [False, False, False, True]
    assert Doubt.JUROR in sure.doubts and verdict(sure, ENGLISH) == "Too close: talk before you sign"
    assert "The first place stays the same when any one juror is left out: 3 of 4." in said(judging)
    assert "Without juror 3 it is “Care”." in said(judging)


def test_a_weight_that_decides_is_named_with_its_direction() -> None:
    judging = judged({"Bus": [(8, 5)] * 9, "Care": [(5, 8)] * 9}, criteria=2)
    first, second = judging.criteria
    weighed = replace(first, weight=Fraction(54)), replace(second, weight=Fraction(46))
    leaning = replace(judging, criteria=weighed)
    sure = sure_of(leaning)
    assert [(one.criterion, one.points) for one in sure.moved if one.first] == [
        ("criterion 0", -10), ("criterion 1", 10),
    ]  # fmt: skip
    assert any("10 points less for “criterion 0”" in sentence for sentence in said(leaning))
    assert all("weight" not in sentence for sentence in said(judged({"Bus": [(8,)], "Care": [(5,)]})))


def test_open_ballots_leave_exactly_the_places_that_the_worst_and_the_best_marks_give() -> None:
    judging = with_open(judged({"Bus": [(9,), (9,)], "Care": [(6,), (6,)], "Youth": [(1,), (1,)]}), (1, 1))
    sure = sure_of(judging)
    names = {name: (int(sure.possible[id_(3, at)].low), int(sure.possible[id_(3, at)].high))
             for at, name in enumerate(("Bus", "Care", "Youth"))}  # fmt: skip
    assert names == {"Bus": (1, 1), "Care": (2, 2), "Youth": (3, 3)}
    assert "No open ballot can change the first place any more." in said(judging)
    wider = with_open(judging, (0, 0), (1, 1))
    assert Doubt.OPEN in sure_of(wider).doubts
    assert "With the open ballots “Care” can still be first." in said(wider)
    assert "place 1–2 with the open ballots" in team_sentence(sure_of(wider), id_(3, 0), ENGLISH)


def test_a_sealed_result_waits_for_no_ballot() -> None:
    judging = with_open(judged({"Bus": [(9,), (9,)], "Care": [(6,), (6,)]}), (0, 0))
    sealed = replace(ranking.results(judging), revision=1)
    found = confidence(judging, sealed)
    assert found is not None and not found.possible


def test_one_mark_on_one_ballot_can_move_its_share_of_the_mean() -> None:
    judging = judged({"Bus": [(8, 8)] * 4, "Care": [(6, 6)] * 4}, criteria=2)
    sure = sure_of(judging)
    assert (sure.gap, sure.one_mark) == (20, Fraction(50, 4))
    assert Doubt.ONE_MARK not in sure.doubts
    nearer = sure_of(judged({"Bus": [(8, 8)] * 4, "Care": [(7, 7)] * 4}, criteria=2))
    assert nearer.doubts == (Doubt.ONE_MARK,)
    exactly = judged({"Bus": [(10, 5)] * 4, "Care": [(5, 5)] * 2 + [(10, 5), (10, 5)]}, criteria=2)
    assert sure_of(exactly).gap == sure_of(exactly).one_mark
    assert Doubt.ONE_MARK not in sure_of(exactly).doubts


def test_a_winner_whom_nothing_touches_is_said_to_look_safe() -> None:
    judging = judged({"Bus": [(9, 9)] * 5, "Care": [(3, 3)] * 5, "Youth": [(2, 2)] * 5}, criteria=2)
    assert sure_of(judging).doubts == () and verdict(sure_of(judging), ENGLISH) == "The first place looks safe"
    assert said(judging)[0].startswith("“Bus” is 60.0 points ahead.")


def test_ranks_alone_may_put_another_team_first() -> None:
    judging = judged({"Bus": [(10,), (5,), (5,)], "Care": [(1,), (6,), (6,)]})
    assert Doubt.RANKS in sure_of(judging).doubts
    assert "By the jurors' ranks alone it is “Care”." in said(judging)


def test_a_shared_first_place_one_team_and_one_juror_are_said_in_words() -> None:
    shared = judged({"Bus": [(5,), (6,)], "Care": [(6,), (5,)]})
    assert said(shared)[0] == "“Bus” and “Care” share the first place."
    assert Doubt.ONE_MARK in sure_of(shared).doubts
    alone = judged({"Bus": [(5,), (5,)]})
    assert said(alone)[0] == "Only one team has a place." and sure_of(alone).doubts == ()
    assert "Only one juror has handed in ballots, so nobody can be left out." in said(
        judged({"Bus": [(5,)], "Care": [(4,)]})
    )


def test_milder_and_stricter_are_told_from_three_ballots_on() -> None:
    judging = judged({team: [(6,), (8,), (7,)] for team in "ABC"})
    assert [leaning_sentence(one, ENGLISH) for one in sure_of(judging).leanings] == [
        "10.0 points stricter than the panel", "10.0 points milder than the panel", "as the panel",
    ]  # fmt: skip
    few = judged({team: [(6,), (8,)] for team in "AB"})
    assert [leaning_sentence(one, ENGLISH) for one in sure_of(few).leanings] == ["too few ballots to say"] * 2


def test_plain_and_adjusted_say_whose_place_differs_and_why() -> None:
    judging = scored(SCORES)
    sentences = adjustment_sentences(sure_of(judging), ranking.names_in(judging), ENGLISH)
    assert (
        "“team 1”: place 2 by the plain mean, 4 adjusted. "
        "Not scored by juror 2 (3.9 points stricter)."
    ) in sentences
    full = judged({"Bus": [(5,), (6,)], "Care": [(4,), (4,)]})
    assert adjustment_sentences(sure_of(full), {}, ENGLISH) == (
        "Every juror scored every team, so there is nothing to adjust.",
    )


def test_how_far_the_jurors_agree_is_said_in_words_first() -> None:
    judging = scored([(90, 80, 70), (50, 40, 30), (10, 20, 20)])
    assert agreement_sentences(sure_of(judging), ENGLISH) == (
        "The jurors put the teams in much the same order (Kendall's W 1.00 of 1).",
        "Another such panel would give much the same means (ICC 0.97 of 1).",
    )
    assert agreement_sentences(sure_of(judged({"Bus": [(5,)]})), ENGLISH) == ()


@given(judgings(), st.sampled_from(sorted(METHODS)), st.fractions(Fraction(1, 9), 9, max_denominator=9))
def test_confidence_never_fails_and_minds_no_factor_of_the_weights(
    judging: Judging, method: str, factor: Fraction
) -> None:
    found = confidence(judging, ranking.results(judging, method))
    criteria = tuple(replace(one, weight=one.weight * factor) for one in judging.criteria)
    heavier = replace(judging, criteria=criteria)
    assert confidence(heavier, ranking.results(heavier, method)) == found
    if found is not None:
        names = ranking.names_in(judging)
        assert verdict(found, ENGLISH) and safety_sentences(found, names, ENGLISH)
        for team, span in found.places.items():
            assert 1 <= span.low <= span.high and team_sentence(found, team, ENGLISH)


@given(judgings())
def test_no_completion_of_the_open_ballots_leaves_the_possible_places(judging: Judging) -> None:
    found = confidence(judging, ranking.results(judging))
    done = replace(judging, ballots=tuple(
        replace(one, state=BallotState.COMPLETE) if one.state is BallotState.OPEN else one
        for one in judging.ballots
    ))  # fmt: skip
    after = slow.places(done, slow.mean(done))
    for team, span in (found.possible if found else {}).items():
        assert span.low <= after[team] <= span.high
