"""How often each mark was given to one question: five columns, and where the mean lies under them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from hackdesk.follow_up.forms import MARKS, Tally
from ui import theme
from ui.text import _, words

_COUNT, _COLUMN, _FOOT, _GAP, _WIDEST = 19, 44, 26, 8, 58
_ROUND = 4.0


class MarkBars(QWidget):
    """The number over a column is how many gave that mark; the mark stands under it, the mean is a small wedge."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name, self._tally = name, Tally((0,) * len(MARKS))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(200)
        self.show_tally(self._tally)

    def show_tally(self, tally: Tally) -> None:
        """Show other counts."""
        self._tally = tally
        counts = zip(MARKS, tally.counts, strict=True)
        told = ", ".join(_("{mark}: {count} times", mark=mark, count=count) for mark, count in counts)
        self.setAccessibleName(f"{self._name} {told}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(5 * _WIDEST + 4 * _GAP, _COUNT + _COLUMN + _FOOT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = min(_WIDEST, (self.width() - 4 * _GAP) / 5)
        most = max(*self._tally.counts, 1)
        for number, (mark, count) in enumerate(zip(MARKS, self._tally.counts, strict=True)):
            place = QRectF(number * (wide + _GAP), 0, wide, _COUNT + _COLUMN + _FOOT)
            self._draw_column(painter, place, mark, (count, most))
        self._draw_mean(painter, wide)
        painter.end()

    def _draw_column(self, painter: QPainter, place: QRectF, mark: int, share: tuple[int, int]) -> None:
        count, most = share
        base = float(_COUNT + _COLUMN)
        high = max(3.0, _COLUMN * count / most)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if count else "line"))
        painter.drawRoundedRect(QRectF(place.left(), base - high, place.width(), high), _ROUND, _ROUND)
        painter.setPen(theme.color("ink" if count else "muted"))
        painter.setFont(theme.font(theme.SECOND, bold=bool(count)))
        over = QRectF(place.left(), base - high - _COUNT, place.width(), _COUNT - 2)
        painter.drawText(over, Qt.AlignmentFlag.AlignCenter, words.number(count))
        painter.setPen(theme.color("muted"))
        painter.setFont(theme.font(theme.SECOND))
        under = QRectF(place.left(), base + 7, place.width(), _FOOT - 8)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, str(mark))

    def _draw_mean(self, painter: QPainter, wide: float) -> None:
        if self._tally.mean is None:
            return
        x = (float(self._tally.mean) - MARKS[0]) * (wide + _GAP) + wide / 2
        top = float(_COUNT + _COLUMN) + 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("warn"))
        painter.drawPolygon(QPolygonF([QPointF(x, top), QPointF(x - 5, top + 7), QPointF(x + 5, top + 7)]))
