"""What the file says about people: everyone, one person, groups, counts, last arrivals."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError
from hackdesk.event.settings import days_in, settings_in
from hackdesk.event.store import Event
from hackdesk.event.tables import JournalRow
from hackdesk.language import N_, language
from hackdesk.people import rules
from hackdesk.people.badge_codes import NobodysBadge, UnknownCode, cleaned, code_at_end
from hackdesk.people.meals import Meal, Tick
from hackdesk.people.presence import DayCounts, day_counts
from hackdesk.people.roll import people_in as people_in
from hackdesk.people.roll import person_of as person_of
from hackdesk.people.roll import person_with_code
from hackdesk.people.rules import Group, HeadCount, Person
from hackdesk.people.scans import ticket_in
from hackdesk.people.tables import (
    BlankBadgeRow,
    CallRow,
    ConsentRow,
    GroupRow,
    ImportRow,
    MealRow,
    MealTickRow,
    PersonRow,
    TargetRow,
)
from hackdesk.people.turnout import Call, Outcome, Target

#: What the journal calls bringing in a list.
BRING_IN = N_("bring in a list")


@dataclass(frozen=True)
class Consent:
    """An answer to a question of consent: when it was given and what was asked, in its words.

    given_by: who answered where it was not the person. station: the desk that wrote it down, where that is asked.
    """

    purpose: str
    given: bool
    at: datetime
    wording: str
    given_by: str = ""
    station: str = ""


def people(event: Event) -> tuple[Person, ...]:
    """Everyone on the list, cancelled ones too, in the order of their names."""
    with event.read() as session:
        return people_in(session)


def person(event: Event, person_id: UUID) -> Person:
    """One person. Raises HackDeskError where there is none."""
    with event.read() as session:
        return person_in(session, person_id)


def person_with(event: Event, code: str | tuple[str, ...]) -> Person:
    """The person with a badge code or a ticket's secret, as for `row_with`. Raises UnknownCode."""
    with event.read() as session:
        return whoever_has(session, code)


def consents(event: Event, person_id: UUID) -> tuple[Consent, ...]:
    """What a person said yes or no to, when, and in answer to which words."""
    with event.read() as session:
        rows = session.scalars(select(ConsentRow).where(ConsentRow.person_id == person_id))
        return tuple(Consent(row.purpose, row.given, row.at, row.wording, row.given_by) for row in rows)


def consent_history(event: Event, person_id: UUID) -> tuple[Consent, ...]:
    """Every answer a person gave, the latest first, as the journal tells it; what was erased is left out."""
    with event.read() as session:
        told: list[tuple[str, dict[str, Any], str]] = []
        for entry in _entries_on_consents(session, person_id):
            for row_id, values in json.loads(entry.after)["consents"].items():
                known = next((one for one in reversed(told) if one[0] == row_id), None)
                if values is None:  # taken back: it was never said
                    told = [one for one in told if one[0] != row_id]
                elif known is not None:
                    if "at" not in values:  # only who answered was mended
                        told.remove(known)
                    told.append((row_id, {**known[1], **values}, entry.station))
                elif values.get("person_id") == str(person_id):
                    told.append((row_id, values, entry.station))
        return tuple(_consent_told(values, station) for _id, values, station in reversed(told))


def _consent_told(values: dict[str, Any], station: str) -> Consent:
    at = datetime.fromisoformat(values["at"])
    by = values.get("given_by", "")
    return Consent(values["purpose"], values["given"], at, values["wording"], by, station)


def _entries_on_consents(session: Session, person_id: UUID) -> list[Any]:
    """The journal's entries that may speak of this person's answers, the earliest first."""
    row, who = JournalRow, str(person_id)
    query = select(row.station, row.after).where(row.after.contains('"consents":{')).order_by(row.number)
    ids = {
        row_id
        for entry in session.execute(query.where(row.after.contains(who)))
        for row_id, values in json.loads(entry.after)["consents"].items()
        if values and values.get("person_id") == who
    }
    return list(session.execute(query.where(or_(*map(row.after.contains, ids))))) if ids else []


def wordings(event: Event) -> dict[str, str]:
    """What is asked at this event's desk, by purpose."""
    with event.read() as session:
        return wordings_in(session)


def wordings_in(session: Session) -> dict[str, str]:
    """What is asked at this event's desk, by purpose: its own words, else the usual ones in its language."""
    settings = settings_in(session)
    own = {"photo": settings.photo_consent_wording, "guardian": settings.guardian_consent_wording}
    words = language(settings.language)
    return {purpose: own[purpose].strip() or words(usual) for purpose, usual in rules.CONSENTS.items()}


def groups(event: Event) -> tuple[Group, ...]:
    """The event's stakeholder groups in their order."""
    with event.read() as session:
        return groups_in(session)


def counts(event: Event, *, day: date | None = None) -> HeadCount:
    """Who is here of those expected, in all and by group; day: today where it is left out."""
    with event.read() as session:
        return rules.head_count(people_in(session), groups_in(session), day or today_in(session, event))


def last_arrivals(event: Event, *, most: int = 5, day: date | None = None) -> tuple[Person, ...]:
    """Who came last, the latest first; day: today where it is left out."""
    with event.read() as session:
        return rules.last_arrivals(people_in(session), day or today_in(session, event), most)


def attendance_counts(event: Event) -> DayCounts:
    """Who came, left and is here on each day of the event, and the people-days."""
    with event.read() as session:
        came = [person.presences for person in people_in(session)]
        return day_counts(came, settings_in(session).days)


def meals(event: Event) -> tuple[Meal, ...]:
    """The meals in the order in which they are eaten."""
    with event.read() as session:
        return meals_in(session)


def meal_ticks(event: Event) -> dict[UUID, dict[UUID, Tick]]:
    """Who had which meal: {meal id: {person id: tick}}; a meal that nobody had yet is missing."""
    found: defaultdict[UUID, dict[UUID, Tick]] = defaultdict(dict)
    with event.read() as session:
        for row in session.scalars(select(MealTickRow)):
            found[row.meal_id][row.person_id] = Tick(row.person_id, row.at, row.station)
    return dict(found)


def meals_in(session: Session) -> tuple[Meal, ...]:
    """The meals, inside a session."""
    return tuple(sorted(map(meal_of, session.scalars(select(MealRow))), key=lambda meal: meal.order))


def meal_of(row: MealRow) -> Meal:
    """A row as the value everyone above sees."""
    return Meal(row.id, row.name, row.day, row.starts_at, row.version)


def attendance_day(event: Event) -> date:
    """The day an arrival counts for now, in the event's time zone."""
    with event.read() as session:
        return today_in(session, event)


def today_in(session: Session, event: Event) -> date:
    """The day an arrival counts for now, inside a session."""
    days, zone = days_in(session)
    return rules.attendance_day(days, event.clock.utc_now().astimezone(zone).date())


def person_in(session: Session, person_id: UUID) -> Person:
    """One person, inside a session."""
    row = session.get(PersonRow, person_id)
    if row is None:
        raise HackDeskError(N_("This person is no longer on the list."))
    return person_of(session, row)


def whoever_has(session: Session, code: str | tuple[str, ...]) -> Person:
    """The person with a badge code or a ticket's secret, as for `row_with`, but quick for a badge code."""
    for reading in (code,) if isinstance(code, str) else code:
        if known := person_with_code(session, cleaned(reading)):
            return known
    return person_of(session, row_with(session, code))


def row_with(session: Session, code: str | tuple[str, ...]) -> PersonRow:
    """The row with a badge code, that of a blank badge they were given, or a ticket's secret.

    code: as it was typed, or every way a scan can be read (`Scan.readings`). Raises UnknownCode; NotABadge where
    it is none of HackDesk's codes; NobodysBadge for a blank badge that is nobody's yet.
    """
    readings = (code,) if isinstance(code, str) else code
    for wanted in [*map(cleaned, readings), *map(code_at_end, readings)]:
        if wanted and (row := session.scalars(select(PersonRow).where(PersonRow.code == wanted)).first()):
            return row
        if blank := session.scalars(select(BlankBadgeRow).where(BlankBadgeRow.code == wanted)).first():
            if blank.person_id is None:
                raise NobodysBadge.of(blank.code, blank.number)
            return session.get_one(PersonRow, blank.person_id)
    if any(map(str.strip, readings)):
        ticket = ticket_in(readings, session.scalars(select(PersonRow.ticket_secret)))
        query = select(PersonRow).where(PersonRow.ticket_secret == ticket)
        if ticket and (row := session.scalars(query).first()):
            return row
    raise UnknownCode.of(*readings)


def groups_in(session: Session) -> tuple[Group, ...]:
    """The stakeholder groups, inside a session."""
    return tuple(
        Group(row.key, row.name, row.short_name, row.colour, row.pattern, row.wanted)
        for row in session.scalars(select(GroupRow).order_by(GroupRow.position))
    )


def calls_in(session: Session) -> dict[UUID, tuple[Call, ...]]:
    """Who was called and what came of it, the latest first, inside a session."""
    found: defaultdict[UUID, list[Call]] = defaultdict(list)
    for row in session.scalars(select(CallRow).order_by(CallRow.at.desc())):
        found[row.person_id].append(Call(row.id, row.person_id, row.at, Outcome(row.outcome), row.note))
    return {person_id: tuple(calls) for person_id, calls in found.items()}


def targets_in(session: Session) -> tuple[Target, ...]:
    """How many are wanted in all, from municipalities and for topics, inside a session."""
    rows = session.scalars(select(TargetRow).order_by(TargetRow.kind, TargetRow.subject))
    return tuple(Target(row.kind, row.subject, row.wanted) for row in rows)


def newest_in(session: Session) -> frozenset[UUID]:
    """Whom the last list added; nobody where there was no list before it. Inside a session."""
    lists = {str(list_id) for list_id in session.scalars(select(ImportRow.id))}  # those that were not taken back
    if len(lists) < 2:
        return frozenset()
    entries = select(JournalRow.subjects, JournalRow.before).where(JournalRow.action == BRING_IN)
    for subjects, before in session.execute(entries.order_by(JournalRow.number.desc())):
        if not lists.isdisjoint(subjects.get("imports", ())):
            people = json.loads(before or "{}").get("people", {})
            return frozenset(UUID(person_id) for person_id, was in people.items() if was is None)
    return frozenset()
