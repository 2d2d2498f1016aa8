"""A small picture of a picture, on white as on paper."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

_EDGE = 4


def on_white(content: bytes, room: QSize) -> QPixmap:
    """The picture on white, as large as the room lets it be."""
    paper = QPixmap(room)
    paper.fill(QColor(Qt.GlobalColor.white))
    picture = QPixmap()
    picture.loadFromData(content)
    if not picture.isNull():
        inside = room - QSize(2 * _EDGE, 2 * _EDGE)
        ways = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        picture = picture.scaled(inside, *ways)
        painter = QPainter(paper)
        painter.drawPixmap(_EDGE, (room.height() - picture.height()) // 2, picture)
        painter.end()
    return paper
