"""What holds for commitments, whoever asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.language import N_


class CommitmentState(StrEnum):
    """What became of a commitment. dropped: the team gave it up, which is worth knowing too."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Promise:
    """What a team says: who does what by when, with whose support."""

    who: str
    what: str
    by_when: date | None = None
    support: str = ""


@dataclass(frozen=True)
class Commitment:
    """A promise that is written down for a team."""

    id: UUID
    team_id: UUID
    who: str
    what: str
    by_when: date | None = None
    support: str = ""
    state: CommitmentState = CommitmentState.OPEN
    version: int = 1

    def overdue(self, today: date) -> bool:
        """Whether its day has passed and it is still open."""
        return self.state == CommitmentState.OPEN and self.by_when is not None and self.by_when < today


@dataclass(frozen=True)
class TeamCommitments:
    """A team and what it has promised, in the order it was written down."""

    team_id: UUID
    team_name: str
    commitments: tuple[Commitment, ...] = ()

    def count(self, state: CommitmentState) -> int:
        """How many of them are in this state."""
        return sum(commitment.state == state for commitment in self.commitments)


def checked(promise: Promise) -> Promise:
    """The same promise, trimmed. Raises HackDeskError where nobody or nothing is named."""
    promise = replace(promise, who=promise.who.strip(), what=promise.what.strip(), support=promise.support.strip())
    if not promise.what:
        raise HackDeskError(N_("Nothing is written that somebody will do."), remedy=N_("Type what will be done."))
    if not promise.who:
        raise HackDeskError(
            N_("Nobody is named who will do it."),
            remedy=N_("Type a person's name: what nobody owns stays undone."),
        )
    return promise
