"""The camera: frames made here go the way a camera's frames go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import an_empty_event
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hackdesk.event.store import Event
from hackdesk.people import actions, queries
from hackdesk.people.rules import Draft
from ui.camera import Reader, Sight
from ui.desk import Desk
from ui.pages.check_in.page import CheckInPage
from ui.pages.prepare.camera_card import CameraCard
from ui.widgets.camera_view import Preview

try:
    from PySide6.QtMultimedia import QMediaDevices, QVideoFrame
except ImportError:  # a machine without libpulse0: what is said there is tested below
    pytest.skip("Qt's multimedia part needs libpulse0", allow_module_level=True)


def picture(text: str, *, kind: str = "QRCode", turned: float = 0, module: int = 6, blurred: float = 1) -> QImage:
    """A frame of 1280×720 with a code in its left half, as somebody holds it. module: pixels of one module."""
    import zxingcpp

    made = zxingcpp.create_barcode(text, zxingcpp.barcode_format_from_str(kind)).to_image(scale=module)
    height, width = made.shape[:2]
    code = QImage(bytes(made), width, height, width, QImage.Format.Format_Grayscale8).copy()
    frame = QImage(1280, 720, QImage.Format.Format_RGB32)
    frame.fill(QColor("slategrey"))
    painter = QPainter(frame)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(QTransform().translate(380, 360).rotate(turned))
    quiet, box = 4 * module, QRect(-width // 2, -height // 2, width, height)
    painter.fillRect(box.adjusted(-quiet, -quiet, quiet, quiet), QColor("white"))
    painter.drawImage(box, code)
    painter.end()
    small = frame.scaled(frame.size() / blurred, mode=Qt.TransformationMode.SmoothTransformation)
    return small.scaled(frame.size(), mode=Qt.TransformationMode.SmoothTransformation)


@pytest.fixture
def reader(qtbot: QtBot) -> Iterator[Reader]:
    made = Reader()
    made.begin()
    yield made
    made.end()
    made.deleteLater()


def show(reader: Reader, image: QImage) -> None:
    """As the camera does it."""
    assert reader.sink is not None
    reader.sink.setVideoFrame(QVideoFrame(image))


@pytest.mark.parametrize(
    "image",
    [
        picture("K7M2QXR"),
        picture("K7M2QXR", turned=33),
        picture("K7M2QXR", turned=180, blurred=2.5),
        picture("K7M2QXR", module=3, turned=10),
        picture("K7M2QXR", kind="DataMatrix", turned=20),
        picture("K7M2QXR", kind="Aztec"),
        picture("K7M2QXR", kind="PDF417", module=3),
        picture("K7M2QXR", kind="Code128", module=3),
    ],
    ids=["straight", "turned", "upside-down-blurred", "small", "data-matrix", "aztec", "pdf417", "code128"],
)
def test_a_code_in_a_frame_is_read(image: QImage, reader: Reader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reader.read) as read:
        show(reader, image)
    assert read.args == ["K7M2QXR"]


@pytest.mark.parametrize(
    "kind",
    ["Format_RGBA8888_Premultiplied", "Format_RGBX8888", "Format_ARGB32_Premultiplied", "Format_Grayscale8"],
)
def test_a_frame_is_read_in_whatever_format_it_comes(kind: str, reader: Reader, qtbot: QtBot) -> None:
    # As graphics cards and cameras hand them over; offscreen turns most into one, a real screen does not.
    with qtbot.waitSignal(reader.read) as read:
        show(reader, picture("K7M2QXR").convertToFormat(getattr(QImage.Format, kind)))
    assert read.args == ["K7M2QXR"]


def test_what_stays_in_front_of_the_camera_is_taken_once(reader: Reader, qtbot: QtBot) -> None:
    read: list[str] = []
    pictures: list[QImage] = []
    reader.read.connect(read.append)
    reader.pictured.connect(pictures.append)
    for text in ("FIRST", "FIRST", "FIRST", "SECOND"):
        count = len(pictures)
        show(reader, picture(text))
        qtbot.waitUntil(lambda count=count: len(pictures) > count)
    assert read == ["FIRST", "SECOND"]


def test_of_many_frames_the_newest_wins(reader: Reader, qtbot: QtBot) -> None:
    read: list[str] = []
    reader.read.connect(read.append)
    for text in ("FIRST", "SECOND", "THIRD", "FOURTH"):
        show(reader, picture(text))
    qtbot.waitUntil(lambda: "FOURTH" in read)
    assert read == ["FIRST", "FOURTH"]


def test_nothing_is_read_once_it_is_off(reader: Reader, qtbot: QtBot) -> None:
    read: list[str] = []
    reader.read.connect(read.append)
    show(reader, picture("LATE"))
    reader.end()
    qtbot.wait(120)
    assert read == [] and reader.sink is None


def test_a_code_counts_again_when_it_was_away_or_another_came() -> None:
    sight = Sight()
    assert sight.new(["A"], 0.0) == ("A",)
    assert sight.new(["A"], 1.0) == sight.new([], 1.5) == sight.new(["A"], 2.9) == ()  # a blink is no absence
    assert sight.new(["A"], 5.0) == ("A",)
    assert sight.new(["B"], 5.1) == ("B",) and sight.new(["A"], 5.2) == ()  # both are held there
    assert sight.new(["B"], 5.3) == sight.new(["A", "B"], 5.4) == ()
    assert sight.new(["A"], 6.0) == ("A",) and sight.new(["A", "C", "C"], 6.1) == ("C",)


def test_the_preview_is_a_mirror_and_what_is_read_is_not(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    preview = Preview(QSize(160, 90))
    preview.setParent(holder)
    seen = QImage(320, 180, QImage.Format.Format_RGB32)
    seen.fill(QColor("black"))
    painter = QPainter(seen)
    painter.fillRect(0, 0, 100, 180, QColor("white"))  # at the camera's left
    painter.end()
    preview.show_picture(seen)
    shown = preview.grab().toImage()
    assert shown.pixelColor(145, 45).lightness() > 200 and shown.pixelColor(15, 45).lightness() < 50


@pytest.mark.skipif(bool(QMediaDevices.videoInputs()), reason="there is a camera here")
def test_without_a_camera_there_are_words(page: CheckInPage, qtbot: QtBot) -> None:
    page.door.strip.button.click()
    assert "There is no camera" in page.door.strip.view.sentence.text()
    assert page.door.strip.view.sentence.isVisible() and not page.door.strip.view.on
    assert page.door.strip.button.text() == "Use the camera" and page.door.field.line.hasFocus()


@pytest.fixture
def event(tmp_path: Path) -> Iterator[Event]:
    made = an_empty_event(tmp_path)
    actions.add_person(made, Draft("Õnne-Ly", "Kuusk"))
    yield made
    made.close()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[CheckInPage]:
    made = CheckInPage(desk)
    made.resize(1178, 680)
    made.show()
    qtbot.waitUntil(lambda: made.desk.waiting == 0)
    made.activateWindow()
    made.take_focus()
    yield made
    qtbot.waitUntil(lambda: made.desk.waiting == 0)
    made.hide()
    made.deleteLater()


def test_a_badge_before_the_camera_checks_its_owner_in(page: CheckInPage, event: Event, qtbot: QtBot) -> None:
    person = queries.people(event)[0]
    reader = page.door.strip.view.camera.reader
    reader.begin()
    page.door.field.line.insert("somebody else")  # what is half typed does not change whose badge it is
    show(reader, picture(person.code, turned=12))
    qtbot.waitUntil(lambda: bool(queries.people(event)[0].presences))
    qtbot.waitUntil(lambda: page.desk.waiting == 0)
    assert page.door.answer.name.text() == "Õnne-Ly Kuusk"


def test_the_camera_goes_off_when_nobody_sees_the_page(page: CheckInPage, qtbot: QtBot) -> None:
    reader = page.door.strip.view.camera.reader
    for leave in (page.hide, page.showMinimized):
        page.showNormal()
        qtbot.waitUntil(page.door.strip.isVisible)
        reader.begin()
        leave()
        qtbot.waitUntil(lambda: reader.sink is None)


def test_the_set_up_page_says_what_the_camera_read(qtbot: QtBot) -> None:
    card = CameraCard()
    qtbot.addWidget(card)
    card.show()
    reader = card.view.camera.reader
    reader.begin()
    show(reader, picture("AZY7M2S"))
    qtbot.waitUntil(lambda: "it read the test code" in card.said.text())
    show(reader, picture("https://example.org"))
    qtbot.waitUntil(lambda: "which is no badge" in card.said.text())
    card.hide()
