"""A cell that takes one sign and moves on by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

_ON = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Right})
_BACK = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Left})


class DigitCell(QLineEdit):
    """moved(±1): the keyboard goes to the next cell or the one before. refused: this sign is none of `signs`."""

    moved = Signal(int)
    refused = Signal()

    def __init__(self, signs: str, name: str) -> None:
        super().__init__()
        self.signs = signs
        self.setMaxLength(1)
        self.setFixedWidth(60)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, sign = Qt.Key(event.key()), event.text().lower()
        if key in _ON:
            self.moved.emit(1)
        elif key in _BACK or (key == Qt.Key.Key_Backspace and not self.text()):
            self.moved.emit(-1)
        elif sign and sign in self.signs:
            self.setText(sign)
            self.textEdited.emit(sign)
            self.moved.emit(1)
        elif sign.isalnum() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.refused.emit()
        else:
            super().keyPressEvent(event)
