"""Topics with their history, teams, and who belongs to them from when to when."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hackdesk.event.tables import Base, Kept, ref


class TopicRow(Kept, Base):
    """A topic (challenge). state: open, withdrawn, no_team, merged. owner_name: where no person is named.

    seats: how many people its owner wants; sought: keys of stakeholder groups they look for. most_teams: so many
    teams may work on it. pitched_at: when it was presented to the room.
    """

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
    most_teams: Mapped[int] = mapped_column(default=1, server_default="1")
    seats: Mapped[int | None]
    sought: Mapped[list[str]] = mapped_column(default=list, server_default="[]")
    pitched_at: Mapped[datetime | None]
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


class InterestRow(Kept, Base):
    """How many gathered for a topic at a count. way: dots, hands, feet."""

    __tablename__ = "interest"

    topic_id: Mapped[UUID] = ref("topics.id")
    way: Mapped[str]
    count: Mapped[int]
    at: Mapped[datetime]


class PairRow(Kept, Base):
    """Two people who must or would like to sit together or apart: must_with, must_not, friends, rather_not."""

    __tablename__ = "pairs"
    __table_args__ = (UniqueConstraint("person_id", "other_id"),)

    person_id: Mapped[UUID] = ref("people.id")
    other_id: Mapped[UUID] = ref("people.id")
    kind: Mapped[str]


class ProposalRow(Kept, Base):
    """A plan that was worked out and kept under a name. seats: {person id: [topic id, team id or null, number]}.

    seen: {person id: team id} as people sat then. cards: the strengths it was worked out with; way: keep, few,
    best. points: its F; bound: no plan has less; state: proved, within, unknown, broken; seconds: it took.
    """

    __tablename__ = "proposals"

    name: Mapped[str]
    at: Mapped[datetime]
    seats: Mapped[dict[str, Any]]
    seen: Mapped[dict[str, str]]
    cards: Mapped[dict[str, Any]]
    way: Mapped[str]
    points: Mapped[int]
    bound: Mapped[int | None]
    state: Mapped[str]
    seed: Mapped[int]
    steps: Mapped[int]
    seconds: Mapped[float]


class AnnouncementRow(Kept, Base):
    """Teams as they were told to the room. seats: {person id: team id}."""

    __tablename__ = "announcements"

    at: Mapped[datetime]
    seats: Mapped[dict[str, str]]
