"""Criteria, jurors and how they get in, ballots, the hall's vote, decisions, awards, and sealed revisions."""

from __future__ import annotations

import json
from datetime import datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from hackdesk.errors import HackDeskError
from hackdesk.event.tables import Base, JournalRow, Kept, ref
from hackdesk.jury.effect import is_whole
from hackdesk.jury.rules import Ballot, Criterion, Locked, sealed_refusal
from hackdesk.language import N_

#: Columns of a criterion that only help the jurors.
_HELP = frozenset({"guidance", "low_words", "high_words", "version"})


class Sealable:
    """A row that a seal closes: while a revision stands, undo refuses it as every action does."""

    @classmethod
    def refuse_undo(cls, session: Session) -> None:
        """Raises Locked while a sealed revision stands."""
        row = session.scalars(select(RevisionRow).order_by(RevisionRow.number.desc()).limit(1)).first()
        if row and not row.reopened_because:
            raise sealed_refusal(row.number)


class CriterionRow(Sealable, Kept, Base):
    """What is judged. Marks go from lowest to highest in steps; step None: any value between.

    rounds: 0 in both rounds of the jury, 1 in the first only, 2 in the finalists' round only.
    """

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
    rounds: Mapped[int] = mapped_column(default=0, server_default="0")

    @classmethod
    def check_undone(cls, session: Session, entry: JournalRow) -> None:
        """Raises Locked where ballots came in after the change: what they go by changes only with a reason."""
        handed_in = select(BallotRow.handed_in_at).where(BallotRow.state == "complete")
        later = [at for at in session.scalars(handed_in) if at and at > entry.at]
        before = json.loads(entry.before or "{}").get(cls.__tablename__, {})
        if later and not all(was is not None and _HELP.issuperset(was) for was in before.values()):
            raise Locked(
                N_("Ballots were handed in by the criteria as they are now, so this is not undone."),
                remedy=N_("Change the criteria with a reason; it will stand in the record."),
            )
        refuse_unwhole(session)


class JurorRow(Sealable, Kept, Base):
    """A juror. person_id: where they are on the list of people too. state: present, left, absent.

    from_turn, until_turn: the first and the last pitch they see, where they come late or leave early.
    """

    __tablename__ = "jurors"

    name: Mapped[str]
    affiliation: Mapped[str] = mapped_column(default="")
    person_id: Mapped[UUID | None] = ref("people.id", nullable=True)
    chair: Mapped[bool] = mapped_column(default=False)
    state: Mapped[str] = mapped_column(default="present")
    position: Mapped[int] = mapped_column(default=0)
    from_turn: Mapped[int | None]
    until_turn: Mapped[int | None]


class JurorAccessRow(Kept, Base):
    """How a juror gets at their ballots. juror_id None: the facilitator, whose PIN leads back to the desk.

    pin_hash: argon2, "" where no PIN is set. secret: the end of the juror's own link; the facilitator's is what
    the phones' cookies are signed with. failed, failed_at: wrong PINs since the last right one. device: the one
    phone that may write now, as it named itself.
    """

    __tablename__ = "juror_access"

    juror_id: Mapped[UUID | None] = ref("jurors.id", nullable=True)
    pin_hash: Mapped[str] = mapped_column(default="")
    secret: Mapped[str] = mapped_column(default="")
    failed: Mapped[int] = mapped_column(default=0)
    failed_at: Mapped[datetime | None]
    device: Mapped[str] = mapped_column(default="")
    device_at: Mapped[datetime | None]

    @classmethod
    def refuse_undo(cls, session: Session) -> None:
        """Raises HackDeskError always: an old PIN or link does not come back."""
        raise HackDeskError(
            N_("PINs and links are not taken back."), remedy=N_("Make a new PIN or a new link for the juror.")
        )


class FinalistRow(Sealable, Kept, Base):
    """A team that the jury sees once more. While there is one, the second round is judged and the first closed."""

    __tablename__ = "finalists"

    team_id: Mapped[UUID] = ref("teams.id")
    position: Mapped[int] = mapped_column(default=0)

    @classmethod
    def check_undone(cls, session: Session, entry: JournalRow) -> None:
        """Raises Locked where a team would leave the second round that has marks in it."""
        finalists = set(session.scalars(select(FinalistRow.team_id)))
        if any(row.team_id not in finalists for row in marked_in_second_round(session)):
            raise Locked(
                N_("There are marks of the second round already, so this is not undone."),
                remedy=N_("See under Jury, Second round, what can be changed."),
            )


class BallotRow(Sealable, Kept, Base):
    """One juror's ballot for one team in one round of the jury. marks: {criterion id: exact mark as text}.

    state: open, complete, recused, juror_absent, team_no_show, void. way: laptop, paper, phone, file.
    attempt: the sender's own number of this handing-in; the same attempt twice is one ballot.
    signed: the note to the team may carry the juror's name. device, sent: the phone that wrote it last and the
    number of its revision; "" and 0 where something else wrote last. second_…: what another person read from
    the same paper sheet.
    """

    __tablename__ = "ballots"
    __table_args__ = (UniqueConstraint("juror_id", "team_id", "round"),)

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
    round: Mapped[int] = mapped_column(default=1, server_default="1")
    signed: Mapped[bool] = mapped_column(default=False, server_default="0")
    device: Mapped[str] = mapped_column(default="", server_default="")
    sent: Mapped[int] = mapped_column(default=0, server_default="0")
    second_marks: Mapped[dict[str, str]] = mapped_column(default=dict, server_default="{}")
    second_by: Mapped[str] = mapped_column(default="", server_default="")
    second_at: Mapped[datetime | None]

    @classmethod
    def check_undone(cls, session: Session, entry: JournalRow) -> None:
        """Raises Locked for a ballot of the first round during the second, and where one would lack a mark."""
        values = [json.loads(text or "{}").get(cls.__tablename__, {}) for text in (entry.before, entry.after)]
        ids = {UUID(id_) for part in values for id_ in part}
        rounds = {row.round for id_ in ids if (row := session.get(BallotRow, id_))}
        rounds |= {was["round"] for part in values for was in part.values() if was and "round" in was}
        if 1 in rounds and session.scalars(select(FinalistRow.id).limit(1)).first():
            raise Locked(N_("The second round has begun; ballots of the first are not changed any more."))
        refuse_unwhole(session)


def marked_in_second_round(session: Session) -> list[BallotRow]:
    """The ballots of the second round that have a mark."""
    return [row for row in session.scalars(select(BallotRow).where(BallotRow.round == 2)) if row.marks]


def refuse_unwhole(session: Session) -> None:
    """Raises Locked where a ballot that counts would not have a mark that fits for every criterion."""
    criteria = tuple(
        Criterion(row.id, row.name, lowest=row.lowest, highest=row.highest, step=row.step, rounds=row.rounds)
        for row in session.scalars(select(CriterionRow))
    )
    for row in session.scalars(select(BallotRow).where(BallotRow.state == "complete")):
        marks = {UUID(criterion): Fraction(mark) for criterion, mark in row.marks.items()}
        if not is_whole(criteria, Ballot(row.juror_id, row.team_id, marks=marks, round=row.round)):
            raise Locked(
                N_("A ballot would count without a mark for every criterion, so this is not undone."),
                remedy=N_("The criteria have changed since; open the ballot and hand it in anew."),
            )


class TieVoteRow(Sealable, Kept, Base):
    """The jury's vote on a tie of a round. order: ids of the teams, best first; reason: in their words."""

    __tablename__ = "tie_votes"

    order: Mapped[list[str]]
    reason: Mapped[str]
    at: Mapped[datetime]
    round: Mapped[int] = mapped_column(default=1, server_default="1")


class AwardRow(Sealable, Kept, Base):
    """An award, apart from places. by_place: it goes to this place unless the jury decides otherwise.

    decided_by: who says where it goes if no place does: jury, partner, hall. none_given: why nobody gets it, or
    ""; none_told: that is announced too. position: the order in which they are announced.
    """

    __tablename__ = "awards"

    name: Mapped[str]
    giver: Mapped[str] = mapped_column(default="")
    what: Mapped[str] = mapped_column(default="")
    by_place: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)
    money: Mapped[bool] = mapped_column(default=False, server_default="0")
    decided_by: Mapped[str] = mapped_column(default="jury", server_default="jury")
    none_given: Mapped[str] = mapped_column(default="", server_default="")
    none_told: Mapped[bool] = mapped_column(default=False, server_default="0")


class AwardGivenRow(Sealable, Kept, Base):
    """An award went to a team. decided: place, jury, partner, hall. reason: why, where it was decided."""

    __tablename__ = "awards_given"

    award_id: Mapped[UUID] = ref("awards.id")
    team_id: Mapped[UUID] = ref("teams.id")
    decided: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")


class CriteriaChangeRow(Sealable, Kept, Base):
    """Criteria were changed after a ballot had been handed in: when and why, for the record.

    what: what was changed and what that did to ballots in hand, a list of {kind, about, before, after}.
    """

    __tablename__ = "criteria_changes"

    at: Mapped[datetime]
    reason: Mapped[str]
    what: Mapped[list[Any]] = mapped_column(default=list, server_default="[]")


class HallVoteRow(Sealable, Kept, Base):
    """The vote of one person in the hall. choices: ids of teams, best first. way: phone, paper.

    person_id: who is checked in; guest: the code of a guest's slip instead. Each has one vote.
    """

    __tablename__ = "hall_votes"
    __table_args__ = (
        Index("ix_hall_votes_one_each", "person_id", unique=True),
        Index("ix_hall_votes_one_each_guest", "guest", unique=True, sqlite_where=text("guest != ''")),
    )

    person_id: Mapped[UUID | None] = ref("people.id", nullable=True)
    guest: Mapped[str] = mapped_column(default="")
    choices: Mapped[list[str]]
    way: Mapped[str]
    at: Mapped[datetime]


class ReleasedNoteRow(Kept, Base):
    """Words to a team that the chair has released. source: juror, mentor; source_id: the ballot or the visit.

    text: as it was released; original: as its writer had it then. named: with the name of who wrote it, as they
    wished.
    """

    __tablename__ = "released_notes"
    __table_args__ = (UniqueConstraint("source", "source_id"),)

    source: Mapped[str]
    source_id: Mapped[UUID]
    text: Mapped[str]
    original: Mapped[str]
    named: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime]


class JuryTripRow(Kept, Base):
    """The jury's part was taken to another laptop.

    taken: {"juror id team id round": digest of the ballot as it left}.
    """

    __tablename__ = "jury_trips"

    number: Mapped[int] = mapped_column(unique=True)
    at: Mapped[datetime]
    taken: Mapped[dict[str, str]] = mapped_column(default=dict)

    @classmethod
    def refuse_undo(cls, session: Session) -> None:
        """Raises HackDeskError always: the file is out of the house."""
        raise HackDeskError(N_("A file that has been taken elsewhere is not taken back."))


class JuryReturnRow(Sealable, Kept, Base):
    """A file of a trip was brought in. entry: how far its journal went, which tells an older copy."""

    __tablename__ = "jury_returns"

    trip_id: Mapped[UUID] = ref("jury_trips.id")
    at: Mapped[datetime]
    entry: Mapped[int]


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
