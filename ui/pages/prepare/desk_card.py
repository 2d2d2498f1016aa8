"""What this desk is called."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit

from hackdesk import laptop
from ui.text import _
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label

_LONGEST = 40


class DeskCard(Card):
    """named(text): the name is kept on this laptop. Without one the desk is called as the laptop is."""

    named = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("This desk"))
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.setPlaceholderText(laptop.station_name(laptop.LaptopSettings()))
        self.line.editingFinished.connect(self._keep)
        hint = _("The other desks read it: “Already in since 17:42, at Desk 2”. Each laptop has its own.")
        self.kept = Label("", "muted")
        self.body.addWidget(Field(_("Name of this desk"), self.line, hint))
        self.body.addWidget(self.kept)
        self.kept.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.line.setText(laptop.load().station)
        self.kept.hide()

    def _keep(self) -> None:
        name = " ".join(self.line.text().split())
        if name == laptop.load().station:
            return
        self.line.setText(name)
        settings = laptop.change(station=name)
        self.kept.setText(_("From now on this desk is {name}", name=laptop.station_name(settings)))
        self.kept.show()
        self.named.emit(laptop.station_name(settings))
