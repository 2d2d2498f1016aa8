"""Cells and files that a spreadsheet program opens rightly and never runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(value: object) -> str:
    """The value as text that no spreadsheet program takes for a formula.

    A text that begins with = + - @ gets an apostrophe in front, as Excel itself marks text. Numbers stay numbers.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


def separator_of(locale: Locale) -> str:
    """What Excel of that country expects between cells: a semicolon where numbers have a decimal comma."""
    return ";" if locale.number_symbols["latn"]["decimal"] == "," else ","


def csv_bytes(header: Sequence[object], rows: Iterable[Sequence[object]], separator: str = ",") -> bytes:
    """A CSV file as Excel opens it: UTF-8 with a byte-order mark, CRLF, every cell safe."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator)
    writer.writerow([safe_cell(cell) for cell in header])
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def xlsx_bytes(
    title: str, header: Sequence[object], rows: Iterable[Sequence[object]], widest: int = 60
) -> bytes:
    """An XLSX file of one sheet: numbers are numbers, every text is text, the header stays while one scrolls.

    title: of the sheet. widest: no column is wider than so many letters.
    """
    import xlsxwriter

    kept, lines = io.BytesIO(), [list(header), *map(list, rows)]
    book = xlsxwriter.Workbook(kept, {"in_memory": True})
    sheet = book.add_worksheet(_sheet_name(title))
    bold = book.add_format({"bold": True, "bottom": 1})
    for number, line in enumerate(lines):
        for column, value in enumerate(line):
            if isinstance(value, int | float) and not isinstance(value, bool):
                sheet.write_number(number, column, value)
            else:
                sheet.write_string(number, column, "" if value is None else str(value), None if number else bold)
    for column, cells in enumerate(zip(*lines, strict=True)):
        sheet.set_column(column, column, min(widest, max(len(str(cell)) for cell in cells) + 2))
    sheet.freeze_panes(1, 0)
    book.close()
    return kept.getvalue()


def _sheet_name(title: str) -> str:
    """The title as spreadsheet programs take it for a sheet's name."""
    kept = "".join(" " if sign in "[]:*?/\\" else sign for sign in title).strip("' ")
    return kept[:31] or "1"
