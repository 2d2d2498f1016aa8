"""A programme item as a person types it: a day, two times and a length on the hall's clock."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from hackdesk.agenda import hours
from hackdesk.agenda.rules import Planned, ProgrammeItem, planned_of


@dataclass(frozen=True)
class Slot:
    """item: what it is in the file. second: it begins the second time that the clock shows `starts`.

    began, over: when it really was.
    """

    id: UUID
    name: str
    day: date
    starts: time
    ends: time
    length: timedelta
    second: bool
    kind: str
    fixed: bool
    public: bool
    responsible: str
    notes: str
    began: time | None
    over: time | None
    item: ProgrammeItem
    other_titles: dict[str, str] = field(default_factory=dict)


def slot_of(item: ProgrammeItem, zone: ZoneInfo) -> Slot:
    """An item as it is typed in the hall's zone."""
    begins, ends = item.starts_at.astimezone(zone), item.ends_at.astimezone(zone)
    twice = hours.comes_twice(begins.date(), begins.time(), zone)
    return Slot(
        item.id, item.title, begins.date(), _plain(begins), _plain(ends), item.ends_at - item.starts_at,
        twice and bool(begins.fold), item.kind, item.fixed, item.public, item.responsible, item.notes,
        _shown(item.started_at, zone), _shown(item.ended_at, zone), item, dict(item.other_titles),
    )  # fmt: skip


def _plain(local: datetime) -> time:
    return local.time().replace(second=0, microsecond=0, fold=0)


def _shown(at: datetime | None, zone: ZoneInfo) -> time | None:
    return _plain(at.astimezone(zone)) if at else None


def planned(slot: Slot, zone: ZoneInfo) -> Planned:
    """What is planned with what was typed: another start or day keeps the length, an end and a length each other.

    What was not touched stays as it is in the file to the second. Raises HackDeskError for a time there is not,
    and for an end that is a slip.
    """
    was = slot_of(slot.item, zone)
    starts_at, ends_at = slot.item.starts_at, slot.item.ends_at
    if (slot.day, slot.starts, slot.second) != (was.day, was.starts, was.second):
        second = slot.second and hours.comes_twice(slot.day, slot.starts, zone)
        starts_at = hours.moment(slot.day, slot.starts, zone, second=second)
        ends_at = starts_at + was.length
    elif slot.length != was.length:
        ends_at = starts_at + slot.length
    elif slot.ends != was.ends:
        ends_at = hours.end_at(starts_at, slot.ends, zone)
    return replace(
        planned_of(slot.item), title=slot.name, starts_at=starts_at, ends_at=ends_at, kind=slot.kind,
        public=slot.public, fixed=slot.fixed, responsible=slot.responsible, notes=slot.notes,
        other_titles={tag: text for tag, text in slot.other_titles.items() if text},
    )  # fmt: skip


def real_times(slot: Slot, zone: ZoneInfo) -> tuple[datetime | None, datetime | None]:
    """When it really began and ended, as typed; what was not touched stays to the second."""
    item, was = slot.item, slot_of(slot.item, zone)
    began, over = item.started_at, item.ended_at
    if slot.began != was.began:
        began = hours.nearest(item.starts_at, slot.began, zone) if slot.began is not None else None
    if slot.over != was.over:
        over = hours.nearest(began or item.ends_at, slot.over, zone) if slot.over is not None else None
        if over and began and over < began:
            over = hours.nearest(item.ends_at, slot.over or slot.ends, zone)
    return began, over
