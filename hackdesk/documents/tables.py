"""What was printed, the numbers of certificates, and the key that proves them."""

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
    """The number a certificate has for ever. kind: participant, winner, mentor, juror, organiser.

    person_id: whose it is; juror_id: of a juror or a mentor who is not on the list of people (no
    reference: the number outlives a juror who is taken out). said: what stood on it when it
    was issued last, {"name", "team", "award", …}; issued: how often it was.
    """

    __tablename__ = "certificates"
    __table_args__ = (UniqueConstraint("person_id", "juror_id", "kind", "award"),)

    number: Mapped[int] = mapped_column(unique=True)
    person_id: Mapped[UUID | None] = ref("people.id", nullable=True)
    juror_id: Mapped[UUID | None]
    kind: Mapped[str]
    award: Mapped[str] = mapped_column(default="")
    said: Mapped[dict[str, str]] = mapped_column(default=dict, server_default="{}")
    issued: Mapped[int] = mapped_column(default=0, server_default="0")
    issued_at: Mapped[datetime | None]


class SigningKeyRow(Kept, Base):
    """The event's own Ed25519 key, raw and in base 64: it signs the codes on certificates and on the record."""

    __tablename__ = "signing_keys"

    private: Mapped[str]
    public: Mapped[str]
    at: Mapped[datetime]


class PictureRow(Kept, Base):
    """A picture. place: organiser, funder (logos on paper), sponsor 1 … 12 (in the hall); for certificates
    background and signature 1 … 3.

    content: the PNG, JPEG or SVG file in base 64. width, height: pixels, of a drawing 2000 for its longer side, so
    that nobody has to open the picture to lay out a page.
    """

    __tablename__ = "pictures"

    place: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    media_type: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    content: Mapped[str]
