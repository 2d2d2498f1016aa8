"""What holds for the programme and for what the hall sees, whoever asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.language import N_

#: What the programme can hold; the page has an English word for each.
KINDS = (
    "arrival", "talk", "topics", "teams", "work", "mentors", "meal", "pitches", "jury", "awards", "other",
)  # fmt: skip

#: A pause this long is the night: the rest of the day ends there, also when the day ends after midnight.
NIGHT = timedelta(hours=4)


class View(StrEnum):
    """What the hall can be shown. topic: the one being introduced now; order: of the pitches."""

    WELCOME = "welcome"
    TIMER = "timer"
    PROGRAMME = "programme"
    TEAMS = "teams"
    PEOPLE = "people"
    MOVED = "moved"
    TOPICS = "topics"
    TOPIC = "topic"
    ORDER = "order"
    MESSAGE = "message"
    RESULTS = "results"
    SPONSORS = "sponsors"
    BLANK = "blank"


class RevealWay(StrEnum):
    """How the results are shown: place by place from the last, or the awards only."""

    PLACES = "places"
    AWARDS = "awards"


@dataclass(frozen=True)
class Planned:
    """What a person plans: an item before it is in the programme, or its new wording. Aware times.

    other_titles: {language: how it is called there}.
    """

    title: str
    starts_at: datetime
    ends_at: datetime
    kind: str = "other"
    public: bool = True
    fixed: bool = False
    responsible: str = ""
    notes: str = ""
    other_titles: dict[str, str] = field(default_factory=dict, hash=False)


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
    other_titles: dict[str, str] = field(default_factory=dict, hash=False)
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
class Stage:
    """What the hall sees now. revealed: how many steps of the results are shown, from the last place.

    other_messages: {language: the message there}. cue_id: the step of the list of cues that was shown last.
    """

    view: View = View.WELCOME
    message: str = ""
    revealed: int = 0
    other_messages: dict[str, str] = field(default_factory=dict, hash=False)
    reveal_way: RevealWay = RevealWay.PLACES
    cue_id: UUID | None = None


@dataclass(frozen=True)
class Cue:
    """A step that was prepared for the projector. note: for the facilitator only. position counts from 1."""

    id: UUID
    position: int
    view: View
    message: str = ""
    other_messages: dict[str, str] = field(default_factory=dict, hash=False)
    note: str = ""
    version: int = 1


def checked(planned: Planned) -> Planned:
    """The same item, trimmed. Raises HackDeskError where it has no title or does not end after it starts."""
    planned = replace(planned, title=planned.title.strip(), responsible=planned.responsible.strip())
    if not planned.title:
        raise HackDeskError(N_("The programme item has no title."), remedy=N_("Type what it is called."))
    _refuse_backwards(planned)
    return planned


def checked_times(item: ProgrammeItem) -> ProgrammeItem:
    """The same item. Raises HackDeskError where it does not end after it starts."""
    _refuse_backwards(item)
    return item


def _refuse_backwards(one: Planned | ProgrammeItem) -> None:
    if one.ends_at <= one.starts_at:
        raise HackDeskError(
            N_("“{title}” ends before it starts."), title=one.title, remedy=N_("Give it an end after its start.")
        )


def planned_of(item: ProgrammeItem) -> Planned:
    """What a person planned of an item, to plan it anew."""
    return Planned(
        item.title, item.starts_at, item.ends_at, item.kind, item.public, item.fixed, item.responsible, item.notes,
        dict(item.other_titles),
    )  # fmt: skip


def in_order(items: Sequence[ProgrammeItem]) -> tuple[ProgrammeItem, ...]:
    """The items as the day goes."""
    return tuple(sorted(items, key=lambda item: (item.starts_at, item.ends_at, item.title)))


def stretches(items: Sequence[ProgrammeItem]) -> tuple[tuple[ProgrammeItem, ...], ...]:
    """The items by days: a night lies between two of them, and a day may end after midnight."""
    found: list[list[ProgrammeItem]] = []
    over = None
    for item in in_order(items):
        if over is None or item.starts_at - over >= NIGHT:
            found.append([])
        found[-1].append(item)
        over = max(over or item.ends_at, item.ends_at)
    return tuple(tuple(one) for one in found)


def now_and_next(items: Sequence[ProgrammeItem], now: datetime) -> NowAndNext:
    """What is on at `now`, what follows, and how late we are.

    An item that was started by hand is on until it is ended, another one starts or a night has passed. Where
    none was, the plan says what is on, put off by as much as the item ended last passed its end; a fixed item
    keeps its time. Late is by how much what is on will pass its planned end, if it takes the time it was given.
    """
    ordered = in_order(items)
    running = [item for item in ordered if item.running and now < item.ends_at + NIGHT]
    if running:
        current = max(running, key=lambda item: item.started_at or now)
        after = [item for item in ordered[ordered.index(current) + 1 :] if item.untouched]
        return NowAndNext(current, _first(after), _late(current, now))
    planned = put_off(ordered, now)
    on = [one for one in planned if one.starts_at <= now < one.ends_at]
    to_come = [one.item for one in planned if one.starts_at > now]
    if not on:
        return NowAndNext(None, _first(to_come))
    current_one = on[-1]
    late = timedelta() if current_one.item.fixed else current_one.starts_at - current_one.item.starts_at
    return NowAndNext(current_one.item, _first(to_come), late)


@dataclass(frozen=True)
class Expected:
    """When an item that is not over will begin and end. lost: what a fixed item after it takes from its length."""

    item: ProgrammeItem
    starts_at: datetime
    ends_at: datetime
    lost: timedelta = timedelta()

    @property
    def late(self) -> timedelta:
        """How much later than planned it begins."""
        return self.starts_at - self.item.starts_at


def put_off(
    items: Sequence[ProgrammeItem], now: datetime, pace: float = 1.0, current: ProgrammeItem | None = None
) -> tuple[Expected, ...]:
    """The items that nobody started, as what went before puts them off.

    current: what was started and is on; without it the item that was ended last is asked. An item begins as
    planned, or when all that was planned to be over by then is; it takes its planned length times `pace`. A
    fixed one begins and ends as planned and cuts short what comes before it; where what is on has passed its
    start already, it begins now and still ends as planned. A night puts everything right.
    """
    found: list[Expected] = []
    for day in stretches(items):
        found += _put_off_in(day, now, pace, current if current in day else None)
    return tuple(found)


def _put_off_in(
    day: Sequence[ProgrammeItem], now: datetime, pace: float, current: ProgrammeItem | None
) -> list[Expected]:
    before: list[tuple[datetime, datetime]] = []  # (planned end, real or expected end) of what pushes the rest
    last = current or max((one for one in day if one.ended_at), key=lambda one: one.ended_at or now, default=None)
    found: list[Expected] = []
    if current:
        will_end = max(now, (current.started_at or now) + (current.ends_at - current.starts_at))
        wall = _wall(day, current)
        found.append(_cut(current, current.started_at or now, will_end, max(wall, now) if wall else None))
        before.append((current.ends_at, found[0].ends_at))
    elif last:
        before.append((last.ends_at, last.ended_at or last.ends_at))
    for number, item in enumerate(day):
        past = last is not None and number < day.index(last)
        if not item.untouched or (past and (current or item.ends_at <= now)):
            continue
        pushed = max((real for planned, real in before if planned <= item.starts_at), default=item.starts_at)
        if item.fixed or past:
            late = now if current and not past and item.starts_at < now else item.starts_at
            expected = Expected(item, late, max(item.ends_at, late))
        else:
            starts_at = max(item.starts_at, pushed)
            expected = _cut(item, starts_at, starts_at + (item.ends_at - item.starts_at) * pace, _wall(day, item))
        found.append(expected)
        before.append((item.ends_at, expected.ends_at))
    return found


def _wall(day: Sequence[ProgrammeItem], item: ProgrammeItem) -> datetime | None:
    """When the first fixed item begins that nobody started and that was planned after this one."""
    later = (one.starts_at for one in day if one.fixed and one.untouched and one.starts_at >= item.ends_at)
    return min(later, default=None)


def _cut(item: ProgrammeItem, starts_at: datetime, ends_at: datetime, wall: datetime | None) -> Expected:
    if wall is None or ends_at <= wall:
        return Expected(item, starts_at, ends_at)
    return Expected(item, min(starts_at, wall), wall, ends_at - max(starts_at, wall))


def _first(items: Sequence[ProgrammeItem]) -> ProgrammeItem | None:
    return items[0] if items else None


def _late(item: ProgrammeItem, now: datetime) -> timedelta:
    begun = item.started_at or item.starts_at
    will_end = max(now, begun + (item.ends_at - item.starts_at))
    return max(will_end - item.ends_at, timedelta())


def overrun(item: ProgrammeItem) -> timedelta | None:
    """By how much an ended item passed its planned end (negative: it was shorter); None while it has not ended."""
    return item.ended_at - item.ends_at if item.ended_at else None
