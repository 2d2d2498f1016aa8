"""Gathers all that an event file holds about one person: every row of every table that refers to them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Column, select
from sqlalchemy.orm import Session

from hackdesk.documents.held import TABLES, Held, HeldRow
from hackdesk.documents.queries import masthead_of
from hackdesk.errors import HackDeskError
from hackdesk.event.journal import changes_since, plain
from hackdesk.event.settings import settings_in
from hackdesk.event.store import Event
from hackdesk.event.tables import Base, mapped_class
from hackdesk.language import N_
from hackdesk.people.tables import PersonRow

#: Columns that say nothing about the person: the machinery's, and the reference to the person itself.
_LEFT_OUT = frozenset({"id", "version", "position", "person_id", "owner_id", "juror_id", "ticket_id"})
#: A vote is secret before whoever prints this paper too; that there is one, since when and on what, is told.
_SECRET = frozenset({("hall_votes", "choices")})


def held_about(event: Event, person_id: UUID) -> Held:
    """All about one person; other people in it are not named. Raises HackDeskError where they are not there."""
    with event.read() as session:
        person = session.get(PersonRow, person_id)
        if person is None:
            raise HackDeskError(N_("This person is not on the list any more."))
        settings = settings_in(session)
        found = [(table, row) for table in TABLES for row in _rows(session, table, person_id)]
        rows = tuple(HeldRow(table, _cells(session, row)) for table, row in found)
        history = _history(session, {(table, str(row.id)) for table, row in found})
        return Held(masthead_of(settings), person.name, settings.timezone, rows, history)


def referring_tables() -> frozenset[str]:
    """The names of the tables that refer to people, and that of people themselves."""
    found = {table.name for table in Base.metadata.tables.values() if any(map(_to_people, table.columns))}
    return frozenset(found | {"people"})


def _rows(session: Session, table: str, person_id: UUID) -> list[Any]:
    mapped: Any = mapped_class(table)
    if table == "people":
        return [session.get_one(PersonRow, person_id)]
    found: dict[UUID, Any] = {}
    for column in filter(_to_people, mapped.__table__.columns):
        found |= {row.id: row for row in session.scalars(select(mapped).where(column == person_id))}
    return list(found.values())


def _to_people(column: Column[Any]) -> bool:
    return any(key.column.table.name == "people" for key in column.foreign_keys)


def _cells(session: Session, row: Any) -> tuple[tuple[str, object], ...]:
    cells = []
    for column in row.__table__.columns:
        value = getattr(row, column.key)
        if (row.__table__.name, column.key) in _SECRET or column.key in _LEFT_OUT or value in (None, "", [], {}):
            continue
        cells.append((column.key, _named(session, column, value) if column.foreign_keys else plain(value)))
    return tuple(cells)


def _named(session: Session, column: Column[Any], value: UUID) -> str:
    if _to_people(column):
        return "–"  # somebody else: not theirs to know from this paper
    (key,) = column.foreign_keys
    mapped = mapped_class(key.column.table.name)
    other = session.get(mapped, value)
    return str(getattr(other, "name", None) or getattr(other, "title", None) or value)


def _history(session: Session, rows: set[tuple[str, str]]) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (change.at.isoformat(), change.station, change.action)
        for change in changes_since(session, 0)
        if any((table, id_) in rows for table, ids in change.subjects.items() for id_ in ids)
    )
