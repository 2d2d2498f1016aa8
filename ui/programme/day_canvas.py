"""A day painted: tall items, free time in words, a line where we are. It knows no keys and no mouse."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from ui import theme
from ui.programme.axis import Axis, lanes
from ui.programme.block_painting import Ghost, Stand, draw_block, draw_ghost
from ui.programme.blocks import Block, Day
from ui.text import _

#: Pixels left and right of the items, and between two that lie beside each other.
_SIDE, _BETWEEN = 10, 5


class DayCanvas(QAbstractScrollArea):
    """Lays a day out, paints it and finds what is where."""

    def __init__(self) -> None:
        super().__init__()
        self.day = Day()
        self.chosen: UUID | None = None
        self.ghost: Ghost | None = None
        self.axis = Axis((), 0)
        self._places: dict[UUID, tuple[int, int]] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "board")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(30)
        self.setAccessibleName(_("Programme of the day"))

    def show_day(self, day: Day) -> None:
        """Show a day; only where items or times differ is it laid out anew."""
        same = [(one.id, one.item.starts_at, one.item.ends_at) for one in day.blocks] == [
            (one.id, one.item.starts_at, one.item.ends_at) for one in self.day.blocks
        ]
        self.day = day
        if not same:
            self._arrange()
        self._tell()
        self.viewport().update()

    def choose(self, item: UUID | None, *, follow: bool = True) -> None:
        """Mark an item and, if wanted, bring it into view."""
        self.chosen = item
        if follow and item is not None and item in self._places:
            rect, bar = self.rect_of(item), self.verticalScrollBar()
            if rect.top() < 8:
                bar.setValue(bar.value() + rect.top() - 30)
            elif rect.bottom() > self.viewport().height() - 8:
                bar.setValue(bar.value() + rect.bottom() - self.viewport().height() + 30)
        self._tell()
        self.viewport().update()

    @property
    def current(self) -> Block | None:
        """The chosen item, where it is shown."""
        return next((one for one in self.day.blocks if one.id == self.chosen), None)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.current.spoken if self.current else "")

    # --- where things are ---------------------------------------------------------------------

    def _arrange(self) -> None:
        spans = [(one.item.starts_at, one.item.ends_at) for one in self.day.blocks]
        self.axis = Axis(spans, self.viewport().height())
        self._places = dict(zip((one.id for one in self.day.blocks), lanes(spans), strict=True))
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self.axis.height - page))
        bar.setPageStep(page)

    def rect_of(self, item: UUID) -> QRect:
        """Where an item is seen in the viewport."""
        block = next(one for one in self.day.blocks if one.id == item)
        return self._rect(block.item.starts_at, block.item.ends_at, self._places[item])

    def _rect(self, starts_at: datetime, ends_at: datetime, place: tuple[int, int]) -> QRect:
        lane, count = place
        offset, width = self.verticalScrollBar().value(), self.viewport().width() - 2 * _SIDE
        top, bottom = round(self.axis.y(starts_at)) - offset, round(self.axis.y(ends_at)) - offset
        share = (width - (count - 1) * _BETWEEN) / count
        left = _SIDE + round(lane * (share + _BETWEEN))
        return QRect(left, top + 1, round(share), max(bottom - top - 3, 10))

    def block_at(self, place: QPoint) -> Block | None:
        """Whose place this is."""
        return next((one for one in self.day.blocks if self.rect_of(one.id).contains(place)), None)

    def time_at(self, y: int) -> datetime:
        """Which time is at a height of the viewport."""
        return self.axis.at(y + self.verticalScrollBar().value())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self.choose(self.chosen)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            block = self.block_at(event.pos())
            QToolTip.showText(event.globalPos(), block.spoken if block else "", self.viewport())
            return True
        return super().viewportEvent(event)

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for free, said in self.day.free:
            self._draw_free(painter, self._rect(free.starts_at, free.ends_at, (0, 1)), said)
        held = self.ghost.item if self.ghost else None
        for block in self.day.blocks:
            rect = self.rect_of(block.id)
            if rect.intersects(event.rect()):
                chosen = block.id == self.chosen
                draw_block(painter, rect, block, Stand(chosen, chosen and self.hasFocus(), block.id == held))
        if self.day.now and self.day.blocks:
            self._draw_now(painter, self.day.now)
        if self.ghost:
            draw_ghost(painter, self._rect(self.ghost.starts_at, self.ghost.ends_at, (0, 1)), self.ghost)
        painter.end()

    def _draw_free(self, painter: QPainter, rect: QRect, said: str) -> None:
        painter.setFont(theme.font(theme.SECOND))
        painter.setPen(theme.color("muted"))
        painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignCenter, said)

    def _draw_now(self, painter: QPainter, now: datetime) -> None:
        """Where we are: a mark at both edges, never through the words of an item; through free time a line."""
        first, last = self.day.blocks[0].item.starts_at, max(one.item.ends_at for one in self.day.blocks)
        if not first <= now <= last:
            return
        y, right = round(self.axis.y(now)) - self.verticalScrollBar().value(), self.viewport().width()
        painter.setPen(QPen(theme.color("accent"), 2))
        if any(one.item.starts_at <= now < one.item.ends_at for one in self.day.blocks):
            painter.drawLine(0, y, _SIDE + 2, y)
            painter.drawLine(right - _SIDE - 2, y, right, y)
        else:
            painter.drawLine(0, y, right, y)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(QRectF(0, y - 4, 8, 8))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
