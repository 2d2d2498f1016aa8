"""A programme item as a person types it: a day and two times on the hall's clock."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from hackdesk.agenda.rules import Planned, ProgrammeItem
from hackdesk.errors import HackDeskError
from hackdesk.language import N_

#: An item that ends on the next day is no longer than this; more is a slip in a time.
_OVER_MIDNIGHT = timedelta(hours=12)
_TIME = re.compile(r"(\d{1,2})[:. ]?(\d{2})?")


@dataclass(frozen=True)
class Slot:
    """item: what it is in the file; None for a draft, whose version is 0."""

    id: UUID
    name: str
    day: date
    starts: time
    ends: time
    kind: str = "other"
    fixed: bool = False
    public: bool = True
    responsible: str = ""
    notes: str = ""
    version: int = 0
    item: ProgrammeItem | None = None


def slot_of(item: ProgrammeItem, zone: ZoneInfo) -> Slot:
    """An item as it is typed in the hall's zone."""
    begins, ends = item.starts_at.astimezone(zone), item.ends_at.astimezone(zone)
    return Slot(
        item.id, item.title, begins.date(), begins.time(), ends.time(), item.kind, item.fixed, item.public,
        item.responsible, item.notes, item.version, item,
    )  # fmt: skip


def new_slot(last: Slot | None, first_day: date) -> Slot:
    """A draft of an hour that follows the last item; the first one begins at nine."""
    if last is None:
        return Slot(uuid4(), "", first_day, time(9), time(10))
    end = datetime.combine(last.day, last.ends) + timedelta(hours=1)
    return Slot(uuid4(), "", last.day, last.ends, end.time())


def edited(slot: Slot, seen: Slot) -> Slot:
    """The slot where another start moves the end too, so that the item keeps its length."""
    if slot.starts == seen.starts or slot.ends != seen.ends:
        return slot
    length = datetime.combine(seen.day, seen.ends) - datetime.combine(seen.day, seen.starts)
    return replace(slot, ends=(datetime.combine(slot.day, slot.starts) + length).time())


def planned(slot: Slot, zone: ZoneInfo) -> Planned:
    """A slot in UTC. An end before the start is on the next day. Raises HackDeskError for a slip in a time."""
    was = slot_of(slot.item, zone) if slot.item else None
    starts_at, ends_at = _utc(slot.day, slot.starts, zone), _utc(slot.day, slot.ends, zone)
    if ends_at <= starts_at:
        ends_at = _utc(slot.day + timedelta(days=1), slot.ends, zone)
    if ends_at - starts_at > _OVER_MIDNIGHT:
        raise HackDeskError(N_("It ends before it starts."), remedy=N_("Give it an end after its start."))
    if slot.item and was and (slot.day, slot.starts, slot.ends) == (was.day, was.starts, was.ends):
        # An hour that the clock shows twice stays the one that was meant.
        starts_at, ends_at = slot.item.starts_at, slot.item.ends_at
    return Planned(
        slot.name, starts_at, ends_at, slot.kind, slot.public, slot.fixed, slot.responsible, slot.notes
    )


def time_typed(text: str) -> time:
    """A time as people type it: 9, 9:30, 9.30, 930. Raises HackDeskError for anything else."""
    found = _TIME.fullmatch(text.strip())
    try:
        return time(int(found[1]), int(found[2] or 0))  # type: ignore[index]
    except (TypeError, ValueError) as error:
        raise HackDeskError(
            N_("“{text}” is not a time of day."), text=text, remedy=N_("Write it like 9:30.")
        ) from error


def _utc(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)
