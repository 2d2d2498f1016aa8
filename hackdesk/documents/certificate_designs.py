"""The three designs of certificates: where things lie on the page, and the ornament that is drawn once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hackdesk.documents.fit import INK, MM, MUTED, SPRUCE, WHITE
from hackdesk.documents.sheet import LYING, UPRIGHT, Sheet

DEEP, WEAVE, SOFT = "#16322B", "#5FA08E", "#CFE0DA"
_BAND = 17.0


@dataclass(frozen=True)
class Layout:
    """Where things lie, in millimetres. align: left or centre. head: baseline of the event's name.

    name_foot: a name grows upwards from here, so that what is below stays where it is; name_tall: how high it may
    grow. text_top, text_foot: what was done. signed: the lines to sign on. logos_top: where logos begin;
    logos_at: their align; logo_wide: the most that one takes. beside: room at the right that a name leaves free.
    name_size, text_size: points. name, title, event, dates: colours.
    """

    size: tuple[float, float]
    left: float
    right: float
    align: str
    head: float
    name_foot: float
    name_tall: float
    text_top: float
    text_foot: float
    signed: float
    logos_top: float
    logos_at: str = "right"
    logo_wide: float = 46.0
    beside: float = 0.0
    name_size: float = 54
    text_size: float = 19
    name: str = INK
    title: str = MUTED
    event: str = SPRUCE
    dates: str = MUTED

    @property
    def room(self) -> float:
        """How wide text may be."""
        return self.right - self.left

    @property
    def x(self) -> float:
        """Where lines begin, or their middle."""
        return (self.left + self.right) / 2 if self.align == "centre" else self.left


def layout_of(design: str, orientation: str, *, own: bool) -> Layout:
    """The layout. own: with the event's own background, on which nothing else is drawn."""
    lying = orientation == "landscape"
    layout = (_LYING if lying else _STANDING)[design]
    if own and design == "field":
        return (_LYING if lying else _STANDING)["field plain"]
    return layout


_LYING = {
    "band": Layout(LYING, 36, 277, "left", 29, 104, 56, 109, 152, 184, 21),
    "frame": Layout(LYING, 34, 263, "centre", 44, 104, 40, 109, 145, 177, 24, "sides"),
    "field": Layout(
        LYING, 24, 273, "left", 26, 102, 60, 117, 168, 186, 116, logo_wide=34, beside=8,
        name_size=60, name=WHITE, title=SOFT, event=WHITE, dates=SOFT,
    ),
    "field plain": Layout(LYING, 24, 273, "left", 26, 102, 60, 117, 168, 186, 116, logo_wide=34, name_size=60),
}  # fmt: skip
_STANDING = {
    "band": Layout(UPRIGHT, 36, 192, "left", 32, 142, 78, 148, 215, 262, 46, "left", name_size=46, text_size=18),
    "frame": Layout(
        UPRIGHT, 26, 184, "centre", 62, 146, 68, 152, 214, 256, 26, "sides", name_size=44, text_size=18,
    ),
    "field": Layout(
        UPRIGHT, 22, 188, "left", 30, 158, 104, 178, 222, 264, 226, "left", beside=10, name_size=50, text_size=18,
        name=WHITE, title=SOFT, event=WHITE, dates=SOFT,
    ),
    "field plain": Layout(
        UPRIGHT, 22, 188, "left", 30, 158, 104, 178, 222, 264, 226, "left", name_size=50, text_size=18,
    ),
}  # fmt: skip


def ornament(sheet: Sheet, design: str, *, winners: bool) -> None:
    """What is the same on every page of a design."""
    _ORNAMENTS[design](sheet, DEEP if winners else SPRUCE)


def _band(sheet: Sheet, colour: str) -> None:
    """A band on the left with a woven belt's diamonds, as they are worn in Võru County."""
    sheet.box((0, 0), (_BAND, sheet.height), fill=colour)
    _belt(sheet, _BAND / 2, (0.0, sheet.height), 8.5, upright=True)
    sheet.box((_BAND + 1.2, 0), (0.7, sheet.height), fill=colour)


def _frame(sheet: Sheet, colour: str) -> None:
    """Two lines around the page, and a short belt that closes the frame above and below."""
    for edge, thick in ((9.0, 1.6), (11.6, 0.5)):
        _outline(sheet, edge, colour, thick)
    middle, half, tall = sheet.width / 2, 32.0, 9.0
    for level in (10.3, sheet.height - 10.3):
        sheet.box((middle - half, level - tall / 2), (2 * half, tall), fill=colour)
        _belt(sheet, level, (middle - half, middle + half), 4.7, upright=False)


def _field(sheet: Sheet, colour: str) -> None:
    """The upper part of the page as one green field, closed by a belt."""
    foot = 110.0 if sheet.width > sheet.height else 168.0
    sheet.box((0, 0), (sheet.width, foot), fill=colour)
    sheet.box((0, foot + 1.2), (sheet.width, 0.7), fill=colour)
    _belt(sheet, sheet.width - 16.0, (0.0, foot), 9.5, upright=True)


_ORNAMENTS: dict[str, Callable[[Sheet, str], None]] = {"band": _band, "frame": _frame, "field": _field}


def _outline(sheet: Sheet, edge: float, colour: str, thick: float) -> None:
    size = sheet.width - 2 * edge, sheet.height - 2 * edge
    for at, one in (((edge, edge), (size[0], 0)), ((edge, edge + size[1]), (size[0], 0))):
        sheet.box((at[0], at[1] - thick / MM / 2), (one[0], thick / MM), fill=colour)
    for x in (edge, edge + size[0]):
        sheet.box((x - thick / MM / 2, edge - thick / MM / 2), (thick / MM, size[1] + thick / MM), fill=colour)


def _belt(sheet: Sheet, axis: float, span: tuple[float, float], side: float, *, upright: bool) -> None:
    """Diamonds in a row along an axis. span: from where to where; side: of a diamond."""
    sheet.canvas.saveState()
    x, y, wide, tall = (axis - side, span[0], 2 * side, span[1] - span[0]) if upright else (
        span[0], axis - side, span[1] - span[0], 2 * side)  # fmt: skip
    clip = sheet.canvas.beginPath()
    clip.rect(x * MM, (sheet.height - y - tall) * MM, wide * MM, tall * MM)
    sheet.canvas.clipPath(clip, stroke=0, fill=0)
    step = side * 1.5
    middle = (span[0] + span[1]) / 2
    reach = int((span[1] - span[0]) / step / 2) + 2
    for number in range(-reach, reach + 1):
        along = middle + number * step

        def at(off: float, further: float = 0.0, along: float = along) -> tuple[float, float]:
            return (axis + off, along + further) if upright else (along + further, axis + off)

        _diamond(sheet, at(0), side, line=WEAVE)
        _diamond(sheet, at(0), side * 0.62, line=WEAVE)
        _diamond(sheet, at(0), side * 0.25, fill=WEAVE)
        for edge in (-1, 1):
            _diamond(sheet, at(edge * side * 0.56, step / 2), side * 0.25, fill=WEAVE)
    sheet.canvas.restoreState()


def _diamond(sheet: Sheet, at: tuple[float, float], side: float, *, line: str = "", fill: str = "") -> None:
    canvas = sheet.canvas
    canvas.saveState()
    canvas.translate(at[0] * MM, (sheet.height - at[1]) * MM)
    canvas.rotate(45)
    half = side / 2
    sheet.box((-half, sheet.height - half), (side, side), line=line, fill=fill)
    canvas.restoreState()
