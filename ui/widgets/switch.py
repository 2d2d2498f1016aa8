"""The parts of a page side by side, or in a list where they find no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.picker import Picker
from ui.widgets.segments import Segments


class Switch(QWidget):
    """choices: (key, word). chosen(key): somebody chose another. It takes the room there is, asks for little."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.segments, self.picker = Segments(choices, name), Picker(name)
        self.picker.offer(choices, choices[0][0])
        self.picker.setMinimumContentsLength(1)  # as wide as its longest word: it is there where room is short
        self.picker.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for one in (self.segments, self.picker):
            one.chosen.connect(self._say)
            line.addWidget(one)
        line.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def choose(self, key: str) -> None:
        """Show this one as chosen without telling anybody."""
        self.segments.choose(key)
        self.picker.pick(key)

    def sizeHint(self) -> QSize:
        return self.segments.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.picker.sizeHint().width(), self.segments.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self.width() >= self.segments.sizeHint().width()
        self.segments.setVisible(fits)
        self.picker.setVisible(not fits)

    def _say(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)
