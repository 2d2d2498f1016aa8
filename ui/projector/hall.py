"""The widget that shows a frame: full screen in the hall, small on the laptop."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.projector import painting
from ui.projector.layout import sheet
from ui.projector.parts import BlankFrame, Frame
from ui.projector.sheet import Sheet


class HallView(QWidget):
    """Paints one frame, scaled to its height; paints again only what differs from the frame before.

    shape: width by height of the screen it stands for; None: it is the screen and fills it.
    """

    def __init__(self, shape: float | None = None) -> None:
        super().__init__()
        self._frame: Frame = BlankFrame()
        self._sheet: Sheet = ()
        self._shape = shape
        if shape is None:
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def frame(self) -> Frame:
        """What it shows."""
        return self._frame

    @property
    def sheet(self) -> Sheet:
        """What it shows, as it is laid out."""
        return self._sheet

    def show_frame(self, frame: Frame) -> None:
        """Show another frame; the same one again costs nothing."""
        if frame == self._frame:
            return
        self._frame = frame
        before, self._sheet = self._sheet, self._laid_out()
        region = painting.changed(before, self._sheet, self._screen())
        if not region.isEmpty():
            self.update(region)

    def set_shape(self, shape: float) -> None:
        """Stand for a screen of another shape."""
        if shape != self._shape:
            self._shape = shape
            self._lay_out_anew()

    def sizeHint(self) -> QSize:
        return QSize(200, 112)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        self._sheet = self._laid_out()
        self.update()

    def _laid_out(self) -> Sheet:
        screen = self._screen()
        return sheet(self._frame, round(screen.width() / max(1.0, screen.height()) * 100, 2))

    def _screen(self) -> QRectF:
        """The screen inside the widget."""
        width, height = float(max(1, self.width())), float(max(1, self.height()))
        if self._shape is not None:
            width = min(width, height * self._shape)
            height = width / self._shape
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.paint_sheet(painter, self._screen(), self._sheet, QRegion(event.region()))
        painter.end()
