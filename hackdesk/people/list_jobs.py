"""A list looked at, compared with who is there, and brought in, each in one piece of work.

Thousands of rows take a second or two in a process of its own, which is told where the event's file lies; the desk
goes on meanwhile. What comes back is short, whatever the size of the list, because reading an answer from another
process stops the window too. A list of a hundred takes less than a process needs to begin: that is asked of the
event as it is open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.people.actions.lists import bring_in
from hackdesk.people.importing import answers
from hackdesk.people.importing.cells import Problem, Table
from hackdesk.people.importing.doubts import Doubt
from hackdesk.people.importing.headers import SPLIT, columns_of, is_known
from hackdesk.people.importing.meanings import WordUse
from hackdesk.people.importing.plan import Outcome, PersonPlan
from hackdesk.people.importing.reading import Reading
from hackdesk.people.importing.registrations import NoNameColumn
from hackdesk.people.importing.table import NoHeader, file_content, table_of
from hackdesk.people.importing.tools import tool_of
from hackdesk.people.list_queries import Preview, preview, remembered_in
from hackdesk.people.queries import groups_in
from hackdesk.people.rules import Group
from hackdesk.steps import Step, no_steps

_SAMPLES, _SAMPLE_LETTERS = 3, 60
#: How many of a kind are handed over to be looked at one by one.
MOST_SHOWN = 500


@dataclass(frozen=True)
class Source:
    """A file as it was when it was chosen, so that a pulled stick or a later edit changes nothing."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Wishes:
    """What a person said about a list. sheet, header_row, columns, reading: None or "" where nothing was said."""

    sheet: str = ""
    header_row: int | None = None
    columns: Mapping[str, str] | None = None
    reading: Reading | None = None


@dataclass(frozen=True)
class ColumnUse:
    """A column: what it is taken for, what its first cells say, and the cell with the most in it, to be split.

    new: a list of this form came before and did not have it; unknown: nobody said and nothing tells what it holds.
    """

    header: str
    field: str
    samples: tuple[str, ...]
    example: str
    new: bool
    unknown: bool = False
    split: str = ""


@dataclass(frozen=True)
class Change:
    """What one person's row changes. fields: (field, what is there now, what will be)."""

    row: int
    name: str
    fields: tuple[tuple[str, Any, Any], ...]


@dataclass(frozen=True)
class Look:
    """What a list says and what bringing it in would do. error: why nothing can be said yet.

    table: the file with its first rows only; rows: how many there are; tool: "This looks like …" or "".
    wishes: what holds now, said or remembered; again: rows that repeat an earlier one.
    """

    table: Table
    rows: int
    tool: str
    columns: tuple[ColumnUse, ...]
    wishes: Wishes
    remembered: bool = False
    error: HackDeskError | None = None
    words: tuple[WordUse, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    problems: tuple[Problem, ...] = ()
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    again: int = 0
    newcomers: tuple[Change, ...] = ()
    changes: tuple[Change, ...] = ()
    cancelled: tuple[str, ...] = ()
    left_out: tuple[tuple[int, str], ...] = ()
    groups: tuple[Group, ...] = ()  # the event's own


@dataclass(frozen=True)
class Brought:
    """The receipt. entry: the journal's number of the change, to take it back by; None where nothing changed."""

    added: int
    updated: int
    entry: int | None


def choose_list(event: Event | Path, path: Path, *, step: Step = no_steps) -> tuple[Source, Look]:
    """Read a file and look at it. event: open, or the path of one that is open elsewhere. Raises HackDeskError."""
    source = Source(path.name, file_content(path))
    return source, look_at_list(event, source, Wishes(), step=step)


def look_at_list(event: Event | Path, source: Source, wishes: Wishes, *, step: Step = no_steps) -> Look:
    """What the list says as somebody wishes it read, and what bringing it in would do; nothing is written."""
    step(0, 1)
    table, wishes = _table(source, wishes)
    with _open(event) as opened:
        with opened.read() as session:
            memory, groups = remembered_in(session, table.headers), groups_in(session)
        wishes = replace(
            wishes,
            columns=memory.columns if wishes.columns is None else wishes.columns,
            reading=memory.reading if wishes.reading is None else wishes.reading,
        )
        look = replace(_begun(table, wishes, memory.new, remembered=bool(memory.columns)), groups=groups)
        try:
            found = preview(opened, table, wishes.columns, wishes.reading, step=step)
        except NoNameColumn as error:
            return replace(look, error=error)
        return _filled(look, found)


def bring_in_list(
    event: Event | Path, source: Source, wishes: Wishes, station: str = "desk", *, step: Step = no_steps
) -> Brought:
    """Bring in a list as it was looked at, in one change."""
    step(0, 1)
    table, wishes = _table(source, wishes)
    with _open(event, station) as opened:
        found = preview(opened, table, wishes.columns, wishes.reading, step=step)
        receipt = bring_in(opened, found.registrations)
    plan = receipt.plan
    return Brought(len(plan.people(Outcome.ADDED)), len(plan.people(Outcome.UPDATED)), receipt.entry)


@contextmanager
def _open(event: Event | Path, station: str = "desk") -> Iterator[Event]:
    if isinstance(event, Event):
        yield event
        return
    opened = Event(event, station=station)
    try:
        yield opened
    finally:
        opened.close()


def _table(source: Source, wishes: Wishes) -> tuple[Table, Wishes]:
    try:
        table = table_of(source.name, source.content, sheet=wishes.sheet, header_row=wishes.header_row)
    except NoHeader:
        # Its columns can be matched by hand all the same.
        table = table_of(source.name, source.content, sheet=wishes.sheet, header_row=0)
    return table, replace(wishes, sheet=table.sheet, header_row=table.header_row)


def _begun(table: Table, wishes: Wishes, new: Sequence[str], *, remembered: bool) -> Look:
    tool = tool_of(table.headers)
    recognised = columns_of(table.headers)
    columns = {header: (wishes.columns or {}).get(header, recognised[header]) for header in table.headers}
    uses = tuple(_column(table, header, columns[header], header in new, wishes) for header in columns if header)
    short = replace(table, rows=())
    return Look(short, len(table.rows), tool.sentence if tool else "", uses, wishes, remembered)


def _column(table: Table, header: str, held: str, new: bool, wishes: Wishes) -> ColumnUse:
    place = table.headers.index(header)
    cells = [str(row.cells[place]) for row in table.rows if place < len(row.cells) and row.cells[place] != ""]
    samples = list(dict.fromkeys(cells))[:_SAMPLES]
    split = (wishes.reading or Reading()).splits.get(header, "")
    example = ""
    if held in SPLIT or held == "":
        example = max(cells, key=lambda cell: len(answers.listed(cell[:400])), default="")
    short = tuple(_short(cell.replace("\n", " ")) for cell in samples)
    said = header in (wishes.columns or {})
    unknown = bool(not held and cells and not said and not is_known(table.headers, header))
    return ColumnUse(header, held, short, example[:400], new, unknown, split)


def _short(text: str) -> str:
    return text if len(text) <= _SAMPLE_LETTERS else text[: _SAMPLE_LETTERS - 1] + "…"


def _filled(look: Look, found: Preview) -> Look:
    registrations, plan = found.registrations, found.plan
    added, updated = plan.people(Outcome.ADDED), plan.people(Outcome.UPDATED)
    columns = tuple(replace(one, field=registrations.columns[one.header]) for one in look.columns)
    return replace(
        look,
        columns=columns,
        wishes=replace(look.wishes, columns=dict(registrations.columns)),
        words=registrations.words[:MOST_SHOWN],
        doubts=plan.doubts[:MOST_SHOWN],
        problems=(*plan.remarks, *registrations.problems)[:MOST_SHOWN],
        added=len(added), updated=len(updated), unchanged=len(plan.people(Outcome.UNCHANGED)),
        again=sum(len(one.rows) - 1 for one in plan.steps),
        newcomers=tuple(Change(one.rows[0], one.name, ()) for one in added[:MOST_SHOWN]),
        changes=tuple(_change(one) for one in updated[:MOST_SHOWN]),
        cancelled=tuple(one.name for one in plan.cancelled[:MOST_SHOWN]),
        left_out=plan.left_out[:MOST_SHOWN],
    )  # fmt: skip


def _change(one: PersonPlan) -> Change:
    fields = tuple((key, one.was.get(key), said) for key, said in one.changes.items())
    return Change(one.rows[-1], one.name, fields)
