"""A receipt that shows itself, offers Undo and goes by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.text import _
from ui.widgets.button import Button
from ui.widgets.label import Label

#: Milliseconds a toast stays; it waits while the mouse or the keyboard is on it.
STAYS = 7000
_MARGIN = 18


class Toast(QFrame):
    """Lies over the lower edge of its parent and never takes the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "toast")
        self._text = Label("", wrap=True)
        self._undo: Callable[[], object] | None = None
        self.undo_button = Button(_("Undo"), self._take_back)
        self.undo_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 10, 8)
        line.setSpacing(14)
        line.addWidget(self._text, 1)
        line.addWidget(self.undo_button)
        self._clock = QTimer(self, singleShot=True, interval=STAYS)
        self._clock.timeout.connect(self._go)
        self._under, self._lift = parent, 0
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return self._text.text() if not self.isHidden() else ""

    def lift(self, pixels: int) -> None:
        """Lie so much higher, where buttons stand at the lower edge."""
        self._lift = pixels

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show a receipt; where `undo` is given, a button calls it once."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._undo = undo
        self.undo_button.setVisible(undo is not None)
        self._place()
        self.show()
        self.raise_()
        self._clock.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        room = self._under.size()
        wanted = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 60
        if self._undo is not None:
            wanted += self.undo_button.sizeHint().width() + 14
        width = min(wanted, room.width() - 2 * _MARGIN, 720)
        height = max(50, self.heightForWidth(width))
        self.setGeometry((room.width() - width) // 2, room.height() - height - _MARGIN - self._lift, width, height)

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def _go(self) -> None:
        if self.underMouse() or self.undo_button.hasFocus():
            self._clock.start()
        else:
            self.hide()
