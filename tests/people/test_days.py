"""Days: leaving, coming back, times put right by hand, and who is counted when."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from builders import FakeClock
from hypothesis import given
from hypothesis import strategies as st

from hackdesk.errors import HackDeskError
from hackdesk.event.check import check
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.people import actions, presence, queries
from hackdesk.people.presence import Presence, Stay
from hackdesk.people.rules import ArrivalKind, Draft, Person, head_count

FRIDAY, SATURDAY = date(2026, 11, 14), date(2026, 11, 15)
TALLINN = ZoneInfo("Europe/Tallinn")
NINE = datetime(2026, 11, 14, 7, 0, tzinfo=UTC)
EVENING = NINE + timedelta(hours=12)


def sound(event: Event) -> bool:
    return check(event).sound


def in_at_nine(event: Event, name: str = "Anu") -> Person:
    return actions.check_in(event, actions.add_person(event, Draft(name)).code).person


def test_who_leaves_is_not_here_now_and_comes_back_by_a_scan(event: Event, clock: FakeClock) -> None:
    anu = in_at_nine(event)
    clock.forward(hours=3)
    departure = actions.leave(event, anu.id)
    assert (departure.at, departure.day) == (clock.now, FRIDAY)
    counts = queries.counts(event)
    assert (counts.here, counts.left, counts.expected) == (0, 1, 1)
    assert queries.last_arrivals(event) == ()
    clock.forward(minutes=90)
    again = actions.check_in(event, anu.code)
    assert (again.kind, again.since, again.station) == (ArrivalKind.BACK, clock.now, "door")
    day = queries.person(event, anu.id).on(FRIDAY)
    assert day is not None and again.person.on(FRIDAY) == day
    assert day.stays == (Stay(NINE, departure.at), Stay(clock.now))
    clock.forward(minutes=5)
    assert actions.check_in(event, anu.code).since == again.since
    assert queries.counts(event).here == 1 and sound(event)


def test_a_return_is_taken_back_as_a_return_and_an_arrival_as_an_arrival(event: Event, clock: FakeClock) -> None:
    anu = in_at_nine(event)
    clock.forward(hours=1)
    left = actions.leave(event, anu.id).at
    clock.forward(hours=1)
    actions.check_in(event, anu.code)
    day = actions.undo_check_in(event, anu.id).on(FRIDAY)
    assert day is not None and (day.left_at, day.away) == (left, ())
    assert actions.undo_check_in(event, anu.id).presences == ()
    undo(event)
    assert queries.person(event, anu.id).on(FRIDAY) == day and sound(event)


def test_a_departure_is_undone(event: Event, clock: FakeClock) -> None:
    anu = in_at_nine(event)
    before = queries.person(event, anu.id)
    clock.forward(hours=1)
    actions.leave(event, anu.id)
    undo(event)
    assert queries.person(event, anu.id) == before and sound(event)


def test_nobody_leaves_twice_or_before_they_came(event: Event, clock: FakeClock) -> None:
    anu, bert = in_at_nine(event), actions.add_person(event, Draft("Bert"))
    clock.forward(hours=1)
    actions.leave_with(event, anu.code)
    number = event.head()
    with pytest.raises(HackDeskError, match="Anu left at 10:00"):
        actions.leave(event, anu.id)
    with pytest.raises(HackDeskError, match="Bert is not checked in"):
        actions.leave(event, bert.id)
    assert event.head() == number


def test_who_goes_home_after_midnight_leaves_the_evening_before(event: Event, clock: FakeClock) -> None:
    anu = in_at_nine(event)
    clock.now = datetime(2026, 11, 14, 22, 30, tzinfo=UTC)  # 00:30 on Saturday in Tallinn
    assert actions.leave(event, anu.id).day == FRIDAY
    clock.now = datetime(2026, 11, 15, 7, 0, tzinfo=UTC)
    assert queries.counts(event).here == 0
    bert = actions.check_in(event, actions.add_person(event, Draft("Bert")).code).person
    clock.forward(hours=24)
    with pytest.raises(HackDeskError, match="not checked in"):
        actions.leave(event, bert.id) and actions.leave(event, anu.id)


def test_somebody_who_was_here_and_never_scanned_is_added_by_hand(event: Event, clock: FakeClock) -> None:
    anu = actions.add_person(event, Draft("Anu"))
    clock.forward(hours=26)
    day = actions.was_here(event, anu.id, FRIDAY).on(FRIDAY)
    assert day is not None and day.by_hand and not day.hour_known(TALLINN)
    assert presence.written(day, TALLINN) == ""
    counts = queries.attendance_counts(event)
    assert [(one.day, one.arrived, one.by_hand) for one in counts.days] == [(FRIDAY, 1, 1), (SATURDAY, 0, 0)]
    timed = actions.correct_times(event, anu.id, FRIDAY, "9:30-12:00", seen="").on(FRIDAY)
    assert timed is not None and timed.by_hand and presence.written(timed, TALLINN) == "9:30–12:00"
    with pytest.raises(HackDeskError, match="on that day already"):
        actions.was_here(event, anu.id, FRIDAY)
    assert actions.was_not_here(event, anu.id, FRIDAY).presences == ()
    undo(event)
    assert queries.person(event, anu.id).on(FRIDAY) == timed and sound(event)


def test_a_day_to_come_or_of_no_event_cannot_be_written_down(event: Event) -> None:
    anu = actions.add_person(event, Draft("Anu"))
    with pytest.raises(HackDeskError, match="still to come"):
        actions.was_here(event, anu.id, SATURDAY)
    with pytest.raises(HackDeskError, match="not a day of the event"):
        actions.was_here(event, anu.id, date(2026, 11, 1))


def test_a_corrected_time_keeps_the_seconds_of_the_others(event: Event, clock: FakeClock) -> None:
    clock.forward(minutes=2, seconds=31)
    anu = in_at_nine(event)
    came = clock.now
    clock.forward(hours=10)
    fixed = actions.correct_times(event, anu.id, FRIDAY, "9:02–12:00, 13:10 - 18.05", seen="9:02–").on(FRIDAY)
    assert fixed is not None and fixed.since == came
    assert presence.written(fixed, TALLINN) == "9:02–12:00, 13:10–18:05"
    with pytest.raises(HackDeskError, match="Another desk"):
        actions.correct_times(event, anu.id, FRIDAY, "9:02–12:00", seen="9:02–")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "not from when until when"),
        ("morning", "“morning” is not from when"),
        ("25:00–26:00", "not from when"),
        ("9:00–8:00", "8:00 comes before 9:00"),
        ("9:00–12:00, 11:00–13:00", "11:00 comes before 12:00"),
        ("9:00–, 11:00–13:00", "has no end"),
        ("9:00–22:00", "22:00 is still to come"),
    ],
)
def test_times_that_cannot_be_are_refused_in_words(text: str, wrong: str) -> None:
    with pytest.raises(HackDeskError) as refused:
        presence.typed(text, FRIDAY, TALLINN, EVENING)
    assert wrong in str(refused.value)


def test_an_end_after_midnight_belongs_to_the_evening() -> None:
    (stay,) = presence.typed("17:42–0:30", FRIDAY, TALLINN, NINE + timedelta(days=1))
    assert stay.until == datetime(2026, 11, 14, 22, 30, tzinfo=UTC)


MINUTES = st.lists(st.integers(0, 14 * 60), min_size=1, max_size=9)


@given(MINUTES)
def test_going_and_coming_keeps_the_times_in_order(steps: list[int]) -> None:
    day, now = Presence(FRIDAY, NINE, "door"), NINE
    for step in steps:
        now += timedelta(minutes=step)
        day = presence.gone(day, now) if day.here else presence.back(day, now)
        times = [moment for stay in day.stays for moment in (stay.since, stay.until) if moment]
        assert times == sorted(times) and times[-1] == now
        assert day.here == (day.stays[-1].until is None)
    if day.away and day.here:
        assert presence.back(presence.not_back(day), now) == day


@given(MINUTES)
def test_what_is_written_reads_back_as_the_same(steps: list[int]) -> None:
    moments = sorted(NINE + timedelta(minutes=step) for step in steps)
    pairs = [*moments, None][: 2 * ((len(moments) + 1) // 2)]
    stays = tuple(Stay(since, until) for since, until in zip(pairs[::2], pairs[1::2], strict=True))
    day = presence.of_stays(Presence(FRIDAY, NINE), stays)
    assert day.stays == stays
    text = presence.written(day, TALLINN)
    assert presence.typed(text, FRIDAY, TALLINN, NINE + timedelta(days=2)) == stays


@given(st.lists(st.lists(st.sampled_from(["in", "left", "never"]), min_size=2, max_size=2), max_size=8))
def test_a_head_count_adds_up(states: list[list[str]]) -> None:
    people = []
    for number, days in enumerate(states):
        came = tuple(
            Presence(day, NINE, left_at=EVENING if state == "left" else None)
            for day, state in zip((FRIDAY, SATURDAY), days, strict=True)
            if state != "never"
        )
        people.append(Person(FRIDAY, f"A{number}", "Anu", presences=came))  # type: ignore[arg-type]
    counts = presence.day_counts([one.presences for one in people], (FRIDAY, SATURDAY))
    for one in counts.days:
        counted = head_count(people, (), one.day)
        assert (one.here, one.left) == (counted.here, counted.left)
        assert 0 <= one.here <= one.arrived == one.here + one.left <= len(people)
    assert counts.people_days == sum(one.arrived for one in counts.days) >= counts.people
