"""The timer as a function of its anchors and the clock; turns of a pitch round; the lot."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from builders import FakeClock
from hypothesis import given
from hypothesis import strategies as st

from hackdesk.agenda import lot, turns
from hackdesk.agenda import timer as timers
from hackdesk.agenda.timer import Phase, Timer
from hackdesk.agenda.turns import Lengths, Pitch, Round
from hackdesk.clock import Moment
from hackdesk.errors import HackDeskError

NOON = Moment(datetime(2026, 11, 14, 10, 0, tzinfo=UTC))
ORDER = tuple(Pitch(UUID(int=number), name, number) for number, name in enumerate("ABC", 1))
LENGTHS = Lengths(pitch=180, questions=120, changeover=60)
ROUND = Round(lengths=LENGTHS, pitches=ORDER)


def after(seconds: float) -> Moment:
    return Moment(NOON.utc + timedelta(seconds=seconds))


def test_a_pause_costs_nothing_and_holds_in_overtime_too() -> None:
    timer = timers.started(Timer(seconds=180), NOON)
    timer = timers.paused(timer, after(50))
    assert timers.remaining(timer, after(500)) == 130
    timer = timers.started(timer, after(500))
    assert timers.remaining(timer, after(640)) == -10
    timer = timers.paused(timer, after(640))
    assert timers.remaining(timer, after(9999)) == -10


def test_starting_twice_and_pausing_twice_change_nothing() -> None:
    timer = timers.started(Timer(seconds=60), NOON)
    assert timers.started(timer, after(20)) == timer
    timer = timers.paused(timer, after(30))
    assert timers.paused(timer, after(40)) == timer


def test_a_restart_forgets_what_was_added() -> None:
    timer = timers.with_time(timers.started(Timer(seconds=180), NOON), 30, after(10))
    assert timers.remaining(timer, after(10)) == 200
    timer = timers.restarted(timer)
    assert not timer.running and timers.remaining(timer, after(999)) == 180


def test_taking_time_off_ends_at_zero_and_never_makes_overtime() -> None:
    timer = timers.with_time(timers.started(Timer(seconds=180), NOON), -30, after(170))
    assert timers.remaining(timer, after(170)) == 0
    timer = timers.with_time(timer, -30, after(200))
    assert timers.remaining(timer, after(200)) == -30


def test_adding_in_overtime_gives_time_again() -> None:
    timer = timers.started(Timer(seconds=180), NOON)
    assert timers.remaining(timers.with_time(timer, 30, after(190)), after(190)) == 20


def test_the_night_in_which_the_clock_goes_back_has_its_real_length() -> None:
    hall = ZoneInfo("Europe/Tallinn")
    begun = Moment(datetime(2026, 10, 24, 23, 0, tzinfo=hall).astimezone(UTC))
    done = Moment(datetime(2026, 10, 25, 5, 0, tzinfo=hall).astimezone(UTC))
    timer = timers.started(Timer(seconds=7 * 3600), begun)
    assert timers.remaining(timer, done) == 0


def test_a_timer_survives_the_laptops_clock_being_put_right(clock: FakeClock) -> None:
    timer = timers.started(Timer(seconds=180), Moment.now(clock))
    clock.forward(seconds=60)
    clock.now -= timedelta(minutes=7)
    assert timers.remaining(timer, Moment.now(clock)) == 120


@given(
    seconds=st.integers(1, 4000),
    steps=st.lists(st.tuples(st.sampled_from(["start", "pause", "add"]), st.integers(0, 300)), max_size=20),
)
def test_what_is_left_is_the_time_given_less_the_time_it_ran(seconds: int, steps: list[tuple[str, int]]) -> None:
    timer, now, ran, given_seconds = Timer(seconds=seconds), NOON, 0, seconds
    for step, wait in steps:
        if step == "start":
            timer = timers.started(timer, now)
        elif step == "pause":
            timer = timers.paused(timer, now)
        else:
            timer, given_seconds = timers.with_time(timer, 30, now), given_seconds + 30
        ran += wait if timer.running else 0
        now = Moment(now.utc + timedelta(seconds=wait))
    assert timers.remaining(timer, now) == given_seconds - ran


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (180, "3:00"),
        (179.2, "3:00"),
        (42, "0:42"),
        (0.01, "0:01"),
        (0, "0:00"),
        (-0.9, "0:00"),
        (-12, "+0:12"),
        (3723, "1:02:03"),
    ],
)
def test_a_second_is_shown_until_it_is_over(seconds: float, shown: str) -> None:
    assert timers.clock_text(seconds) == shown


def test_bells_ring_once_as_their_moment_passes() -> None:
    rung = partial(timers.rung, warnings=(60, 0))
    assert rung(60.2, 59.9) == (60,)
    assert rung(59.9, 59.7) == ()
    assert rung(0.1, -0.1) == (0,)
    assert rung(60, 59.9) == ()
    assert rung(180, -5) == (60, 0)


def test_a_round_goes_through_pitch_questions_and_changeover_of_every_team() -> None:
    timer, seen = Timer(), []
    for _ in range(9):
        timer = turns.timer_for(turns.following(timer, ROUND), ROUND, NOON)
        team = timer.subject_id.int if timer.subject_id else 0
        seen.append((timer.phase.value, team, timer.seconds, timer.running))
    assert seen == [
        ("pitch", 1, 180, False), ("questions", 1, 120, True), ("changeover", 2, 60, True),
        ("pitch", 2, 180, False), ("questions", 2, 120, True), ("changeover", 3, 60, True),
        ("pitch", 3, 180, False), ("questions", 3, 120, True), ("over", 0, 0, False),
    ]  # fmt: skip


def test_phases_of_no_length_are_left_out() -> None:
    short = Round(lengths=Lengths(pitch=90, questions=0, changeover=0), pitches=ORDER)
    timer = turns.timer_for(turns.following(Timer(), short), short, NOON)
    assert turns.following(timer, short) == turns.Turn(Phase.PITCH, ORDER[1])


def test_a_team_that_does_not_show_is_passed_over() -> None:
    gone = (ORDER[0], Pitch(ORDER[1].subject_id, "B", 2, "no_show"), ORDER[2])
    timer = Timer(phase=Phase.QUESTIONS, subject_id=ORDER[0].subject_id)
    assert turns.following(timer, replace(ROUND, pitches=gone)) == turns.Turn(Phase.CHANGEOVER, ORDER[2])


def test_back_goes_to_the_pitch_of_the_team_before_and_stops_at_the_first() -> None:
    assert turns.previous(Timer(phase=Phase.QUESTIONS, subject_id=ORDER[2].subject_id), ORDER).pitch == ORDER[1]
    assert turns.previous(Timer(phase=Phase.PITCH, subject_id=ORDER[0].subject_id), ORDER).pitch == ORDER[0]
    assert turns.previous(Timer(phase=Phase.OVER), ORDER).pitch == ORDER[2]


def test_without_an_order_there_is_no_round() -> None:
    with pytest.raises(HackDeskError, match="No order of pitches has been drawn"):
        turns.following(Timer(), Round())


def test_the_lot_depends_on_the_number_called_and_not_on_the_order_of_entry() -> None:
    teams = [pitch.subject_id for pitch in ORDER]
    assert lot.draw(teams, 7) == lot.draw(teams[::-1], 7)
    assert len({lot.draw(teams, seed) for seed in range(60)}) == 6


def test_the_lot_favours_no_team() -> None:
    teams = [UUID(int=number) for number in range(1, 6)]
    first = [lot.draw(teams, seed)[0] for seed in range(2000)]
    assert all(330 < first.count(team) < 470 for team in teams)
