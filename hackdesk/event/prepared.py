"""Statements that are said at every scan, made ready once: what is left is SQLite's own work.

SQLAlchemy takes some 50 µs for a statement of which SQLite needs 3. What is said here is what SQLAlchemy would
say, with its own treatment of each value; only the way is shorter. The guard at the cursor does not hear it,
therefore a query cannot write, and the one statement that does is the door's own: `WritingSession.insert_row`.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import Column, Select, insert
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from hackdesk.event.tables import Base

Values = dict[str, Any]
_Treatment = Callable[[Any], Any]
_DIALECT = sqlite.dialect(paramstyle="named")


def spoken_to(connection: Connection) -> sqlite3.Connection:
    """SQLite's own connection."""
    raw: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    return raw


def _under(session: Session) -> sqlite3.Connection:
    # A session in a change block stands on the connection whose transaction the block began.
    return spoken_to(session.bind if isinstance(session.bind, Connection) else session.connection())


class Query:
    """A query of tables, not of mapped classes. What changes from time to time in it is a `bindparam`."""

    def __init__(self, query: Select[Any]) -> None:
        if not isinstance(query, Select):
            raise TypeError("only what reads is asked past the guard")
        compiled = query.compile(dialect=_DIALECT)
        self._text = str(compiled)
        self._asked = {name: _bound(bind.type) for name, bind in compiled.binds.items()}
        self._kept = {
            name: self._asked[name](bind.value) for name, bind in compiled.binds.items() if not bind.required
        }
        columns = list(query.selected_columns)
        self._read = [one.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None) for one in columns]
        make: Any = namedtuple  # mypy wants to see the names of the columns
        self._row = make("Row", [one.key for one in columns])

    def rows(self, session: Session, **values: Any) -> list[Any]:
        """The rows as SQLAlchemy would give them, the session's own changes among them."""
        session.flush()
        given = self._kept | {name: self._asked[name](value) for name, value in values.items()}
        found = _under(session).execute(self._text, given).fetchall()
        return [
            self._row._make(read(value) if read else value for read, value in zip(self._read, row, strict=True))
            for row in found
        ]


class NewRow:
    """How a new row of a table is written."""

    def __init__(self, mapped: type[Base]) -> None:
        table = mapped.__table__
        self._text = str(insert(table).compile(dialect=_DIALECT))  # type: ignore[arg-type]
        self._columns: dict[str, Column[Any]] = {column.key: column for column in table.columns}  # type: ignore[misc]
        self._bound = {key: _bound(column.type) for key, column in self._columns.items()}

    def whole(self, values: Values) -> Values:
        """A value for each column: what is given, else the column's default, else None."""
        if not values.keys() <= self._columns.keys():
            raise TypeError(f"no such column: {sorted(values.keys() - self._columns.keys())}")
        return {
            key: values[key] if key in values else _default(column) for key, column in self._columns.items()
        }

    def write(self, session: Session, row: Values) -> None:
        """Insert a whole row."""
        _under(session).execute(self._text, {key: self._bound[key](value) for key, value in row.items()})


new_row = cache(NewRow)


def _bound(kind: Any) -> _Treatment:
    """What a type makes of a value before SQLite sees it."""
    processor: _Treatment | None = kind.dialect_impl(_DIALECT).bind_processor(_DIALECT)
    return processor or _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _default(column: Column[Any]) -> Any:
    default: Any = column.default
    if default is None:
        return None
    return default.arg(None) if default.is_callable else default.arg
