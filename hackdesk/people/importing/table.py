"""Any file somebody chooses, as a table or as a sentence that says why it is none."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people.importing.cells import Cell, NoHeader, Problem, Row, Table, headed
from hackdesk.people.importing.decoding import decoded
from hackdesk.people.importing.delimited import split_text
from hackdesk.people.importing.workbook import OLD_OFFICE, ZIP, best_sheet, sheets_of
from hackdesk.steps import Step, no_steps

__all__ = ["Cell", "NoHeader", "Problem", "Row", "Table", "file_content", "read_table", "table_of"]

MOST_BYTES = 50_000_000
_PICTURES_AND_PAPERS = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"RIFF", b"BM", b"\x7fELF", b"MZ", b"{\\rtf",
    b"SQLite format 3",
)  # fmt: skip
_WEB_PAGE = re.compile(r"\s*(<!doctype|<html|<\?xml|<table|<head|<body|<meta)", re.IGNORECASE)


def read_table(path: Path, *, sheet: str = "", header_row: int | None = None, step: Step = no_steps) -> Table:
    """Read a file a form tool exported, whatever its ending says.

    sheet, header_row: as a person chose them. Raises HackDeskError where it is missing, too large, empty, no
    table, or does not name its columns (NoHeader).
    """
    content = file_content(path)
    step(0, 1)
    return table_of(path.name, content, sheet=sheet, header_row=header_row)


def file_content(path: Path) -> bytes:
    """All that is in a file. Raises HackDeskError where it is missing, too large or empty."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise HackDeskError(
                N_("{name} is {size} MB large; a list of registrations never is."),
                name=path.name, size=round(size / 1e6), remedy=N_("Choose the file that the form gave you."),
            )  # fmt: skip
        content = path.read_bytes()
    except OSError as error:
        raise HackDeskError(
            N_("{name} cannot be read: {reason}."), name=path.name, reason=error.strerror or str(error)
        ) from error
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe,;"):
        raise HackDeskError(N_("{name} is empty."), name=path.name)
    return content


def table_of(name: str, content: bytes, *, sheet: str = "", header_row: int | None = None) -> Table:
    """What `read_table` makes of a file that was read already."""
    if content.startswith((ZIP, OLD_OFFICE)):
        sheets, unread = sheets_of(content, name)
        chosen = sheet if sheet in sheets else best_sheet(sheets)
        table = headed(sheets[chosen], name, header_row)
        return replace(table, sheet=chosen, sheets=tuple(sheets), remarks=unread)
    if content.startswith(_PICTURES_AND_PAPERS):
        raise _no_table(name)
    text, encoding = decoded(content, name)
    _refuse_other_text(text, name)
    rows, separator, mended = split_text(text)
    return replace(headed(rows, name, header_row), encoding=encoding, separator=separator, remarks=mended)


def _refuse_other_text(text: str, name: str) -> None:
    if _WEB_PAGE.match(text):
        raise HackDeskError(
            N_("{name} is a web page and no spreadsheet, whatever its name says."), name=name,
            remedy=N_("Open it in a spreadsheet program and save it as XLSX."),
        )  # fmt: skip
    if text.lstrip()[:1] in ("{", "["):
        try:
            json.loads(text)
        except (ValueError, RecursionError):
            return
        raise HackDeskError(
            N_("{name} is JSON, made for programs."), name=name,
            remedy=N_("Export the list as CSV or XLSX instead."),
        )  # fmt: skip


def _no_table(name: str) -> HackDeskError:
    return HackDeskError(
        N_("{name} is not a table."), name=name,
        remedy=N_("Choose the CSV or XLSX file that the form gave you."),
    )  # fmt: skip
