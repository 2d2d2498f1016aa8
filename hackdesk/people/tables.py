"""People, their consents and the days they were here."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hackdesk.event.tables import Base, Kept, ref


class GroupRow(Kept, Base):
    """A stakeholder group of this event. key: "public_servant"; colour, pattern: how badges show it."""

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
    """What a person said yes or no to. purpose: photo, guardian. wording: what they were asked."""

    __tablename__ = "consents"
    __table_args__ = (UniqueConstraint("person_id", "purpose"),)

    person_id: Mapped[UUID] = ref("people.id")
    purpose: Mapped[str]
    given: Mapped[bool]
    at: Mapped[datetime]
    wording: Mapped[str]


class AttendanceRow(Kept, Base):
    """A person was here on a day of the event. station: the desk that checked them in."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("person_id", "day"),)

    person_id: Mapped[UUID] = ref("people.id")
    day: Mapped[date]
    came_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    station: Mapped[str]


class ImportRow(Kept, Base):
    """A list that was brought in: what it was called and how its columns were understood."""

    __tablename__ = "imports"

    source: Mapped[str]
    at: Mapped[datetime]
    columns: Mapped[dict[str, Any]]
    added: Mapped[int]
    updated: Mapped[int]
