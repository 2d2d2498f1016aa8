"""What the papers about teams are drawn from: table signs, lists, who moved, the mix."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from hackdesk.documents.rules import Masthead
from hackdesk.people.rules import Group
from hackdesk.teams.mix import Mix


@dataclass(frozen=True)
class Seated:
    """Somebody in a team. role: "owner", "lead" or ""; phone: only on paper that is not for the wall."""

    name: str
    role: str = ""
    phone: str = ""


@dataclass(frozen=True)
class SeatedTeam:
    """A team and who is in it. topic: "" where the team is called like it. number: its place among the teams."""

    name: str
    topic: str = ""
    table: str = ""
    people: tuple[Seated, ...] = ()
    number: int = 0


@dataclass(frozen=True)
class TeamsPaper:
    """The teams as they sit now. phones: with phone numbers, so that it is not for the wall."""

    masthead: Masthead
    teams: tuple[SeatedTeam, ...]
    phones: bool = False


@dataclass(frozen=True)
class MoveLine:
    """Somebody who sits elsewhere now. away, to: teams, "" for no place; table: the new one."""

    name: str
    away: str
    to: str
    table: str = ""


@dataclass(frozen=True)
class MovesPaper:
    """Who moved since the room was told. until None: until now."""

    masthead: Masthead
    zone: str
    since: datetime
    until: datetime | None
    moves: tuple[MoveLine, ...]


@dataclass(frozen=True)
class MixPaper:
    """The mix of the teams that were announced last, or as they sit now, and of the announcements before.

    moved: how many sit elsewhere by now.
    """

    masthead: Masthead
    zone: str
    mix: Mix
    groups: tuple[Group, ...]
    before: tuple[Mix, ...] = field(default=())
    moved: int = 0
