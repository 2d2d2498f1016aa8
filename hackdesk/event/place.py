"""A look at a file before it is opened: is it ours, is it whole, may it be written, where does it lie."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path
from typing import Self

from hackdesk.errors import HackDeskError
from hackdesk.event.migrate import APPLICATION_ID, SCHEMA
from hackdesk.language import N_

_HEADER = b"SQLite format 3\x00"
_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "fuse.sshfs", "fuse.davfs", "davfs", "ncpfs"}


class FileDamaged(HackDeskError):
    """The event file does not hold together."""

    @classmethod
    def of(cls, path: Path) -> Self:
        """The sentence for this file."""
        return cls(
            N_("{name} is damaged and was left as it is."), name=path.name,
            remedy=N_("Open the newest copy in the folder {folder} beside it."), folder=f"{path.stem}.backups",
        )  # fmt: skip


def look_before_opening(path: Path) -> None:
    """Raises a HackDeskError with one plain sentence where this is no file to work on; changes nothing."""
    if not path.exists():
        raise HackDeskError(N_("There is no file {name}."), name=str(path))
    if path.is_dir():
        raise HackDeskError(N_("{name} is a folder, not an event file."), name=path.name)
    _is_ours(path)
    if not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise HackDeskError(
            N_("{name} is read-only, so nothing could be saved in it."), name=path.name,
            remedy=N_("Copy it to a folder of this laptop and open the copy."),
        )  # fmt: skip
    if on_network_share(path):
        raise HackDeskError(
            N_("{name} lies on a network share, where saving is not safe."), name=path.name,
            remedy=N_("Copy it to this laptop and open the copy."),
        )  # fmt: skip
    _is_whole(path)


def _is_ours(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise HackDeskError(
            N_("{name} cannot be read: {reason}."), name=path.name, reason=error.strerror or str(error)
        ) from error
    if len(header) < 100 or not header.startswith(_HEADER) or _number(header, 68) != APPLICATION_ID:
        raise HackDeskError(
            N_("{name} is not a HackDesk event file."), name=path.name,
            remedy=N_("Event files end in .hackdesk; lists of registrations are brought in on the Prepare page."),
        )  # fmt: skip
    if _number(header, 60) > SCHEMA:
        raise HackDeskError(
            N_("{name} was made by a newer HackDesk."), name=path.name,
            remedy=N_("Install that version on this laptop to open it."),
        )  # fmt: skip


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")


def _is_whole(path: Path) -> None:
    try:
        connection = sqlite3.connect(path)
        try:
            (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise FileDamaged.of(path) from error
    if answer != "ok":
        raise FileDamaged.of(path)


def on_network_share(path: Path) -> bool:
    """Whether the file lies on another machine, where SQLite's shared memory does not reach."""
    resolved = path.resolve()
    if sys.platform == "win32":  # pragma: no cover
        import ctypes

        drive = resolved.anchor
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive) == 4
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return kind_of_mount(resolved, mounts) in _NETWORK


def kind_of_mount(path: Path, mounts: str) -> str:
    """The file system a path lies on, by the longest mount point above it (`/proc/self/mounts`)."""
    best, kind = "", ""
    for line in mounts.splitlines():
        parts = line.split()
        if len(parts) < 3:
            continue
        point = parts[1].replace("\\040", " ")
        inside = str(path) == point or str(path).startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, parts[2]
    return kind
