"""Older event files are brought up to date, one numbered step at a time, after a copy was kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from hackdesk.clock import Clock
from hackdesk.event.upgrades import STEPS, Step

#: "HDSK": says that an SQLite file is an event of ours (PRAGMA application_id).
APPLICATION_ID = 0x4844534B
#: The version of the tables (PRAGMA user_version); see docs/file-format.md.
SCHEMA = 4


def version_of(path: Path) -> int:
    """The version of the tables in a file."""
    connection = sqlite3.connect(path)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    finally:
        connection.close()
    return int(version)


def bring_up_to_date(
    path: Path, clock: Clock, *, steps: Mapping[int, Step] = STEPS, target: int = SCHEMA
) -> Path | None:
    """Run the steps a file is behind by. Gives the copy that was kept, or None where nothing was to do.

    All steps are one transaction: a file is either as it was or wholly new.
    """
    version = version_of(path)
    if version >= target:
        return None
    copy = path.with_name(f"{path.stem} (version {version}, {clock.utc_now():%Y-%m-%d %H%M%S}){path.suffix}")
    source = sqlite3.connect(path)
    kept = sqlite3.connect(copy)
    try:
        source.backup(kept, pages=-1)
    finally:
        kept.close()
        source.close()
    _run(path, {number: steps[number] for number in range(version, target)}, target)
    return copy


def _run(path: Path, steps: Mapping[int, Step], target: int) -> None:
    # Imported here: alembic takes 270 ms and is needed once in the life of a file.
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext
    from sqlalchemy import create_engine, event

    engine = create_engine(f"sqlite+pysqlite:///{path}")

    @event.listens_for(engine, "connect")
    def _by_hand(raw: sqlite3.Connection, _record: object) -> None:
        raw.isolation_level = None

    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            operations = Operations(MigrationContext.configure(connection))
            for _, step in sorted(steps.items()):
                step(operations)
            connection.exec_driver_sql(f"PRAGMA user_version = {target}")
            connection.exec_driver_sql("COMMIT")
            # The version is read from the file's first page before it is opened, so it must be there.
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        engine.dispose()
