"""The widget that shows a frame: full screen in the hall, small on the laptop."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.projector.frames import BlankFrame, Frame
from ui.projector.painting import paint


class HallView(QWidget):
    """Paints one frame, scaled to its height; paints again only when the frame is another one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame = BlankFrame()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def frame(self) -> Frame:
        """What it shows."""
        return self._frame

    def show_frame(self, frame: Frame) -> None:
        """Show another frame; the same one again costs nothing."""
        if frame != self._frame:
            self._frame = frame
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width * 9 // 16

    def sizeHint(self) -> QSize:
        return QSize(288, 162)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint(painter, self.width(), self.height(), self._frame)
        painter.end()
