"""How the desk says what it knows about a person."""

from __future__ import annotations

from hackdesk.people import rules
from hackdesk.people.rules import Person
from ui.pages.check_in.desk_now import DeskNow
from ui.text import _, words


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
    since = words.time(presence.inside_since, now.zone)
    if presence.away:
        return _("Back since {time}", time=since)
    if presence.station in ("", now.station):
        return _("Already in since {time}", time=since)
    return _("Already in since {time}, at {desk}", time=since, desk=presence.station)
