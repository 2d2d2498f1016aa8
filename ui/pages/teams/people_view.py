"""People in a list that shows whole names, their groups and signs, and that can be dragged from."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.pages.teams.person_cell import LINE, Line, PersonCell

Index = QModelIndex | QPersistentModelIndex
#: What a dragged person is in the clipboard's words.
MIME = "application/x-hackdesk-person"
#: Key → what the page should do with the chosen person.
_COMMANDS = {
    Qt.Key.Key_M: "move", Qt.Key.Key_Return: "move", Qt.Key.Key_Enter: "move", Qt.Key.Key_P: "pin",
    Qt.Key.Key_L: "lead", Qt.Key.Key_W: "wishes", Qt.Key.Key_Delete: "free", Qt.Key.Key_Backspace: "free",
    Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right",
}  # fmt: skip
#: Pixels, with its margins; Qt also breaks the line where cells would fill it to the last pixel.
_SCROLL_BAR = 18
_CONTROLLED = {Qt.Key.Key_Left: "previous_team", Qt.Key.Key_Right: "next_team"}


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
        return line if role == LINE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return dragged(self.lines[indexes[0].row()].member.person_id)


def dragged(person_id: UUID) -> QMimeData:
    """A person as what is dragged."""
    content = QMimeData()
    content.setData(MIME, str(person_id).encode())
    return content


def person_in(content: QMimeData) -> UUID | None:
    """Who is dragged; None where it is something else."""
    return UUID(bytes(content.data(MIME).data()).decode()) if content.hasFormat(MIME) else None


class PeopleView(QListView):
    """chosen(person id); commanded("move", "pin", "lead", "free", "left", "right", …) for the chosen one.

    asked(global place): the right mouse button. narrowest: columns are at least so wide; 0: one column that is
    as high as its people.
    """

    chosen = Signal(object)
    commanded = Signal(str)
    asked = Signal(object)

    def __init__(self, name: str, narrowest: int = 0) -> None:
        super().__init__()
        self._narrowest = narrowest
        self._model = _People(self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setItemDelegate(PersonCell(self))
        self.setProperty("role", "people")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.viewport().setAutoFillBackground(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        if narrowest:
            self.setFlow(QListView.Flow.LeftToRight)
            self.setWrapping(True)
        else:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(self._tell_move)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Who is shown."""
        return self._model.lines

    @property
    def current(self) -> UUID | None:
        """Who is chosen here."""
        row = self.currentIndex().row()
        return self.lines[row].member.person_id if 0 <= row < len(self.lines) else None

    @property
    def cell_width(self) -> int:
        """Pixels a person has."""
        if not self._narrowest:
            return self.viewport().width()
        # Room is kept for the scroll bar, so that its coming does not push people into other columns.
        width = self.width() - 2 * self.frameWidth() - _SCROLL_BAR
        return width // max(1, width // self._narrowest)

    def replace(self, lines: Sequence[Line]) -> None:
        """Show these people; who was chosen stays so where they are still here."""
        if tuple(lines) == self.lines:
            return
        chosen = self.current
        self.selectionModel().blockSignals(True)
        self._model.replace(lines)
        self.choose(chosen)
        self.selectionModel().blockSignals(False)
        self.fit()

    def choose(self, person_id: UUID | None) -> bool:
        """Mark somebody as chosen without telling; gives whether they are here."""
        rows = (row for row, line in enumerate(self.lines) if line.member.person_id == person_id)
        row = next(rows, -1)
        blocked = self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()
        return row >= 0

    def fit(self) -> None:
        """Be as high as the people need."""
        if not self._narrowest:
            cell = PersonCell.height
            self.setFixedHeight(sum(cell(line, self.cell_width) for line in self.lines) + 2 * self.frameWidth())
        self.scheduleDelayedItemsLayout()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 36)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers()
        plain = held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        keys = _COMMANDS if plain else _CONTROLLED if held == Qt.KeyboardModifier.ControlModifier else {}
        command = keys.get(Qt.Key(event.key()))
        if command in ("left", "right") and self._narrowest:
            command = None
        if command:
            self.commanded.emit(command)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.current is not None:
            self.asked.emit(event.globalPos())

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.current)

    def _tell_move(self) -> None:
        self.commanded.emit("move")
