"""What is made together: all that is ready, what belongs to one moment of the event, or the archive."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu

from hackdesk.documents.moments import MOMENTS, moment_of
from ui.text import _


class MakeMenu(QMenu):
    """Asks for a folder itself. several(names, folder): these documents. archive(folder): the whole event.

    tables(): numbers for a spreadsheet program.
    """

    several = Signal(object, object)
    archive = Signal(object)
    tables = Signal()

    def offer(self, ready: Sequence[str]) -> None:
        """Offer what can be made now. ready: names of documents that are not private."""
        self.clear()
        self._add(_("All that are ready: {count} …", count=len(ready)), ready)
        self.addSeparator()
        for moment in MOMENTS:
            names = [name for name in ready if moment_of(name) is moment]
            self._add(_("{moment}: {count} …", moment=_(moment.title), count=len(names)), names)
        self.addSeparator()
        self.addAction(_("Tables for a spreadsheet …"), self.tables.emit)
        self.addAction(_("The archive folder …"), self._ask_archive)

    def _add(self, word: str, names: Iterable[str]) -> None:
        wanted = list(names)
        action = self.addAction(word, lambda: self._ask_folder(wanted))
        action.setEnabled(bool(wanted))

    def _ask_folder(self, names: Sequence[str]) -> None:
        folder = QFileDialog.getExistingDirectory(self.parentWidget(), _("A folder for these documents"))
        if folder:
            self.several.emit(names, Path(folder))

    def _ask_archive(self) -> None:
        folder = QFileDialog.getExistingDirectory(self.parentWidget(), _("Where the archive folder is to lie"))
        if folder:
            self.archive.emit(Path(folder))
