"""The network helper: the steps until a phone reaches the laptop, a code to try it, and one to join the Wi-Fi."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hackdesk import laptop
from hackdesk.phones.wifi import wifi_text
from ui.pages.jury.reach_lines import Reach, StepLine, steps
from ui.text import _
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.qr_code import QrCode

_SIDE = 190


class TryCard(Card):
    """A page without any secret, for any phone: it says that it came through, and tells the laptop."""

    def __init__(self) -> None:
        super().__init__(_("Try it with any phone"))
        self.code, self.address = QrCode("", _SIDE, ""), Label("", "second", wrap=True)
        self.address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.off = Label(_("A QR code is here once phones are let in."), "muted", wrap=True)
        self.body.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.address)
        self.body.addWidget(self.off)
        self.body.addStretch()

    def show_address(self, address: str) -> None:
        """address: where the laptop serves; "" while it does not."""
        page = f"{address}/hello" if address else ""
        self.code.hold(page, _("QR code of {address}", address=page))
        self.address.setText(page)
        for part in (self.code, self.address):
            part.setVisible(bool(page))
        self.off.setVisible(not page)


class WifiCard(Card):
    """The name and the password of the Wi-Fi stay on this laptop; the code is what phones' cameras understand."""

    def __init__(self) -> None:
        super().__init__(_("Join the Wi-Fi"))
        self.code = QrCode("", _SIDE, _("QR code to join the Wi-Fi"))
        self.name, self.password = QLineEdit(), QLineEdit()
        for line in (self.name, self.password):
            line.setMaxLength(63)
            line.editingFinished.connect(self._keep)
        self.body.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(Field(_("Name of the Wi-Fi or hotspot"), self.name))
        self.body.addWidget(
            Field(_("Its password"), self.password, _("Kept on this laptop only, not in the event file."))
        )
        self.body.addStretch()
        kept = laptop.load()
        self.name.setText(kept.wifi_name)
        self.password.setText(kept.wifi_password)
        self._show()

    def _keep(self) -> None:
        name, password = self.name.text().strip(), self.password.text()
        kept = laptop.load()
        if (name, password) != (kept.wifi_name, kept.wifi_password):
            laptop.change(wifi_name=name, wifi_password=password)
        self._show()

    def _show(self) -> None:
        text = wifi_text(self.name.text().strip(), self.password.text())
        self.code.hold(text, _("QR code to join the Wi-Fi"))
        self.code.setVisible(bool(text))


class ReachPart(QWidget):
    """It is told every second how things stand."""

    def __init__(self) -> None:
        super().__init__()
        self.card = Card(_("Can a phone reach this laptop?"))
        self.lines = [StepLine() for _number in range(4)]
        for line in self.lines:
            self.card.body.addWidget(line)
        self.card.body.addStretch()
        self.try_card, self.wifi_card = TryCard(), WifiCard()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(14)
        self._line.addWidget(self.card, 1)
        self._line.addWidget(self.try_card)
        self._line.addWidget(self.wifi_card)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addLayout(self._line, 1)
        self.setFocusProxy(self.wifi_card.name)
        self.shrink(narrow=False)

    def shrink(self, *, narrow: bool) -> None:
        """One below the other in a narrow window."""
        vertical = QBoxLayout.Direction.TopToBottom
        self._line.setDirection(vertical if narrow else QBoxLayout.Direction.LeftToRight)
        for card in (self.try_card, self.wifi_card):
            card.setMinimumWidth(0 if narrow else 250)
            card.setMaximumWidth(16_777_215 if narrow else 250)

    def show_reach(self, reach: Reach) -> None:
        """Say how each step stands now."""
        for line, step in zip(self.lines, steps(reach), strict=True):
            line.say(*step)
        self.try_card.show_address(reach.address)
