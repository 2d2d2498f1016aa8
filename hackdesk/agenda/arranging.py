"""Putting the programme in shape: what overlaps, where time is free, making room, changing places, splitting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from hackdesk.agenda.hours import GRID, on_grid
from hackdesk.agenda.rules import ProgrammeItem, in_order, stretches
from hackdesk.agenda.shifting import SHORTEST, Shift, Squeezed
from hackdesk.errors import HackDeskError
from hackdesk.language import N_

#: What a new item takes where nobody said how long.
USUAL = timedelta(minutes=30)


@dataclass(frozen=True)
class Overlap:
    """Two items that cannot both have the same time. first: the one that begins earlier."""

    first: ProgrammeItem
    second: ProgrammeItem
    length: timedelta


@dataclass(frozen=True)
class Free:
    """Time between two items in which the hall has nothing. before, after: what lies around it."""

    before: ProgrammeItem
    after: ProgrammeItem
    starts_at: datetime
    ends_at: datetime

    @property
    def length(self) -> timedelta:
        """How long it is, in real time."""
        return self.ends_at - self.starts_at


@dataclass(frozen=True)
class Inserted:
    """The receipt of a new item. room: what moved for it; refused: why nothing could, so that it overlaps."""

    item: ProgrammeItem
    room: Shift | None = None
    refused: HackDeskError | None = None


def clash(one: ProgrammeItem, other: ProgrammeItem) -> bool:
    """Whether two items need the same time: both of the hall, both of the organisers, or of the same person.

    What the organisers do behind the scenes goes on beside what the hall sees.
    """
    same = one.public == other.public or bool(one.responsible and one.responsible == other.responsible)
    return same and one.starts_at < other.ends_at and other.starts_at < one.ends_at


def overlaps(items: Sequence[ProgrammeItem]) -> tuple[Overlap, ...]:
    """Every two items that clash and are not over, as the days go."""
    ordered = [item for item in in_order(items) if not item.ended_at]
    found = []
    for number, one in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if clash(one, other):
                found.append(Overlap(one, other, min(one.ends_at, other.ends_at) - other.starts_at))
    return tuple(found)


def free_times(items: Sequence[ProgrammeItem]) -> tuple[Free, ...]:
    """Where the hall has nothing, between the first and the last item of each day."""
    found = []
    for day in stretches([item for item in items if item.public]):
        last = day[0]
        for item in day[1:]:
            if item.starts_at > last.ends_at:
                found.append(Free(last, item, last.ends_at, item.starts_at))
            last = max(last, item, key=lambda one: one.ends_at)
    return tuple(found)


def with_room(items: Sequence[ProgrammeItem], cause: ProgrammeItem) -> Shift:
    """What has to move so that nothing begins before `cause` is over that was planned to begin after it began.

    cause: as it is wanted; it may be one of the items or a new one. Free time takes the push up; a fixed item
    stays, and what comes before it is squeezed. Raises HackDeskError where nothing is in the way, or where an
    item would keep less than five minutes.
    """
    day = next((one for one in stretches([*(i for i in items if i.id != cause.id), cause]) if cause in one), ())
    later = [one for one in day if one.id != cause.id and one.untouched and one.starts_at >= cause.starts_at]
    fixed = next((one for one in later if one.fixed and _same_layer(one, cause)), None)
    wall = fixed.starts_at if fixed else None
    edge, moved, squeezed = cause.ends_at, [], []
    for item in later:
        if item is fixed:
            break
        if not _same_layer(item, cause) or item.starts_at >= edge:
            continue
        by = _minutes(edge - item.starts_at)
        pushed = replace(moved_to(item, edge), moved=item.moved + by)
        if wall is not None and item.ends_at <= wall < pushed.ends_at:
            if wall - edge < SHORTEST:
                raise _no_room(item, fixed)
            squeezed.append(Squeezed(replace(pushed, ends_at=wall), _minutes(pushed.ends_at - wall)))
            pushed = squeezed[-1].item
        moved.append(pushed)
        edge = pushed.ends_at
    if fixed is not None and cause.ends_at > fixed.starts_at and not moved:
        raise _no_room(cause, fixed)
    if not moved:
        raise HackDeskError(N_("Nothing has to move."))
    by = _minutes(moved[0].starts_at - next(one for one in later if one.id == moved[0].id).starts_at)
    return Shift(by, tuple(moved), tuple(squeezed), fixed if squeezed else None)


def _no_room(item: ProgrammeItem, fixed: ProgrammeItem | None) -> HackDeskError:
    return HackDeskError(
        N_("“{title}” would have no time left before “{fixed}”, which is fixed."),
        title=item.title, fixed=fixed.title if fixed else "", remedy=N_("Shorten something before it first."),
    )  # fmt: skip


def _same_layer(one: ProgrammeItem, other: ProgrammeItem) -> bool:
    return one.public == other.public or bool(one.responsible and one.responsible == other.responsible)


def _minutes(span: timedelta) -> int:
    return round(span.total_seconds() / 60)


def beside(items: Sequence[ProgrammeItem], item: ProgrammeItem, step: int) -> ProgrammeItem | None:
    """The item of the same layer and day that comes before (-1) or after (1) another one."""
    for day in stretches(items):
        if any(one.id == item.id for one in day):
            layer = [one for one in day if one.public == item.public]
            at = next(number for number, one in enumerate(layer) if one.id == item.id) + step
            return layer[at] if 0 <= at < len(layer) else None
    return None


def places_changed(
    items: Sequence[ProgrammeItem], item: ProgrammeItem, step: int
) -> tuple[ProgrammeItem, ProgrammeItem]:
    """An item and its neighbour in each other's place; the time between them stays, and so do their lengths.

    Raises HackDeskError at the end of a day, for a fixed item, and for one that has begun.
    """
    other = beside(items, item, step)
    if other is None:
        end = N_("“{title}” is the last of its day.") if step > 0 else N_("“{title}” is the first of its day.")
        raise HackDeskError(end, title=item.title)
    for one in (item, other):
        refuse_unmovable(one)
    first, second = (item, other) if step > 0 else (other, item)
    between = max(second.starts_at - first.ends_at, timedelta())
    early = moved_to(second, first.starts_at)
    return moved_to(first, early.ends_at + between), early


def moved_to(item: ProgrammeItem, starts_at: datetime) -> ProgrammeItem:
    """The item at another time, as long as it was."""
    return replace(item, starts_at=starts_at, ends_at=starts_at + (item.ends_at - item.starts_at), moved=0)


def refuse_unmovable(item: ProgrammeItem) -> None:
    """Raises HackDeskError for a fixed item, and for one that has begun: lateness is counted by its plan."""
    if item.fixed:
        raise HackDeskError(
            N_("“{title}” has a fixed time."), title=item.title, remedy=N_("Type another time if it has to move.")
        )
    if not item.untouched:
        raise HackDeskError(
            N_("“{title}” has begun."), title=item.title, remedy=N_("Type another time if the plan was wrong.")
        )


def split_at(item: ProgrammeItem) -> datetime:
    """Where an item falls in two: the middle, on five minutes. Raises HackDeskError where it cannot be split."""
    if item.ended_at:
        raise HackDeskError(N_("“{title}” is over."), title=item.title)
    length = item.ends_at - item.starts_at
    if length < 2 * SHORTEST:
        raise HackDeskError(N_("“{title}” is too short to split."), title=item.title)
    middle = on_grid(item.starts_at + length / 2)
    return min(max(middle, item.starts_at + SHORTEST), item.ends_at - SHORTEST)


def place_for(items: Sequence[ProgrammeItem], at: ProgrammeItem, step: int) -> tuple[datetime, datetime]:
    """When a new item before (-1) or after (1) another one would be: half an hour, or the free time there."""
    if step > 0:
        following = beside(items, at, 1)
        room = following.starts_at - at.ends_at if following else USUAL
        return at.ends_at, at.ends_at + (min(room, USUAL) if room >= GRID else USUAL)
    previous = beside(items, at, -1)
    room = at.starts_at - previous.ends_at if previous else USUAL
    if room >= GRID:
        return at.starts_at - min(room, USUAL), at.starts_at
    return at.starts_at, at.starts_at + USUAL


def known(items: Sequence[ProgrammeItem], item: UUID) -> ProgrammeItem | None:
    """The item with this id."""
    return next((one for one in items if one.id == item), None)
