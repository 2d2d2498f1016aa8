"""Where a time of the day is on the screen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ui.programme.axis import LEAST, Axis, lanes

NINE = datetime(2026, 10, 25, 0, 0, tzinfo=UTC)
Spans = list[tuple[datetime, datetime]]


def span(start: float, end: float) -> tuple[datetime, datetime]:
    return NINE + timedelta(minutes=start), NINE + timedelta(minutes=end)


_SPANS = st.lists(
    st.tuples(st.integers(0, 900), st.integers(1, 400)).map(lambda one: span(one[0], one[0] + one[1])),
    min_size=1, max_size=20,
)  # fmt: skip


@given(_SPANS, st.integers(-60, 1500), st.integers(0, 900))
def test_a_place_says_the_time_it_stands_for(spans: Spans, minutes: int, room: int) -> None:
    axis = Axis(spans, room)
    at = NINE + timedelta(minutes=minutes)
    first, last = min(one for one, _end in spans), max(end for _one, end in spans)
    if first <= at <= last:
        assert abs(axis.at(axis.y(at)) - at) < timedelta(seconds=1)
    assert axis.y(at) <= axis.y(at + timedelta(minutes=5))


@given(_SPANS, st.integers(0, 900))
def test_every_item_can_be_read_and_a_longer_one_is_never_lower(spans: Spans, room: int) -> None:
    axis = Axis(spans, room)
    heights = {one: axis.y(one[1]) - axis.y(one[0]) for one in spans}
    assert all(height >= LEAST - 0.01 for height in heights.values())
    for one in spans:
        for other in spans:
            if other[0] <= one[0] and one[1] <= other[1]:
                assert heights[one] <= heights[other] + 0.01


@given(_SPANS)
def test_two_that_overlap_never_lie_upon_each_other(spans: Spans) -> None:
    placed = lanes(spans)
    for number, one in enumerate(spans):
        for other_number, other in enumerate(spans[:number]):
            if one[0] < other[1] and other[0] < one[1]:
                assert placed[number][0] != placed[other_number][0]
                assert placed[number][1] == placed[other_number][1]
    assert all(lane < count for lane, count in placed)


def test_a_day_that_fits_needs_no_scrolling() -> None:
    spans = [span(0, 60), span(60, 90), span(90, 135), span(135, 255)]
    assert Axis(spans, 500).height <= 500
    assert Axis([], 300).y(NINE) > 0
