"""A calm sentence in its place: something is wrong, or good to know."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.icons import pixmap
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.label import Label


class Notice(QFrame):
    """Hidden until it has something to say. tone: info, warn, bad. Its button puts it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._sentence = Label("", wrap=True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = Button(_("Put away"), self.hide, kind="plain", size="small")
        self._sign = QLabel()
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 8, 10, 8)
        line.setSpacing(10)
        line.addWidget(self._sign)
        line.addWidget(self._sentence, 1)
        line.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says; empty while it is hidden."""
        return self._sentence.text() if not self.isHidden() else ""

    def say(self, sentence: str, tone: str = "info") -> None:
        """Show a sentence until it is put away or replaced."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.setProperty("tone", tone)
        self._sign.setPixmap(pixmap("info" if tone == "info" else "triangle-alert", tone))
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
