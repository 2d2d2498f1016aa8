"""An order that is changed by dragging its lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.rows import Column
from ui.widgets.table import Table


class OrderTable(Table):
    """dropped(row, place): a line was dragged to another place, counted from 1."""

    dropped = Signal(object, int)

    def __init__(self, columns: Sequence[Column], *, name: str, wrap: bool = False) -> None:
        super().__init__(columns, name=name, wrap=wrap)
        self._from: QPoint | None = None
        self._row, self._gap = -1, -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._from, self._row = event.position().toPoint(), self.indexAt(event.position().toPoint()).row()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._from is None or self._row < 0:
            return
        if self._gap >= 0 or (at - self._from).manhattanLength() >= QApplication.startDragDistance():
            self._gap = self._gap_at(at)
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        gap, row = self._gap, self._row
        self._from, self._row, self._gap = None, -1, -1
        self.viewport().unsetCursor()
        self.viewport().update()
        if gap >= 0 and gap not in (row, row + 1):
            self.dropped.emit(self.rows[row], gap + 1 if gap < row else gap)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap >= 0:
            painter = QPainter(self.viewport())
            last = self._gap == len(self.rows)
            edge = self.visualRect(self.model().index(self._gap - last, 0))
            y = edge.bottom() if last else edge.top()
            painter.fillRect(0, max(0, y - 1), self.viewport().width(), 3, theme.color("accent"))
            painter.end()

    def _gap_at(self, at: QPoint) -> int:
        """Before which line it would be dropped; the number of lines where at the end."""
        index = self.indexAt(at)
        if not index.isValid():
            return 0 if at.y() < 0 else len(self.rows)
        return index.row() + int(at.y() > self.visualRect(index).center().y())
