"""A reason typed in its place in the page: nothing is blocked meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.field import Field


class ReasonForm(QWidget):
    """wanted(reason): hand it in. closed: put away. Enter hands in, Esc puts away.

    above: more inputs. They are made before the reason, so that Tab comes to them first.
    """

    wanted = Signal(str)
    closed = Signal()

    def __init__(self, button: str, hint: str = "", above: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._input = QLineEdit()
        self._input.returnPressed.connect(self._say)
        self.field = Field(_("Reason"), self._input, hint)
        self.button = Button(button, self._say, size="small")
        self.cancel_button = Button(_("Cancel"), self.put_away, kind="plain", size="small")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 4, 0, 4)
        lines.setSpacing(8)
        for part in (*above, self.field):
            lines.addWidget(part)
        lines.addLayout(row(self.button, self.cancel_button, gap=8))
        self.setFocusProxy(self._input)
        self.hide()

    def open(self) -> None:
        """Show it, empty, with the keyboard in it."""
        self._input.clear()
        self.field.wrong("")
        self.show()
        self.setFocus()
        QTimer.singleShot(0, self, self._bring_into_view)

    def put_away(self) -> None:
        """Hide it; what was typed is gone."""
        self.hide()
        self.closed.emit()

    def refuse(self, error: HackDeskError) -> None:
        """Say beside the reason why it was refused; what was typed stays."""
        self.field.wrong(words.error(error))
        self._input.setFocus()
        QTimer.singleShot(0, self, self._bring_into_view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _bring_into_view(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self)

    def _say(self) -> None:
        self.wanted.emit(self._input.text())
