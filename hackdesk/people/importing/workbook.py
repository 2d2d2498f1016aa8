"""Spreadsheet files into rows of cells: XLSX, XLS and ODS, within bounds that keep a laptop alive."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from xml.parsers import expat

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people.importing.cells import Cell, Problem, named_columns
from hackdesk.people.rules import written_lines

ZIP, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
MOST_UNPACKED = 200_000_000
_MOST_CELLS = 5_000_000
_BROKEN_ZIP = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, LookupError, NotImplementedError, RuntimeError, OSError,
    EOFError, ValueError,
)  # fmt: skip
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_CELL = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
#: A formula that was never worked out: <c r="B3"><f>A1</f></c>, with an empty value or none.
_FORMULA = re.compile(
    rb'<c [^>]*?\br="[A-Z]{1,3}(\d{1,7})"[^>]*>\s*<f[^>]*?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)

Sheets = dict[str, list[list[Cell]]]


def sheets_of(content: bytes, name: str) -> tuple[Sheets, tuple[Problem, ...]]:
    """{title: rows} of the sheets with anything in them, and what to look at.

    Raises HackDeskError where it is locked, damaged, empty or endless.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    unread = _look_inside(content, name) if content.startswith(ZIP) else ()
    locked = content.startswith(OLD_OFFICE) and _LOCKED in content
    try:
        if locked:
            raise PasswordError
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = {title: list(_rows(book.get_sheet_by_name(title), name)) for title in book.sheet_names}
    except PasswordError as error:
        raise HackDeskError(
            N_("{name} is locked with a password."), name=name,
            remedy=N_("Open it in a spreadsheet program and save it without one."),
        ) from error  # fmt: skip
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise damaged(name) from error
    filled = {title: rows for title, rows in sheets.items() if any(any(row) for row in rows)}
    if not filled:
        raise HackDeskError(N_("{name} is empty."), name=name)
    return filled, unread


def best_sheet(sheets: Sheets) -> str:
    """The sheet that is most like a list of people."""
    return max(sheets, key=lambda title: named_columns(sheets[title])[0])


def damaged(name: str) -> HackDeskError:
    """The refusal of a file that ends too early or is broken inside."""
    return HackDeskError(
        N_("{name} is damaged: it cannot be unpacked."), name=name,
        remedy=N_("Download it again, or open it in a spreadsheet program and save it as XLSX."),
    )  # fmt: skip


def _look_inside(content: bytes, name: str) -> tuple[Problem, ...]:
    """Refuse what is endless before it is unpacked; tell formulas without a value.

    One stray cell far away makes a sheet of billions of cells; reading it would take all memory.
    """
    unread: list[Problem] = []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entries = packed.infolist()
            if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                raise _endless(name)
            for entry in entries:
                if entry.filename.endswith(".xml"):
                    # calamine reads a broken part without end instead of refusing it.
                    expat.ParserCreate().Parse(packed.read(entry), True)
                if entry.filename.startswith("xl/worksheets/") and entry.filename.endswith(".xml"):
                    unread += _look_into_sheet(packed.read(entry), name)
                elif entry.filename == "content.xml":
                    _look_into_ods(packed.read(entry), name)
    except _BROKEN_ZIP as error:
        raise damaged(name) from error
    return tuple(unread)


def _look_into_sheet(sheet: bytes, name: str) -> Iterator[Problem]:
    places = [match.groups() for match in _CELL.finditer(sheet)]
    width = max((_column(letters) for letters, _number in places), default=0)
    height = max((int(number) for _letters, number in places), default=0)
    if width * height > _MOST_CELLS:
        raise HackDeskError(
            N_("{name} reaches down to row {row} and across to column {column}."),
            name=name, row=height, column=width,
            remedy=N_("Delete the empty rows and columns after the list, then save it again."),
        )  # fmt: skip
    if b"<f" in sheet:
        for number in dict.fromkeys(int(match[1]) for match in _FORMULA.finditer(sheet)):
            yield Problem(
                number, "",
                N_("A cell is a formula without a value: open the file in a spreadsheet program and save it."),
            )  # fmt: skip


def _look_into_ods(content: bytes, name: str) -> None:
    """A cell with text that is said to be repeated a million times is a million cells."""
    cells = re.findall(rb'number-columns-repeated="(\d{3,9})"[^>]*office:value-type', content)
    cells += re.findall(rb'office:value-type[^>]*number-columns-repeated="(\d{3,9})"', content)
    for rows, row in re.findall(rb'<table:table-row[^>]*number-rows-repeated="(\d{3,9})"[^>]*>(.*?)</', content):
        if b"office:value-type" in row and int(rows) > 10_000:
            raise _endless(name)
    if any(int(columns) > 10_000 for columns in cells):
        raise _endless(name)


def _endless(name: str) -> HackDeskError:
    return HackDeskError(
        N_("{name} holds far more than a list of registrations does."), name=name,
        remedy=N_("Copy the list alone into a new file and choose that."),
    )  # fmt: skip


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _rows(sheet: Any, name: str) -> Iterator[list[Cell]]:
    if sheet.total_height * sheet.total_width > _MOST_CELLS:
        raise _endless(name)
    # Leaving out the empty rows above would make our row numbers differ from the spreadsheet's.
    for row in sheet.to_python(skip_empty_area=False):
        yield [_cell(value) for value in row]


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return written_lines(value) if value else ""
    if isinstance(value, bool | datetime):
        return value
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, date):
        return value.isoformat()
    return written_lines(str(value))
