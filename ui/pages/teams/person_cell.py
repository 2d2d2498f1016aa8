"""Draws one person: the whole name, signs of what they are here, and their groups as pills; or a dot."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QPolygonF

from hackdesk.teams.rules import Member
from ui import theme
from ui.icons import pixmap
from ui.text import _
from ui.widgets import pill

SIDE, GAP, SIGN, ROW, LOW_ROW, DOT = 6, 6, 18, 30, 23, 18
_WORDS = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class Line:
    """A person as drawn. pills: (word, tone); coming: a proposal brings them here; away: not checked in.

    wishes: what they want, where that is told; group: the number of their first group, for dots.
    """

    member: Member
    pills: tuple[tuple[str, str], ...] = ()
    coming: bool = False
    away: bool = False
    wishes: str = ""
    group: int | None = None

    @property
    def spoken(self) -> str:
        """The line in words, for whoever does not see it."""
        signs = [
            (self.member.is_owner, _("topic owner")), (self.member.pinned, _("pinned")),
            (self.coming, _("would come here")),
        ]  # fmt: skip
        told = (self.member.name, *(word for word, _tone in self.pills), *(w for has, w in signs if has))
        return ", ".join((*told, self.wishes) if self.wishes else told)


@dataclass(frozen=True)
class Look:
    """How a person stands out. focused: the keys are here and the keyboard is in this view."""

    chosen: bool = False
    focused: bool = False
    selected: bool = False
    found: bool = False
    faded: bool = False
    cut: bool = False
    hovered: bool = False


@dataclass(frozen=True)
class Place:
    """Where the parts of a line stand, from its upper left corner. name: the box of the name."""

    name: QRect
    pills: tuple[QRect, ...]
    height: int
    wishes: QRect | None = None


@lru_cache(maxsize=16)
def _metrics(pixels: int = theme.BODY, bold: bool = False) -> QFontMetrics:
    return QFontMetrics(theme.font(pixels, bold))


@lru_cache(maxsize=8192)
def text_width(text: str, pixels: int = theme.BODY, bold: bool = False) -> int:
    """Pixels a text needs. The same few hundred names are asked for again and again."""
    return _metrics(pixels, bold).horizontalAdvance(text)


@lru_cache(maxsize=4096)
def fitting(text: str, width: int, pixels: int = theme.BODY, bold: bool = False) -> str:
    """The text with a place to break in words that are wider than a line; Qt would cut them, or break any word."""
    return "".join(_parted(word, width, pixels, bold) for word in re.split(r"(?<=[\s-])", text))


def _parted(word: str, width: int, pixels: int, bold: bool) -> str:
    if text_width(word.rstrip(), pixels, bold) <= width:
        return word
    fits = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or text_width(word[:n], pixels, bold) <= width)
    return f"{word[:fits]}\u200b{_parted(word[fits:], width, pixels, bold)}"


@lru_cache(maxsize=512)
def pill_width(word: str) -> int:
    """Pixels a pill needs."""
    return pill.width_of(word)


@lru_cache(maxsize=64)
def _sign(name: str, token: str, size: int, _theme: str, _ratio: float) -> QPixmap:
    return pixmap(name, token, size)


@lru_cache(maxsize=16)
def font(pixels: int = theme.BODY, bold: bool = False) -> QFont:
    """A font, made once: thousands of names are drawn while one scrolls."""
    return theme.font(pixels, bold)


@lru_cache(maxsize=128)
def _color(token: str, _theme: str) -> QColor:
    return theme.color(token)


def color(token: str) -> QColor:
    """A colour in use, made once for each theme."""
    return _color(token, theme.current().name)


@lru_cache(maxsize=4096)
def elided(text: str, pixels: int, bold: bool, room: int) -> str:
    """As much of a text as there is room for."""
    return QFontMetrics(font(pixels, bold)).elidedText(text, Qt.TextElideMode.ElideRight, room)


def sign(painter: QPainter, at: QPointF, name: str, token: str, size: int) -> None:
    """Draw one of the icons."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(at, _sign(name, token, size, theme.current().name, ratio))


def _signs(line: Line) -> int:
    """How many pixels the signs before the name take."""
    return SIGN * (line.member.is_owner + line.member.pinned + line.coming)


def placed(line: Line, width: int) -> Place:
    """One row where name and pills fit beside each other; else the name wraps and the pills stand below."""
    left = SIDE + _signs(line)
    room = max(40, width - left - SIDE)
    widths = [min(pill_width(word), room) for word, _tone in line.pills]
    beside = sum(widths) + GAP * len(widths)
    if text_width(line.member.name, bold=line.coming) + beside <= room:
        x = width - SIDE - beside + GAP
        boxes = []
        for wide in widths:
            boxes.append(QRect(x, (ROW - pill.HEIGHT) // 2, wide, pill.HEIGHT))
            x += wide + GAP
        return _with_wishes(line, width, Place(QRect(left, 0, room - beside, ROW), tuple(boxes), ROW))
    metrics = _metrics(bold=line.coming)
    name = fitting(line.member.name, room, bold=line.coming)
    box = metrics.boundingRect(QRect(0, 0, room, 10_000), _WORDS, name)
    below, boxes, x = 4 + box.height() + 3, [], left
    for wide in widths:
        if x > left and x + wide > width - SIDE:
            x, below = left, below + pill.HEIGHT + 3
        boxes.append(QRect(x, below, wide, pill.HEIGHT))
        x += wide + GAP
    bottom = below + pill.HEIGHT if widths else below
    place = Place(QRect(left, 4, room, box.height()), tuple(boxes), max(ROW, bottom + 5))
    return _with_wishes(line, width, place)


def _with_wishes(line: Line, width: int, place: Place) -> Place:
    if not line.wishes:
        return place
    room = QRect(0, 0, width - 2 * SIDE, 10_000)
    box = _metrics(theme.SECOND).boundingRect(room, _WORDS, line.wishes)
    wishes = QRect(SIDE, place.height - 4, room.width(), box.height())
    return Place(place.name, place.pills, wishes.bottom() + 7, wishes)


def paint_line(painter: QPainter, line: Line, rect: QRect, place: Place, look: Look) -> None:
    """Draw a person in a row of their own."""
    at = rect.topLeft()
    paint_ground(painter, rect, look)
    _paint_signs(painter, line, rect)
    bold = line.coming or look.found
    painter.setFont(font(bold=bold))
    painter.setPen(color("muted" if line.away or look.faded or look.cut else "ink"))
    name, flags = line.member.name, int(Qt.AlignmentFlag.AlignVCenter)
    if place.name.height() > ROW:
        name, flags = fitting(name, place.name.width(), bold=bold), _WORDS
    painter.drawText(place.name.translated(at), flags, name)
    if look.faded:
        return
    if place.wishes is not None:
        painter.setFont(font(theme.SECOND))
        painter.setPen(color("muted"))
        painter.drawText(place.wishes.translated(at), _WORDS, line.wishes)
    for (word, tone), box in zip(line.pills, place.pills, strict=True):
        pill.draw(painter, QRectF(box.translated(at)), word, tone)


def paint_name(painter: QPainter, line: Line, rect: QRect, look: Look) -> None:
    """Draw only the name, as much of it as there is room for."""
    paint_ground(painter, rect, look)
    x = rect.left() + 4
    if line.member.pinned:
        sign(painter, QPointF(x, rect.top() + 5), "pin", "muted", 12)
        x += 15
    if line.member.is_owner or line.member.lead:
        _diamond(painter, x + 5, rect.center().y() + 1, 5)
        x += 14
    bold = line.coming or look.found
    painter.setFont(font(theme.SECOND, bold))
    painter.setPen(color("muted" if line.away or look.faded or look.cut else "ink"))
    room = rect.right() - x - 2
    name = line.member.name
    if text_width(name, theme.SECOND, bold) > room:
        name = elided(name, theme.SECOND, bold, room)
    painter.drawText(QRect(x, rect.top(), room + 2, rect.height()), int(Qt.AlignmentFlag.AlignVCenter), name)


def paint_dot(painter: QPainter, line: Line, rect: QRect, look: Look) -> None:
    """Draw a person as a dot: its colour and its shape are those of their group."""
    paint_ground(painter, rect, look)
    tones = ("accent", "warn", "info", "muted", "bad")
    number = line.group
    token = "edge" if number is None else tones[number % len(tones)]
    box = QRectF(rect).adjusted(4, 4, -4, -4)
    painter.setPen(QPen(color(token), 1.5))
    hollow = line.away or look.faded or look.cut
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else color(token))
    shape = 0 if number is None else number % 4
    if shape == 0:
        painter.drawEllipse(box)
    elif shape == 1:
        painter.drawRect(box)
    elif shape == 2:
        painter.drawPolygon(QPolygonF([QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()]))
    else:
        middle = box.center()
        points = [(middle.x(), box.top()), (box.right(), middle.y()), (middle.x(), box.bottom())]
        painter.drawPolygon(QPolygonF([QPointF(*p) for p in points] + [QPointF(box.left(), middle.y())]))
    if line.member.pinned:
        painter.fillRect(QRectF(rect.left() + 4, rect.bottom() - 1, rect.width() - 8, 2), color("ink"))


def paint_ground(painter: QPainter, rect: QRect, look: Look) -> None:
    """What lies under a person: whether they are chosen, selected, found, under the mouse."""
    box = QRectF(rect)
    ground = "accent_soft" if look.selected else "warn_soft" if look.found else "hover"
    if look.selected or look.found or look.chosen or look.hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(ground))
        painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 6, 6)
    if look.chosen:
        painter.setPen(QPen(color("accent"), 2 if look.focused else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 2, -1, -1), 6, 6)


def _paint_signs(painter: QPainter, line: Line, rect: QRect) -> None:
    x, middle = rect.left() + SIDE, rect.top() + ROW / 2
    if line.coming:
        sign(painter, QPointF(x - 2, middle - 8), "chevron-right", "accent", 16)
        x += SIGN
    if line.member.is_owner:
        _diamond(painter, x + 5, middle, 6)
        x += SIGN
    if line.member.pinned:
        sign(painter, QPointF(x - 2, middle - 7), "pin", "muted", 14)


def _diamond(painter: QPainter, x: float, y: float, size: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("accent"))
    points = [(x, y - size), (x + size, y), (x, y + size), (x - size, y)]
    painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))
