"""A time of day, and a stretch of one, as people type them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hackdesk.errors import HackDeskError
from hackdesk.language import N_

_TIME = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?")


def typed_time(text: str) -> time:
    """15:00, 15.00, 1500 or 15. Raises HackDeskError for anything else."""
    found = _TIME.fullmatch(text.strip())
    try:
        if found:
            return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        pass
    raise HackDeskError(N_("“{text}” is not a time."), text=text.strip(), remedy=N_("Write it like 15:30."))


def typed_span(text: str, day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """15:00–16:30 on a day of the hall; an end before the start is after midnight. Raises HackDeskError."""
    parts = re.split(r"\s*[–—-]\s*", text.strip())
    if len(parts) != 2:
        raise HackDeskError(
            N_("“{text}” does not say from when until when."), text=text.strip(),
            remedy=N_("Write it like 15:00–16:30."),
        )  # fmt: skip
    first, last = (typed_time(part) for part in parts)
    begins, ends = datetime.combine(day, first, zone), datetime.combine(day, last, zone)
    if ends <= begins:
        ends = datetime.combine(day + timedelta(days=1), last, zone)
    return begins.astimezone(UTC), ends.astimezone(UTC)


def shown_span(span: tuple[datetime, datetime], zone: ZoneInfo) -> str:
    """A stretch of time as it can be typed again."""
    return "–".join(moment.astimezone(zone).strftime("%H:%M") for moment in span)
