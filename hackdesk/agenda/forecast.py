"""When the rest of the day will really begin, from how the day has gone so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from hackdesk.agenda.rules import Expected, ProgrammeItem, now_and_next, put_off, stretches

#: What a whole event waits for: the first of these that is still to come is said.
MILESTONES = ("pitches", "jury", "awards")
#: A slip of a Start or an End must not make the rest of the day absurd.
FASTEST, SLOWEST = 0.5, 2.0


@dataclass(frozen=True)
class Forecast:
    """late: as `now_and_next` says it. pace: 1.25 where what is over took a quarter longer than it was given.

    expected: what is on and what is to come today, as the day goes.
    """

    late: timedelta = timedelta()
    pace: float = 1.0
    expected: tuple[Expected, ...] = ()

    def of(self, item: UUID) -> Expected | None:
        """When this item is expected; None where it is over or of another day."""
        return next((one for one in self.expected if one.item.id == item), None)

    @property
    def squeezed(self) -> tuple[Expected, ...]:
        """What loses a minute or more to a fixed item, if nothing is done."""
        return tuple(one for one in self.expected if one.lost >= timedelta(minutes=1))

    @property
    def milestone(self) -> Expected | None:
        """What the forecast is said of: pitches, jury or awards to come, else the last item the hall sees."""
        to_come = [one for one in self.expected if one.item.untouched and one.item.public]
        known = [one for one in to_come if one.item.kind in MILESTONES]
        return known[0] if known else to_come[-1] if to_come else None


def forecast(items: Sequence[ProgrammeItem], now: datetime) -> Forecast:
    """What the rest of today will be like if it goes on as it went so far.

    The rule, in the order it is applied:

    1. The pace of a day is the time that what is over took, divided by the time it was given. Only items count
       that were started and ended by hand and are not fixed; without any the pace is 1. It is kept between half
       and double.
    2. What is on takes the time it was given from when it began, and is not over before now.
    3. What nobody started takes its planned length times the pace. It begins as planned, or when everything is
       over that was planned to be over by then. So lateness stays, free time takes it up, and nothing begins
       before it is planned, because people come by the plan.
    4. A fixed item begins and ends as planned. It takes lateness up: what comes before it is cut short, and what
       follows it is on time again. Where what is on has passed a fixed item's start already, that item begins
       now and still ends as planned.
    5. A night puts everything right: only the day that is going on, or the next one, is told.

    An example: pitches of 60 minutes began at 15:10 instead of 15:00, and what is over took 10 % longer than
    planned. The jury, 40 minutes at 16:00, is expected at 16:10 and takes 44; the awards, planned for 16:40, at
    16:54.
    """
    found = now_and_next(items, now)
    for day in stretches(items):
        if found.now in day or (found.now is None and max(one.ends_at for one in day) > now):
            break
    else:
        return Forecast(found.late)
    current = found.now if found.now and found.now.running else None
    pace = pace_of(day)
    expected = [one for one in put_off(day, now, pace, current) if one.ends_at > now or one.item is current]
    return Forecast(found.late, pace, tuple(expected))


def pace_of(day: Sequence[ProgrammeItem]) -> float:
    """The time that what is over took, divided by the time it was given; 1 where nothing is."""
    took, given = timedelta(), timedelta()
    for item in day:
        if item.started_at and item.ended_at and not item.fixed:
            took += item.ended_at - item.started_at
            given += item.ends_at - item.starts_at
    return min(max(took / given, FASTEST), SLOWEST) if given else 1.0
