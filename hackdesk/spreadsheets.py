"""Cells and files that a spreadsheet program opens rightly and never runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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
    """A CSV file as Excel opens it: UTF-8 with a byte-order mark, CRLF, every cell safe.

    Where a semicolon separates cells, numbers have a decimal comma: there Excel would read 8.5 as the 8th of May.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator)
    writer.writerow([safe_cell(cell) for cell in header])
    writer.writerows([_cell(cell, separator) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object, separator: str) -> str:
    written = safe_cell(value)
    return written.replace(".", ",") if isinstance(value, float) and separator == ";" else written


@dataclass(frozen=True)
class Table:
    """A table of words and numbers. key: "attendance"; title: what its file and its sheet are called."""

    key: str
    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]


_SHEET_NAME, _WIDEST = 31, 60  # what Excel allows; letters of the widest column
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def xlsx_bytes(tables: Iterable[Table]) -> bytes:
    """An Excel workbook with a sheet for each table.

    A text is written as text whatever it begins with, and its cell is a text cell: Excel runs it neither when the
    file is opened nor when somebody clicks into the cell. It needs no apostrophe, so it stays as it was typed.
    """
    import xlsxwriter

    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    bold, text = book.add_format({"bold": True, "num_format": "@"}), book.add_format({"num_format": "@"})
    for table in tables:
        sheet = book.add_worksheet(table.title.translate(_NOT_IN_A_NAME)[:_SHEET_NAME])
        sheet.freeze_panes(1, 0)
        for column, title in enumerate(table.header):
            sheet.write_string(0, column, title, bold)
            cells = [str(row[column]) for row in table.rows if row[column] is not None]
            sheet.set_column(column, column, min(_WIDEST, 2 + max(map(len, (title, *cells)))))
        for number, row in enumerate(table.rows, start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, int | float) and not isinstance(cell, bool):
                    sheet.write_number(number, column, cell)
                elif cell is not None:
                    sheet.write_string(number, column, str(cell), text)
    book.close()
    return content.getvalue()
