"""What holds for the programme and its clocks, whoever asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class ProgrammeItem:
    """One item. starts_at, ends_at: planned; started_at, ended_at: as it went. All aware, UTC."""

    id: UUID
    title: str
    kind: str
    starts_at: datetime
    ends_at: datetime
    started_at: datetime | None = None
    ended_at: datetime | None = None
    public: bool = True
    fixed: bool = False
    responsible: str = ""
    notes: str = ""
    version: int = 1


@dataclass(frozen=True)
class Timer:
    """The stage's timer as anchors. seconds: the time given; elapsed_before: run before started_at."""

    label: str = ""
    phase: str = "countdown"
    team_id: UUID | None = None
    seconds: int = 180
    started_at: datetime | None = None
    elapsed_before: float = 0.0


@dataclass(frozen=True)
class Stage:
    """What the hall sees now. revealed: how many places of the results are shown, from the last."""

    view: str = "welcome"
    message: str = ""
    revealed: int = 0


@dataclass(frozen=True)
class Pitch:
    """A team's turn. position counts from 1."""

    team_id: UUID
    team_name: str
    position: int
    state: str = "active"
