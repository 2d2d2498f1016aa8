"""Painting a page: dark ground, huge digits. What did not change is not painted again."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QRegion

from ui.projector.layout import sheet
from ui.projector.measure import HEIGHT, font, width_of
from ui.projector.parts import Frame
from ui.projector.sheet import Bar, Box, Colour, Piece, Sheet, Side, Text, Tile

GROUND, INK, SECOND, TRACK, PAPER = "#0F1F1A", "#FFFFFF", "#B9D2C9", "#24443A", "#FFFFFF"
SOON, OVER = "#FFD27A", "#FF9C8F"
_COLOURS = {Colour.INK: INK, Colour.SECOND: SECOND, Colour.SOON: SOON, Colour.OVER: OVER}
#: Letters are drawn larger than their boxes by what antialiasing spills over, in hundredths of the height.
_SPILL = 0.6
#: Pixels of height from which a screen is a large one.
_LARGE = 1000


def paint(painter: QPainter, width: float, height: float, frame: Frame) -> None:
    """Paint `frame` over a screen of this size in pixels."""
    paint_sheet(painter, QRectF(0, 0, width, height), sheet(frame, round(width / height * 100, 2)))


def paint_sheet(painter: QPainter, screen: QRectF, shown: Sheet, part: QRegion | None = None) -> None:
    """Paint a page onto a screen. part: what of it, in the painter's pixels; None: all."""
    unit = screen.height() / 100
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillRect(screen, QColor(GROUND))
    for piece in shown:
        if part is None or part.intersects(area(piece, screen)):
            if isinstance(piece, Text):
                _write(painter, screen, piece)
            elif isinstance(piece, Bar):
                _fill(painter, screen.topLeft(), unit, piece)
            else:
                _hang(painter, screen.topLeft(), unit, piece)


def area(piece: Piece, screen: QRectF) -> QRect:
    """The pixels a piece may touch."""
    unit, box = screen.height() / 100, piece.box
    wide = QRectF(box.x - _SPILL, box.y - _SPILL, box.width + 2 * _SPILL, box.height + 2 * _SPILL)
    return QRectF(
        screen.x() + wide.x() * unit, screen.y() + wide.y() * unit, wide.width() * unit, wide.height() * unit
    ).toAlignedRect()


def changed(before: Sheet, after: Sheet, screen: QRectF) -> QRegion:
    """What of the screen differs between two pages."""
    region = QRegion()
    for piece in set(before) ^ set(after):
        region = region.united(area(piece, screen))
    return region


def _write(painter: QPainter, screen: QRectF, text: Text) -> None:
    painter.save()
    painter.translate(screen.topLeft())
    drawn, scale = font(text.size, text.bold), HEIGHT / 100
    if screen.height() >= _LARGE:
        # On a large screen whole pixels are as good as parts of one; letters drawn unscaled take half the time.
        scale = screen.height() / 100
        drawn.setPixelSize(round(text.size * scale))
    else:
        painter.scale(screen.height() / HEIGHT, screen.height() / HEIGHT)
    painter.setFont(drawn)
    painter.setPen(QColor(_COLOURS[text.colour]))
    for number, line in enumerate(text.lines):
        free = text.box.width - width_of(line, text.size, text.bold)
        x = text.box.x + {Side.LEFT: 0.0, Side.CENTRE: free / 2, Side.RIGHT: free}[text.side]
        painter.drawText(QPointF(x * scale, text.baseline(number) * scale), line)
    painter.restore()


def _fill(painter: QPainter, corner: QPointF, unit: float, bar: Bar) -> None:
    whole = _pixels(bar.box, corner, unit)
    painter.setPen(Qt.PenStyle.NoPen)
    bend = min(whole.width(), whole.height()) / 2
    for share, colour in ((1.0, TRACK), (bar.share, _COLOURS[bar.colour])):
        painter.setBrush(QColor(colour))
        part = QRectF(whole.left(), whole.top(), whole.width() * share, whole.height())
        painter.drawRoundedRect(part, bend, bend)


def _hang(painter: QPainter, corner: QPointF, unit: float, tile: Tile) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(PAPER))
    painter.drawRoundedRect(_pixels(tile.box, corner, unit), 1.2 * unit, 1.2 * unit)
    inside = _pixels(tile.inside, corner, unit)
    painter.drawPixmap(inside.toAlignedRect(), _picture(tile.content, inside.toAlignedRect().size()))


@lru_cache(maxsize=48)
def _picture(content: bytes, size: QSize) -> QPixmap:
    """A logo in the size it is shown in: scaled once, and well."""
    image = QImage.fromData(content)
    if image.isNull():
        return QPixmap()
    return QPixmap.fromImage(
        image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    )


def _pixels(box: Box, corner: QPointF, unit: float) -> QRectF:
    return QRectF(corner.x() + box.x * unit, corner.y() + box.y * unit, box.width * unit, box.height * unit)
