"""The plans that were kept, as they would be now."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.event.store import Event
from hackdesk.people.queries import people_in
from hackdesk.teams.kept import KeptPlan, Today, is_the_room, today
from hackdesk.teams.proposal import Problem
from hackdesk.teams.queries import Board, board_in, problem_in
from hackdesk.teams.tables import ProposalRow


def kept_plans(event: Event) -> tuple[Today, ...]:
    """All kept plans in the room as it is now, the newest first."""
    with event.read() as session:
        rows = session.scalars(select(ProposalRow).order_by(ProposalRow.at.desc(), ProposalRow.name.desc())).all()
        if not rows:
            return ()
        problem, names = problem_in(session), _names(session)
        return tuple(today(plan_of(row), problem, names) for row in rows)


def room_as_drawn(event: Event) -> tuple[Board, Problem, int | None]:
    """The board, what a proposal would have to solve, and what drew the ties, as of one moment.

    The draw is that of the newest kept plan that has everybody where they sit; None where there is none.
    """
    with event.read() as session:
        shown = board_in(session)
        problem = problem_in(session, shown=shown)
        seats = {person.id: person.seat for person in problem.people if person.seat}
        rows = session.scalars(select(ProposalRow).order_by(ProposalRow.at.desc(), ProposalRow.name.desc()))
        seed = next((row.seed for row in rows if row.steps and is_the_room(plan_of(row), seats)), None)
        return shown, problem, seed


def problem_with(event: Event, *, change_price: int, keep: bool, moved: frozenset[UUID]) -> Problem:
    """What a proposal has to solve now, where those who were moved by hand stay where they are."""
    with event.read() as session:
        found = problem_in(session, change_price=change_price, keep=keep)
    people = (
        replace(person, pinned=person.pinned or (person.id in moved and person.seat is not None))
        for person in found.people
    )
    return replace(found, people=tuple(people))


def _names(session: Session) -> dict[UUID, str]:
    return {person.id: person.name for person in people_in(session)}


def plan_of(row: ProposalRow) -> KeptPlan:
    """The plan a row holds."""
    seats = {
        UUID(person): (UUID(topic), UUID(team) if team else None, number)
        for person, (topic, team, number) in row.seats.items()
    }
    seen = {UUID(person): UUID(team) for person, team in row.seen.items()}
    return KeptPlan(
        row.id, row.name, row.at, seats, seen, row.way, row.points, row.bound, row.state, row.seed, row.steps,
        row.seconds, row.version, price=row.cards.get("price", 0),
    )  # fmt: skip
