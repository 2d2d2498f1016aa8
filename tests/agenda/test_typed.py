"""What somebody types as a length or as a time of day."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hackdesk.agenda.typed import bells_of, bells_text, length_of, length_text, next_time
from hackdesk.errors import HackDeskError

HALL = ZoneInfo("Europe/Tallinn")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("10", 600), ("1:30", 90), ("0:45", 45), ("1:02:03", 3723), ("90 s", 90), ("90s", 90), ("1,5", 90),
        ("2 min", 120), ("1 h", 3600), (" 3 ", 180), ("0", 0), ("100:00", 6000),
    ],
)  # fmt: skip
def test_a_length_is_minutes_unless_it_says_otherwise(text: str, seconds: int) -> None:
    assert length_of(text) == seconds


@pytest.mark.parametrize("text", ["", "soon", "1:99", "-3", "10 x", "99999", "1:75:00", "25 h"])
def test_what_is_no_length_is_refused_in_words(text: str) -> None:
    with pytest.raises(HackDeskError, match="is not a length"):
        length_of(text)


@given(st.integers(0, 24 * 3600))
def test_a_length_that_is_written_is_read_again(seconds: int) -> None:
    assert length_of(length_text(seconds)) == seconds


def test_bells_are_read_and_written_before_the_end_and_after_it() -> None:
    assert bells_of("0:00, 1:00 +1:00; 0:30") == (60, 30, 0, -60)
    assert bells_text((60, 30, 0, -60)) == "1:00, 0:30, 0:00, +1:00"
    assert bells_of("") == ()


@pytest.mark.parametrize(
    ("text", "now", "then"),
    [
        ("15:30", (2026, 11, 14, 15, 0), (2026, 11, 14, 15, 30)),
        ("15.30", (2026, 11, 14, 15, 30), (2026, 11, 15, 15, 30)),
        ("1530", (2026, 11, 14, 20, 0), (2026, 11, 15, 15, 30)),
        ("9", (2026, 11, 14, 8, 59), (2026, 11, 14, 9, 0)),
        ("12:00", (2026, 10, 24, 13, 0), (2026, 10, 25, 12, 0)),
    ],
)
def test_a_time_of_day_is_the_next_one_of_the_hall(text: str, now: tuple[int, ...], then: tuple[int, ...]) -> None:
    found = next_time(text, datetime(*now, tzinfo=HALL).astimezone(UTC), HALL)
    assert found == datetime(*then, tzinfo=HALL).astimezone(UTC)


def test_where_the_clock_goes_back_the_first_half_past_three_that_is_still_to_come_counts() -> None:
    before = datetime(2026, 10, 25, 3, 0, tzinfo=HALL).astimezone(UTC)
    first, second = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert next_time("3:30", before, HALL) == first
    assert next_time("3:30", first, HALL) == second


@pytest.mark.parametrize("text", ["", "25:00", "12:60", "noon"])
def test_what_is_no_time_is_refused_in_words(text: str) -> None:
    with pytest.raises(HackDeskError, match="is not a time of day"):
        next_time(text, datetime(2026, 11, 14, tzinfo=UTC), HALL)
