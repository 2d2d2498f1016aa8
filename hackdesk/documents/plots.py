"""Plots drawn by hand on the page: quiet figures, bars, columns over the day, a matrix, shares of a whole.

All of them say their numbers in digits, so that nothing hangs on a colour; fields differ in pattern and lightness.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from hackdesk.documents.fit import INK, LINE, MM, MUTED, SPRUCE, WHITE, Look, fit, wrap
from hackdesk.documents.patterns import swatch
from hackdesk.documents.sheet import Sheet
from hackdesk.people.rules import Group

At = tuple[float, float]
_GAP = 6.0
_FIGURE, _LABEL, _NOTE = Look(26), Look(9.5, bold=True), Look(8.5, colour=MUTED)
_BAR, _BETWEEN = 4.6, 7.4
#: From a field of one colour to the next, dark enough at the end for white digits.
_LIGHTEST, _DARKEST = 0.93, 0.36
_TICK = Look(7.5, colour=MUTED)
_MOST_TALL = 24.0
#: Beside the spruce of what matters most.
_QUIET = "#8FB5A8"
_PERSON = 3.4
_TALL = 20.0


@dataclass(frozen=True)
class Figure:
    """One large number. note: a muted line below its label, or ""."""

    number: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class Bar:
    """One bar. group: whose colour and pattern it has; without one it is plain."""

    label: str
    value: int
    group: Group | None = None
    muted: bool = False


@dataclass(frozen=True)
class Part:
    """A part of a whole: a field with its number in it. colour, pattern: as of stakeholder groups."""

    label: str
    value: int
    colour: str
    pattern: str = "solid"

    @property
    def look(self) -> Group:
        """As what it is painted."""
        return Group("", self.label, self.label, self.colour, self.pattern)


def figures(sheet: Sheet, at: At, room: float, shown: Sequence[Figure], across: int = 4) -> float:
    """Numbers beside each other, rows below each other. Gives where they end."""
    x0, y = at
    width = (room - _GAP * (across - 1)) / across
    for first in range(0, len(shown), across):
        end = y
        for place, one in enumerate(shown[first : first + across]):
            x = x0 + place * (width + _GAP)
            sheet.rule(x, y, width, colour=SPRUCE, thick=0.9)
            below = sheet.lines(x, y + 0.6, fit(one.number, _FIGURE, width, floor=14, lines=1))
            below = sheet.lines(x, below - 0.8, fit(one.label, _LABEL, width, floor=7.5, lines=2, tall=9))
            if one.note:
                below = sheet.lines(x, below + 0.2, fit(one.note, _NOTE, width, floor=6.5, lines=2, tall=8))
            end = max(end, below)
        y = end + 5
    return y - 2


def bars_tall(count: int) -> float:
    """How tall so many bars are."""
    return count * _BETWEEN


def bars(sheet: Sheet, at: At, room: float, shown: Sequence[Bar], *, name: float = 44.0) -> float:
    """Bars below each other from a common start, the number behind each. name: the room of the labels."""
    x0, y = at
    most = max((bar.value for bar in shown), default=1) or 1
    long = room - name - 10
    for bar in shown:
        colour = MUTED if bar.muted else INK
        label = fit(bar.label, Look(9.5, colour=colour), name - 3, floor=7, lines=2, tall=_BETWEEN - 0.6)
        sheet.lines(x0, y + (_BETWEEN - label.height) / 2, label)
        size = max(0.6, long * bar.value / most), _BAR
        where = x0 + name, y + (_BETWEEN - _BAR) / 2
        if bar.group is not None:
            swatch(sheet, where, size, bar.group)
        else:
            sheet.box(where, size, fill=LINE if bar.muted else SPRUCE)
        number = Look(9.5, bold=True, colour=colour)
        sheet.text(where[0] + size[0] + 1.8, y + _BETWEEN / 2 + 1.25, sheet.words.number(bar.value), number)
        y += _BETWEEN
    return y


def columns(
    sheet: Sheet, at: At, room: float, shown: Sequence[tuple[int, int]], *, span: int, most: int
) -> float:
    """How many came in each span of a day: columns over the hours, the tallest dark and with its number.

    shown: ((minute of the day, people), …) without gaps, from a full hour on; most: the tallest of all plots.
    """
    x0, y = at
    each = min(10.0, room / max(1, len(shown)))
    foot = y + 4.5 + _TALL
    peak = max(value for _minute, value in shown)
    hours = 60 / span
    for number, (minute, value) in enumerate(shown):
        x, high = x0 + number * each, _TALL * value / max(1, most)
        if value:
            sheet.box((x + 0.35, foot - high), (each - 0.7, high), fill=SPRUCE if value == peak else _QUIET)
        if value == peak or (value and each >= 6):
            bold = value == peak
            said = Look(8, bold=bold, colour=INK if bold else MUTED)
            sheet.text(x + each / 2, foot - high - 1.2, sheet.words.number(value), said, align="centre")
        if minute % 60 == 0 and (each * hours >= 9 or minute % 180 == 0):
            sheet.box((x, foot), (0.2, 1.2), fill=MUTED)
            sheet.text(x, foot + 4.2, f"{minute // 60}:00", _TICK, align="centre")
    sheet.rule(x0, foot, each * len(shown), colour=INK, thick=0.6)
    return foot + 6.5


def shares(sheet: Sheet, at: At, size: tuple[float, float], shown: Sequence[Part]) -> None:
    """A whole cut into its parts, each with its number where there is room for it."""
    whole = sum(part.value for part in shown)
    x, look = at[0], Look(8.5, bold=True)
    if not whole:
        sheet.box(at, size, line=LINE)
    for part in shown:
        if not part.value:
            continue
        width = size[0] * part.value / whole
        swatch(sheet, (x, at[1]), (width - 0.4, size[1]), part.look)
        number = sheet.words.number(part.value)
        wide = look.width(number) + 2.4
        if width > wide + 0.8:
            # On a ground of its own: digits on a pattern cannot be read.
            middle = x + (width - 0.4) / 2
            sheet.box((middle - wide / 2, at[1] + size[1] / 2 - 2), (wide, 4), fill=WHITE, radius=0.8)
            sheet.text(middle, at[1] + size[1] / 2 + 1.1, number, look, align="centre")
        x += width


def legend(sheet: Sheet, at: At, room: float, shown: Sequence[Part], *, counts: bool = True) -> float:
    """What the fields stand for, beside each other. Gives where it ends."""
    x, y = at
    look = Look(9)
    for part in shown:
        text = f"{part.label}: {sheet.words.number(part.value)}" if counts else part.label
        wide = 7 + look.width(text) + 6
        if x > at[0] and x + wide - 6 > at[0] + room:
            x, y = at[0], y + 5.6
        swatch(sheet, (x, y), (5, 3.4), part.look)
        sheet.text(x + 7, y + 2.9, text, look)
        x += wide
    return y + 6


def matrix(
    sheet: Sheet, at: At, room: float, titles: Sequence[Group], cells: Sequence[Sequence[int | None]]
) -> float:
    """Groups against groups, the lower half. cells: a row a group, up to itself; None: too few to be shown."""
    x0, y = at
    name = 42.0
    wide = min(22.0, (room - name) / max(1, len(titles)))
    tall = min(10.5, wide)
    most = max((value or 0 for row in cells for value in row), default=0) or 1
    for group, row in zip(titles, cells, strict=True):
        swatch(sheet, (x0, y + tall / 2 - 1.9), (5, 3.8), group)
        label = fit(group.name, Look(9.5), name - 10, floor=7, lines=2, tall=tall - 0.8)
        sheet.lines(x0 + 7.5, y + (tall - label.height) / 2, label)
        for number, value in enumerate(row):
            _field(sheet, (x0 + name + number * wide, y), (wide, tall), value, most)
        y += tall
    y += 1.2
    ends = y
    for number, group in enumerate(titles):
        label = fit(group.short_name, _TICK, wide - 1.5, floor=5.5, lines=2, tall=_MOST_TALL)
        ends = max(ends, sheet.lines(x0 + name + (number + 0.5) * wide, y, label, align="centre"))
    return ends + 2


def _field(sheet: Sheet, at: At, size: tuple[float, float], value: int | None, most: int) -> None:
    share = (value or 0) / most
    light = _LIGHTEST + (_DARKEST - _LIGHTEST) * share**0.7
    inner = size[0] - 0.8, size[1] - 0.8
    dark = bool(value) and light < 0.62
    if value is None:
        sheet.box(at, inner, line=LINE)
    else:
        sheet.box(at, inner, fill=_tint(light) if value else "#F4F4F1")
    text = sheet.words("under 5") if value is None else sheet.words.number(value) if value else "–"
    look = Look(9.5, bold=True, colour=WHITE) if dark else Look(9.5, colour=INK if value else MUTED)
    fitted = fit(text, look, inner[0] - 1, floor=6, lines=1)
    sheet.lines(at[0] + inner[0] / 2, at[1] + (inner[1] - fitted.height) / 2, fitted, align="centre")


def _tint(light: float) -> str:
    """Spruce mixed with white until it is so light."""
    colour = HexColor(SPRUCE)
    own = 0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue
    part = max(0.0, min(1.0, (light - own) / (1 - own)))
    mixed = (round(255 * (one + (1 - one) * part)) for one in (colour.red, colour.green, colour.blue))
    return "#{:02X}{:02X}{:02X}".format(*mixed)


def heads(sheet: Sheet, at: At, room: float, count: int, most: int) -> None:
    """A field for each person. most: how many the longest of these lines has."""
    each = min(_PERSON, room / max(1, most))
    for number in range(count):
        sheet.box((at[0] + number * each, at[1]), (each * 0.86, _BAR), fill=SPRUCE)


def hint_box(sheet: Sheet, at: At, room: float, text: str) -> float:
    """A place that waits for a text, with a hint what belongs there. Gives where it ends."""
    fitted = wrap(text, Look(9.5, colour=MUTED), room - 8)
    canvas = sheet.canvas
    canvas.saveState()
    canvas.setDash([1.4 * MM, 1.1 * MM])
    sheet.box(at, (room, fitted.height + 5), line=MUTED, radius=1.2)
    canvas.restoreState()
    sheet.lines(at[0] + 4, at[1] + 2.5, fitted)
    return at[1] + fitted.height + 7

