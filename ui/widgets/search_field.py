"""A field that searches while one types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.icons import icon

#: Milliseconds without a key before the search begins: a scanner's keys come faster than this.
PAUSE = 60


class SearchField(QLineEdit):
    """searched(text): after a short pause. entered(): Enter. moved(±1): arrow down or up. Escape empties it."""

    searched = Signal(str)
    entered = Signal()
    moved = Signal(int)

    def __init__(self, prompt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt)
        self.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(self._wait)
        self.returnPressed.connect(self.entered)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() == Qt.Key.Key_Escape and self.text():
                self.clear()
                return True
        return super().eventFilter(watched, event)

    def _wait(self) -> None:
        self._pause.start()

    def _search(self) -> None:
        self.searched.emit(self.text())
