"""What the camera sees, small and as in a mirror; which cameras there are; words where it sees nothing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from hackdesk import laptop
from hackdesk.errors import HackDeskError
from ui import theme
from ui.camera import Camera, Choice, NoCamera, cameras
from ui.text import _, words
from ui.widgets.label import Label


class Preview(QWidget):
    """The last small picture, mirrored: who moves the badge to the right sees it go to the right."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.setFixedSize(size)
        self.setAccessibleName(_("What the camera sees"))
        self._picture: QImage | None = None

    def show_picture(self, picture: QImage | None) -> None:
        """Show another picture, or none."""
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), theme.RADIUS, theme.RADIUS)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), theme.color("plain_soft"))
        if self._picture is not None:
            # As large as it takes to fill the box; what is over stays outside.
            scale = max(self.width() / self._picture.width(), self.height() / self._picture.height())
            painter.translate(self.width() / 2, self.height() / 2)
            painter.scale(-scale, scale)
            middle = QPointF(-self._picture.width() / 2, -self._picture.height() / 2)
            painter.drawImage(middle, self._picture)
        painter.end()


class CameraView(QWidget):
    """read(text): a code came in sight. switched(on): it went on, or off again.

    The owner places `preview` and this widget, which holds the choice and the words. The camera is off while this
    is not seen, and on again when it is, if it was wanted.
    """

    read = Signal(str)
    switched = Signal(bool)

    def __init__(self, preview: QSize) -> None:
        super().__init__()
        self.preview = Preview(preview)
        self.camera = Camera(self)
        self.choice = QComboBox()
        self.choice.setAccessibleName(_("Which camera"))
        self.sentence = Label("", "error", wrap=True)
        self._choices: tuple[Choice, ...] = ()
        self._wanted = False
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        for part in (self.sentence, self.choice):
            lines.addWidget(part)
            part.hide()
        self.camera.reader.read.connect(self.read)
        self.camera.reader.pictured.connect(self.preview.show_picture)
        self.camera.failed.connect(self.refuse)
        self.camera.changed.connect(self._offer)
        self.choice.activated.connect(self._choose)

    @property
    def on(self) -> bool:
        """Whether a camera is running."""
        return self.camera.choice is not None

    def switch(self, on: bool) -> None:
        """Switch it on, or off for good."""
        self._wanted = on
        self.sentence.hide()
        if on:
            self._start(laptop.load().camera)
        else:
            self._stop()

    def refuse(self, error: HackDeskError) -> None:
        """Say why there is no picture."""
        self._wanted = False
        self.sentence.setText(words.error(error))
        self.sentence.show()
        self._stop()

    def _start(self, key: str) -> None:
        try:
            self.camera.start(key)
            self._offer()
        except NoCamera as error:
            self.refuse(error)
            return
        self.switched.emit(True)

    def _stop(self) -> None:
        self.camera.stop()
        self.preview.show_picture(None)
        self.choice.hide()
        self.switched.emit(False)

    def _offer(self) -> None:
        """Show which cameras there are, where there is more than one."""
        self._choices, on = cameras(), self.camera.choice
        self.choice.clear()
        self.choice.addItems([one.name for one in self._choices])
        if on in self._choices:
            self.choice.setCurrentIndex(self._choices.index(on))
        self.choice.setVisible(on is not None and len(self._choices) > 1)

    def _choose(self, number: int) -> None:
        key = self._choices[number].key
        laptop.change(camera=key)
        self._start(key)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted and not self.on:
            self._start(laptop.load().camera)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()
