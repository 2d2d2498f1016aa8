"""The thorough look at an event file: pages, references, chain, and whether rows and journal agree."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, Boolean, DefaultClause, Integer, select, text
from sqlalchemy.orm import Mapper, Session

from hackdesk.event import journal
from hackdesk.event.store import Event
from hackdesk.event.tables import Base, JournalRow

#: Tables the journal does not tell about, because they are the journal.
_JOURNAL_ITSELF = ("journal", "journal_head")


@dataclass(frozen=True)
class Findings:
    """What `check` found. Everything is well where all lists are empty."""

    entries: int
    damaged_pages: tuple[str, ...] = ()
    loose_references: tuple[str, ...] = ()
    broken_links: tuple[int, ...] = ()
    changed_behind_the_journal: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing at all was found."""
        return not (
            self.damaged_pages or self.loose_references or self.broken_links or self.changed_behind_the_journal
        )


def check(event: Event) -> Findings:
    """Read the whole file: SQLite's integrity, references, every link of the chain, every row replayed."""
    with event.read() as session:
        pages = [row[0] for row in session.execute(text("PRAGMA integrity_check(20)"))]
        loose = [f"{row[0]} → {row[2]}" for row in session.execute(text("PRAGMA foreign_key_check"))]
        return Findings(
            entries=len(session.scalars(select(JournalRow.number)).all()),
            damaged_pages=tuple(page for page in pages if page != "ok"),
            loose_references=tuple(loose),
            broken_links=tuple(journal.broken_links(session)),
            changed_behind_the_journal=tuple(_differences(session)),
        )


def _differences(session: Session) -> list[str]:
    told = dict(journal.replayed(session))
    found: list[str] = []
    for mapper in Base.registry.mappers:
        table = mapper.local_table.name  # type: ignore[attr-defined]
        if table in _JOURNAL_ITSELF:
            continue
        for row in session.scalars(select(mapper.class_)):
            key = (table, str(row.id))
            if key in told:
                agrees = {**_added_later(mapper), **(told.pop(key) or {})} == journal.values_of(row)
            else:
                agrees = _history_erased(session, key)
            if not agrees:
                found.append(f"{table} {row.id}")
    found += [f"{table} {row_id}" for (table, row_id), values in told.items() if values is not None]
    return found


def _added_later(mapper: Mapper[Any]) -> journal.Values:
    """What columns hold in rows that are older than they: a row's first entry does not name them."""
    added: journal.Values = {}
    for column in mapper.column_attrs:
        default, kind = column.columns[0].server_default, column.columns[0].type
        if isinstance(default, DefaultClause):
            plain = str(default.arg)
            added[column.key] = json.loads(plain) if isinstance(kind, JSON | Integer | Boolean) else plain
            if isinstance(kind, Boolean):
                added[column.key] = bool(added[column.key])
        elif column.columns[0].nullable:
            added[column.key] = None
    return added


def _history_erased(session: Session, key: journal.Key) -> bool:
    table, row_id = key
    erased = session.scalars(select(JournalRow).where(JournalRow.after.is_(None)))
    return any(row_id in entry.subjects.get(table, ()) for entry in erased)
