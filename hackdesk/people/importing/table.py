"""A CSV file or a spreadsheet as rows of cells under named columns."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people.importing.decoding import decoded
from hackdesk.people.importing.headers import looks_like_an_answer, recognised
from hackdesk.people.rules import written, written_lines
from hackdesk.steps import Step, no_steps

Cell = str | bool | datetime
MOST_BYTES = 50_000_000
_MOST_CELLS = 5_000_000
#: In how many rows from the top the names of the columns are looked for.
_ROWS_ABOVE = 15
_SEPARATORS = ",;\t"
_PICTURES_AND_PAPERS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"RIFF", b"BM", b"\x7fELF", b"MZ")
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_CELL = re.compile(rb'<c [^>]*?r="([A-Z]+)(\d+)"')


@dataclass(frozen=True)
class Row:
    """One row. number: as the spreadsheet counts, so that a person finds it there."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """What a file holds. encoding, separator: of a text file; sheet: of a spreadsheet; "" otherwise.

    headers: as written; a name that comes again has its number behind it. Rows without any text are left out.
    """

    name: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str = ""
    separator: str = ""
    sheet: str = ""


def read_table(path: Path, *, step: Step = no_steps) -> Table:
    """Read a file a form tool exported, whatever its ending says.

    Raises HackDeskError where it is missing, too large, empty, no table, or does not name its columns.
    """
    content = _content(path)
    step(0, 1)
    if content.startswith((_ZIP, _OLD_OFFICE)):
        return _of_spreadsheet(content, path.name)
    if content.startswith(_PICTURES_AND_PAPERS):
        raise _no_table(path.name)
    text, encoding = decoded(content, path.name)
    return _of_text(text, encoding, path.name)


def _content(path: Path) -> bytes:
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


def _of_text(text: str, encoding: str, name: str) -> Table:
    told = re.match(r'"?sep=([,;\t])"?\r?\n', text)
    if told:
        text = text[told.end() :]
    readings = [_split(text, sign) for sign in (told[1] if told else _SEPARATORS)]
    best = max(range(len(readings)), key=lambda number: _named_columns(readings[number]))
    separator = told[1] if told else _SEPARATORS[best]
    headers, rows = _headed(readings[best], name)
    return Table(name, headers, rows, encoding, separator)


def _split(text: str, separator: str) -> list[list[Cell]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return [list(map(written_lines, row)) for row in reader]
    except csv.Error:  # a cell of more than 131,072 letters: this separator is not the one
        return []


def _named_columns(rows: Sequence[Sequence[Cell]]) -> tuple[int, int]:
    """How well a separator fits: columns that are understood, then rows as wide as the widest of the first."""
    top = rows[:_ROWS_ABOVE]
    widest = max(map(len, top), default=0)
    understood = max((_understood(row) for row in top), default=0)
    return understood, widest if widest > 1 else 0


def _of_spreadsheet(content: bytes, name: str) -> Table:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    _refuse_endless(content, name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [(title, _cells(book.get_sheet_by_name(title))) for title in book.sheet_names]
    except PasswordError as error:
        raise HackDeskError(
            N_("{name} is locked with a password."), name=name,
            remedy=N_("Open it in a spreadsheet program and save it without one."),
        ) from error  # fmt: skip
    except (CalamineError, OSError, ValueError) as error:
        raise _no_table(name) from error
    filled = [(title, rows) for title, rows in sheets if any(any(row) for row in rows)]
    if not filled:
        raise HackDeskError(N_("{name} is empty."), name=name)
    title, rows = max(filled, key=lambda sheet: _named_columns(sheet[1])[0])
    headers, body = _headed(rows, name)
    return Table(name, headers, body, sheet=title)


def _refuse_endless(content: bytes, name: str) -> None:
    """One stray cell far away makes a sheet of billions of cells; reading it would take all memory."""
    if not content.startswith(_ZIP):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            sheets = [entry for entry in packed.infolist() if entry.filename.startswith("xl/worksheets/sheet")]
            for entry in packed.infolist():
                if entry.file_size > 10 * MOST_BYTES:
                    raise _no_table(name)
            for sheet in sheets:
                places = [match.groups() for match in _CELL.finditer(packed.read(sheet))]
                width = max((_column(letters) for letters, _ in places), default=0)
                height = max((int(number) for _, number in places), default=0)
                if width * height > _MOST_CELLS:
                    raise HackDeskError(
                        N_("{name} reaches down to row {row} and across to column {column}."),
                        name=name, row=height, column=width,
                        remedy=N_("Delete the empty rows and columns after the list, then save it again."),
                    )  # fmt: skip
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise _no_table(name) from error


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _cells(sheet: Any) -> list[list[Cell]]:
    # Leaving out the empty rows above would make our row numbers differ from the spreadsheet's.
    return [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]


def _cell(value: Any) -> Cell:
    if isinstance(value, bool | datetime):
        return value
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, date):
        return value.isoformat()
    return written_lines(str(value))


def _headed(rows: Sequence[Sequence[Cell]], name: str) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """The names of the columns and the rows below them."""
    filled = [number for number, row in enumerate(rows) if any(cell != "" for cell in row)]
    if not filled:
        raise HackDeskError(N_("{name} is empty."), name=name)
    top = max(filled[:_ROWS_ABOVE], key=lambda number: _understood(rows[number]))
    if not _understood(rows[top]):
        top = filled[0]
        if any(not isinstance(cell, str) or looks_like_an_answer(cell) for cell in rows[top]):
            raise HackDeskError(
                N_("{name} does not say what its columns hold."), name=name,
                remedy=N_("Write a first row with names such as Name, E-mail, Phone, then choose it again."),
            )  # fmt: skip
    if not any(number > top for number in filled):
        raise HackDeskError(N_("{name} names its columns but has no rows below."), name=name)
    headers = tuple(_distinct(written(str(cell)) for cell in rows[top]))
    below = (number for number in filled if number > top)
    return headers, tuple(Row(number + 1, tuple(rows[number])) for number in below)


def _understood(row: Sequence[Cell]) -> int:
    return sum(isinstance(cell, str) and bool(recognised(cell)) for cell in row)


def _distinct(headers: Iterator[str]) -> Iterator[str]:
    met: dict[str, int] = {}
    for header in headers:
        met[header] = met.get(header, 0) + 1
        yield header if met[header] == 1 or not header else f"{header} ({met[header]})"


def _no_table(name: str) -> HackDeskError:
    return HackDeskError(
        N_("{name} is not a table."), name=name,
        remedy=N_("Choose the CSV or XLSX file that the form gave you."),
    )  # fmt: skip
