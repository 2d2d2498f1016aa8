"""All that the hall may see at this moment, read from the event. What is private never gets in here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING
from uuid import UUID

from hackdesk.agenda.rules import Pitch, ProgrammeItem, Stage, Timer
from hackdesk.agenda.turns import Lengths
from hackdesk.event.settings import EventSettings

if TYPE_CHECKING:
    from hackdesk.event.store import Event


@dataclass(frozen=True)
class Seat:
    """Where a team sits; table may be empty."""

    team: str
    table: str


@dataclass(frozen=True)
class PlaceStep:
    """What is revealed at once: a place and who has it. until: the last place a shared one stands for.

    teams: (name, names of its awards).
    """

    place: int
    until: int
    shared: bool
    teams: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Showing:
    """The hall's part of the event. steps: the sealed places, the last one first; None: not sealed."""

    settings: EventSettings
    stage: Stage
    timer: Timer
    lengths: Lengths
    pitches: tuple[Pitch, ...] = ()
    programme: tuple[ProgrammeItem, ...] = ()
    seats: tuple[Seat, ...] = ()
    steps: tuple[PlaceStep, ...] | None = None


#: The tables a showing is read from.
CONCERNS = frozenset({"settings", "stage", "timers", "pitches", "programme_items", "teams", "revisions"})


def showing(event: Event) -> Showing:
    """Read what the hall sees; runs on the desk's thread."""
    from hackdesk.agenda import queries
    from hackdesk.event.settings import settings_of
    from hackdesk.teams.queries import teams

    return Showing(
        settings=settings_of(event),
        stage=queries.stage(event),
        timer=queries.timer(event),
        lengths=queries.lengths(event),
        pitches=queries.pitches(event),
        programme=tuple(_public(item) for item in queries.programme(event) if item.public),
        seats=tuple(Seat(team.name, team.table_name) for team in teams(event) if team.state == "active"),
        steps=_steps(event),
    )


def _public(item: ProgrammeItem) -> ProgrammeItem:
    return replace(item, responsible="", notes="")


def _steps(event: Event) -> tuple[PlaceStep, ...] | None:
    from hackdesk.jury.queries import sealed

    revision = sealed(event)
    if revision is None or not revision.stands:
        return None
    awards: dict[UUID, list[str]] = {}
    for given in revision.given:
        awards.setdefault(given.team_id, []).append(given.award.name)
    steps = []
    for place, group in groupby(revision.results.places, key=lambda place: place.place):
        places = tuple(group)
        teams = tuple((one.team, tuple(awards.get(one.team_id, ()))) for one in places)
        steps.append(PlaceStep(place, places[0].until, len(places) > 1, teams))
    return tuple(reversed(steps))
