"""Topics with their history, teams, and who belongs to them from when to when."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from hackdesk.event.tables import Base, Kept, ref


class TopicRow(Kept, Base):
    """A topic (challenge). state: open, withdrawn, no_team, merged. owner_name: where no person is named."""

    __tablename__ = "topics"

    title: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    owner_id: Mapped[UUID | None] = ref("people.id", nullable=True)
    owner_name: Mapped[str] = mapped_column(default="")
    languages: Mapped[list[str]] = mapped_column(default=list)
    skills: Mapped[list[str]] = mapped_column(default=list)
    min_size: Mapped[int] = mapped_column(default=4)
    max_size: Mapped[int] = mapped_column(default=12)
    must_run: Mapped[bool] = mapped_column(default=False)
    state: Mapped[str] = mapped_column(default="open")
    merged_into_id: Mapped[UUID | None] = ref("topics.id", nullable=True)
    position: Mapped[int] = mapped_column(default=0)


class TopicWordingRow(Kept, Base):
    """How a topic was worded before; wishes written in the old words still find it."""

    __tablename__ = "topic_wordings"

    topic_id: Mapped[UUID] = ref("topics.id")
    title: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    until: Mapped[datetime]


class TeamRow(Kept, Base):
    """A team. state: active, withdrawn, no_show, merged. table_name: where it sits."""

    __tablename__ = "teams"

    name: Mapped[str]
    topic_id: Mapped[UUID | None] = ref("topics.id", nullable=True)
    table_name: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="active")
    merged_into_id: Mapped[UUID | None] = ref("teams.id", nullable=True)
    position: Mapped[int] = mapped_column(default=0)


class MembershipRow(Kept, Base):
    """A person in a team from `since` until `until` (None: still). pinned: no proposal moves them."""

    __tablename__ = "memberships"

    team_id: Mapped[UUID] = ref("teams.id")
    person_id: Mapped[UUID] = ref("people.id")
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    lead: Mapped[bool] = mapped_column(default=False)
    pinned: Mapped[bool] = mapped_column(default=False)
