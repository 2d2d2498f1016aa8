"""What the answer stands on: a soft ground in its tone, and a band with a sign, told even in black and white."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame

from ui import theme
from ui.icons import pixmap

#: Width of the band with the sign, where there is room and where there is not; the sign's size is its share.
_BAND, _NARROW_BAND, _NARROW = 120, 72, 620
_SIGN = 0.66
_TOP = 22


class Ground(QFrame):
    """tone: accent, info, warn, bad. sign: one of resources/icons."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "answer")
        self._tone, self._sign = "accent", "check"

    def dress(self, tone: str, sign: str) -> None:
        """Another tone with its sign; what stands on it is polished by whoever put it there."""
        self._tone, self._sign = tone, sign
        self.setProperty("tone", tone)
        self.update()

    @property
    def band(self) -> int:
        """How wide the band is."""
        return _BAND if self.width() >= _NARROW else _NARROW_BAND

    def paintEvent(self, event: QPaintEvent) -> None:
        strong, soft = theme.TONES[self._tone]
        box = QRectF(self.rect())
        whole = QPainterPath()
        whole.addRoundedRect(box, theme.RADIUS, theme.RADIUS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(whole)
        painter.fillRect(box, theme.color(soft))
        painter.fillRect(QRectF(0, 0, self.band, box.height()), theme.color(strong))
        size = round(self.band * _SIGN)
        painter.drawPixmap((self.band - size) // 2, _TOP, pixmap(self._sign, "surface", size))
        painter.end()
