"""How the desk says what it knows about a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hackdesk.language import N_
from hackdesk.people import rules
from hackdesk.people.rules import Arrival, ArrivalKind, Person
from hackdesk.people.unknown import Unknown, UnknownKind
from hackdesk.teams.queries import Place
from ui.pages.check_in.desk_now import DeskNow
from ui.text import _, words

#: How each kind of answer looks and sounds: tone, sign and one of resources/sounds. No two share a sign.
LOOKS = {
    ArrivalKind.IN: ("accent", "check", "in"),
    ArrivalKind.BACK: ("accent", "check", "in"),
    ArrivalKind.ALREADY_IN: ("info", "history", "again"),
    ArrivalKind.CANCELLED: ("warn", "circle-slash", "stop"),
}
#: Somebody is in, and something is to be asked before the next one comes; a guardian weighs more than pictures.
_ASKING = {
    rules.GUARDIAN_CONSENT: ("warn", "circle-help", "in"),
    rules.PHOTO_CONSENT: ("accent", "circle-help", "in"),
}
_REFUSED = ("warn", "triangle-alert", "stop")
_UNKNOWN = ("bad", "x", "stop")
#: {what is missing: (purpose of the consent, what the desk asks)}, the weightier first.
QUESTIONS = {
    rules.GUARDIAN_CONSENT: ("guardian", N_("The guardian's consent is here?")),
    rules.PHOTO_CONSENT: ("photo", N_("May be photographed?")),
}


@dataclass(frozen=True)
class Said:
    """An answer in words. tone and sign always go together, so that it can be told in black and white.

    word: what came of it; name: who, or what was read; where: table and team; lines: what else is to be known;
    receipt: what is on disk.
    """

    tone: str
    sign: str
    sound: str
    word: str
    name: str
    where: str = ""
    lines: tuple[str, ...] = ()
    receipt: str = ""


def groups_of(person: Person, now: DeskNow) -> str:
    """Their stakeholder groups and roles in words."""
    known = {group.key: group.short_name for group in now.groups}
    roles = [_(rules.ROLES[role]) for role in person.roles if role in rules.ROLES and role != "participant"]
    return ", ".join([*(known.get(key, key) for key in person.groups), *roles])


def languages_of(person: Person) -> str:
    """The languages they speak."""
    return ", ".join(_(rules.LANGUAGES[tag]) if tag in rules.LANGUAGES else tag for tag in person.languages)


def described(person: Person, now: DeskNow) -> str:
    """Where they come from, as what, and what they speak, in one line."""
    parts = (person.organisation or person.municipality, groups_of(person, now), languages_of(person))
    return " · ".join(filter(None, parts))


def pills(person: Person) -> tuple[tuple[str, str], ...]:
    """(text, tone) of what the desk has to see: what is missing first, then diet and access needs."""
    shown = []
    missing = rules.missing(person)
    if rules.GUARDIAN_CONSENT in missing:
        shown.append((_("Guardian's consent missing"), "bad"))
    elif person.minor:
        shown.append((_("Under 18, guardian agrees"), "plain"))
    if rules.PHOTO_CONSENT in missing:
        shown.append((_("Photo consent not signed"), "warn"))
    elif person.photo_consent is False:
        shown.append((_("No photos"), "bad"))
    shown += [(text, "info") for text in (person.diet, person.access_needs) if text]
    return tuple(shown)


def state(person: Person, now: DeskNow) -> tuple[str, str]:
    """(text, tone): in since when, left when, expected, or cancelled."""
    presence = person.on(now.day)
    if presence and presence.left_at:
        return _("Left {time}", time=words.time(presence.left_at, now.zone)), "info"
    if presence:
        return _("In {time}", time=words.time(presence.inside_since, now.zone)), "accent"
    return (_("Cancelled"), "warn") if person.cancelled else (_("Expected"), "plain")


def already_in(person: Person, now: DeskNow) -> str:
    """Since when they are in and at which desk, when they left, or nothing where they are not in."""
    presence = person.on(now.day)
    if presence is None:
        return ""
    if presence.left_at:
        return _("Left at {time}", time=words.time(presence.left_at, now.zone))
    if presence.away:
        return _("Back since {time}", time=words.time(presence.inside_since, now.zone))
    return _in_since(presence.since, presence.station, now)


def _in_since(since: datetime, station: str, now: DeskNow) -> str:
    time = words.time(since, now.zone)
    if station in ("", now.station):
        return _("Already in since {time}", time=time)
    return _("Already in since {time}, at {desk}", time=time, desk=station)


def said_of(arrival: Arrival, place: Place, now: DeskNow) -> Said:
    """The answer to a check-in."""
    person, kind = arrival.person, arrival.kind
    tone, sign, sound = LOOKS[kind]
    word, receipt = _("Welcome"), ""
    if kind is ArrivalKind.BACK and arrival.since:
        word = _("Back since {time}", time=words.time(arrival.since, now.zone))
    if arrival.since is None:
        word = _("Had cancelled")
    elif kind is ArrivalKind.ALREADY_IN:
        word = _in_since(arrival.since, arrival.station, now)
    else:
        if arrival.missing:
            weightiest = next(one for one in QUESTIONS if one in arrival.missing)
            (tone, sign, sound), word = _ASKING[weightiest], _("Welcome, with a question")
        elif person.minor and person.guardian_consent is False:
            (tone, sign, sound), word = _REFUSED, _("In, but the guardian does not agree")
        receipt = _("Saved {time}", time=words.time(arrival.since, now.zone, seconds=True))
    return Said(
        tone, sign, sound, word, person.name, where=where(place), receipt=receipt,
        lines=tuple(filter(None, (*_topics(place), *_needs(person), described(person, now)))),
    )  # fmt: skip


def said_of_unknown(unknown: Unknown) -> Said:
    """The answer to a scan that belongs to nobody here."""
    if unknown.kind is UnknownKind.TEST:
        line = _("This is the test code. Scan a badge, or type a name.")
        return Said("info", "info", "in", _("The scanner works"), unknown.read, lines=(line,))
    word = _("Nobody here has this code")
    if unknown.kind is UnknownKind.OTHER_EVENT:
        word = _("Nobody here has this badge")
        line = _("The code is whole: the badge may be of another event. Type the name.")
    elif unknown.kind is UnknownKind.SLIP:
        line = _("Almost the code of:")
    else:
        word = _("Not on the list")
        line = _("No badge, ticket or name is like this. Scan it again, or type the name.")
    return Said(*_UNKNOWN, word, unknown.read, lines=(line,))


def where(place: Place) -> str:
    """Where somebody sits: table and team, or nothing while they sit nowhere."""
    table = _("Table {number}", number=place.table) if place.table.isdigit() else place.table
    return " · ".join(filter(None, (table, place.team)))


def numbered(topics: tuple[str, ...]) -> str:
    """The topics somebody wished for, best first."""
    return " · ".join(f"{number} {topic}" for number, topic in enumerate(topics, 1))


def _topics(place: Place) -> tuple[str, ...]:
    owned = tuple(_("Owns the topic “{topic}”", topic=topic) for topic in place.owns)
    wished = _("Wants: {topics}", topics=numbered(place.wishes)) if place.wishes and not place.team else ""
    return (*owned, wished)


def _needs(person: Person) -> tuple[str, ...]:
    return (
        _("Diet: {diet}", diet=person.diet) if person.diet else "",
        _("Access needs: {needs}", needs=person.access_needs) if person.access_needs else "",
        _("No photos") if person.photo_consent is False else "",
    )
