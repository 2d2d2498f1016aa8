"""Pages of a PDF as pictures, for the screen and for a printer."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QImage, QPainter

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from ui.desk import Line

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

#: Dots an inch of a picture that goes to a printer.
DOTS = 300
_POINTS = 72


def picture(path: Path, page: int, room: QSize, *, whole: bool = True) -> QImage:
    """Page `page` (from 0) as large as `room` lets it be; whole: all of it, else as wide as the room."""
    with closing(_opened(path)) as document:
        width, height = document[page].get_size()
        scale = room.width() / width
        if whole:
            scale = min(scale, room.height() / height)
        return _rendered(document[page], scale)


def _opened(path: Path) -> Any:
    import pypdfium2  # a tenth of a second that no start-up waits for

    return pypdfium2.PdfDocument(path)


def _rendered(page: Any, scale: float) -> QImage:
    bitmap = page.render(scale=scale)
    held = bytes(bitmap.buffer)
    # The copy outlives the bytes, which Qt does not hold.
    return QImage(held, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888).copy()


class ToPrinter(QObject):
    """Paints a PDF on a printer, page by page, on a thread of its own.

    stepped(done, of); then one of finished(pages), failed(HackDeskError), cancelled().
    """

    stepped = Signal(int, int)
    finished = Signal(int)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, line: Line, path: Path, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path, self._printer, self._stopped = path, printer, False
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
        painter = QPainter()
        if not painter.begin(self._printer):
            raise HackDeskError(
                N_("The printer does not take the document."),
                remedy=N_("Look whether it is switched on, or save a PDF and print that."),
            )
        try:
            with closing(_opened(self._path)) as document:
                return self._paint_pages(painter, document)
        finally:
            painter.end()

    def _paint_pages(self, painter: QPainter, document: Any) -> int:
        first, last = self._printer.fromPage() or 1, self._printer.toPage() or len(document)
        numbers = range(first - 1, min(last, len(document)))
        for done, number in enumerate(numbers, start=1):
            if self._stopped:
                self._printer.abort()
                return done - 1
            if done > 1:
                self._printer.newPage()
            image = _rendered(document[number], DOTS / _POINTS)
            # The paper's own size, from its corner: a badge is cut where it is marked, so nothing is scaled.
            dots = self._printer.logicalDpiX() / DOTS
            size = QSize(round(image.width() * dots), round(image.height() * dots))
            painter.drawImage(QRect(QPoint(0, 0), size), image)
            self.stepped.emit(done, len(numbers))
        return len(numbers)
