"""A consent that is asked for at the desk, in its words, and answered by one key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.label import Label


class Question(QFrame):
    """answered(purpose, given, wording): what they said, and in answer to which words."""

    answered = Signal(str, bool, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "answer-asks")
        self._purpose = ""
        self.asked, self.wording = Label("", "answer-question", wrap=True), Label("", "", wrap=True)
        self.yes = Button(_("Yes"), self._say_yes, key="Alt+1")
        self.no = Button(_("No"), self._say_no, key="Alt+2")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 10, 14, 12)
        lines.setSpacing(8)
        for part in (self.asked, self.wording):
            lines.addWidget(part)
        lines.addLayout(row(self.yes, self.no))

    def ask(self, purpose: str, question: str, wording: str) -> None:
        """Ask this. wording: what is read out, and kept with the answer."""
        self._purpose = purpose
        self.asked.setText(question)
        self.wording.setText(wording)
        self.yes.setAccessibleName(f"{question} {_('Yes')}")
        self.no.setAccessibleName(f"{question} {_('No')}")

    def heightForWidth(self, width: int) -> int:
        lines = self.layout()
        assert lines is not None
        lines.invalidate()
        return lines.heightForWidth(width)

    def _say_yes(self) -> None:
        self.answered.emit(self._purpose, True, self.wording.text())

    def _say_no(self) -> None:
        self.answered.emit(self._purpose, False, self.wording.text())
