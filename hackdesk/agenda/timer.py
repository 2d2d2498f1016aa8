"""The stage's timer: anchors, and what they show at a moment. Nothing here counts; it is all worked out anew."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from math import ceil
from uuid import UUID

from hackdesk.clock import Moment

#: Seconds before the end at which a bell rings, where a round says nothing else.
WARNINGS = (60, 0)


class Phase(StrEnum):
    """What the timer is for. until: to a time of day; clock: it shows the time of day; over: all have pitched."""

    COUNTDOWN = "countdown"
    UNTIL = "until"
    CLOCK = "clock"
    PITCH = "pitch"
    QUESTIONS = "questions"
    CHANGEOVER = "changeover"
    OVER = "over"

    @property
    def of_a_round(self) -> bool:
        """Whether the timer stands in a round of pitches."""
        return self in (Phase.PITCH, Phase.QUESTIONS, Phase.CHANGEOVER, Phase.OVER)


@dataclass(frozen=True)
class Timer:
    """The stage's timer as anchors. seconds: the time the phase has; added: what was given on top or taken off.

    started: when it last began to run, None while it stands; elapsed_before: seconds run before that.
    round_id: the round it stands in, None for the final one; subject_id: the team or topic whose turn it is, in a
    changeover the one that is getting ready. until: the time of day it counts to.
    waiting: the turn of a round that a countdown, or the clock, was put in front of; it stands meanwhile.
    """

    label: str = ""
    phase: Phase = Phase.COUNTDOWN
    round_id: UUID | None = None
    subject_id: UUID | None = None
    seconds: int = 180
    added: int = 0
    started: Moment | None = None
    elapsed_before: float = 0.0
    until: datetime | None = None
    waiting: Timer | None = None

    @property
    def running(self) -> bool:
        """Whether what it shows changes by itself."""
        return self.started is not None or self.phase in (Phase.UNTIL, Phase.CLOCK)

    @property
    def steerable(self) -> bool:
        """Whether it can be started, held and given time."""
        return self.phase not in (Phase.UNTIL, Phase.CLOCK, Phase.OVER)

    @property
    def begun(self) -> bool:
        """Whether any of its time has run."""
        return self.started is not None or self.elapsed_before > 0

    def same_turn(self, other: Timer) -> bool:
        """Whether both stand at one phase of one turn, whatever they show."""
        mine, theirs = ((one.phase, one.round_id, one.subject_id, one.waiting is None) for one in (self, other))
        return mine == theirs


def elapsed(timer: Timer, now: Moment) -> float:
    """Seconds the timer has run, pauses left out."""
    if timer.started is None:
        return timer.elapsed_before
    return timer.elapsed_before + max(0.0, now.since(timer.started))


def remaining(timer: Timer, now: Moment) -> float:
    """Seconds left; negative in overtime. To a time of day the wall's clock counts, whoever set it."""
    if timer.phase == Phase.UNTIL and timer.until is not None:
        return (timer.until - now.utc).total_seconds()
    return timer.seconds + timer.added - elapsed(timer, now)


def started(timer: Timer, now: Moment) -> Timer:
    """The timer running from `now` on; one that runs already stays as it is."""
    return timer if timer.running or not timer.steerable else replace(timer, started=now)


def paused(timer: Timer, now: Moment) -> Timer:
    """The timer standing at what it shows, also in overtime."""
    if timer.started is None:
        return timer
    return replace(timer, started=None, elapsed_before=elapsed(timer, now))


def with_time(timer: Timer, seconds: int, now: Moment) -> Timer:
    """The timer with time added or, where negative, taken off. Taking off ends at zero, never in overtime."""
    if not timer.steerable:
        return timer
    if seconds < 0:
        seconds = max(seconds, -max(0, ceil(remaining(timer, now))))
    return replace(timer, added=timer.added + seconds)


def restarted(timer: Timer) -> Timer:
    """The timer standing at the full time of its phase; what was added to it is gone."""
    return replace(timer, added=0, started=None, elapsed_before=0.0) if timer.steerable else timer


def in_front_of(timer: Timer, wanted: Timer, now: Moment) -> Timer:
    """What is wanted instead of a turn; the turn stands as it is and waits, and the round goes on from there."""
    if not timer.phase.of_a_round:
        return replace(wanted, waiting=timer.waiting)
    return replace(wanted, waiting=replace(paused(timer, now), waiting=None))


def next_change(timer: Timer, now: Moment) -> float:
    """Seconds until it shows something else; until the wall's next second where it does not count by itself."""
    counts = timer.started is not None or (timer.phase == Phase.UNTIL and timer.until is not None)
    if not counts:
        return 1 - now.utc.microsecond / 1_000_000
    left = remaining(timer, now)
    return left - ceil(left) + 1


def bells(timer: Timer, warnings: Collection[int]) -> tuple[int, ...]:
    """The moments that ring for what the timer is for now: in a changeover only its end."""
    if timer.phase in (Phase.CLOCK, Phase.OVER):
        return ()
    return tuple(at for at in warnings if at == 0) if timer.phase == Phase.CHANGEOVER else tuple(warnings)


def clock_text(seconds_left: float) -> str:
    """What a timer shows: 3:00, 0:42, 1:02:03, and with a sign in overtime +0:12.

    A second is shown until it is over, so 3:00 stands for the first second and 0:00 comes at the end.
    """
    whole = ceil(seconds_left)
    minutes, seconds = divmod(abs(whole), 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return f"+{text}" if whole < 0 else text


def rung(before: float, now: float, warnings: Collection[int]) -> tuple[int, ...]:
    """The warnings that were passed between two looks at the seconds left, the earliest first.

    A timer set to a warning's length or less does not ring for it.
    """
    return tuple(at for at in sorted(warnings, reverse=True) if before > at >= now)
