"""The way from the desk to the juror's screen and back: what is hidden meanwhile, and what a restart finds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from hackdesk import laptop
from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from ui.desk import Desk
from ui.watch import Watch

if TYPE_CHECKING:
    from ui.kiosk.kiosk import Kiosk

_PASSING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


class HandOver(QObject):
    """`begin` hides every window of this program but the hall's picture; the facilitator's PIN shows them again.

    refused(error): nothing was handed over, and why.
    """

    refused = Signal(object)

    def __init__(self, desk: Desk, watch: Watch, path: Path, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._watch, self._path = desk, watch, path
        self._hidden: list[QWidget] = []
        self.kiosk: Kiosk | None = None

    @property
    def _window(self) -> QWidget:
        window = self.parent()  # not held here: it would never be let go
        assert isinstance(window, QWidget)
        return window

    @property
    def left_on(self) -> bool:
        """Whether the laptop was with the jurors when the program ended, by whatever way."""
        return laptop.load().has_kiosk(self._path)

    def begin(self) -> None:
        """Give the laptop to the jurors."""
        # Imported here: a window that never hands over does not wait for it.
        from ui.kiosk.kiosk import Kiosk

        if self.kiosk is not None:
            return
        try:
            self._remember(on=True)
        except HackDeskError as error:
            self.refused.emit(error)
            return
        self.kiosk = Kiosk(self._desk, self._path)
        self._watch.changed.connect(self.kiosk.hear)
        self.kiosk.left.connect(self._end)
        self.kiosk.fill(self._window.screen())
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._hide_others)
        self._hidden = [self._window]
        self._hide_others()

    def say_mistake(self, log: Path) -> None:
        """Say it where the jurors are."""
        if self.kiosk is not None:
            self.kiosk.say_mistake(log)

    def _hide_others(self, _focused: QObject | None = None) -> None:
        """Also a window that comes up later, such as one that was still being opened."""
        found = [
            one for one in QApplication.topLevelWidgets()
            if one is not self.kiosk and one.isVisible() and one.windowType() not in _PASSING
            # The hall's picture: it takes no keys.
            and not one.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
        ]  # fmt: skip
        for one in found:
            one.hide()
            if one not in self._hidden:
                self._hidden.append(one)
        if found and self.kiosk is not None:
            self.kiosk.activateWindow()

    def _end(self) -> None:
        kiosk, self.kiosk = self.kiosk, None
        if kiosk is None:
            return
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.disconnect(self._hide_others)
        hidden, self._hidden = self._hidden, []
        for one in hidden:
            if isValid(one):
                one.show()
        self._window.activateWindow()
        kiosk.close()
        kiosk.deleteLater()
        try:
            self._remember(on=False)
        except HackDeskError as error:
            self.refused.emit(error)

    def _remember(self, *, on: bool) -> None:
        known = laptop.load()
        if known.has_kiosk(self._path) == on:
            return
        try:
            laptop.change(kiosks=known.with_kiosk(self._path, on=on).kiosks)
        except OSError as error:
            raise HackDeskError(
                N_("This laptop's settings cannot be written ({reason})."),
                reason=error.strerror or str(error),
                remedy=N_("It would not know after a restart who has it. Make room on the disk, then try again."),
            ) from error  # fmt: skip
