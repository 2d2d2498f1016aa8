"""What a bundle tries before it is handed out: the sample event, its papers, the window, the phones' pages."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path


def self_test() -> int:
    """Play the sample event, print its certificates, open the window on it, serve it. 0 where all of it works."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "sample.hackdesk"
        pages = _certificates(file, Path(folder))
        print(f"certificates: {pages} pages")
        seen = _window(file)
        print(f"window: {seen}")
        camera, sentence = _camera()
        print(f"camera: {camera} {sentence}")
        served = _phones(file)
        print(f"phones: {served}")
    return 0 if pages and seen and camera and served else 1


def _certificates(file: Path, folder: Path) -> int:
    from hackdesk.documents.kinds import print_kind
    from hackdesk.event.store import Event
    from hackdesk.rehearsal import sample_event

    sample_event(file)
    event = Event.open(file)
    try:
        return print_kind(event, "certificates", folder / "certificates.pdf").pages
    finally:
        event.close()


def _window(file: Path) -> bool:
    """Whether every page of the window comes up, and a document is drawn in a process of its own."""
    from PySide6.QtWidgets import QApplication

    from ui import theme
    from ui.opening import open_event
    from ui.pages import PAGES
    from ui.pages.documents.page import DocumentsPage
    from ui.window import Window

    QApplication.instance() or QApplication([])
    theme.load_fonts()
    theme.use("light")
    window = Window(open_event(file, "self-test"))
    window.show()
    for name in PAGES:
        window.go(name)
        _run_loop(lambda: False, 0.7)
        if window.page.grab().isNull():
            return False
    window.go("documents")  # what is drawn there comes from a process of its own
    page = window.page
    drawn = isinstance(page, DocumentsPage) and _run_loop(lambda: page.preview.page > 0, 30)
    # Closing makes a copy first and ends the threads: whoever leaves earlier leaves them in the middle of a page.
    gone: list[bool] = []
    window.left.connect(partial(gone.append, True))
    window.close()
    return _run_loop(lambda: bool(gone), 30) and drawn


def _camera() -> tuple[bool, str]:
    """Whether what reads a camera's frames is there. A machine that lacks a library for it says so and goes on."""
    from hackdesk.language import language
    from ui.camera import NoCamera, cameras

    try:
        found = len(cameras())
    except NoCamera as error:
        return True, language("en").error(error)
    from PySide6.QtMultimedia import QMediaFormat

    decoders = QMediaFormat().supportedVideoCodecs(QMediaFormat.ConversionMode.Decode)
    return bool(decoders), f"({found} found, {len(decoders)} kinds of video)"


def _phones(file: Path) -> bool:
    """Whether a juror's link leads to the page that asks for the PIN."""
    from urllib.request import urlopen

    from hackdesk.event.store import Event
    from hackdesk.jury.actions import make_links
    from hackdesk.phones.server import Phones

    event = Event.open(file)
    phones = Phones(event, "127.0.0.1", 0)
    try:
        phones.start()
        link = phones.link(next(iter(make_links(event).values())))
        with urlopen(link, timeout=10) as page:
            return page.status == 200 and b'name="pin"' in page.read()
    finally:
        phones.stop()
        event.close()


def _run_loop(reached: Callable[[], bool], seconds: float) -> bool:
    """Let the window live until something is reached, or for so long. Gives whether it was."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, end = QEventLoop(), time.monotonic() + seconds
    while not reached() and time.monotonic() < end:
        QTimer.singleShot(50, loop.quit)
        loop.exec()
    return reached()
