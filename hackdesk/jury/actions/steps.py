"""Steps that several actions share: is it still open, and has the row moved on."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.tables import Kept
from hackdesk.jury.queries import closing_revision
from hackdesk.jury.rules import sealed_refusal
from hackdesk.language import N_

R = TypeVar("R", bound=Kept)


def refuse_when_sealed(session: Session) -> None:
    """Raises Locked while a sealed revision stands."""
    closing = closing_revision(session)
    if closing:
        raise sealed_refusal(closing.number)


def seen_row(session: Session, table: type[R], row_id: UUID, seen: int) -> R:
    """The row as it was read. Raises Stale where it changed or went since version `seen`."""
    row = session.get(table, row_id)
    if row is None or row.version != seen:
        raise Stale(
            N_("Somebody else has changed this since you read it; nothing was saved."),
            remedy=N_("Look at it again and make your change once more."),
        )
    return row


def next_position(session: Session, table: type[R]) -> int:
    """The position after the last one."""
    column = table.__table__.c.position  # type: ignore[attr-defined]
    return (session.scalar(select(func.max(column))) or 0) + 1


def named(name: str) -> str:
    """A name, trimmed. Raises HackDeskError where nothing is left."""
    trimmed = " ".join(name.split())
    if not trimmed:
        raise HackDeskError(N_("There is no name."), remedy=N_("Type one, then save again."))
    return trimmed
