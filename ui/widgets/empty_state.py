"""What a list says while there is nothing in it: what will be here, and the first step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.label import Label


class EmptyState(QWidget):
    """wanted: the button was pressed."""

    wanted = Signal()

    def __init__(
        self, title: str, sentence: str, button_text: str | None = None,
        pressed: Callable[[], object] | None = None, *, kind: str = "primary",
    ) -> None:  # fmt: skip
        super().__init__()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 32, 24, 32)
        lines.setSpacing(8)
        lines.addStretch()
        self._title, self._sentence = Label(title, "card-title", wrap=True), Label(sentence, "muted", wrap=True)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            lines.addWidget(label)
        if button_text is not None:
            self.button = Button(button_text, pressed, kind=kind)
            self.button.clicked.connect(self.wanted)
            lines.addSpacing(8)
            lines.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        lines.addStretch()

    def offer(self, button: Button) -> None:
        """Another way to begin, under the first."""
        lines = self.layout()
        assert isinstance(lines, QVBoxLayout)
        lines.insertWidget(lines.count() - 1, button, 0, Qt.AlignmentFlag.AlignCenter)

    def name(self, title: str, sentence: str) -> None:
        """Another title and sentence."""
        self._title.setText(title)
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Another sentence under the title."""
        self._sentence.setText(sentence)
