"""Printers of this laptop, and badges that go to one of them one by one while the desk goes on."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hackdesk import laptop
from hackdesk.documents.badge_formats import SINGLE, single
from hackdesk.documents.badge_values import BadgeWish, Which
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.language import N_
from hackdesk.people.rules import Person
from ui.desk import Desk, Line
from ui.making import Destination, Maker, Order, Scratch
from ui.paper import DOTS, set_paper

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from hackdesk.event.store import Event


class NoPrinter(HackDeskError):
    """The printer that was chosen is not there, or says itself that it cannot print."""


def printers() -> tuple[str, ...]:
    """The names of this laptop's printers. May wait for the network: never on the GUI thread."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return tuple(QPrinterInfo.availablePrinterNames())


def printer_for(size_mm: tuple[float, float]) -> QPrinter:
    """The usual printer, set to a page of this size."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS)
    set_paper(printer, size_mm)
    return printer


def open_printer(name: str) -> QPrinter:
    """A printer by its name. Raises NoPrinter. May wait for the network: never on the GUI thread."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    known = QPrinterInfo.printerInfo(name)
    if known.isNull():
        raise NoPrinter(
            N_("There is no printer “{name}” on this laptop now."), name=name,
            remedy=N_("Look at its cable and whether it is switched on, or choose another one under Prepare."),
        )  # fmt: skip
    if known.state() in (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error):
        raise NoPrinter(
            N_("The printer “{name}” says that it cannot print."), name=name,
            remedy=N_("Look at its paper and its lamp, then print the badge again."),
        )  # fmt: skip
    printer = QPrinter(known, QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS)
    return printer


class _Press:
    """What a desk needs once it prints: a thread that paints, and a folder for the badges until then."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        self.line, self.folder = Line(parent), Scratch()
        self.maker = Maker(desk, self.line, parent)

    def close(self) -> None:
        self.maker.close()
        self.line.close()
        self.folder.close()


class BadgePrinting(QObject):
    """The badge printer of this desk. `print_badge(person)` is all a page calls; it returns at once.

    printed(Person): the badge is at the printer, and it is written down. failed(Person, HackDeskError): it is
    not; what was done before, such as a check-in, stays.
    """

    printed = Signal(object)
    failed = Signal(object, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.open = open_printer
        self._desk, self._waiting = desk, deque[Person]()
        self._press: _Press | None = None
        self.look()

    def look(self) -> None:
        """Read anew which printer is chosen on this laptop; cheap enough for every time a page is shown."""
        self._settings = laptop.load()

    @property
    def ready(self) -> bool:
        """Whether a printer for badges is chosen on this laptop."""
        return bool(self._settings.badge_printer)

    @property
    def at_check_in(self) -> bool:
        """Whether a badge is printed when its owner is checked in."""
        return self.ready and self._settings.print_at_check_in

    def is_waiting(self, person: Person) -> bool:
        """Whether somebody's badge is on its way to the printer."""
        return any(other.id == person.id for other in self._waiting)

    def print_badge(self, person: Person) -> None:
        """Print one person's badge, after those that are waiting."""
        if self._press is None:
            self._press = _Press(self._desk, self)
            self._press.maker.made.connect(self._say_printed)
            self._press.maker.refused.connect(self._say_failed)
        self._waiting.append(person)
        if len(self._waiting) == 1:
            self._begin()

    def leave(self) -> None:
        """Stop: the window is closing."""
        self._waiting.clear()
        if self._press is not None:
            self._press.close()
            self._press = None

    def _begin(self) -> None:
        ask = partial(_language_and_format, self._settings.badge_size)
        self._desk.ask(ask, self._make, self._say_failed, receiver=self)

    def _make(self, answer: tuple[str, str]) -> None:
        if not self._waiting or self._press is None:
            return
        tag, size = answer
        person = self._waiting[0]
        wish = BadgeWish(Which.CHOSEN, frozenset({person.id}), format=size)
        name = self._settings.badge_printer
        to = Destination(name, partial(self.open, name))
        path = self._press.folder.path(f"{person.code}.pdf")
        self._press.maker.make([Order("badges", path, wish, to)], tag)

    def _say_printed(self, _printed: object) -> None:
        person = self._waiting.popleft()
        self._go_on()
        self.printed.emit(person)

    def _say_failed(self, error: HackDeskError) -> None:
        person = self._waiting.popleft()
        self._go_on()
        self.failed.emit(person, error)

    def _go_on(self) -> None:
        if self._waiting:
            self._begin()


def _language_and_format(size: str, event: Event) -> tuple[str, str]:
    """The language of the event's documents, and the single format its badges have in this printer."""
    settings = settings_of(event)
    return settings.language, size if size in SINGLE else single(settings.badge_format).key
