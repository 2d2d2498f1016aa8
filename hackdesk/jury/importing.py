"""Ballots from a table in long form: one line for each mark, `juror,team,criterion,mark`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from hackdesk.errors import HackDeskError
from hackdesk.jury.rules import BallotState
from hackdesk.language import N_

COLUMNS = ("juror", "team", "criterion", "mark")
_ROWS_ABOVE = 15
#: How the columns are called in the languages of the hall, folded.
_HEADERS = {
    "juror": ("juror", "judge", "jury member", "žürii liige", "žüriiliige", "hindaja", "žūrijas loceklis",
              "член жюри", "жюри"),
    "team": ("team", "meeskond", "tiim", "komanda", "команда"),
    "criterion": ("criterion", "criteria", "kriteerium", "kritērijs", "критерий"),
    "mark": ("mark", "score", "points", "hinne", "punktid", "hinnang", "vērtējums", "оценка", "баллы"),
}  # fmt: skip
#: Words that stand in the place of a mark and say why there is none, folded.
_STATES = {
    BallotState.RECUSED: ("recused", "recusal", "taandus", "taandunud", "taandatud"),
    BallotState.JUROR_ABSENT: ("absent", "juror absent", "juror_absent", "puudus", "puudub"),
    BallotState.TEAM_NO_SHOW: ("no show", "no-show", "did not show", "team did not show", "team_no_show",
                               "ei ilmunud"),
    BallotState.VOID: ("void", "kehtetu"),
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One line of the table as it stands there. row: its number in the file, the header being 1."""

    row: int
    juror: str
    team: str
    criterion: str
    mark: str


@dataclass(frozen=True)
class Problem:
    """What could not be taken in. column: its header in the file; sentence: marked, with its values."""

    row: int
    column: str
    sentence: str
    values: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, line: Line, column: str, error: HackDeskError) -> Problem:
        """A refusal, at the place in the file that it is about."""
        return cls(line.row, column, error.sentence, error.values)


def folded(text: str) -> str:
    """A name as it is compared: one form of each letter, single spaces, no capitals."""
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def tidy(text: str) -> str:
    """A name as it is kept: as written, trimmed, one form of each letter."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def lines_of(table: Iterable[Sequence[str]]) -> tuple[Line, ...]:
    """The lines below the header; empty ones are left out.

    table: rows of cells as read from the file. Raises HackDeskError where a column is missing.
    """
    rows = list(table)
    top = header_row(rows)
    places = places_of(rows[top]) if rows else {}
    absent = [column for column in COLUMNS if column not in places]
    if absent:
        raise HackDeskError(
            N_("There is no column {columns} in the file."), columns=", ".join(absent),
            remedy=N_("Its first line must name the columns juror, team, criterion and mark."),
        )  # fmt: skip
    lines = []
    for number, cells in enumerate(rows[top + 1 :], top + 2):
        values = {column: tidy(cells[at]) if at < len(cells) else "" for column, at in places.items()}
        if any(values.values()):
            lines.append(Line(number, **values))
    return tuple(lines)


def header_row(rows: Sequence[Sequence[str]]) -> int:
    """Which of the first rows names the columns best; Excel's `sep=;` and a title may stand above it."""
    top = rows[:_ROWS_ABOVE]
    return max(range(len(top)), key=lambda number: len(places_of(top[number])), default=0)


def places_of(header: Sequence[str]) -> dict[str, int]:
    """{column: where it stands}, for the columns that the header names."""
    names = [folded(cell) for cell in header]
    return {
        column: next(at for at, name in enumerate(names) if name in spellings)
        for column, spellings in _HEADERS.items()
        if any(name in spellings for name in names)
    }


def state_word(text: str) -> BallotState | None:
    """The state that a word in the place of a mark means."""
    said = folded(text)
    return next((state for state, spellings in _STATES.items() if said in spellings), None)
