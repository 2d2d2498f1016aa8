"""Pages of a PDF as pictures, for the screen and for a printer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QRect, QSize, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from ui.desk import Line

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

#: Dots an inch of a picture that goes to a printer.
DOTS = 300
_POINTS = 72
_MM = 25.4
# PDFium serves one thread at a time; the preview and the badges of the desk each have their own.
_ONE_AT_A_TIME = threading.Lock()


def picture(path: Path, page: int, room: QSize, *, whole: bool = True) -> QImage:
    """Page `page` (from 0) as large as `room` lets it be; whole: all of it, else as wide as the room."""
    with _opened(path) as document:
        width, height = document[page].get_size()
        scale = room.width() / width
        if whole:
            scale = min(scale, room.height() / height)
        return _rendered(document[page], scale)


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    import pypdfium2  # a tenth of a second that no start-up waits for

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(path)
        try:
            yield document
        finally:
            document.close()


def _rendered(page: Any, scale: float) -> QImage:
    bitmap = page.render(scale=scale)
    held = bytes(bitmap.buffer)
    # The copy outlives the bytes, which Qt does not hold.
    return QImage(held, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888).copy()


@dataclass(frozen=True)
class Printout:
    """A PDF on its way to a printer. open: gives the printer, on the thread that paints.

    both_sides: each page is followed by its back.
    """

    path: Path
    open: Callable[[], QPrinter]
    both_sides: bool = False


class ToPrinter(QObject):
    """Paints a PDF on a printer, page by page, on a thread of its own.

    stepped(done, of); then one of finished(pages), failed(HackDeskError), cancelled().
    """

    stepped = Signal(int, int)
    finished = Signal(int)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, line: Line, printout: Printout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printout, self._stopped = printout, False
        line.do(self._paint, self._end, self._refuse)

    def cancel(self) -> None:
        """Stop after the page that is painted now."""
        self._stopped = True

    def _end(self, pages: int) -> None:
        if self._stopped:
            self.cancelled.emit()
        else:
            self.finished.emit(pages)

    def _refuse(self, error: HackDeskError) -> None:
        self.failed.emit(error)

    def _paint(self) -> int:
        """Runs on the line's thread, where Qt allows painting on a printer."""
        printer = self._printout.open()
        with _opened(self._printout.path) as document:
            width, height = (side * _MM / _POINTS for side in document[0].get_size())
            set_paper(printer, (width, height))
            if self._printout.both_sides:
                _print_both_sides(printer, lying=width > height)
            painter = QPainter()
            if not painter.begin(printer):
                raise _not_taken()
            try:
                done = self._paint_pages(printer, painter, document)
            finally:
                painter.end()
        if not self._stopped and printer.printerState() in _stuck(printer):
            raise _not_taken()
        return done

    def _paint_pages(self, printer: QPrinter, painter: QPainter, document: Any) -> int:
        first, last = printer.fromPage() or 1, printer.toPage() or len(document)
        numbers = range(first - 1, min(last, len(document)))
        for done, number in enumerate(numbers, start=1):
            if self._stopped:
                printer.abort()
                return done - 1
            if done > 1 and not printer.newPage():
                raise _not_taken()
            image = _rendered(document[number], DOTS / _POINTS)
            # The paper's own size, from its corner: a badge is cut where it is marked, so nothing is scaled.
            dots = printer.logicalDpiX() / DOTS
            size = QSize(round(image.width() * dots), round(image.height() * dots))
            painter.drawImage(QRect(QPoint(0, 0), size), image)
            self.stepped.emit(done, len(numbers))
        return len(numbers)


def set_paper(printer: QPrinter, size_mm: tuple[float, float]) -> None:
    """Set a printer to a page of this size without margins: the documents have theirs, and nothing is scaled."""
    width, height = size_mm
    upright = QSizeF(min(width, height), max(width, height))
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    orientation = QPageLayout.Orientation
    printer.setPageOrientation(orientation.Landscape if width > height else orientation.Portrait)
    printer.setFullPage(True)


def _print_both_sides(printer: QPrinter, *, lying: bool) -> None:
    """Backs behind fronts, and upright when the badge turns on its lanyard."""
    from PySide6.QtPrintSupport import QPrinter

    mode = QPrinter.DuplexMode
    printer.setDuplex(mode.DuplexShortSide if lying else mode.DuplexLongSide)


def _stuck(printer: QPrinter) -> tuple[object, ...]:
    states = type(printer).PrinterState
    return states.Aborted, states.Error


def _not_taken() -> HackDeskError:
    return HackDeskError(
        N_("The printer does not take the document."),
        remedy=N_("Look whether it is switched on, or save a PDF and print that."),
    )
