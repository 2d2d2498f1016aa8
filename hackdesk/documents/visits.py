"""What the papers about mentor rounds are drawn from: slips for mentors and tables, the plan for the wall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hackdesk.documents.rules import Masthead


@dataclass(frozen=True)
class SlipLine:
    """A visit on a slip. at: from–until; table: the team's; where: the mentor's place."""

    round: str
    day: date
    at: str
    who: str
    table: str = ""
    where: str = ""
    about: str = ""


@dataclass(frozen=True)
class Slip:
    """A mentor's or a team's slip. table, where: a team's, a mentor's; about: what they know, or want."""

    name: str
    table: str
    where: str
    about: str
    lines: tuple[SlipLine, ...]


@dataclass(frozen=True)
class Slips:
    """A slip for each. of_mentors: they are the mentors', else they lie on the teams' tables."""

    masthead: Masthead
    slips: tuple[Slip, ...]
    of_mentors: bool


@dataclass(frozen=True)
class WallRow:
    """A mentor's row on the wall. cells: (team, table) for each slot; ("", "") where nobody."""

    name: str
    where: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class WallRound:
    """A round on the wall. slots: when each begins."""

    name: str
    day: date
    slots: tuple[str, ...]
    rows: tuple[WallRow, ...]


@dataclass(frozen=True)
class WallPlan:
    """Every round that has visits."""

    masthead: Masthead
    rounds: tuple[WallRound, ...]
