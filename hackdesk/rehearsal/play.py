"""What every act of the play needs: its own clock, how far it goes, the event it is played into."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import IntEnum
from zoneinfo import ZoneInfo

from hackdesk.event.settings import EventSettings
from hackdesk.event.store import Event
from hackdesk.rehearsal.cast import Cast, Scale


class Act(IntEnum):
    """How far the play goes."""

    REGISTERED = 1
    ARRIVING = 2
    TEAMS = 3
    PITCHES = 4
    JURY = 5
    SEALED = 6
    PROMISES = 7


class StageClock:
    """The play's own time: it moves when the play says so, and a second at every look."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._began = now

    def utc_now(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now

    def monotonic(self) -> float:
        return (self._now - self._began).total_seconds()

    def boot(self) -> str:
        return "a play"

    def forward(self, span: timedelta) -> None:
        """Let time pass."""
        self._now += span

    def move_to(self, moment: datetime) -> None:
        """Let it be `moment`, unless it is later already."""
        self._now = max(self._now, moment)


@dataclass(frozen=True)
class Play:
    """What every act needs."""

    event: Event
    clock: StageClock
    scale: Scale
    players: Cast
    settings: EventSettings
    chance: random.Random

    def at(self, day: int, hour: int, minute: int = 0) -> None:
        """Let it be that time of the hall's clock; day 0 is the first, -1 the last."""
        self.clock.move_to(self.moment(day, hour, minute))

    def moment(self, day: int, hour: int, minute: int = 0) -> datetime:
        """That time of the hall's clock."""
        local = datetime.combine(self.settings.days[day], time(hour, minute), ZoneInfo(self.settings.timezone))
        return local.astimezone(UTC)
