"""The back of a badge: the event, its main times, and what the organisers wish to say."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from zoneinfo import ZoneInfo

from hackdesk.documents.badge_face import Face
from hackdesk.documents.badge_values import BadgeBack
from hackdesk.documents.fit import INK, LINE, MUTED, SPRUCE, Fitted, Look, fit, wrap
from hackdesk.documents.rules import Masthead
from hackdesk.documents.sheet import Sheet

_STEP = 0.94  # by how much everything becomes smaller until it fits


def back_face(sheet: Sheet, shape: Face, back: BadgeBack, masthead: Masthead) -> None:
    """Draw the back of a badge with its top left corner where the page's is."""
    edge, unit = shape.band[0][0], shape.unit
    room = shape.size[0] - 2 * edge
    bottom = shape.size[1] - edge
    head = fit(masthead.name, Look(shape.small(12), bold=True, colour=SPRUCE), room, floor=6, lines=3)
    below = sheet.lines(edge, edge - unit, head)
    said = ", ".join(filter(None, (masthead.place, sheet.words.days(masthead.starts_on, masthead.ends_on))))
    about = fit(said, Look(shape.small(8), colour=MUTED), room, floor=5.5, lines=2)
    below = sheet.lines(edge, below, about) + 1.5 * unit
    sheet.rule(edge, below, room, colour=LINE, thick=0.6)
    _body(sheet, shape, back, (below + 1.5 * unit, bottom))


def _body(sheet: Sheet, shape: Face, back: BadgeBack, span: tuple[float, float]) -> None:
    """Main times, then the event's own text, as large as the room between two heights lets them be."""
    edge = shape.band[0][0]
    room = shape.size[0] - 2 * edge
    size = shape.small(9.5)
    while True:
        look = Look(size, colour=INK)
        times = _times(sheet, back, look, room)
        text = wrap(back.text, replace(look, bold=True), room) if back.text else Fitted((), look)
        gap = look.line * 0.5 if back.text and times else 0.0
        tall = len(times) * look.line + gap + text.height
        if tall <= span[1] - span[0]:
            break
        size *= _STEP
    top = span[0]
    for at, title in times:
        whole = Fitted((at,), replace(look, bold=True))
        sheet.lines(edge, top, whole)
        top = sheet.lines(edge + _indent(look), top, Fitted((title,), look))
    sheet.lines(edge, span[1] - text.height if times else top, text)


def _times(sheet: Sheet, back: BadgeBack, look: Look, room: float) -> list[tuple[str, str]]:
    """(time or "", line): a day on a line of its own, then its times; a title may run over several lines."""
    zone = ZoneInfo(back.zone)
    days = groupby(back.times, lambda one: one.at.astimezone(zone).date())
    several = len({one.at.astimezone(zone).date() for one in back.times}) > 1
    lines: list[tuple[str, str]] = []
    for day, times in days:
        if several:
            lines.append((sheet.words.weekday(day).capitalize(), ""))
        for one in times:
            wrapped = wrap(one.title, look, room - _indent(look))
            clock = sheet.words.time(one.at, zone)
            lines += [(clock if number == 0 else "", line) for number, line in enumerate(wrapped.lines)]
    return lines


def _indent(look: Look) -> float:
    """How far titles stand from the left: beside the times."""
    return replace(look, bold=True).width("00:00 ") + 0.5
