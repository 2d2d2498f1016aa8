"""Stakeholder groups as colour and pattern, so that they are told apart in black and white too."""

from __future__ import annotations

from reportlab.lib.colors import HexColor

from hackdesk.documents.fit import INK, MM, WHITE
from hackdesk.documents.sheet import Sheet
from hackdesk.people.rules import Group

#: The directions, in degrees, of the lines that make a pattern; "dots" are lines of dots.
PATTERNS = {
    "solid": (),
    "horizontal": (0,),
    "vertical": (90,),
    "diagonal": (45,),
    "grid": (0, 90),
    "dots": (45,),
}
_STEP = 3.2  # millimetres from one line of a pattern to the next, at most
_A_FIELD = 0.3  # the same as a part of the field's shorter side
_LIGHT = 0.6


def swatch(sheet: Sheet, at: tuple[float, float], size: tuple[float, float], group: Group) -> None:
    """A field in the group's colour with its pattern in white, or in ink where the colour is light."""
    colour = HexColor(group.colour)
    light = 0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue > _LIGHT
    canvas = sheet.canvas
    step = min(_STEP, min(size) * _A_FIELD)
    canvas.saveState()
    field = canvas.beginPath()
    field.rect(at[0] * MM, (sheet.height - at[1] - size[1]) * MM, size[0] * MM, size[1] * MM)
    canvas.clipPath(field, stroke=0, fill=0)
    sheet.box(at, size, fill=group.colour)
    canvas.setStrokeColor(HexColor(INK if light else WHITE))
    if group.pattern == "dots":
        canvas.setLineCap(1)
        canvas.setLineWidth(3 * step / _STEP)
        canvas.setDash([0, step * MM])
    else:
        canvas.setLineWidth(1.3 * step / _STEP)
    canvas.translate((at[0] + size[0] / 2) * MM, (sheet.height - at[1] - size[1] / 2) * MM)
    reach = (size[0] ** 2 + size[1] ** 2) ** 0.5 / 2
    for direction in PATTERNS.get(group.pattern, ()):
        canvas.saveState()
        canvas.rotate(direction)
        for number in range(-int(reach / step) - 1, int(reach / step) + 2):
            level = number * step * MM
            canvas.line(-reach * MM, level, reach * MM, level)
        canvas.restoreState()
    canvas.restoreState()
