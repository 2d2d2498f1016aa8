"""Where every ballot is: a row for each team in pitch order, a column for each juror."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from hackdesk.jury.queries import Progress
from hackdesk.jury.reconcile import Due, Whereabouts
from hackdesk.jury.rules import Contestant, Juror
from ui import theme
from ui.ballot.states import StateSign
from ui.icons import pixmap
from ui.pages.jury.ways import due_sentence, due_sign
from ui.pages.jury.where_counts import ALL, picked
from ui.text import _

Index = QModelIndex | QPersistentModelIndex
_SIGN = Qt.ItemDataRole.UserRole
_FADED = Qt.ItemDataRole.UserRole + 1
TEAM_WIDTH = 236
_JUROR_WIDTH = 112
_ROW_HEIGHT = 41
_PADDING = 16


class Matrix(QTableView):
    """opened(juror, team): this ballot is wanted. sized: columns have another width now.

    Space goes to the next of the ballots that are picked out.
    """

    opened = Signal(object, object)
    sized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ballots = _Ballots(self)
        self.setModel(self._ballots)
        self.setItemDelegate(_StateCells(self))
        self.setAccessibleName(_("Ballots: teams down, jurors across"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_ROW_HEIGHT)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.clicked.connect(self._open)

    def show_progress(self, progress: Progress, due: tuple[Due, ...]) -> None:
        """Show where the ballots are; the current cell stays."""
        at = self.currentIndex()
        row, column = at.row(), at.column()
        self._ballots.replace(progress, due)
        self._fit()
        self.setCurrentIndex(self._ballots.index(max(row, 0), max(column, 1)))

    def pick(self, key: str) -> None:
        """Pick out the ballots of one count; the others fade. The keyboard goes to the first of them."""
        if self._ballots.pick(key):
            self.setCurrentIndex(QModelIndex())
        self.next_picked()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_picked(self) -> None:
        """Go to the next of those that are picked out, juror by juror; behind the last comes the first."""
        at = self.currentIndex()
        cells = self._ballots.picked_cells()
        place = (at.column(), at.row()) if at.isValid() else (0, 0)
        column, row = next((cell for cell in cells if cell > place), cells[0] if cells else (1, 0))
        self.setCurrentIndex(self._ballots.index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.next_picked()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        jurors = self._ballots.columnCount() - 1
        if jurors < 1:
            return
        room = self.viewport().width() - TEAM_WIDTH
        self.setColumnWidth(0, TEAM_WIDTH)
        for column in range(1, jurors + 1):
            self.setColumnWidth(column, max(_JUROR_WIDTH, min(200, room // jurors)))
        self.resizeRowsToContents()
        self.sized.emit()

    def _open(self, index: QModelIndex) -> None:
        if index.column() > 0:
            self.opened.emit(*self._ballots.pair(index))


class _Ballots(QAbstractTableModel):
    """The progress as cells."""

    def __init__(self, parent: Matrix) -> None:
        super().__init__(parent)
        self._progress: Progress | None = None
        self._due: tuple[Due, ...] = ()
        self._key = ALL

    def replace(self, progress: Progress, due: tuple[Due, ...]) -> None:
        self.beginResetModel()
        self._progress, self._due = progress, due
        self.endResetModel()

    def pick(self, key: str) -> bool:
        """Pick these out; whether they are others than before."""
        other, self._key = key != self._key, key
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        return other

    def picked_cells(self) -> list[tuple[int, int]]:
        """The columns and rows of those that are picked out."""
        rows = max(1, self.rowCount())
        return [
            (number // rows + 1, number % rows) for number, one in enumerate(self._due) if picked(self._key, one)
        ]

    def due(self, index: Index) -> Due:
        """The ballot of a cell: they lie juror by juror."""
        return self._due[(index.column() - 1) * self.rowCount() + index.row()]

    def pair(self, index: Index) -> tuple[Juror, Contestant]:
        assert self._progress is not None
        judging = self._progress.judging
        return judging.jurors[index.column() - 1], judging.active[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return len(self._progress.judging.active) if self._progress and not parent.isValid() else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return len(self._progress.judging.jurors) + 1 if self._progress and not parent.isValid() else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._progress is None or not index.isValid():
            return None
        if index.column() == 0:
            return self._team(index.row(), role)
        juror, team = self.pair(index)
        due = self.due(index)
        sign = self._sign(due)
        if role == _SIGN:
            return sign
        if role == _FADED:
            return not picked(self._key, due)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            reason = self._progress.ballot(juror.id, team.id).reason
            said = f"{juror.name} – {team.name}: {due_sentence(due)}"
            return f"{said} ({reason})" if reason else said
        return sign.word if role == Qt.ItemDataRole.DisplayRole else None

    def _sign(self, due: Due) -> StateSign:
        """Of a ballot that is begun, how many marks it has."""
        assert self._progress is not None
        sign = due_sign(due)
        if due.where is not Whereabouts.BEGUN:
            return sign
        done = len(self._progress.ballot(due.juror.id, due.team.id).marks)
        of = len(self._progress.judging.criteria)
        return StateSign(sign.icon, sign.tone, _("{done} of {of}", done=done, of=of))

    def _team(self, row: int, role: int) -> Any:
        assert self._progress is not None
        team = self._progress.judging.active[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{team.turn}  {team.name}" if team.turn else team.name
        if role == Qt.ItemDataRole.FontRole:
            return theme.font(bold=True)
        return team.name if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled if index.column() == 0 else super().flags(index)


class _StateCells(QStyledItemDelegate):
    """Draws the sign before its word, in the state's colour; the current cell has a ring."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if index.column() > 0:
            option.text = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # The style forgets its own padding when it breaks lines, and then cuts the last word off.
        if index.column() > 0:
            return QSize(_JUROR_WIDTH, _ROW_HEIGHT)
        room = QRect(0, 0, TEAM_WIDTH - 2 * _PADDING, 1000)
        metrics = QFontMetrics(theme.font(bold=True))
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data())).height()
        return QSize(TEAM_WIDTH, max(_ROW_HEIGHT, needed + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        sign: StateSign | None = index.data(_SIGN)
        if sign is None:
            return
        token = theme.TONES[sign.tone][0]
        cell: QRect = option.rect.adjusted(10, 0, -6, 0)
        painter.save()
        if index.data(_FADED):
            painter.setOpacity(0.28)
        painter.drawPixmap(cell.left(), cell.center().y() - 8, pixmap(sign.icon, token))
        painter.setFont(theme.font(theme.SECOND))
        painter.setPen(theme.color(token))
        said = cell.adjusted(25, 0, 0, 0)
        text = painter.fontMetrics().elidedText(sign.word, Qt.TextElideMode.ElideRight, said.width())
        painter.drawText(said, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.setOpacity(1.0)
        view = self.parent()
        if isinstance(view, QTableView) and view.hasFocus() and index == view.currentIndex():
            painter.setPen(theme.color("accent"))
            painter.drawRoundedRect(option.rect.adjusted(2, 2, -3, -3), 6, 6)
        painter.restore()
