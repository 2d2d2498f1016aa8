"""Every ballot that should exist, and where it is: on which way it came in, why it will not come, or missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from hackdesk.jury.rules import Ballot, BallotState, Contestant, Judging, Juror, state_of
from hackdesk.language import N_


class Whereabouts(StrEnum):
    """Where a ballot is."""

    PHONE = "phone"
    LAPTOP = "laptop"
    PAPER = "paper"
    FILE = "file"
    BEGUN = "begun"
    MISSING = "missing"
    RECUSED = "recused"
    ABSENT = "absent"
    NO_SHOW = "no_show"
    VOID = "void"


#: In words, as a page shows them.
WHEREABOUTS_WORDS = {
    Whereabouts.PHONE: N_("phone"),
    Whereabouts.LAPTOP: N_("laptop"),
    Whereabouts.PAPER: N_("paper"),
    Whereabouts.FILE: N_("file"),
    Whereabouts.BEGUN: N_("begun"),
    Whereabouts.MISSING: N_("missing"),
    Whereabouts.RECUSED: N_("recused"),
    Whereabouts.ABSENT: N_("absent"),
    Whereabouts.NO_SHOW: N_("no show"),
    Whereabouts.VOID: N_("void"),
}
_SET_ASIDE = {
    BallotState.RECUSED: Whereabouts.RECUSED,
    BallotState.JUROR_ABSENT: Whereabouts.ABSENT,
    BallotState.TEAM_NO_SHOW: Whereabouts.NO_SHOW,
    BallotState.VOID: Whereabouts.VOID,
}


class Reading(StrEnum):
    """How often the paper of a ballot was read: not on paper, once, twice with the same marks, or differently."""

    NONE = "none"
    ONCE = "once"
    TWICE = "twice"
    DIFFERS = "differs"


@dataclass(frozen=True)
class Due:
    """A ballot that should exist."""

    juror: Juror
    team: Contestant
    where: Whereabouts
    reading: Reading = Reading.NONE


def whereabouts(juror: Juror, ballot: Ballot | None) -> Whereabouts:
    """Where a juror's ballot is; None: nothing is in the file."""
    state = state_of(juror, ballot)
    if state in _SET_ASIDE:
        return _SET_ASIDE[state]
    if state is BallotState.OPEN:
        return Whereabouts.BEGUN if ballot is not None and ballot.marks else Whereabouts.MISSING
    way = ballot.way if ballot else ""
    return Whereabouts(way) if way in ("phone", "paper", "file") else Whereabouts.LAPTOP


def reading_of(ballot: Ballot) -> Reading:
    """How often its paper was read."""
    if ballot.way != "paper" or ballot.state is not BallotState.COMPLETE:
        return Reading.NONE
    if not ballot.second_marks:
        return Reading.ONCE
    return Reading.TWICE if dict(ballot.second_marks) == dict(ballot.marks) else Reading.DIFFERS


def same_person(one: str, other: str) -> bool:
    """Whether two names that were typed are one person's."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def differing(ballot: Ballot) -> frozenset[UUID]:
    """The criteria for which both readings have another mark."""
    both = {*ballot.marks, *ballot.second_marks}
    return frozenset(one for one in both if ballot.marks.get(one) != ballot.second_marks.get(one))


def all_due(judging: Judging) -> tuple[Due, ...]:
    """Every ballot that should exist, juror by juror in the order of pitches."""
    ballots = {(one.juror_id, one.team_id): one for one in judging.ballots}
    found = []
    for juror in judging.jurors:
        for team in judging.active:
            ballot = ballots.get((juror.id, team.id))
            reading = reading_of(ballot) if ballot else Reading.NONE
            found.append(Due(juror, team, whereabouts(juror, ballot), reading))
    return tuple(found)


def counts(due: tuple[Due, ...]) -> Mapping[Whereabouts, int]:
    """How many ballots are where; only those there are any of, in the order of Whereabouts."""
    counted = Counter(one.where for one in due)
    return {where: counted[where] for where in Whereabouts if counted[where]}


def read_twice(judging: Judging) -> tuple[int, int, int]:
    """Of the paper ballots: how many were read twice with the same marks, how many differ, how many there are."""
    readings = [reading_of(one) for one in judging.ballots if one.team_id in {team.id for team in judging.active}]
    of = len(readings) - readings.count(Reading.NONE)
    return readings.count(Reading.TWICE), readings.count(Reading.DIFFERS), of


def still_missing(due: tuple[Due, ...]) -> Mapping[UUID, tuple[Due, ...]]:
    """{juror id: what is not in yet}, of the jurors of whom something is missing; also what was only begun."""
    missing: dict[UUID, tuple[Due, ...]] = {}
    for one in due:
        if one.where in (Whereabouts.MISSING, Whereabouts.BEGUN):
            missing[one.juror.id] = (*missing.get(one.juror.id, ()), one)
    return missing
