"""The numbers of the event as files for a spreadsheet program."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from hackdesk.documents.number_sheets_of import write_tables
from hackdesk.language import language
from ui.page import Page
from ui.text import _, many
from ui.widgets.button import Button

if TYPE_CHECKING:
    from hackdesk.event.store import Event
    from ui.pages.documents.page import DocumentsPage


class TablesButton(Button):
    """Asks for a folder and writes the tables there, in the language of the page's documents."""

    def __init__(self, page: DocumentsPage) -> None:
        super().__init__("", self._ask)
        self._page = page
        said = _("Numbers, attendance, feedback forms and results for a spreadsheet program")
        self.setAccessibleDescription(said)

    def shrink(self, *, narrow: bool) -> None:
        """Say it shorter where there is little room."""
        self.setText(_("Tables …") if narrow else _("Tables for a spreadsheet …"))

    def _ask(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._page, _("A folder for the tables"))
        if folder:
            tag = self._page.languages.tag
            self._page.ask(partial(_write, Path(folder), tag), partial(_say, self._page))


def _write(folder: Path, tag: str, event: Event) -> tuple[Path, ...]:
    return write_tables(event, folder, language(tag))


def _say(page: Page, written: tuple[Path, ...]) -> None:
    files = many("{count} file", "{count} files", len(written))
    page.receipt(_("Saved in {folder}: {files}", folder=written[0].parent.name, files=files))
