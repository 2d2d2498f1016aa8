"""A sheet by which one sees how a printer shifts and shrinks: rulers at the edges, a bar, a cross, the labels."""

from __future__ import annotations

from pathlib import Path

from hackdesk.documents.badge_formats import Grid, badge_format
from hackdesk.documents.badge_values import MeasuredPage
from hackdesk.documents.fit import INK, LINE, MM, MUTED, SPRUCE, WHITE, Look, fit, wrap
from hackdesk.documents.rules import Printed, PrinterProfile
from hackdesk.documents.sheet import Sheet
from hackdesk.language import language
from hackdesk.steps import Step, no_steps

FRAME = 10.0  # millimetres from each edge of the paper to its ruler
_FINE = 0.25  # points
_TICKS = {10: 4.0, 5: 3.0, 1: 1.8}


def print_ruler(
    page: MeasuredPage, tag: str, profile: PrinterProfile, path: Path, *, step: Step = no_steps
) -> Printed:
    """One page to measure. It is shifted and scaled as every document is, so that a right profile is seen too."""
    words = language(tag)
    layout = badge_format(page.format)
    sheet = Sheet(words("Test sheet"), words, profile, size=layout.paper)
    step(0, 1)
    with sheet.a_page():
        if layout.grid:
            _labels(sheet, layout.grid, layout.size)
        _rulers(sheet)
        _bar_and_cross(sheet)
        if layout.grid:
            _how_to_read(sheet, page, profile)
    step(1, 1)
    return sheet.finish(path)


def _labels(sheet: Sheet, grid: Grid, size: tuple[float, float]) -> None:
    """Where the labels lie, each with its number."""
    label = size[::-1] if grid.turned else size
    for place in range(grid.count):
        left, top = grid.corner(place)
        sheet.box((left, top), label, line=LINE)
        number = Look(20, bold=True, colour=LINE)
        sheet.text(left + label[0] - 15, top + 22, str(place + 1), number, align="right")


def _rulers(sheet: Sheet) -> None:
    """A frame whose lines are ten millimetres from the paper's edges, with marks and numbers along each."""
    width, height = sheet.width, sheet.height
    small = Look(5.5, colour=INK)
    canvas = sheet.canvas
    sheet.rule(FRAME, FRAME, width - 2 * FRAME, colour=INK, thick=_FINE)
    sheet.rule(FRAME, height - FRAME, width - 2 * FRAME, colour=INK, thick=_FINE)
    for x in (FRAME, width - FRAME):
        canvas.line(x * MM, FRAME * MM, x * MM, (height - FRAME) * MM)
    for at in range(int(FRAME), int(width - FRAME) + 1):
        tick = _tick(at)
        for edge, way in ((height - FRAME, 1), (FRAME, -1)):
            canvas.line(at * MM, edge * MM, at * MM, (edge + way * tick) * MM)
        if at % 10 == 0:
            sheet.text(at, FRAME - 4.6, str(at), small, align="centre")
            sheet.text(at, height - FRAME + 6.2, str(at), small, align="centre")
    for at in range(int(FRAME), int(height - FRAME) + 1):
        tick, level = _tick(at), (height - at) * MM
        for edge, way in ((FRAME, -1), (width - FRAME, 1)):
            canvas.line(edge * MM, level, (edge + way * tick) * MM, level)
        if at % 10 == 0:
            sheet.text(FRAME - 4.6, at + 0.7, str(at), small, align="right")
            sheet.text(width - FRAME + 4.6, at + 0.7, str(at), small)


def _tick(at: int) -> float:
    return next(long for step, long in _TICKS.items() if at % step == 0)


def _bar_and_cross(sheet: Sheet) -> None:
    """A cross at the centre of the page, and a bar that is 100 mm long, or less where the page is smaller."""
    x, y = sheet.width / 2, sheet.height / 2
    canvas = sheet.canvas
    sheet.rule(x - 8, y, 16, colour=INK, thick=_FINE)
    canvas.line(x * MM, (y - 8) * MM, x * MM, (y + 8) * MM)
    length = next(one for one in (100, 50, 20) if one <= sheet.width - 2 * FRAME - 4)
    level = y + min(16.0, sheet.height / 2 - FRAME - 5)
    sheet.box((x - length / 2 - 4, level - 5), (length + 8, 8), fill=WHITE)
    sheet.rule(x - length / 2, level, length, colour=INK, thick=1)
    canvas.setLineWidth(_FINE)
    for end in (x - length / 2, x + length / 2):
        canvas.line(end * MM, (sheet.height - level - 2) * MM, end * MM, (sheet.height - level + 2) * MM)
    sheet.text(x, level - 1.4, f"{length} mm", Look(8, bold=True, colour=INK), align="centre")


def _how_to_read(sheet: Sheet, page: MeasuredPage, profile: PrinterProfile) -> None:
    words = sheet.words
    left, room = 30.0, sheet.width - 60.0
    steps = (
        words("1. Measure from the left edge of the paper to the line of the ruler beside it: 10 mm is right."),
        words("Is it more, type the difference with a minus as “right”; is it less, without one."),
        words("2. Do the same from the upper edge, for “down”."),
        words("3. Measure the bar in the middle: 100 mm is right. Else untick “Do not scale” and type"
              " 100 · 100 / what you measured, in per cent."),
        words("4. Print this sheet again: the lines lie at 10 mm now. Hold it and a sheet of labels against the"
              " light: the grey boxes lie on the labels."),
    )  # fmt: skip
    printed = words(
        "Printed with: {right} mm right, {down} mm down, {scale} %.",
        right=words.number(profile.offset_mm[0], 1), down=words.number(profile.offset_mm[1], 1),
        scale=words.number(profile.factor * 100, 1),
    )  # fmt: skip
    look = Look(9.5, colour=INK)
    wrapped = [wrap(one, look, room) for one in (*steps, printed)]
    tall = sum(one.height for one in wrapped) + 20
    top = 26.0
    sheet.box((left - 5, top - 3), (room + 10, tall + 4), fill=WHITE, line=LINE, radius=2)
    name = page.printer or words("PDF")
    title = fit(words("Test sheet – {printer}", printer=name), Look(15, bold=True, colour=SPRUCE), room, floor=9)
    top = sheet.lines(left, top, title) + 1
    title_of = wrap(words(badge_format(page.format).title), Look(9, colour=MUTED), room)
    top = sheet.lines(left, top, title_of) + 2
    for one in wrapped:
        top = sheet.lines(left, top, one) + 0.8
