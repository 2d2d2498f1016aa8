"""What holds for ballots, whoever asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal, localcontext
from enum import StrEnum
from fractions import Fraction
from uuid import UUID, uuid4

from hackdesk.errors import HackDeskError
from hackdesk.jury.presence import is_there
from hackdesk.language import N_

_MARK = re.compile(r"[+\-−]?\d{1,6}([.,]\d{1,6})?")


class BallotState(StrEnum):
    """Only a complete ballot counts; a missing one is never zero."""

    OPEN = "open"
    COMPLETE = "complete"
    RECUSED = "recused"
    JUROR_ABSENT = "juror_absent"
    TEAM_NO_SHOW = "team_no_show"
    VOID = "void"


#: The states in words, as a page or a sheet shows them.
STATE_WORDS = {
    BallotState.OPEN: N_("open"),
    BallotState.COMPLETE: N_("handed in"),
    BallotState.RECUSED: N_("recused"),
    BallotState.JUROR_ABSENT: N_("juror absent"),
    BallotState.TEAM_NO_SHOW: N_("team did not show"),
    BallotState.VOID: N_("void"),
}


@dataclass(frozen=True)
class Criterion:
    """What is judged. lowest < highest; weight > 0; step None: any value between.

    rounds: 0 in both rounds of the jury, 1 in the first only, 2 in the finalists' round only.
    """

    id: UUID
    name: str
    guidance: str = ""
    low_words: str = ""
    high_words: str = ""
    lowest: Fraction = Fraction(1)
    highest: Fraction = Fraction(5)
    step: Fraction | None = Fraction(1)
    weight: Fraction = Fraction(1)
    position: int = 0
    version: int = 1
    rounds: int = 0


@dataclass(frozen=True)
class Juror:
    """A juror. state: present, left, absent. from_turn, until_turn: the first and the last pitch they see."""

    id: UUID
    name: str
    affiliation: str = ""
    person_id: UUID | None = None
    chair: bool = False
    state: str = "present"
    position: int = 0
    version: int = 1
    from_turn: int | None = None
    until_turn: int | None = None


@dataclass(frozen=True)
class Contestant:
    """A team as the jury sees it. turn: its place in the order of pitches, from 1; None: not drawn yet.

    state: active, withdrawn, no_show, merged; only an active team gets a place.
    """

    id: UUID
    name: str
    state: str = "active"
    turn: int | None = None

    @property
    def active(self) -> bool:
        """Whether it is judged."""
        return self.state == "active"


@dataclass(frozen=True)
class Ballot:
    """One juror's ballot for one team. marks: {criterion id: exact mark}. version 0: not in the file yet.

    entered_by: who wrote on it last. signed: the note may carry the juror's name. device, sent: the phone that
    wrote it last and the number of its revision. second_…: what another person read from the same paper sheet.
    """

    juror_id: UUID
    team_id: UUID
    state: BallotState = BallotState.OPEN
    marks: Mapping[UUID, Fraction] = field(default_factory=dict)
    reason: str = ""
    note: str = ""
    way: str = "laptop"
    handed_in_at: datetime | None = None
    version: int = 0
    round: int = 1
    entered_by: str = ""
    signed: bool = False
    device: str = ""
    sent: int = 0
    second_marks: Mapping[UUID, Fraction] = field(default_factory=dict)
    second_by: str = ""
    second_at: datetime | None = None


@dataclass(frozen=True)
class Sheet:
    """What a juror filled in for one team. way: laptop, paper, phone, file.

    attempt: the sender's own number of this handing-in; the same attempt twice is one ballot. signed: the note
    may carry the juror's name. own: by the juror themself, who may do so until the round is closed. device, sent:
    the phone it comes from and the number of its revision. round: which one it is for; None: the jury's now.
    """

    marks: Mapping[UUID, Fraction]
    note: str = ""
    way: str = "laptop"
    attempt: UUID = field(default_factory=uuid4)
    signed: bool = False
    own: bool = False
    device: str = ""
    sent: int = 0
    round: int | None = None


@dataclass(frozen=True)
class NotCounted:
    """Why a ballot does not count: recused, juror_absent, team_no_show or void, and the reason.

    own: the juror says so themself, which they may until the round is closed.
    """

    state: BallotState
    reason: str = ""
    own: bool = False


@dataclass(frozen=True)
class BallotReceipt:
    """A ballot as it is on disk now. at: when it was written; version: what the next edit has seen."""

    juror_id: UUID
    team_id: UUID
    state: BallotState
    at: datetime
    version: int


@dataclass(frozen=True)
class TieVote:
    """The jury's recorded vote on a tie. order: ids of the teams, best first; reason: in their words."""

    order: tuple[UUID, ...]
    reason: str
    at: datetime
    round: int = 1


@dataclass(frozen=True)
class Award:
    """An award, apart from places. by_place: the place it goes to unless decided otherwise.

    decided_by: who says where it goes if no place does: jury, partner, hall. money: whether it is money.
    none_given: why nobody gets it, or ""; none_told: it is said all the same. position: the order of announcing.
    """

    id: UUID
    name: str
    giver: str = ""
    what: str = ""
    by_place: int | None = None
    position: int = 0
    version: int = 1
    money: bool = False
    decided_by: str = "jury"
    none_given: str = ""
    none_told: bool = False


@dataclass(frozen=True)
class AwardGiven:
    """An award that went to a team. decided: place, jury, partner, hall."""

    award: Award
    team_id: UUID
    team_name: str
    decided: str
    reason: str = ""


@dataclass(frozen=True)
class Judging:
    """All that a ranking needs, as it is at one moment. Jurors and criteria in their declared order.

    round: 1, or 2 where only the finalists are judged once more; first: the round before that.
    """

    criteria: tuple[Criterion, ...]
    jurors: tuple[Juror, ...]
    teams: tuple[Contestant, ...]
    ballots: tuple[Ballot, ...]
    votes: tuple[TieVote, ...] = ()
    round: int = 1
    first: Judging | None = None

    @property
    def active(self) -> tuple[Contestant, ...]:
        """The teams that are judged, in the order of pitches."""
        return tuple(team for team in self.teams if team.active)


class MarkOutOfRange(HackDeskError):
    """A mark below the lowest or above the highest of its criterion."""


class MarkBetweenSteps(HackDeskError):
    """A mark inside the range that the criterion's steps do not meet."""


class MarkMissing(HackDeskError):
    """A criterion without a mark on a ballot that is handed in."""


class Recused(HackDeskError):
    """The ballot is not counted (recused, absent, void) and takes no marks until it is taken back."""


class Locked(HackDeskError):
    """The results are sealed, or criteria are asked to change after a ballot was handed in."""


def sealed_refusal(number: int) -> Locked:
    """The refusal of whatever would change results that are sealed as revision `number`."""
    return Locked(
        N_("The results are signed and closed as revision {number}."), number=number,
        remedy=N_("Open them again on the Results page, with a reason."),
    )  # fmt: skip


def complete_ballot(criteria: Iterable[Criterion], marks: Mapping[UUID, Fraction]) -> dict[UUID, Fraction]:
    """The marks of a ballot that may be handed in: one for each criterion, in the criteria's order.

    Raises MarkMissing, MarkOutOfRange or MarkBetweenSteps, naming the criterion.
    """
    criteria = tuple(criteria)
    if not criteria:
        raise MarkMissing(
            N_("There are no criteria yet, so there is nothing to hand in."),
            remedy=N_("Add the criteria under Prepare."),
        )
    for criterion in criteria:
        if criterion.id not in marks:
            raise MarkMissing(
                N_("“{criterion}” has no mark yet."), criterion=criterion.name,
                remedy=N_("Give it a mark, then hand in the ballot."),
            )  # fmt: skip
    return kept_marks(criteria, marks)


def kept_marks(criteria: Iterable[Criterion], marks: Mapping[UUID, Fraction]) -> dict[UUID, Fraction]:
    """The marks of a ballot still being filled in, each one checked; marks of no criterion are left out."""
    return {
        criterion.id: checked_mark(criterion, marks[criterion.id])
        for criterion in criteria
        if criterion.id in marks
    }


def checked_mark(criterion: Criterion, mark: Fraction) -> Fraction:
    """The mark itself. Raises MarkOutOfRange or MarkBetweenSteps."""
    values = {
        "mark": plain_number(mark),
        "low": plain_number(criterion.lowest),
        "high": plain_number(criterion.highest),
        "criterion": criterion.name,
    }
    if not criterion.lowest <= mark <= criterion.highest:
        raise MarkOutOfRange(N_("{mark} is not between {low} and {high} for “{criterion}”."), **values)
    if criterion.step and (mark - criterion.lowest) % criterion.step:
        raise MarkBetweenSteps(
            N_("{mark} is no mark for “{criterion}”: they go from {low} to {high} in steps of {step}."),
            step=plain_number(criterion.step), **values,
        )  # fmt: skip
    return mark


def may_be_marked(state: BallotState) -> None:
    """Whether a ballot in this state takes marks: an open one, or a complete one being corrected.

    Raises Recused.
    """
    if state not in (BallotState.OPEN, BallotState.COMPLETE):
        raise Recused(
            N_("This ballot does not count ({state})."), state=HackDeskError(STATE_WORDS[state]),
            remedy=N_("Take it back first, then give the marks."),
        )  # fmt: skip


def state_of(juror: Juror, ballot: Ballot | None, turn: int | None = None, round_: int = 1) -> BallotState:
    """How a ballot stands: what is written on it, else whether its juror is there for the pitch of that turn."""
    if ballot is not None and ballot.state is not BallotState.OPEN:
        return ballot.state
    return BallotState.OPEN if is_there(juror, turn, round_) else BallotState.JUROR_ABSENT


def checked_not_counted(why: NotCounted) -> NotCounted:
    """The same, trimmed. Raises HackDeskError for a recusal or a void ballot without its reason."""
    reason = " ".join(why.reason.split())
    if why.state in (BallotState.OPEN, BallotState.COMPLETE):
        raise ValueError(f"{why.state} is no reason for a ballot not to count")
    if why.state in (BallotState.RECUSED, BallotState.VOID) and not reason:
        raise HackDeskError(
            N_("A ballot that does not count needs its reason."),
            remedy=N_("Type it as it will stand in the record, for example “from the same village”."),
        )
    return replace(why, reason=reason)


def checked_criterion(criterion: Criterion) -> Criterion:
    """Raises HackDeskError for a criterion without a name, with an empty range, step or weight."""
    values = {"criterion": criterion.name}
    if not criterion.name.strip():
        raise HackDeskError(N_("A criterion has no name."), remedy=N_("Type what the jury looks at."))
    if criterion.lowest >= criterion.highest:
        raise HackDeskError(N_("The lowest mark of “{criterion}” is not below the highest."), **values)
    if criterion.weight <= 0:
        raise HackDeskError(
            N_("“{criterion}” weighs nothing."), **values,
            remedy=N_("Give it a weight above zero, or take the criterion out."),
        )  # fmt: skip
    span = criterion.highest - criterion.lowest
    if criterion.step is not None and (criterion.step <= 0 or span % criterion.step):
        raise HackDeskError(N_("The steps of “{criterion}” do not lead from {low} to {high}."), **values,
                            low=plain_number(criterion.lowest), high=plain_number(criterion.highest))  # fmt: skip
    return criterion


def shares(criteria: Iterable[Criterion]) -> dict[UUID, Fraction]:
    """What part of the score each criterion really gives; they add up to 1 whatever the weights add up to."""
    criteria = tuple(criteria)
    total = sum((criterion.weight for criterion in criteria), Fraction(0))
    return {criterion.id: criterion.weight / total for criterion in criteria}


def steps_of(criterion: Criterion) -> tuple[Fraction, ...]:
    """Every mark the criterion knows, lowest first; empty where any value between will do."""
    if criterion.step is None:
        return ()
    count = int((criterion.highest - criterion.lowest) / criterion.step)
    return tuple(criterion.lowest + number * criterion.step for number in range(count + 1))


def mark_of(text: str) -> Fraction | None:
    """A mark as it was typed, with a point or a comma, exactly; None where it is no number."""
    text = text.strip()
    if not _MARK.fullmatch(text):
        return None
    return Fraction(text.replace(",", ".").replace("−", "-"))


def plain_number(value: Fraction) -> str:
    """A number as short as it can be written exactly: 4, 3.5; a fraction without end as 7/3."""
    if value.denominator == 1:
        return str(value.numerator)
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest > 1:
        return str(value)
    return format((Decimal(value.numerator) / Decimal(value.denominator)).normalize(), "f")


def rounded(score: Fraction, decimals: int = 1) -> Decimal:
    """A score as it is shown: half up, worked out on the exact value."""
    with localcontext() as context:
        context.prec = 60
        scaled = score * 10**decimals
        whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
        return Decimal(whole).scaleb(-decimals)
