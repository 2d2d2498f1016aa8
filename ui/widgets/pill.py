"""A short word on a soft ground: a state, never the only sign of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

HEIGHT = 23
_SIDE = 10


class Pill(QWidget):
    """tone: accent, warn, bad, info, plain. A word that finds no room is shown whole in the tooltip."""

    def __init__(self, text: str, tone: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.say(text, tone)

    def say(self, text: str, tone: str = "plain") -> None:
        """Show another word."""
        self.text, self.tone = text, tone
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(width_of(self.text), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(width_of(self.text), 60), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw(painter, QRectF(self.rect()), self.text, self.tone)
        painter.end()


def width_of(text: str) -> int:
    """How wide a pill with this word is."""
    return QFontMetrics(theme.font(theme.SECOND, bold=True)).horizontalAdvance(text) + 2 * _SIDE + 1


def draw(painter: QPainter, box: QRectF, text: str, tone: str) -> None:
    """Draw a pill into `box`, in a widget or in a cell of a table."""
    on, ground = theme.TONES[tone]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(theme.color(on))
    painter.setFont(theme.font(theme.SECOND, bold=True))
    inner = box.adjusted(_SIDE, 0, -_SIDE, 0)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()) + 1)
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, shown)
