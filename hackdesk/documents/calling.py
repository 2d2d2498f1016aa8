"""What the two papers to call from are drawn from: who is wanted, and who is not here yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hackdesk.documents.rules import Masthead
from hackdesk.people.turnout import Call, Tally
from hackdesk.teams.turnout import Why


@dataclass(frozen=True)
class CallLine:
    """Somebody to be called. about: where they are from, and as what; whys: why they are called."""

    name: str
    phone: str
    about: str = ""
    whys: tuple[Why, ...] = ()
    last: Call | None = None


@dataclass(frozen=True)
class TurnoutSheet:
    """Who is wanted and who has registered. zone: the name of the hall's time zone."""

    masthead: Masthead
    zone: str
    registered: int
    wanted: int | None
    groups: tuple[Tally, ...]
    municipalities: tuple[Tally, ...]
    topics: tuple[Tally, ...]
    calls: tuple[CallLine, ...]


@dataclass(frozen=True)
class MissingSheet:
    """Who is expected on a day and not here yet, those who matter most first."""

    masthead: Masthead
    zone: str
    day: date
    calls: tuple[CallLine, ...]
