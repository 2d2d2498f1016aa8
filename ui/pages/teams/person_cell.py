"""Draws one person: the whole name, signs of what they are here, and their groups as pills."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hackdesk.teams.rules import Member
from ui import theme
from ui.icons import pixmap
from ui.text import _
from ui.widgets import pill

if TYPE_CHECKING:
    from ui.pages.teams.people_view import PeopleView

#: The role under which the model gives a line.
LINE = Qt.ItemDataRole.UserRole
_SIDE, _GAP, _SIGN, _ROW = 6, 6, 18, 30
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)


@dataclass(frozen=True)
class Line:
    """A person as drawn. pills: (word, tone); coming: a proposal brings them here; away: not checked in."""

    member: Member
    pills: tuple[tuple[str, str], ...] = ()
    coming: bool = False
    away: bool = False

    @property
    def spoken(self) -> str:
        """The line in words, for whoever does not see it."""
        signs = [
            (self.member.is_owner, _("topic owner")), (self.member.pinned, _("pinned")),
            (self.coming, _("would come here")),
        ]  # fmt: skip
        return ", ".join(
            (self.member.name, *(word for word, _tone in self.pills), *(w for has, w in signs if has))
        )


@dataclass(frozen=True)
class _Place:
    """Where the parts of a line stand, from its upper left corner. name: the box of the name."""

    name: QRect
    pills: tuple[QRect, ...]
    height: int


def _signs(line: Line) -> int:
    """How many pixels the signs before the name take."""
    return _SIGN * (line.member.is_owner + line.member.pinned + line.coming)


def _placed(line: Line, width: int) -> _Place:
    """One row where name and pills fit beside each other; else the name wraps and the pills stand below."""
    metrics = QFontMetrics(theme.font(bold=line.coming))
    left = _SIDE + _signs(line)
    room = max(40, width - left - _SIDE)
    widths = [min(pill.width_of(word), room) for word, _tone in line.pills]
    beside = sum(widths) + _GAP * len(widths)
    if metrics.horizontalAdvance(line.member.name) + beside <= room:
        x = width - _SIDE - beside + _GAP
        boxes = []
        for wide in widths:
            boxes.append(QRect(x, (_ROW - pill.HEIGHT) // 2, wide, pill.HEIGHT))
            x += wide + _GAP
        return _Place(QRect(left, 0, room - beside, _ROW), tuple(boxes), _ROW)
    box = metrics.boundingRect(QRect(0, 0, room, 10_000), _WRAP, line.member.name)
    below, boxes, x = 4 + box.height() + 3, [], left
    for wide in widths:
        if x > left and x + wide > width - _SIDE:
            x, below = left, below + pill.HEIGHT + 3
        boxes.append(QRect(x, below, wide, pill.HEIGHT))
        x += wide + _GAP
    bottom = below + pill.HEIGHT if widths else below
    return _Place(QRect(left, 4, room, box.height()), tuple(boxes), max(_ROW, bottom + 5))


class PersonCell(QStyledItemDelegate):
    """The delegate of a PeopleView."""

    def __init__(self, view: PeopleView) -> None:
        super().__init__(view)
        self._view = view

    @staticmethod
    def height(line: Line, width: int) -> int:
        """Pixels a line needs at that width."""
        return _placed(line, width).height

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.cell_width
        return QSize(width, self.height(index.data(LINE), width))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line = index.data(LINE)
        place, at = _placed(line, option.rect.width()), option.rect.topLeft()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        self._paint_signs(painter, line, option.rect)
        painter.setFont(theme.font(bold=line.coming))
        painter.setPen(theme.color("muted" if line.away else "ink"))
        several = place.name.height() > _ROW
        flags = _WRAP if several else int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(place.name.translated(at), flags, line.member.name)
        for (word, tone), box in zip(line.pills, place.pills, strict=True):
            pill.draw(painter, QRectF(box.translated(at)), word, tone)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box = QRectF(option.rect)
        chosen = index == self._view.currentIndex()
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 6, 6)
        if chosen:
            painter.setPen(QPen(theme.color("accent"), 2 if self._view.hasFocus() else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 2, -1, -1), 6, 6)
        elif option.rect.top() > 0:
            painter.fillRect(option.rect.x(), option.rect.y(), option.rect.width(), 1, theme.color("line"))

    def _paint_signs(self, painter: QPainter, line: Line, rect: QRect) -> None:
        x, middle = rect.left() + _SIDE, rect.top() + _ROW / 2
        if line.coming:
            painter.drawPixmap(QPointF(x - 2, middle - 8), pixmap("chevron-right", "accent", 16))
            x += _SIGN
        if line.member.is_owner:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            points = [(x + 5, middle - 6), (x + 11, middle), (x + 5, middle + 6), (x - 1, middle)]
            painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))
            x += _SIGN
        if line.member.pinned:
            painter.drawPixmap(QPointF(x - 2, middle - 7), pixmap("pin", "muted", 14))
