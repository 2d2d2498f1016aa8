"""Name badges: eight to a sheet, A7 each, cut along the marks; the first name is read across a room."""

from __future__ import annotations

from pathlib import Path

from hackdesk.documents.fit import INK, LINE, MM, MUTED, PALE, SPRUCE, Look, fit
from hackdesk.documents.fonts import refuse_missing
from hackdesk.documents.patterns import swatch
from hackdesk.documents.rules import Badge, Badges, Printed, PrinterProfile, texts_in
from hackdesk.documents.sheet import Sheet
from hackdesk.language import language
from hackdesk.steps import Step, no_steps

ACROSS, DOWN = 2, 4
WIDTH, HEIGHT = 105.0, 74.25
_LEFT, _RIGHT, _TOP, _FOOT = 20.0, 97.0, 8.0, 66.5
_BAND = 7.0  # how wide the group's colour is
_QR = 24.0


def print_badges(
    badges: Badges, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """A PDF with everybody's badge. tag: the language. Raises NoGlyph before anything is written."""
    refuse_missing(texts_in(badges))
    words = language(tag)
    title = words("Badges – {event}", event=badges.masthead.name)
    sheet = Sheet(title, words, profile, author=badges.masthead.organiser)
    with sheet.stamp("marks"):
        _cut_marks(sheet)
    a_sheet = ACROSS * DOWN
    for first in range(0, len(badges.badges), a_sheet):
        step(first, len(badges.badges))
        with sheet.a_page():
            sheet.put("marks")
            for number, badge in enumerate(badges.badges[first : first + a_sheet]):
                with sheet.shifted(number % ACROSS * WIDTH, number // ACROSS * HEIGHT):
                    _badge(sheet, badge, badges.masthead.name)
    step(len(badges.badges), len(badges.badges))
    return sheet.finish(path)


def _cut_marks(sheet: Sheet) -> None:
    sheet.canvas.setDash([2, 3])
    for row in range(1, DOWN):
        sheet.rule(0, row * HEIGHT, sheet.width, colour=LINE, thick=0.4)
    sheet.canvas.line(WIDTH * MM, 0, WIDTH * MM, sheet.height * MM)
    sheet.canvas.setDash([])


def _badge(sheet: Sheet, badge: Badge, event: str) -> None:
    room = _RIGHT - _LEFT
    _groups(sheet, badge)
    head = fit(event, Look(8, bold=True, colour=SPRUCE), room, floor=6.5, lines=2, tall=6)
    below = sheet.lines(_LEFT, _TOP - 1, head)
    given = fit(badge.given_name, Look(37, bold=True, leading=1.2), room, floor=24, lines=1)
    if given.look.size < 24:
        given = fit(badge.given_name, Look(25, bold=True, leading=1.2), room, floor=14, lines=3, tall=21)
    below = sheet.lines(_LEFT, max(below + 1, 14.0 if len(given.lines) == 1 else 0), given)
    family = fit(badge.family_name, Look(18, colour=INK), room, floor=12, lines=2, tall=11)
    below = sheet.lines(_LEFT, below, family)
    beside = _RIGHT - _QR - _LEFT + 1
    about = fit(badge.organisation, Look(9.5, colour=MUTED), beside, floor=9, lines=4, tall=58 - below - 1.5)
    sheet.lines(_LEFT, below + 1.5, about)
    spoken = " · ".join(tag.upper() for tag in badge.languages)
    sheet.text(_LEFT, _FOOT, spoken, fit(spoken, Look(8, colour=MUTED), beside, floor=5, lines=1).look)
    sheet.qr((_RIGHT - _QR + 3, _FOOT - _QR), _QR, badge.code)
    sheet.text(_RIGHT - _QR / 2 + 3, _FOOT, badge.code, Look(7.5, colour=INK, spacing=0.6), align="centre")


def _groups(sheet: Sheet, badge: Badge) -> None:
    """The band of colours and patterns, and the short names, of the groups somebody belongs to."""
    height = _FOOT - _TOP
    if not badge.groups:
        sheet.box((8, _TOP), (_BAND, height), fill=PALE)
        return
    part = height / len(badge.groups)
    for number, group in enumerate(badge.groups):
        swatch(sheet, (8, _TOP + number * part), (_BAND, part), group)
    names = " · ".join(group.short_name for group in badge.groups)
    fitted = fit(names, Look(8.5, bold=True, colour=INK), _RIGHT - _QR - _LEFT + 1, floor=6, lines=1)
    sheet.text(_LEFT, _FOOT - 4.5, names, fitted.look)
