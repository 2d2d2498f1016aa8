"""What was printed, and the numbers of certificates."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hackdesk.event.tables import Base, Kept, ref


class PrintedRow(Kept, Base):
    """A document that was made. kind: badges, attendance, …; revision: of the sealed results it shows."""

    __tablename__ = "printed"

    kind: Mapped[str]
    at: Mapped[datetime]
    pages: Mapped[int]
    language: Mapped[str]
    revision: Mapped[int | None]
    file_hash: Mapped[str]


class CertificateRow(Kept, Base):
    """The number a person's certificate has for ever. kind: participant, winner."""

    __tablename__ = "certificates"
    __table_args__ = (UniqueConstraint("person_id", "kind", "award"),)

    number: Mapped[int] = mapped_column(unique=True)
    person_id: Mapped[UUID] = ref("people.id")
    kind: Mapped[str]
    award: Mapped[str] = mapped_column(default="")


class PictureRow(Kept, Base):
    """A logo. place: organiser, funder (on paper), sponsor 1 … 12 (in the hall).

    content: the PNG or JPEG file in base 64. width, height: pixels, so that nobody has to open the picture to
    lay out a page.
    """

    __tablename__ = "pictures"

    place: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    media_type: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    content: Mapped[str]
