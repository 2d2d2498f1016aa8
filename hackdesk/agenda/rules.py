"""What holds for the programme and for what the hall sees, whoever asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.language import N_

#: What the programme can hold; the page has an English word for each.
KINDS = (
    "arrival", "talk", "topics", "teams", "work", "mentors", "meal", "pitches", "jury", "awards", "other",
)  # fmt: skip

#: A pause this long is the night: the rest of the day ends there, also when the day ends after midnight.
NIGHT = timedelta(hours=4)

#: Seconds before the end at which the one-minute bell rings and the colour changes.
ONE_MINUTE = 60


class Phase(StrEnum):
    """What the timer is for. over: every team has pitched."""

    COUNTDOWN = "countdown"
    PITCH = "pitch"
    QUESTIONS = "questions"
    CHANGEOVER = "changeover"
    OVER = "over"


class View(StrEnum):
    """What the hall can be shown."""

    WELCOME = "welcome"
    TIMER = "timer"
    PROGRAMME = "programme"
    TEAMS = "teams"
    PEOPLE = "people"
    MOVED = "moved"
    MESSAGE = "message"
    RESULTS = "results"
    BLANK = "blank"


@dataclass(frozen=True)
class Planned:
    """What a person plans: an item before it is in the programme, or its new wording. Aware times."""

    title: str
    starts_at: datetime
    ends_at: datetime
    kind: str = "other"
    public: bool = True
    fixed: bool = False
    responsible: str = ""
    notes: str = ""


@dataclass(frozen=True)
class ProgrammeItem:
    """One item. starts_at, ends_at: planned; started_at, ended_at: as it went. All aware, UTC.

    moved: minutes that shifts have moved it since it was planned.
    """

    id: UUID
    title: str
    kind: str
    starts_at: datetime
    ends_at: datetime
    started_at: datetime | None = None
    ended_at: datetime | None = None
    public: bool = True
    fixed: bool = False
    responsible: str = ""
    notes: str = ""
    moved: int = 0
    version: int = 1

    @property
    def running(self) -> bool:
        """Started by hand and not ended."""
        return self.started_at is not None and self.ended_at is None

    @property
    def untouched(self) -> bool:
        """Neither started nor ended by hand."""
        return self.started_at is None and self.ended_at is None


@dataclass(frozen=True)
class NowAndNext:
    """What is on, what follows, and how late we are (never negative)."""

    now: ProgrammeItem | None = None
    next: ProgrammeItem | None = None
    late: timedelta = timedelta()


@dataclass(frozen=True)
class Timer:
    """The stage's timer as anchors. seconds: the time the phase has; added: what was given on top or taken off.

    started_at: when it last began to run, None while it stands; elapsed_before: seconds run before that.
    team_id: whose turn it is; in a changeover the team that is getting ready.
    """

    label: str = ""
    phase: Phase = Phase.COUNTDOWN
    team_id: UUID | None = None
    seconds: int = 180
    added: int = 0
    started_at: datetime | None = None
    elapsed_before: float = 0.0

    @property
    def running(self) -> bool:
        """Whether it runs now."""
        return self.started_at is not None


class Bell(StrEnum):
    """What is rung for."""

    ONE_MINUTE = "one minute"
    ZERO = "zero"


@dataclass(frozen=True)
class Stage:
    """What the hall sees now. revealed: how many places of the results are shown, from the last."""

    view: View = View.WELCOME
    message: str = ""
    revealed: int = 0


@dataclass(frozen=True)
class Pitch:
    """A team's turn. position counts from 1; seed: of the lot that drew it, None where put by hand."""

    team_id: UUID
    team_name: str
    position: int
    state: str = "active"
    seed: int | None = None


def checked(planned: Planned) -> Planned:
    """The same item, trimmed. Raises HackDeskError where it has no title or does not end after it starts."""
    planned = replace(planned, title=planned.title.strip(), responsible=planned.responsible.strip())
    if not planned.title:
        raise HackDeskError(N_("The programme item has no title."), remedy=N_("Type what it is called."))
    if planned.ends_at <= planned.starts_at:
        raise HackDeskError(
            N_("“{title}” ends before it starts."), title=planned.title,
            remedy=N_("Give it an end after its start."),
        )  # fmt: skip
    return planned


def in_order(items: Sequence[ProgrammeItem]) -> tuple[ProgrammeItem, ...]:
    """The items as the day goes."""
    return tuple(sorted(items, key=lambda item: (item.starts_at, item.ends_at, item.title)))


def now_and_next(items: Sequence[ProgrammeItem], now: datetime) -> NowAndNext:
    """What is on at `now`, what follows, and how late we are.

    An item that was started by hand is on until it is ended, another one starts or a night has passed;
    where nobody pressed Start, the plan says what is on. Late is by how much what is on will pass its
    planned end, if it takes the time it was given.
    """
    ordered = in_order(items)
    running = [item for item in ordered if item.running and now < item.ends_at + NIGHT]
    if running:
        current = max(running, key=lambda item: item.started_at or now)
        after = [item for item in ordered[ordered.index(current) + 1 :] if item.untouched]
        return NowAndNext(current, _first(after), _late(current, now))
    planned = [item for item in ordered if item.untouched]
    on = [item for item in planned if item.starts_at <= now < item.ends_at]
    to_come = [item for item in planned if item.starts_at > now]
    return NowAndNext(on[-1] if on else None, _first(to_come))


def _first(items: Sequence[ProgrammeItem]) -> ProgrammeItem | None:
    return items[0] if items else None


def _late(item: ProgrammeItem, now: datetime) -> timedelta:
    begun = item.started_at or item.starts_at
    will_end = max(now, begun + (item.ends_at - item.starts_at))
    return max(will_end - item.ends_at, timedelta())


def overrun(item: ProgrammeItem) -> timedelta | None:
    """By how much an ended item passed its planned end (negative: it was shorter); None while it has not ended."""
    return item.ended_at - item.ends_at if item.ended_at else None


def elapsed(timer: Timer, now: datetime) -> float:
    """Seconds the timer has run, pauses left out."""
    if timer.started_at is None:
        return timer.elapsed_before
    return timer.elapsed_before + max(0.0, (now - timer.started_at).total_seconds())


def remaining(timer: Timer, now: datetime) -> float:
    """Seconds left; negative in overtime."""
    return timer.seconds + timer.added - elapsed(timer, now)


def started(timer: Timer, now: datetime) -> Timer:
    """The timer running from `now` on; one that runs already stays as it is."""
    return timer if timer.running else replace(timer, started_at=now)


def paused(timer: Timer, now: datetime) -> Timer:
    """The timer standing at what it shows, also in overtime."""
    return replace(timer, started_at=None, elapsed_before=elapsed(timer, now))


def with_time(timer: Timer, seconds: int, now: datetime) -> Timer:
    """The timer with time added or, where negative, taken off. Taking off ends at zero, never in overtime."""
    if seconds < 0:
        seconds = max(seconds, -max(0, ceil(remaining(timer, now))))
    return replace(timer, added=timer.added + seconds)


def restarted(timer: Timer) -> Timer:
    """The timer standing at the full time of its phase; what was added to it is gone."""
    return replace(timer, added=0, started_at=None, elapsed_before=0.0)


def clock_text(seconds_left: float) -> str:
    """What a timer shows: 3:00, 0:42, 1:02:03, and with a sign in overtime +0:12.

    A second is shown until it is over, so 3:00 stands for the first second and 0:00 comes at the end.
    """
    whole = ceil(seconds_left)
    minutes, seconds = divmod(abs(whole), 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return f"+{text}" if whole < 0 else text


def bells(before: float, now: float) -> tuple[Bell, ...]:
    """The bells between two looks at the seconds left; a timer set to a minute or less has only the last."""
    rung = ((Bell.ONE_MINUTE, ONE_MINUTE), (Bell.ZERO, 0))
    return tuple(bell for bell, at in rung if before > at >= now)
