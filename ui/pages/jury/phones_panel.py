"""Jurors' phones: let in or not, who was heard, what is in the way, and ballots from a phone's screen."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hackdesk.clock import Clock
from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from ui.addresses import Address, addresses
from ui.page import Page
from ui.pages.jury.door_card import DoorCard
from ui.pages.jury.handover_part import HandoverPart
from ui.pages.jury.phones_now import JurorPhone, read_phones
from ui.pages.jury.phones_part import PhonesPart
from ui.pages.jury.reach_lines import Reach
from ui.pages.jury.reach_part import ReachPart
from ui.panel import Panel
from ui.phones import door_of
from ui.text import _
from ui.widgets.button import row
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: Milliseconds between two looks at phones and addresses, while the panel is seen.
_TICK = 1_000


class PhonesPanel(Panel):
    """The door belongs to the window; the panel shows it and switches it."""

    keys = (("Enter", N_("show the juror's QR code, or take the ballot that was read")),)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.door = door_of(page.desk)
        self._addresses: tuple[Address, ...] = ()
        self._looking = False
        self._clock: Clock | None = None
        self.door_card = DoorCard()
        self.phones, self.reach, self.handover = PhonesPart(page, self.door), ReachPart(), HandoverPart(page)
        self._parts: dict[str, QWidget] = {
            "phones": self.phones, "reach": self.reach, "handover": self.handover,
        }  # fmt: skip
        self.switch = Segments(
            [("phones", _("Jurors")), ("reach", _("Network")), ("handover", _("From a phone's screen"))],
            _("Phones"),
        )
        self.switch.chosen.connect(self.show_part)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(self.door_card)
        lines.addLayout(row(self.switch))
        for part in self._parts.values():
            # Not a stack: that would be as high as the highest of them.
            lines.addWidget(part, 1)
        self._ticks = QTimer(self, interval=_TICK)
        self._ticks.timeout.connect(self.tick)
        self._connect()
        self.show_part("phones")

    def _connect(self) -> None:
        self.door_card.open_wanted.connect(self.door.open)
        self.door_card.close_wanted.connect(self.door.close)
        self.door.changed.connect(self._show_door)
        self.door.opened.connect(self._read_links)
        self.door.refused.connect(self._say_refused)

    def read(self, event: Event) -> tuple[tuple[JurorPhone, ...], tuple[Address, ...], Clock]:
        return read_phones(event), addresses(), event.clock

    def display(self, answer: tuple[tuple[JurorPhone, ...], tuple[Address, ...], Clock]) -> None:
        jurors, self._addresses, self._clock = answer
        self.phones.show_jurors(jurors, self._now)
        self._show_door()

    @property
    def _now(self) -> datetime:
        return self._clock.utc_now() if self._clock else datetime.now(UTC)

    def select(self, subject: Any) -> None:
        """A part by its name."""
        if subject in self._parts:
            self.show_part(subject)

    def show_part(self, name: str) -> None:
        """Show one of the parts."""
        self.switch.choose(name)
        if (focus := QApplication.focusWidget()) is not None and any(
            part.isAncestorOf(focus) for part in self._parts.values()
        ):
            self.switch.setFocus()  # Qt would put the keyboard on the rail
        for key, part in self._parts.items():
            part.setVisible(key == name)
        self.setFocusProxy(self._parts[name])
        if name == "handover":
            self.handover.begin()

    def shrink(self, *, narrow: bool) -> None:
        self.door_card.shrink(narrow=narrow)
        self.phones.shrink(narrow=narrow)
        self.reach.shrink(narrow=narrow)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticks.stop()

    def tick(self) -> None:
        """A second has passed: how long ago phones were heard, and which addresses there are."""
        self.phones.tick(self._now)
        self._show_reach()
        if not self._looking:
            self._looking = True
            self.page.ask(lambda _event: addresses(), self._note_addresses)

    def _note_addresses(self, found: tuple[Address, ...]) -> None:
        self._looking = False
        if found != self._addresses:
            self._addresses = found
            self._show_door()

    def _show_door(self) -> None:
        self.door_card.offer(self._addresses, self.door)
        self.phones.tick(self._now)
        self._show_reach()

    def _show_reach(self) -> None:
        greeted = self.door.greeted_at
        self.reach.show_reach(
            Reach(
                self._addresses, self.door.host or self.door_card.host, self.door.address, self.door.on_since,
                greeted.astimezone(self.page.zone) if greeted else None, self._now,
            )
        )  # fmt: skip

    def _read_links(self) -> None:
        self.page.notice.hide()
        self.page.refresh()

    def _say_refused(self, error: HackDeskError) -> None:
        self.page.sorry(error)
