"""A day as people type it at the end of a long weekend."""

from __future__ import annotations

import re
from datetime import date

from hackdesk.errors import HackDeskError
from hackdesk.language import N_

_DAY = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]?\s*(\d{4})?")


def typed_day(text: str, after: date) -> date | None:
    """A day typed as 1.12 or 1.12.2026, or nothing. Without a year it is the next such day after `after`.

    Raises HackDeskError for anything else.
    """
    text = text.strip()
    if not text:
        return None
    found = _DAY.fullmatch(text)
    try:
        if found is None:
            return date.fromisoformat(text)
        day, month, year = int(found[1]), int(found[2]), found[3]
        if year:
            return date(int(year), month, day)
        this_year = date(after.year, month, day)
        return this_year if this_year >= after else date(after.year + 1, month, day)
    except ValueError as error:
        raise HackDeskError(
            N_("“{text}” is not a day."), text=text, remedy=N_("Write it like 1.12.2026.")
        ) from error


def shown_day(day: date | None) -> str:
    """A day as it can be typed again."""
    return f"{day.day}.{day.month}.{day.year}" if day else ""
