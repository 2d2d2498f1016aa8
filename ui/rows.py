"""A table model over frozen values."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.text import _

Index = QModelIndex | QPersistentModelIndex
#: The role under which a cell gives its pill: (text, tone) or None.
PILL = Qt.ItemDataRole.UserRole + 1
#: The role under which a cell gives its row's value.
ROW = Qt.ItemDataRole.UserRole
# Qt asks for a dozen roles of each cell it paints, at each key while one searches: most are refused at once.
_TEXT = frozenset({int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)})
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_ANSWERED = _TEXT | {_ALIGNMENT, int(PILL), int(ROW)}


@dataclass(frozen=True)
class Column:
    """One column. title: marked with N_. text: what a cell says. pill: (text, tone) drawn in place of it.

    right: numbers stand at the right edge. strong: bold. width: pixels; 0 shares what is left.
    """

    title: str
    text: Callable[[Any], str]
    pill: Callable[[Any], tuple[str, str] | None] | None = None
    right: bool = False
    strong: bool = False
    width: int = 0


class Rows(QAbstractTableModel):
    """Frozen values as rows. key: what makes a row the same one when it is read again."""

    def __init__(
        self, columns: Sequence[Column], key: Callable[[Any], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._titles: dict[int, str] = {}
        self._key = key
        self._rows: tuple[Any, ...] = ()

    @property
    def rows(self) -> tuple[Any, ...]:
        """The values shown."""
        return self._rows

    def replace(self, rows: Sequence[Any]) -> None:
        """Show these values. Where the same rows come again, only what differs is drawn anew."""
        new = tuple(rows)
        if [self._key(row) for row in new] != [self._key(row) for row in self._rows]:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return
        old, self._rows = self._rows, new
        for number, (was, now) in enumerate(zip(old, new, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(self.columns) - 1))

    def row_of(self, key: Hashable) -> int:
        """Where the row with this key is, or -1."""
        return next((number for number, row in enumerate(self._rows) if self._key(row) == key), -1)

    def key_at(self, number: int) -> Hashable | None:
        """The key of a row, or None where there is none."""
        return self._key(self._rows[number]) if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ANSWERED or not index.isValid():
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        if role in _TEXT:
            return column.text(row)
        if role == _ALIGNMENT:
            return _alignment(column)
        if role == PILL:
            return column.pill(row) if column.pill else None
        return row if role == ROW else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._titles.get(section) or _(self.columns[section].title)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(self.columns[section])
        return None

    def setHeaderData(
        self, section: int, orientation: Qt.Orientation, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Another title for a column, worded already."""
        self._titles[section] = value
        self.headerDataChanged.emit(orientation, section, section)
        return True


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
