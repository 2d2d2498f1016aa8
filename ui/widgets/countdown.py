"""Huge digits that count down on the laptop, and the bar below them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

#: What a tone of the digits is in colours of the theme; a word always goes with it.
TONES = {"calm": "ink", "soon": "warn", "over": "bad"}
#: Heights in pixels; the ink of Noto Sans digits as a share of the font's size.
_BAR, _WORD, _INK = 10, 26, 0.8
#: Room for the frame above and below what it holds.
_EDGE = 9
#: How thick the frame round the digits is.
_FRAMES = {"soon": 3, "over": 6}


class Countdown(QWidget):
    """Shows a text, a word under it and a bar; paints again only when one of them changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.digits, self.word, self.tone = "", "", "calm"
        self.left: float | None = None
        self.setMinimumHeight(112)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_time(self, digits: str, word: str, tone: str, left: float | None) -> None:
        """digits: as a timer's face gives them; tone: calm, soon, over; left: the bar's share, 0 to 1."""
        if (digits, word, tone, left) == (self.digits, self.word, self.tone, self.left):
            return
        self.digits, self.word, self.tone, self.left = digits, word, tone, left
        self.setAccessibleName(f"{digits} {word}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        painter.setPen(theme.color(TONES[self.tone]))
        line = QRectF(0, self.height() - _BAR - _EDGE - 6 - _WORD, self.width(), _WORD)
        high = line.top() - _EDGE - 4
        painter.setFont(self._font(int(high)))
        # The line of digits is taller than their ink: it may reach over the edges.
        digits = QRectF(0, _EDGE - self.height(), self.width(), 2 * self.height() + high)
        painter.drawText(digits, Qt.AlignmentFlag.AlignCenter, self.digits)
        self._paint_word(painter, line)
        self._paint_bar(painter)
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        """A shape beside the colour: a thin frame where it is soon over, a thick one over time."""
        thick = _FRAMES.get(self.tone)
        if thick:
            painter.setPen(QPen(theme.color(TONES[self.tone]), thick))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = thick / 2
            inside = QRectF(self.rect()).adjusted(half, half, -half, -half - _BAR - 6)
            painter.drawRoundedRect(inside, theme.RADIUS, theme.RADIUS)

    def _paint_word(self, painter: QPainter, line: QRectF) -> None:
        """Over time the word stands on its colour instead of in it."""
        font = theme.font(theme.CARD_TITLE, bold=True)
        painter.setFont(font)
        if self.tone == "over" and self.word:
            wide = QFontMetricsF(font).horizontalAdvance(self.word) + 28
            pill = QRectF(line.center().x() - wide / 2, line.top(), wide, line.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("bad"))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
            painter.setPen(theme.color("surface"))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self.word)

    def _font(self, high: int) -> QFont:
        font = theme.font(max(40, min(theme.COUNTDOWN + 40, int(high / _INK))), bold=True)
        wide = QFontMetricsF(font).horizontalAdvance(self.digits)
        if wide > self.width():
            font.setPixelSize(max(20, int(font.pixelSize() * self.width() / wide)))
        return font

    def _paint_bar(self, painter: QPainter) -> None:
        if self.left is None:
            return
        side = self.width() * 0.12
        whole = QRectF(side, self.height() - _BAR, self.width() - 2 * side, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        for width, token in ((whole.width(), "plain_soft"), (whole.width() * self.left, TONES[self.tone])):
            painter.setBrush(theme.color("accent" if token == "ink" else token))
            painter.drawRoundedRect(QRectF(whole.left(), whole.top(), width, _BAR), _BAR / 2, _BAR / 2)
