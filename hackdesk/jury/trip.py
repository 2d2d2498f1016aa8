"""The jury worked on another laptop: which of its ballots are new here, the same, or to be decided.

A trip begins as the jury's part of the event is written into a file, and may be brought back several times.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.jury.rules import Ballot, BallotState, Criterion, Judging
from hackdesk.language import N_


@dataclass(frozen=True)
class Trip:
    """back_at: when a file of it was brought in last; back_entry: how far that file's journal went."""

    id: UUID
    number: int
    at: datetime
    back_at: datetime | None = None
    back_entry: int = 0


@dataclass(frozen=True)
class Marker:
    """What the file of a trip says of itself: which trip of which number, in which round of the jury."""

    trip: UUID
    number: int
    round: int

    def plain(self) -> dict[str, object]:
        """As it is kept in the settings."""
        return {"trip": str(self.trip), "number": self.number, "round": self.round}

    @classmethod
    def read(cls, plain: Mapping[str, object]) -> Marker | None:
        """None for the settings of an event that was never taken elsewhere."""
        try:
            return cls(UUID(str(plain["trip"])), int(str(plain["number"])), int(str(plain["round"])))
        except (KeyError, ValueError):
            return None


class Meeting(StrEnum):
    """How a ballot that comes back meets the one here."""

    NEW = "new"
    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True)
class Met:
    """One ballot of the file beside the one here. ours None: there is none here yet."""

    meeting: Meeting
    juror: str
    team: str
    theirs: Ballot
    ours: Ballot | None

    @property
    def key(self) -> str:
        """Which ballot: juror, team and round."""
        return key_of(self.theirs)


@dataclass(frozen=True)
class Homecoming:
    """What a file that came back holds. entry: how far its journal goes. criteria: those here.

    unknown: jurors and teams in it that are not here, whose ballots are left out.
    """

    trip: Trip
    entry: int
    met: tuple[Met, ...]
    criteria: tuple[Criterion, ...]
    unknown: tuple[str, ...] = ()

    def of(self, meeting: Meeting) -> tuple[Met, ...]:
        """Those that meet so."""
        return tuple(one for one in self.met if one.meeting is meeting)


def key_of(ballot: Ballot) -> str:
    """Which ballot: juror, team and round, as text."""
    return f"{ballot.juror_id} {ballot.team_id} {ballot.round}"


def digest(ballot: Ballot) -> str:
    """SHA-256 of what a ballot says; who typed it and when makes no difference."""
    marks = sorted((str(criterion), str(mark)) for criterion, mark in ballot.marks.items())
    says = [ballot.state, ballot.reason, marks, ballot.note, ballot.signed]
    return hashlib.sha256(json.dumps(says, ensure_ascii=False).encode("utf-8")).hexdigest()


def says_something(ballot: Ballot | None) -> bool:
    """Whether anything stands on it."""
    return ballot is not None and bool(ballot.marks or ballot.note or ballot.state is not BallotState.OPEN)


def met(home: Judging, theirs: Judging, taken: Mapping[str, str]) -> tuple[tuple[Met, ...], tuple[str, ...]]:
    """The ballots of the file that say something else than when they left, and the names that are not here.

    taken: {key: digest} of the ballots as they left. A ballot that only one side has touched since is that
    side's; what both have touched, and not alike, is to be decided.
    """
    here = {key_of(ballot): ballot for ballot in home.ballots}
    jurors = {juror.id: juror.name for juror in home.jurors}
    teams = {team.id: team.name for team in home.teams if team.active}
    names = {one.id: one.name for part in (theirs.jurors, theirs.teams) for one in part}
    found: list[Met] = []
    unknown: list[str] = []
    for ballot in theirs.ballots:
        key = key_of(ballot)
        if not says_something(ballot) and key not in taken:
            continue
        missing = [names.get(one, "?") for one, known in
                   ((ballot.juror_id, jurors), (ballot.team_id, teams)) if one not in known]  # fmt: skip
        if missing:
            unknown += [name for name in missing if name not in unknown]
            continue
        ours = here.get(key)
        found.append(Met(_meeting(ballot, ours, taken.get(key)), jurors[ballot.juror_id], teams[ballot.team_id],
                         ballot, ours))  # fmt: skip
    order = {team.id: number for number, team in enumerate(home.teams)}
    found.sort(key=lambda one: (one.juror.casefold(), order[one.theirs.team_id]))
    return tuple(found), tuple(unknown)


def _meeting(theirs: Ballot, ours: Ballot | None, taken: str | None) -> Meeting:
    now, here = digest(theirs), digest(ours) if ours is not None and says_something(ours) else None
    if now in (taken, here):
        return Meeting.SAME
    return Meeting.NEW if here in (taken, None) else Meeting.DIFFERENT


def checked_marker(marker: Marker | None, trips: Mapping[UUID, Trip], round_: int, entry: int) -> Trip:
    """The trip that a file belongs to. Raises HackDeskError, in words, for a file that is not to be taken in."""
    if marker is None:
        raise HackDeskError(
            N_("This file was not made to take the jury elsewhere."),
            remedy=N_("Choose the file that the jury worked in."),
        )
    trip = trips.get(marker.trip)
    if trip is None:
        raise HackDeskError(
            N_("This file belongs to another event."), remedy=N_("Choose the file that left from this event.")
        )
    latest = max(trips.values(), key=lambda one: one.number)
    if trip.number < latest.number:
        raise HackDeskError(
            N_("This is the file of trip {number}; the jury has left again since, with that of trip {latest}."),
            number=trip.number, latest=latest.number, remedy=N_("Bring in the newest file."),
        )  # fmt: skip
    if entry < trip.back_entry:
        raise HackDeskError(
            N_("This is an older copy of a file that was brought in already."),
            remedy=N_("Bring in the newest file."),
        )
    if marker.round != round_:
        raise HackDeskError(
            N_("This file is of round {theirs} of the jury, and here it is round {ours}."),
            theirs=marker.round, ours=round_,
            remedy=N_("Go back to that round on the Results page, then bring the file in."),
        )  # fmt: skip
    return trip
