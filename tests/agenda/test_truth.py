"""What the timer shows is right whatever happens to the laptop and to its clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from builders import FakeClock
from hypothesis import given
from hypothesis import strategies as st

from hackdesk.agenda import actions, queries
from hackdesk.agenda import timer as timers
from hackdesk.agenda.face import Face, face
from hackdesk.agenda.timer import Phase, Timer
from hackdesk.clock import Moment
from hackdesk.event.store import Event
from hackdesk.language import language

HALL = ZoneInfo("Europe/Tallinn")
Trouble = Callable[[FakeClock], None]
#: What can happen to a laptop in 100 seconds.
TROUBLES: dict[str, Trouble] = {
    "nothing": lambda clock: clock.forward(seconds=100),
    "it sleeps": lambda clock: clock.forward(seconds=100),
    "its clock is put back an hour": lambda clock: (clock.forward(seconds=100), put(clock, -3600))[0],
    "its clock is put on an hour": lambda clock: (clock.forward(seconds=100), put(clock, 3600))[0],
    "it is switched off and on": lambda clock: clock.switch_off_and_on(seconds=100),
}


def put(clock: FakeClock, seconds: int) -> None:
    clock.now += timedelta(seconds=seconds)


def left(event: Event) -> float:
    return timers.remaining(queries.timer(event), event.moment())


def shown(timer: Timer, now: Moment, warnings: tuple[int, ...] = (60, 0)) -> Face:
    return face(timer, warnings, now, HALL, language("en"))


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES.keys())
@pytest.mark.parametrize("restarted", [False, True], ids=["the program runs on", "the program was restarted"])
def test_a_running_timer_is_right_after(
    event: Event, clock: FakeClock, trouble: Trouble, *, restarted: bool
) -> None:
    actions.start_timer(event)
    clock.forward(seconds=20)
    trouble(clock)
    seen = Event.open(event.path, clock=clock) if restarted else event
    assert left(seen) == 60 and queries.timer(seen).running
    if restarted:
        seen.close()


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES.keys())
@pytest.mark.parametrize("restarted", [False, True], ids=["the program runs on", "the program was restarted"])
def test_a_paused_timer_stays_paused_after(
    event: Event, clock: FakeClock, trouble: Trouble, *, restarted: bool
) -> None:
    actions.start_timer(event)
    clock.forward(seconds=200)
    actions.pause_timer(event)
    trouble(clock)
    seen = Event.open(event.path, clock=clock) if restarted else event
    assert left(seen) == -20 and not queries.timer(seen).running
    if restarted:
        seen.close()


def test_in_the_night_of_the_clock_change_an_hour_is_an_hour(event: Event, clock: FakeClock) -> None:
    clock.now = datetime(2026, 10, 25, 3, 30, tzinfo=HALL).astimezone(UTC)
    actions.set_timer(event, 5400)
    actions.start_timer(event)
    clock.forward(hours=1)
    assert clock.now.astimezone(HALL).strftime("%H:%M") == "03:30"  # for the second time
    assert left(event) == 1800
    actions.pause_timer(event)
    clock.forward(hours=1)
    assert left(event) == 1800


def test_eight_hours_of_looking_drift_by_nothing(clock: FakeClock) -> None:
    timer = timers.started(Timer(seconds=8 * 3600), Moment.now(clock))
    for second in range(8 * 3600 + 60):
        now = Moment.now(clock)
        assert timers.remaining(timer, now) == 8 * 3600 - second
        assert timers.next_change(timer, now) == 1
        clock.forward(seconds=1)


@given(left_over=st.floats(-4000, 4000), seconds=st.integers(1, 4000))
def test_what_is_shown_changes_exactly_when_it_says_so(left_over: float, seconds: int) -> None:
    now = Moment(datetime(2026, 11, 14, 10, tzinfo=UTC), "boot", 9000.0)
    timer = Timer(seconds=seconds, started=now, elapsed_before=seconds - left_over)
    wait = timers.next_change(timer, now)
    assert 0 < wait <= 1
    before, at = (
        Moment(now.utc + timedelta(seconds=later), "boot", 9000.0 + later) for later in (wait - 1e-5, wait + 1e-5)
    )
    if wait > 1e-4:
        assert shown(timer, before).digits == shown(timer, now).digits
    assert shown(timer, at).digits != shown(timer, now).digits or -1 < timers.remaining(timer, at) < 1


@pytest.mark.parametrize(
    ("left_over", "said"),
    [
        (61, Face("1:01", "", "calm", 61 / 180)),
        (60, Face("1:00", "1 minute left", "soon", 60 / 180)),
        (42, Face("0:42", "The last minute", "soon", 42 / 180)),
        (30, Face("0:30", "30 seconds left", "soon", 30 / 180)),
        (3, Face("0:03", "The last 30 seconds", "soon", 3 / 180)),
        (0, Face("0:00", "Time is up", "over", 0.0)),
        (-12, Face("+0:12", "over time", "over", 0.0)),
    ],
)
def test_digits_tone_and_words_say_the_same(left_over: int, said: Face) -> None:
    now = Moment(datetime(2026, 11, 14, 10, tzinfo=UTC))
    timer = Timer(started=now, elapsed_before=180 - left_over)
    assert shown(timer, now, (60, 30, 0)) == said


def test_a_pause_is_said_beside_what_else_is_said() -> None:
    now = Moment(datetime(2026, 11, 14, 10, tzinfo=UTC))
    assert shown(Timer(elapsed_before=10), now).word == "paused"
    assert shown(Timer(elapsed_before=190), now).word == "over time · paused"
    assert shown(Timer(), now).word == ""


def test_the_clock_shows_the_halls_time_and_a_countdown_says_until_when(event: Event, clock: FakeClock) -> None:
    actions.show_clock(event)
    assert shown(queries.timer(event), event.moment()) == Face("09:00")
    actions.count_until(event, clock.now + timedelta(minutes=90))
    assert shown(queries.timer(event), event.moment()) == Face("1:30:00", "until 10:30")
    actions.count_until(event, clock.now + timedelta(hours=23))
    assert shown(queries.timer(event), event.moment()).word == "until 08:00 tomorrow"


def test_a_countdown_to_a_time_of_day_follows_the_clock_on_the_wall(event: Event, clock: FakeClock) -> None:
    actions.count_until(event, clock.now + timedelta(minutes=90))
    put(clock, 3600)
    assert left(event) == 1800


def test_bells_ring_in_overtime_where_they_are_set_and_only_the_end_of_a_changeover_rings() -> None:
    assert timers.rung(-59.9, -60.1, (60, 0, -60)) == (-60,)
    assert timers.bells(Timer(phase=Phase.CHANGEOVER), (60, 0, -60)) == (0,)
    assert timers.bells(Timer(phase=Phase.CLOCK), (60, 0)) == ()


def test_two_programs_on_one_file_show_the_same_second(event: Event, clock: FakeClock) -> None:
    other = Event.open(event.path, clock=clock)
    actions.start_timer(event)
    for step in range(400):
        clock.forward(seconds=0.37)
        if step == 150:
            actions.pause_timer(other)
        if step == 180:
            actions.start_timer(event)
        first, second = (shown(queries.timer(one), one.moment()) for one in (event, other))
        assert first == second
    other.close()
