"""What is on, what follows, how late we are, and moving the rest of the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hackdesk.agenda import template
from hackdesk.agenda.rules import Planned, ProgrammeItem, checked, now_and_next, overrun
from hackdesk.agenda.shifting import SHORTEST, shifted
from hackdesk.errors import HackDeskError
from hackdesk.language import language

NINE = datetime(2026, 11, 14, 7, 0, tzinfo=UTC)
Make = Callable[..., ProgrammeItem]


def at(minutes: float) -> datetime:
    return NINE + timedelta(minutes=minutes)


def day(item: Make) -> list[ProgrammeItem]:
    return [
        item("Arrival", 0, 60),
        item("Topics", 60, 120),
        item("Lunch", 120, 180, fixed=True),
        item("Work", 180, 300),
    ]


def test_where_nobody_pressed_start_the_plan_says_what_is_on(item: Make) -> None:
    found = now_and_next(day(item), at(70))
    assert found.now and found.now.title == "Topics"
    assert found.next and found.next.title == "Lunch"
    assert found.late == timedelta()


def test_before_the_first_item_nothing_is_on_and_the_first_is_next(item: Make) -> None:
    found = now_and_next(day(item), at(-30))
    assert found.now is None and found.next and found.next.title == "Arrival"


def test_after_the_last_item_nothing_is_left(item: Make) -> None:
    assert now_and_next(day(item), at(1000)).next is None
    assert now_and_next([], at(0)).now is None


def test_an_item_started_late_will_end_late(item: Make) -> None:
    items = [item("Arrival", 0, 60, started_at=at(8)), item("Topics", 60, 120)]
    assert now_and_next(items, at(30)).late == timedelta(minutes=8)


def test_an_item_nobody_ended_is_on_and_grows_later(item: Make) -> None:
    items = [item("Arrival", 0, 60, started_at=at(0)), item("Topics", 60, 120)]
    found = now_and_next(items, at(75))
    assert found.now and found.now.title == "Arrival" and found.late == timedelta(minutes=15)
    assert found.next and found.next.title == "Topics"


def test_an_item_left_running_over_night_does_not_hold_up_the_morning(item: Make) -> None:
    items = [item("Work", 0, 60, started_at=at(0)), item("Coffee", 1440, 1500)]
    found = now_and_next(items, at(1450))
    assert found.now and found.now.title == "Coffee"


def test_an_ended_item_says_how_far_it_ran_over(item: Make) -> None:
    assert overrun(item("Arrival", 0, 60, started_at=at(0), ended_at=at(68))) == timedelta(minutes=8)
    assert overrun(item("Arrival", 0, 60)) is None


def test_a_shift_stretches_what_is_on_and_moves_what_follows(item: Make) -> None:
    items = [item("Pitches", 0, 60, started_at=at(0)), item("Jury", 60, 90), item("Awards", 90, 120)]
    shift = shifted(items, 10, at(50))
    assert [(i.title, i.starts_at, i.ends_at, i.moved) for i in shift.moved] == [
        ("Pitches", at(0), at(70), 0), ("Jury", at(70), at(100), 10), ("Awards", at(100), at(130), 10),
    ]  # fmt: skip
    assert now_and_next(shift.moved, at(50)).late == timedelta()


def test_a_shift_by_as_much_as_we_are_late_brings_the_plan_back(item: Make) -> None:
    items = [item("Lunch", 0, 60, started_at=at(15)), item("Work", 60, 120)]
    shift = shifted(items, 15, at(20))
    assert now_and_next(shift.moved, at(20)).late == timedelta()


def test_a_fixed_item_takes_the_delay_up_and_the_one_before_it_is_squeezed(item: Make) -> None:
    shift = shifted(day(item), 10, at(5))
    assert {i.title: (i.starts_at, i.ends_at) for i in shift.moved} == {
        "Arrival": (at(0), at(70)), "Topics": (at(70), at(120)),
    }  # fmt: skip
    assert [(s.item.title, s.minutes) for s in shift.squeezed] == [("Topics", 10)]
    assert shift.before and shift.before.title == "Lunch"


def test_an_item_is_never_squeezed_to_nothing(item: Make) -> None:
    with pytest.raises(HackDeskError, match="“Topics” would have no time left before “Lunch”"):
        shifted(day(item), 57, at(5))


def test_what_was_planned_beside_a_fixed_item_keeps_its_length(item: Make) -> None:
    items = [item("Mentors", 30, 150), item("Coffee", 60, 75, fixed=True)]
    shift = shifted(items, 10, at(0))
    assert not shift.squeezed and shift.moved[0].ends_at == at(160)


def test_the_rest_of_the_day_ends_at_the_night(item: Make) -> None:
    items = [item("Work", 600, 960), item("Talk", 960, 1020), item("Morning", 1440, 1500)]
    assert [i.title for i in shifted(items, 10, at(700)).moved] == ["Work", "Talk"]


def test_catching_up_never_puts_an_item_into_the_past(item: Make) -> None:
    with pytest.raises(HackDeskError, match="“Topics” would start before now"):
        shifted([item("Arrival", 0, 60), item("Topics", 60, 120)], -10, at(55))


def test_a_plan_that_is_over_cannot_be_shifted(item: Make) -> None:
    with pytest.raises(HackDeskError, match="Nothing is left"):
        shifted(day(item), 10, at(1000))


@given(
    lengths=st.lists(st.integers(10, 90), min_size=2, max_size=8),
    fixed=st.integers(0, 7),
    by=st.integers(-40, 60),
    now=st.integers(-30, 400),
)
@example(lengths=[10, 10], fixed=0, by=-6, now=0)  # the first is on and cannot keep four minutes
def test_a_shift_never_moves_a_fixed_item_nor_makes_one_shorter_than_five_minutes(
    lengths: list[int], fixed: int, by: int, now: int
) -> None:
    items, start = [], 0
    for number, length in enumerate(lengths):
        planned = Planned(str(number), at(start), at(start + length), fixed=number == fixed)
        items.append(_kept(planned, number))
        start += length
    try:
        shift = shifted(items, by, at(now))
    except HackDeskError:
        return
    after = {item.id: item for item in items} | {item.id: item for item in shift.moved}
    ordered = [after[item.id] for item in items]
    assert all(item.ends_at - item.starts_at >= SHORTEST for item in ordered)
    assert all(earlier.ends_at <= later.starts_at for earlier, later in pairwise(ordered))
    current = now_and_next(items, at(now)).now
    for was in items:
        if was.fixed and was is not current:
            assert after[was.id] == was


def _kept(planned: Planned, number: int) -> ProgrammeItem:
    return ProgrammeItem(
        UUID(int=number), planned.title, planned.kind, planned.starts_at, planned.ends_at, fixed=planned.fixed
    )


def test_an_item_needs_a_title_and_an_end_after_its_start() -> None:
    assert checked(Planned(" Lunch ", at(0), at(5))).title == "Lunch"
    with pytest.raises(HackDeskError, match="no title"):
        checked(Planned("  ", at(0), at(5)))
    with pytest.raises(HackDeskError, match="ends before it starts"):
        checked(Planned("Lunch", at(5), at(5)))


@pytest.mark.parametrize(
    ("items", "days"), [(template.TWO_DAYS, 2), (template.ONE_DAY, 1), (template.TWO_DAYS, 3)]
)
def test_a_template_fills_the_first_and_the_last_day_in_the_halls_time(
    items: tuple[template.TemplateItem, ...], days: int
) -> None:
    zone = ZoneInfo("Europe/Tallinn")
    dates = tuple(date(2026, 11, 13 + number) for number in range(days))
    found = template.planned(items, dates, zone, language("en"))
    assert found[0].starts_at.astimezone(zone) == datetime(2026, 11, 13, 9, 0, tzinfo=zone)
    assert {p.starts_at.astimezone(zone).date() for p in found} == {dates[0], dates[-1]}
    assert all(checked(p) == p for p in found)
    assert all(a.ends_at <= b.starts_at for a, b in pairwise(found))
