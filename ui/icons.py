"""Icons: line drawings of Lucide (resources/icons, ISC licence) in a colour of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from hackdesk.resources import resource
from ui import theme


def icon(name: str, token: str = "ink", room: int = 0) -> QIcon:
    """The icon `resources/icons/<name>.svg` in the colour `token` of the theme in use.

    room: pixels left free at its right, where a word follows; a button sets them no other way.
    """
    return QIcon(pixmap(name, token, 18, room))


def pixmap(name: str, token: str = "ink", size: int = 18, room: int = 0) -> QPixmap:
    """The same as a picture of `size` pixels, sharp on a screen of any scale."""
    from PySide6.QtSvg import QSvgRenderer

    stroke = theme.color(token).name().encode()
    drawing = resource(f"icons/{name}.svg").read_bytes().replace(b"currentColor", stroke)
    app = QApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    drawn = QPixmap(QSize(size + room, size) * ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, drawn.height(), drawn.height()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
