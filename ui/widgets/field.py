"""A labelled input with a hint and its own line for what is wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets.label import Label


class Field(QWidget):
    """The label names `input` for screen readers too; `wrong("sentence")` says what to mend, in its place."""

    def __init__(self, label: str, widget: QWidget, hint: str = "") -> None:
        super().__init__()
        self.input = widget
        self.label: QLabel = Label(label, "label", wrap=True)
        self.label.setBuddy(widget)
        widget.setAccessibleName(label)
        if hint:
            widget.setAccessibleDescription(hint)
        self._hint, self._line = hint, Label(hint, "second", wrap=True)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        for part in (self.label, widget, self._line):
            lines.addWidget(part)
        self._line.setVisible(bool(hint))
        self.setFocusProxy(widget)

    @property
    def error(self) -> str:
        """What is wrong; empty where nothing is."""
        return self._line.text() if self._line.property("role") == "error" else ""

    def hint(self, sentence: str) -> None:
        """Another hint under the input."""
        self._hint = sentence
        if not self.error:
            self.wrong("")

    def wrong(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence takes it back. What was typed stays."""
        self._line.setText(sentence or self._hint)
        self._line.setVisible(bool(sentence or self._hint))
        for widget, name, value in ((self._line, "role", "error" if sentence else "second"),
                                    (self.input, "wrong", bool(sentence))):  # fmt: skip
            widget.setProperty(name, value)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.input.setAccessibleDescription(sentence or self._hint)
