"""Cards for jurors made right where their PINs are: on a printer, or as a PDF."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from hackdesk.documents.juror_card_values import JurorCards
from hackdesk.documents.kinds import made_ready
from hackdesk.documents.rules import Printed
from hackdesk.event.settings import settings_of
from ui.desk import Line
from ui.making import Destination, Maker, Order, Scratch
from ui.page import Page

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from hackdesk.event.store import Event

_KIND = "juror_cards"


class CardPrinting(QObject):
    """made(Printed, on_paper). What a printer takes is not left on the disk; a refusal goes to the page."""

    made = Signal(object, bool)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._maker: Maker | None = None
        self._line: Line | None = None
        self._folder: Scratch | None = None
        self._on_paper = False

    @property
    def busy(self) -> bool:
        """Whether cards are being made."""
        return self._maker is not None and self._maker.busy

    def save(self, pins: Mapping[UUID, str], path: Path) -> None:
        """Make the cards as a PDF, with the PINs that are known."""
        self._page.ask(partial(_ready, dict(pins)), partial(self._make, path, None))

    def print_on(self, pins: Mapping[UUID, str], printer: QPrinter) -> None:
        """Paint the cards on a printer."""
        self._folder = self._folder or Scratch()
        to = Destination(printer.printerName(), partial(_given, printer))
        path = self._folder.path("cards.pdf")
        self._page.ask(partial(_ready, dict(pins)), partial(self._make, path, to))

    def close(self) -> None:
        """Stop, and leave no PIN behind."""
        if self._maker is not None:
            self._maker.close()
        if self._line is not None:
            self._line.close()
        if self._folder is not None:
            self._folder.close()

    def _make(self, path: Path, to: Destination | None, answer: tuple[JurorCards, str]) -> None:
        if self.busy:
            return
        cards, tag = answer
        if self._maker is None:
            self._line = Line(self)
            self._maker = Maker(self._page.desk, self._line, self)
            self._maker.made.connect(self._tell)
            self._maker.refused.connect(self._page.sorry)
        self._on_paper = to is not None
        self._maker.make([Order(_KIND, path, to=to, values=cards)], tag)

    def _tell(self, printed: tuple[Printed, ...]) -> None:
        if self._on_paper:
            printed[0].path.unlink(missing_ok=True)
        self.made.emit(printed[0], self._on_paper)


def _ready(pins: dict[UUID, str], event: Event) -> tuple[JurorCards, str]:
    """The cards with links and PINs, and the language they are in."""
    cards: JurorCards = made_ready(event, _KIND)
    return cards.with_pins(pins), settings_of(event).language


def _given(printer: QPrinter) -> QPrinter:
    return printer
