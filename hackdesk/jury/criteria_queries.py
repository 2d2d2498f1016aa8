"""What the page of the criteria asks: what they are, whether they are locked, what a change would do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from hackdesk.event.store import Event
from hackdesk.jury.effect import Effect, effect
from hackdesk.jury.queries import ballots_in, closing_revision, criteria_changes_in, criteria_in, round_in
from hackdesk.jury.rules import BallotState, Criterion
from hackdesk.jury.seal import CriteriaChange
from hackdesk.jury.tables import BallotRow


@dataclass(frozen=True)
class CriteriaShown:
    """locked_since: when the first of the ballots was handed in that lock them; None: they are free.

    handed_in: how many these are. rounds: whether there is a second round, or a criterion for one round only.
    sealed: the revision that closes the results, and the criteria with them.
    """

    criteria: tuple[Criterion, ...]
    locked_since: datetime | None
    handed_in: int
    changes: tuple[CriteriaChange, ...]
    rounds: bool
    sealed: int | None = None


def criteria_shown(event: Event) -> CriteriaShown:
    """The criteria, and since when and by what they are locked."""
    complete = BallotRow.state == BallotState.COMPLETE
    query = select(func.min(BallotRow.handed_in_at), func.count(BallotRow.id)).where(complete)
    with event.read() as session:
        criteria = criteria_in(session)
        since, count = session.execute(query).one()
        rounds = round_in(session) == 2 or any(one.rounds for one in criteria)
        closing = closing_revision(session)
        number = closing.number if closing else None
        return CriteriaShown(criteria, since, count, criteria_changes_in(session), rounds, number)


def criteria_effect(event: Event, wanted: tuple[Criterion, ...]) -> Effect:
    """What it would do to the ballots in hand if these were the criteria; nothing is written."""
    with event.read() as session:
        return effect(criteria_in(session), wanted, ballots_in(session))
