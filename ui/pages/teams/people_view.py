"""People in a list that shows whole names, their groups and what they wish, and that can be dragged from."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme
from ui.pages.teams import person_cell
from ui.pages.teams.chosen import Chosen
from ui.pages.teams.keys import command_of
from ui.pages.teams.person_cell import Line, Look

Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole
#: Pixels, with its margins.
_SCROLL_BAR = 16


class _People(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def replace(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.member.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return line.spoken
        return line if role == _LINE else None


class _Cell(QStyledItemDelegate):
    def __init__(self, view: PeopleView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.cell_width
        return QSize(width, person_cell.placed(index.data(_LINE), width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(_LINE)
        place = person_cell.placed(line, option.rect.width())
        look = self._view.look_of(line, hovered=bool(option.state & QStyle.StateFlag.State_MouseOver))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() and not look.chosen:
            painter.fillRect(option.rect.x(), option.rect.y(), option.rect.width(), 1, theme.color("line"))
        person_cell.paint_line(painter, line, option.rect, place, look)
        painter.restore()


class PeopleView(QListView):
    """chosen(): the keys went to somebody else, or others were selected; commanded(command): a key was pressed.

    asked(global place): the right mouse button. carried(global place), put(global place): the selected people are
    dragged, and let go of.
    """

    chosen = Signal()
    commanded = Signal(str)
    asked = Signal(object)
    carried = Signal(object)
    put = Signal(object)

    def __init__(self, name: str, picked: Chosen) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("role", "people")
        self.picked = picked
        self.fixed = False
        self._found: frozenset[UUID] = frozenset()
        self._pressed: tuple[QPoint, UUID] | None = None
        self._dragging = False
        self._model = _People(self)
        self.setModel(self._model)
        self.setItemDelegate(_Cell(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._go)
        self.doubleClicked.connect(self._tell_move)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Who is shown."""
        return self._model.lines

    @property
    def order(self) -> list[UUID]:
        """Who is shown, by their ids."""
        return [line.member.person_id for line in self.lines]

    @property
    def current(self) -> UUID | None:
        """Who the keys are at here."""
        row = self.currentIndex().row()
        return self.lines[row].member.person_id if 0 <= row < len(self.lines) else None

    @property
    def cell_width(self) -> int:
        """Pixels a person has; room is kept for the scroll bar, so that its coming does not move the words."""
        return self.width() - 2 * self.frameWidth() - _SCROLL_BAR

    def look_of(self, line: Line, *, hovered: bool) -> Look:
        """How somebody stands out."""
        one = line.member.person_id
        here = one == self.picked.current
        return Look(
            chosen=here, focused=here and self.hasFocus(), selected=one in self.picked, found=one in self._found,
            hovered=hovered,
        )  # fmt: skip

    def replace(self, lines: Sequence[Line]) -> None:
        """Show these people; who was chosen stays so where they are still here."""
        if tuple(lines) != self.lines:
            blocked = self.selectionModel().blockSignals(True)
            self._model.replace(lines)
            self.selectionModel().blockSignals(blocked)
        self.follow()

    def show_found(self, found: frozenset[UUID]) -> None:
        """Highlight these people."""
        self._found = found
        self.viewport().update()

    def follow(self) -> None:
        """Stand where the keys are, without telling."""
        order = self.order
        row = order.index(self.picked.current) if self.picked.current in order else -1
        blocked = self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()

    def go_first(self) -> None:
        """Bring the keys to the first one."""
        if self.lines:
            self.setCurrentIndex(self._model.index(0))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 36)

    def sizeHint(self) -> QSize:
        # It takes what room there is; asking for Qt's usual 192 would make the whole page scroll.
        return QSize(240, 72)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event)
        if command in ("go-up", "go-down") and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._reach(1 if command == "go-down" else -1)
        elif command in ("go-left", "go-right") or (command and not command.startswith(("go-", "page-"))):
            self.commanded.emit(command)
        else:
            super().keyPressEvent(event)

    def _reach(self, step: int) -> None:
        order, current = self.order, self.current
        to = (order.index(current) if current in order else -1) + step
        if 0 <= to < len(order):
            self.picked.reach(order[to], order)
            self.follow()
            self.chosen.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        one = self.lines[index.row()].member.person_id
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.picked.toggle(one)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.picked.reach(one, self.order)
        elif one in self.picked:
            self.picked.go(one)
        else:
            self.picked.only(one)
        self._pressed = (event.position().toPoint(), one)
        self.follow()
        self.chosen.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        far = (place - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance()
        if self._dragging or (far and not self.fixed):
            self._dragging = True
            self.carried.emit(self.viewport().mapToGlobal(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if self._dragging:
            self._dragging = False
            self.put.emit(self.viewport().mapToGlobal(event.position().toPoint()))
        elif pressed and event.modifiers() == Qt.KeyboardModifier.NoModifier and self.picked.clear():
            self.picked.only(pressed[1])
            self.chosen.emit()

    def let_go(self) -> None:
        """A drag was given up: what the mouse still does is no drag."""
        self._pressed, self._dragging = None, False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid() and self.lines[index.row()].member.person_id not in self.picked:
            self.picked.only(self.lines[index.row()].member.person_id)
            self.follow()
            self.chosen.emit()
        if self.current is not None and not self.fixed:
            self.asked.emit(event.globalPos())

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.go(self.current)
            self.chosen.emit()

    def _tell_move(self) -> None:
        self.commanded.emit("move")
