"""What the day says of each item: its times, its length, its signs, and the same as a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from hackdesk.agenda import arranging, wording
from hackdesk.agenda.arranging import Free
from hackdesk.agenda.forecast import Forecast, forecast
from hackdesk.agenda.rules import NowAndNext, ProgrammeItem, now_and_next, overrun
from ui.text import _, words

Sign = tuple[str, str]


@dataclass(frozen=True)
class Block:
    """An item as it is drawn. expected: when it will really begin, where that is later; over: dealt with."""

    item: ProgrammeItem
    times: str
    length: str
    expected: str = ""
    signs: tuple[Sign, ...] = ()
    over: bool = False
    on: bool = False
    spoken: str = ""

    @property
    def id(self) -> UUID:
        """What makes it the same block when it is read again."""
        return self.item.id


@dataclass(frozen=True)
class Day:
    """A day as it is drawn. now: where the line of the time is, None on other days."""

    blocks: tuple[Block, ...] = ()
    free: tuple[tuple[Free, str], ...] = ()
    now: datetime | None = None


@dataclass(frozen=True)
class Course:
    """The whole programme at a moment: what is on, and what the rest of the day will be like."""

    items: tuple[ProgrammeItem, ...]
    zone: ZoneInfo
    now: datetime
    found: NowAndNext
    forecast: Forecast

    @classmethod
    def of(cls, items: tuple[ProgrammeItem, ...], zone: ZoneInfo, now: datetime) -> Course:
        """Worked out from the items and the time."""
        return cls(items, zone, now, now_and_next(items, now), forecast(items, now))

    @property
    def today(self) -> date:
        """The hall's day: after midnight it is yesterday's as long as that goes on."""
        on = self.found.now
        return day_of(on, self.zone) if on else self.now.astimezone(self.zone).date()

    def day(self, day: date, *, hall: bool) -> Day:
        """One day; hall: only what the hall sees."""
        shown = [one for one in self.items if day_of(one, self.zone) == day and (one.public or not hall)]
        free = tuple((one, wording.free_words(words, one)) for one in arranging.free_times(shown))
        blocks = tuple(self._block(one) for one in shown)
        return Day(blocks, free, self.now if day == self.today else None)

    def pace_of(self, day: date) -> str:
        """What the rest of today will be like; empty on other days and until somebody has pressed Start."""
        begun = any(not one.untouched for one in self.items if day_of(one, self.zone) == day)
        if day != self.today or not begun or not self.forecast.expected:
            return ""
        return wording.forecast_words(words, self.forecast, self.zone)

    def overlaps(self, day: date) -> tuple[arranging.Overlap, ...]:
        """What overlaps on a day."""
        return arranging.overlaps([one for one in self.items if day_of(one, self.zone) == day])

    def _block(self, item: ProgrammeItem) -> Block:
        expected = self.forecast.of(item.id)
        on = self.found.now is not None and self.found.now.id == item.id
        later = ""
        if expected is not None and item.untouched and wording.minutes_in(expected.late) >= 1:
            later = words.time(expected.starts_at, self.zone)
        over = item.ended_at is not None or (item.untouched and item.ends_at <= self.now and expected is None)
        made = Block(
            item, times_words(item.starts_at, item.ends_at, self.zone),
            wording.length_words(words, item.ends_at - item.starts_at), later, self._signs(item, on), over, on,
        )  # fmt: skip
        return Block(**{**vars(made), "spoken": _spoken(made)})

    def _signs(self, item: ProgrammeItem, on: bool) -> tuple[Sign, ...]:
        signs: list[Sign] = []
        if on:
            late = wording.late_words(words, self.found.late)
            signs.append((late, "warn") if late else (_("now"), "accent"))
        elif item.ended_at:
            signs.append((_ended(item, self.zone), "plain"))
        if item.fixed:
            signs.append((_("fixed"), "info"))
        if not item.public:
            signs.append((_("staff"), "plain"))
        if item.moved and not item.ended_at:
            signs.append((_("moved {minutes} min", minutes=wording.signed(item.moved)), "plain"))
        return tuple(signs)


def day_of(item: ProgrammeItem, zone: ZoneInfo) -> date:
    """The day an item starts on, in the hall."""
    return item.starts_at.astimezone(zone).date()


def times_words(starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> str:
    """From when to when, on the hall's clock."""
    return f"{words.time(starts_at, zone)}–{words.time(ends_at, zone)}"


def _ended(item: ProgrammeItem, zone: ZoneInfo) -> str:
    minutes = round((overrun(item) or timedelta()).total_seconds() / 60)
    if minutes > 0:
        return _("ran {minutes} min over", minutes=minutes)
    return _("ended {time}", time=words.time(item.ended_at, zone) if item.ended_at else "")


def _spoken(block: Block) -> str:
    said: Sequence[str] = (
        block.times, block.item.title, block.length, *(text for text, _tone in block.signs),
        _("expected {time}", time=block.expected) if block.expected else "", block.item.responsible,
    )  # fmt: skip
    return ", ".join(filter(None, said))
