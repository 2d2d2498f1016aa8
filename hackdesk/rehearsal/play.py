"""The stage of the play: its own clock, how far it goes, and the file it is played into."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum
from pathlib import Path
from zoneinfo import ZoneInfo

from hackdesk.errors import HackDeskError
from hackdesk.event.settings import EventSettings
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.rehearsal.cast import Cast, Scale, cast
from hackdesk.steps import Step, no_steps
from hackdesk.templates import create_event

#: Not everybody who registers comes, and four make a team.
PEOPLE_A_TEAM = 6


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
        moment = datetime.combine(self.settings.days[day], time(hour, minute), ZoneInfo(self.settings.timezone))
        self.clock.move_to(moment.astimezone(UTC))


def sample_event(
    path: Path, scale: Scale | None = None, *, starts_on: date | None = None, until: Act = Act.PROMISES,
    step: Step = no_steps,
) -> None:  # fmt: skip
    """Make an event file and play it up to an act. Raises HackDeskError where the file is there already.

    starts_on: the first of two days; left out, the event was over yesterday. The same scale gives the same people.
    """
    scale, players = scale or Scale(), cast()
    if scale.people < PEOPLE_A_TEAM * scale.teams:
        raise HackDeskError(
            N_("{teams} teams need at least {people} people."),
            teams=scale.teams, people=PEOPLE_A_TEAM * scale.teams,
        )  # fmt: skip
    first = starts_on or date.today() - timedelta(days=2)
    settings = EventSettings(
        name=f"{players.event['name']} {first.year}", place=players.event["place"], starts_on=first,
        ends_on=first + timedelta(days=1), organiser=players.event["organiser"],
        funder_header=players.event["funder_header"],
    )  # fmt: skip
    clock = StageClock(datetime.combine(first, time(8), UTC) - timedelta(days=20))
    event = create_event(path, settings, "social-two-days", station="desk 1", clock=clock)
    from hackdesk.rehearsal.acts import ACTS  # the acts are written in terms of the play

    play = Play(event, clock, scale, players, settings, random.Random(scale.seed))
    try:
        for act in Act:
            if act <= until:
                ACTS[act](play)
                step(act, until)
    finally:
        event.close()
