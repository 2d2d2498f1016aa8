"""A team as a painted card, and the card of a topic that has no team yet: where everything stands on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from uuid import UUID

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from hackdesk.teams.rules import Team, Topic
from ui import theme
from ui.pages.teams import person_cell
from ui.pages.teams.person_cell import Line, Look, Place, fitting, pill_width, text_width
from ui.text import _
from ui.widgets import pill

_WRAP = int(Qt.TextFlag.TextWordWrap)
_SIDE, _MENU, _STEP = 12, 28, 22
_TOP = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)


class Zoom(IntEnum):
    """How much of everybody is shown."""

    TINY = 0
    COMPACT = 1
    LARGE = 2


#: Pixels of the narrowest card.
NARROWEST = {Zoom.LARGE: 246, Zoom.COMPACT: 156, Zoom.TINY: 124}


@dataclass(frozen=True)
class Content:
    """What stands on a card. team: None on a topic's card. signs: (word, tone), the ones to look at first.

    short: the size where there is little room. wishes: how many wish for a topic that has no team.
    steps: (word, whether the team has it behind it); none before any team has one.
    """

    id: UUID
    name: str
    size: str
    short: str = ""
    where: str = ""
    lines: tuple[Line, ...] = ()
    signs: tuple[tuple[str, str], ...] = ()
    team: Team | None = None
    topic: Topic | None = None
    wishes: str = ""
    steps: tuple[tuple[str, bool], ...] = ()

    @property
    def progress(self) -> str:
        """How far the team is, in words."""
        return "\n".join(f"{word}: {_('done') if done else _('not yet')}" for word, done in self.steps)

    @property
    def spoken(self) -> str:
        """The head of the card in words."""
        parts = (self.name, self.size, self.where, self.wishes, *(word for word, _tone in self.signs))
        return ", ".join(part for part in (*parts, *self.progress.splitlines()) if part)


@dataclass(frozen=True)
class Stand:
    """How a card stands out. focused: the keys are at its head. inviting: somebody is held over it."""

    focused: bool = False
    inviting: bool = False
    faded: bool = False
    found: bool = False


@lru_cache(maxsize=2048)
def _wrapped(text: str, width: int, pixels: int, bold: bool) -> int:
    """How high a text is in a column."""
    metrics = QFontMetrics(theme.font(pixels, bold))
    column = QRect(0, 0, max(20, width), 10_000)
    return metrics.boundingRect(column, _WRAP, fitting(text, width, pixels, bold)).height()


class Card:
    """Where the parts of a card stand at a width, from its upper left corner. Made anew for another content."""

    def __init__(self, content: Content, width: int, zoom: Zoom) -> None:
        self.content, self.width, self.zoom = content, width, zoom
        self._pixels = theme.BODY if zoom == Zoom.LARGE else theme.SECOND
        self.menu = QRect(width - _MENU - 4, 4, _MENU, _MENU)
        small = self._small
        # Among dots every pixel of the name counts: of how many is told by the tip.
        few = content.short if zoom == Zoom.COMPACT else content.short.partition("/")[0]
        self.told = content.size if zoom == Zoom.LARGE else few
        self._warned = bool(content.signs) and zoom != Zoom.LARGE
        size_width = 0 if content.team is None else text_width(self.told, theme.SECOND) + 8 + 18 * self._warned
        left = width - 2 * small - _MENU - size_width + small - 4
        if zoom == Zoom.TINY:
            # No room for a sign of the menu: the right mouse button and Enter open it.
            self.menu, left = QRect(), left + _MENU - 4
        self.title = QRect(small, small - 2, left, _wrapped(content.name, left, self._pixels, True))
        if zoom == Zoom.TINY:
            self.title.setHeight(20)
        self.size = QRect(self.title.right(), small, size_width, 20)
        y = self.title.bottom() + 3
        self.where = QRect()
        if content.where and zoom == Zoom.LARGE:
            inside = width - 2 * small
            self.where = QRect(small, y, inside, _wrapped(content.where, inside, theme.SECOND, False))
            y = self.where.bottom() + 3
        self.steps = QRect()
        if content.steps and zoom == Zoom.LARGE:
            self.steps = QRect(small, y + 1, _STEP * len(content.steps), 18)
            y = self.steps.bottom() + 3
        self.rule = y + 3
        self.rows: list[QRect] = []
        self._places: list[Place | None] = []
        y = self._lay_out_people(self.rule + 3)
        self.signs: list[QRect] = []
        y = self._lay_out_signs(y + 4)
        self.button = QRect()
        self.height = self._finish(y)
        self._index = {line.member.person_id: n for n, line in enumerate(content.lines)}

    @property
    def _small(self) -> int:
        return _SIDE if self.zoom == Zoom.LARGE else 8

    def _lay_out_people(self, y: int) -> int:
        inside = self.width - 2 * self._small
        if self.zoom == Zoom.TINY:
            each, across = person_cell.DOT, max(1, (self.width - 12) // person_cell.DOT)
            for number in range(len(self.content.lines)):
                self.rows.append(QRect(6 + number % across * each, y + number // across * each, each, each))
            return y + -(-len(self.content.lines) // across) * each
        for line in self.content.lines:
            place = person_cell.placed(line, inside) if self.zoom == Zoom.LARGE else None
            height = place.height if place else person_cell.LOW_ROW
            self.rows.append(QRect(self._small, y, inside, height))
            self._places.append(place)
            y += height
        return y

    def _lay_out_signs(self, y: int) -> int:
        if not self.content.signs or self.zoom != Zoom.LARGE:
            return y
        x, right = self._small, self.width - self._small
        for word, _tone in self.content.signs:
            wide = min(pill_width(word), right - self._small)
            if x > self._small and x + wide > right:
                x, y = self._small, y + pill.HEIGHT + 5
            self.signs.append(QRect(x, y, wide, pill.HEIGHT))
            x += wide + 6
        return y + pill.HEIGHT + 2

    def _finish(self, y: int) -> int:
        if self.content.team is not None:
            return y + 8
        inside = self.width - 2 * self._small
        y = self.rule + 2
        if self.zoom == Zoom.LARGE:
            self._wishes = QRect(
                self._small, y, inside, _wrapped(self.content.wishes, inside, theme.SECOND, False)
            )
            y = self._wishes.bottom() + 4
            self.button = QRect(self._small, y, pill_width(_("Open a team")) + 10, 34)
            y = self.button.bottom()
        return y + 10

    def row_of(self, person_id: UUID | None) -> int | None:
        """Which row somebody has."""
        return self._index.get(person_id) if person_id is not None else None

    def person_at(self, at: QPoint) -> UUID | None:
        """Who stands there. at: from the card's corner."""
        for rect, line in zip(self.rows, self.content.lines, strict=True):
            if rect.contains(at):
                return line.member.person_id
        return None

    # --- painting -----------------------------------------------------------------------------

    def paint(
        self, painter: QPainter, rect: QRect, stand: Stand, look: Callable[[Line], Look], dirty: QRect
    ) -> None:
        """Draw the card into `rect`, which may be higher than it needs; people outside of `dirty` are left out."""
        self._paint_ground(painter, rect, stand)
        at = rect.topLeft()
        if dirty.top() < rect.top() + self.rule + 2:
            self._paint_head(painter, at, stand)
        low, high = dirty.top() - at.y(), dirty.bottom() - at.y()
        for number, (row, line) in enumerate(zip(self.rows, self.content.lines, strict=True)):
            if row.bottom() < low or row.top() > high:
                continue
            self._paint_person(painter, number, line, row.translated(at), look(line))
        lowest = rect.height() - self.height
        for (word, tone), box in zip(self.content.signs, self.signs, strict=False):
            if not stand.faded:
                pill.draw(painter, QRectF(box.translated(at).translated(0, lowest)), word, tone)

    def _paint_person(self, painter: QPainter, number: int, line: Line, rect: QRect, look: Look) -> None:
        if self.zoom == Zoom.TINY:
            person_cell.paint_dot(painter, line, rect, look)
        elif self.zoom == Zoom.COMPACT:
            person_cell.paint_name(painter, line, rect, look)
        else:
            if number and not look.chosen:
                painter.fillRect(rect.x(), rect.y(), rect.width(), 1, person_cell.color("line"))
            place = self._places[number]
            assert place is not None
            person_cell.paint_line(painter, line, rect, place, look)

    def _paint_ground(self, painter: QPainter, rect: QRect, stand: Stand) -> None:
        box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        quiet = self.content.team is None
        pen = QPen(person_cell.color("edge" if quiet else "line"), 1)
        ground = "ground" if quiet else "surface"
        if quiet:
            pen.setStyle(Qt.PenStyle.DashLine)
        if stand.inviting:
            pen, ground = QPen(person_cell.color("accent"), 2, Qt.PenStyle.DashLine), "accent_soft"
            box.adjust(0.5, 0.5, -0.5, -0.5)
        elif stand.focused:
            pen = QPen(person_cell.color("accent"), 2)
            box.adjust(0.5, 0.5, -0.5, -0.5)
        painter.setPen(pen)
        painter.setBrush(person_cell.color(ground))
        painter.drawRoundedRect(box, theme.RADIUS, theme.RADIUS)

    def _paint_head(self, painter: QPainter, at: QPoint, stand: Stand) -> None:
        content = self.content
        painter.setPen(person_cell.color("muted" if stand.faded else "ink"))
        painter.setFont(person_cell.font(self._pixels, True))
        name, title = content.name, self.title.translated(at)
        if stand.found:
            painter.fillRect(title.adjusted(-3, 0, 0, 1), person_cell.color("warn_soft"))
        if self.zoom == Zoom.TINY:
            name = person_cell.elided(name, self._pixels, True, title.width())
        painter.drawText(title, _WRAP, fitting(name, title.width(), self._pixels, True))
        painter.setFont(person_cell.font(theme.SECOND))
        painter.setPen(person_cell.color("muted"))
        if content.team is not None:
            painter.drawText(self.size.translated(at), _TOP, self.told)
            if self.menu.isValid():
                corner = QPointF(self.menu.translated(at).topLeft())
                person_cell.sign(painter, corner + QPointF(6, 5), "ellipsis", "muted", 16)
            if self._warned and not stand.faded:
                beside = QPointF(self.size.translated(at).topLeft()) + QPointF(6, 2)
                person_cell.sign(painter, beside, "triangle-alert", "warn", 15)
        if self.where.isValid():
            painter.drawText(self.where.translated(at), _WRAP, content.where)
        for number, (_word, done) in enumerate(content.steps if self.steps.isValid() else ()):
            corner = QPointF(self.steps.translated(at).topLeft()) + QPointF(number * _STEP, 1)
            picture, token = ("circle-check", "accent") if done else ("circle", "edge")
            person_cell.sign(painter, corner, picture, "muted" if stand.faded else token, 16)
        if content.team is None:
            self._paint_topic(painter, at)
            return
        inner = self._small
        painter.fillRect(at.x() + inner, at.y() + self.rule, self.width - 2 * inner, 1, person_cell.color("line"))

    def _paint_topic(self, painter: QPainter, at: QPoint) -> None:
        if self.zoom != Zoom.LARGE:
            return
        painter.drawText(self._wishes.translated(at), _WRAP, self.content.wishes)
        box = QRectF(self.button.translated(at))
        painter.setPen(QPen(person_cell.color("line"), 1))
        painter.setBrush(person_cell.color("surface"))
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(person_cell.color("ink"))
        painter.setFont(person_cell.font(theme.SECOND, bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _("Open a team"))
