"""Keeping plans under a name, so that they can be compared, looked at again and applied later."""

from __future__ import annotations

from uuid import UUID, uuid4

from sqlalchemy import func, select

from hackdesk.errors import HackDeskError
from hackdesk.event.rows import seen_row
from hackdesk.event.store import Event
from hackdesk.event.tables import JournalRow
from hackdesk.language import N_
from hackdesk.teams.kept import KeptPlan, places_of, state_of
from hackdesk.teams.kept_queries import plan_of
from hackdesk.teams.proposal import Proposal
from hackdesk.teams.queries import cards_in
from hackdesk.teams.tables import ProposalRow

_KEEP = N_("keep a proposal")


def keep_proposal(
    event: Event, proposal: Proposal, *, name: str, way: str = "best", seconds: float = 0.0,
    by: str = "facilitator",
) -> KeptPlan:  # fmt: skip
    """Keep a plan as it was worked out. name: its name, in which {number} becomes the next number."""
    with event.change(_KEEP, by=by) as session:
        # A number is not given twice, also where a plan was deleted.
        before = session.scalar(
            select(func.count()).where(JournalRow.action == _KEEP, JournalRow.undoes.is_(None))
        )
        row = ProposalRow(
            id=uuid4(), name=name.format(number=(before or 0) + 1), at=event.clock.utc_now(),
            seats={
                str(person): [str(topic), str(team) if team else None, number]
                for person, (topic, team, number) in places_of(proposal).items()
            },
            seen={str(person.id): str(person.seat) for person in proposal.problem.people if person.seat},
            cards={**cards_in(session).plain, "price": proposal.problem.change_price},
            way=way, points=proposal.score.total, bound=proposal.bound,
            state=state_of(proposal), seed=proposal.seed, steps=proposal.steps, seconds=round(seconds, 2),
        )  # fmt: skip
        session.add(row)
        session.flush()
        return plan_of(row)


def rename_proposal(event: Event, plan_id: UUID, name: str, *, seen: int, by: str = "facilitator") -> KeptPlan:
    """Give a kept plan another name. Raises Stale, and HackDeskError where the name is empty."""
    name = " ".join(name.split())
    if not name:
        raise HackDeskError(N_("The proposal has no name."), remedy=N_("Write one, such as “With two buses”."))
    with event.change(N_("rename a proposal"), by=by) as session:
        row = seen_row(session, ProposalRow, plan_id, seen)
        row.name = name
        session.flush()
        return plan_of(row)


def delete_proposal(event: Event, plan_id: UUID, *, seen: int, by: str = "facilitator") -> str:
    """Forget a kept plan; nobody moves. Gives its name. Raises Stale where somebody changed it since."""
    with event.change(N_("delete a proposal"), by=by) as session:
        row = seen_row(session, ProposalRow, plan_id, seen)
        session.delete(row)
        return row.name
