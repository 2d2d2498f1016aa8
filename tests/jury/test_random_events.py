"""A thousand events made by chance: places and confidence, beside an independent slow implementation."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from random import Random

import pytest
from jury import slow
from jury.judgings import by_chance

from hackdesk.jury import ranking
from hackdesk.jury.confidence import Confidence, confidence, places_in
from hackdesk.jury.methods import METHODS, NEAR
from hackdesk.jury.ranking import Results
from hackdesk.jury.rules import BallotState, Judging

EVENTS = 1000
#: Trying out every end of more open ballots takes long.
MOST_OPEN = 3
CHECKED = ("mean", "adjusted")


def agree(found: Results, judging: Judging, method: str) -> None:
    """Scores and places are those of the definitions."""
    scores = slow.SCORES[method](judging)
    places = slow.places(judging, scores)
    near = {"adjusted": NEAR, "standardised": 1e-25}.get(method, 0)
    assert {place.team_id for place in found.places} == scores.keys()
    for place in found.places:
        assert abs(place.score - scores[place.team_id]) <= near
        if method != "standardised":  # the slow one has no exact ties there
            assert place.place == places[place.team_id]


def agree_on_jurors(sure: Confidence, judging: Judging, method: str, random: Random) -> None:
    """Whoever is left out, the places are those of the ballots without them."""
    one = random.choice(sure.left_out)
    rest = slow.without(judging, one.juror_id)
    rows = slow.table(rest)
    if not rows or (method == "adjusted" and not slow.connected(rows)):
        assert one.groups == ()
        return
    if one.groups:
        expected = slow.places(rest, slow.SCORES[method](rest))
        assert {team: place for team, (place, _until) in places_in(one.groups).items()} == expected
    assert one.first == bool(one.groups and set(one.groups[0]) != set(sure.first))


def agree_on_weights(sure: Confidence, judging: Judging, method: str, random: Random) -> None:
    """Whichever share is moved, the first is who would be first with these weights."""
    if len(judging.criteria) < 2:
        assert sure.moved == ()
        return
    number, points = random.randrange(len(judging.criteria)), random.choice((10, -10))
    (one,) = [one for one in sure.moved if (one.criterion, one.points) == (judging.criteria[number].name, points)]
    other = slow.moved(judging, number, points)
    assert set(one.groups[0]) == slow.first(other, slow.SCORES[method](other))


def agree_on_what_is_possible(sure: Confidence, judging: Judging) -> bool:
    """The best and the worst places are those that trying out finds."""
    open_ = sum(one.state is BallotState.OPEN for one in judging.ballots)
    if not open_:
        assert sure.possible == {}
    if not 0 < open_ <= MOST_OPEN:
        return False
    assert {team: (span.low, span.high) for team, span in sure.possible.items()} == slow.possible(judging)
    return True


@pytest.mark.slow
def test_a_thousand_events_by_chance_agree_with_the_definitions() -> None:
    random, counts = Random(2026), Counter[str]()
    for _event in range(EVENTS):
        judging = by_chance(random)
        for method in METHODS:
            results = ranking.results(judging, method)
            assert bool(results.places) == slow.offered(judging, method)
            if not results.places:
                continue
            counts[method] += 1
            agree(results, judging, method)
            sure = confidence(judging, results) if method in CHECKED else None
            if sure is not None:
                agree_on_jurors(sure, judging, method, random)
                agree_on_weights(sure, judging, method, random)
            if sure is not None and method == "mean":
                assert sure.ranks == slow.ranks(judging)
                counts["possible"] += agree_on_what_is_possible(sure, judging)
    assert min(counts[key] for key in (*METHODS, "possible")) > 50, counts


@pytest.mark.parametrize("method", ["trimmed", "standardised"])
def test_what_is_left_of_a_rare_method_without_a_juror_is_worked_out_or_left_unsaid(method: str) -> None:
    random, tried = Random(3), 0
    for judging in (by_chance(random) for _event in range(400)):
        sure = confidence(judging, ranking.results(judging, method))
        for one in sure.left_out if sure else ():
            scores = slow.SCORES[method](slow.without(judging, one.juror_id)) if one.groups else {}
            best = max(scores.values(), default=Fraction(0))
            assert not one.groups or abs(scores[one.groups[0][0]] - best) < NEAR
            tried += 1
    assert tried > 20
