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

if TYPE_CHECKING:
    from hackdesk.event.store import Event


def ask_and_write(page: Page, tag: str) -> None:
    """Ask for a folder and write the tables there in this language; the page says how it went."""
    folder = QFileDialog.getExistingDirectory(page, _("A folder for the tables"))
    if folder:
        page.ask(partial(_write, Path(folder), tag), partial(_say, page))


def _write(folder: Path, tag: str, event: Event) -> tuple[Path, ...]:
    return write_tables(event, folder, language(tag))


def _say(page: Page, written: tuple[Path, ...]) -> None:
    files = many("{count} file", "{count} files", len(written))
    page.receipt(_("Saved in {folder}: {files}", folder=written[0].parent.name, files=files))
