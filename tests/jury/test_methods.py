"""Methods C, D and E: published numbers, what each needs, and the properties that always hold."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jury import slow
from jury.judgings import by_chance, id_, judged, judgings, scored
from jury.published import (
    ADJUSTED,
    JUROR_EFFECTS,
    PLAIN_ORDER,
    RATING_EFFECTS,
    RATINGS,
    SCORES,
    STANDARDISED,
    TEAM_EFFECTS,
)

from hackdesk.jury import ranking
from hackdesk.jury.least_squares import fit, pull
from hackdesk.jury.methods import METHODS, NEAR, standardised_scores
from hackdesk.jury.panel import panel_of
from hackdesk.jury.rules import Ballot, BallotState, Judging
from hackdesk.language import language

ENGLISH = language("en")


def refused(judging: Judging, method: str) -> str:
    results = ranking.results(judging, method)
    assert not results.refused or (results.method_refused and not results.places)
    return ENGLISH(results.refused, **results.refused_values)


def incomplete() -> st.SearchStrategy[Judging]:
    """Two jurors and two teams at least, one ballot missing: still one panel."""
    wide = judgings(full=True).filter(lambda one: len(one.jurors) > 1 and len(one.teams) > 1)
    return wide.map(lambda one: replace(one, ballots=one.ballots[1:]))


def test_the_catalyst_data_gives_the_published_adjusted_scores() -> None:
    judging = scored(SCORES)
    results = ranking.results(judging, "adjusted")
    assert [float(place.score) for place in sorted(results.places, key=lambda one: one.team)] == list(ADJUSTED)
    assert [place.team[-1] for place in results.places] == ["4", "3", "2", "1"]
    plain = ranking.results(judging).places
    assert tuple(int(place.team[-1]) for place in plain) == PLAIN_ORDER


def test_the_catalyst_data_gives_the_published_effects_of_teams_and_jurors() -> None:
    panel = panel_of(scored(SCORES))
    found = fit(panel.rows, panel.per)
    assert found is not None
    assert list(found.jurors.values()) == pytest.approx(JUROR_EFFECTS, abs=NEAR)
    assert [value - 72.5 for value in found.teams] == pytest.approx(TEAM_EFFECTS, abs=NEAR)


def test_recorded_ratings_give_the_published_leanings_and_standardised_means() -> None:
    panel = panel_of(scored(RATINGS, highest=10))
    found = fit(panel.rows, panel.per)
    assert found is not None
    # One published point is ten of ours: ratings go from 0 to 10.
    assert [value / 10 for value in found.jurors.values()] == pytest.approx(RATING_EFFECTS, abs=NEAR)
    scores = standardised_scores(panel.rows, panel.per)
    assert scores is not None
    assert [float(score - 100) / 20 for score in scores] == pytest.approx(STANDARDISED, abs=NEAR)


def test_the_adjusted_mean_needs_three_ballots_of_each_juror_and_two_for_each_team() -> None:
    few = judged({"Bus": [(5,), (6,), None], "Care": [(4,), (3,), (2,)], "Youth": [(4,), (3,), (2,)]})
    assert refused(few, "adjusted") == "The adjusted mean needs 3 ballots of each juror. Fewer came from juror 2."
    alone = judged({"A": [(5,), None], "B": [(4,), (3,)], "C": [(4,), (3,)], "D": [(4,), (3,)]})
    assert refused(alone, "adjusted") == "The adjusted mean needs 2 ballots for each team. Fewer came for A."


def test_two_panels_that_share_no_juror_are_named() -> None:
    halves = {team: [(5,), (6,), None, None] for team in "ABC"}
    halves |= {team: [None, None, (7,), (1,)] for team in "DEF"}
    assert refused(judged(halves), "adjusted") == (
        "There are two panels that share no juror: juror 0, juror 1 (A, B, C) / juror 2, juror 3 (D, E, F)."
    )
    thirds = halves | {team: [None, None, None, None, (7,), (1,)] for team in "GHI"}
    whole = {team: [*marks, None, None][:6] for team, marks in thirds.items()}
    assert refused(judged(whole), "adjusted").startswith("There are 3 panels that share no juror: juror 0, ")


def test_standardised_scores_need_eight_ballots_of_jurors_who_tell_teams_apart() -> None:
    seven = judged({str(team): [(team,), (7 - team,)] for team in range(7)})
    assert "8 ballots of each juror. Fewer came from juror 0, juror 1." in refused(seven, "standardised")
    flat = judged({str(team): [(team,), (5,)] for team in range(8)})
    assert "All ballots are alike of juror 1." in refused(flat, "standardised")
    eight = judged({str(team): [(team,), (9 - team // 2,)] for team in range(8)})
    assert not refused(eight, "standardised")


def test_the_trimmed_mean_needs_five_ballots_and_as_many_for_each() -> None:
    four = judged({"Bus": [(5,)] * 4, "Care": [(4,)] * 4})
    assert refused(four, "trimmed") == "The trimmed mean needs 5 ballots for every team. Fewer came for Bus, Care."
    uneven = judged({"Bus": [(5,)] * 6, "Care": [*[(4,)] * 5, None]})
    assert "as many ballots for one team as for another. Fewer for Care." in refused(uneven, "trimmed")
    five = judged({"Bus": [(0,), (5,), (5,), (6,), (10,)], "Care": [(5,)] * 5})
    scores = {place.team: place.score for place in ranking.results(five, "trimmed").places}
    assert scores == {"Bus": Fraction(160, 3), "Care": 50}


@given(judgings(full=True))
def test_on_a_full_matrix_the_plain_and_the_adjusted_mean_are_the_same(judging: Judging) -> None:
    plain, adjusted = (ranking.results(judging, method).places for method in ("mean", "adjusted"))
    assert plain == adjusted
    panel, means = panel_of(judging), slow.mean(judging)
    found = fit(panel.rows, panel.per)
    assert found is not None
    assert found.teams == pytest.approx([float(means[team]) for team in panel.teams])


@given(incomplete(), st.integers(0, 3), st.integers(-20, 20))
def test_a_constant_added_to_one_jurors_ballots_leaves_the_adjusted_mean_alone(
    judging: Judging, juror: int, more: int
) -> None:
    panel = panel_of(judging)
    added = more * panel.per
    shifted = [{one: score + added * (one == juror) for one, score in row.items()} for row in panel.rows]
    before, after = fit(panel.rows, panel.per), fit(shifted, panel.per)
    assert before is not None and after is not None
    moved = more * (juror in before.jurors) / len(before.jurors)  # the panel as a whole is milder by that
    assert [value - moved for value in after.teams] == pytest.approx(before.teams, abs=1e-8)


@given(incomplete())
def test_filling_a_missing_cell_with_its_fitted_value_leaves_the_adjusted_mean_alone(judging: Judging) -> None:
    panel, fine = panel_of(judging), 10**12
    found = fit(panel.rows, panel.per)
    assert found is not None
    team, juror = next((at, juror) for at, row in enumerate(panel.rows) for juror in range(len(panel.jurors))
                       if juror not in row)  # fmt: skip
    rows = [{one: score * fine for one, score in row.items()} for row in panel.rows]
    rows[team][juror] = round((found.teams[team] + found.jurors[juror]) * panel.per * fine)
    filled = fit(rows, panel.per * fine)
    assert filled is not None
    assert filled.teams == pytest.approx(found.teams, abs=1e-8)
    assert list(filled.jurors.values()) == pytest.approx([found.jurors[one] for one in filled.jurors], abs=1e-8)


@given(judgings(), st.randoms(use_true_random=False), st.sampled_from(sorted(METHODS)))
def test_no_method_minds_the_order_of_entry(judging: Judging, chance: Random, method: str) -> None:
    parts = [list(judging.jurors), list(judging.teams), list(judging.ballots)]
    for part in parts:
        chance.shuffle(part)
    shuffled = Judging(judging.criteria, *map(tuple, parts))
    one, other = ranking.results(judging, method), ranking.results(shuffled, method)
    assert one.places == other.places and bool(one.refused) == bool(other.refused)


@given(judgings(), st.fractions(Fraction(1, 9), 9, max_denominator=9), st.sampled_from(sorted(METHODS)))
def test_no_method_minds_weights_times_a_number(judging: Judging, factor: Fraction, method: str) -> None:
    criteria = tuple(replace(one, weight=one.weight * factor) for one in judging.criteria)
    heavier = replace(judging, criteria=criteria)
    assert ranking.results(heavier, method).places == ranking.results(judging, method).places


@pytest.mark.parametrize("method", METHODS)
def test_one_juror_one_team_all_equal_and_no_spread_give_an_answer_or_a_refusal(method: str) -> None:
    for marks in ({"Bus": [(5,)]}, {"Bus": [(5,)] * 9}, {str(team): [(5,)] for team in range(9)},
                  {str(team): [(5,)] * 9 for team in range(9)}, {"Bus": [None]}):  # fmt: skip
        results = ranking.results(judged(marks), method)
        assert bool(results.places) != bool(results.refused)


def test_scores_within_a_billionth_are_a_tie_of_adjusted_means() -> None:
    """The same worth, met by other jurors: floating point must not tell them apart."""
    judging = scored([(60, 66, None), (None, 66, 63), (60, None, 63), (60, 66, 63), (30, 36, 33)])
    results = ranking.results(judging, "adjusted")
    assert [float(place.score) for place in results.places] == [63.0] * 4 + [33.0]
    assert {team for tie in results.ties for group in tie.groups for team in group} == {
        place.team_id for place in results.places[:4]
    }


def test_one_point_on_one_ballot_moves_the_gap_as_far_as_is_said() -> None:
    random = Random(7)
    tried = 0
    for judging in (by_chance(random) for _event in range(120)):
        panel = panel_of(judging)
        before = fit(panel.rows, panel.per) if len(panel.rows) > 1 else None
        if before is None:
            continue
        most = 0.0
        for team, row in enumerate(panel.rows):
            for juror in row:
                rows = [{one: score + panel.per * ((at, one) == (team, juror)) for one, score in own.items()}
                        for at, own in enumerate(panel.rows)]  # fmt: skip
                after = fit(rows, panel.per)
                assert after is not None
                gaps = [one.teams[0] - one.teams[1] for one in (before, after)]
                most = max(most, abs(gaps[1] - gaps[0]))
        assert pull(panel.rows, 0, 1) == pytest.approx(most)
        tried += 1
    assert tried > 20


def test_a_juror_without_a_ballot_that_counts_is_nobody_to_wait_for() -> None:
    judging = judged({team: [(5,), (6,), (3,)] for team in "ABC"})
    away = Ballot(id_(2, 0), id_(3, 0), BallotState.RECUSED, reason="x")
    without = replace(judging, ballots=(away, *(one for one in judging.ballots if one.juror_id != id_(2, 0))))
    assert not refused(without, "adjusted")
