"""Moving the rest of the day by some minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID

from hackdesk.agenda.rules import NIGHT, ProgrammeItem, in_order, now_and_next, stretches
from hackdesk.errors import HackDeskError
from hackdesk.language import N_

#: An item that is squeezed keeps at least this much.
SHORTEST = timedelta(minutes=5)


@dataclass(frozen=True)
class Squeezed:
    """An item that lost `minutes` because something fixed comes after it."""

    item: ProgrammeItem
    minutes: int


@dataclass(frozen=True)
class Shift:
    """The receipt of a shift. moved: each item as it now is planned; before: the fixed item that stays."""

    minutes: int
    moved: tuple[ProgrammeItem, ...]
    squeezed: tuple[Squeezed, ...] = ()
    before: ProgrammeItem | None = None


def shifted(
    items: Sequence[ProgrammeItem], minutes: int, now: datetime, first: UUID | None = None
) -> Shift:
    """The plan with the rest of the day moved by `minutes` (also negative).

    first: where the rest begins, on a day that is only planned yet; without it what is on now is stretched.

    What is on is stretched or shortened, what follows moves, and a fixed item takes the delay up: it and
    what comes after it stay, and the item before it is squeezed. Lengths are real time, so that a shift over the
    hour that a clock change adds or takes is right too. Raises HackDeskError where nothing is
    left to move, something would start in the past, or an item would keep less than five minutes.
    """
    by = timedelta(minutes=minutes)
    ordered = in_order(items)
    current = None if first else now_and_next(ordered, now).now
    rest = _from(ordered, first) if first else _rest_of_day(ordered, current, now)
    fixed = next((item for item in rest if item.fixed), None)
    moving = rest[: rest.index(fixed)] if fixed else rest
    moved = [
        replace(item, starts_at=item.starts_at + by, ends_at=item.ends_at + by, moved=item.moved + minutes)
        for item in moving
    ]
    if minutes < 0 and moved:
        _refuse_too_early(moved[0], moving[0], ordered, current, now)
    if current:
        moved.insert(0, _stretched(current, by))
    if not moved:
        raise HackDeskError(N_("Nothing is left in the programme that could be moved."))
    squeezed: tuple[Squeezed, ...] = ()
    if fixed:
        moved, squeezed = _squeezed(moved, fixed, by)
    return Shift(minutes, tuple(moved), squeezed, fixed)


def _refuse_too_early(
    moved: ProgrammeItem, planned: ProgrammeItem, ordered: Sequence[ProgrammeItem],
    current: ProgrammeItem | None, now: datetime,
) -> None:  # fmt: skip
    if moved.starts_at < now <= planned.starts_at:
        raise HackDeskError(
            N_("“{title}” would start before now."), title=moved.title, remedy=N_("Shift by fewer minutes.")
        )
    # What should have begun by now but was not started stays where it is planned.
    for earlier in ordered[: ordered.index(planned)]:
        stays = earlier is not current and not earlier.ended_at
        if stays and moved.starts_at < earlier.ends_at <= planned.starts_at:
            raise HackDeskError(
                N_("“{title}” would start before “{earlier}” is over."), title=moved.title,
                earlier=earlier.title, remedy=N_("Shift by fewer minutes."),
            )  # fmt: skip


def _from(ordered: Sequence[ProgrammeItem], first: UUID) -> list[ProgrammeItem]:
    """That item and what follows it on its day."""
    for day in stretches(ordered):
        ids = [item.id for item in day]
        if first in ids:
            return [item for item in day[ids.index(first) :] if item.untouched]
    return []


def _rest_of_day(
    ordered: Sequence[ProgrammeItem], current: ProgrammeItem | None, now: datetime
) -> list[ProgrammeItem]:
    """The items not yet begun, up to the night."""
    start = ordered.index(current) + 1 if current else 0
    waiting = [item for item in ordered[start:] if item.untouched and (current or item.starts_at > now)]
    if current and waiting and waiting[0].starts_at - current.ends_at >= NIGHT:
        return []
    for number, (earlier, later) in enumerate(pairwise(waiting), 1):
        if later.starts_at - earlier.ends_at >= NIGHT:
            return waiting[:number]
    return waiting


def _stretched(current: ProgrammeItem, by: timedelta) -> ProgrammeItem:
    """What is on, with its end moved. Where it began late, its planned start follows up to that moment."""
    starts_at = current.starts_at
    if by > timedelta() and current.started_at and current.started_at > starts_at:
        starts_at = min(current.started_at, starts_at + by)
    if by < timedelta() and current.ends_at + by < starts_at + SHORTEST:
        raise HackDeskError(
            N_("“{title}” would keep less than five minutes."), title=current.title,
            remedy=N_("Shift by fewer minutes."),
        )  # fmt: skip
    return replace(current, starts_at=starts_at, ends_at=max(current.ends_at + by, starts_at + SHORTEST))


def _squeezed(
    moved: list[ProgrammeItem], fixed: ProgrammeItem, by: timedelta
) -> tuple[list[ProgrammeItem], tuple[Squeezed, ...]]:
    result: list[ProgrammeItem] = []
    losses: list[Squeezed] = []
    for item in moved:
        beside = item.ends_at - by > fixed.starts_at  # it was planned to go on beside the fixed one
        if beside or item.ends_at <= fixed.starts_at:
            result.append(item)
            continue
        if fixed.starts_at - item.starts_at < SHORTEST:
            raise HackDeskError(
                N_("“{title}” would have no time left before “{fixed}”, which is fixed."),
                title=item.title, fixed=fixed.title,
                remedy=N_("Shift by fewer minutes, or shorten something first."),
            )  # fmt: skip
        lost = round((item.ends_at - fixed.starts_at).total_seconds() / 60)
        cut = replace(item, ends_at=fixed.starts_at)
        result.append(cut)
        losses.append(Squeezed(cut, lost))
    return result, tuple(losses)
