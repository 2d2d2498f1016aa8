"""How the form gets out: printed, or on phones, with its address while they are let in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal

from ui.page import Page
from ui.phones import door_of
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.qr_code import QrCode
from ui.widgets.scroll import bring_into_view

#: Wide enough for a phone at arm's length.
_SIDE = 240
_PLACE = "/f"


class PhoneLine(Card):
    """print_wanted: the form on paper. The code to scan is shown on demand: it needs room."""

    print_wanted = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._door = door_of(page.desk)
        self.said, self.address = Label("", "second", wrap=True), Label("", "strong", wrap=True)
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code = QrCode("", _SIDE, "")
        self.code.hide()
        self.print_button = Button(_("Print forms"), self.print_wanted.emit, sign="printer")
        self.let_in_button = Button(_("Let phones in …"), partial(page.wants.emit, "jury", "phones"), kind="plain")
        self.code_button = Button(_("Show the QR code"), self._switch_code, kind="plain")
        self.body.setSpacing(6)
        for part in (self.said, self.address):
            self.body.addWidget(part)
        self.body.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        buttons = Flow(gap=8)
        for button in (self.print_button, self.let_in_button, self.code_button):
            buttons.addWidget(button)
        self.body.addLayout(buttons)
        self._door.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        address = f"{self._door.address}{_PLACE}" if self._door.on else ""
        self.code.hold(address, _("The feedback form's address as a QR code"))
        self.address.setText(address)
        self.said.setText(
            _("Whoever is in the laptop's network fills in the form here:") if address
            else _("On paper; and on phones in the laptop's network, once they are let in.")
        )  # fmt: skip
        self.address.setVisible(bool(address))
        self.let_in_button.setVisible(not address)
        self.code_button.setVisible(bool(address))
        self._show_code(bool(address) and self.code.isVisibleTo(self))

    def _switch_code(self) -> None:
        self._show_code(not self.code.isVisibleTo(self))
        bring_into_view(self.code_button)

    def _show_code(self, shown: bool) -> None:
        self.code.setVisible(shown)
        self.code_button.setText(_("Hide the QR code") if shown else _("Show the QR code"))
