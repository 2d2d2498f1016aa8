"""What holds for ballots, whoever asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from uuid import UUID


class BallotState(StrEnum):
    """Only a complete ballot counts; a missing one is never zero."""

    OPEN = "open"
    COMPLETE = "complete"
    RECUSED = "recused"
    JUROR_ABSENT = "juror_absent"
    TEAM_NO_SHOW = "team_no_show"
    VOID = "void"


@dataclass(frozen=True)
class Criterion:
    """What is judged. lowest < highest; weight > 0; step None: any value between."""

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


@dataclass(frozen=True)
class Juror:
    """A juror. state: present, left, absent."""

    id: UUID
    name: str
    affiliation: str = ""
    person_id: UUID | None = None
    chair: bool = False
    state: str = "present"
    position: int = 0
    version: int = 1


@dataclass(frozen=True)
class Ballot:
    """One juror's ballot for one team. marks: {criterion id: exact mark}. version 0: not in the file yet."""

    juror_id: UUID
    team_id: UUID
    state: BallotState = BallotState.OPEN
    marks: Mapping[UUID, Fraction] = field(default_factory=dict)
    reason: str = ""
    note: str = ""
    way: str = "laptop"
    handed_in_at: datetime | None = None
    version: int = 0


@dataclass(frozen=True)
class Award:
    """An award, apart from places. by_place: the place it goes to unless decided otherwise."""

    id: UUID
    name: str
    giver: str = ""
    what: str = ""
    by_place: int | None = None
    position: int = 0
    version: int = 1


@dataclass(frozen=True)
class AwardGiven:
    """An award that went to a team. decided: place, jury, partner."""

    award: Award
    team_id: UUID
    team_name: str
    decided: str
    reason: str = ""
