"""A score and how sure it is, as a bar in a cell of the table."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.pages.results.reading import PlaceLine
from ui.rows import ROW

_HEIGHT, _MARK, _SIDE, _PLACES = 16, 5, 12, 44


class ScoreBar(QStyledItemDelegate):
    """The strong mark is the score, the band its scores whichever juror is left out, the outline what open
    ballots can still make of it. At the right the places that this leaves; the number is in the next column."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        option.text = ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        line: PlaceLine = index.data(ROW)
        cell = QRectF(option.rect.adjusted(_SIDE, 0, -_SIDE, 0))
        if line.earlier or line.undecided:  # a score of another round is not to be compared with these
            return
        track = QRectF(cell.left(), cell.center().y() - _HEIGHT / 2, cell.width() - _PLACES, _HEIGHT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw(painter, track, line)
        painter.setPen(theme.color("muted"))
        painter.setFont(theme.font(theme.SECOND))
        painter.drawText(cell, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line.places)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80 + _PLACES, _HEIGHT + 4)


def _draw(painter: QPainter, track: QRectF, line: PlaceLine) -> None:
    def box(low: Fraction, high: Fraction, above: float = 0.0) -> QRectF:
        """From one score to another; a mark's width at least."""
        start, end = line.axis
        room = track.width() - _MARK
        left, right = (track.left() + room * (float(value) - start) / (end - start) for value in (low, high))
        return QRectF(left, track.top() - above, right - left + _MARK, _HEIGHT + 2 * above)

    # Visible on the track and on a chosen line, which is soft itself.
    soft = theme.color("accent")
    soft.setAlphaF(0.3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("plain_soft"))
    painter.drawRoundedRect(track, _HEIGHT / 2, _HEIGHT / 2)
    if line.span is not None:
        painter.setBrush(soft)
        painter.drawRoundedRect(box(line.span.low, line.span.high), 4, 4)
    if line.reach is not None and line.reach.low != line.reach.high:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("warn"), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box(line.reach.low, line.reach.high), 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawRoundedRect(box(line.place.score, line.place.score, 2), 2, 2)
