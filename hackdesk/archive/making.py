"""Making the archive: begun at once, so that its private part is known from the start, then filled."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from hackdesk import laptop
from hackdesk.archive.folders import (
    LEFT_OUT,
    READ_ME,
    Archive,
    Filed,
    Unmade,
    disk_name,
    folder_of,
    private_folder,
    tables_folder,
)
from hackdesk.archive.lists import ABOUT, open_tables, private_tables
from hackdesk.archive.read_me import read_me
from hackdesk.documents.drawing import draw
from hackdesk.documents.kinds import KINDS, Kind, is_private, made_ready, printer_profile
from hackdesk.documents.rules import SENSITIVE, NothingToPrint
from hackdesk.documents.sheet import write_whole
from hackdesk.errors import HackDeskError
from hackdesk.event.backup import copy
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.language import N_, Words, language
from hackdesk.spreadsheets import Table, csv_bytes, separator_of, xlsx_bytes
from hackdesk.steps import Step, no_steps


def begin_archive(event: Event, parent: Path) -> Path:
    """A new folder for the archive in `parent`, beside whatever lies there already; this laptop remembers where
    its private part is, before there is any. Raises HackDeskError where it cannot be made."""
    words = language(settings_of(event).language)
    name = words("{event} – archive", event=disk_name(settings_of(event).name))
    folder, number = parent / name, 1
    while folder.exists():
        number += 1
        folder = parent / f"{name} ({number})"
    return begin_archive_at(event, folder)


def begin_archive_at(event: Event, folder: Path) -> Path:
    """The same at this very place. Raises HackDeskError where something lies there already."""
    words = language(settings_of(event).language)
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise HackDeskError(
                N_("There is something in {folder} already."), folder=str(folder),
                remedy=N_("Name a folder that is new or empty: nothing is overwritten."),
            )  # fmt: skip
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HackDeskError(
            N_("The folder {folder} cannot be made: {reason}."),
            folder=str(folder), reason=error.strerror or str(error),
        ) from error  # fmt: skip
    laptop.save(laptop.load().with_paper(event.path, folder / private_folder(words)))
    return folder


def fill_archive_of(path: Path, folder: Path, station: str, *, step: Step = no_steps) -> Archive:
    """Fill the archive of the event file at `path`, in a process of its own."""
    event = Event.open(path, station=station)
    try:
        return fill_archive(event, folder, step=step)
    finally:
        event.close()


def fill_archive(event: Event, folder: Path, *, step: Step = no_steps) -> Archive:
    """Make everything into a folder that was begun. Where it is cancelled or fails, the folder goes again.

    What is made is not written down as printed, but certificates get their numbers.
    """
    try:
        return _Archiving(event, folder).make(step)
    except BaseException:  # a cancelled step is no Exception of ours: whatever ends it, nothing half is left
        shutil.rmtree(folder, ignore_errors=True)
        raise


class _Archiving:
    def __init__(self, event: Event, folder: Path) -> None:
        settings = settings_of(event)
        self._event, self._folder, self._settings = event, folder, settings
        self._words: Words = language(settings.language)
        self._private = private_folder(self._words)
        self._filed: list[Filed] = []
        self._unmade: list[Unmade] = []

    def make(self, step: Step) -> Archive:
        kinds = [kind for kind in KINDS.values() if kind.name not in LEFT_OUT]
        of = len(kinds) + 2
        for done, kind in enumerate(kinds):
            step(done, of)
            self._make(kind)
        step(len(kinds), of)
        self._write_tables(tables_folder(self._words), open_tables(self._event, self._words))
        self._write_tables(self._private, private_tables(self._event, self._words))
        step(len(kinds) + 1, of)
        self._copy_event()
        archive = Archive(self._folder, tuple(sorted(self._filed, key=lambda one: one.path)), tuple(self._unmade))
        self._write_read_me(archive)
        step(of, of)
        return archive

    def _make(self, kind: Kind) -> None:
        words = self._words
        private = kind.name in SENSITIVE or is_private(self._event, kind)
        name = Path(self._private if private else folder_of(kind.name, words)) / kind.file_name(words)
        try:
            values = made_ready(self._event, kind.name)
            self._put(name, lambda path: draw(kind.name, values, words.tag, printer_profile(), path))
        except NothingToPrint as refusal:
            self._unmade.append(Unmade(words(kind.title), words(refusal.sentence, **refusal.values)))
        except HackDeskError as error:
            self._unmade.append(Unmade(words(kind.title), words.error(error)))
        else:
            self._filed.append(Filed(name, words(kind.about)))

    def _write_tables(self, folder: str, tables: tuple[Table, ...]) -> None:
        """One workbook with a sheet for each, and each as CSV."""
        words = self._words
        if tables:
            all_of_them = words("All of the tables below, a sheet each.")
            self._write(Path(folder) / f"{words('Tables').lower()}.xlsx", xlsx_bytes(tables), all_of_them)
        for table in tables:
            name = Path(folder) / f"{disk_name(table.title).lower()}.csv"
            content = csv_bytes(table.header, table.rows, separator_of(words.locale))
            self._write(name, content, words(ABOUT[table.key]))

    def _write(self, name: Path, content: bytes, about: str) -> None:
        self._put(name, lambda path: write_whole(path, content))
        self._filed.append(Filed(name, about))

    def _copy_event(self) -> None:
        name = Path(self._private) / self._event.path.name
        self._put(name, lambda path: copy(self._event, path))
        about = self._words("The event file as it was then: everything, to be opened with HackDesk.")
        self._filed.append(Filed(name, about))

    def _write_read_me(self, archive: Archive) -> None:
        when = self._words.moment(self._event.clock.utc_now(), self._settings.zone)
        text = read_me(archive, self._settings.name, when, self._words).replace("\n", "\r\n")
        write_whole(self._folder / f"{self._words(READ_ME)}.txt", text.encode("utf-8-sig"))

    def _put(self, name: Path, write: Callable[[Path], object]) -> None:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path)
