"""Steps that every subject's actions share: a row as it was read, and a place after the last one."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hackdesk.errors import Stale
from hackdesk.event.tables import Kept
from hackdesk.language import N_

R = TypeVar("R", bound=Kept)


def seen_row(session: Session, table: type[R], row_id: UUID, seen: int) -> R:
    """The row as it was read. Raises Stale where it changed or went since version `seen`."""
    row = session.get(table, row_id)
    if row is None or row.version != seen:
        raise Stale(
            N_("Somebody else has changed this since you read it; nothing was saved."),
            remedy=N_("Look at it again and make your change once more."),
        )
    return row


def next_position(session: Session, table: type[Kept]) -> int:
    """The position after the last one."""
    column = table.__table__.c.position  # type: ignore[attr-defined]
    return (session.scalar(select(func.max(column))) or 0) + 1
