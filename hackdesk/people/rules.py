"""What holds for people, whoever asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


@dataclass(frozen=True)
class Group:
    """A stakeholder group. key: "public_servant"; name: as the event calls it."""

    key: str
    name: str
    short_name: str
    colour: str
    pattern: str
    wanted: int | None = None


@dataclass(frozen=True)
class Person:
    """One person as everyone above sees them.

    photo_consent, guardian_consent: None where they were not asked yet.
    arrived_at: when they first came, on any day; here_on: the days they were checked in on.
    """

    id: UUID
    code: str
    given_name: str
    family_name: str = ""
    email: str = ""
    phone: str = ""
    organisation: str = ""
    municipality: str = ""
    groups: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    diet: str = ""
    access_needs: str = ""
    remarks: str = ""
    organisers_note: str = ""
    photo_consent: bool | None = None
    guardian_consent: bool | None = None
    minor: bool = False
    cancelled: bool = False
    walk_in: bool = False
    arrived_at: datetime | None = None
    here_on: tuple[date, ...] = ()
    badge_printed_at: datetime | None = None
    version: int = 1

    @property
    def name(self) -> str:
        """Given and family name, as written."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def status(self) -> str:
        """"arrived", "cancelled" or "registered"."""
        if self.arrived_at:
            return "arrived"
        return "cancelled" if self.cancelled else "registered"


class ArrivalKind(StrEnum):
    """What came of a check-in. A second scan is a kind of arrival, not an error."""

    IN = "in"
    ALREADY_IN = "already in"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Arrival:
    """The receipt of a check-in. since, station: when and at which desk, also for one already in.

    missing: what is still to be asked: "photo_consent", "guardian_consent".
    """

    kind: ArrivalKind
    person: Person
    since: datetime | None
    station: str = ""
    missing: tuple[str, ...] = ()
