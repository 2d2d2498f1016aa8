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
