"""What holds for commitments, whoever asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Commitment:
    """Who does what by when, with whose support. state: open, done, dropped."""

    id: UUID
    team_id: UUID
    who: str
    what: str
    by_when: date | None = None
    support: str = ""
    state: str = "open"
    version: int = 1
