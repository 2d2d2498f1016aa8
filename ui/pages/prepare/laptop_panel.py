"""What belongs to this laptop and to no event: name, scanner, camera, sound and printer, each with a try-out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.page import Page
from ui.pages.prepare.camera_card import CameraCard
from ui.pages.prepare.desk_card import DeskCard
from ui.pages.prepare.printer_card import PrinterCard
from ui.pages.prepare.scanner_card import ScannerCard
from ui.pages.prepare.sound_card import SoundCard
from ui.panel import Panel
from ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
#: How the width is shared between the scanner and the cards beside it.
_SHARES = (54, 46)


class LaptopPanel(Panel):
    """Cards that read and write the laptop's settings. Nothing here is written into the event."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.desk, self.scanner, self.camera = DeskCard(), ScannerCard(), CameraCard()
        self.sound, self.printer = SoundCard(), PrinterCard(page)
        self.desk.named.connect(self._name_desk)
        left, beside = QVBoxLayout(), QVBoxLayout()
        for column in (left, beside):
            column.setSpacing(theme.GAP)
        left.addWidget(self.scanner)
        left.addWidget(self.camera)
        left.addStretch()
        beside.addWidget(self.desk)
        beside.addWidget(self.printer)
        beside.addWidget(self.sound)
        beside.addStretch()
        self._inside, self._narrow = QWidget(), False
        self._inside.installEventFilter(self)
        self._columns = QBoxLayout(_ACROSS, self._inside)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme.GAP)
        self._columns.addLayout(left, _SHARES[0])
        self._columns.addLayout(beside, _SHARES[1])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = Scroll(self._inside)
        whole.addWidget(self._area)
        self.setFocusProxy(self.scanner.field)

    def leave(self) -> None:
        self.printer.leave()

    def shrink(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self._columns.setDirection(_DOWN if narrow else _ACROSS)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Where the whole page scrolls, nothing scrolls inside it."""
        self._area.setMinimumHeight(self._inside.sizeHint().height() if self._narrow else 0)

    def _name_desk(self, name: str) -> None:
        self.page.ask(partial(_name_desk, name=name))

    def read(self, event: Event) -> None:
        return None

    def display(self, answer: None) -> None:
        return None


def _name_desk(event: Event, name: str) -> None:
    """From the next change on; what was written before keeps the desk's old name."""
    event.station = name
