"""What somebody types as a length, as a time of day or as moments for bells, and how it is written back."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hackdesk.errors import HackDeskError
from hackdesk.language import N_

_LONGEST = 24 * 3600
_UNITS = {"": 60, "m": 60, "min": 60, "s": 1, "sek": 1, "sec": 1, "h": 3600, "t": 3600}
_PLAIN = re.compile(r"(\d{1,5}(?:[.,]\d{1,2})?)\s*([a-z]*)\.?")
_PARTS = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})")
_TIME = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?")


def length_of(text: str) -> int:
    """Seconds: 10 is ten minutes, 1:30 a minute and a half, 90 s and 1 h say what they are.

    Raises HackDeskError where it is no length.
    """
    said = " ".join(text.lower().split())
    if parts := _PARTS.fullmatch(said):
        hours, minutes, seconds = (int(part or 0) for part in parts.groups())
        if seconds < 60 and (minutes < 60 or not parts[1]):
            return _in_range(hours * 3600 + minutes * 60 + seconds, text)
    elif (plain := _PLAIN.fullmatch(said)) and plain[2] in _UNITS:
        return _in_range(round(float(plain[1].replace(",", ".")) * _UNITS[plain[2]]), text)
    raise _no_length(text)


def length_text(seconds: int) -> str:
    """A length as `length_of` reads it: 3:00, 1:30, 1:02:03."""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def bells_of(text: str) -> tuple[int, ...]:
    """Seconds before the end at which bells ring, the earliest first: "1:00, 0:00, +1:00" is 60, 0, -60.

    With a plus it rings in overtime. Raises HackDeskError where one is no length.
    """
    said = [one for one in re.split(r"[,;\s]+", text.strip()) if one]
    found = {-length_of(one[1:]) if one.startswith("+") else length_of(one) for one in said}
    return tuple(sorted(found, reverse=True))


def bells_text(bells: tuple[int, ...]) -> str:
    """Moments as `bells_of` reads them."""
    return ", ".join(f"+{length_text(at)}" if at < 0 else length_text(at) for at in bells)


def next_time(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The next moment at which the hall's clock shows what was typed: 15:30, 15.30, 1530, 9. Aware, in UTC.

    In the night in which the clock goes back, the first of both that is still to come. Raises HackDeskError.
    """
    typed = _TIME.fullmatch(text.strip())
    if typed is None or int(typed[1]) > 23 or int(typed[2] or 0) > 59:
        raise HackDeskError(
            N_("“{text}” is not a time of day."), text=text.strip(), remedy=N_("Write it like 15:30.")
        )
    shown, today = time(int(typed[1]), int(typed[2] or 0)), now.astimezone(zone).date()
    moments = (
        datetime.combine(today + timedelta(days=days), shown.replace(fold=fold), zone).astimezone(UTC)
        for days in (0, 1)
        for fold in (0, 1)
    )
    return min(moment for moment in moments if moment > now)


def _in_range(seconds: int, text: str) -> int:
    if seconds > _LONGEST:
        raise _no_length(text)
    return seconds


def _no_length(text: str) -> HackDeskError:
    return HackDeskError(
        N_("“{text}” is not a length."), text=text.strip(), remedy=N_("Write it like 10, 1:30 or 90 s.")
    )
