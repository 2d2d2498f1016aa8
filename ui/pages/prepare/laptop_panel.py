"""What belongs to this laptop and to no event: its scanner, camera, sound and printer, each with a try-out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.page import Page
from ui.pages.prepare.camera_card import CameraCard
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
    """Cards that read and write the laptop's settings. Nothing here touches the event."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.scanner, self.camera = ScannerCard(), CameraCard()
        self.sound, self.printer = SoundCard(), PrinterCard(page)
        left, beside = QVBoxLayout(), QVBoxLayout()
        for column in (left, beside):
            column.setSpacing(theme.GAP)
        left.addWidget(self.scanner)
        left.addWidget(self.camera)
        left.addStretch()
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

    def read(self, event: Event) -> None:
        return None

    def display(self, answer: None) -> None:
        return None
