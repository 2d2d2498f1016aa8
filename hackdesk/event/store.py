"""Opening, reading and changing an event file. The only place that makes engines and sessions."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, select
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session

from hackdesk.clock import Clock, Moment, SystemClock
from hackdesk.errors import HackDeskError
from hackdesk.event import journal
from hackdesk.event.migrate import APPLICATION_ID, SCHEMA, bring_up_to_date
from hackdesk.event.place import FileDamaged, look_before_opening
from hackdesk.event.prepared import new_row, spoken_to
from hackdesk.event.tables import Base, HeadRow, all_tables
from hackdesk.language import N_

_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
_BUSY_MS = 5000
_LAST_ENTRIES = 50
# What every change says to SQLite besides its own: said directly, because it is on the way of every scan.
_HEAD = "SELECT number, hash FROM journal_head WHERE id = 1"
_MOVE_HEAD = "UPDATE journal_head SET number = :number, hash = :hash WHERE id = 1"
_NEXT_ENTRY = (
    "INSERT INTO journal ({}) VALUES ({})"
).format(*(", ".join(sign + name for name in journal.COLUMNS) for sign in ("", ":")))


class WriteOutsideChange(RuntimeError):
    """Our mistake: something tried to write without `event.change`."""


class Event:
    """One event file. Threads may share it; each block has a session of its own.

    stirred: set after each commit of this process, so that whoever follows need not wait for its next look.
    """

    def __init__(self, path: Path, *, clock: Clock | None = None, station: str = "desk") -> None:
        self.path = path
        self.clock: Clock = clock or SystemClock()
        self.station = station
        self.stirred = threading.Condition()
        self._engine = _engine(path)
        self._here = threading.local()

    @classmethod
    def create(cls, path: Path, *, clock: Clock | None = None, station: str = "desk") -> Event:
        """A new, empty event file. Raises HackDeskError where a file of that name is there already."""
        if path.exists():
            raise HackDeskError(
                N_("There is already a file {name}."), name=path.name, remedy=N_("Choose another name.")
            )
        if not path.parent.is_dir():
            raise HackDeskError(N_("The folder {folder} does not exist."), folder=str(path.parent))
        beside = path.with_name(path.name + ".new")
        beside.unlink(missing_ok=True)
        try:
            _make_file(beside)
            beside.replace(path)
        except OSError as error:
            raise HackDeskError(
                N_("{name} cannot be made in {folder}: {reason}."),
                name=path.name, folder=str(path.parent), reason=error.strerror or str(error),
            ) from error  # fmt: skip
        return cls(path, clock=clock, station=station)

    @classmethod
    def open(cls, path: Path, *, clock: Clock | None = None, station: str = "desk") -> Event:
        """Open an event file after a quick look at it.

        Raises a HackDeskError where it is missing, no event file, from a newer HackDesk, read-only, on a
        network share or damaged; the file is then left as it was.
        """
        look_before_opening(path)
        bring_up_to_date(path, clock or SystemClock())
        opened = cls(path, clock=clock, station=station)
        try:
            with opened.read() as session:
                broken = journal.broken_links(session, last=_LAST_ENTRIES)
        except DatabaseError as error:
            opened.close()
            raise FileDamaged.of(path) from error
        if broken:
            opened.close()
            raise FileDamaged.of(path)
        return opened

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one moment of the file and cannot write."""
        with Session(self._engine, autoflush=False) as session:
            yield session

    @contextmanager
    def change(
        self, action: str, *, by: str = "facilitator", undoes: int | None = None,
        forget: frozenset[str] = frozenset(),
    ) -> Iterator[WritingSession]:
        """One transaction and one journal entry, or nothing.

        action: what is done, in the words a person would use, marked with N_. by: who does it. forget: tables;
        every entry about them, this one too, loses its texts with this change, see `journal.FORGET`.
        The block commits when it is left; where nothing changed, nothing is written. A reference to what is not
        there is found then and is an sqlite3.IntegrityError. Raises RuntimeError inside another change of this
        thread, which would wait for its own lock.
        """
        if getattr(self._here, "changing", False):
            raise RuntimeError("an action never calls an action: share a step instead")
        self._here.changing = True
        try:
            with _worded_errors(self.path), self._engine.connect() as connection:
                raw = spoken_to(connection)
                # A deferred transaction that reads first and writes later meets "database is locked" at once.
                raw.execute("BEGIN IMMEDIATE")
                number, last_hash = raw.execute(_HEAD).fetchone()
                with WritingSession(connection) as session:
                    yield session
                    session.flush()
                    entry = journal.new_entry(
                        number, last_hash, session.changed, at=self.clock.utc_now(), station=self.station,
                        actor=by, action=action, undoes=undoes,
                    )  # fmt: skip
                    if entry is None:
                        raw.execute("ROLLBACK")
                        return
                    raw.execute(_NEXT_ENTRY, entry.as_kept)
                    raw.execute(_MOVE_HEAD, {"number": entry.number, "hash": entry.hash})
                    if forget:
                        raw.execute(journal.FORGET, {"tables": journal.canonical(sorted(forget))})
                    raw.execute("COMMIT")
        finally:
            self._here.changing = False
        with self.stirred:
            self.stirred.notify_all()

    def moment(self) -> Moment:
        """Now, for durations too: see `Moment.since`."""
        return Moment.now(self.clock)

    def head(self) -> int:
        """The number of the last journal entry."""
        with self.read() as session:
            return session.scalars(select(HeadRow.number)).one()

    def changes_since(self, number: int) -> list[journal.Change]:
        """What was written after entry `number`, by whoever it was."""
        with self.read() as session:
            if session.scalars(select(HeadRow.number)).one() == number:
                return []
            return journal.changes_since(session, number)

    def copy_to(self, target: sqlite3.Connection) -> None:
        """Copy the file as it is at this moment into another database, in one step."""
        source = self._engine.raw_connection()
        try:
            raw: Any = source.driver_connection
            raw.backup(target, pages=-1)
        finally:
            source.close()

    def write_anew(self) -> None:
        """Write the whole file again, so that nothing that was deleted is left in its free pages.

        Raises HackDeskError where another window or another laptop is writing at this moment.
        """
        with _worded_errors(self.path):
            source = self._engine.raw_connection()
            try:
                raw: Any = source.driver_connection
                raw.execute("VACUUM")
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                source.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def _make_file(path: Path) -> None:
    engine = _engine(path)
    try:
        with engine.execution_options(hackdesk_making=True).begin() as connection:
            all_tables().metadata.create_all(connection)
            connection.execute(
                HeadRow.__table__.insert().values(id=1, number=0, hash=journal.FIRST_HASH)  # type: ignore[attr-defined]
            )
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
    finally:
        engine.dispose()


class WritingSession(Session):
    """A session that opens the door for its own writing only, and remembers what it wrote."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, expire_on_commit=False)
        self.changed = journal.Changed()

    def insert_row(self, mapped: type[Base], **values: Any) -> None:
        """Write one row at once and tell the journal, without an object: for what is written at every scan.

        A column that is not named holds its default.
        """
        new = new_row(mapped)
        row = new.whole(values)
        new.write(self, row)
        self.changed.insert(mapped, row)


@event.listens_for(WritingSession, "before_flush")
def _begin_flush(session: WritingSession, *_: Any) -> None:
    session.connection().info["writing"] = True


@event.listens_for(WritingSession, "after_flush")
def _end_flush(session: WritingSession, *_: Any) -> None:
    session.connection().info.pop("writing", None)
    session.changed.collect(session)


def _engine(path: Path) -> Engine:
    engine = create_engine(
        f"sqlite+pysqlite:///{path}", connect_args={"check_same_thread": False, "timeout": _BUSY_MS / 1000}
    )
    event.listen(engine, "connect", _set_up_connection)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _close_left_door)
    event.listen(engine, "before_cursor_execute", _guard)
    all_tables()
    return engine


def _set_up_connection(raw: sqlite3.Connection, _record: Any) -> None:
    raw.isolation_level = None  # we say BEGIN ourselves: pysqlite would begin too late
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "fullfsync = ON", "foreign_keys = ON"):
        raw.execute(f"PRAGMA {pragma}")
    raw.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")


def _begin(connection: Connection) -> None:
    raw = spoken_to(connection)
    if not raw.in_transaction:
        raw.execute("BEGIN")


def _close_left_door(raw: Any, record: Any) -> None:
    # A COMMIT refused by a deferred reference leaves SQLite's transaction open.
    if raw is not None and raw.in_transaction:
        raw.rollback()
    if record is not None:
        record.info.pop("writing", None)


def _guard(
    connection: Connection, _cursor: Any, statement: str, _parameters: Any, _context: Any, _many: bool
) -> None:
    if not statement.lstrip().upper().startswith(_WRITES):
        return
    options = connection.get_execution_options()
    if not (connection.info.get("writing") or options.get("hackdesk_making")):
        raise WriteOutsideChange(f"written outside event.change: {statement.split(chr(10))[0]}")


@contextmanager
def _worded_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except (OperationalError, sqlite3.OperationalError) as error:
        reason = str(getattr(error, "orig", error))
        if "locked" in reason:
            raise HackDeskError(
                N_("Another program is busy with {name}; nothing was saved."),
                name=path.name, remedy=N_("Try again in a moment."),
            ) from error  # fmt: skip
        if "full" in reason or "disk" in reason or "readonly" in reason:
            raise HackDeskError(
                N_("{name} could not be written ({reason}); nothing was saved."),
                name=path.name, reason=reason,
                remedy=N_("Make room on the disk or free the file, then try again."),
            ) from error  # fmt: skip
        raise
