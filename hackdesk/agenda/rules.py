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
