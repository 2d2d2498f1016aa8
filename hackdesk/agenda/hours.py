"""Times and lengths as people type them, and what they are on the hall's clock, also where it is changed.

Lengths are real time: what lasts an hour lasts an hour, whatever the clock on the wall does meanwhile.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from hackdesk.errors import HackDeskError
from hackdesk.language import N_

#: An item that ends on the next day is no longer than this; more is a slip in a time.
OVER_MIDNIGHT = timedelta(hours=14)
#: No item is longer: from the first evening to the last.
LONGEST = timedelta(hours=72)
#: What is dragged or counted lands on such steps of the hall's clock.
GRID = timedelta(minutes=5)

_TIME = re.compile(r"(\d{1,2})[:. ]?(\d{2})?")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_HOUR, _MINUTE = r"(?:h|hrs?|hours?|t|tund|tundi)", r"(?:m|min|mins|minutes?|minut|minutit)"
_HOURS = re.compile(rf"(\d{{1,2}}(?:[.,]\d{{1,2}})?)\s*{_HOUR}\.?(?:\s*(\d{{1,2}})\s*{_MINUTE}?\.?)?")
_MINUTES = re.compile(rf"(\d{{1,4}})\s*{_MINUTE}?\.?")


def time_typed(text: str) -> time:
    """A time as people type it: 9, 9:30, 9.30, 930. Raises HackDeskError for anything else."""
    found = _TIME.fullmatch(text.strip())
    try:
        return time(int(found[1]), int(found[2] or 0))  # type: ignore[index]
    except (TypeError, ValueError) as error:
        raise HackDeskError(
            N_("“{text}” is not a time of day."), text=text, remedy=N_("Write it like 9:30.")
        ) from error


def length_typed(text: str) -> timedelta:
    """A length as people type it: 45, 1:30, 1 h 15, 1,5 h, 90 min. Raises HackDeskError for anything else."""
    typed = " ".join(text.lower().split())
    minutes = 0.0
    if found := _CLOCK.fullmatch(typed):
        minutes = int(found[1]) * 60 + int(found[2])
    elif found := _MINUTES.fullmatch(typed):
        minutes = int(found[1])
    elif found := _HOURS.fullmatch(typed):
        minutes = float(found[1].replace(",", ".")) * 60 + int(found[2] or 0)
    if not 0 < minutes <= LONGEST.total_seconds() / 60:
        raise HackDeskError(
            N_("“{text}” is not a length."), text=text, remedy=N_("Write it like 45, 1:30 or 1 h 15.")
        )
    return timedelta(minutes=round(minutes))


def comes_twice(day: date, at: time, zone: tzinfo) -> bool:
    """Whether the hall's clock shows this time twice on that day, as in the night it goes back."""
    first, second = (datetime.combine(day, at.replace(fold=fold), zone) for fold in (0, 1))
    return _is_shown(first) and first.utcoffset() != second.utcoffset()


def moment(day: date, at: time, zone: tzinfo, *, second: bool = False) -> datetime:
    """When the hall's clock shows this time, in UTC. second: the second of two; else the first is meant.

    Raises HackDeskError where the clock goes forward over it.
    """
    local = datetime.combine(day, at.replace(fold=int(second)), zone)
    if not _is_shown(local):
        after = (local.astimezone(UTC)).astimezone(zone)
        raise HackDeskError(
            N_("There is no {time} on this day: the clock goes forward."), time=f"{at:%H:%M}",
            remedy=N_("Write {after} or another time."), after=f"{after:%H:%M}",
        )  # fmt: skip
    return local.astimezone(UTC)


def end_at(starts_at: datetime, at: time, zone: tzinfo) -> datetime:
    """The first moment after a start at which the hall's clock shows this time, also after midnight.

    Raises HackDeskError where that is so long after that it is a slip, or where there is no such time.
    """
    day = starts_at.astimezone(zone).date()
    for later in (day, day + timedelta(days=1)):
        seconds = (False, True) if comes_twice(later, at, zone) else (False,)
        for second in seconds:
            try:
                found = moment(later, at, zone, second=second)
            except HackDeskError:
                if later == day and datetime.combine(day, at) < starts_at.astimezone(zone).replace(tzinfo=None):
                    continue  # it is tomorrow's that is meant
                raise
            if starts_at < found <= starts_at + OVER_MIDNIGHT:
                return found
    raise HackDeskError(N_("It ends before it starts."), remedy=N_("Give it an end after its start."))


def nearest(to: datetime, at: time, zone: tzinfo) -> datetime:
    """The moment nearest to another at which the hall's clock shows this time: when something really began."""
    day = to.astimezone(zone).date()
    known = []
    for shift in (-1, 0, 1):
        local = datetime.combine(day + timedelta(days=shift), at, zone)
        known += [one.astimezone(UTC) for one in (local, local.replace(fold=1)) if _is_shown(one)]
    return min(known, key=lambda one: abs(one - to))


def clock_change(starts_at: datetime, ends_at: datetime, zone: tzinfo) -> timedelta:
    """By how much the hall's clock is put forward between two moments; negative: back."""
    before, after = (one.astimezone(zone).utcoffset() or timedelta() for one in (starts_at, ends_at))
    return after - before


def on_grid(at: datetime) -> datetime:
    """The nearest five minutes."""
    over = timedelta(minutes=at.minute % 5, seconds=at.second, microseconds=at.microsecond)
    return at - over + (GRID if over * 2 >= GRID else timedelta())


def _is_shown(local: datetime) -> bool:
    back = local.astimezone(UTC).astimezone(local.tzinfo)
    return back.replace(tzinfo=None) == local.replace(tzinfo=None)
