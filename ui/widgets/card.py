"""A card: surface, one line round it, ten pixels of roundness."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.label import Label


class Card(QFrame):
    """Put widgets into `body`; `head` is the line of the title, with room for a button at its right."""

    def __init__(self, title: str | None = None, parent: QWidget | None = None, *, tone: str = "") -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("tone", tone)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.INSIDE, theme.INSIDE - 2, theme.INSIDE, theme.INSIDE - 2)
        self.body.setSpacing(10)
        self.head = QHBoxLayout()
        self.title = Label(title or "", "card-title", wrap=True)
        if title is not None:
            self.head.addWidget(self.title, 1)
            self.body.addLayout(self.head)


class Rule(QFrame):
    """One thin line between two things."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rule")
