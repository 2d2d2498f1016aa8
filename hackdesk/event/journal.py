"""What a change did, written down by itself, each entry sealed to the one before.

The entry comes from the session, not from the author's memory: after each flush the session is asked what
it inserted, changed and deleted. The hash of an entry covers salted digests of `before` and `after`, so that
personal data can later be erased from an entry without breaking the chain.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from fractions import Fraction
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm import object_mapper as mapper_of
from sqlalchemy.orm.attributes import get_history

from hackdesk.event.tables import Base, HeadRow, JournalRow, kept_time

Key = tuple[str, str]
Values = dict[str, Any]
FIRST_HASH = "0" * 64
#: Entries about any of these tables lose their texts and the salt: the digests then say nothing about what was
#: erased, and every hash still fits.
FORGET = """UPDATE journal SET before = NULL, after = NULL, salt = NULL
    WHERE EXISTS (SELECT 1 FROM json_each(journal.subjects) AS subject
                  WHERE subject.key IN (SELECT value FROM json_each(:tables)))"""
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
#: Columns that belong to the machinery and not to what a person did.
_NOT_JOURNALED = frozenset({"version"})


@dataclass(frozen=True)
class Change:
    """One journal entry as others hear of it: which rows of which tables, never what is in them."""

    number: int
    at: datetime
    station: str
    actor: str
    action: str
    subjects: dict[str, list[str]]
    undoes: int | None = None

    def concerns(self, tables: frozenset[str]) -> bool:
        """Whether a page that shows these tables has to read again."""
        return not tables.isdisjoint(self.subjects)


@dataclass
class Entry:
    """An entry on its way into the journal: the columns of `JournalRow`."""

    number: int
    at: datetime
    station: str
    actor: str
    action: str
    subjects: dict[str, list[str]]
    undoes: int | None
    before: str
    after: str
    salt: str
    before_digest: str
    after_digest: str
    previous: str
    hash: str = ""

    @property
    def as_kept(self) -> Values:
        """The values as SQLite keeps them."""
        return {**vars(self), "at": kept_time(self.at), "subjects": canonical(self.subjects)}


COLUMNS = tuple(field.name for field in fields(Entry))


class Changed:
    """What one change block did so far: the state of each row before and after it."""

    def __init__(self) -> None:
        self._before: dict[Key, Values | None] = {}
        self._after: dict[Key, Values | None] = {}

    def collect(self, session: Session) -> None:
        """Take over what the flush that just ran has written."""
        for row in _told(session.new):
            self._note(_key(row), None, values_of(row))
        for row in _told(session.deleted):
            self._note(_key(row), values_of(row), None)
        for row in _told(session.dirty):
            before, after = _difference(row)
            if after:
                self._note(_key(row), before, after)

    def insert(self, mapped: type[Base], row: Values) -> None:
        """Take over a row that was inserted without an object. row: a value for each column."""
        told = {name: plain(value) for name, value in row.items() if name not in _NOT_JOURNALED}
        self._note((mapped.__tablename__, str(row["id"])), None, told)

    def _note(self, key: Key, before: Values | None, after: Values | None) -> None:
        known = self._after.get(key)
        if key not in self._after:
            self._before[key], self._after[key] = before, after
        elif after is None:
            # Deleted after it was touched: what was there at the beginning is what counts.
            earlier = self._before[key]
            self._before[key] = None if earlier is None else {**(before or {}), **earlier}
            self._after[key] = None
        else:
            was = self._before[key]
            if was is not None:
                self._before[key] = {**(before or {}), **was}
            self._after[key] = {**(known or {}), **after}

    def rows(self) -> list[tuple[Key, Values | None, Values | None]]:
        """(table and id, before, after) of each row that is not as it was; None: the row was not there."""
        return [
            (key, before, self._after[key])
            for key, before in sorted(self._before.items())
            if before != self._after[key]
        ]


def _told(rows: Iterable[Any]) -> Iterator[Base]:
    """The rows the journal tells about: all but its own."""
    return (row for row in rows if not isinstance(row, JournalRow | HeadRow))


def _key(row: Base) -> Key:
    return row.__tablename__, str(row.id)  # type: ignore[attr-defined]


def values_of(row: Base) -> Values:
    """A whole row as the journal writes it."""
    return {
        column.key: plain(getattr(row, column.key))
        for column in mapper_of(row).column_attrs
        if column.key not in _NOT_JOURNALED
    }


def _difference(row: Base) -> tuple[Values, Values]:
    before: Values = {}
    after: Values = {}
    for column in mapper_of(row).column_attrs:
        if column.key in _NOT_JOURNALED:
            continue
        history = get_history(row, column.key)
        if history.added:
            # Nothing deleted: the column of a row inserted in this block was never set, so it was NULL.
            before[column.key] = plain(history.deleted[0]) if history.deleted else None
            after[column.key] = plain(history.added[0])
    return before, after


def plain(value: Any) -> Any:
    """A value as JSON holds it."""
    if isinstance(value, UUID | Fraction):
        return str(value)
    if isinstance(value, datetime):
        # As the column keeps it: the same moment is the same text, whatever zone it was written in.
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    return value


def canonical(value: Any) -> str:
    """JSON text that is the same for the same value, whatever the order it was made in."""
    return _JSON.encode(value)


def digest(text: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def entry_hash(entry: Entry | JournalRow) -> str:
    """What seals an entry: everything but the personal data itself, of which only the digests count."""
    sealed = [
        entry.number, entry.at.isoformat(), entry.station, entry.actor, entry.action, entry.subjects,
        entry.undoes, entry.before_digest, entry.after_digest, entry.previous,
    ]  # fmt: skip
    return digest(canonical(sealed))


def new_entry(number: int, last_hash: str, changed: Changed, **what: Any) -> Entry | None:
    """The entry that follows entry `number`; None where nothing is different from before.

    what: at, station, actor, action, undoes.
    """
    rows = changed.rows()
    if not rows:
        return None
    before: dict[str, dict[str, Values | None]] = {}
    after: dict[str, dict[str, Values | None]] = {}
    for (table, row_id), was, now in rows:
        before.setdefault(table, {})[row_id] = was
        after.setdefault(table, {})[row_id] = now
    salt, before_text, after_text = secrets.token_hex(16), canonical(before), canonical(after)
    entry = Entry(
        number=number + 1, previous=last_hash, salt=salt, before=before_text, after=after_text,
        before_digest=digest(salt + before_text), after_digest=digest(salt + after_text),
        subjects={table: sorted(ids) for table, ids in after.items()}, **what,
    )  # fmt: skip
    entry.hash = entry_hash(entry)
    return entry


def changes_since(session: Session, number: int) -> list[Change]:
    """What was written after entry `number`, in the order of commits."""
    columns = (
        JournalRow.number, JournalRow.at, JournalRow.station, JournalRow.actor,
        JournalRow.action, JournalRow.subjects, JournalRow.undoes,
    )  # fmt: skip
    rows = session.execute(select(*columns).where(JournalRow.number > number).order_by(JournalRow.number))
    return [Change(*row) for row in rows]


def broken_links(session: Session, *, last: int | None = None) -> list[int]:
    """Numbers of entries that do not fit the chain; an empty list says that nobody rewrote it.

    last: look at so many entries at the end only, which is what opening has time for.
    """
    head = session.get_one(HeadRow, 1)
    query = select(JournalRow).order_by(JournalRow.number)
    if last is not None:
        query = query.where(JournalRow.number > head.number - last)
    broken = []
    previous: JournalRow | None = None
    for entry in session.scalars(query.execution_options(yield_per=500)):
        if not _fits(entry, previous):
            broken.append(entry.number)
        previous = entry
    found = (previous.number, previous.hash) if previous else (0, FIRST_HASH)
    if found != (head.number, head.hash):
        broken.append(head.number)
    return sorted(set(broken))


def _fits(entry: JournalRow, previous: JournalRow | None) -> bool:
    if entry.hash != entry_hash(entry):
        return False
    if previous and (entry.number != previous.number + 1 or entry.previous != previous.hash):
        return False
    if entry.number == 1 and entry.previous != FIRST_HASH:
        return False
    pairs = ((entry.before, entry.before_digest), (entry.after, entry.after_digest))
    # An erased entry keeps its digests and has lost salt and text: nothing is left to compare.
    return entry.salt is None or all(digest(entry.salt + (text or "")) == seal for text, seal in pairs)


def replayed(session: Session) -> Iterator[tuple[Key, Values | None]]:
    """The state of every row as the journal tells it; rows whose history was erased are left out."""
    state: dict[Key, Values | None] = {}
    erased: set[Key] = set()
    for entry in session.scalars(select(JournalRow).order_by(JournalRow.number)):
        if entry.after is None:
            erased.update((table, row_id) for table, ids in entry.subjects.items() for row_id in ids)
            continue
        for table, rows in json.loads(entry.after).items():
            for row_id, values in rows.items():
                known = state.get((table, row_id)) or {}
                state[table, row_id] = None if values is None else {**known, **values}
    for key, values in state.items():
        if key not in erased:
            yield key, values
