"""A camera that reads codes: frames come in, one at a time is decoded on a thread of its own, texts come out.

Qt's multimedia part is imported when a camera is first wanted: it stands on libpulse0, which a machine may lack,
and no start-up waits for it. No frame is kept: the newest waits while one is decoded, older ones are dropped, and
what is shown is a small picture of the last.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from ui.desk import Line

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCamera, QCameraDevice, QMediaDevices, QVideoFrame, QVideoSink

#: Seconds a code has to be out of sight before it counts again; less where another one came in between.
OUT_OF_SIGHT, OUT_OF_SIGHT_BETWEEN = 2.0, 0.5
#: Milliseconds between two frames that are looked at: twelve a second are enough, and leave the laptop its breath.
_REST = 50
#: Milliseconds a camera has to send its first picture.
_PATIENCE = 6_000
#: What is asked of the camera: a code of 25 mm at arm's length is read well, and decoding stays below 30 ms.
_WISHED = 1280 * 720
_PICTURE_WIDTH = 320
#: What Debian calls the packages of libraries that Qt's multimedia part needs.
_PACKAGES = {"libpulse.so.0": "libpulse0"}


class NoCamera(HackDeskError):
    """The camera cannot be used; the sentence says why."""


@dataclass(frozen=True)
class Choice:
    """A camera of this laptop. key: how Qt names it, the same at the next start."""

    key: str
    name: str


def cameras() -> tuple[Choice, ...]:
    """The cameras there are, the system's own choice first. Raises NoCamera where Qt's part for them is broken."""
    return tuple(Choice(_key(one), one.description()) for one in _devices())


def _key(device: QCameraDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")


def _devices() -> list[QCameraDevice]:
    devices = _multimedia().QMediaDevices
    first = devices.defaultVideoInput()
    return sorted(devices.videoInputs(), key=lambda one: one.id() != first.id())


def _multimedia() -> Any:
    try:
        from PySide6 import QtMultimedia
    except ImportError as error:
        library = str(error).split(":")[0].strip() or "QtMultimedia"
        raise NoCamera(
            N_("The camera cannot be used on this machine: the system library {library} is missing."),
            library=_PACKAGES.get(library, library), remedy=N_("Install it and start HackDesk again."),
        ) from error  # fmt: skip
    return QtMultimedia


class Sight:
    """Which codes are new in front of the camera: what stays there counts once."""

    def __init__(self) -> None:
        self._seen: dict[str, float] = {}
        self._last = ""

    def new(self, texts: Iterable[str], now: float) -> tuple[str, ...]:
        """Those of one frame that count. now: seconds that never go back."""
        held = tuple(dict.fromkeys(texts))
        fresh = tuple(text for text in held if self._is_new(text, now))
        self._seen.update((text, now) for text in held)
        if fresh:
            self._last = fresh[-1]
        return fresh

    def _is_new(self, text: str, now: float) -> bool:
        if text not in self._seen:
            return True
        gone = now - self._seen[text]
        return gone >= (OUT_OF_SIGHT if text == self._last else OUT_OF_SIGHT_BETWEEN)


class Reader(QObject):
    """Reads what frames hold. read(text): a code came in sight. pictured(QImage): what the camera sees, small.

    Frames come through `sink`, as from a camera; nothing is decoded before `begin` and after `end`.
    """

    read = Signal(str)
    pictured = Signal(QImage)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line: Line | None = None
        self._newest: QVideoFrame | None = None
        self._sight = Sight()
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._look)
        self._busy = False
        self.sink: QVideoSink | None = None

    def begin(self) -> QVideoSink:
        """Be ready for frames; gives where they go. Raises NoCamera."""
        multimedia = _multimedia()
        self.end()
        self._line, self._sight, self._busy = Line(self), Sight(), False
        sink: QVideoSink = multimedia.QVideoSink(self)
        self.sink = sink
        # Queued: a camera sends its frames from a thread of its own.
        sink.videoFrameChanged.connect(self._take, Qt.ConnectionType.QueuedConnection)
        return sink

    def end(self) -> None:
        """Look at nothing any more and let the last frame go."""
        self._newest = None
        self._rest.stop()
        if self._line is not None:
            self._line.close()
            self._line.deleteLater()
            self._line = None
        if self.sink is not None:
            self.sink.deleteLater()
            self.sink = None

    def _take(self, frame: QVideoFrame) -> None:
        if self._line is not None and frame.isValid():
            self._newest = frame
            if not self._busy:
                self._look()

    def _look(self) -> None:
        frame, self._newest, self._busy = self._newest, None, False
        if self._line is None or frame is None:
            return
        # On this thread: Qt may ask the graphics card for it, which only the GUI thread may do everywhere.
        image = frame.toImage()
        if not image.isNull():
            self._busy = True
            self._line.do(partial(_decoded, image), self._tell, receiver=self)

    def _tell(self, answer: tuple[tuple[str, ...], QImage]) -> None:
        if self._line is None:
            return
        texts, picture = answer
        self._rest.start()
        self.pictured.emit(picture)
        for text in self._sight.new(texts, time.monotonic()):
            self.read.emit(text)


def _decoded(image: QImage) -> tuple[tuple[str, ...], QImage]:
    """What a picture holds, and the picture small."""
    import zxingcpp

    kinds = zxingcpp.BarcodeFormat
    wanted: Any = (kinds.QRCode, kinds.DataMatrix, kinds.Aztec, kinds.PDF417, kinds.Code128)
    # A frame that went through the graphics card comes in a format that zxing-cpp 3.1.1 cannot take from PySide6.
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    texts = tuple(one.text.strip() for one in zxingcpp.read_barcodes(grey, wanted) if one.text.strip())
    return texts, image.scaledToWidth(_PICTURE_WIDTH, Qt.TransformationMode.SmoothTransformation)


class Camera(QObject):
    """One camera, on or off. failed(HackDeskError): why it is off again. changed(): cameras came or went."""

    failed = Signal(object)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reader = Reader(self)
        self.reader.pictured.connect(self._note_picture)
        self._devices: QMediaDevices | None = None
        self._camera: QCamera | None = None
        self._session: QObject | None = None
        self._choice: Choice | None = None
        self._silent = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._silent.timeout.connect(self._say_silent)

    @property
    def choice(self) -> Choice | None:
        """The camera that is on."""
        return self._choice

    def start(self, key: str = "") -> None:
        """Switch on the camera of this key, or the system's own choice. Raises NoCamera."""
        self.stop()
        multimedia = _multimedia()
        if self._devices is None:
            self._devices = multimedia.QMediaDevices(self)
            self._devices.videoInputsChanged.connect(self._look_again)
        devices = _devices()
        if not devices:
            raise NoCamera(
                N_("There is no camera, or it is switched off."),
                remedy=N_("Plug one in or switch it on, then try again."),
            )
        device = next((one for one in devices if _key(one) == key), devices[0])
        self._choice = Choice(_key(device), device.description())
        self._camera = camera = multimedia.QCamera(device, self)
        camera.errorOccurred.connect(self._say_error)
        formats = [one for one in device.videoFormats() if one.maxFrameRate() >= 10]
        if formats:
            camera.setCameraFormat(min(formats, key=_unlike_the_wish))
        session = multimedia.QMediaCaptureSession(self)
        session.setCamera(camera)
        session.setVideoSink(self.reader.begin())
        self._session = session
        self._silent.start()
        camera.start()

    def stop(self) -> None:
        """Switch it off; its light goes out."""
        self._silent.stop()
        if self._camera is not None:
            self._camera.errorOccurred.disconnect(self._say_error)
            self._camera.stop()
            self._camera.deleteLater()
        if self._session is not None:
            self._session.deleteLater()
        self._camera = self._session = self._choice = None
        self.reader.end()

    def _note_picture(self) -> None:
        self._silent.stop()

    def _look_again(self) -> None:
        on = self._choice
        if on is not None and on.key not in {one.key for one in cameras()}:
            self._fail(NoCamera(N_("The camera {name} was unplugged."), name=on.name,
                                remedy=N_("Plug it in, then switch it on again.")))  # fmt: skip
        self.changed.emit()

    def _say_error(self, _error: object, text: str) -> None:
        name = self._choice.name if self._choice else ""
        self._fail(NoCamera(N_("The camera {name} does not start: {reason}."), name=name, reason=text.strip(" ."),
                            remedy=N_("Close other programs that use it, then switch it on again.")))  # fmt: skip

    def _say_silent(self) -> None:
        name = self._choice.name if self._choice else ""
        self._fail(NoCamera(N_("The camera {name} sends no picture: another program may be using it."), name=name,
                            remedy=N_("Close other programs that use it, then switch it on again.")))  # fmt: skip

    def _fail(self, error: NoCamera) -> None:
        self.stop()
        self.failed.emit(error)


def _unlike_the_wish(one: Any) -> tuple[int, float]:
    size = one.resolution()
    return abs(size.width() * size.height() - _WISHED), -one.maxFrameRate()
