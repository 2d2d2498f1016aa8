"""The programmes a new event can begin with, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from hackdesk.agenda.rules import Planned
from hackdesk.language import N_, Words


@dataclass(frozen=True)
class TemplateItem:
    """An item of a template. day: 0 is the event's first day, -1 its last; times as on the hall's clock."""

    day: int
    starts: time
    ends: time
    title: str
    kind: str
    public: bool = True
    fixed: bool = False


TWO_DAYS: tuple[TemplateItem, ...] = (
    TemplateItem(0, time(9, 0), time(10, 0), N_("Arrival and coffee"), "arrival"),
    TemplateItem(0, time(10, 0), time(10, 30), N_("Opening"), "talk"),
    TemplateItem(0, time(10, 30), time(11, 30), N_("Topics are introduced"), "topics"),
    TemplateItem(0, time(11, 30), time(12, 30), N_("Teams form"), "teams"),
    TemplateItem(0, time(12, 30), time(13, 15), N_("Lunch"), "meal", fixed=True),
    TemplateItem(0, time(13, 15), time(15, 30), N_("Team work: what is the problem"), "work"),
    TemplateItem(0, time(15, 30), time(17, 0), N_("Mentor round 1"), "mentors"),
    TemplateItem(0, time(17, 0), time(18, 0), N_("Team work: first ideas"), "work"),
    TemplateItem(0, time(18, 0), time(19, 0), N_("Supper"), "meal", fixed=True),
    TemplateItem(0, time(19, 0), time(19, 30), N_("Each team says in one minute where it stands"), "talk"),
    TemplateItem(-1, time(9, 0), time(9, 30), N_("Morning coffee"), "arrival"),
    TemplateItem(-1, time(9, 30), time(11, 0), N_("Team work: the solution and its first step"), "work"),
    TemplateItem(-1, time(11, 0), time(12, 0), N_("Mentor round 2"), "mentors"),
    TemplateItem(-1, time(12, 0), time(12, 45), N_("Lunch"), "meal", fixed=True),
    TemplateItem(-1, time(12, 45), time(13, 30), N_("Pitches are rehearsed"), "work"),
    TemplateItem(-1, time(13, 30), time(15, 0), N_("Pitches"), "pitches"),
    TemplateItem(-1, time(15, 0), time(15, 40), N_("The jury deliberates"), "jury"),
    TemplateItem(-1, time(15, 40), time(16, 10), N_("Awards"), "awards"),
    TemplateItem(-1, time(16, 10), time(16, 30), N_("Who does what by when, and goodbye"), "talk"),
)

ONE_DAY: tuple[TemplateItem, ...] = (
    TemplateItem(0, time(9, 0), time(9, 30), N_("Arrival and coffee"), "arrival"),
    TemplateItem(0, time(9, 30), time(10, 15), N_("Opening and topics"), "topics"),
    TemplateItem(0, time(10, 15), time(10, 45), N_("Teams form"), "teams"),
    TemplateItem(0, time(10, 45), time(12, 30), N_("Team work"), "work"),
    TemplateItem(0, time(12, 30), time(13, 15), N_("Lunch"), "meal", fixed=True),
    TemplateItem(0, time(13, 15), time(14, 0), N_("Mentor round 1"), "mentors"),
    TemplateItem(0, time(14, 0), time(15, 0), N_("Team work: the solution and its first step"), "work"),
    TemplateItem(0, time(15, 0), time(16, 15), N_("Pitches"), "pitches"),
    TemplateItem(0, time(16, 15), time(16, 45), N_("The jury deliberates"), "jury"),
    TemplateItem(0, time(16, 45), time(17, 15), N_("Awards"), "awards"),
    TemplateItem(0, time(17, 15), time(17, 30), N_("Who does what by when, and goodbye"), "talk"),
)


def planned(
    items: tuple[TemplateItem, ...], days: tuple[date, ...], zone: ZoneInfo, words: Words
) -> tuple[Planned, ...]:
    """A template on an event's days, in UTC, with titles in the event's language."""
    return tuple(
        Planned(
            title=words(item.title),
            starts_at=_utc(days[item.day], item.starts, zone),
            ends_at=_utc(days[item.day], item.ends, zone),
            kind=item.kind,
            public=item.public,
            fixed=item.fixed,
        )
        for item in items
    )


def _utc(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)
