"""What goes on paper: the values each document is drawn from, whoever gathered them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.jury.confidence import Confidence
from hackdesk.jury.hall import HallResult
from hackdesk.jury.ranking import Results
from hackdesk.jury.reveal import Step
from hackdesk.jury.rules import Award, AwardGiven, Criterion, Juror
from hackdesk.jury.seal import CriteriaChange, Difference
from hackdesk.language import N_
from hackdesk.laptop import PrinterProfile as PrinterProfile


@dataclass(frozen=True)
class Printed:
    """A document that lies on the disk. file_hash: SHA-256 of the file, in hexadecimal; size_mm: of its pages."""

    path: Path
    pages: int
    file_hash: str
    size_mm: tuple[float, float] = (210.0, 297.0)


@dataclass(frozen=True)
class LastPrinted:
    """When a document was last made. revision: of the results it shows, where it shows any."""

    at: datetime
    pages: int
    language: str
    revision: int | None = None


class NothingToPrint(HackDeskError):
    """The event does not hold yet what this document shows. values: where, the page on which it is mended."""


#: The places of logos, and the room each has on paper in millimetres across and down.
LOGO_PLACES = ("organiser", "funder")
LOGO_MM = (62.0, 17.0)
#: Places of the sponsors' logos, which the hall sees and paper does not.
SPONSOR_PLACES = tuple(f"sponsor {number}" for number in range(1, 13))
#: Dots an inch below which a printed logo looks torn.
_FEWEST_DOTS = 150


@dataclass(frozen=True)
class Logo:
    """A logo. place: one of LOGO_PLACES or SPONSOR_PLACES; name: of its file; content: a PNG, JPEG or SVG file.

    width, height: pixels.
    """

    place: str
    name: str
    media_type: str
    content: bytes
    width: int
    height: int

    @property
    def size_mm(self) -> tuple[float, float]:
        """How large it is on paper: as large as the room lets it be."""
        scale = min(LOGO_MM[0] / self.width, LOGO_MM[1] / self.height)
        return self.width * scale, self.height * scale

    @property
    def small(self) -> bool:
        """Whether it has too few pixels for print."""
        return self.width / (self.size_mm[0] / 25.4) < _FEWEST_DOTS


@dataclass(frozen=True)
class Masthead:
    """What the head of every document says of the event. funder_header: lines the funder asks for."""

    name: str
    place: str
    starts_on: date
    ends_on: date
    organiser: str = ""
    funder_header: str = ""
    logos: tuple[Logo, ...] = ()


@dataclass(frozen=True)
class Attendee:
    """One numbered row of an attendance sheet. times: when they were here, or "" where nobody knows."""

    name: str
    organisation: str = ""
    times: str = ""


@dataclass(frozen=True)
class AttendanceDay:
    """Who is expected to sign on one day."""

    day: date
    people: tuple[Attendee, ...]


@dataclass(frozen=True)
class Attendance:
    """The attendance sheets of every day. times: with a column for when people came and left."""

    masthead: Masthead
    days: tuple[AttendanceDay, ...]
    times: bool = False


@dataclass(frozen=True)
class BlankBallot:
    """One juror's paper for one team. turn, of: its place in the order of pitches; 0: it is not drawn yet.

    code: of the sheet; "" on a spare one, which is written on by hand, names too.
    """

    juror: str
    team: str
    topic: str
    turn: int
    of: int
    code: str = ""


@dataclass(frozen=True)
class Ballots:
    """Ballots to fill in, juror by juror in the order of pitches."""

    masthead: Masthead
    criteria: tuple[Criterion, ...]
    ballots: tuple[BlankBallot, ...]


@dataclass(frozen=True)
class BallotRow:
    """A team's row on a juror's page. aside: why the juror does not judge it, marked for translation, or "".

    reason: of a recusal, as it was said.
    """

    turn: int
    team: str
    aside: str = ""
    reason: str = ""


@dataclass(frozen=True)
class BallotPage:
    """A page with all teams of one juror, or a further one of `of`. code: as on a BlankBallot."""

    juror: str
    rows: tuple[BallotRow, ...]
    page: int = 1
    of: int = 1
    code: str = ""


@dataclass(frozen=True)
class BallotsInRows:
    """Ballots with a row for each team and a column for each criterion, juror by juror."""

    masthead: Masthead
    criteria: tuple[Criterion, ...]
    pages: tuple[BallotPage, ...]
    drawn: bool = True


@dataclass(frozen=True)
class SpareBallots:
    """Sheets without names: one for one team, and one with so many rows."""

    masthead: Masthead
    criteria: tuple[Criterion, ...]
    rows: int


@dataclass(frozen=True)
class ResultsRecord:
    """The record of the results, from a sealed revision or, as a draft, from the ballots as they are now.

    zone: the name of the hall's time zone. sealed_at None: nobody has signed; number, hash, reason and
    changes are then empty. names: {id: name} of jurors and teams. hall: what the hall says, once that is signed.
    first_criteria: those of the first round, where the finalists were judged once more; criteria are then of the
    second. code: what proves it, once it is made for good, with the event's public_key.
    """

    masthead: Masthead
    zone: str
    criteria: tuple[Criterion, ...]
    jurors: tuple[Juror, ...]
    results: Results
    given: tuple[AwardGiven, ...]
    awards: tuple[Award, ...] = ()
    criteria_changes: tuple[CriteriaChange, ...] = ()
    sealed_at: datetime | None = None
    hash: str = ""
    reason: str = ""
    changes: tuple[Difference, ...] = ()
    confidence: Confidence | None = None
    names: Mapping[UUID, str] = field(default_factory=dict)
    ranking_published: bool = True
    hall: HallResult | None = None
    first_criteria: tuple[Criterion, ...] = ()
    code: str = ""
    public_key: str = ""

    @property
    def signed(self) -> bool:
        """Whether it is what the jury signed."""
        return self.sealed_at is not None


@dataclass(frozen=True)
class SpeakerScript:
    """What whoever stands at the microphone says, step by step as the projector reveals it."""

    masthead: Masthead
    steps: tuple[Step, ...]
    revision: int


@dataclass(frozen=True)
class CommitmentLine:
    """Who does what by when, with whose support."""

    who: str
    what: str
    by_when: date | None = None
    support: str = ""


@dataclass(frozen=True)
class TeamNote:
    """Words to a team that were released. name: of who wrote them, only where they wished it."""

    text: str
    name: str = ""


@dataclass(frozen=True)
class TeamSheet:
    """What a team takes home. jurors, mentors: their words, as far as they were released.

    asked_on: the days on which somebody asks the team how it goes.
    """

    team: str
    topic: str = ""
    members: tuple[str, ...] = ()
    jurors: tuple[TeamNote, ...] = ()
    mentors: tuple[TeamNote, ...] = ()
    awards: tuple[str, ...] = ()
    commitments: tuple[CommitmentLine, ...] = ()
    asked_on: tuple[date, ...] = ()


@dataclass(frozen=True)
class TeamSheets:
    """A sheet for each team, in the order of pitches."""

    masthead: Masthead
    teams: tuple[TeamSheet, ...]


#: Kinds of documents with health or contact data: where they were written is remembered, so that they can go too.
SENSITIVE = frozenset(
    {"kitchen", "meals", "programme_staff", "team_phones", "turnout", "missing", "juror_cards", "hall_slips"}
)


def nobody_yet() -> NothingToPrint:
    """The refusal where nobody is on the list."""
    return NothingToPrint(
        N_("There is nobody on the list yet."), where="prepare",
        remedy=N_("Bring in the registrations under Prepare."),
    )  # fmt: skip


def revision_of(values: object) -> int | None:
    """The revision of the sealed results that a document shows; None where it shows none."""
    if isinstance(values, ResultsRecord):
        return values.results.revision
    number = getattr(values, "revision", None)
    return number if isinstance(number, int) else None


def texts_in(value: Any) -> Iterator[str]:
    """Every text that a value holds, however deep: all of it is going to be printed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_in(part)
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts_in(getattr(value, one.name))
