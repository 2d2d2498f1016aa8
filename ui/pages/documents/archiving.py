"""The whole event into one folder, made in a process of its own that reads the event file by itself."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hackdesk.archive.folders import READ_ME, Archive
from hackdesk.archive.making import begin_archive, fill_archive_of
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.language import language
from ui.jobs import Job
from ui.page import Page
from ui.pages.documents.progress import Progress
from ui.text import _, many

if TYPE_CHECKING:
    from hackdesk.event.store import Event


class Archiving(QObject):
    """changed(): the archive is being made now, or is not any more."""

    changed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self._read_me, self.busy = page, "", False
        self._job: Job | None = None
        self._folder = Path()
        self.progress = Progress()
        self.progress.cancel_wanted.connect(self._stop)

    def make(self, parent: Path) -> None:
        """Make it in a new folder in `parent`, unless it is being made already."""
        if not self.busy:
            self.busy = True
            self.changed.emit()
            self._page.ask(partial(_begun, parent), self._fill, self._refuse)

    def close(self) -> None:
        """Stop and wait until no process is left; what was made of it goes."""
        for job in self.findChildren(Job):
            job.close()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _fill(self, begun: tuple[Path, Path, str, str]) -> None:
        event, folder, station, self._read_me = begun
        self._folder = folder
        self.progress.begin(_("Making the archive folder"))
        self._job = Job(fill_archive_of, event, folder, station, parent=self)
        self._job.stepped.connect(self.progress.step)
        self._job.finished.connect(self._say)
        self._job.failed.connect(self._refuse)
        self._job.cancelled.connect(self._take_away)

    def _say(self, archive: Archive) -> None:
        self._end()
        files = many("{count} file", "{count} files", len(archive.files))
        said = _("Made {folder}: {files}. Begin with {name}.", folder=archive.folder.name, files=files,
                 name=self._read_me)  # fmt: skip
        self._page.receipt(said)

    def _take_away(self) -> None:
        # A process that was too busy to clean up in time was ended, and what it had made is still there.
        self._page.ask(partial(_removed, self._folder), self._say_stopped)

    def _say_stopped(self, _nothing: None) -> None:
        self._end()
        self._page.receipt(_("Stopped. The folder was taken away again."))

    def _refuse(self, error: HackDeskError) -> None:
        self._end()
        self._page.sorry(error)

    def _end(self) -> None:
        self._job, self.busy = None, False
        self.progress.end()
        self.changed.emit()


def _begun(parent: Path, event: Event) -> tuple[Path, Path, str, str]:
    name = language(settings_of(event).language)(READ_ME)
    return event.path, begin_archive(event, parent), event.station, name


def _removed(folder: Path, _event: Event) -> None:
    shutil.rmtree(folder, ignore_errors=True)
