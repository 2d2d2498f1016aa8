"""A card: surface, one line round it, ten pixels of roundness."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.label import Label


class Card(QFrame):
    """Put widgets into `body`; `head` is the line of the title, with room for a button at its right.

    tone: the colour of a strip at the left edge.
    """

    def __init__(self, title: str | None = None, parent: QWidget | None = None, *, tone: str = "") -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._tone = tone
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.INSIDE, theme.INSIDE - 2, theme.INSIDE, theme.INSIDE - 2)
        self.body.setSpacing(10)
        self.head = QHBoxLayout()
        self.title = Label(title or "", "card-title", wrap=True)
        if title is not None:
            self.head.addWidget(self.title, 1)
            self.body.addLayout(self.head)

    def set_tone(self, tone: str) -> None:
        """Another colour for the strip at the left edge; empty: none."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._tone:
            return
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(self.rect()), theme.RADIUS, theme.RADIUS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(whole)
        painter.fillRect(0, 0, 6, self.height(), theme.color(theme.TONES[self._tone][0]))
        painter.end()


class Rule(QFrame):
    """One thin line between two things."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rule")
