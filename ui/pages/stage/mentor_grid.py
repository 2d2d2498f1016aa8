"""The grid of a mentor round: who sees whom when, at a glance, moved by hand or by keys."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QContextMenuEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from hackdesk.agenda.mentoring import Mentoring, Visit
from ui import theme
from ui.icons import pixmap
from ui.pages.stage.mentor_cells import Cell, Grid, spoken
from ui.rows import Index
from ui.text import _, words

_MIME = "application/x-hackdesk-visit"
_LOWEST, _HIGHEST, _NARROWEST = 23, 54, 92
_LOOKS = {
    "planned": ("ink", "accent_soft"), "late": ("ink", "warn_soft"), "visited": ("muted", "plain_soft"),
    "gone": ("muted", "ground"),
}  # fmt: skip
_SIGNS = {"late": ("triangle-alert", "warn"), "visited": ("check", "accent"), "gone": ("x", "muted")}


class GridModel(QAbstractTableModel):
    """A Grid as Qt's views want it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid, self.now = Grid(), Mentoring()
        self.here = -1

    def replace(self, grid: Grid, now: Mentoring) -> None:
        """Show another grid; where rows and slots are the same, only the cells are drawn anew."""
        same = (
            [row.id for row in grid.rows] == [row.id for row in self.grid.rows]
            and grid.slots == self.grid.slots and grid.by_team == self.grid.by_team
        )  # fmt: skip
        if same:
            self.grid, self.now = grid, now
            if grid.rows and grid.slots:
                self.dataChanged.emit(self.index(0, 0), self.index(len(grid.rows) - 1, len(grid.slots) - 1))
                self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(grid.rows) - 1)
            return
        self.beginResetModel()
        self.grid, self.now = grid, now
        self.endResetModel()

    def cell(self, index: Index) -> Cell | None:
        """What stands there."""
        return self.grid.rows[index.row()].cells[index.column()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self.grid.slots)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index)
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            note = cell.visit.note if cell.visit else ""
            row, slot = self.grid.rows[index.row()], self.grid.slots[index.column()]
            return "\n".join(filter(None, (spoken(cell, row, slot, self.now), note)))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return words.time(self.grid.slots[section].starts_at, ZoneInfo(self.now.zone))
            if role == Qt.ItemDataRole.ForegroundRole and section == self.here:
                return QBrush(theme.color("accent"))
            return None
        row = self.grid.rows[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (row.title, row.second)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        cell = self.cell(index)
        flags = super().flags(index)
        if cell and cell.visit and cell.state != "visited":
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Any) -> QMimeData:
        carried = QMimeData()
        cell = self.cell(indexes[0]) if indexes else None
        if cell and cell.visit:
            carried.setData(_MIME, str(cell.visit.id).encode())
        return carried

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class MentorGrid(QTableView):
    """chosen(Cell or None). The wishes of keys and the mouse: move(visit, row, column), add(row, column, place on
    the screen), mark, pin, remove, note of a visit.
    """

    chosen = Signal(object)
    move_wanted = Signal(object, int, int)
    add_wanted = Signal(int, int, QPoint)
    mark_wanted = Signal(object)
    pin_wanted = Signal(object)
    remove_wanted = Signal(object)
    note_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.grid_model = GridModel(self)
        self._at: datetime | None = None
        self.setModel(self.grid_model)
        self.setItemDelegate(_Cells(self))
        self.setProperty("role", "inside")
        self.setAccessibleName(_("Visits"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalHeader(_Names(self))
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(_NARROWEST)
        down.setMinimumSectionSize(_LOWEST)
        for header in (across, down):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        down.setFixedWidth(164)
        self.selectionModel().currentChanged.connect(self._tell)

    @property
    def current(self) -> Cell | None:
        """The cell the keyboard stands in."""
        return self.grid_model.cell(self.currentIndex())

    def show_grid(self, grid: Grid, now: Mentoring, wanted: UUID | None = None) -> None:
        """Show another state; the current cell stays where it is, or follows a visit."""
        before = self.currentIndex()
        row, column = before.row(), before.column()
        self.grid_model.replace(grid, now)
        if wanted is not None and (found := grid.find(wanted)):
            row, column = found
        if grid.rows and grid.slots:
            row, column = min(max(row, 0), len(grid.rows) - 1), min(max(column, 0), len(grid.slots) - 1)
            self.setCurrentIndex(self.grid_model.index(row, column))
        self._fit_rows()
        self.chosen.emit(self.current)

    def choose(self, visit: UUID) -> None:
        """Stand at a visit."""
        if found := self.grid_model.grid.find(visit):
            self.setCurrentIndex(self.grid_model.index(*found))

    def show_time(self, at: datetime) -> None:
        """Draw the line of now there."""
        slots = self.grid_model.grid.slots
        here = next((n for n, slot in enumerate(slots) if slot.starts_at <= at < slot.ends_at), -1)
        if here != self.grid_model.here:
            self.grid_model.here = here
            self.horizontalHeader().viewport().update()
        if self._at is None or abs((at - self._at).total_seconds()) >= 20:
            self._at = at
            self.viewport().update()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Rows share the height there is, so that a whole round is seen at once."""
        rows = max(1, len(self.grid_model.grid.rows))
        height = self.viewport().height() // rows
        self.verticalHeader().setDefaultSectionSize(max(_LOWEST, min(_HIGHEST, height)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        x = self._now_at()
        if x is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawLine(x, 0, x, self.viewport().height())
        painter.end()

    def _now_at(self) -> int | None:
        for number, slot in enumerate(self.grid_model.grid.slots):
            if self._at and slot.starts_at <= self._at < slot.ends_at:
                part = (self._at - slot.starts_at) / (slot.ends_at - slot.starts_at)
                return self.columnViewportPosition(number) + round(part * self.columnWidth(number))
        return None

    # --- keys and the mouse ---------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cell, key = self.current, event.key()
        visit = cell.visit if cell else None
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and visit and self._shift(visit, key):
            return
        wishes = {
            Qt.Key.Key_V: self.mark_wanted, Qt.Key.Key_P: self.pin_wanted, Qt.Key.Key_N: self.note_wanted,
            Qt.Key.Key_Delete: self.remove_wanted,
        }  # fmt: skip
        if visit and key in wishes and not event.modifiers():
            wishes[Qt.Key(key)].emit(visit)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def _shift(self, visit: Visit, key: int) -> bool:
        down, right = {
            Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
        }.get(Qt.Key(key), (0, 0))  # fmt: skip
        if not (down or right):
            return False
        at = self.currentIndex()
        self.move_wanted.emit(visit, at.row() + down, at.column() + right)
        return True

    def _open(self) -> None:
        """Enter: a note on the visit there, or a new visit."""
        cell, index = self.current, self.currentIndex()
        if cell is None:
            return
        if cell.visit:
            self.note_wanted.emit(cell.visit)
        else:
            where = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            self.add_wanted.emit(index.row(), index.column(), where)

    def mouseDoubleClickEvent(self, event: Any) -> None:
        self._open()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open()

    def dropEvent(self, event: QDropEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        carried = bytes(event.mimeData().data(_MIME).data()).decode()
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the file is changed, and then the grid is read again
        event.accept()
        found = [visit for visit in self.grid_model.now.visits if str(visit.id) == carried]
        if found and index.isValid():
            self.move_wanted.emit(found[0], index.row(), index.column())

    def _tell(self) -> None:
        self.chosen.emit(self.current)


class _Names(QHeaderView):
    """The names beside the rows, in two lines where there is room: what they know, or what they want."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        model = self.model()
        if not isinstance(model, GridModel) or logical >= len(model.grid.rows):
            return
        row = model.grid.rows[logical]
        inner = rect.adjusted(8, 2, -8, -2)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        both = bool(row.second) and rect.height() >= 38
        painter.save()
        for text, font, token, box in (
            (row.title, theme.font(theme.SECOND, bold=True), "ink", inner.adjusted(0, 0, 0, -16 if both else 0)),
            (row.second if both else "", theme.font(11), "muted", inner.adjusted(0, inner.height() - 18, 0, -2)),
        ):
            painter.setFont(font)
            painter.setPen(theme.color(token))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, side, shown)
        painter.restore()


class _Cells(QStyledItemDelegate):
    """Draws a visit as a soft box with a sign; who is not here as a hatched one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        cell = model.cell(index) if isinstance(model, GridModel) else None
        if cell is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        self._ground(painter, box, cell)
        if cell.visit:
            self._words(painter, box, cell)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(box, 6, 6)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF, cell: Cell) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if cell.state == "away":
            painter.setBrush(QBrush(theme.color("edge"), Qt.BrushStyle.BDiagPattern))
        elif cell.state == "free":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("line"), 1, Qt.PenStyle.DashLine))
        else:
            painter.setBrush(theme.color(_LOOKS[cell.state][1]))
        painter.drawRoundedRect(box, 6, 6)

    def _words(self, painter: QPainter, box: QRectF, cell: Cell) -> None:
        inner = box.adjusted(7, 1, -5, -1)
        for sign, token in filter(None, (_SIGNS.get(cell.state), ("pin", "accent") if cell.pinned else None)):
            drawn = pixmap(sign, token, 14)
            top = inner.top() + 3 if box.height() >= 38 else inner.center().y() - 7
            painter.drawPixmap(int(inner.right()) - 13, int(top), drawn)
            inner.setRight(inner.right() - 17)
        font = theme.font(theme.SECOND, bold=cell.state != "visited")
        font.setStrikeOut(cell.state == "gone")
        painter.setFont(font)
        painter.setPen(theme.color(_LOOKS[cell.state][0]))
        upper = QRectF(inner)
        both = bool(cell.second) and box.height() >= 38
        if both:
            upper.setBottom(inner.center().y() + 1)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._line(painter, upper, side, cell.title)
        if both:
            painter.setFont(theme.font(11))
            painter.setPen(theme.color("muted"))
            lower = QRectF(box.left() + 7, upper.bottom() - 1, box.width() - 12, inner.bottom() - upper.bottom())
            self._line(painter, lower, side, cell.second)

    def _line(self, painter: QPainter, box: QRectF, side: Qt.AlignmentFlag, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, side, shown)
