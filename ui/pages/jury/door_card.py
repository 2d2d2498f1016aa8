"""The one switch: whether jurors' phones come in, and at which address of this laptop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from ui.addresses import HERE, Address
from ui.phones import PhoneDoor
from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.picker import Picker
from ui.widgets.pill import Pill


class DoorCard(Card):
    """open_wanted(host), close_wanted(). An address that comes up is offered at once; a chosen one stays."""

    open_wanted = Signal(str)
    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._addresses: tuple[Address, ...] = ()
        self._chosen = ""
        self.state, self.said = Pill(_("Off"), "plain"), Label("", "muted", wrap=True)
        self.addresses = Picker(_("Address of this laptop"))
        self.addresses.setMinimumContentsLength(12)
        self.addresses.chosen.connect(self._choose)
        self.button = Button("", self._press, kind="primary")
        self._on = False
        line = row(self.state, self.button, self.addresses, gap=12)
        line.insertWidget(3, self.said, 1)
        self.body.addLayout(line)

    def shrink(self, *, narrow: bool) -> None:
        """Leave the room to what lies below: the Network part says the same in more words."""
        self.addresses.setMinimumContentsLength(4 if narrow else 12)
        self.said.setVisible(not narrow)

    @property
    def host(self) -> str:
        """The address that is chosen, or the likeliest."""
        return self.addresses.current or ""

    def offer(self, addresses: Sequence[Address], door: PhoneDoor) -> None:
        """Show what there is and how the door stands."""
        self._addresses, self._on = tuple(addresses), door.on
        known = [one.host for one in self._addresses]
        if self._chosen not in known and not door.on:
            self._chosen = ""
        wanted = door.host if door.on else self._chosen or next(iter(known), "")
        offered = [(one.host, one.words) for one in self._addresses]
        if wanted not in known and wanted:
            offered.append((wanted, _("{host} · gone", host=wanted)))
        self.addresses.offer(offered, wanted)
        self.addresses.setEnabled(not door.on and not door.busy)
        self.button.setEnabled(not door.busy)
        self.button.setText(_("Let no phones in any more") if door.on else _("Let jurors' phones in"))
        self.button.set_kind("quiet" if door.on else "primary")
        self.state.say(_("On") if door.on else _("Off"), "accent" if door.on else "plain")
        self.said.setText(self._sentence(door))

    def _sentence(self, door: PhoneDoor) -> str:
        if door.on and door.host != HERE and door.before not in ("", door.address):
            return _(
                "Phones find the laptop at {address} now. Juror cards that were printed for {before} lead "
                "nowhere: print them again, or let jurors scan their code here.",
                address=door.address, before=door.before,
            )  # fmt: skip
        if door.on:
            return _(
                "Jurors scan their own QR code and type their PIN. On until you switch it off or close the window."
            )
        return _("No phone can reach this laptop. Choose the network that the jurors' phones are in.")

    def _choose(self, host: str) -> None:
        self._chosen = host

    def _press(self) -> None:
        if self._on:
            self.close_wanted.emit()
        elif self.host:
            self.open_wanted.emit(self.host)
