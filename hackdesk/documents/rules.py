"""What goes on paper: the values each document is drawn from, whoever gathered them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from typing import Any

from hackdesk.errors import HackDeskError
from hackdesk.jury.rules import Criterion
from hackdesk.people.rules import Group


class NothingToPrint(HackDeskError):
    """The event does not hold yet what this document shows."""


@dataclass(frozen=True)
class Masthead:
    """What the head of every document says of the event. funder_header: lines the funder asks for."""

    name: str
    place: str
    starts_on: date
    ends_on: date
    organiser: str = ""
    funder_header: str = ""


@dataclass(frozen=True)
class Badge:
    """One person's badge. code: as it is scanned; languages: tags, the first is theirs."""

    given_name: str
    family_name: str
    organisation: str
    code: str
    groups: tuple[Group, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Badges:
    """All badges, in the order in which they lie on the desk."""

    masthead: Masthead
    badges: tuple[Badge, ...]


@dataclass(frozen=True)
class Attendee:
    """One numbered row of an attendance sheet."""

    name: str
    organisation: str = ""


@dataclass(frozen=True)
class AttendanceDay:
    """Who is expected to sign on one day."""

    day: date
    people: tuple[Attendee, ...]


@dataclass(frozen=True)
class Attendance:
    """The attendance sheets of every day."""

    masthead: Masthead
    days: tuple[AttendanceDay, ...]


@dataclass(frozen=True)
class BlankBallot:
    """One juror's paper for one team. turn, of: its place in the order of pitches."""

    juror: str
    team: str
    topic: str
    turn: int
    of: int


@dataclass(frozen=True)
class Ballots:
    """Blank ballots, juror by juror in the order of pitches."""

    masthead: Masthead
    criteria: tuple[Criterion, ...]
    ballots: tuple[BlankBallot, ...]


@dataclass(frozen=True)
class ResultRow:
    """A team's line. place: "1." or "2.–3." as it is printed; score: as it is shown."""

    place: str
    team: str
    score: str
    ballots: int
    jurors: int


@dataclass(frozen=True)
class WeightRow:
    """A criterion's weight as it was set and the share, in percent, that it really has."""

    criterion: str
    weight: str
    share: str


@dataclass(frozen=True)
class AwardRow:
    """An award, who gives it, who gets it and why."""

    award: str
    giver: str
    what: str
    team: str
    reason: str = ""


@dataclass(frozen=True)
class NotCounted:
    """A ballot that does not count, and the reason; both in words."""

    team: str
    juror: str
    state: str
    reason: str = ""


@dataclass(frozen=True)
class ResultsRecord:
    """The record of the results. revision None: a draft that nobody has signed.

    method, ties: sentences in the language of the document. jurors: who signs, the chair first.
    """

    masthead: Masthead
    method: str
    rows: tuple[ResultRow, ...]
    weights: tuple[WeightRow, ...]
    ties: tuple[str, ...]
    not_counted: tuple[NotCounted, ...]
    awards: tuple[AwardRow, ...]
    jurors: tuple[str, ...]
    revision: int | None = None
    sealed_at: datetime | None = None
    reason: str = ""
    hash: str = ""


@dataclass(frozen=True)
class Certificate:
    """One person's certificate. number 0: not given yet. award: only on a winner's."""

    name: str
    number: int = 0
    team: str = ""
    role: str = ""
    award: str = ""
    giver: str = ""


@dataclass(frozen=True)
class Certificates:
    """Certificates in the order in which they are handed out.

    chair: of the jury, who signs the winners'. text: the event's own words instead of "took part in …".
    revision: of the sealed results that the awards are from.
    """

    masthead: Masthead
    certificates: tuple[Certificate, ...]
    chair: str = ""
    text: str = ""
    revision: int | None = None


@dataclass(frozen=True)
class CommitmentLine:
    """Who does what by when, with whose support."""

    who: str
    what: str
    by_when: date | None = None
    support: str = ""


@dataclass(frozen=True)
class TeamSheet:
    """What a team takes home. notes: what jurors wrote to it, without their names."""

    team: str
    topic: str = ""
    members: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    commitments: tuple[CommitmentLine, ...] = ()


@dataclass(frozen=True)
class TeamSheets:
    """A sheet for each team, in the order of pitches."""

    masthead: Masthead
    teams: tuple[TeamSheet, ...]


def texts_in(value: Any) -> Iterator[str]:
    """Every text that a value holds, however deep: all of it is going to be printed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_in(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))
