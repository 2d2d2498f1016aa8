"""Where what lies in the archive, and what never comes into it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hackdesk.documents.moments import MOMENTS, moment_of
from hackdesk.language import N_, Words

#: Kinds that are not archived. Their codes open ballots or cast votes; a large poster is the small one again.
LEFT_OUT = ("juror_cards", "hall_slips", "posters_a3")
TABLES = N_("Tables for a spreadsheet")
PRIVATE = N_("Private, do not pass on")
READ_ME = N_("READ ME FIRST")
_TAKEN_BY_DISKS = '<>:"/\\|?*'


@dataclass(frozen=True)
class Filed:
    """A file of the archive. path: from its folder on; about: what it is, in words of the archive's language."""

    path: Path
    about: str


@dataclass(frozen=True)
class Unmade:
    """A document that could not be made, by its title, and why, in words."""

    title: str
    why: str


@dataclass(frozen=True)
class Archive:
    """An archive that lies on the disk. folder: where."""

    folder: Path
    files: tuple[Filed, ...]
    unmade: tuple[Unmade, ...] = ()


def folder_of(kind: str, words: Words) -> str:
    """The subfolder of a kind of document that is not private: its moment, numbered."""
    moment = moment_of(kind)
    return f"{MOMENTS.index(moment) + 1} {words(moment.title)}"


def tables_folder(words: Words) -> str:
    """The subfolder of tables."""
    return f"{len(MOMENTS) + 1} {words(TABLES)}"


def private_folder(words: Words) -> str:
    """The subfolder of all that is private."""
    return f"{len(MOMENTS) + 2} {words(PRIVATE)}"


def disk_name(text: str) -> str:
    """The text as every disk takes it for a name."""
    kept = "".join(" " if sign in _TAKEN_BY_DISKS or not sign.isprintable() else sign for sign in text)
    return " ".join(kept.split()).strip(". ")[:80].strip(". ") or "HackDesk"
