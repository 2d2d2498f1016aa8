"""One juror's way in by phone: the QR code on demand, the PIN, a new link, a phone that is lost."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance

from ui.pages.jury.phones_now import JurorPhone
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.qr_code import QrCode
from ui.widgets.scroll import bring_into_view

#: Seven pixels a module for a link on a usual network.
SIDE = 290


class PhoneCard(Card):
    """pin_wanted, link_wanted, free_wanted (juror id). A code is shown on demand only: who sees it can scan it."""

    pin_wanted = Signal(object)
    link_wanted = Signal(object)
    free_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("")
        self._shown: JurorPhone | None = None
        self._link, self._told = "", dict[UUID, str]()
        self.show_button = Button(_("Show the QR code"), self.switch_code, kind="primary")
        self.code = QrCode("", SIDE, "")
        self.link = Label("", "second", wrap=True)
        self.link.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state, self.pin, self.device = (Label("", "muted", wrap=True) for _part in range(3))
        self.pin_told = Label("", "name")
        self.pin_button = Button(_("Make a PIN"), lambda: self._tell(self.pin_wanted))
        self.link_button = Button(_("New link"), lambda: self._tell(self.link_wanted))
        self.link_button.setToolTip(_("The old link and its QR code lead nowhere any more."))
        self.free_button = Button(_("Free the phone"), lambda: self._tell(self.free_wanted))
        self.free_button.setToolTip(_("For a phone that is lost or empty: the next one with the PIN writes."))
        self.body.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.state, self.device, self.pin, self.pin_told, self.link):
            self.body.addWidget(label)
        buttons = Flow(gap=10)
        for button in (self.show_button, self.pin_button, self.link_button, self.free_button):
            buttons.addWidget(button)
        self.body.addLayout(buttons)
        self.body.addStretch()

    def show_juror(self, phone: JurorPhone, link: str) -> None:
        """Show a juror; another one hides the code and the PIN of the one before."""
        if self._shown is None or self._shown.id != phone.id or link != self._link:
            self.code.setVisible(False)
            self._told.clear()
        self._shown, self._link = phone, link
        self.title.setText(phone.juror.name)
        self.show_button.setVisible(bool(link))
        self._show_code()

    def tell_pin(self, juror_id: UUID, pin: str) -> None:
        """Show a PIN that was just made, until another juror is looked at."""
        self._told = {juror_id: pin}
        if self._shown is not None:
            self.show_juror(self._shown, self._link)

    def switch_code(self) -> None:
        """Show the code, or hide it again."""
        if self._link:
            self.code.setVisible(self.code.isHidden())
            self._show_code()
            QTimer.singleShot(0, self, self._come_into_view)  # once it has its place

    def _come_into_view(self) -> None:
        if self.code.isVisible():
            bring_into_view(self.code)

    def _show_code(self) -> None:
        assert self._shown is not None
        shown = not self.code.isHidden() and bool(self._link)
        self.code.setVisible(shown)
        self.code.hold(self._link if shown else "", _("QR code of {juror}", juror=self._shown.juror.name))
        self.link.setText(self._link if shown else "")
        self.link.setVisible(shown)
        self.show_button.setText(_("Hide the QR code") if shown else _("Show the QR code"))
        self._show_state(self._shown, code=shown)

    def _show_state(self, phone: JurorPhone, *, code: bool) -> None:
        """What there is to say and to press; beside the code only the PIN, so that all of it is seen at once."""
        device, told = phone.access.device, self._told.get(phone.id, "")
        if not self._link:
            self.state.setText(_("Their QR code is here once phones are let in."))
        elif device:
            # As the phone named itself: Android-0123456789ab.
            self.state.setText(_("Their phone writes the ballots: {kind}.", kind=device.split("-")[0]))
        else:
            self.state.setText(_("No phone has come in with this link yet."))
        self.device.setText(_("Ballots that the phone has not sent yet: {count}", count=phone.unsent))
        if told:
            self.pin.setText(_("Tell them this PIN now; it is shown this once."))
        else:
            none = _("No PIN yet: nobody gets in with the link alone.")
            self.pin.setText(_("A PIN is set.") if phone.access.has_pin else none)
        self.pin_told.setText(told)
        self.pin_button.setText(_("Make a new PIN") if phone.access.has_pin else _("Make a PIN"))
        for part, wanted in (
            (self.state, not code), (self.device, phone.unsent > 0 and not code), (self.link_button, not code),
            (self.pin, bool(told) or not code), (self.pin_told, bool(told)),
            (self.free_button, bool(device) and not code),
            (self.pin_button, not told and (not code or not phone.access.has_pin)),
        ):  # fmt: skip
            part.setVisible(wanted)

    def _tell(self, wanted: SignalInstance) -> None:
        if self._shown is not None:
            wanted.emit(self._shown.id)
