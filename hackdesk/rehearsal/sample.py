"""The sample event: a new file, played up to an act."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from hackdesk.errors import HackDeskError
from hackdesk.event.settings import EventSettings
from hackdesk.language import N_
from hackdesk.rehearsal.acts import ACTS
from hackdesk.rehearsal.cast import Scale, cast
from hackdesk.rehearsal.play import Act, Play, StageClock
from hackdesk.steps import Step, no_steps
from hackdesk.templates import create_event

#: So many make a team; walk-ins make up for those who do not come.
PEOPLE_A_TEAM = 4


def sample_event(
    path: Path, scale: Scale | None = None, *, starts_on: date | None = None, until: Act = Act.PROMISES,
    language: str = "et", step: Step = no_steps,
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
        funder_header=players.event["funder_header"], language=language,
    )  # fmt: skip
    clock = StageClock(datetime.combine(first, time(8), UTC) - timedelta(days=20))
    event = create_event(path, settings, "social-two-days", station="desk 1", clock=clock)
    play = Play(event, clock, scale, players, settings, random.Random(scale.seed))
    try:
        for act in Act:
            if act <= until:
                ACTS[act](play)
                step(act, until)
    finally:
        event.close()
