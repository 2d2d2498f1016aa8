"""The widget that shows a frame: full screen in the hall, small on the laptop."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.projector.frames import BlankFrame, Frame
from ui.projector.painting import paint


class HallView(QWidget):
    """Paints one frame, scaled to its height; paints again only when the frame is another one.

    shape: width by height of the screen it stands for; None: it is the screen and fills it.
    """

    def __init__(self, shape: float | None = None) -> None:
        super().__init__()
        self._frame: Frame = BlankFrame()
        self._shape = shape
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def frame(self) -> Frame:
        """What it shows."""
        return self._frame

    def show_frame(self, frame: Frame) -> None:
        """Show another frame; the same one again costs nothing."""
        if frame != self._frame:
            self._frame = frame
            self.update()

    def set_shape(self, shape: float) -> None:
        """Stand for a screen of another shape."""
        self._shape = shape
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 112)

    def paintEvent(self, event: QPaintEvent) -> None:
        width, height = float(self.width()), float(self.height())
        if self._shape is not None:
            width = min(width, height * self._shape)
            height = width / self._shape
        painter = QPainter(self)
        painter.translate((self.width() - width) / 2, (self.height() - height) / 2)
        paint(painter, width, height, self._frame)
        painter.end()
