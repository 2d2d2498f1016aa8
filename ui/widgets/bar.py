"""How much of something there is: a bar, with the number beside it in words by whoever shows it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme


class Bar(QWidget):
    """value of `of`; an `of` of zero is an empty bar."""

    def __init__(self, value: float = 0, of: float = 0, tone: str = "accent", parent: QWidget | None = None):
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_value(value, of, tone)

    def show_value(self, value: float, of: float, tone: str = "accent") -> None:
        """Show another value."""
        self.share = max(0.0, min(1.0, value / of)) if of else 0.0
        self.tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        for width, token in ((box.width(), "plain_soft"), (box.width() * self.share, theme.TONES[self.tone][0])):
            painter.setBrush(theme.color(token))
            painter.drawRoundedRect(QRectF(0, 0, width, box.height()), 4, 4)
        painter.end()
