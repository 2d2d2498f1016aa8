"""When the rest of the day will really begin."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hackdesk.agenda.forecast import FASTEST, SLOWEST, Forecast, forecast, pace_of
from hackdesk.agenda.rules import ProgrammeItem, now_and_next
from hackdesk.agenda.wording import forecast_words, pace_words
from hackdesk.language import language

NINE = datetime(2026, 11, 14, 7, 0, tzinfo=UTC)
TALLINN = ZoneInfo("Europe/Tallinn")
Make = Callable[..., ProgrammeItem]


def at(minutes: float) -> datetime:
    return NINE + timedelta(minutes=minutes)


def starts(found: Forecast) -> dict[str, float]:
    return {one.item.title: (one.starts_at - NINE) / timedelta(minutes=1) for one in found.expected}


def afternoon(item: Make) -> list[ProgrammeItem]:
    """What is over took 110 minutes of 100; the pitches began ten minutes late."""
    return [
        item("Work", 260, 360, started_at=at(260), ended_at=at(370)),
        item("Pitches", 360, 420, kind="pitches", started_at=at(370)),
        item("Jury", 420, 460, kind="jury"),
        item("Awards", 460, 490, kind="awards"),
    ]


def test_lateness_stays_and_what_is_to_come_goes_at_the_pace_of_what_is_over(item: Make) -> None:
    found = forecast(afternoon(item), at(380))
    assert found.late == timedelta(minutes=10) and found.pace == pytest.approx(1.1)
    assert starts(found) == {"Pitches": 370, "Jury": 430, "Awards": 474}
    assert found.milestone and found.milestone.item.title == "Jury"


def test_it_is_said_in_one_sentence(item: Make) -> None:
    found, words = forecast(afternoon(item), at(380)), language("en")
    assert forecast_words(words, found, TALLINN) == "At this pace “Jury” starts 16:10, 10 min later than planned."
    assert pace_words(words, found.pace) == "What is over took 10 % longer than planned."


def test_a_day_of_which_nothing_was_started_is_expected_as_planned(item: Make) -> None:
    items = [item("Arrival", 0, 60), item("Topics", 60, 120), item("Lunch", 120, 180, fixed=True)]
    assert starts(forecast(items, at(-30))) == {"Arrival": 0, "Topics": 60, "Lunch": 120}
    assert starts(forecast(items, at(70))) == {"Topics": 60, "Lunch": 120}
    assert forecast([], at(0)) == Forecast()
    assert forecast(items, at(1000)).expected == ()


def test_a_fixed_item_takes_the_delay_up_and_what_comes_before_it_is_cut_short(item: Make) -> None:
    items = [
        item("Arrival", 0, 60, started_at=at(15)), item("Topics", 60, 120),
        item("Lunch", 120, 180, fixed=True), item("Work", 180, 300),
    ]  # fmt: skip
    found = forecast(items, at(30))
    assert starts(found) == {"Arrival": 15, "Topics": 75, "Lunch": 120, "Work": 180}
    assert [(one.item.title, one.lost) for one in found.squeezed] == [("Topics", timedelta(minutes=15))]
    assert "“Topics” loses 15 min." in forecast_words(language("en"), found, TALLINN)


def test_what_finds_no_time_before_a_fixed_item_loses_all_of_its_own_and_no_more(item: Make) -> None:
    items = [
        item("Topics", 0, 60, started_at=at(50)), item("Teams", 60, 75), item("Lunch", 80, 120, fixed=True)
    ]  # fmt: skip
    found = forecast(items, at(60))
    assert {one.item.title: one.lost for one in found.squeezed} == {
        "Topics": timedelta(minutes=30), "Teams": timedelta(minutes=15),
    }  # fmt: skip


def test_where_what_is_on_has_passed_a_fixed_start_that_begins_now_and_ends_as_planned(item: Make) -> None:
    items = [item("Topics", 0, 60, started_at=at(0)), item("Lunch", 60, 105, fixed=True), item("Work", 105, 165)]
    found = forecast(items, at(72))
    assert starts(found) == {"Topics": 0, "Lunch": 72, "Work": 105}
    lunch = found.of(items[1].id)
    assert lunch and lunch.ends_at == at(105)


def test_free_time_takes_lateness_up(item: Make) -> None:
    items = [item("Arrival", 0, 60, started_at=at(20)), item("Topics", 90, 120)]
    assert starts(forecast(items, at(30)))["Topics"] == 90


def test_what_goes_on_beside_waits_for_nobody(item: Make) -> None:
    items = [item("Talk", 0, 60, started_at=at(20)), item("Coffee is made", 30, 50, public=False)]
    assert starts(forecast(items, at(25)))["Coffee is made"] == 30


def test_between_two_items_the_next_one_is_late_as_the_last_one_was(item: Make) -> None:
    items = [item("Arrival", 0, 60, started_at=at(0), ended_at=at(75)), item("Topics", 60, 120)]
    assert now_and_next(items, at(80)).late == timedelta(minutes=15)
    assert now_and_next(items, at(125)).now == items[1], "planned to be over, but it began late"
    assert forecast(items, at(80)).late == timedelta(minutes=15)


def test_a_night_puts_everything_right(item: Make) -> None:
    items = [item("Work", 600, 700, started_at=at(640)), item("Coffee", 1440, 1500)]
    found = forecast(items, at(660))
    assert starts(found) == {"Work": 640}
    assert starts(forecast(items, at(1400))) == {"Coffee": 1440}


def test_a_slip_of_a_button_does_not_make_the_pace_absurd(item: Make) -> None:
    assert pace_of([item("Work", 0, 60, started_at=at(0), ended_at=at(1))]) == FASTEST
    assert pace_of([item("Work", 0, 60, started_at=at(0), ended_at=at(600))]) == SLOWEST
    assert pace_of([item("Lunch", 0, 60, fixed=True, started_at=at(0), ended_at=at(90))]) == 1.0


@st.composite
def days(draw: st.DrawFn) -> tuple[list[ProgrammeItem], datetime]:
    """A day after which some items are over, one may be on, and the others are to come."""
    items, start, real = [], 0, 0
    over = draw(st.integers(0, 4))
    for number in range(draw(st.integers(1, 9))):
        start += draw(st.sampled_from([0, 0, 0, 15]))
        length, fixed = draw(st.integers(5, 90)), draw(st.booleans()) and number > over
        began = ended = None
        if number < over:
            began = max(real, start)
            ended = real = began + draw(st.integers(1, 120))
        elif number == over and draw(st.booleans()):
            began = real = max(real, start)
        items.append(
            ProgrammeItem(
                UUID(int=number), str(number), "other", at(start), at(start + length), fixed=fixed,
                started_at=at(began) if began is not None else None,
                ended_at=at(ended) if ended is not None else None,
            )
        )  # fmt: skip
        start += length
    return items, at(real + draw(st.integers(0, 60)))


@given(days())
def test_nothing_to_come_begins_before_it_is_planned_nor_before_what_precedes_it(
    day: tuple[list[ProgrammeItem], datetime],
) -> None:
    items, now = day
    found = forecast(items, now)
    for one in found.expected:
        assert one.starts_at <= one.ends_at
        if one.item.untouched:
            assert one.starts_at >= one.item.starts_at
            assert one.lost <= (one.item.ends_at - one.item.starts_at) * found.pace
        if one.item.fixed and one.item.starts_at >= now:
            assert (one.starts_at, one.ends_at) == (one.item.starts_at, one.item.ends_at)
    to_come = [one for one in found.expected if not one.item.fixed]
    assert all(earlier.ends_at <= later.starts_at for earlier, later in pairwise(to_come))


@given(days(), st.integers(1, 45))
def test_as_time_goes_by_nothing_is_expected_earlier(
    day: tuple[list[ProgrammeItem], datetime], minutes: int
) -> None:
    items, now = day
    later = now + timedelta(minutes=minutes)
    # A night after its planned end, what nobody ended counts as over: the day that waited for it is free again.
    on = now_and_next(items, now).now
    assume(on is None or not on.running or now_and_next(items, later).now == on)
    before, after = forecast(items, now), forecast(items, later)
    for one in after.expected:
        was = before.of(one.item.id)
        if was is not None:
            assert one.starts_at >= was.starts_at
