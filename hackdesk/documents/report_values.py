"""What the funder's report is drawn from, and the texts that somebody writes for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Any

from hackdesk.documents.report_numbers import GroupNumber, Met, Places, Said, Turnout
from hackdesk.documents.rules import Masthead
from hackdesk.language import N_
from hackdesk.teams.mix import Mix


@dataclass(frozen=True)
class ReportTexts:
    """What no number says, in the writer's own words; "" where nobody has written it yet."""

    goals: str = ""
    done: str = ""
    learnt: str = ""
    follows: str = ""

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> ReportTexts:
        """From the settings' dict; what it does not know is left aside."""
        return cls(**{one.name: str(stored.get(one.name, "")) for one in fields(cls)})

    @property
    def stored(self) -> dict[str, str]:
        """For the settings' dict: only what is written."""
        return {name: text for name, text in asdict(self).items() if text}


#: For each text its heading and what belongs into it.
HEADINGS = {
    "goals": (N_("What we wanted"), N_("Why the event was held, for whom, and what was to come of it.")),
    "done": (N_("What was done"), N_("How the days went: preparation, teams, mentors, what became otherwise.")),
    "learnt": (N_("What we learnt"), N_("What worked, what did not, and what we would do otherwise.")),
    "follows": (N_("What follows"), N_("Who carries which idea on, with whose support, and when you look again.")),
}  # fmt: skip


@dataclass(frozen=True)
class TeamLine:
    """One team. people: how many sat in it; awards: their names."""

    name: str
    topic: str
    people: int
    awards: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlaceLine:
    """A team's place as it was signed and published. until: the last of the places a shared one stands for."""

    place: int
    until: int
    team: str


@dataclass(frozen=True)
class AwardLine:
    """An award that was given."""

    name: str
    giver: str
    team: str
    what: str = ""


@dataclass(frozen=True)
class JuryNumbers:
    """jurors: who judged; ballots: handed in. sealed_at None: the jury has not signed, so nothing is told of it.

    places: empty where they are not published; published: whether they are.
    """

    jurors: int = 0
    ballots: int = 0
    criteria: int = 0
    sealed_at: datetime | None = None
    places: tuple[PlaceLine, ...] = ()
    awards: tuple[AwardLine, ...] = ()
    published: bool = True


@dataclass(frozen=True)
class AfterNumbers:
    """What was promised and what became of it: ((state, how many), …) of commitments, promises and topics.

    overdue: of the open commitments; contacts: (made, planned); untold: topics of which nobody said what became.
    """

    commitments: tuple[tuple[str, int], ...] = ()
    overdue: int = 0
    promises: tuple[tuple[str, int], ...] = ()
    contacts: tuple[int, int] = (0, 0)
    topics: tuple[tuple[str, int], ...] = ()
    untold: int = 0
    with_team: int = 0
    returning: int = 0


@dataclass(frozen=True)
class Voice:
    """What people said. forms: how many filled one in; hidden: how many of them stand in no group that is shown;
    written: how many answered in words, which are not printed."""

    forms: int = 0
    questions: tuple[Said, ...] = ()
    hidden: int = 0
    written: int = 0


@dataclass(frozen=True)
class FunderReport:
    """All of it. as_of: the day it was gathered; no_group: of those who came; mix: as the room was told last.

    revision: of the sealed results it shows. gaps: what is missing still.
    """

    masthead: Masthead
    zone: str
    as_of: date
    texts: ReportTexts
    turnout: Turnout
    groups: tuple[GroupNumber, ...]
    no_group: int
    places: Places
    mix: Mix
    met: Met
    teams: tuple[TeamLine, ...] = ()
    jury: JuryNumbers = JuryNumbers()
    after: AfterNumbers = AfterNumbers()
    voice: Voice = Voice()
    revision: int | None = None

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What is missing still, in the order in which it stands in the report."""
        return gaps_of(self)

    @property
    def concern(self) -> str:
        """What to know before it is handed in, or ""."""
        return N_("Something is missing still: see After, Report.") if self.gaps else ""


@dataclass(frozen=True)
class Gap:
    """Something the report lacks. sentence: marked for translation; count: how many, where it says so.

    where: (page, subject) on which it is mended; none: beside it. text: a heading of HEADINGS, for a text.
    """

    sentence: str
    count: int = 0
    where: tuple[str, str] | None = None
    text: str = ""


_UNTOLD = N_("Topics without a word on what became of them: {count}.")
_NO_GROUP = N_("People who came and name no stakeholder group: {count}.")
_NO_PLACE = N_("People who came and name no municipality: {count}.")


def gaps_of(report: FunderReport) -> tuple[Gap, ...]:
    """What the report lacks, each with where it is mended."""
    found = [
        Gap(N_("Not written yet: {text}."), text=heading)
        for name, (heading, _hint) in HEADINGS.items() if not getattr(report.texts, name)
    ]  # fmt: skip
    after = report.after
    checks = (
        (not report.masthead.organiser, Gap(N_("The organiser is not named."), where=("prepare", "event"))),
        (not (report.masthead.funder_header or report.masthead.logos),
         Gap(N_("There is neither a funder's header nor a logo."), where=("prepare", "event"))),
        (not report.turnout.came, Gap(N_("Nobody has checked in yet."), where=("check_in", ""))),
        (bool(report.no_group), Gap(_NO_GROUP, report.no_group, where=("check_in", ""))),
        (bool(report.places.unsaid), Gap(_NO_PLACE, report.places.unsaid, where=("check_in", ""))),
        (not report.teams, Gap(N_("There are no teams yet."), where=("teams", ""))),
        (report.jury.sealed_at is None and bool(report.jury.jurors),
         Gap(N_("The results are not signed yet."), where=("results", ""))),
        (bool(after.untold), Gap(_UNTOLD, after.untold, where=("after", "topics"))),
        (bool(report.teams) and not after.commitments, Gap(N_("No commitments yet."), where=("after", "teams"))),
        (not report.voice.forms, Gap(N_("No feedback forms yet."), where=("after", "voices"))),
    )  # fmt: skip
    return (*found, *(gap for lacks, gap in checks if lacks))
