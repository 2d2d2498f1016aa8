"""All that the hall may see at this moment, read from the event. What is private never gets in here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING
from uuid import UUID

from hackdesk.agenda.rules import ProgrammeItem, Stage
from hackdesk.agenda.timer import Timer
from hackdesk.agenda.turns import Round
from hackdesk.event.settings import EventSettings

if TYPE_CHECKING:
    from hackdesk.event.store import Event
    from hackdesk.teams.announcing import Told


@dataclass(frozen=True)
class Seat:
    """Where a team sits; table may be empty. people: as the room was told, never while they are being moved."""

    team: str
    table: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class Move:
    """Somebody who sits elsewhere than the room was told; team and table "" where they sit nowhere."""

    person: str
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
    """The hall's part of the event. rounds: the final one first.

    steps: the sealed places, the last one first; None: not sealed.

    moves: who moved since the room was told; None: it was told nothing.
    """

    settings: EventSettings
    stage: Stage
    timer: Timer
    rounds: tuple[Round, ...] = (Round(),)
    programme: tuple[ProgrammeItem, ...] = ()
    seats: tuple[Seat, ...] = ()
    steps: tuple[PlaceStep, ...] | None = None
    moves: tuple[Move, ...] | None = None

    @property
    def here(self) -> Round:
        """The round the timer stands in."""
        return next((one for one in self.rounds if one.id == self.timer.round_id), self.rounds[0])


#: The tables a showing is read from.
CONCERNS = frozenset(
    {
        "settings", "stage", "timers", "pitches", "rounds", "topics", "programme_items", "teams", "revisions",
        "announcements", "memberships", "people",
    }
)  # fmt: skip


def showing(event: Event) -> Showing:
    """Read what the hall sees; runs on the desk's thread."""
    from hackdesk.agenda import queries
    from hackdesk.event.settings import settings_of
    from hackdesk.teams.queries import told

    found = told(event)
    moves = found.moves()

    return Showing(
        settings=settings_of(event),
        stage=queries.stage(event),
        timer=queries.timer(event),
        rounds=queries.rounds(event),
        programme=tuple(_public(item) for item in queries.programme(event) if item.public),
        seats=_seats(found),
        moves=tuple(
            Move(one.name, one.to.name if one.to else "", one.to.table_name if one.to else "")
            for one in moves.people
        ) if moves else None,
        steps=_steps(event),
    )


def _seats(found: Told) -> tuple[Seat, ...]:
    """The active teams; with people those that were announced."""
    names = {team.id: tuple(one.name for one in team.members) for team in found.as_told()} if found.last else {}
    return tuple(
        Seat(team.name, team.table_name, names.get(team.id, ()))
        for team in sorted(found.teams, key=lambda team: team.position)
        if team.state == "active"
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
