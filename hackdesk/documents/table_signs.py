"""A sign for each team's table: A4, folded in the middle into a tent that is read from both sides."""

from __future__ import annotations

from pathlib import Path

from hackdesk.documents.fit import LINE, MM, MUTED, SPRUCE, Look, fit
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.patterns import PATTERNS, swatch
from hackdesk.documents.rules import Printed, PrinterProfile, texts_in
from hackdesk.documents.seats import SeatedTeam, TeamsPaper
from hackdesk.documents.sheet import Sheet
from hackdesk.language import Words, language
from hackdesk.people.rules import Group
from hackdesk.steps import Step, no_steps

_LEFT, _ROOM, _HALF = 40.0, 156.0, 148.5
_BAND = 26.0
#: Neighbouring tables differ by colour and by pattern; together they begin anew only after many tables.
COLOURS = ("#1E6B57", "#2B5C9E", "#9F4708", "#7A4FA3", "#A3315B")


def print_table_signs(
    signs: TeamsPaper, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with a page for each team. tag: the language. Raises NoGlyph before anything is written."""
    refuse_missing(texts_in(signs))
    words = language(tag)
    masthead = signs.masthead
    sheet = Sheet(words("Table signs – {event}", event=masthead.name), words, profile, author=masthead.organiser)
    for done, team in enumerate(signs.teams):
        step(done, len(signs.teams))
        with sheet.a_page(bookmark=team.name):
            _side(sheet, team, masthead.name)
            _other_side(sheet, team, masthead.name)
            _fold(sheet)
    step(len(signs.teams), len(signs.teams))
    return sheet.finish(path)


def table_words(table: str, words: Words) -> str:
    """Where a team sits, as it is said: a bare number is a table's."""
    return words("Table {number}", number=table) if table.isdigit() else table


def _other_side(sheet: Sheet, team: SeatedTeam, event: str) -> None:
    """The upper half, which stands on its head until the sheet is folded."""
    canvas = sheet.canvas
    canvas.saveState()
    canvas.translate(sheet.width * MM, sheet.height * MM)
    canvas.rotate(180)
    _side(sheet, team, event)
    canvas.restoreState()


def _fold(sheet: Sheet) -> None:
    sheet.canvas.setDash([2, 4])
    sheet.rule(_BAND + 4, _HALF, sheet.width - _BAND * 2 - 8, colour=LINE, thick=0.4)
    sheet.canvas.setDash([])


def _side(sheet: Sheet, team: SeatedTeam, event: str) -> None:
    """The lower half of the sheet."""
    words, top = sheet.words, _HALF
    pattern = list(PATTERNS)[team.number % len(PATTERNS)]
    colour = COLOURS[team.number % len(COLOURS)]
    swatch(sheet, (0, top), (_BAND, _HALF), Group("", "", "", colour, pattern))
    y = top + 18
    if team.table:
        number = team.table.isdigit()
        if number:
            y = sheet.lines(_LEFT, y, fit(words("Table"), Look(17, colour=MUTED), _ROOM, floor=12)) - 6
        size, floor = (150, 60) if number else (54, 28)
        place = fit(team.table, Look(size, bold=True, colour=SPRUCE, leading=1.12), _ROOM, floor=floor, tall=58)
        y = sheet.lines(_LEFT - (2 if number else 0), y, place) + 1
    else:
        y += 12
    name = fit(team.name, Look(44, bold=True), _ROOM, floor=24, lines=2, tall=top + 118 - y)
    y = sheet.lines(_LEFT, y, name) + 2
    if team.topic:
        room = max(6.0, top + 132 - y)
        topic = words("Topic: {topic}", topic=team.topic)
        sheet.lines(_LEFT, y, fit(topic, Look(18, colour=MUTED), _ROOM, floor=12, lines=2, tall=room))
    sheet.lines(_LEFT, top + _HALF - 14, fit(event, Look(11, colour=MUTED), _ROOM, floor=7, lines=1))
