"""Steps that several actions share: a person taken down, a consent written, a person here on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.store import Event, WritingSession
from hackdesk.language import N_, Words
from hackdesk.people import rules
from hackdesk.people.badge_codes import new_badge_code
from hackdesk.people.importing.meanings import group_key
from hackdesk.people.presence import Presence
from hackdesk.people.queries import Consent, today_in, wordings_in
from hackdesk.people.rules import Arrival, ArrivalKind, Draft, Person
from hackdesk.people.tables import AttendanceRow, BlankBadgeRow, ConsentRow, GroupRow, PersonRow

#: Which field of a draft answers which question of consent.
ASKED = {rules.PHOTO_CONSENT: "photo", rules.GUARDIAN_CONSENT: "guardian"}
#: Fields of a draft that are no columns of a person: they are kept as consents.
_NO_COLUMNS = frozenset({*ASKED, "guardian"})


def add_groups(session: Session, words: Words) -> None:
    """The step that gives an event the usual stakeholder groups, named in its language; those it has stay."""
    known = set(session.scalars(select(GroupRow.key)))
    for position, group in enumerate(rules.STAKEHOLDER_GROUPS):
        if group.key not in known:
            session.add(
                GroupRow(
                    key=group.key, name=words(group.name), short_name=words(group.short_name),
                    colour=group.colour, pattern=group.pattern, position=position,
                )
            )  # fmt: skip


def add_new_groups(session: Session, names: Iterable[str]) -> None:
    """The step that gives an event groups of its own, each with a colour and a pattern nobody else has."""
    known = {row.key: row for row in session.scalars(select(GroupRow))}
    position = max((row.position for row in known.values()), default=-1) + 1
    for name in names:
        key = group_key(name)
        if key in known:
            continue
        colour, pattern = rules.look_of_a_new_group([(row.colour, row.pattern) for row in known.values()])
        known[key] = GroupRow(
            key=key, name=name, short_name=name, colour=colour, pattern=pattern, position=position
        )  # fmt: skip
        session.add(known[key])
        position += 1


class _Taken:
    """The badge codes that are given out already, each asked for and not all of them read."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __contains__(self, code: object) -> bool:
        tables = (PersonRow, BlankBadgeRow)
        return any(self._session.scalars(select(row.id).where(row.code == code)).first() for row in tables)


def take_down(session: Session, draft: Draft, now: datetime, **more: object) -> PersonRow:
    """Put a checked draft on the list with a badge code of its own."""
    row = PersonRow(code=new_badge_code(_Taken(session)), **more)
    session.add(row)
    write_draft(row, draft)
    session.flush()
    write_consents(session, row, draft, now)
    return row


def write_draft(row: PersonRow, draft: Draft) -> None:
    """Write what differs."""
    for field in fields(Draft):
        if field.name in _NO_COLUMNS:
            continue
        value = getattr(draft, field.name)
        value = list(value) if isinstance(value, tuple) else value
        if getattr(row, field.name) != value:
            setattr(row, field.name, value)


def write_consents(session: Session, row: PersonRow, draft: Draft, now: datetime) -> None:
    """Write the answers a draft holds; a question that was not asked leaves the answer that is there."""
    for field, purpose in ASKED.items():
        answer = getattr(draft, field)
        if answer is not None and (draft.minor or field != rules.GUARDIAN_CONSENT):
            given_by = draft.guardian if field == rules.GUARDIAN_CONSENT else ""
            said = Consent(purpose, answer, now, consent_wording(session, purpose), given_by)
            write_consent(session, row, said)


def write_consent(session: Session, row: PersonRow, said: Consent) -> None:
    """Write one answer with its time and what was asked; the same answer again keeps the first time."""
    query = select(ConsentRow).where(ConsentRow.person_id == row.id, ConsentRow.purpose == said.purpose)
    known = session.scalars(query).first()
    if known is None:
        known = ConsentRow(person_id=row.id, purpose=said.purpose)
        session.add(known)
    elif known.given == said.given:
        if known.given_by == said.given_by or not said.given_by:
            return
        # Who it was is added or mended; what they said, and when, stays.
        said = replace(said, at=known.at, wording=known.wording)
    known.given, known.at, known.wording, known.given_by = said.given, said.at, said.wording, said.given_by
    # The consent is part of the person: an edit that began before it has to be refused as stale.
    row.version += 1


def consent_wording(session: Session, purpose: str) -> str:
    """What is asked at this event's desk."""
    return wordings_in(session)[purpose]


def arrive(session: WritingSession, event: Event, person: Person, day: date | None) -> Arrival:
    """Write that a person is here on the day, where the rules say so."""
    when = day or today_in(session, event)
    decided = rules.arrival(person, when, event.clock.utc_now(), event.station)
    if decided.kind is ArrivalKind.IN and decided.since:
        session.insert_row(
            AttendanceRow, person_id=person.id, day=when, came_at=decided.since, station=decided.station
        )
    elif decided.kind is ArrivalKind.BACK:
        presence = decided.person.on(when)
        assert presence is not None
        write_presence(day_row(session, person.id, when), presence)
    return decided


def day_row(session: Session, person_id: UUID, day: date) -> AttendanceRow | None:
    """The row of a person's day, or None where they were not here."""
    query = select(AttendanceRow).where(AttendanceRow.person_id == person_id, AttendanceRow.day == day)
    return session.scalars(query).first()


def write_presence(row: AttendanceRow | None, presence: Presence) -> None:
    """Write when they came, were away and left."""
    assert row is not None
    row.came_at, row.left_at, row.by_hand = presence.since, presence.left_at, presence.by_hand
    row.away = [[moment.astimezone(UTC).isoformat() for moment in pair] for pair in presence.away]


def the_row(session: Session, person_id: UUID, seen: int | None = None) -> PersonRow:
    """A person's row. Raises HackDeskError where it is gone, Stale where it is not as `seen`."""
    row = session.get(PersonRow, person_id)
    if row is None:
        raise HackDeskError(N_("This person is no longer on the list."))
    if seen is not None and row.version != seen:
        raise Stale(
            N_("{name} was changed at another desk since you opened the form; nothing was saved."),
            name=row.name, remedy=N_("Look at it again and make your change once more."),
        )  # fmt: skip
    return row
