"""A styled table over frozen values that keeps its place when they are read again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme
from ui.rows import PILL, Column, Rows
from ui.widgets import pill

ROW_HEIGHT = 41
#: What the stylesheet and Qt leave free at both sides of a cell's text.
_SIDES = 28


class Table(QTableView):
    """chosen(row): another row is current (None: none). opened(row): Enter or a double click on it.

    wrap: long words go on in a second line; for short lists.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self, columns: Sequence[Column], key: Callable[[Any], Hashable] | None = None, *, name: str = "",
        wrap: bool = False, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows = Rows(columns, key or _own_id, self)
        self._replacing = False
        self.setModel(self._rows)
        self.setItemDelegate(_Cells(columns, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(wrap)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        if wrap:
            self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            self.horizontalHeader().sectionResized.connect(self.resizeRowsToContents)
        self._set_widths(columns)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.doubleClicked.connect(self._tell_opened)

    def _set_widths(self, columns: Sequence[Column]) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(40)
        for number, column in enumerate(columns):
            if column.width:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(number, column.width)
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    @property
    def rows(self) -> tuple[Any, ...]:
        """The values shown."""
        return self._rows.rows

    @property
    def current(self) -> Any:
        """The value of the current row, or None."""
        number = self.currentIndex().row()
        return self._rows.rows[number] if 0 <= number < len(self._rows.rows) else None

    def replace(self, rows: Sequence[Any]) -> None:
        """Show these values; the current row and the place on the screen stay."""
        key, at = self._rows.key_at(self.currentIndex().row()), self.verticalScrollBar().value()
        before = self.current
        self._replacing = True
        self._rows.replace(rows)
        number = self._rows.row_of(key) if key is not None else -1
        if number >= 0:
            self.setCurrentIndex(self._rows.index(number, 0))
        self._replacing = False
        self.verticalScrollBar().setValue(at)
        if self.current != before:
            self.chosen.emit(self.current)

    def choose(self, key: Hashable) -> None:
        """Make the row with this key the current one and bring it into view; unknown keys choose nothing."""
        number = self._rows.row_of(key)
        self.setCurrentIndex(self._rows.index(number, 0) if number >= 0 else QModelIndex())
        if number < 0:
            self.clearSelection()

    def move_by(self, step: int) -> None:
        """Go up or down by rows, staying inside; for a search field that keeps the focus."""
        if self._rows.rows:
            number = max(0, min(len(self._rows.rows) - 1, self.currentIndex().row() + step))
            self.setCurrentIndex(self._rows.index(number, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.opened.emit(self.current)
            return
        super().keyPressEvent(event)

    def _tell_chosen(self) -> None:
        if not self._replacing:
            self.chosen.emit(self.current)

    def _tell_opened(self) -> None:
        self.opened.emit(self.current)


def _own_id(row: Any) -> Hashable:
    own: Hashable = row.id
    return own


class _Cells(QStyledItemDelegate):
    """Draws pills in cells and strong columns bold; no dotted focus box inside a row."""

    def __init__(self, columns: Sequence[Column], parent: QTableView) -> None:
        super().__init__(parent)
        self._columns = columns

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        column = self._columns[index.column()]
        if column.strong:
            option.font.setBold(True)
        if column.pill and index.data(PILL):
            option.text = ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        column = self._columns[index.column()]
        shown = index.data(PILL) if column.pill else None
        if not shown:
            return
        text, tone = shown
        cell = option.rect.adjusted(10, 0, -10, 0)
        width = min(pill.width_of(text), cell.width())
        left = cell.right() - width if column.right else cell.left()
        painter.save()
        box = QRectF(left, cell.center().y() - pill.HEIGHT / 2 + 0.5, width, pill.HEIGHT)
        pill.draw(painter, box, text, tone)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        # Columns have their widths from elsewhere; only the height is asked for, of hundreds of cells at a time.
        table, column = self.parent(), self._columns[index.column()]
        if not isinstance(table, QTableView) or not table.wordWrap() or (column.pill and index.data(PILL)):
            return QSize(0, ROW_HEIGHT)
        # Qt measures without the padding of the stylesheet and would leave out the last line.
        room = table.columnWidth(index.column()) - _SIDES
        pixels = option.font.pixelSize() if option.font.pixelSize() > 0 else theme.BODY
        return QSize(0, max(ROW_HEIGHT, _height(str(index.data()), room, pixels, column.strong) + 18))


@lru_cache(maxsize=4096)
def _height(text: str, width: int, pixels: int, bold: bool) -> int:
    """How high a text is in a column."""
    metrics = QFontMetrics(theme.font(pixels, bold))
    return metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, text).height()
