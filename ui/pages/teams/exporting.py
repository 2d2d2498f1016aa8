"""The list of teams as a file for a spreadsheet program."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from hackdesk.errors import HackDeskError
from hackdesk.language import N_, Words, language
from hackdesk.spreadsheets import csv_bytes, separator_of
from hackdesk.teams.lists import team_list
from hackdesk.teams.queries import Board
from ui.page import Page
from ui.text import _, words

if TYPE_CHECKING:
    from hackdesk.event.store import Event


def ask_and_write(page: Page, board: Board) -> None:
    """Ask for a place and write the list there; the page says how it went."""
    name, _filter = QFileDialog.getSaveFileName(page, _("Write the teams to …"), _("teams.csv"), "CSV (*.csv)")
    if name:
        page.ask(partial(write, board, Path(name), language(words.tag)), partial(_say, page))


def write(board: Board, path: Path, said: Words, _event: Event) -> Path:
    """Write the list. Raises HackDeskError where the file cannot be written."""
    header, *rows = team_list(board.teams, board.unplaced, board.groups, said)
    try:
        path.write_bytes(csv_bytes(header, rows, separator_of(said.locale)))
    except OSError as error:
        reason = error.strerror or str(error)
        raise HackDeskError(N_("{name} could not be written: {reason}."), name=str(path), reason=reason) from error
    return path


def _say(page: Page, path: Path) -> None:
    page.receipt(_("Written: {path}", path=str(path)))
