"""Copies beside the event file: every five minutes of change and at closing, the last ten kept."""

from __future__ import annotations

import glob
import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.language import N_

KEPT = 10
PERIOD = timedelta(minutes=5)


@dataclass(frozen=True)
class Backup:
    """A copy on disk. number: the last journal entry it holds."""

    path: Path
    at: datetime
    number: int


def folder_of(path: Path) -> Path:
    """Where the copies of an event file are kept: a folder beside it."""
    return path.with_name(f"{path.stem}.backups")


def copies_of(path: Path) -> tuple[Path, ...]:
    """The copies of a file that HackDesk made itself: its backups, and those from before an upgrade."""
    backups = sorted(folder_of(path).glob(f"*{path.suffix}"))
    return (*backups, *sorted(path.parent.glob(f"{glob.escape(path.stem)} (version *){path.suffix}")))


def copy(event: Event, target: Path) -> Backup:
    """Copy the event file as it is at this moment to `target`, while others go on writing.

    Written beside and renamed, so that what is at `target` is always whole. Raises HackDeskError
    where it cannot be written.
    """
    beside = target.with_name(target.name + ".part")
    number = event.head()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        connection = sqlite3.connect(beside)
        try:
            event.copy_to(connection)
            connection.execute("PRAGMA journal_mode = DELETE")
        finally:
            connection.close()
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(target)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise HackDeskError(
            N_("The backup {name} could not be written: {reason}."), name=target.name, reason=str(error),
            remedy=N_("Choose another folder or make room on the disk."),
        ) from error  # fmt: skip
    return Backup(target, event.clock.utc_now(), number)


def back_up(event: Event, last: Backup | None) -> Backup | None:
    """A copy beside the event file where something changed since `last`; older ones beyond ten go."""
    if last is not None and last.number == event.head():
        return None
    folder = folder_of(event.path)
    stamp = event.clock.utc_now().strftime("%Y-%m-%dT%H%M%SZ")
    made = copy(event, folder / f"{event.path.stem} {stamp}{event.path.suffix}")
    for old in sorted(folder.glob(f"*{event.path.suffix}"))[:-KEPT]:
        old.unlink()
    return made


def is_due(event: Event, last: Backup | None, opened_at: datetime) -> bool:
    """Whether five minutes have passed since the last copy (or since opening)."""
    since = last.at if last else opened_at
    return event.clock.utc_now() - since >= PERIOD
