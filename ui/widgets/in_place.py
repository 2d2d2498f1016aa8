"""A few words typed where they stand: a team's name on its card, a note in its list."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class InPlace(QLineEdit):
    """kept(id, what, text): Enter, or the keyboard went elsewhere. Escape leaves what was there."""

    kept = Signal(object, str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._of: UUID | None = None
        self._what, self._before = "", ""
        self._back: QWidget = parent
        self.installEventFilter(self)
        self.hide()

    def begin(self, of: UUID, what: str, text: str, rect: QRect, back: QWidget) -> None:
        """Type over `text` at a place of the parent; the keyboard goes to `back` afterwards."""
        self._of, self._what, self._before, self._back = of, what, text, back
        self.setText(text)
        self.selectAll()
        self.setGeometry(rect)
        self.show()
        self.raise_()
        self.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        key = event.key() if pressed else None  # type: ignore[attr-defined]
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Taken here: what lies below would take the same key for one of its own.
            (self._end if key == Qt.Key.Key_Escape else self._keep)()
            return True
        if event.type() == QEvent.Type.FocusOut and self._of is not None:
            self._keep()
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        of, text = self._of, self.text()
        self._end()
        if of is not None and text.strip() != self._before.strip():
            self.kept.emit(of, self._what, text)

    def _end(self) -> None:
        had, self._of = self.hasFocus(), None
        if had:
            # Before it hides: Qt would give the keyboard to whatever comes next.
            self._back.setFocus()
        self.hide()
