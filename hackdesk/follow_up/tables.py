"""Commitments of the teams."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from hackdesk.event.tables import Base, Kept, ref


class CommitmentRow(Kept, Base):
    """Who does what by when. state: one of rules.CommitmentState."""

    __tablename__ = "commitments"

    team_id: Mapped[UUID] = ref("teams.id")
    who: Mapped[str]
    what: Mapped[str]
    by_when: Mapped[date | None]
    support: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="open")
    position: Mapped[int] = mapped_column(default=0)
