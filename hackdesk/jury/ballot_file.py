"""A file of ballots as lines, whatever its encoding and separator."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from hackdesk.errors import HackDeskError
from hackdesk.jury.importing import Line, header_row, lines_of, places_of
from hackdesk.language import N_
from hackdesk.people.importing.decoding import decoded

_SEPARATORS = ",;\t"


def ballot_lines(path: Path) -> tuple[Line, ...]:
    """The lines of a text file in long form: juror, team, criterion, mark.

    Raises HackDeskError where it cannot be read, is no text, or does not name these columns.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise HackDeskError(
            N_("{name} cannot be read: {reason}."), name=path.name, reason=error.strerror or str(error)
        ) from error
    text, _encoding = decoded(content, path.name)
    best = max((_split(text, separator) for separator in _SEPARATORS), key=_understood)
    return lines_of(best)


def _split(text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:  # a cell of more than 131,072 letters: this separator is not the one
        return []


def _understood(rows: list[list[str]]) -> int:
    return len(places_of(rows[header_row(rows)])) if rows else 0
