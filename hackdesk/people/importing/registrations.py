"""Rows of a table as registrations: what each person answered, and what could not be understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people.badge_codes import cleaned
from hackdesk.people.importing import answers
from hackdesk.people.importing.cells import Cell, Problem, Row, Table
from hackdesk.people.importing.headers import FIELDS, NAMES, columns_of
from hackdesk.people.importing.meanings import Meanings, WordUse, group_key
from hackdesk.people.importing.reading import Reading, used_columns
from hackdesk.people.importing.tools import NOBODY
from hackdesk.people.rules import Group, is_email, written, written_lines
from hackdesk.people.search import folded
from hackdesk.steps import Step, no_steps

__all__ = ["NoNameColumn", "Problem", "Registration", "Registrations", "understood"]

_ADULT_AT = 18
_MOST_LINES, _MOST_LETTERS = 30, 20_000
_STEPS = 500
#: What a spreadsheet program makes of a long number: 3,72579E+09.
_SHORTENED = re.compile(r"\d[.,]?\d*E\+\d+", re.IGNORECASE)
_LINK = re.compile(r'=HYPERLINK\(\s*"[^"]*"\s*[;,]\s*"([^"]*)"\s*\)', re.IGNORECASE)
_QUOTED = re.compile(r'="([^"]*)"')
_BROKEN = re.compile(r"#(N/A|REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)")


@dataclass(frozen=True)
class Registration:
    """One row. values: {field: answer} of what was answered; what was left blank is not in it.

    name_guessed: given and family name stood in one cell, and where the one ends is our reading.
    asked: {field of a consent: the header}, which is what they said yes or no to.
    order: the code of the order a ticket belongs to; named: whether the row itself says whose ticket it is.
    broken_email: (column, text) of what stood in place of an address.
    """

    row: int
    values: Mapping[str, Any]
    registered_at: datetime | None = None
    name_guessed: bool = False
    asked: Mapping[str, str] = field(default_factory=dict)
    order: str = ""
    named: bool = True
    broken_email: tuple[str, str] | None = None

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.values.get('given_name', '')} {self.values.get('family_name', '')}".strip()


@dataclass(frozen=True)
class Registrations:
    """A list as it was understood. columns: {header: field}, "" where it is not used; read: how many rows.

    words: those whose meaning was asked for, the unclear first; reading: what a person had decided.
    """

    source: str
    columns: Mapping[str, str]
    read: int
    rows: tuple[Registration, ...]
    problems: tuple[Problem, ...]
    words: tuple[WordUse, ...] = ()
    reading: Reading = field(default_factory=Reading)


class NoNameColumn(HackDeskError):
    """No column is known to hold names: somebody has to say which one does."""


def understood(
    table: Table, columns: Mapping[str, str] | None = None, reading: Reading | None = None,
    groups: Iterable[Group] = (), *, step: Step = no_steps,
) -> Registrations:  # fmt: skip
    """Turn every row into what the person answered.

    columns: {header: field} where a person said what a column holds ("" for nothing); the others are
    recognised. groups: the event's own. Raises HackDeskError for a header or a field there is not, NoNameColumn.
    """
    used = used_columns(columns_of(table.headers), _said(table, columns or {}))
    if not NAMES & set(used.values()):
        raise NoNameColumn(
            N_("None of the columns of {name} is known to hold names."), name=table.name,
            remedy=N_("Say which column does."),
        )  # fmt: skip
    reading = reading or Reading()
    meanings = Meanings(reading, groups)
    form = _Form(table, used, reading, meanings)
    problems = list(table.remarks)
    found: list[Registration] = []
    for number, row in enumerate(table.rows):
        if number % _STEPS == 0:
            step(number, len(table.rows))
        registration = _Reader(form, row, problems).registration()
        if registration is not None:
            found.append(registration)
    rows = tuple(_guests_named(found, problems))
    problems.sort(key=lambda problem: problem.row)
    return Registrations(table.name, used, len(table.rows), rows, tuple(problems), meanings.uses(), reading)


def without(registrations: Registrations, rows: Collection[int]) -> Registrations:
    """The same list without these rows."""
    return replace(registrations, rows=tuple(row for row in registrations.rows if row.row not in rows))


def _guests_named(rows: Sequence[Registration], problems: list[Problem]) -> Iterable[Registration]:
    """Tickets without a name of their own carry the name of who ordered them; further ones a number behind it."""
    taken = {(row.order, row.name) for row in rows if row.named}
    for row in rows:
        if row.named:
            yield row
            continue
        name, guest = row.name, 0
        while (row.order, f"{name} +{guest}" if guest else name) in taken:
            guest += 1
        taken.add((row.order, f"{name} +{guest}" if guest else name))
        if not guest:
            yield row
            continue
        family = f"{row.values.get('family_name', '')} +{guest}".strip()
        named = replace(row, values={**row.values, "family_name": family})
        sentence = N_("The ticket names nobody: it comes in as “{name}”, after who ordered it.")
        problems.append(Problem(row.row, "", sentence, {"name": named.name}))
        yield named


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


class _Form:
    """What is the same for every row: where each field stands, and what a person decided."""

    def __init__(self, table: Table, columns: Mapping[str, str], reading: Reading, meanings: Meanings) -> None:
        self.width = len(table.headers)
        self.splits, self.meanings = reading.splits, meanings
        places = [
            (place, header, columns[header]) for place, header in enumerate(table.headers) if columns.get(header)
        ]  # fmt: skip
        # Wishes in the order of the numbers in their headers.
        self.places = sorted(places, key=lambda one: _number(one[1]) if one[2] == "choices" else 0)
        self.one_of_wishes = sum(held == "choices" for held in columns.values()) == 1
        self.name_column = next(header for header, held in columns.items() if held in NAMES)


class _Reader:
    """Reads one row; what it cannot understand goes to `problems`."""

    def __init__(self, form: _Form, row: Row, problems: list[Problem]) -> None:
        self._form, self._row, self._problems = form, row, problems
        self._values: dict[str, Any] = {}
        self._asked: dict[str, str] = {}
        self._registered_at: datetime | None = None
        self._guessed = False
        self._broken_email: tuple[str, str] | None = None

    def registration(self) -> Registration | None:
        """The row as a registration, or None where it is none."""
        cells = self._row.cells
        if any(cell != "" for cell in cells[self._form.width :]):
            self._problem(
                "", N_("The row has {cells} cells, the header {columns}: it was not brought in."),
                cells=len(cells), columns=self._form.width,
            )  # fmt: skip
            return None
        for place, header, chosen in self._form.places:
            if place < len(cells) and cells[place] != "":
                self._take(chosen, header, cells[place])
        return self._finished()

    def _finished(self) -> Registration | None:
        values = self._values
        buyer, address = values.pop("buyer", ""), values.pop("buyer_email", "")
        order, position = values.pop("order_code", ""), values.pop("position", "")
        named = bool(values.get("given_name") or values.get("family_name"))
        if not named and buyer:
            self._take_name("name", "", buyer)
        if not (values.get("given_name") or values.get("family_name")):
            self._problem(self._form.name_column, N_("The row has no name: it was not brought in."))
            return None
        if address and "email" not in values:
            self._take_email("email", "", address)
        if order and position:
            values["ticket"] = f"{order}-{position}"
        return Registration(
            self._row.number, values, self._registered_at, self._guessed, self._asked, order, named,
            self._broken_email,
        )  # fmt: skip

    def _take(self, chosen: str, header: str, cell: Cell) -> None:
        if chosen == "registered_at":
            self._registered_at = cell if isinstance(cell, datetime) else answers.moment(_text(cell))
            if self._registered_at is None:
                self._problem(header, N_("“{text}” is no time that is understood."), text=_text(cell))
            return
        text = self._plain(header, _text(cell))
        if not text:
            return
        reader = _READERS.get(chosen)
        if reader is not None:
            reader(self, chosen, header, text)
        else:
            self._values[chosen] = written(text)

    def _plain(self, header: str, text: str) -> str:
        """What a cell says, or "" where it is a broken formula or far too long, which is told."""
        if text[:1] in "='#":
            link = _LINK.fullmatch(text) or _QUOTED.fullmatch(text)
            if link:
                return written_lines(link[1])
            if _BROKEN.fullmatch(text):
                sentence = N_("“{text}” is a formula that went wrong: it was left out.")
                self._problem(header, sentence, text=text)
                return ""
            # An apostrophe marks text that would be a formula otherwise, as our own exports write it.
            text = text[1:] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@") else text
        if len(text) > _MOST_LETTERS:
            self._problem(header, N_("The cell holds {letters} letters: it was left out."), letters=len(text))
            return ""
        if text.count("\n") > _MOST_LINES:
            self._problem(header, N_("The cell runs over {lines} lines: a quotation mark is missing in the file."),
                          lines=text.count("\n") + 1)  # fmt: skip
        return text

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
        elif folded(address).strip() not in NOBODY:
            self._broken_email = (header, _begin(text))

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
        for token in self._meant("groups", answers.listed(text, self._form.splits.get(header, ""))):
            kind, _colon, word = token.partition(":")
            if kind == "role":
                self._add("roles", (word,))
            else:
                self._add("groups", (group_key(word) if kind == "new" else word,))

    def _take_languages(self, chosen: str, header: str, text: str) -> None:
        if not answers.says_nothing(text):
            parts = answers.parts(chosen, text, self._form.splits.get(header, ""))
            self._add(chosen, tuple(
                token.partition(":")[2].casefold() if token.startswith("keep:") else token
                for token in self._meant("languages", parts)
            ))  # fmt: skip

    def _take_list(self, chosen: str, header: str, text: str) -> None:
        if not answers.says_nothing(text):
            self._add(chosen, answers.listed(text, self._form.splits.get(header, "")))

    def _take_choices(self, chosen: str, header: str, text: str) -> None:
        if not answers.says_nothing(text):
            split, alone = self._form.splits.get(header, ""), self._form.one_of_wishes
            self._add(chosen, answers.parts(chosen, text, split, alone=alone))

    def _take_status(self, chosen: str, header: str, text: str) -> None:
        self._values["cancelled"] = answers.is_cancelled(text)

    def _take_code(self, chosen: str, header: str, text: str) -> None:
        self._values[chosen] = cleaned(text)

    def _take_yes_or_no(self, chosen: str, header: str, text: str) -> None:
        said = self._said(chosen, header, text)
        if said is not None:
            self._values[chosen] = said
            self._asked[chosen] = header

    def _take_age(self, chosen: str, header: str, text: str) -> None:
        age = answers.years(text)
        said = age < _ADULT_AT if age is not None else self._said(chosen, header, text)
        if said is not None:
            self._values["minor"] = said != (chosen == "adult") if age is None else said

    def _said(self, chosen: str, header: str, text: str) -> bool | None:
        meant = self._form.meanings.of(chosen, (text,))
        if "yes" in meant or "no" in meant:
            return "yes" in meant
        if meant != ():
            self._problem(header, N_("“{text}” is neither yes nor no: it was left open."), text=_begin(text))
        return None

    def _meant(self, field: str, words: Sequence[str]) -> Sequence[str]:
        return self._form.meanings.of(field, words)

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
    "languages": _Reader._take_languages,
    "choices": _Reader._take_choices,
    "diet": _Reader._take_text,
    "access_needs": _Reader._take_text,
    "remarks": _Reader._take_remarks,
    "photo_consent": _Reader._take_yes_or_no,
    "guardian_consent": _Reader._take_yes_or_no,
    "minor": _Reader._take_age,
    "adult": _Reader._take_age,
    "status": _Reader._take_status,
    "code": _Reader._take_code,
}


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell.isoformat(" ") if isinstance(cell, datetime) else cell


def _begin(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _number(header: str) -> int:
    found = re.search(r"\d+", header)
    return int(found[0]) if found else 0
