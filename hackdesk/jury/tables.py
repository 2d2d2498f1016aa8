"""Criteria, jurors, ballots, the jury's decisions, awards, and sealed revisions."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from hackdesk.event.tables import Base, Kept, ref
from hackdesk.jury.rules import Locked, sealed_refusal
from hackdesk.language import N_


class Sealable:
    """A row that a seal closes: while a revision stands, undo refuses it as every action does."""

    @classmethod
    def refuse_undo(cls, session: Session) -> None:
        """Raises Locked while a sealed revision stands."""
        row = session.scalars(select(RevisionRow).order_by(RevisionRow.number.desc()).limit(1)).first()
        if row and not row.reopened_because:
            raise sealed_refusal(row.number)


class CriterionRow(Sealable, Kept, Base):
    """What is judged. Marks go from lowest to highest in steps; step None: any value between."""

    __tablename__ = "criteria"

    name: Mapped[str]
    guidance: Mapped[str] = mapped_column(default="")
    low_words: Mapped[str] = mapped_column(default="")
    high_words: Mapped[str] = mapped_column(default="")
    lowest: Mapped[Fraction]
    highest: Mapped[Fraction]
    step: Mapped[Fraction | None]
    weight: Mapped[Fraction]
    position: Mapped[int] = mapped_column(default=0)


class JurorRow(Sealable, Kept, Base):
    """A juror. person_id: where they are on the list of people too. state: present, left, absent."""

    __tablename__ = "jurors"

    name: Mapped[str]
    affiliation: Mapped[str] = mapped_column(default="")
    person_id: Mapped[UUID | None] = ref("people.id", nullable=True)
    chair: Mapped[bool] = mapped_column(default=False)
    state: Mapped[str] = mapped_column(default="present")
    position: Mapped[int] = mapped_column(default=0)


class BallotRow(Sealable, Kept, Base):
    """One juror's ballot for one team. marks: {criterion id: exact mark as text}.

    state: open, complete, recused, juror_absent, team_no_show, void. way: laptop, paper, phone, file.
    attempt: the sender's own number of this handing-in; the same attempt twice is one ballot.
    """

    __tablename__ = "ballots"
    __table_args__ = (UniqueConstraint("juror_id", "team_id"),)

    juror_id: Mapped[UUID] = ref("jurors.id")
    team_id: Mapped[UUID] = ref("teams.id")
    state: Mapped[str] = mapped_column(default="open")
    reason: Mapped[str] = mapped_column(default="")
    marks: Mapped[dict[str, str]] = mapped_column(default=dict)
    note: Mapped[str] = mapped_column(default="")
    way: Mapped[str] = mapped_column(default="laptop")
    attempt: Mapped[UUID | None]
    handed_in_at: Mapped[datetime | None]
    entered_by: Mapped[str] = mapped_column(default="")


class TieVoteRow(Sealable, Kept, Base):
    """The jury's recorded vote on a tie. order: ids of the teams, best first; reason: in their words."""

    __tablename__ = "tie_votes"

    order: Mapped[list[str]]
    reason: Mapped[str]
    at: Mapped[datetime]


class AwardRow(Sealable, Kept, Base):
    """An award, apart from places. by_place: it goes to this place unless the jury decides otherwise."""

    __tablename__ = "awards"

    name: Mapped[str]
    giver: Mapped[str] = mapped_column(default="")
    what: Mapped[str] = mapped_column(default="")
    by_place: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)


class AwardGivenRow(Sealable, Kept, Base):
    """An award went to a team. decided: place, jury, partner. reason: why, where it was decided."""

    __tablename__ = "awards_given"

    award_id: Mapped[UUID] = ref("awards.id")
    team_id: Mapped[UUID] = ref("teams.id")
    decided: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")


class CriteriaChangeRow(Sealable, Kept, Base):
    """Criteria were changed after a ballot had been handed in: when and why, for the record."""

    __tablename__ = "criteria_changes"

    at: Mapped[datetime]
    reason: Mapped[str]


class RevisionRow(Kept, Base):
    """A sealed result. content: marks, method, places, ties, awards; hash: SHA-256 of its canonical JSON.

    reason: why it was made after an earlier one. changes: in what it differs from that one.
    reopened_because: why it was opened again; "" while it stands.
    """

    __tablename__ = "revisions"

    number: Mapped[int] = mapped_column(unique=True)
    sealed_at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(default="")
    changes: Mapped[list[Any]] = mapped_column(default=list)
    content: Mapped[dict[str, Any]]
    hash: Mapped[str]
    reopened_because: Mapped[str] = mapped_column(default="")

    @classmethod
    def refuse_undo(cls, session: Session) -> None:
        """Raises Locked always: a signature is not taken back, the results are opened again."""
        raise Locked(
            N_("Signed results are not undone."),
            remedy=N_("Open them again on the Results page, with a reason."),
        )
