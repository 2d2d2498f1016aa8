"""The feedback form on paper: the same form twice on a page, to be cut apart, with nothing personal on it."""

from __future__ import annotations

from pathlib import Path

from hackdesk.documents.fit import INK, LINE, MUTED, SPRUCE, Look, fit, wrap
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.form_paper import FeedbackForms
from hackdesk.documents.rules import Printed, PrinterProfile, texts_in
from hackdesk.documents.sheet import LYING, Sheet
from hackdesk.follow_up.forms import ENDS, MARKS
from hackdesk.language import language
from hackdesk.steps import Step, no_steps

#: Half of an A4 page that lies, and what is left free at its edges.
_WIDE, _EDGE = 148.5, 13.0
_ROOM = _WIDE - 2 * _EDGE
#: A box for a mark, the gap to the next, and where the first one stands.
_BOX, _BETWEEN = 8.0, 2.2
_MARKS = _EDGE + _ROOM - 5 * _BOX - 4 * _BETWEEN
_TICK = 4.2
_FOOT = 201.0
_TALLEST = 15.0
_LABEL, _QUESTION = Look(9, bold=True, colour=SPRUCE), Look(10.5)
_SMALL = Look(8.5, colour=MUTED)


def print_feedback_forms(
    paper: FeedbackForms, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A page with two forms. tag: the language of what the event has not worded itself. Raises NoGlyph."""
    refuse_missing(texts_in(paper))
    words = language(tag)
    title = words("Feedback form")
    sheet = Sheet(f"{title} – {paper.masthead.name}", words, profile, author=paper.masthead.organiser, size=LYING)
    step(0, 1)
    with sheet.a_page(bookmark=title):
        sheet.canvas.setDash([2, 4])
        with sheet.turned(_WIDE, 6):
            sheet.rule(0, 0, sheet.height - 12, colour=LINE, thick=0.4)
        sheet.canvas.setDash([])
        for number in (0, 1):
            with sheet.shifted(number * _WIDE, 0):
                _form(sheet, paper)
    step(1, 1)
    return sheet.finish(path)


def _form(sheet: Sheet, paper: FeedbackForms) -> None:
    words = sheet.words
    sheet.box((_EDGE, 10), (_ROOM, 1.6), fill=SPRUCE)
    y = sheet.lines(_EDGE, 13.5, fit(paper.masthead.name, _SMALL, _ROOM, floor=6, lines=2, tall=8))
    y = sheet.lines(_EDGE, y + 1, fit(words("How was it?"), Look(19, bold=True), _ROOM, floor=12)) + 0.5
    said = words("Without a name. What you mark is counted together with what the others mark.")
    y = sheet.lines(_EDGE, y, fit(said, _SMALL, _ROOM, floor=7)) + 4
    if paper.groups:
        y = _groups(sheet, paper.groups, y) + 3.5
    y = _ends(sheet, y)
    for question in paper.questions(words):
        y = _lines(sheet, question.text, y) if question.free else _marks(sheet, question.text, y)


def _groups(sheet: Sheet, named: tuple[str, ...], y: float) -> float:
    """What somebody is here as, in three columns."""
    sheet.lines(_EDGE, y, fit(sheet.words("I am here as (one of them)"), _LABEL, _ROOM, floor=7))
    y += 6.5
    wide = _ROOM / 3
    for number, name in enumerate(named):
        x, top = _EDGE + number % 3 * wide, y + number // 3 * 7.2
        sheet.box((x, top), (_TICK, _TICK), line=INK, radius=0.6)
        fitted = fit(name, Look(9.5), wide - _TICK - 4, floor=7, lines=2, tall=7)
        sheet.lines(x + _TICK + 2, top + (_TICK - fitted.height) / 2, fitted)
    return y + -(-len(named) // 3) * 7.2


def _ends(sheet: Sheet, y: float) -> float:
    """What the first and the last box mean, over their columns."""
    half = (5 * _BOX + 4 * _BETWEEN) / 2 - 1
    small = Look(8, colour=MUTED)
    least, most = (fit(sheet.words(said), small, half, floor=6, lines=2, tall=7) for said in ENDS)
    down = y + max(least.height, most.height)
    sheet.lines(_MARKS, down - least.height, least)
    sheet.lines(_EDGE + _ROOM, down - most.height, most, align="right")
    return down + 1


def _marks(sheet: Sheet, text: str, y: float) -> float:
    room = _MARKS - _EDGE - 5
    fitted = wrap(text, _QUESTION, room)
    if fitted.height > _TALLEST:  # smaller only where three lines are not enough, so that questions look alike
        fitted = fit(text, _QUESTION, room, floor=7.5, lines=4, tall=_TALLEST)
    tall = max(fitted.height, _BOX)
    sheet.lines(_EDGE, y + (tall - fitted.height) / 2, fitted)
    for number, mark in enumerate(MARKS):
        x, top = _MARKS + number * (_BOX + _BETWEEN), y + (tall - _BOX) / 2
        sheet.box((x, top), (_BOX, _BOX), line=INK, radius=1)
        sheet.text(x + _BOX / 2, top + _BOX / 2 + 1.5, str(mark), Look(11, colour=MUTED), align="centre")
    sheet.rule(_EDGE, y + tall + 2.4, _ROOM)
    return y + tall + 5


def _lines(sheet: Sheet, text: str, y: float) -> float:
    y = sheet.lines(_EDGE, y, wrap(text, _QUESTION, _ROOM)) + 8
    while y <= _FOOT:
        sheet.rule(_EDGE, y, _ROOM)
        y += 8.5
    return y
