"""Commitments of the teams, promises of the partners, contacts after the event, and what people said of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
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


class PartnerPromiseRow(Kept, Base):
    """What a partner promised a team with an award or besides. state: one of aftermath.PromiseState.

    award_id: no reference, because the promise outlives an award that is taken out.
    """

    __tablename__ = "partner_promises"

    award_id: Mapped[UUID | None]
    team_id: Mapped[UUID | None] = ref("teams.id", nullable=True)
    giver: Mapped[str]
    what: Mapped[str]
    by_when: Mapped[date | None]
    state: Mapped[str] = mapped_column(default="open")
    note: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class ContactRow(Kept, Base):
    """Somebody asks a team how it goes, some months after. done_on None: not yet. who: who asked whom."""

    __tablename__ = "contacts"

    team_id: Mapped[UUID] = ref("teams.id")
    due_on: Mapped[date]
    done_on: Mapped[date | None]
    who: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class TopicOutcomeRow(Kept, Base):
    """What became of a topic. state: one of aftermath.Outcome, or "". returns: at the next edition."""

    __tablename__ = "topic_outcomes"

    topic_id: Mapped[UUID] = ref("topics.id")
    state: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    returns: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime]


class FormAnswerRow(Kept, Base):
    """One anonymous feedback form. group: key of a stakeholder group, or "". way: paper, phone.

    answers: {key of a question: a mark 1–5 or words}. No person and no time, so that nobody is recognised.
    """

    __tablename__ = "form_answers"

    group: Mapped[str] = mapped_column(default="")
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    way: Mapped[str]
