"""Rows of a table as registrations: what each person answered, and what could not be understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from hackdesk.errors import HackDeskError
from hackdesk.language import N_, Words
from hackdesk.people.importing import answers
from hackdesk.people.importing.headers import FIELDS, NAMES, columns_of
from hackdesk.people.importing.table import Cell, Row, Table
from hackdesk.people.rules import is_email, written, written_lines

_ADULT_AT = 18
_MOST_LINES = 30
#: What a spreadsheet program makes of a long number: 3,72579E+09.
_SHORTENED = re.compile(r"\d[.,]?\d*E\+\d+", re.IGNORECASE)


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
class Registration:
    """One row. values: {field: answer} of what was answered; what was left blank is not in it.

    name_guessed: given and family name stood in one cell, and where the one ends is our reading.
    asked: {field of a consent: the header}, which is what they said yes or no to.
    """

    row: int
    values: Mapping[str, Any]
    registered_at: datetime | None = None
    name_guessed: bool = False
    asked: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.values.get('given_name', '')} {self.values.get('family_name', '')}".strip()


@dataclass(frozen=True)
class Registrations:
    """A list as it was understood. columns: {header: field}, "" where it is not used; read: how many rows."""

    source: str
    columns: Mapping[str, str]
    read: int
    rows: tuple[Registration, ...]
    problems: tuple[Problem, ...]


class NoNameColumn(HackDeskError):
    """No column is known to hold names: somebody has to say which one does."""


def understood(table: Table, columns: Mapping[str, str] | None = None) -> Registrations:
    """Turn every row into what the person answered.

    columns: {header: field} where a person said what a column holds ("" for nothing); the others are
    recognised. Raises HackDeskError for a header or a field there is not, NoNameColumn.
    """
    used = {**columns_of(table.headers), **_said(table, columns or {})}
    if not NAMES & set(used.values()):
        raise NoNameColumn(
            N_("None of the columns of {name} is known to hold names."), name=table.name,
            remedy=N_("Say which column does."),
        )  # fmt: skip
    problems: list[Problem] = []
    found = [_Reader(table, used, row, problems).registration() for row in table.rows]
    rows = tuple(registration for registration in found if registration is not None)
    return Registrations(table.name, used, len(table.rows), rows, tuple(problems))


def _said(table: Table, columns: Mapping[str, str]) -> Mapping[str, str]:
    for header, chosen in columns.items():
        if header not in table.headers:
            raise HackDeskError(
                N_("{name} has no column “{column}”."), name=table.name, column=header,
                remedy=N_("Its columns are {known}."), known=", ".join(filter(None, table.headers)),
            )  # fmt: skip
        if chosen and chosen not in FIELDS:
            raise HackDeskError(
                N_("A column cannot hold “{field}”."), field=chosen,
                remedy=N_("It can hold {known}."), known=", ".join(FIELDS),
            )  # fmt: skip
    return columns


class _Reader:
    """Reads one row; what it cannot understand goes to `problems`."""

    def __init__(self, table: Table, columns: Mapping[str, str], row: Row, problems: list[Problem]) -> None:
        self._headers, self._columns = table.headers, columns
        self._row, self._problems = row, problems
        self._values: dict[str, Any] = {}
        self._asked: dict[str, str] = {}
        self._registered_at: datetime | None = None
        self._guessed = False

    def registration(self) -> Registration | None:
        """The row as a registration, or None where it is none."""
        beyond = [cell for cell in self._row.cells[len(self._headers) :] if cell != ""]
        if beyond:
            self._problem(
                "", N_("The row has {cells} cells, the header {columns}: it was not brought in."),
                cells=len(self._row.cells), columns=len(self._headers),
            )  # fmt: skip
            return None
        for header, cell in self._in_order():
            if cell != "":
                self._take(self._columns[header], header, cell)
        if not (self._values.get("given_name") or self._values.get("family_name")):
            named = next(header for header, chosen in self._columns.items() if chosen in NAMES)
            self._problem(named, N_("The row has no name: it was not brought in."))
            return None
        return Registration(self._row.number, self._values, self._registered_at, self._guessed, self._asked)

    def _in_order(self) -> Sequence[tuple[str, Cell]]:
        """The cells of the columns that are used; wishes in the order of the numbers in their headers."""
        cells = [
            (header, cell) for header, cell in zip(self._headers, self._row.cells, strict=False)
            if self._columns.get(header)
        ]  # fmt: skip
        return sorted(cells, key=lambda one: _number(one[0]) if self._columns[one[0]] == "choices" else 0)

    def _take(self, chosen: str, header: str, cell: Cell) -> None:
        if chosen == "registered_at":
            self._registered_at = cell if isinstance(cell, datetime) else answers.moment(_text(cell))
            if self._registered_at is None:
                self._problem(header, N_("“{text}” is no time that is understood."), text=_text(cell))
            return
        text = written_lines(_text(cell))
        if text.count("\n") > _MOST_LINES:
            self._problem(header, N_("The cell runs over {lines} lines: a quotation mark is missing in the file."),
                          lines=text.count("\n") + 1)  # fmt: skip
        reader = _READERS.get(chosen)
        if reader is not None:
            reader(self, chosen, header, text)
        elif text:
            self._values[chosen] = written(text)

    def _take_name(self, chosen: str, header: str, text: str) -> None:
        given, family = answers.full_name(text, family_first=chosen == "name_family_first")
        self._guessed = True
        self._values.setdefault("given_name", given)
        if family:
            self._values.setdefault("family_name", family)

    def _take_email(self, chosen: str, header: str, text: str) -> None:
        address = text.removeprefix("mailto:").lower()
        if is_email(address):
            self._values[chosen] = address
        else:
            self._problem(header, N_("“{text}” is not a whole e-mail address: it was left out."), text=text)

    def _take_phone(self, chosen: str, header: str, text: str) -> None:
        if _SHORTENED.fullmatch(text):
            self._problem(header, N_("“{text}” is a phone number shortened by a spreadsheet program."), text=text)
        elif not answers.says_nothing(text):
            self._values[chosen] = written(text)

    def _take_text(self, chosen: str, header: str, text: str) -> None:
        if not answers.says_nothing(text):
            self._values[chosen] = text

    def _take_remarks(self, chosen: str, header: str, text: str) -> None:
        known = self._values.get(chosen)
        self._values[chosen] = f"{known}\n{text}" if known else text

    def _take_groups(self, chosen: str, header: str, text: str) -> None:
        groups, roles = answers.groups_and_roles(text)
        self._add("groups", groups)
        self._add("roles", roles)

    def _take_list(self, chosen: str, header: str, text: str) -> None:
        if not answers.says_nothing(text):
            self._add(chosen, (answers.languages if chosen == "languages" else answers.listed)(text))

    def _take_choices(self, chosen: str, header: str, text: str) -> None:
        alone = sum(other == "choices" for other in self._columns.values()) == 1
        if not answers.says_nothing(text):
            self._add(chosen, answers.topics(text, alone=alone))

    def _take_yes_or_no(self, chosen: str, header: str, text: str) -> None:
        said = self._said(header, text)
        if said is not None:
            self._values[chosen] = said
            self._asked[chosen] = header

    def _take_age(self, chosen: str, header: str, text: str) -> None:
        age = answers.years(text)
        said = age < _ADULT_AT if age is not None else self._said(header, text)
        if said is not None:
            self._values["minor"] = said != (chosen == "adult") if age is None else said

    def _said(self, header: str, text: str) -> bool | None:
        said = answers.yes_or_no(text)
        if said is None:
            self._problem(header, N_("“{text}” is neither yes nor no: it was left open."), text=text)
        return said

    def _add(self, chosen: str, found: tuple[str, ...]) -> None:
        if found:
            self._values[chosen] = tuple(dict.fromkeys((*self._values.get(chosen, ()), *found)))

    def _problem(self, column: str, sentence: str, **values: Any) -> None:
        self._problems.append(Problem(self._row.number, column, sentence, values))


_READERS: dict[str, Callable[[_Reader, str, str, str], None]] = {
    "name": _Reader._take_name,
    "name_family_first": _Reader._take_name,
    "email": _Reader._take_email,
    "phone": _Reader._take_phone,
    "groups": _Reader._take_groups,
    "skills": _Reader._take_list,
    "languages": _Reader._take_list,
    "choices": _Reader._take_choices,
    "diet": _Reader._take_text,
    "access_needs": _Reader._take_text,
    "remarks": _Reader._take_remarks,
    "photo_consent": _Reader._take_yes_or_no,
    "guardian_consent": _Reader._take_yes_or_no,
    "minor": _Reader._take_age,
    "adult": _Reader._take_age,
}


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell.isoformat(" ") if isinstance(cell, datetime) else cell


def _number(header: str) -> int:
    found = re.search(r"\d+", header)
    return int(found[0]) if found else 0
