"""The jurors' cards: where phones reach this laptop, and the way to paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit

from hackdesk import laptop
from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label


class CardsCard(Card):
    """print_wanted(), save_wanted(). The address stays on this laptop, as it is this laptop's."""

    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Cards for jurors"))
        self.line = QLineEdit()
        self.line.setPlaceholderText("http://192.168.1.5:8080")
        self.line.editingFinished.connect(self._keep)
        about = _("How each juror comes in, with their own code. The PIN is on it only while it is shown here.")
        hint = _("As it stands where phones are let in. Without it the cards have no code.")
        self.print_button = Button(_("Print …"), self.print_wanted.emit, size="small", sign="printer")
        self.save_button = Button(_("Save as PDF …"), self.save_wanted.emit, size="small", sign="save")
        self.body.addWidget(Label(about, "second", wrap=True))
        self.body.addWidget(Field(_("Address of this laptop for phones"), self.line, hint))
        self.body.addLayout(row(self.print_button, self.save_button))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.line.hasFocus():
            self.line.setText(laptop.load().phones_address)

    def _keep(self) -> None:
        address = self.line.text().strip().rstrip("/")
        if address and "://" not in address:
            address = f"http://{address}"
        self.line.setText(address)
        if address != laptop.load().phones_address:
            laptop.change(phones_address=address)
