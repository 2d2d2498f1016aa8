"""A score of 0 to 100 as a bar in a cell of the table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.rows import ROW

_HEIGHT, _MARK, _SIDE = 16, 5, 12


class ScoreBar(QStyledItemDelegate):
    """The track is soft, the score stands on it as one strong mark; the number is in the next column."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        option.text = ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        cell = QRectF(option.rect.adjusted(_SIDE, 0, -_SIDE, 0))
        track = QRectF(cell.left(), cell.center().y() - _HEIGHT / 2, cell.width(), _HEIGHT)
        at = track.left() + (track.width() - _MARK) * float(index.data(ROW).place.score) / 100
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        reached = QRectF(track.left(), track.top(), at - track.left() + _MARK, _HEIGHT)
        mark = QRectF(at, track.top() - 2, _MARK, _HEIGHT + 4)
        soft = theme.color("accent")
        soft.setAlphaF(0.22)  # visible on the track and on a chosen line, which is soft itself
        for box, color, roundness in (
            (track, theme.color("plain_soft"), _HEIGHT / 2),
            (reached, soft, _HEIGHT / 2),
            (mark, theme.color("accent"), 2),
        ):
            painter.setBrush(color)
            painter.drawRoundedRect(box, roundness, roundness)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, _HEIGHT + 4)
