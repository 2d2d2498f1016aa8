"""A field for a scanner or for fingers. A scanner sends keys, not characters."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.label import Label

#: The keys of a US keyboard by the position the keyboard reports (evdev, and set 1 on Windows): whatever the
#: layout, a scanner set to US presses these.
_US = {
    first + number: sign
    for first, row in ((2, "1234567890"), (16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
    for number, sign in enumerate(row)
}
#: X11 and Wayland count eight more than evdev; macOS reports no positions.
_SHIFTED_BY = 0 if sys.platform == "win32" else 8


@dataclass(frozen=True)
class Scan:
    """What Enter ended. text: as it came out on this keyboard; keys: what a US keyboard would have made of it."""

    text: str
    keys: str


class ScanField(QFrame):
    """A large field under a line that says what to do with it.

    typed(text): at each key. entered(Scan): Enter. moved(±1): arrow down or up. Escape empties it.
    """

    typed = Signal(str)
    entered = Signal(object)
    moved = Signal(int)

    def __init__(self, prompt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self._positions: list[int] = []
        self.line = QLineEdit()
        self.line.setAccessibleName(prompt)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self.typed)
        self.line.returnPressed.connect(self._enter)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(18, 12, 18, 8)
        lines.setSpacing(2)
        lines.addWidget(Label(prompt, "second", wrap=True))
        lines.addWidget(self.line)
        self.setFocusProxy(self.line)

    @property
    def text(self) -> str:
        """What is in the field."""
        return self.line.text()

    def clear(self) -> None:
        """Empty it for whoever comes next."""
        self._positions.clear()
        self.line.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self._show_focus(event.type() == QEvent.Type.FocusIn)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() == Qt.Key.Key_Escape and self.text:
                self.clear()
                return True
            self._remember(event)
        return super().eventFilter(watched, event)

    def _remember(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        if not self.text:
            self._positions.clear()
        self._positions.append(event.nativeScanCode() - _SHIFTED_BY)

    def _enter(self) -> None:
        keys = "".join(_US.get(position, "") for position in self._positions)
        self.entered.emit(Scan(self.text, keys))

    def _show_focus(self, here: bool) -> None:
        self.setProperty("focused", here)
        self.style().unpolish(self)
        self.style().polish(self)
