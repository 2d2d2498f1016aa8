"""How far each team is: four steps that a team has behind it or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from hackdesk.language import N_

#: {step: its word}, in the order in which teams usually go.
STEPS = {
    "problem": N_("Problem clear"),
    "idea": N_("Idea"),
    "tested": N_("Tested with users"),
    "first_step": N_("First step"),
}


@dataclass(frozen=True)
class Checkpoint:
    """A step a team has behind it. at: since when; note: what somebody wrote on it."""

    step: str
    at: datetime
    note: str = ""


@dataclass(frozen=True)
class Progress:
    """How far a team is. done: {step: when and what was noted}."""

    team_id: UUID
    name: str
    table: str
    done: dict[str, Checkpoint]

    @property
    def id(self) -> UUID:
        """The team's."""
        return self.team_id

    def has(self, step: str) -> bool:
        """Whether the step is behind the team."""
        return step in self.done


def counts(teams: Sequence[Progress]) -> dict[str, int]:
    """How many teams have each step behind them."""
    return {step: sum(team.has(step) for team in teams) for step in STEPS}


def furthest(teams: Sequence[Progress]) -> str:
    """The step that teams are at: the last one that any of them has behind it; "" before the first."""
    found = counts(teams)
    return next((step for step in reversed(STEPS) if found[step]), "")
