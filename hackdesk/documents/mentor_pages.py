"""The papers of mentor rounds: slips of half a page to be cut apart, and the plan for the wall."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from hackdesk.documents.fit import LINE, MUTED, PALE, SPRUCE, Look, fit
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.rules import Masthead, Printed, PrinterProfile, texts_in
from hackdesk.documents.sheet import LYING, Sheet
from hackdesk.documents.table_signs import table_words
from hackdesk.documents.visits import Slip, SlipLine, Slips, WallPlan, WallRound
from hackdesk.language import language
from hackdesk.steps import Step, no_steps

_HALF, _EDGE = 148.5, 12.0
_ROOM = _HALF - 2 * _EDGE
#: Of a slip: where its visits lie, how high one is at most, how many.
_TOP, _FOOT, _HIGHEST, _LINES = 50.0, 198.0, 36.0, 8
_WALL_LEFT, _WALL_ROOM, _NAME = 12.0, 273.0, 50.0
_WALL_ROWS, _WALL_SLOTS, _WALL_FOOT = 16, 10, 196.0


def print_mentor_slips(
    paper: Slips, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with two slips on each page, to be cut in the middle. tag: the language. Raises NoGlyph."""
    refuse_missing(texts_in(paper))
    words = language(tag)
    title = words("Slips for mentors") if paper.of_mentors else words("Slips for tables")
    sheet = Sheet(
        f"{title} – {paper.masthead.name}", words, profile, author=paper.masthead.organiser, size=LYING
    )
    halves = list(_halves(paper.slips))
    for number in range(0, len(halves), 2):
        step(number, len(halves))
        with sheet.a_page(bookmark=halves[number][0].name):
            _cut(sheet)
            for side, (slip, lines, more) in enumerate(halves[number : number + 2]):
                with sheet.shifted(side * _HALF, 0):
                    _slip(sheet, slip, lines, (paper.masthead, paper.of_mentors, more))
    step(len(halves), len(halves))
    return sheet.finish(path)


def _halves(slips: tuple[Slip, ...]) -> Iterator[tuple[Slip, tuple[SlipLine, ...], bool]]:
    """Each half page: a slip, its visits there, whether it is a further half of it."""
    for slip in slips:
        for first in range(0, len(slip.lines), _LINES):
            yield slip, slip.lines[first : first + _LINES], first > 0


def _cut(sheet: Sheet) -> None:
    sheet.canvas.setDash([2, 4])
    with sheet.turned(_HALF, 6):
        sheet.rule(0, 0, sheet.height - 12, colour=LINE, thick=0.4)
    sheet.canvas.setDash([])


def _slip(
    sheet: Sheet, slip: Slip, lines: tuple[SlipLine, ...], about: tuple[Masthead, bool, bool]
) -> None:
    masthead, of_mentor, more = about
    words = sheet.words
    head = words("Mentor") if of_mentor else words("Your mentors")
    small = Look(9, colour=MUTED)
    sheet.text(_EDGE, 15, masthead.name, fit(masthead.name, small, 70, floor=6, lines=1).look)
    sheet.text(_HALF - _EDGE, 15, words("continued") if more else head, small, align="right")
    name = fit(slip.name, Look(22, bold=True, colour=SPRUCE), _ROOM, floor=13, lines=2, tall=19)
    y = sheet.lines(_EDGE, 18, name)
    said = " · ".join(filter(None, (table_words(slip.table, words), slip.where, slip.about)))
    if said:
        sheet.lines(_EDGE, y + 0.5, fit(said, Look(11, colour=MUTED), _ROOM, floor=8, lines=2, tall=11))
    shown, high = "", min(_HIGHEST, (_FOOT - _TOP) / len(lines))
    for number, line in enumerate(lines):
        _visit(sheet, line, (_TOP + number * high, high), named=line.round != shown)
        shown = line.round


def _visit(sheet: Sheet, line: SlipLine, at: tuple[float, float], *, named: bool) -> None:
    """A visit with lines to write on. at: its top and height; named: with its round and day."""
    y, high = at
    words, inside, room = sheet.words, _EDGE + 40, _ROOM - 40
    sheet.rule(_EDGE, y, _ROOM)
    sheet.text(_EDGE, y + 6.4, line.at, Look(12, bold=True))
    if named:
        said = f"{line.round}, {words.weekday(line.day)} {line.day.day}.{line.day.month}."
        sheet.lines(_EDGE, y + 8, fit(said, Look(8, colour=MUTED), 37, floor=7, lines=2, tall=8))
    sheet.lines(inside, y + 1.2, fit(line.who, Look(13, bold=True), room, floor=9, lines=1))
    about = " · ".join(filter(None, (table_words(line.table, words), line.where, line.about)))
    sheet.lines(inside, y + 7.2, fit(about, Look(9.5, colour=MUTED), room, floor=7, lines=1))
    sheet.canvas.setDash([1, 2])
    for step in range(int((high - 12) / 8) or 1):
        sheet.rule(inside, y + high - 2 - 8 * step, room, colour=LINE)
    sheet.canvas.setDash([])


def print_mentor_plan(
    paper: WallPlan, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF for the wall: a page for each round, more where it is large. tag: the language. Raises NoGlyph."""
    refuse_missing(texts_in(paper))
    words = language(tag)
    title = words("Who sees whom")
    sheet = Sheet(
        f"{title} – {paper.masthead.name}", words, profile, author=paper.masthead.organiser, size=LYING
    )
    for done, one in enumerate(paper.rounds):
        step(done, len(paper.rounds))
        for first_slot in range(0, len(one.slots), _WALL_SLOTS):
            for first_row in range(0, len(one.rows), _WALL_ROWS):
                with sheet.a_page(bookmark=one.name):
                    _wall(sheet, one, (first_slot, first_row), paper.masthead)
    step(len(paper.rounds), len(paper.rounds))
    return sheet.finish(path)


def _wall(sheet: Sheet, one: WallRound, first: tuple[int, int], masthead: Masthead) -> None:
    slots = one.slots[first[0] : first[0] + _WALL_SLOTS]
    rows = list(islice(one.rows, first[1], first[1] + _WALL_ROWS))
    sheet.lines(_WALL_LEFT, 11, fit(one.name, Look(24, bold=True, colour=SPRUCE), 190, floor=14, lines=1))
    day = f"{sheet.words.weekday(one.day)} {one.day.day}.{one.day.month}."
    sheet.text(_WALL_LEFT + _WALL_ROOM, 17, day, Look(12, bold=True), align="right")
    event = fit(masthead.name, Look(9, colour=MUTED), 80, floor=6, lines=1)
    sheet.lines(_WALL_LEFT + _WALL_ROOM, 20, event, align="right")
    wide = (_WALL_ROOM - _NAME) / max(len(slots), 4)
    high = min(14.0, (_WALL_FOOT - 38) / max(len(rows), 1))
    for number, at in enumerate(slots):
        sheet.text(_WALL_LEFT + _NAME + (number + 0.5) * wide, 35, at, Look(13, bold=True), align="centre")
    for number, row in enumerate(rows):
        y = 38 + number * high
        if number % 2 == 0:
            sheet.box((_WALL_LEFT, y), (_WALL_ROOM, high), fill=PALE)
        name = fit(row.name, Look(12, bold=True), _NAME - 4, floor=8, lines=1 if row.where else 2, tall=high - 1)
        down = y + (high - name.height - (3.6 if row.where else 0)) / 2
        end = sheet.lines(_WALL_LEFT + 2, down, name)
        sheet.lines(_WALL_LEFT + 2, end - 0.3, fit(row.where, Look(8, colour=MUTED), _NAME - 4, floor=6, lines=1))
        for place, (team, table) in enumerate(row.cells[first[0] : first[0] + _WALL_SLOTS]):
            said = f"{table} · {team}" if table else team
            cell = fit(said, Look(10.5), wide - 3, floor=7, lines=2, tall=high - 1.5)
            x = _WALL_LEFT + _NAME + (place + 0.5) * wide
            sheet.lines(x, y + (high - cell.height) / 2, cell, align="centre")
    sheet.rule(_WALL_LEFT, 38, _WALL_ROOM, colour=SPRUCE, thick=0.9)
