"""Puts the parts together by hand: the application, its dress, and the windows."""

from __future__ import annotations

import base64
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication

from hackdesk import laptop
from hackdesk.language import LANGUAGES
from ui import theme
from ui.garbage import Garbage
from ui.mistakes import Mistakes, log_path
from ui.start import StartWindow
from ui.text import speak

if TYPE_CHECKING:
    from ui.opening import Opened
    from ui.window import Window


def run(file: Path | None = None) -> int:
    """Open the start page, or `file`, and stay until the last window is closed. Gives the exit status."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("HackDesk")
    theme.load_fonts()
    # While another thread reads, the one that draws waits for its turn one millisecond, not five: scrolling shows.
    sys.setswitchinterval(0.001)
    mistakes = Mistakes(log_path())
    mistakes.install()
    desks = Desks(mistakes)
    desks.begin(file)
    garbage = Garbage()
    status = app.exec()
    garbage.close()
    mistakes.close()
    return status


class Desks(QObject):
    """The windows of this program: one start page at most, and one window for each opening of an event."""

    def __init__(self, mistakes: Mistakes) -> None:
        super().__init__()
        self._settings = laptop.load()
        self._log = mistakes.log
        self.start: StartWindow | None = None
        self.windows: list[Window] = []
        mistakes.said.connect(self._say_mistake)
        self._dress()

    def begin(self, file: Path | None) -> None:
        """Show the start page; open `file` from there, so that the first window stands at once."""
        self._show_start()
        if file is not None and self.start is not None:
            self.start.open(file.absolute())

    def _show_start(self) -> None:
        if self.start is None:
            sample = laptop.settings_path().parent / "sample.hackdesk"
            self.start = StartWindow(self._settings.recent, laptop.station_name(self._settings), sample)
            self.start.opened.connect(self._show_event)
            self.start.dressed.connect(self._dress_anew)
        self.start.show()
        self.start.raise_()

    def _show_event(self, opened: Opened) -> None:
        # Imported here: the window knows the database, and the start page must not wait for that.
        from ui.window import Window

        window = Window(opened)
        _put(window, self._settings.window)
        window.left.connect(self._forget)
        window.another_event.connect(self._show_start)
        window.second_window.connect(self._open_second)
        window.dressed.connect(self._dress_anew)
        self.windows.append(window)
        if window.handing.left_on:
            window.handing.begin()
        else:
            window.show()
        self._keep(recent=laptop.load().opened(opened.event.path).recent)
        self._close_start()

    def _open_second(self, path: Path) -> None:
        self._show_start()
        if self.start is not None:
            self.start.open(path)

    def _close_start(self) -> None:
        if self.start is not None:
            old, self.start = self.start, None
            _put_away(old)

    def _forget(self) -> None:
        window = self.sender()
        for known in [one for one in self.windows if one is window]:
            self._keep(window=_place_of(known))
            self.windows.remove(known)

    def _keep(self, **values: Any) -> None:
        self._settings = laptop.change(**values)

    def _dress(self) -> None:
        tag = self._settings.language or QLocale.system().name()[:2]
        speak(tag if tag in LANGUAGES else "en")
        theme.use(self._settings.theme)

    def _dress_anew(self, look: str, tag: str) -> None:
        self._keep(theme=look or self._settings.theme, language=tag or self._settings.language)
        self._dress()
        if self.start is not None:
            # The new one first: closing the last window would end the program.
            old, self.start = self.start, None
            self._show_start()
            _put_away(old)
        for window in self.windows:
            # After the menu that asked for it is closed: it goes with the old pages.
            QTimer.singleShot(0, window, window.build_anew)

    def _say_mistake(self) -> None:
        for window in [*self.windows, self.start]:
            if window is not None and window.isVisible():
                window.say_mistake(self._log)
        for window in self.windows:
            window.handing.say_mistake(self._log)


def _put_away(start: StartWindow) -> None:
    start.line.close()
    start.close()


def _place_of(window: Window) -> str:
    """Where the window is, to be kept."""
    return base64.b64encode(window.saveGeometry().data()).decode("ascii")


def _put(window: Window, place: str) -> None:
    """Be where a window was before; a place that makes no sense is passed over."""
    window.restoreGeometry(QByteArray.fromBase64(place.encode("ascii")))
