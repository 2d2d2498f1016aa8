"""What several actions share: a row as it was read, sitting down, standing up, a new team."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError
from hackdesk.event.rows import next_position
from hackdesk.language import N_
from hackdesk.teams.rules import folded
from hackdesk.teams.tables import MembershipRow, TeamRow, TopicRow

R = TypeVar("R", TopicRow, TeamRow)


def active_team(session: Session, team_id: UUID) -> TeamRow:
    """A team that people may join. Raises HackDeskError where it is closed."""
    row = session.get(TeamRow, team_id)
    if row is None or row.state != "active":
        raise HackDeskError(
            N_("“{team}” takes nobody in: it is closed."), team=row.name if row else "",
            remedy=N_("Choose another team, or open this one again."),
        )  # fmt: skip
    return row


def free_name(session: Session, name: str, *, but: UUID | None = None) -> str:
    """The name, trimmed. Raises HackDeskError where it is empty or another active team has it."""
    name = " ".join(name.split())
    if not name:
        raise HackDeskError(N_("The team has no name."), remedy=N_("Type what stands on its table."))
    for other in session.scalars(select(TeamRow).where(TeamRow.state == "active")):
        if other.id != but and folded(other.name) == folded(name):
            raise HackDeskError(
                N_("There is already a team “{team}”."), team=other.name, remedy=N_("Choose another name.")
            )
    return name


def new_team(session: Session, name: str, topic: TopicRow | None) -> TeamRow:
    """The step that adds a team; its topic has found somebody."""
    row = TeamRow(
        id=uuid4(), name=name, topic_id=topic.id if topic else None, position=next_position(session, TeamRow)
    )
    if topic and topic.state == "no_team":
        topic.state = "open"
    session.add(row)
    return row


def seat_of(session: Session, person_id: UUID) -> MembershipRow | None:
    """Where somebody sits now."""
    open_seats = select(MembershipRow).where(MembershipRow.until.is_(None))
    return session.scalars(open_seats.where(MembershipRow.person_id == person_id)).first()


def seats_in(session: Session, team_id: UUID) -> list[MembershipRow]:
    """Who sits in a team now."""
    open_seats = select(MembershipRow).where(MembershipRow.until.is_(None))
    return list(session.scalars(open_seats.where(MembershipRow.team_id == team_id)))


def sit_down(session: Session, person_id: UUID, team_id: UUID, now: datetime) -> MembershipRow:
    """The step that seats somebody; the seat they had ends. Gives the new one."""
    before = seat_of(session, person_id)
    if before:
        before.until = now
    seat = MembershipRow(team_id=team_id, person_id=person_id, since=now, until=None)
    session.add(seat)
    return seat


def stand_up(seats: Iterable[MembershipRow], now: datetime) -> None:
    """The step that ends these seats."""
    for seat in seats:
        seat.until = now
