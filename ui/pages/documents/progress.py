"""How far the making of documents is, and a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.text import _
from ui.widgets.bar import Bar
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label


class Progress(Card):
    """Hidden while nothing is being made."""

    cancel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(16, 8, 10, 8)
        self._title, self._bar = Label("", "strong"), Bar()
        self.cancel_button = Button(_("Stop"), self.cancel_wanted.emit, size="small")
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(self._title)
        line.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.cancel_button)
        self.body.addLayout(line)
        self.hide()

    def begin(self, title: str) -> None:
        """Show what is being made."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._bar.show_value(0, 1)
        self.show()

    def step(self, done: int, of: int) -> None:
        """Show how far it is."""
        self._bar.show_value(done, of)

    def end(self) -> None:
        """Nothing is being made any more."""
        self.hide()
