"""What the lines of the programme say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from hackdesk.agenda import rules
from hackdesk.agenda.rules import NowAndNext, ProgrammeItem
from ui.text import _, words

Sign = tuple[str, str] | None


@dataclass(frozen=True)
class ItemLine:
    """An item of the programme as the list shows it. sign: a pill; note: plain words."""

    item: ProgrammeItem
    time: str
    note: str = ""
    sign: Sign = None

    @property
    def id(self) -> UUID:
        """What makes it the same line when it is read again."""
        return self.item.id


def item_lines(items: tuple[ProgrammeItem, ...], found: NowAndNext, zone: ZoneInfo) -> tuple[ItemLine, ...]:
    """The lines of some items; found: what is on in the whole programme."""
    return tuple(
        ItemLine(item, words.time(item.starts_at, zone), _note(item, zone), _sign(item, found)) for item in items
    )


def late_words(late: timedelta) -> str:
    """How late we are, from the first full minute on."""
    minutes = int(late.total_seconds() // 60)
    return _("{minutes} min late", minutes=minutes) if minutes else ""


def _sign(item: ProgrammeItem, found: NowAndNext) -> Sign:
    if found.now is None or item.id != found.now.id:
        return None
    late = late_words(found.late)
    return (late, "warn") if late else (_("now"), "accent")


def _note(item: ProgrammeItem, zone: ZoneInfo) -> str:
    if item.ended_at:
        over = rules.overrun(item) or timedelta()
        minutes = round(over.total_seconds() / 60)
        if minutes > 0:
            return _("ran {minutes} min over", minutes=minutes)
        return _("ended {time}", time=words.time(item.ended_at, zone))
    if item.moved:
        return _("moved {minutes} min", minutes=f"{item.moved:+}".replace("-", "−"))
    return _("fixed") if item.fixed else ""


def shift_sentence(minutes: int) -> str:
    """What the shift button does: Shift the rest by +10 min."""
    return _("Shift the rest by {minutes} min", minutes=f"{minutes:+}".replace("-", "−"))
