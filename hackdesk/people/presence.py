"""A person's day at the event: when they came, went out, came back and left, and the same as typed by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise

from hackdesk.errors import HackDeskError
from hackdesk.language import N_

#: Until this hour of the hall's clock somebody who leaves goes home from the evening before.
SMALL_HOURS = time(5)
_STAY = re.compile(r"(\d{1,2})[:.](\d{2})\s*(?:[-–—]\s*(?:(\d{1,2})[:.](\d{2}))?)?")


@dataclass(frozen=True)
class Stay:
    """From when until when somebody was in the house; until None: they still are, or nobody saw them go."""

    since: datetime
    until: datetime | None = None


@dataclass(frozen=True)
class Presence:
    """A person came on a day of the event. station: the desk that checked them in.

    left_at: they went home, or out and are not back yet. away: absences before that, (left, back) in order.
    by_hand: written down afterwards; where nobody knows the hour, since is the midnight that began the day.
    """

    day: date
    since: datetime
    station: str = ""
    left_at: datetime | None = None
    away: tuple[tuple[datetime, datetime], ...] = ()
    by_hand: bool = False

    @property
    def here(self) -> bool:
        """Whether they have not left."""
        return self.left_at is None

    @property
    def inside_since(self) -> datetime:
        """Since when they are in without a break: when they came, or came back last."""
        return self.away[-1][1] if self.away else self.since

    @property
    def stays(self) -> tuple[Stay, ...]:
        """The parts of the day they were in, in order."""
        came = (self.since, *(back for _left, back in self.away))
        went = (*(left for left, _back in self.away), self.left_at)
        return tuple(map(Stay, came, went))

    def hour_known(self, zone: tzinfo) -> bool:
        """Whether somebody knows when they came."""
        return not self.by_hand or self.since != day_begins(self.day, zone)


@dataclass(frozen=True)
class DayCount:
    """How many came on a day, how many of them have left, how many are here now; by_hand: of those who came."""

    day: date
    arrived: int
    left: int
    here: int
    by_hand: int = 0


@dataclass(frozen=True)
class DayCounts:
    """Every day of the event in order. people: who came on any day; people_days: the days they came, added up."""

    days: tuple[DayCount, ...]
    people: int
    people_days: int


def gone(presence: Presence, now: datetime) -> Presence:
    """The same day once they have left. Raises HackDeskError where they had left before."""
    if presence.left_at is not None:
        raise HackDeskError(N_("They have left already."))
    return replace(presence, left_at=max(now, presence.inside_since))


def back(presence: Presence, now: datetime) -> Presence:
    """The same day once they have come back. Who has not left stays as they are."""
    if presence.left_at is None:
        return presence
    away = (*presence.away, (presence.left_at, max(now, presence.left_at)))
    return replace(presence, left_at=None, away=away)


def not_back(presence: Presence) -> Presence:
    """The same day without the last coming back: it was somebody else."""
    if not presence.away:
        return presence
    return replace(presence, left_at=presence.away[-1][0], away=presence.away[:-1])


def leaving(presences: Iterable[Presence], day: date, local: datetime) -> Presence | None:
    """The day that ends when this person goes home now; None where they are not here.

    day: the one an arrival counts for. local: now, on the hall's clock: after midnight the evening before ends.
    """
    open_days = {presence.day: presence for presence in presences if presence.here}
    if day in open_days:
        return open_days[day]
    return open_days.get(day - timedelta(days=1)) if local.time() < SMALL_HOURS else None


def day_begins(day: date, zone: tzinfo) -> datetime:
    """Midnight in the hall, in UTC."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def typed(text: str, day: date, zone: tzinfo, now: datetime) -> tuple[Stay, ...]:
    """Stays as a person types them: “9:02–12:00, 13:10–”. Nothing after the last dash: they did not leave.

    A time before the one in front of it is after midnight. Raises HackDeskError for what cannot be: a text that
    holds no times, times that do not follow each other, a time that is still to come.
    """
    moments: list[tuple[datetime, datetime | None]] = []
    pieces = [piece.strip() for piece in re.split(r"[,;]", text) if piece.strip()]
    last = day_begins(day, zone)
    for number, piece in enumerate(pieces):
        found = _STAY.fullmatch(piece)
        if found is None:
            raise _not_times(piece)
        since = _moment(found[1], found[2], day, zone, last if number else None)
        until = _moment(found[3], found[4], day, zone, since) if found[3] else None
        if until is None and number < len(pieces) - 1:
            raise HackDeskError(
                N_("“{text}” has no end, and another time follows it."), text=piece,
                remedy=N_("Write when they left, like 9:02–12:00."),
            )  # fmt: skip
        moments.append((since, until))
        last = until or since
    if not moments:
        raise _not_times(text)
    return checked(tuple(Stay(*pair) for pair in moments), day, zone, now)


def checked(stays: Sequence[Stay], day: date, zone: tzinfo, now: datetime) -> tuple[Stay, ...]:
    """The same stays where they can be a day's. Raises HackDeskError where they are out of order or to come."""
    times = [moment for stay in stays for moment in (stay.since, stay.until) if moment is not None]
    for before, after in pairwise(times):
        if after < before:
            raise HackDeskError(
                N_("{later} comes before {earlier}."), later=_clock(after, zone), earlier=_clock(before, zone),
                remedy=N_("Write the times in the order in which they were."),
            )  # fmt: skip
    for moment in times:
        if moment > now:
            raise HackDeskError(
                N_("{time} is still to come."), time=_clock(moment, zone),
                remedy=N_("Write only what has happened."),
            )  # fmt: skip
    if times and times[-1] > day_begins(day + timedelta(days=1), zone) + timedelta(hours=SMALL_HOURS.hour):
        raise HackDeskError(
            N_("{time} is on the next day."), time=_clock(times[-1], zone),
            remedy=N_("Write the next day's times with that day."),
        )  # fmt: skip
    return tuple(stays)


def as_exact(stays: Sequence[Stay], known: Sequence[Stay]) -> tuple[Stay, ...]:
    """Typed stays in which a minute that was known before has its seconds again.

    Otherwise 9:02:31 would become 9:02:00 because somebody mended when they left.
    """
    exact = {_minute(moment): moment for stay in known for moment in (stay.until, stay.since) if moment}
    kept = tuple(
        Stay(exact.get(stay.since, stay.since), exact.get(stay.until, stay.until) if stay.until else None)
        for stay in stays
    )
    times = [moment for stay in kept for moment in (stay.since, stay.until) if moment]
    return kept if times == sorted(times) else tuple(stays)


def of_stays(presence: Presence, stays: Sequence[Stay]) -> Presence:
    """The same day with other times. stays: at least one, as `checked` gives them."""
    away = tuple((one.until, two.since) for one, two in pairwise(stays) if one.until is not None)
    return replace(presence, since=stays[0].since, left_at=stays[-1].until, away=away)


def written(presence: Presence, zone: tzinfo) -> str:
    """A day's times as they are typed: “9:02–12:00, 13:10–”. Empty where nobody knows the hour."""
    if not presence.hour_known(zone):
        return ""
    return ", ".join(
        f"{_clock(stay.since, zone)}–{_clock(stay.until, zone) if stay.until else ''}" for stay in presence.stays
    )


def day_counts(came: Iterable[Sequence[Presence]], days: Sequence[date]) -> DayCounts:
    """Count each day of the event. came: the presences of each person who came."""
    everybody = [presences for presences in came if presences]
    counted = []
    for day in days:
        on_day = [presence for presences in everybody for presence in presences if presence.day == day]
        here = sum(presence.here for presence in on_day)
        by_hand = sum(presence.by_hand for presence in on_day)
        counted.append(DayCount(day, len(on_day), len(on_day) - here, here, by_hand))
    return DayCounts(tuple(counted), len(everybody), sum(map(len, everybody)))


def _moment(hour: str, minute: str, day: date, zone: tzinfo, after: datetime | None) -> datetime:
    try:
        at = time(int(hour), int(minute))
    except ValueError as error:
        raise _not_times(f"{hour}:{minute}") from error
    moment = datetime.combine(day, at, zone).astimezone(UTC)
    if after is not None and moment < after and at < SMALL_HOURS:
        return datetime.combine(day + timedelta(days=1), at, zone).astimezone(UTC)
    return moment


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _clock(moment: datetime, zone: tzinfo) -> str:
    local = moment.astimezone(zone)
    return f"{local.hour}:{local:%M}"


def _not_times(text: str) -> HackDeskError:
    return HackDeskError(
        N_("“{text}” is not from when until when."), text=text, remedy=N_("Write it like 9:02–14:10.")
    )
