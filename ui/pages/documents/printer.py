"""A printer set to the paper of a document."""

from __future__ import annotations

from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from ui.pages.documents.paper import DOTS

_LANDSCAPE = frozenset({"certificates"})


def printer_for(name: str) -> QPrinter:
    """A4 without margins of its own: the documents have theirs, and nothing is scaled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DOTS)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    landscape = name in _LANDSCAPE
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    )
    printer.setFullPage(True)
    return printer
