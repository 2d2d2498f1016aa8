"""Ballots on paper in rows: a page for each juror, all teams in the order of pitches, a column for each criterion.

Whoever types them reads along a row and turns no pages. And spare sheets of both kinds, without names.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hackdesk.documents.fit import INK, LINE, MUTED, PALE, SPRUCE, Look, fit
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.rules import (
    BallotPage,
    BallotRow,
    BallotsInRows,
    BlankBallot,
    Masthead,
    Printed,
    PrinterProfile,
    SpareBallots,
    texts_in,
)
from hackdesk.documents.score_sheets import draw_ballot, draw_code, percent
from hackdesk.documents.sheet import LYING, Sheet
from hackdesk.jury.rules import Criterion, plain_number, shares
from hackdesk.language import language
from hackdesk.steps import Step, no_steps

_LEFT, _ROOM = 14.0, 269.0
_RIGHT = _LEFT + _ROOM
_TEAM, _WIDEST, _LEAST_NOTE = 76.0, 27.0, 36.0
_HEAD, _FIRST, _FOOT = 36.0, 57.0, 182.0
_TALLEST = 16.0
_SMALL = Look(8, colour=MUTED)


def print_ballots_in_rows(
    ballots: BallotsInRows, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with a page for each juror. tag: the language. Raises NoGlyph before anything is written."""
    refuse_missing(texts_in(ballots))
    words = language(tag)
    title = words("Ballots – {event}", event=ballots.masthead.name)
    sheet = Sheet(title, words, profile, author=ballots.masthead.organiser, size=LYING)
    for done, page in enumerate(ballots.pages):
        step(done, len(ballots.pages))
        with sheet.a_page(bookmark=page.juror):
            _draw_page(sheet, ballots.masthead, page, ballots.criteria)
    step(len(ballots.pages), len(ballots.pages))
    return sheet.finish(path)


def print_spare_ballots(
    spare: SpareBallots, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with one sheet of each kind, the one in rows turned. tag: the language. Raises NoGlyph."""
    refuse_missing(texts_in(spare))
    words = language(tag)
    title = words("Spare ballots – {event}", event=spare.masthead.name)
    sheet = Sheet(title, words, profile, author=spare.masthead.organiser)
    with sheet.a_page(bookmark=words("For one team")):
        draw_ballot(sheet, spare.masthead, BlankBallot("", "", "", 0, 0), spare.criteria)
    rows = BallotPage("", (BallotRow(0, ""),) * spare.rows)
    with sheet.a_page(bookmark=words("In rows")), sheet.turned(0, sheet.height, left=True):
        _draw_page(sheet, spare.masthead, rows, spare.criteria)
    step(2, 2)
    return sheet.finish(path)


def _draw_page(sheet: Sheet, masthead: Masthead, page: BallotPage, criteria: Sequence[Criterion]) -> None:
    _head(sheet, masthead, page)
    width = min(_WIDEST, (_ROOM - _TEAM - _LEAST_NOTE) / max(1, len(criteria)))
    _columns(sheet, criteria, width)
    high = min(_TALLEST, (_FOOT - _FIRST) / len(page.rows))
    y = _FIRST
    for row in page.rows:
        _row(sheet, row, (y, high), [_LEFT + _TEAM + at * width for at in range(len(criteria))], width)
        y += high
    _sign(sheet)


def _head(sheet: Sheet, masthead: Masthead, page: BallotPage) -> None:
    words = sheet.words
    right = draw_code(sheet, page.code, (_RIGHT, 9.0)) - 6 if page.code else _RIGHT
    said = words("Page {page} of {of}", page=page.page, of=page.of) if page.of > 1 else ""
    sheet.text(right, 16, said, Look(10, bold=True), align="right")
    room = right - _LEFT - 30
    y = sheet.lines(_LEFT, 12, fit(masthead.name, Look(11, bold=True, colour=SPRUCE), room, floor=8, lines=1)) + 2
    if page.juror:
        sheet.lines(_LEFT, y, fit(page.juror, Look(22, bold=True), right - _LEFT - 4, floor=13, lines=1))
    else:
        sheet.text(_LEFT, y + 9, words("Juror"), _SMALL)
        sheet.rule(_LEFT + 18, y + 9.6, 130, colour=INK, thick=0.6)


def _columns(sheet: Sheet, criteria: Sequence[Criterion], width: float) -> None:
    """The names of the criteria over their columns, with what each counts and how it goes."""
    words, given = sheet.words, shares(criteria)
    sheet.text(_LEFT, _FIRST - 2.2, words("Team, in the order of pitches"), _SMALL)
    for number, criterion in enumerate(criteria):
        middle = _LEFT + _TEAM + (number + 0.5) * width
        goes = f"{plain_number(criterion.lowest)}–{plain_number(criterion.highest)}"
        sheet.text(middle, _FIRST - 2.2, f"{goes} · {percent(given[criterion.id], words)}", _SMALL, align="centre")
        name = fit(criterion.name, Look(9.5, bold=True), width - 2.5, floor=7, lines=4, tall=_FIRST - 6 - _HEAD)
        sheet.lines(middle, _FIRST - 5.8 - name.height, name, align="centre")
    note = _LEFT + _TEAM + len(criteria) * width + 4
    label = fit(words("A note to the team (they will read it)"), _SMALL, _RIGHT - note, floor=7, lines=2)
    sheet.lines(note, _FIRST - 1.4 - label.height, label)
    sheet.rule(_LEFT, _FIRST, _ROOM, colour=INK, thick=0.9)


def _row(sheet: Sheet, row: BallotRow, at: tuple[float, float], columns: Sequence[float], width: float) -> None:
    """A team with a box for each mark, or why the juror does not judge it. at: its top and its height."""
    y, high = at
    turn = str(row.turn) if row.turn else ""
    middle = y + high / 2
    sheet.text(_LEFT + 6, middle + 1.8, turn, Look(13, bold=True, colour=SPRUCE), align="right")
    if row.team:
        name = fit(row.team, Look(11.5, bold=True), _TEAM - 13, floor=8, lines=2, tall=high - 2)
        sheet.lines(_LEFT + 9, middle - name.height / 2, name)
    if row.aside:
        _aside(sheet, row, (y, high), columns[0] if columns else _LEFT + _TEAM)
    else:
        tall = min(11.0, high - 2.2)
        for x in columns:
            sheet.box((x + width / 2 - 7, middle - tall / 2), (14, tall), line=INK, radius=1.2)
    sheet.rule(_LEFT, y + high, _ROOM, colour=LINE)


def _aside(sheet: Sheet, row: BallotRow, at: tuple[float, float], left: float) -> None:
    y, high = at
    words = sheet.words
    said = words("does not judge: {reason}", reason=row.reason) if row.reason else words(row.aside)
    sheet.box((left, y + 1), (_RIGHT - left, high - 2), fill=PALE)
    fitted = fit(said, Look(10), _RIGHT - left - 8, floor=8, lines=2, tall=high - 3)
    sheet.lines(left + 4, y + (high - fitted.height) / 2, fitted)


def _sign(sheet: Sheet) -> None:
    words = sheet.words
    hint = words("Not judging a team: cross its row out and write why.")
    sheet.text(_LEFT, 197, hint, Look(9, colour=MUTED))
    lines = (_RIGHT - 132, 90.0, words("Signature of the juror")), (_RIGHT - 36, 36.0, words("Date"))
    for x, width, label in lines:
        sheet.rule(x, 195, width, colour=INK, thick=0.6)
        sheet.text(x, 198.8, label, _SMALL)
