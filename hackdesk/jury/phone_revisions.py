"""What a phone sends: the whole of one ballot, numbered, so that it may come late, twice or out of order.

A phone counts its revisions of a ballot. The laptop keeps the number of the last one it took and which phone it
came from; whatever is not newer is answered with what stands, and writes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.jury.rules import (
    Ballot,
    BallotState,
    NotCounted,
    checked_not_counted,
    mark_of,
    may_be_marked,
    plain_number,
)
from hackdesk.language import N_

#: How a juror may leave a ballot on a phone; the other states are the facilitator's to give.
OWN_STATES = (BallotState.OPEN, BallotState.COMPLETE, BallotState.RECUSED)
LONGEST_NOTE, LONGEST_REASON = 2000, 300
_MOST_MARKS = 100
_HIGHEST_NUMBER = 10**9


@dataclass(frozen=True)
class Revision:
    """A ballot as it is on a phone. number: the phone's own count of it, from 1. round: the jury's.

    seen: the version of the ballot on the laptop that the phone knows, 0 for none.
    """

    device: str
    number: int
    seen: int = 0
    round: int = 1
    state: BallotState = BallotState.OPEN
    marks: Mapping[UUID, Fraction] = field(default_factory=dict)
    note: str = ""
    signed: bool = False
    reason: str = ""


@dataclass(frozen=True)
class RevisionReceipt:
    """A ballot as it is on disk now. number: the last revision taken from this phone; version: for the next."""

    juror_id: UUID
    team_id: UUID
    number: int
    version: int
    state: BallotState
    at: datetime


class OtherPhone(HackDeskError):
    """Another phone writes for this juror now."""

    def __init__(self) -> None:
        super().__init__(
            N_("Another phone is used for your ballots now."),
            remedy=N_("To go on here, type your PIN and take over."),
        )


class MarksElsewhere(HackDeskError):
    """Somebody has written on the ballot since the phone last saw it. there: what stands."""

    def __init__(self, there: Ballot) -> None:
        super().__init__(
            N_("This ballot was changed elsewhere meanwhile."), remedy=N_("Choose which of the two holds.")
        )
        self.there = there


def revision_from(told: Any, device: str) -> Revision:
    """A revision as a phone's page writes it in JSON. Raises ValueError where no page of ours wrote it."""
    if not isinstance(told, dict) or not isinstance(told.get("marks"), dict) or len(told["marks"]) > _MOST_MARKS:
        raise ValueError("a revision is an object with marks")
    marks = {UUID(key): mark_of(str(mark)) for key, mark in told["marks"].items()}
    if any(mark is None for mark in marks.values()):
        raise ValueError("a mark is a number")
    note, reason = _text(told, "note", LONGEST_NOTE), _text(told, "reason", LONGEST_REASON)
    state = BallotState(told.get("state", "open"))
    if state not in OWN_STATES:
        raise ValueError(f"a juror does not set a ballot to {state}")
    return Revision(
        device, _count(told, "number", 1), _count(told, "seen", 0), _count(told, "round", 1), state,
        {key: mark for key, mark in marks.items() if mark is not None}, note, told.get("signed") is True, reason,
    )  # fmt: skip


def plain_ballot(ballot: Ballot) -> dict[str, Any]:
    """A ballot's content in the same form, for the phone."""
    return {
        "state": ballot.state.value,
        "marks": {str(key): plain_number(mark) for key, mark in ballot.marks.items()},
        "note": ballot.note,
        "signed": ballot.signed,
        "reason": ballot.reason,
    }


def taken_already(there: Ballot, revision: Revision) -> bool:
    """Whether this revision, or a newer one of the same phone, is in the file."""
    return bool(there.device) and there.device == revision.device and revision.number <= there.sent


def says_the_same(there: Ballot, revision: Revision) -> bool:
    """Whether the ballot stands as the phone has it."""
    return (
        there.state == revision.state
        and dict(there.marks) == dict(revision.marks)
        and (there.note, there.signed) == (revision.note.strip(), revision.signed)
        and (there.state != BallotState.RECUSED or there.reason == " ".join(revision.reason.split()))
    )


def may_be_written(there: Ballot, revision: Revision) -> None:
    """Raises MarksElsewhere where the phone has not seen what stands, Recused where the facilitator set it aside,
    HackDeskError for a recusal without its reason."""
    unseen = there.device != revision.device and there.version != revision.seen
    if unseen and not says_the_same(there, revision):
        raise MarksElsewhere(there)
    if there.state is not BallotState.RECUSED:  # the juror's own word, which may be taken back
        may_be_marked(there.state)
    if revision.state is BallotState.RECUSED:
        checked_not_counted(NotCounted(revision.state, revision.reason))


def _text(told: dict[str, Any], key: str, longest: int) -> str:
    text = told.get(key, "")
    if not isinstance(text, str) or len(text) > longest:
        raise ValueError(f"{key} is text of at most {longest} characters")
    return text


def _count(told: dict[str, Any], key: str, lowest: int) -> int:
    number = told.get(key, lowest)
    if type(number) is not int or not lowest <= number <= _HIGHEST_NUMBER:
        raise ValueError(f"{key} is a whole number")
    return number
