"""Painting a frame: dark ground, huge digits, everything in hundredths of the screen's height."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from ui import theme
from ui.projector.frames import (
    BlankFrame,
    Corners,
    Frame,
    Line,
    ListFrame,
    Room,
    RoomsFrame,
    TextFrame,
    TimerFrame,
)

GROUND, INK, SECOND, TRACK = "#0F1F1A", "#FFFFFF", "#B9D2C9", "#24443A"
SOON, OVER = "#FFD27A", "#FF9C8F"
#: What a tone of the digits means in colours; a word always goes with it.
DIGITS = {"calm": INK, "soon": SOON, "over": OVER}

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
#: More lines than this stand in two columns, in smaller letters.
_ONE_COLUMN, _LARGE, _SMALL = 8, 6.5, 4.4


def paint(painter: QPainter, width: float, height: float, frame: Frame) -> None:
    """Paint `frame` over a screen of this size in pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, width, height), QColor(GROUND))
    screen = _Screen(painter, width, height)
    painters: dict[type, Callable[[_Screen, Any], None]] = {
        BlankFrame: _blank, TextFrame: _text, TimerFrame: _timer, ListFrame: _list, RoomsFrame: _rooms,
    }  # fmt: skip
    painters[type(frame)](screen, frame)


class _Screen:
    """Boxes and letters measured in hundredths of the height; x from the left, y from the top."""

    def __init__(self, painter: QPainter, width: float, height: float) -> None:
        self.painter, self.unit = painter, height / 100
        self.width = width / self.unit

    def box(self, x: float, y: float, width: float, height: float) -> QRectF:
        return QRectF(x * self.unit, y * self.unit, width * self.unit, height * self.unit)

    def write(
        self, text: str, box: QRectF, size: float, *, align: Qt.AlignmentFlag = _CENTRE, bold: bool = False,
        colour: str = INK,
    ) -> None:  # fmt: skip
        """Write text as large as `size` or smaller, until all of it stands in the box: nothing is cut off."""
        if not text:
            return
        flags = int(align) | int(Qt.TextFlag.TextWordWrap)
        pixels = max(1, int(size * self.unit))
        font = theme.font(pixels, bold)
        while pixels > 1:
            needed = QFontMetricsF(font).boundingRect(box, flags, text)
            if needed.width() <= box.width() and needed.height() <= box.height():
                break
            pixels = min(pixels - 1, int(pixels * 0.94))
            font.setPixelSize(max(1, pixels))
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(box, flags, text)

    def bar(self, y: float, share: float, colour: str) -> None:
        """A bar across the screen of which `share` is filled."""
        whole = self.box(13, y, self.width - 26, 1.9)
        round_by = whole.height() / 2
        self.painter.setPen(Qt.PenStyle.NoPen)
        for width, fill in ((whole.width(), TRACK), (whole.width() * share, colour)):
            self.painter.setBrush(QColor(fill))
            self.painter.drawRoundedRect(
                QRectF(whole.left(), whole.top(), width, round_by * 2), round_by, round_by
            )


def _corners(screen: _Screen, corners: Corners) -> None:
    half = screen.width / 2 - 10
    for text, x, y, align in (
        (corners.top_left, 8, 3, _LEFT),
        (corners.top_right, screen.width / 2 + 2, 3, _RIGHT),
        (corners.bottom_left, 8, 86, _LEFT),
        (corners.bottom_right, screen.width / 2 + 2, 86, _RIGHT),
    ):
        screen.write(text, screen.box(x, y, half, 11.5), 4, align=align, colour=SECOND)


def _blank(screen: _Screen, frame: BlankFrame) -> None:
    """The ground is painted already."""


def _text(screen: _Screen, frame: TextFrame) -> None:
    wide = screen.width - 16
    _corners(screen, frame.corners)
    screen.write(frame.above, screen.box(8, 16, wide, 9), 5.5, colour=SECOND)
    screen.write(frame.text, screen.box(8, 26, wide, 46), 13, bold=True)
    screen.write(frame.below, screen.box(8, 73, wide, 10), 5, colour=SECOND)


def _timer(screen: _Screen, frame: TimerFrame) -> None:
    wide = screen.width - 16
    colour = DIGITS[frame.tone]
    _corners(screen, frame.corners)
    screen.write(frame.above, screen.box(8, 14.5, wide, 7), 4.5, colour=SECOND)
    screen.write(frame.title, screen.box(8, 21.5, wide, 16), 6.8, bold=True)
    # Digits hang below no line: their box may reach over its neighbours, their ink does not.
    screen.write(frame.digits, screen.box(4, 26.5, screen.width - 8, 57), 40, bold=True, colour=colour)
    screen.write(frame.word, screen.box(8, 78, wide, 8), 5, bold=True, colour=colour)
    if frame.left is not None:
        screen.bar(75.5, frame.left, colour)


def _list(screen: _Screen, frame: ListFrame) -> None:
    wide = screen.width - 16
    _corners(screen, frame.corners)
    top = 17.0
    if frame.above:
        screen.write(frame.above, screen.box(8, top, wide, 8), 5, align=_LEFT, colour=SECOND)
        top += 8
    if frame.heading:
        screen.write(frame.heading, screen.box(8, top, wide, 20), 9, align=_LEFT, bold=True)
        top += 23
    columns, largest = (1, _LARGE) if len(frame.lines) <= _ONE_COLUMN else (2, _SMALL)
    rows = -(-len(frame.lines) // columns)
    if not rows:
        return
    high = min(13.0, (94 - top) / rows)
    size = min(high * 0.5, largest)
    column = (wide + 6) / columns
    mark = min(_widest_mark(screen, frame.lines, size) + 3, column * 0.32)
    for number, line in enumerate(frame.lines):
        box = (8 + column * (number // rows), top + high * (number % rows), column - 6, high)
        _line(screen, line, box, mark, size)


def _rooms(screen: _Screen, frame: RoomsFrame) -> None:
    _corners(screen, frame.corners)
    top, gap = 16.0, 5.0
    rows = -(-len(frame.rooms) // 2)
    wide = (screen.width - 16 - gap) / 2 if len(frame.rooms) > 1 else screen.width - 16
    high = (96 - top - gap * (rows - 1)) / rows
    for number, room in enumerate(frame.rooms):
        _room(screen, room, (8 + (wide + gap) * (number % 2), top + (high + gap) * (number // 2)), (wide, high))


def _room(screen: _Screen, room: Room, at: tuple[float, float], size: tuple[float, float]) -> None:
    """A team's table and name above its people, who stand in two columns where one is too long."""
    x, y = at
    wide, high = size
    mark = min(wide * 0.4, 3.4 * len(room.table) + 3) if room.table else 0.0
    screen.write(room.table, screen.box(x, y, mark - 2, 8.5), 7.5, align=_LEFT, bold=True, colour=SOON)
    screen.write(room.team, screen.box(x + mark, y, wide - mark, 8.5), 5, align=_LEFT, bold=True)
    y, high = y + 9.5, high - 9.5
    columns = 1 if len(room.people) * 4.6 <= high and len(room.people) <= _ONE_COLUMN else 2
    rows = -(-len(room.people) // columns)
    line, column = min(6.4, high / rows), wide / columns
    for number, name in enumerate(room.people):
        box = screen.box(x + column * (number // rows), y + line * (number % rows), column - 1.5, line)
        screen.write(name, box, min(4.2, line * 0.72), align=_LEFT)


def _widest_mark(screen: _Screen, lines: tuple[Line, ...], size: float) -> float:
    metrics = QFontMetricsF(theme.font(max(1, int(size * screen.unit))))
    return max(metrics.horizontalAdvance(line.mark) for line in lines) / screen.unit


def _line(screen: _Screen, line: Line, box: tuple[float, float, float, float], mark: float, size: float) -> None:
    x, y, width, high = box
    screen.write(line.mark, screen.box(x, y, mark - 2, high), size, align=_LEFT, colour=SECOND)
    note = width * 0.36 if line.note else 0.0
    text = screen.box(x + mark, y, width - mark - note, high)
    screen.write(line.text, text, size, align=_LEFT, bold=True, colour=SOON if line.strong else INK)
    beside = screen.box(x + width - note + 2, y, note - 2, high)
    screen.write(line.note, beside, size * 0.75, align=_RIGHT, colour=SECOND)
