"""Where people vote on their own phones: an address and a code for their camera, and both ways to show it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hackdesk.agenda.actions import show_on_stage
from hackdesk.agenda.rules import View
from hackdesk.event.settings import settings_of
from hackdesk.language import N_, language
from ui.page import Page
from ui.phones import door_of
from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.qr_code import QrCode

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_SIDE = 148
_IN_HALL = N_("Vote on your phone: {address}")


class HallPhonesCard(Card):
    """While this laptop lets phones in: the address, large enough for a phone held before the screen."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("On their own phones"))
        self._page, self._door = page, door_of(page.desk)
        self.said = Label("", wrap=True)
        self.address = Label("", "card-title", wrap=True)
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code = QrCode("", _SIDE, "")
        self.hall_button = Button(_("Show the address in the hall"), self._show_in_hall)
        self.go_button = Button(_("Go to phones"), partial(page.wants.emit, "jury", "phones"), kind="link")
        told, line = QVBoxLayout(), QHBoxLayout()
        told.addWidget(self.said)
        told.addWidget(self.address)
        told.addStretch()
        line.setSpacing(14)
        line.addLayout(told, 1)
        line.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.body.addLayout(row(self.hall_button, self.go_button))
        self._door.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        on = self._door.on
        address = f"{self._door.address}/h" if on else ""
        self.said.setText(
            _("People in this network open this and type their badge's code:") if on
            else _("Phones are switched off, so people vote on paper slips.")
        )  # fmt: skip
        self.address.setText(address.removeprefix("http://"))
        self.code.hold(address, _("The address as a QR code"))
        for part in (self.address, self.code, self.hall_button):
            part.setVisible(on)
        self.go_button.setVisible(not on)

    def _show_in_hall(self) -> None:
        show = partial(_tell_hall, address=self.address.text())
        self._page.do(show, lambda _stage: _("The hall sees the address now."))


def _tell_hall(event: Event, address: str) -> object:
    """The address as a message, in every language that the projector speaks."""
    settings = settings_of(event)
    others = {tag: language(tag)(_IN_HALL, address=address) for tag in settings.hall_languages}
    own = language(settings.language)(_IN_HALL, address=address)
    return show_on_stage(event, View.MESSAGE, message=own, other_messages=others)
