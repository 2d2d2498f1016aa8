"""The line under the list in which a partner's promise is begun."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.text import _
from ui.widgets.button import Button
from ui.widgets.field import Field


class GiverLine(QWidget):
    """wanted(giver, what): Enter. What is missing is said in its place."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._giver, self._what = QLineEdit(), QLineEdit()
        self.giver, self.what = Field(_("Partner"), self._giver), Field(_("What was promised"), self._what)
        self.button = Button(_("Add"), self._hand_in)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.giver, 2, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.what, 3, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        for made in (self._giver, self._what):
            made.returnPressed.connect(self._hand_in)

    def begin(self) -> None:
        """Be ready for another one."""
        self._giver.clear()
        self._what.clear()

    def _hand_in(self) -> None:
        giver, what = self._giver.text().strip(), self._what.text().strip()
        self.giver.wrong("" if giver else _("Who promised it?"))
        self.what.wrong("" if what else _("What was promised?"))
        if giver and what:
            self.wanted.emit(giver, what)
        (self._giver if (giver and what) or not giver else self._what).setFocus()
