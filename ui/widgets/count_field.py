"""Counts from the wall, one after the other: a number, Enter, the next topic."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CountField(QLineEdit):
    """counted(number): Enter. moved(±1): an arrow key, or Enter on an empty line goes on. pitched(): P."""

    counted = Signal(int)
    moved = Signal(int)
    pitched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setValidator(QIntValidator(0, 999, self))
        self.setMaxLength(3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key == Qt.Key.Key_P and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pitched.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.text():
                self.counted.emit(int(self.text()))
            else:
                self.moved.emit(1)
        else:
            super().keyPressEvent(event)
