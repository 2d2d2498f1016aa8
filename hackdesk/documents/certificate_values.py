"""What certificates are drawn from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from hackdesk.documents.certificate_settings import PARTICIPANT, CertificateSettings
from hackdesk.documents.rules import Logo, Masthead

#: Whose certificate it is (a person, or a juror who is no person of the list), the kind, and the award's id.
Key = tuple[UUID | None, UUID | None, str, str]


@dataclass(frozen=True)
class Certificate:
    """One person's certificate. number 0: not given yet. role: a key of people's ROLES. award: a winner's.

    key: under which its number is kept. code: what its QR code says, signed; "" as long as it is only looked at.
    """

    name: str
    number: int = 0
    team: str = ""
    role: str = ""
    award: str = ""
    giver: str = ""
    kind: str = PARTICIPANT
    topic: str = ""
    code: str = ""
    key: Key | None = None


@dataclass(frozen=True)
class Certificates:
    """Certificates in the order in which they are handed out.

    chair: of the jury, who signs the winners'. revision: of the sealed results that the awards are from.
    pictures: a background and signatures, by their places.
    """

    masthead: Masthead
    certificates: tuple[Certificate, ...]
    chair: str = ""
    revision: int | None = None
    settings: CertificateSettings = field(default_factory=CertificateSettings)
    pictures: tuple[Logo, ...] = ()

    def number_of(self, certificate: Certificate) -> str:
        """The number as it is printed: 2026-0047; "" as long as it has none."""
        year = self.masthead.starts_on.year
        return f"{year}-{certificate.number:04d}" if certificate.number else ""


@dataclass(frozen=True)
class Issued:
    """A certificate that was made for good. times: how often; at: when it was made last, where the hall is."""

    number: str
    kind: str
    name: str
    about: str
    times: int
    at: datetime


@dataclass(frozen=True)
class IssuedList:
    """Every certificate that was made for good, by its number."""

    masthead: Masthead
    issued: tuple[Issued, ...]
