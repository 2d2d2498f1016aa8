"""Rows of cells under named columns: what every kind of file becomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import zip_longest
from typing import Any

from hackdesk.errors import HackDeskError
from hackdesk.language import N_, Words
from hackdesk.people.importing.headers import looks_like_an_answer, recognised
from hackdesk.people.rules import written

Cell = str | bool | datetime
#: In how many rows from the top the names of the columns are looked for, and how many a person is shown.
ROWS_ABOVE = 15
MOST_ROWS, MOST_COLUMNS = 20_000, 400
#: A row below the header names columns too where this share of its cells is understood as such.
_SECOND_HEADER = 0.6


@dataclass(frozen=True)
class Row:
    """One row. number: as the spreadsheet counts, so that a person finds it there."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Problem:
    """What could not be taken in. row: the spreadsheet's own; column: its header; sentence: marked."""

    row: int
    column: str
    sentence: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def worded(self, words: Words) -> str:
        """The sentence in a language."""
        return words.error(HackDeskError(self.sentence, **self.values))


@dataclass(frozen=True)
class Table:
    """What a file holds. encoding, separator: of a text file; sheet, sheets: of a spreadsheet; "" otherwise.

    headers: as written; a name that comes again has its number behind it. rows: those with any text below the
    header. header_row: its number, 0 where the file names no columns; top: the first rows as they were read.
    remarks: what to look at in the file itself.
    """

    name: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    header_row: int = 1
    top: tuple[Row, ...] = ()
    remarks: tuple[Problem, ...] = ()


class NoHeader(HackDeskError):
    """The file does not name its columns: somebody has to say which holds what."""


def headed(rows: Sequence[Sequence[Cell]], name: str, header_row: int | None = None) -> Table:
    """Rows as a table. header_row: as a person chose it, 0 for none; found where it is left out.

    Raises HackDeskError where there is nothing, too much, or NoHeader.
    """
    width = max((_filled_width(row) for row in rows), default=0)
    if not width:
        raise HackDeskError(N_("{name} is empty."), name=name)
    if width > MOST_COLUMNS or len(rows) > MOST_ROWS:
        raise HackDeskError(
            N_("{name} has {rows} rows and {columns} columns; a list of registrations never has that many."),
            name=name, rows=len(rows), columns=width,
            remedy=N_("Leave out what is no registration, then save it again."),
        )  # fmt: skip
    filled = [number for number, row in enumerate(rows) if _filled_width(row)]
    top = tuple(Row(number + 1, tuple(rows[number])) for number in filled[:ROWS_ABOVE])
    at = _header_at(rows, filled, name) if header_row is None else header_row - 1
    headers = _letters(width) if at < 0 else _named(rows, at)
    below = [number for number in filled if number > at]
    while below and at >= 0 and _names_columns_again(rows[below[0]], rows[at]):
        del below[0]
    kept = tuple(Row(number + 1, tuple(rows[number])) for number in below if at < 0 or rows[number] != rows[at])
    if not kept:
        raise HackDeskError(N_("{name} names its columns but has no rows below."), name=name)
    return Table(name, headers, kept, header_row=at + 1, top=top)


def named_columns(rows: Sequence[Sequence[Cell]]) -> tuple[int, int, int]:
    """How well rows fit a list of people: columns that are understood, rows as wide as the first, its width."""
    top = rows[:ROWS_ABOVE]
    widths = [len(row) for row in top if len(row) > 1]
    even = widths.count(widths[0]) if widths and len(top[0]) > 1 else 0
    return max((_understood(row) for row in top), default=0), even, max(widths, default=0)


def _header_at(rows: Sequence[Sequence[Cell]], filled: Sequence[int], name: str) -> int:
    top = max(filled[:ROWS_ABOVE], key=lambda number: _understood(rows[number]))
    if _understood(rows[top]):
        return top
    top = filled[0]
    if any(not isinstance(cell, str) or looks_like_an_answer(cell) for cell in rows[top]):
        raise NoHeader(
            N_("{name} does not say what its columns hold."), name=name,
            remedy=N_("Write a first row with names such as Name, E-mail, Phone, then choose it again."),
        )  # fmt: skip
    return top


def _named(rows: Sequence[Sequence[Cell]], at: int) -> tuple[str, ...]:
    """The names in a header row; where groups of columns have a name above, as merged cells have, both."""
    names = [written(str(cell)) for cell in rows[at]]
    above = [written(str(cell)) for cell in rows[at - 1]] if at else []
    if sum(map(bool, above)) > 1 and len(set(filter(None, above))) < len(names):
        names = list(_with_their_group(names, above))
    return tuple(_distinct(names))


def _with_their_group(names: Sequence[str], above: Sequence[str]) -> Iterator[str]:
    group = ""
    for name, begins in zip_longest(names, above, fillvalue=""):
        group = begins or group
        if not name:
            yield begins
        else:
            yield f"{group} – {name}" if group and not recognised(name) and recognised(group) else name


def _names_columns_again(row: Sequence[Cell], header: Sequence[Cell]) -> bool:
    """Whether this row is a second header, such as the same in another language."""
    cells = [cell for cell in row if cell != ""]
    if any(not isinstance(cell, str) or looks_like_an_answer(cell) for cell in cells):
        return False
    understood = _understood(row)
    return understood >= 3 and understood >= _SECOND_HEADER * max(len(cells), _understood(header))


def _understood(row: Sequence[Cell]) -> int:
    return sum(isinstance(cell, str) and bool(recognised(cell)) for cell in row[:MOST_COLUMNS])


def _filled_width(row: Sequence[Cell]) -> int:
    width = len(row)
    while width and row[width - 1] == "":
        width -= 1
    return width


def _distinct(headers: Sequence[str]) -> Iterator[str]:
    met: set[str] = set()
    for header in headers:
        told, number = header, 1
        while told in met and header:
            number += 1
            told = f"{header} ({number})"
        met.add(told)
        yield told


def _letters(width: int) -> tuple[str, ...]:
    """What a spreadsheet program calls columns without a name: A, B … Z, AA."""
    first = [chr(65 + number) for number in range(26)]
    return tuple((first + [a + b for a in first for b in first])[:width])
