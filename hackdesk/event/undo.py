"""Taking a change back by writing its opposite. Nothing is ever edited out of the journal."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import date, datetime, time
from fractions import Fraction
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError
from hackdesk.event import journal
from hackdesk.event.journal import Change
from hackdesk.event.store import Event
from hackdesk.event.tables import Base, Exact, JournalRow, UtcDateTime
from hackdesk.language import N_

#: How the actor of an entry begins where not the desk wrote, but a juror or whoever tried a PIN.
_OTHERS = ("juror ", "unknown")


class CannotUndo(HackDeskError):
    """Something later builds on the change, or there is nothing to take back."""


def undoable(event: Event) -> Change | None:
    """The last change of this desk that is not taken back yet. What a juror did at it is not its own."""
    with event.read() as session:
        number = _last_of(session, event.station)
        return next((c for c in journal.changes_since(session, number - 1)), None) if number else None


def undo(event: Event, number: int | None = None, *, by: str = "facilitator") -> Change:
    """Take back entry `number`, or this desk's last change. Gives the change that was taken back.

    Raises CannotUndo where there is none, it was taken back before, or a later change builds on it.
    """
    with event.read() as session:
        chosen = number or _last_of(session, event.station)
        if not chosen:
            raise CannotUndo(N_("There is nothing to undo at this desk."))
        found = next(iter(journal.changes_since(session, chosen - 1)), None)
    if found is None or found.number != chosen:
        raise CannotUndo(N_("There is no change number {number}."), number=chosen)
    try:
        with event.change(found.action, by=by, undoes=chosen) as session:
            entry = session.get_one(JournalRow, chosen)
            _may_be_taken_back(session, entry)
            _write_opposite(session, entry)
            session.flush()
            for table in entry.subjects:
                _class_of(table).check_undone(session, entry)
    except (IntegrityError, sqlite3.IntegrityError) as error:
        raise CannotUndo(
            N_("“{action}” cannot be undone: something was added to it later."), action=_worded(found.action),
            remedy=N_("Undo the later change first."),
        ) from error  # fmt: skip
    return found


def _last_of(session: Session, station: str) -> int:
    # Whatever takes an entry back is newer than it: from the newest on, a few are looked at and not all.
    columns = JournalRow.number, JournalRow.station, JournalRow.undoes, JournalRow.actor
    query = select(*columns).order_by(JournalRow.number.desc())
    taken_back: set[int] = set()
    with session.execute(query.execution_options(yield_per=20)) as entries:
        for number, wrote, undoes, actor in entries:
            if undoes is not None:
                taken_back.add(undoes)
            elif wrote == station and not actor.startswith(_OTHERS) and number not in taken_back:
                return int(number)
    return 0


def _may_be_taken_back(session: Session, entry: JournalRow) -> None:
    if entry.number == 1:
        raise CannotUndo(N_("The event begins with this entry; it cannot be taken back."))
    if entry.undoes:
        raise CannotUndo(
            N_("Entry {number} is itself a taking back."), number=entry.number,
            remedy=N_("Do again by hand what it took back."),
        )  # fmt: skip
    later = session.scalars(select(JournalRow).where(JournalRow.number > entry.number)).all()
    taken_back = {other.undoes for other in later if other.undoes}
    if entry.number in taken_back:
        raise CannotUndo(N_("“{action}” was undone before."), action=_worded(entry.action))
    if entry.before is None:
        raise CannotUndo(
            N_("“{action}” holds erased personal data and cannot be undone."), action=_worded(entry.action)
        )
    for table in entry.subjects:
        _class_of(table).refuse_undo(session)
    touched = json.loads(entry.after or "{}")
    for other in later:
        if other.undoes or other.number in taken_back:
            continue
        if _meet(touched, other):
            raise CannotUndo(
                N_("“{action}” cannot be undone: “{later}” came later and builds on it."),
                action=_worded(entry.action), later=_worded(other.action),
                remedy=N_("Undo the later change first."),
            )  # fmt: skip


def _worded(action: str) -> HackDeskError:
    """An action as a value that is put into the reader's language together with its sentence."""
    return HackDeskError(action)


def _meet(ours: dict[str, Any], later: JournalRow) -> bool:
    """Whether a later entry touched a row of ours. Edits and notes of a row do not stand in each other's way."""
    shared = [
        (table, row_id)
        for table, ids in later.subjects.items()
        for row_id in set(ids).intersection(ours.get(table, ()))
    ]
    if not shared or later.after is None:
        return bool(shared)
    theirs = json.loads(later.after)
    return any(
        _only_notes(table, ours[table][row_id]) == _only_notes(table, theirs[table][row_id])
        for table, row_id in shared
    )


def _only_notes(table: str, values: journal.Values | None) -> bool:
    return values is not None and _class_of(table).noted.issuperset(values)


def _write_opposite(session: Session, entry: JournalRow) -> None:
    before = json.loads(entry.before or "{}")
    after = json.loads(entry.after or "{}")
    for table, rows in before.items():
        mapped = _class_of(table)
        for row_id, was in rows.items():
            row = session.get(mapped, _revived(mapped, "id", row_id))
            if row is None and _only_notes(table, was):
                continue  # what was noted about it went with it
            if was is None:
                session.delete(row)
            elif after[table][row_id] is None:
                session.add(mapped(**{key: _revived(mapped, key, value) for key, value in was.items()}))
            else:
                for key, value in was.items():
                    setattr(row, key, _revived(mapped, key, value))


def _class_of(table: str) -> type[Base]:
    mappers = Base.registry.mappers
    found: type[Base] = next(one.class_ for one in mappers if one.local_table.name == table)  # type: ignore[attr-defined]
    return found


def _revived(mapped: type[Base], key: str, value: Any) -> Any:
    """A value from the journal as the column wants it."""
    if value is None:
        return None
    kind = inspect(mapped).columns[key].type
    if isinstance(kind, UtcDateTime):
        return datetime.fromisoformat(value)
    if isinstance(kind, Exact):
        return Fraction(value)
    readers: dict[type[Any], Callable[[str], Any]] = {
        UUID: UUID,
        date: date.fromisoformat,
        time: time.fromisoformat,
    }
    reader = readers.get(_python_type(kind))
    return reader(value) if reader else value


def _python_type(kind: Any) -> type[Any]:
    try:
        found: type[Any] = kind.python_type
    except NotImplementedError:
        return object
    return found
