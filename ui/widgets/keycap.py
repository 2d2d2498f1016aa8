"""A key, printed beside what it does."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.label import Label


class Keycap(Label):
    """key: as Qt names it, "Ctrl+N" or "Enter"; shown as it stands on the keyboard of this machine."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        super().__init__((native or key).replace("Return", "Enter").replace("+", " "), "keycap", parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
