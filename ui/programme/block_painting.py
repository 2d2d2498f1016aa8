"""How an item of the programme is drawn, and the shadow of one that is dragged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from ui import theme
from ui.programme.blocks import Block, Sign
from ui.widgets import pill

_STRIP, _INSIDE, _TIMES = 5, 12, 98
#: Below this width an item has its title under its times, and neither its length nor more than one sign.
_ROOMY = 360
#: Pixels it takes to say beside a title who sees to it.
_WHO = 70


@dataclass(frozen=True)
class Stand:
    """How an item stands: chosen, with the keyboard on it, dragged away just now."""

    chosen: bool = False
    focused: bool = False
    held: bool = False


@dataclass(frozen=True)
class Ghost:
    """An item as it would be if it were let go here. said: what it would overlap."""

    item: UUID
    starts_at: datetime
    ends_at: datetime
    times: str
    title: str
    said: str = ""


def draw_block(painter: QPainter, rect: QRect, block: Block, stand: Stand) -> None:
    """Draw an item into its place: in one line, or its title under its times where several share the width."""
    painter.setOpacity(0.4 if stand.held else 1.0)
    _draw_ground(painter, rect, block, stand)
    inner = rect.adjusted(_STRIP + _INSIDE - 4, 2, -_INSIDE + 2, -2)
    if inner.width() >= _ROOMY:
        _draw_wide(painter, inner, block)
    else:
        _draw_narrow(painter, inner, block)
    painter.setOpacity(1.0)


def _draw_wide(painter: QPainter, inner: QRect, block: Block) -> None:
    top = QRect(inner.left(), inner.top(), inner.width(), min(inner.height(), 36))
    times = QRect(top.left(), top.top(), _TIMES, 18 if block.expected else top.height())
    _say(painter, times, block.times, "muted" if block.over else "ink", theme.font(theme.BODY, bold=block.on))
    if block.expected:
        under = QRect(top.left(), times.bottom(), _TIMES, 18)
        _say(painter, under, f"→ {block.expected}", "warn", theme.font(theme.SECOND, bold=True))
    width = max(QFontMetrics(theme.font(theme.SECOND)).horizontalAdvance(block.length), 66)
    place = QRect(top.right() - width, top.top(), width, top.height())
    _say(painter, place, block.length, "muted", theme.font(theme.SECOND), Qt.AlignmentFlag.AlignRight)
    left = top.left() + _TIMES + 8
    beside = QRect(left, top.top(), place.left() - 10 - left, top.height())
    right = _draw_signs(painter, beside, block.signs[:2], 120)
    _draw_title(painter, QRect(left, inner.top(), right - left - 8, inner.height()), block)


def _draw_narrow(painter: QPainter, inner: QRect, block: Block) -> None:
    line, font = QRect(inner.left(), inner.top(), inner.width(), 18), theme.font(theme.SECOND, bold=True)
    taken = QFontMetrics(font).horizontalAdvance(block.times) + 8
    _say(painter, line, block.times, "muted" if block.over else "ink", font)
    if block.expected:
        said = f"→ {block.expected}"
        _say(painter, line.adjusted(taken, 0, 0, 0), said, "warn", font)
        taken += QFontMetrics(font).horizontalAdvance(said) + 8
    _draw_signs(painter, line.adjusted(taken, 0, 0, 0), block.signs[:1], 0)
    _draw_title(painter, inner.adjusted(0, 18, 0, 0), block)


def _say(
    painter: QPainter, room: QRect, text: str, token: str, font: QFont,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:  # fmt: skip
    painter.setFont(font)
    painter.setPen(theme.color(token))
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, text)


def _draw_ground(painter: QPainter, rect: QRect, block: Block, stand: Stand) -> None:
    box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    ground = "accent_soft" if block.on else "surface" if block.item.public else "plain_soft"
    edge = QPen(theme.color("accent" if stand.chosen else "line"), 2 if stand.focused else 1)
    if not block.item.public and not stand.chosen:
        edge.setStyle(Qt.PenStyle.DashLine)
        edge.setColor(theme.color("edge"))
    painter.setPen(edge)
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(box, 7, 7)
    strip = "line" if block.over else "info" if block.item.fixed else "accent" if block.item.public else "edge"
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(strip))
    painter.drawRoundedRect(QRectF(rect.left() + 4, rect.top() + 5, _STRIP - 1, rect.height() - 10), 2, 2)


def _draw_signs(painter: QPainter, room: QRect, signs: Sequence[Sign], kept: int) -> int:
    """Signs at the right edge, as many as leave `kept` pixels. Gives where what is left of them ends."""
    right = room.right()
    for text, tone in signs:
        width = pill.width_of(text)
        if right - width < room.left() + kept:
            break
        height = min(pill.HEIGHT, room.height() + 2)
        box = QRectF(right - width, room.center().y() - height / 2 + 0.5, width, height)
        pill.draw(painter, box, text, tone)
        right -= width + 6
    return right


def _draw_title(painter: QPainter, room: QRect, block: Block) -> None:
    font = theme.font(theme.BODY, bold=block.on)
    metrics = QFontMetrics(font)
    lines = wrapped(block.item.title, metrics, room.width(), max(1, room.height() // metrics.height()))
    if lines and lines[-1].endswith("…") and 30 <= room.height() < 2 * metrics.height():
        font = theme.font(theme.SECOND, bold=block.on)
        metrics = QFontMetrics(font)
        lines = wrapped(block.item.title, metrics, room.width(), 2)
    step = min(metrics.height(), (room.height() + 4) // max(len(lines), 1))
    painter.setFont(font)
    painter.setPen(theme.color("muted" if block.over else "ink"))
    y = room.top() + max(-2, (min(room.height(), 36) - len(lines) * step) // 2)
    for line in lines:
        painter.drawText(QRect(room.left(), y, room.width(), step), Qt.AlignmentFlag.AlignVCenter, line)
        y += step
    who = block.item.responsible
    if who and room.bottom() - y >= 15:
        _say_who(painter, QRect(room.left(), y, room.width(), 18), who)
    elif who and len(lines) == 1:
        taken = metrics.horizontalAdvance(lines[0]) + 14
        if room.width() - taken > _WHO:
            _say_who(painter, QRect(room.left() + taken, y - step, room.width() - taken, step), who)


def _say_who(painter: QPainter, room: QRect, who: str) -> None:
    font = theme.font(theme.SECOND)
    said = QFontMetrics(font).elidedText(who, Qt.TextElideMode.ElideRight, room.width())
    _say(painter, room, said, "muted", font)


def wrapped(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """The text in lines of that width; the last of them is cut with dots where there is more."""
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < most - 1:
        taken = 1
        while taken < len(rest) and metrics.horizontalAdvance(" ".join(rest[: taken + 1])) <= width:
            taken += 1
        lines.append(metrics.elidedText(" ".join(rest[:taken]), Qt.TextElideMode.ElideRight, width))
        rest = rest[taken:]
    if rest:
        lines.append(metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width))
    return lines


def draw_ghost(painter: QPainter, rect: QRect, ghost: Ghost) -> None:
    """Draw where an item would be, with its new times large enough to read while the hand moves."""
    box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    if box.height() < 36:
        box.setHeight(36)
    painter.setOpacity(0.94)
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.setBrush(theme.color("accent_soft"))
    painter.drawRoundedRect(box, 7, 7)
    painter.setOpacity(1.0)
    painter.setPen(theme.color("ink"))
    painter.setFont(theme.font(theme.CARD_TITLE, bold=True))
    line = QRectF(box.left() + 14, box.top(), box.width() - 24, 36)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, ghost.times)
    taken = painter.fontMetrics().horizontalAdvance(ghost.times) + 14
    painter.setFont(theme.font(theme.BODY, bold=bool(ghost.said)))
    painter.setPen(theme.color("warn" if ghost.said else "ink"))
    rest = line.adjusted(taken, 0, 0, 0)
    said = painter.fontMetrics().elidedText(
        ghost.said or ghost.title, Qt.TextElideMode.ElideRight, int(rest.width())
    )
    painter.drawText(rest, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)
