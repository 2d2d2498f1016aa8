"""A sign for each team, upright: for the wall, the door or the pole where it works."""

from __future__ import annotations

from pathlib import Path

from hackdesk.documents.fit import LINE, MUTED, SPRUCE, Look, fit
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.patterns import PATTERNS, swatch
from hackdesk.documents.rules import Printed, PrinterProfile, texts_in
from hackdesk.documents.seats import SeatedTeam, TeamsPaper
from hackdesk.documents.sheet import Sheet
from hackdesk.documents.table_signs import COLOURS, table_words
from hackdesk.language import N_, language
from hackdesk.people.rules import Group
from hackdesk.steps import Step, no_steps

_LEFT, _ROOM, _BAND = 18.0, 174.0, 34.0
_FOOT = 284.0
_ENOUGH = 11.0  # millimetres that a name needs to be read from the corridor
_ROLES = {"owner": N_("topic owner"), "lead": N_("lead")}


def print_team_signs(
    signs: TeamsPaper, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with a page for each team. tag: the language. Raises NoGlyph before anything is written."""
    refuse_missing(texts_in(signs))
    words = language(tag)
    masthead = signs.masthead
    sheet = Sheet(words("Team signs – {event}", event=masthead.name), words, profile, author=masthead.organiser)
    for done, team in enumerate(signs.teams):
        step(done, len(signs.teams))
        with sheet.a_page(bookmark=team.name):
            _sign(sheet, team, masthead.name)
    step(len(signs.teams), len(signs.teams))
    return sheet.finish(path)


def _sign(sheet: Sheet, team: SeatedTeam, event: str) -> None:
    words = sheet.words
    pattern = list(PATTERNS)[team.number % len(PATTERNS)]
    colour = COLOURS[team.number % len(COLOURS)]
    swatch(sheet, (0, 0), (sheet.width, _BAND), Group("", "", "", colour, pattern))
    y = _BAND + 8
    if team.table:
        table = fit(table_words(team.table, words), Look(30, bold=True, colour=SPRUCE), _ROOM, floor=16, tall=26)
        y = sheet.lines(_LEFT, y, table) + 1
    name = fit(team.name, Look(84, bold=True, leading=1.16), _ROOM, floor=54, lines=4, tall=100)
    y = sheet.lines(_LEFT, y, name) + 3
    if team.topic:
        topic = words("Topic: {topic}", topic=team.topic)
        y = sheet.lines(_LEFT, y, fit(topic, Look(20, colour=MUTED), _ROOM, floor=13, lines=3, tall=26)) + 3
    _people(sheet, team, y + 3)
    sheet.box((0, sheet.height - 3), (sheet.width, 3), fill=colour)
    sheet.lines(_LEFT, _FOOT, fit(event, Look(10, colour=MUTED), _ROOM, floor=6, lines=1))


def _people(sheet: Sheet, team: SeatedTeam, top: float) -> None:
    """Who is in it, in one column, or in two where they are many; as large as there is room."""
    if not team.people:
        return
    free = _FOOT - 4 - top
    columns = 1 if free / len(team.people) >= _ENOUGH else 2
    rows = -(-len(team.people) // columns)
    tall = min(17.0, free / rows)
    room = (_ROOM - (columns - 1) * 8) / columns
    size = tall * 1.8
    sheet.rule(_LEFT, top - 2, _ROOM, colour=LINE)
    for number, person in enumerate(team.people):
        x, y = _LEFT + number // rows * (room + 8), top + number % rows * tall
        role = sheet.words(_ROLES.get(person.role, ""))
        beside = Look(size * 0.6, colour=MUTED)
        kept = beside.width(role) + 4 if role else 0
        said = fit(person.name, Look(size), room - kept, floor=size * 0.6, lines=2, tall=tall)
        sheet.lines(x, y, said)
        if role:
            sheet.text(x + room, y + size * 0.36, role, beside, align="right")
