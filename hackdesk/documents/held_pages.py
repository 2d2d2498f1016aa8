"""All that is held about one person, on paper: what stands where, and what was done about them when."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from hackdesk.documents.fit import MUTED, Look, wrap
from hackdesk.documents.flow import ROOM, Column, Flow, dated, page_numbers
from hackdesk.documents.fonts import refuse_missing, spelled
from hackdesk.documents.held import COLUMNS, TABLES, Held, HeldRow
from hackdesk.documents.masthead import draw_masthead
from hackdesk.documents.rules import Printed, PrinterProfile
from hackdesk.documents.sheet import Sheet
from hackdesk.errors import HackDeskError
from hackdesk.language import N_, Words, language
from hackdesk.steps import Step, no_steps

_LABEL = 52.0


def write_held(held: Held, tag: str, profile: PrinterProfile, path: Path) -> None:
    """Write it as what the path's ending says: .pdf to read, .json for another program.

    Raises HackDeskError for another ending and where it cannot be written; NoGlyph.
    """
    if path.suffix.lower() == ".pdf":
        print_held(held, tag, profile, path)
        return
    if path.suffix.lower() != ".json":
        raise HackDeskError(N_("{name} ends in neither .pdf nor .json."), name=path.name)
    try:
        path.write_text(as_json(held), encoding="utf-8")
    except OSError as error:
        raise HackDeskError(
            N_("{name} cannot be written: {reason}."), name=path.name, reason=error.strerror or str(error)
        ) from error


def as_json(held: Held) -> str:
    """The same as text to hand over to another program."""
    return json.dumps(held.plain(), ensure_ascii=False, indent=2) + "\n"


def print_held(held: Held, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps) -> Printed:
    """A PDF for the person. tag: the language. Raises NoGlyph before anything is written."""
    words = language(tag)
    refuse_missing([spelled(worded(value, held.zone, words)) for row in held.rows for _column, value in row.cells])
    title = words("What is held about {name}", name=spelled(held.name))
    sheet = Sheet(f"{title} – {held.masthead.name}", words, profile, author=held.masthead.organiser)
    page_numbers(sheet, title)
    flow = Flow(sheet)
    flow.new_page(title)
    flow.y = draw_masthead(sheet, flow.y, held.masthead)
    flow.title(held.masthead.name, dated(sheet, held.masthead), title)
    said = words("All that HackDesk's file of this event holds about this person. Other people are not named.")
    flow.write(wrap(said, Look(10, colour=MUTED), ROOM), after=2)
    shown = ""
    for row in held.rows:
        if row.table != shown:
            flow.heading(words(TABLES[row.table]), before=40 + 7 * len(row.cells))
            shown = row.table
        _row(flow, row, held, words)
    _history(flow, held, words)
    flow.end()
    step(1, 1)
    return sheet.finish(path)


def _row(flow: Flow, row: HeldRow, held: Held, words: Words) -> None:
    columns = (Column("", _LABEL), Column("", ROOM - _LABEL, bold=True))
    lines = [
        (words(COLUMNS.get(column, column)), spelled(worded(value, held.zone, words)))
        for column, value in row.cells
    ]
    flow.table(columns, lines)


def _history(flow: Flow, held: Held, words: Words) -> None:
    if not held.history:
        return
    flow.heading(words("What was done about them"))
    columns = (Column(words("When"), 46), Column(words("Desk"), 34), Column(words("What"), ROOM - 80, bold=True))
    rows = [(worded(at, held.zone, words), spelled(desk), words(action)) for at, desk, action in held.history]
    flow.table(columns, rows)


def worded(value: object, zone: str, words: Words) -> str:
    """A plain value as a person reads it."""
    if isinstance(value, bool):
        return words("yes") if value else words("no")
    if isinstance(value, list):
        return ", ".join(worded(one, zone, words) for one in value)
    if isinstance(value, dict):
        return " · ".join(f"{key}: {worded(one, zone, words)}" for key, one in value.items())
    if isinstance(value, str) and len(value) > 18 and value[4:5] == "-" and "T" in value:
        try:
            return words.moment(datetime.fromisoformat(value), ZoneInfo(zone))
        except ValueError:
            return value
    return str(value)
