"""The head that a funder asks for: the logos, and the lines of text that belong to them."""

from __future__ import annotations

from hackdesk.documents.fit import MUTED, Look, wrap
from hackdesk.documents.flow import LEFT, RIGHT, ROOM
from hackdesk.documents.rules import Logo, Masthead
from hackdesk.documents.sheet import Sheet

_TEXT = Look(8.5, colour=MUTED)
_GAP = 6.0


def draw_masthead(sheet: Sheet, y: float, masthead: Masthead) -> float:
    """Draw it from `y` down over the width of the text: the organiser's logo left, the funder's right, the
    header beside a single logo or under two. Gives where it ends; `y` where there is nothing to draw."""
    logos = masthead.logos
    text = masthead.funder_header
    if not logos:
        return sheet.lines(LEFT, y, wrap(text, _TEXT, ROOM)) + 2.5 if text else y
    tall = max(logo.size_mm[1] for logo in logos)
    for logo in logos:
        wide, high = logo.size_mm
        x = LEFT if logo.place == "organiser" else RIGHT - wide
        sheet.picture((x, y + (tall - high) / 2), (wide, high), logo.content)
    end = y + tall
    if text and len(logos) == 1:
        end = max(end, _beside(sheet, y, logos[0], text))
    elif text:
        end = sheet.lines(LEFT, end + 2, wrap(text, _TEXT, ROOM))
    return end + 3.0


def _beside(sheet: Sheet, y: float, logo: Logo, text: str) -> float:
    wide, high = logo.size_mm
    fitted = wrap(text, _TEXT, ROOM - wide - _GAP)
    x = LEFT + wide + _GAP if logo.place == "organiser" else LEFT
    return sheet.lines(x, y + max(0.0, (high - fitted.height) / 2), fitted)
