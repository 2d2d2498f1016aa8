"""Everyone as the values that all others see, and a roll of them that is kept as the file has it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from hackdesk.event.prepared import Query
from hackdesk.event.tables import HeadRow, JournalRow
from hackdesk.people.presence import Presence
from hackdesk.people.rules import Person
from hackdesk.people.tables import AttendanceRow, ConsentRow, PersonRow

_LISTS = ("groups", "roles", "skills", "languages", "choices")
_SINGLE = (
    "id", "code", "given_name", "family_name", "email", "phone", "organisation", "municipality", "diet",
    "access_needs", "remarks", "organisers_note", "minor", "cancelled", "walk_in", "registered_at",
    "badge_printed_at", "version",
)  # fmt: skip

_PEOPLE, _CONSENTS, _ATTENDANCE = PersonRow.__table__, ConsentRow.__table__, AttendanceRow.__table__
_COLUMNS = tuple(_PEOPLE.c[name] for name in (*_SINGLE, *_LISTS))
_WHO = select(*_COLUMNS)
_SAID = select(_CONSENTS.c.person_id, _CONSENTS.c.purpose, _CONSENTS.c.given, _CONSENTS.c.given_by)
_CAME = select(_ATTENDANCE).order_by(_ATTENDANCE.c.day)
# Of one person, prepared: a scan asks for these and nothing else.
_BY_ID = Query(_WHO.where(_PEOPLE.c.id == bindparam("id")))
_BY_CODE = Query(_WHO.where(_PEOPLE.c.code == bindparam("code")))
_SAID_BY = Query(_SAID.where(_CONSENTS.c.person_id == bindparam("id")))
_CAME_OF = Query(_CAME.where(_ATTENDANCE.c.person_id == bindparam("id")))


#: What a person answered, by purpose: whether they agreed, and who said so.
_Said = dict[str, tuple[bool, str]]
_UNASKED = (None, "")
#: The tables whose rows belong to a person.
_BELONGINGS: tuple[Any, ...] = (_CONSENTS, _ATTENDANCE)
#: From so many entries or people on, everyone is read anew.
_MANY = 100


@dataclass(frozen=True)
class News:
    """What is different since a roll was read last. everything: everyone was read anew."""

    changed: tuple[Person, ...] = ()
    gone: tuple[UUID, ...] = ()
    everything: bool = False


class Roll:
    """people: everyone by id in the order of their names, cancelled ones too, as the file was when last read.

    Only whom the journal names is read again. For one thread; what it gave is never changed afterwards.
    """

    def __init__(self) -> None:
        self.people: dict[UUID, Person] = {}
        self._number = 0

    def read(self, session: Session) -> News:
        """Bring it up to date. Gives what is different."""
        number = session.scalars(select(HeadRow.number)).one()
        touched = _touched(session, self._number) if self._number else None
        if touched is None:
            self.people, news = {one.id: one for one in people_in(session)}, News(everything=True)
        else:
            news = self._read_again(session, touched)
        self._number = number
        return news

    def _read_again(self, session: Session, touched: set[UUID]) -> News:
        read = {one.id: one for one in people_in(session, touched)} if touched else {}
        changed = tuple(one for one in read.values() if self.people.get(one.id) != one)
        gone = tuple(touched.intersection(self.people).difference(read))
        if gone or any(one.id not in self.people or self.people[one.id].name != one.name for one in changed):
            those = [one for one in {**self.people, **read}.values() if one.id not in gone]
            self.people = {one.id: one for one in sorted(those, key=_by_name)}
        elif changed:
            self.people = {**self.people, **read}
        return News(changed, gone)


def _touched(session: Session, since: int) -> set[UUID] | None:
    """Whom the entries after `since` are about; None where these are too many or no longer tell."""
    told = (JournalRow.subjects, JournalRow.before, JournalRow.after)
    entries = session.execute(select(*told).where(JournalRow.number > since).limit(_MANY + 1)).all()
    if len(entries) > _MANY or any(after is None for _subjects, _before, after in entries):
        return None
    touched: set[UUID] = set()
    for subjects, before, after in entries:
        touched.update(map(UUID, subjects.get(PersonRow.__tablename__, ())))
        if len(touched) > _MANY:
            return None
        was, now = json.loads(before), json.loads(after)
        for table in _BELONGINGS:
            for row_id in subjects.get(table.name, ()):
                values = {**(was[table.name][row_id] or {}), **(now[table.name][row_id] or {})}
                owner = values.get("person_id") or _owner(session, table, UUID(row_id))
                touched.update([UUID(str(owner))] if owner else ())
    return touched


def _owner(session: Session, table: Any, row_id: UUID) -> UUID | None:
    """Whose a row is of which an entry tells only what was changed in it."""
    return session.execute(select(table.c.person_id).where(table.c.id == row_id)).scalar()


def people_in(session: Session, among: Collection[UUID] | None = None) -> tuple[Person, ...]:
    """Everyone in the order of their names, or those of them who have these ids, inside a session."""

    def of_them(query: Select[Any], column: Any) -> Select[Any]:
        return query if among is None else query.where(column.in_(among))

    said: defaultdict[UUID, _Said] = defaultdict(dict)
    for owner, purpose, given, by in session.execute(of_them(_SAID, _CONSENTS.c.person_id)):
        said[owner][purpose] = given, by
    came: defaultdict[UUID, list[Presence]] = defaultdict(list)
    for row in session.execute(of_them(_CAME, _ATTENDANCE.c.person_id)):
        came[row.person_id].append(presence_of(row))
    rows = session.execute(of_them(_WHO, _PEOPLE.c.id))
    return tuple(sorted((_person(row._mapping, said[row.id], came[row.id]) for row in rows), key=_by_name))


def person_of(session: Session, row: PersonRow) -> Person:
    """A row as the value everyone else sees."""
    return _whole(session, _BY_ID.rows(session, id=row.id)[0])


def person_with_code(session: Session, code: str) -> Person | None:
    """Who has this badge code, as it stands on the badge, inside a session."""
    rows = _BY_CODE.rows(session, code=code)
    return _whole(session, rows[0]) if rows else None


def _whole(session: Session, row: Any) -> Person:
    """A person's columns with what they said and when they came."""
    said = {one.purpose: (one.given, one.given_by) for one in _SAID_BY.rows(session, id=row.id)}
    return _person(row._asdict(), said, map(presence_of, _CAME_OF.rows(session, id=row.id)))


def presence_of(row: Any) -> Presence:
    """A person's day from its row, mapped or not."""
    away = tuple((datetime.fromisoformat(left), datetime.fromisoformat(back)) for left, back in row.away)
    return Presence(row.day, row.came_at, row.station, row.left_at, away, row.by_hand)


def _by_name(person: Person) -> tuple[str, str]:
    return person.name.casefold(), person.code


def _person(columns: Any, said: _Said, came: Iterable[Presence]) -> Person:
    values: dict[str, Any] = {name: columns[name] for name in _SINGLE}
    values.update((name, tuple(columns[name])) for name in _LISTS)
    return Person(
        **values,
        photo_consent=said.get("photo", _UNASKED)[0],
        guardian_consent=said.get("guardian", _UNASKED)[0],
        guardian=said.get("guardian", _UNASKED)[1],
        presences=tuple(came),
    )
