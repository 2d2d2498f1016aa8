"""Slips for the hall's vote, to be cut: the teams with a box each, and a code that votes once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hackdesk.documents.fit import INK, LINE, MUTED, SPRUCE, Look, fit
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.hall_paper import HallSlips
from hackdesk.documents.rules import Printed, PrinterProfile, texts_in
from hackdesk.documents.sheet import UPRIGHT, Sheet
from hackdesk.language import N_, language
from hackdesk.steps import Step, no_steps

_WIDE = UPRIGHT[0] / 2
_EDGE, _QR = 7.0, 25.0
#: The names have what the code leaves beside it.
_ROOM = _WIDE - 2 * _EDGE
_NAMES = _ROOM - _QR - 2
#: So many teams have room on a slip of an eighth of a page; more of them need a quarter.
_MOST_ON_SMALL = 9
_TALLEST, _TEAMS_TOP = 7.0, 22.0
_ASKED = {
    1: N_("Put a cross before one team."),
    2: N_("Write 1 and 2 before two teams; 1 is the best."),
    3: N_("Write 1, 2 and 3 before three teams; 1 is the best."),
}


def print_hall_slips(
    paper: HallSlips, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with eight slips on each page, four where there are many teams. tag: the language. Raises NoGlyph."""
    refuse_missing(texts_in(paper))
    words = language(tag)
    sheet = Sheet(
        words("Slips for the hall's vote – {event}", event=paper.masthead.name), words, profile,
        author=paper.masthead.organiser,
    )  # fmt: skip
    rows = 4 if len(paper.teams) <= _MOST_ON_SMALL else 2
    pages = list(_pages(paper, 2 * rows))
    for done, (codes, guests) in enumerate(pages):
        step(done, len(pages))
        with sheet.a_page(bookmark=words("Guests") if guests else codes[0]):
            _cuts(sheet, rows)
            for number, code in enumerate(codes):
                with sheet.shifted(number % 2 * _WIDE, number // 2 * UPRIGHT[1] / rows):
                    _slip(sheet, paper, code, (UPRIGHT[1] / rows, guests))
    step(len(pages), len(pages))
    return sheet.finish(path)


def _pages(paper: HallSlips, most: int) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The codes of each page, and whether they are guests': both never lie on one page."""
    for codes, guests in ((paper.codes, False), (paper.guests, True)):
        for first in range(0, len(codes), most):
            yield codes[first : first + most], guests


def _cuts(sheet: Sheet, rows: int) -> None:
    sheet.canvas.setDash([2, 4])
    for row in range(1, rows):
        sheet.rule(6, row * sheet.height / rows, sheet.width - 12, colour=LINE, thick=0.4)
    with sheet.turned(_WIDE, 6):
        sheet.rule(0, 0, sheet.height - 12, colour=LINE, thick=0.4)
    sheet.canvas.setDash([])


def _slip(sheet: Sheet, paper: HallSlips, code: str, about: tuple[float, bool]) -> None:
    """about: how high it is, and whether it is a guest's."""
    high, guest = about
    words, left = sheet.words, _EDGE + _QR + 2
    title = words("A guest's vote") if guest else words("The hall's vote")
    y = sheet.lines(_EDGE, 6, fit(title, Look(13, bold=True, colour=SPRUCE), 48, floor=9, lines=1))
    small = Look(8, colour=MUTED)
    sheet.lines(_EDGE, y, fit(paper.masthead.name, small, _ROOM, floor=5.5, lines=1))
    sheet.lines(_EDGE, 16.4, fit(words(_ASKED[paper.choices]), Look(9.5, bold=True), _ROOM, floor=7, lines=1))
    sheet.qr((_EDGE - 2, _TEAMS_TOP), _QR, code)
    sheet.text(_EDGE - 2 + _QR / 2, _TEAMS_TOP + _QR + 3.5, code, Look(11, bold=True, spacing=0.4), align="centre")
    note = "" if guest else words("Not for your own team.")
    sheet.lines(_EDGE, _TEAMS_TOP + _QR + 6, fit(note, small, _QR - 2, floor=6, lines=3, tall=10))
    tall = min(_TALLEST, (high - _TEAMS_TOP - 5) / len(paper.teams))
    for row, (number, name) in enumerate(paper.teams):
        top, box = _TEAMS_TOP + 1 + row * tall, min(4.6, tall - 0.8)
        sheet.box((left, top + (tall - box) / 2), (box, box), line=INK, radius=0.6)
        look = Look(min(9.5, tall * 1.75), bold=True)
        middle = top + tall / 2 + look.size * 0.36 / 2.83
        sheet.text(left + 10, middle, str(number), look, align="right")
        fitted = fit(name, Look(look.size), _NAMES - 11.5, floor=5, lines=2, tall=tall - 0.2)
        sheet.lines(left + 11.5, top + (tall - fitted.height) / 2, fitted)
