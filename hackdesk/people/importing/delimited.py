"""Text files with a separator between cells: which one it is, and quotation marks that do not match."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from hackdesk.language import N_
from hackdesk.people.importing.cells import Cell, Problem, named_columns
from hackdesk.people.rules import written_lines

SEPARATORS = ",;\t|"
#: What a person writes in one cell; the csv module's own bound would make a whole file unreadable.
_LONGEST_CELL = 5_000_000
#: How much of a file is looked at to find its separator.
_SAMPLE = 60_000
_TOLD = re.compile(r'"?sep=([,;\t|])"?\r?\n')


def split_text(text: str) -> tuple[list[list[Cell]], str, tuple[Problem, ...]]:
    """The cells of a text, what stands between them, and what had to be mended."""
    told = _TOLD.match(text)
    if told:
        text, separator = text[told.end() :], told[1]
    else:
        sample = text if len(text) <= _SAMPLE else text[: text.rfind("\n", 0, _SAMPLE) + 1 or _SAMPLE]
        separator = max(SEPARATORS, key=lambda sign: named_columns(_cells(_records(sample, sign))))
    records = _records(text, separator)
    mended: tuple[Problem, ...] = ()
    if text.count('"') % 2 and _swallowed(records, separator):
        records, mended = _line_by_line(text, separator)
    return _cells(records), separator, mended


def _records(text: str, separator: str) -> list[list[str]]:
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:  # a cell beyond all bounds: this separator is not the one
        return []
    finally:
        csv.field_size_limit(before)


def _swallowed(records: Sequence[Sequence[str]], separator: str) -> bool:
    """Whether a quotation mark that never ends has taken other rows into its cell."""
    least = max(1, max(map(len, records), default=1) // 2)
    return any("\n" in cell and cell.count(separator) >= least for row in records for cell in row)


def _line_by_line(text: str, separator: str) -> tuple[list[list[str]], tuple[Problem, ...]]:
    """Every line is a row; where its quotation marks do not match, they are letters."""
    records: list[list[str]] = []
    odd: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        whole = line.count('"') % 2 == 0
        if not whole:
            odd.append(Problem(number, "", N_("A quotation mark is missing in this row: look at it after.")))
        cells = next(csv.reader([line], delimiter=separator), []) if whole else line.split(separator)
        records.append([cell.strip('"') if not whole else cell for cell in cells])
    return records, tuple(odd)


def _cells(records: Iterable[Sequence[str]]) -> list[list[Cell]]:
    # Most answers are one of a few: each is looked at once.
    known: dict[str, Cell] = {"": ""}
    return [[known[cell] if cell in known else known.setdefault(cell, written_lines(cell)) for cell in row]
            for row in records]  # fmt: skip
