"""Who stands with a team is seated there: whoever sat elsewhere moves. Runs on the desk's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from hackdesk.people.queries import people, person_with
from hackdesk.people.rules import Person
from hackdesk.people.search import Index
from hackdesk.teams import actions
from hackdesk.teams.queries import Board, board
from hackdesk.teams.rules import Topic
from ui.pages.teams.lines import size_of
from ui.text import _

if TYPE_CHECKING:
    from hackdesk.event.store import Event


@dataclass(frozen=True)
class Spot:
    """Where people gather. id: of the team that is there, or of one that opens with its first person.

    size: in words. topic: None for a team of its own.
    """

    id: UUID
    name: str
    size: str
    topic: Topic | None = None
    exists: bool = True


@dataclass(frozen=True)
class Gathering:
    """What the view by feet shows. people: everybody who has not cancelled."""

    board: Board
    spots: tuple[Spot, ...]
    people: tuple[Person, ...]
    index: Index


@dataclass(frozen=True)
class Seated:
    """The receipt. team, before: names of teams; they are the same where somebody sat there already."""

    person: Person
    team_id: UUID
    team: str
    before: str = ""


def gathering(event: Event) -> Gathering:
    """The teams there are, then one for each topic that may still get one."""
    shown = board(event)
    known = tuple(person for person in people(event) if not person.cancelled)
    spots = [Spot(team.id, team.name, size_of(team), team.topic) for team in shown.teams]
    opened: set[UUID] = set()
    for further in shown.further:
        if further.topic.id not in opened:
            opened.add(further.topic.id)
            spots.append(Spot(further.id, further.name, _("opens with the first"), further.topic, exists=False))
    return Gathering(shown, tuple(spots), known, Index.by_name(known))


def seat_scanned(event: Event, spot: Spot, readings: tuple[str, ...]) -> Seated:
    """Seat whoever's badge was read. Raises UnknownCode, and as `seat` does."""
    return seat(event, spot, person_with(event, readings))


def seat(event: Event, spot: Spot, person: Person) -> Seated:
    """Seat somebody at a spot, wherever they sat; the first one opens the team. Raises HackDeskError."""
    shown = board(event)
    now = shown.team_of(person.id)
    seen = now.id if now else None
    there = next((t for t in shown.teams if t.id == spot.id or (not spot.exists and t.name == spot.name)), None)
    if now and there and now.id == there.id:
        return Seated(person, now.id, now.name, now.name)
    if there is None and spot.topic is not None and not spot.exists:
        placed = actions.place_in_new_team(event, person.id, spot.topic.id, spot.name, seen=seen)
    else:
        placed = actions.place_person(event, person.id, there.id if there else spot.id, seen=seen)
    team = board(event).team_of(person.id)
    return Seated(person, team.id if team else spot.id, placed.team, placed.before)
