"""Times and lengths as people type them, also in the nights in which the clock is changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hackdesk.agenda.hours import (
    clock_change,
    comes_twice,
    end_at,
    length_typed,
    moment,
    nearest,
    on_grid,
    time_typed,
)
from hackdesk.errors import HackDeskError

TALLINN = ZoneInfo("Europe/Tallinn")
AUTUMN, SPRING = date(2026, 10, 25), date(2026, 3, 29)


def utc(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "meant"), [("9", time(9)), ("9:30", time(9, 30)), ("0930", time(9, 30)), ("23.59", time(23, 59))]
)
def test_times_are_read_as_people_type_them(typed: str, meant: time) -> None:
    assert time_typed(typed) == meant


@pytest.mark.parametrize("typed", ["", "25", "9:75", "noon"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(HackDeskError, match="not a time of day"):
        time_typed(typed)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("45", 45), ("45 min", 45), ("1:30", 90), ("1 h 15", 75), ("1h15", 75), ("1 h 15 min", 75), ("1,5 h", 90),
     ("2 h", 120), ("1 t 15", 75), ("48 h", 2880)],
)  # fmt: skip
def test_lengths_are_read_as_people_type_them(typed: str, minutes: int) -> None:
    assert length_typed(typed) == timedelta(minutes=minutes)


@pytest.mark.parametrize("typed", ["", "0", "-5", "noon", "1:3", "100 h", "99999"])
def test_what_is_no_length_is_refused(typed: str) -> None:
    with pytest.raises(HackDeskError, match="not a length"):
        length_typed(typed)


def test_in_autumn_half_past_three_comes_twice_and_the_first_is_meant() -> None:
    assert comes_twice(AUTUMN, time(3, 30), TALLINN)
    assert not comes_twice(AUTUMN, time(4, 30), TALLINN)
    assert moment(AUTUMN, time(3, 30), TALLINN) == utc(AUTUMN, 0, 30)
    assert moment(AUTUMN, time(3, 30), TALLINN, second=True) == utc(AUTUMN, 1, 30)


def test_in_spring_half_past_three_is_not_there_and_the_refusal_says_so() -> None:
    with pytest.raises(HackDeskError, match=r"no 03:30 on this day: the clock goes forward\. Write 04:30"):
        moment(SPRING, time(3, 30), TALLINN)
    assert not comes_twice(SPRING, time(3, 30), TALLINN)


def test_an_end_is_the_first_such_time_after_the_start() -> None:
    ten_in_the_evening = utc(date(2026, 11, 14), 20)
    assert end_at(ten_in_the_evening, time(1), TALLINN) == ten_in_the_evening + timedelta(hours=3)
    two_on_the_night = utc(date(2026, 10, 24), 23)  # 02:00 in the hall
    assert end_at(two_on_the_night, time(3, 30), TALLINN) == utc(AUTUMN, 0, 30)
    first_half_past_three = utc(AUTUMN, 0, 30)
    assert end_at(first_half_past_three, time(3, 30), TALLINN) == utc(AUTUMN, 1, 30)
    with pytest.raises(HackDeskError, match="ends before it starts"):
        end_at(utc(date(2026, 11, 14), 7), time(8, 30), TALLINN)


def test_what_lasts_over_the_change_of_the_clock_lasts_its_real_time() -> None:
    evening, morning = moment(date(2026, 10, 24), time(23), TALLINN), moment(AUTUMN, time(9), TALLINN)
    assert morning - evening == timedelta(hours=11)
    assert clock_change(evening, morning, TALLINN) == timedelta(hours=-1)
    evening, morning = moment(date(2026, 3, 28), time(23), TALLINN), moment(SPRING, time(9), TALLINN)
    assert morning - evening == timedelta(hours=9)
    assert clock_change(evening, morning, TALLINN) == timedelta(hours=1)


def test_a_time_noted_afterwards_is_the_one_nearest_to_the_plan() -> None:
    planned = utc(date(2026, 11, 14), 21, 50)  # 23:50 in the hall
    assert nearest(planned, time(0, 5), TALLINN) == planned + timedelta(minutes=15)
    assert nearest(planned, time(23, 30), TALLINN) == planned - timedelta(minutes=20)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)))
def test_the_grid_is_five_minutes_of_the_halls_clock_and_never_far(at: datetime) -> None:
    found = on_grid(at)
    assert found.astimezone(TALLINN).minute % 5 == 0 and found.second == 0
    assert abs(found - at) <= timedelta(minutes=2, seconds=30)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)))
def test_every_moment_that_the_clock_shows_is_found_again(at: datetime) -> None:
    at = at.replace(second=0, microsecond=0)
    local = at.astimezone(TALLINN)
    assert moment(local.date(), local.time().replace(fold=0), TALLINN, second=bool(local.fold)) == at
