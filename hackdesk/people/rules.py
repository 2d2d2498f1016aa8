"""What holds for people, whoever asks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people.presence import Presence, back

#: What a person can be besides taking part, with the word for it.
ROLES = {
    "participant": N_("Participant"),
    "topic_owner": N_("Topic owner"),
    "team_lead": N_("Team lead"),
    "mentor": N_("Mentor"),
    "facilitator": N_("Facilitator"),
    "juror": N_("Juror"),
    "chair": N_("Chair of the jury"),
    "award_partner": N_("Award partner"),
    "volunteer": N_("Volunteer"),
    "support": N_("Support person"),
    "interpreter": N_("Interpreter"),
}
#: The languages people speak here, by tag, with the word for each.
LANGUAGES = {
    "et": N_("Estonian"),
    "vro": N_("Võro"),
    "ru": N_("Russian"),
    "lv": N_("Latvian"),
    "en": N_("English"),
    "fi": N_("Finnish"),
    "de": N_("German"),
    "lt": N_("Lithuanian"),
    "uk": N_("Ukrainian"),
    "sv": N_("Swedish"),
    "fr": N_("French"),
    "es": N_("Spanish"),
    "pl": N_("Polish"),
}
#: The purposes of consent: what is asked, in the words used where the event has none of its own.
CONSENTS = {
    "photo": N_("I may be photographed and filmed at the event, and the pictures may be published."),
    "guardian": N_("The guardian agrees that the minor takes part."),
}
#: The answers that may run over several lines.
LONG_ANSWERS = frozenset({"diet", "access_needs", "remarks", "organisers_note"})
PHOTO_CONSENT, GUARDIAN_CONSENT = "photo_consent", "guardian_consent"
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]+")
_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x2060, 0xFEFF))


@dataclass(frozen=True)
class Group:
    """A stakeholder group. key: "public_servant"; name: as the event calls it; short_name: one of them."""

    key: str
    name: str
    short_name: str
    colour: str
    pattern: str
    wanted: int | None = None


#: The groups of a social hackathon, each told apart by colour and by pattern.
STAKEHOLDER_GROUPS = (
    Group("public_servant", N_("Public servants"), N_("Public servant"), "#2B5C9E", "horizontal"),
    Group("community", N_("Community"), N_("Resident"), "#1E6B57", "solid"),
    Group("end_user", N_("End users"), N_("End user"), "#9F4708", "diagonal"),
    Group("entrepreneur", N_("Entrepreneurs"), N_("Entrepreneur"), "#7A4FA3", "grid"),
    Group("expert", N_("Experts"), N_("Expert"), "#A3315B", "dots"),
    Group("youth", N_("Youth"), N_("Young person"), "#5B6B1E", "vertical"),
)


_MORE_COLOURS = ("#2E7D7A", "#8A6D00", "#B3261E", "#4B5FB0", "#6B4F3A", "#7B7F86")


def look_of_a_new_group(taken: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """A colour and a pattern for one more group, together unlike all that are taken."""
    patterns = [group.pattern for group in STAKEHOLDER_GROUPS]
    colours = {colour for colour, _pattern in taken}
    free = [colour for colour in _MORE_COLOURS if colour not in colours] or list(_MORE_COLOURS)
    # The pattern that is used least stands out most in black and white.
    used = [pattern for _colour, pattern in taken]
    return free[0], min(patterns, key=used.count)


@dataclass(frozen=True)
class Draft:
    """What a form holds about a person before it is kept.

    photo_consent, guardian_consent: None where they were not asked. guardian: who answered for a minor, with a
    phone.
    """

    given_name: str = ""
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
    minor: bool = False
    photo_consent: bool | None = None
    guardian_consent: bool | None = None
    guardian: str = ""

    @property
    def name(self) -> str:
        """Given and family name, as written."""
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True)
class Person:
    """One person as everyone above sees them. photo_consent, guardian_consent: None where not asked yet.

    guardian: who answered for a minor: a name, and a phone if they left one.
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
    guardian: str = ""
    minor: bool = False
    cancelled: bool = False
    walk_in: bool = False
    registered_at: datetime | None = None
    presences: tuple[Presence, ...] = ()
    badge_printed_at: datetime | None = None
    version: int = 1

    @property
    def name(self) -> str:
        """Given and family name, as written."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def arrived_at(self) -> datetime | None:
        """When they first came, on any day."""
        return min((presence.since for presence in self.presences), default=None)

    @property
    def here_on(self) -> tuple[date, ...]:
        """The days they were checked in on."""
        return tuple(presence.day for presence in self.presences)

    @property
    def status(self) -> str:
        """"arrived", "cancelled" or "registered"."""
        if self.presences:
            return "arrived"
        return "cancelled" if self.cancelled else "registered"

    @property
    def draft(self) -> Draft:
        """What a form about this person begins with."""
        return Draft(**{field.name: getattr(self, field.name) for field in fields(Draft)})

    def on(self, day: date) -> Presence | None:
        """When they came on that day."""
        for presence in self.presences:
            if presence.day == day:
                return presence
        return None


class ArrivalKind(StrEnum):
    """What came of a check-in. A second scan is a kind of arrival, not an error."""

    IN = "in"
    BACK = "back"
    ALREADY_IN = "already in"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Arrival:
    """The receipt of a check-in. since, station: when and at which desk, also for one already in.

    BACK: they had left and are here again since then.

    missing: what is still to be asked: "photo_consent", "guardian_consent".
    """

    kind: ArrivalKind
    person: Person
    since: datetime | None
    station: str = ""
    missing: tuple[str, ...] = ()


def arrival(person: Person, day: date, now: datetime, station: str) -> Arrival:
    """What it means that this person stands at the desk now. IN, BACK: the person is given as here on `day`."""
    presence = person.on(day)
    if presence and presence.here:
        return Arrival(ArrivalKind.ALREADY_IN, person, presence.inside_since, presence.station, missing(person))
    if presence:
        again = back(presence, now)
        days = tuple(again if one is presence else one for one in person.presences)
        person = replace(person, presences=days)
        return Arrival(ArrivalKind.BACK, person, again.inside_since, station, missing(person))
    if person.cancelled:
        return Arrival(ArrivalKind.CANCELLED, person, None)
    here = replace(person, presences=(*person.presences, Presence(day, now, station)))
    return Arrival(ArrivalKind.IN, here, now, station, missing(person))


def missing(person: Person | Draft) -> tuple[str, ...]:
    """What is still to be asked of them: "photo_consent", "guardian_consent". A no is an answer to the first."""
    lacks = []
    if person.photo_consent is None:
        lacks.append(PHOTO_CONSENT)
    if person.minor and not person.guardian_consent:
        lacks.append(GUARDIAN_CONSENT)
    return tuple(lacks)


def attendance_day(days: Sequence[date], today: date) -> date:
    """The day an arrival counts for: today, or the first day where today is none of the event's (a rehearsal)."""
    return today if today in days else days[0]


@dataclass(frozen=True)
class GroupCount:
    """How many of a stakeholder group are here now, of how many who are not cancelled."""

    group: Group
    here: int
    expected: int


@dataclass(frozen=True)
class HeadCount:
    """How many are here now, of how many who are not cancelled, walk-ins among both; and by stakeholder group.

    left: how many came on the day and are gone.
    """

    here: int
    expected: int
    walk_ins: int
    groups: tuple[GroupCount, ...]
    left: int = 0


def head_count(people: Iterable[Person], groups: Iterable[Group], day: date) -> HeadCount:
    """Count who came on a day and has not left. A person of two groups counts in both; groups without anybody
    are left out."""
    expected = here = walk_ins = left = 0
    members: dict[str, int] = {}
    members_here: dict[str, int] = {}
    for person in people:
        presence = person.on(day)
        if presence is None and person.cancelled:
            continue
        is_here = presence is not None and presence.here
        expected, here, walk_ins = expected + 1, here + is_here, walk_ins + person.walk_in
        left += presence is not None and not is_here
        for key in dict.fromkeys(person.groups):
            members[key] = members.get(key, 0) + 1
            members_here[key] = members_here.get(key, 0) + is_here
    by_group = (GroupCount(one, members_here[one.key], members[one.key]) for one in groups if one.key in members)
    return HeadCount(here, expected, walk_ins, tuple(by_group), left)


def last_arrivals(people: Iterable[Person], day: date, most: int) -> tuple[Person, ...]:
    """Who came or came back last on a day and has not left, the latest first."""
    here = [(one.inside_since, person) for person in people if (one := person.on(day)) and one.here]
    here.sort(key=lambda one: (one[0], one[1].code), reverse=True)
    return tuple(person for _, person in here[:most])


def written(text: str) -> str:
    """A name or a short answer as it is kept: NFC, no invisible signs, no spaces at the ends or doubled."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
    return " ".join(text.split())


def written_lines(text: str) -> str:
    """The same for an answer that may run over several lines."""
    lines = text.splitlines()
    return written(text) if len(lines) < 2 else "\n".join(map(written, lines)).strip()


def is_email(text: str) -> bool:
    """Whether this can be an e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def tidied(draft: Draft) -> Draft:
    """The same draft with every text as it is kept and the address in lower case."""
    values: dict[str, Any] = {}
    for field in fields(Draft):
        value = getattr(draft, field.name)
        if isinstance(value, str):
            value = (written_lines if field.name in LONG_ANSWERS else written)(value)
        elif isinstance(value, tuple):
            value = tuple(dict.fromkeys(filter(None, map(written, value))))
        values[field.name] = value
    return replace(Draft(**values), email=values["email"].lower())


def refusals(draft: Draft) -> dict[str, HackDeskError]:
    """What is wrong with a tidied draft, by field; empty where it can be kept."""
    wrong = {}
    if not draft.name:
        wrong["given_name"] = HackDeskError(N_("There is no name."), remedy=N_("Type at least a given name."))
    if draft.email and not is_email(draft.email):
        wrong["email"] = HackDeskError(
            N_("“{email}” is not a whole e-mail address."), email=draft.email,
            remedy=N_("Mend it or leave it empty."),
        )  # fmt: skip
    if draft.minor and draft.guardian and draft.guardian_consent is None:
        # Who answered is kept with the answer: without one it would be lost.
        wrong["guardian"] = HackDeskError(
            N_("There is a guardian, but no answer."), remedy=N_("Choose whether they agree.")
        )
    return wrong


def checked(draft: Draft) -> Draft:
    """The draft as it is kept. Raises the first of its `refusals`."""
    kept = tidied(draft)
    for error in refusals(kept).values():
        raise error
    return kept
