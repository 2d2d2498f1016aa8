"""Ballots on paper: one page for each juror and team, in the order of pitches, with the code of the sheet."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from hackdesk.documents.fit import INK, LINE, MUTED, SPRUCE, Look, fit
from hackdesk.documents.flow import LEFT, RIGHT, ROOM, page_numbers
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.rules import Ballots, BlankBallot, Masthead, Printed, PrinterProfile, texts_in
from hackdesk.documents.sheet import Sheet
from hackdesk.jury.rules import Criterion, plain_number, rounded, shares, steps_of
from hackdesk.language import Words, language
from hackdesk.steps import Step, no_steps

_MOST_BOXES = 11  # 0 to 10; beyond that the mark is written into one box
_BOXES, _BOX, _GAP = 76.0, 11.0, 2.4
_TALLEST, _CRITERIA_FOOT = 27.0, 196.0
_SMALL = Look(8, colour=MUTED)
_NOTE_FOOT = 236.0
#: The square is 18 mm wide with the white around it: half a millimetre a module.
_QR = 18.0


def print_ballots(
    ballots: Ballots, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with all ballots to fill in. tag: the language. Raises NoGlyph before anything is written."""
    refuse_missing(texts_in(ballots))
    words = language(tag)
    title = words("Ballots – {event}", event=ballots.masthead.name)
    sheet = Sheet(title, words, profile, author=ballots.masthead.organiser)
    page_numbers(sheet, title)
    of = len(ballots.ballots)
    for done, ballot in enumerate(ballots.ballots):
        step(done, of)
        with sheet.a_page(bookmark=f"{ballot.juror} – {ballot.team}"):
            draw_ballot(sheet, ballots.masthead, ballot, ballots.criteria)
    step(of, of)
    return sheet.finish(path)


def draw_ballot(sheet: Sheet, masthead: Masthead, ballot: BlankBallot, criteria: tuple[Criterion, ...]) -> None:
    """One ballot on the page that is open. Without a juror it has lines for the names."""
    y = _head(sheet, masthead, ballot)
    _note(sheet, _criteria(sheet, y, criteria) + 5)
    _foot(sheet)


def _head(sheet: Sheet, masthead: Masthead, ballot: BlankBallot) -> float:
    words = sheet.words
    turn = words("Pitch {turn} of {of}", turn=ballot.turn, of=ballot.of) if ballot.turn else ""
    look = Look(10, bold=True)
    right = draw_code(sheet, ballot.code, (RIGHT, 12.0)) if ballot.code else RIGHT
    sheet.text(right, 19, turn, look, align="right")
    room = right - LEFT - look.width(turn) - 8
    y = sheet.lines(LEFT, 15, fit(masthead.name, Look(11, bold=True, colour=SPRUCE), room, floor=8)) + 3
    if not ballot.juror:
        for label in (words("Team"), words("Juror")):
            sheet.text(LEFT, y + 9, label, _SMALL)
            sheet.rule(LEFT + 18, y + 9.6, ROOM - 18, colour=INK, thick=0.6)
            y += 12
        sheet.rule(LEFT, y + 3, ROOM, colour=INK, thick=0.9)
        return y + 3
    y = sheet.lines(LEFT, y, fit(ballot.team, Look(26, bold=True), right - LEFT - 4, floor=17, lines=2, tall=22))
    if ballot.topic and ballot.topic != ballot.team:
        y = sheet.lines(LEFT, y, fit(ballot.topic, Look(11, colour=MUTED), right - LEFT - 4, floor=8, lines=2))
    y = max(y, 31.0)
    sheet.text(LEFT, y + 6.5, words("Juror"), _SMALL)
    sheet.lines(LEFT + 18, y + 2.2, fit(ballot.juror, Look(13, bold=True), ROOM - 20, floor=9, lines=1))
    sheet.rule(LEFT, y + 10.5, ROOM, colour=INK, thick=0.9)
    return y + 10.5


def draw_code(sheet: Sheet, code: str, corner: tuple[float, float]) -> float:
    """The sheet's code as a square to scan and as signs to type, from a right corner. Gives its left edge."""
    right, top = corner
    sheet.qr((right - _QR, top), _QR, code)
    spaced = f"{code[:3]} {code[3:]}"
    sheet.text(right - _QR / 2, top + _QR + 1.6, spaced, Look(9.5, bold=True), align="centre")
    return right - _QR


def _criteria(sheet: Sheet, y: float, criteria: tuple[Criterion, ...]) -> float:
    """The criteria with their guidance and boxes; gives where they end."""
    given = shares(criteria)
    height = min(_TALLEST, (_CRITERIA_FOOT - y) / max(1, len(criteria)))
    room = ROOM - _BOXES - 6
    for criterion in criteria:
        share = percent(given[criterion.id], sheet.words)
        side = Look(9, colour=MUTED)
        name = fit(criterion.name, Look(12, bold=True), room, floor=9, lines=2, tall=height * 0.42)
        below = sheet.lines(LEFT, y + 2.5, name) + 0.5
        said = "  ·  ".join(filter(None, (share, criterion.guidance)))
        sheet.lines(LEFT, below, fit(said, side, room, floor=8.5, lines=4, tall=y + height - below - 1.5))
        _boxes(sheet, y + 3.5, criterion, height)
        y += height
        sheet.rule(LEFT, y, ROOM, colour=LINE)
    return y


def _boxes(sheet: Sheet, y: float, criterion: Criterion, height: float) -> None:
    marks = steps_of(criterion)
    left = RIGHT - _BOXES
    if not marks or len(marks) > _MOST_BOXES:
        box = min(_BOX, height - 6)
        sheet.box((RIGHT - 26, y), (26, box), line=INK, radius=1.2)
        text = f"{plain_number(criterion.lowest)}–{plain_number(criterion.highest)}"
        sheet.text(RIGHT - 29, y + box / 2 + 1.4, text, Look(11, colour=MUTED), align="right")
        return
    box = min(_BOX, (_BOXES - _GAP * (len(marks) - 1)) / len(marks), height - 9)
    step = (_BOXES - box) / max(1, len(marks) - 1)
    for number, mark in enumerate(marks):
        x = left + number * step
        sheet.box((x, y), (box, box), line=INK, radius=1.2)
        sheet.text(x + box / 2, y + box / 2 + 1.5, plain_number(mark), Look(11, colour=MUTED), align="centre")
    low = fit(criterion.low_words, _SMALL, _BOXES / 2 - 3, floor=7, lines=2, tall=height - box - 4.5)
    high = fit(criterion.high_words, _SMALL, _BOXES / 2 - 3, floor=7, lines=2, tall=height - box - 4.5)
    sheet.lines(left, y + box + 0.6, low)
    sheet.lines(RIGHT, y + box + 0.6, high, align="right")


def _note(sheet: Sheet, y: float) -> None:
    sheet.text(LEFT, y + 3.5, sheet.words("A note to the team (they will read it)"), Look(10, bold=True))
    line = y + 13
    while line <= _NOTE_FOOT:
        sheet.rule(LEFT, line, ROOM, colour=LINE)
        line += 8.5


def _foot(sheet: Sheet) -> None:
    words = sheet.words
    sheet.box((LEFT, _NOTE_FOOT + 6), (5, 5), line=INK)
    aside = words("I do not judge this team, because")
    look = Look(9.5)
    sheet.text(LEFT + 8, _NOTE_FOOT + 9.8, aside, look)
    used = 8 + look.width(aside) + 3
    sheet.rule(LEFT + used, _NOTE_FOOT + 10.4, ROOM - used, colour=MUTED)
    lines = (LEFT, 116.0, words("Signature of the juror")), (LEFT + 128, ROOM - 128, words("Date"))
    for x, width, label in lines:
        sheet.rule(x, _NOTE_FOOT + 31, width, colour=INK, thick=0.6)
        sheet.text(x, _NOTE_FOOT + 34.8, label, _SMALL)


def percent(share: Fraction, words: Words) -> str:
    """A share as it is printed: 30 %, 33.3 %."""
    exact = share * 100
    return f"{words.number(float(rounded(exact)), 0 if exact.denominator == 1 else 1)} %"
