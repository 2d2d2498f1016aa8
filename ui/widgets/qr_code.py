"""A QR code on the screen, for a scanner or a phone to read."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme

#: White modules round the code: the standard wants four.
_QUIET = 4


class QrCode(QWidget):
    """Dark on light in either look: many scanners read nothing else. side: pixels."""

    def __init__(self, text: str, side: int, name: str) -> None:
        super().__init__()
        self._text, self._modules = "", list[list[bool]]()
        self._side = side
        self.setFixedSize(QSize(side, side))
        self.hold(text, name)

    @property
    def text(self) -> str:
        """What it holds."""
        return self._text

    def hold(self, text: str, name: str) -> None:
        """Hold another text; none leaves it blank."""
        self.setAccessibleName(name)
        if text == self._text:
            return
        self._text, self._modules = text, _modules(text) if text else []
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.LIGHT.surface))
        # Whole pixels, so that every module is as wide as its neighbour.
        size = self._side // (len(self._modules) + 2 * _QUIET)
        first = (self._side - size * len(self._modules)) / 2
        for row, line in enumerate(self._modules):
            for column, dark in enumerate(line):
                if dark:
                    box = QRectF(int(first) + column * size, int(first) + row * size, size, size)
                    painter.fillRect(box, QColor(theme.LIGHT.ink))
        painter.end()


def _modules(text: str) -> list[list[bool]]:
    """The code's modules, True where dark. What reads codes makes them a hundred times faster than Python does."""
    import zxingcpp

    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    drawn: Any = code.to_image(scale=1, add_quiet_zones=False)
    height, width = drawn.shape[:2]
    pixels = bytes(drawn)
    return [[not pixels[row * width + column] for column in range(width)] for row in range(height)]
