"""People, their consents and the days they were here."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, Session, mapped_column

from hackdesk.errors import HackDeskError
from hackdesk.event.tables import Base, Kept, ref
from hackdesk.language import N_


class GroupRow(Kept, Base):
    """A stakeholder group of this event. key: "public_servant"; colour, pattern: how badges show it.

    wanted: how many of them should come.
    """

    __tablename__ = "stakeholder_groups"

    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    short_name: Mapped[str]
    colour: Mapped[str]
    pattern: Mapped[str]
    wanted: Mapped[int | None]
    position: Mapped[int]


class PersonRow(Kept, Base):
    """One person. Tags are lists because a person carries several; choices keep the words of the form.

    groups: keys of stakeholder groups, or the form's own word where it is none of them.
    roles: participant, topic_owner, team_lead, mentor, facilitator, juror, chair, award_partner, volunteer,
    support, interpreter.
    as_registered: what the form said last, by field, so that the next list can tell an answer that was changed
    in the form from one that was changed at the desk.
    """

    __tablename__ = "people"
    noted = frozenset({"badge_printed_at"})

    code: Mapped[str] = mapped_column(unique=True)
    given_name: Mapped[str]
    family_name: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="")
    municipality: Mapped[str] = mapped_column(default="")
    groups: Mapped[list[str]] = mapped_column(default=list)
    roles: Mapped[list[str]] = mapped_column(default=list)
    skills: Mapped[list[str]] = mapped_column(default=list)
    languages: Mapped[list[str]] = mapped_column(default=list)
    choices: Mapped[list[str]] = mapped_column(default=list)
    diet: Mapped[str] = mapped_column(default="")
    access_needs: Mapped[str] = mapped_column(default="")
    remarks: Mapped[str] = mapped_column(default="")
    organisers_note: Mapped[str] = mapped_column(default="")
    minor: Mapped[bool] = mapped_column(default=False)
    cancelled: Mapped[bool] = mapped_column(default=False)
    walk_in: Mapped[bool] = mapped_column(default=False)
    ticket_secret: Mapped[str] = mapped_column(default="")
    as_registered: Mapped[dict[str, Any]] = mapped_column(default=dict)
    registered_at: Mapped[datetime | None]
    badge_printed_at: Mapped[datetime | None]

    @property
    def name(self) -> str:
        """Given and family name, as written."""
        return f"{self.given_name} {self.family_name}".strip()


class ConsentRow(Kept, Base):
    """What a person said yes or no to. purpose: photo, guardian. wording: what they were asked.

    given_by: who answered where it was not the person: the guardian's name, and a phone if they left one.
    """

    __tablename__ = "consents"
    __table_args__ = (UniqueConstraint("person_id", "purpose"),)

    person_id: Mapped[UUID] = ref("people.id")
    purpose: Mapped[str]
    given: Mapped[bool]
    at: Mapped[datetime]
    wording: Mapped[str]
    given_by: Mapped[str] = mapped_column(default="", server_default="")


class AttendanceRow(Kept, Base):
    """A person was here on a day of the event. station: the desk that checked them in.

    left_at: they went home, or out and are not back yet. away: earlier absences of the day, pairs of times in
    UTC as ISO text, [[left, back], …]. by_hand: written down afterwards and not scanned; came_at is then the
    midnight that began the day where nobody knows the hour.
    """

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("person_id", "day"),)

    person_id: Mapped[UUID] = ref("people.id")
    day: Mapped[date]
    came_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    away: Mapped[list[Any]] = mapped_column(default=list, server_default="[]")
    by_hand: Mapped[bool] = mapped_column(default=False, server_default="0")
    station: Mapped[str]


class MealRow(Kept, Base):
    """A meal that is served. starts_at: the hall's clock."""

    __tablename__ = "meals"

    name: Mapped[str]
    day: Mapped[date]
    starts_at: Mapped[time | None]
    position: Mapped[int] = mapped_column(default=0)


class MealTickRow(Kept, Base):
    """A person was given a meal. station: the desk that ticked it."""

    __tablename__ = "meal_ticks"
    __table_args__ = (UniqueConstraint("person_id", "meal_id"),)

    person_id: Mapped[UUID] = ref("people.id")
    meal_id: Mapped[UUID] = ref("meals.id")
    at: Mapped[datetime]
    station: Mapped[str]


class CallRow(Kept, Base):
    """Somebody was called or written to. outcome: coming, late, not_coming, no_answer; note: what they said."""

    __tablename__ = "calls"

    person_id: Mapped[UUID] = ref("people.id")
    at: Mapped[datetime]
    outcome: Mapped[str]
    note: Mapped[str] = mapped_column(default="")


class BlankBadgeRow(Kept, Base):
    """A badge that was printed without a name. person_id: whose it became when it was scanned at the desk."""

    __tablename__ = "blank_badges"

    code: Mapped[str] = mapped_column(unique=True)
    number: Mapped[int] = mapped_column(unique=True)
    printed_at: Mapped[datetime]
    person_id: Mapped[UUID | None] = ref("people.id", nullable=True)
    bound_at: Mapped[datetime | None]


class TargetRow(Kept, Base):
    """How many should come in all, from a municipality or for a topic. subject: "", its name or its id.

    kind: everybody, municipality, topic. Stakeholder groups carry theirs themselves.
    """

    __tablename__ = "targets"
    __table_args__ = (UniqueConstraint("kind", "subject"),)

    kind: Mapped[str]
    subject: Mapped[str]
    wanted: Mapped[int]


class ErasureRow(Kept, Base):
    """Personal data were erased. what: {what went: how many}; which people and what they had said is gone."""

    __tablename__ = "erasures"

    at: Mapped[datetime]
    what: Mapped[dict[str, Any]]

    @classmethod
    def refuse_undo(cls, session: Session) -> None:
        """Raises HackDeskError always."""
        raise HackDeskError(N_("What was erased does not come back."))


class ImportRow(Kept, Base):
    """A list that was brought in: what it was called and how its columns were understood.

    reading: what a person decided beyond the columns (how cells are split, what their words mean, who is who),
    remembered for the next list with the same headers.
    """

    __tablename__ = "imports"

    source: Mapped[str]
    at: Mapped[datetime]
    columns: Mapped[dict[str, Any]]
    reading: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    added: Mapped[int]
    updated: Mapped[int]
