"""A small picture of a logo or a signature, on white as on paper."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from hackdesk.documents.vector import is_svg


def on_white(content: bytes, room: QSize, edge: int = 4) -> QPixmap:
    """The picture (PNG, JPEG or SVG) on white, as large as the room lets it be. edge: pixels left free."""
    paper = QPixmap(room)
    paper.fill(QColor(Qt.GlobalColor.white))
    inside = room - QSize(2 * edge, 2 * edge)
    painter = QPainter(paper)
    if is_svg(content):
        _vector(painter, content, inside, room, edge)
    else:
        picture = QPixmap()
        picture.loadFromData(content)
        if not picture.isNull():
            ways = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            picture = picture.scaled(inside, *ways)
            painter.drawPixmap(edge, (room.height() - picture.height()) // 2, picture)
    painter.end()
    return paper


def _vector(painter: QPainter, content: bytes, inside: QSize, room: QSize, edge: int) -> None:
    from PySide6.QtSvg import QSvgRenderer

    drawing = QSvgRenderer(QByteArray(content))
    size = drawing.defaultSize().scaled(inside, Qt.AspectRatioMode.KeepAspectRatio)
    drawing.render(painter, QRectF(edge, (room.height() - size.height()) / 2, size.width(), size.height()))
