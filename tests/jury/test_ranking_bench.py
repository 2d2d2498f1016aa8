"""The bench of the ranking, small: it still runs, and what it times is the real thing."""

from __future__ import annotations

import pytest
from bench.ranking import a_jury, measured

from hackdesk.jury import ranking
from hackdesk.jury.methods import METHODS


@pytest.mark.parametrize("method", METHODS)
def test_the_bench_times_places_and_confidence_of_every_method(method: str) -> None:
    judging = a_jury(8, 5, 2, missing=0.0)
    times, sure = measured(judging, method, rounds=1)
    assert not times.refused and sure is not None and len(sure.left_out) == 5
    assert len(sure.places) == len(ranking.results(judging, method).places) == 8
    assert times.whole == times.places + times.sureness and min(times.bare, times.places) > 0


def test_the_benchs_jury_with_ballots_missing_has_open_ones() -> None:
    _times, sure = measured(a_jury(20, 6, 2, missing=0.2), "mean", rounds=1)
    assert sure is not None and sure.possible and not sure.whole
