"""The projector's own window, and which screen it is on while screens come and go."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.projector.hall import HallView
from ui.text import _


class Where(StrEnum):
    """Where the hall's picture is. waiting: it is wanted, and no second screen is there."""

    OFF = "off"
    WAITING = "waiting"
    HALL = "hall"
    HERE = "here"


class ProjectorWindow(QWidget):
    """Full screen, nothing but the view. put_away: Esc or closed. keyed: any other key, as Qt names it."""

    put_away = Signal()
    keyed = Signal(str)

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.view = HallView()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.view)
        self.setWindowTitle(_("HackDesk on the projector"))
        self.setCursor(Qt.CursorShape.BlankCursor)

    def fill(self, screen: QScreen, *, with_keys: bool) -> None:
        """Fill a screen. with_keys: take the keyboard too; in the hall it stays with the laptop's window."""
        self.hide()
        self.setWindowState(Qt.WindowState.WindowNoState)  # a window that is full screen cannot be moved
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not with_keys)
        handle = self.windowHandle()
        if handle is not None:  # the native window does not take over its widget's new flag by itself
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not with_keys)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not with_keys)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()  # showFullScreen() would ask for the keyboard too
        if with_keys:
            self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        elif not event.isAutoRepeat():
            self.keyed.emit(QKeySequence(event.keyCombination()).toString())

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.put_away.emit()


class Projector(QObject):
    """Keeps the window on a screen of its own, never over the laptop's work unless that was asked for.

    laptop: a widget of the laptop's window; its screen is left free. changed: the window is somewhere else.
    """

    changed = Signal()

    def __init__(self, laptop: QWidget) -> None:
        super().__init__(laptop)
        self._laptop = laptop
        self.window = ProjectorWindow()
        self.window.put_away.connect(self.turn_off)
        self.where = Where.OFF
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self.screen_added)
        app.screenRemoved.connect(self.screen_removed)
        for screen in QGuiApplication.screens():
            self._follow(screen)

    @property
    def view(self) -> HallView:
        """The view in the window."""
        return self.window.view

    @property
    def shown(self) -> bool:
        """Whether the hall's picture fills a screen now."""
        return self.where in (Where.HALL, Where.HERE)

    @property
    def screen_name(self) -> str:
        """The name of the screen the window fills; empty where it fills none."""
        return self.window.screen().name() if self.shown else ""

    @property
    def shape(self) -> float:
        """Width by height of the screen the picture is on or would go to; before there is one, 16:9."""
        screen = self.window.screen() if self.shown else self.free_screen()
        return screen.size().width() / screen.size().height() if screen else 16 / 9

    def free_screen(self, gone: QScreen | None = None) -> QScreen | None:
        """A screen that shows nothing of the laptop's; a mirror of the laptop's screen is none."""
        screens = [screen for screen in QGuiApplication.screens() if screen is not gone]
        own = self._laptop.window().screen()
        if own not in screens:
            own = QGuiApplication.primaryScreen()
        return next((s for s in screens if s is not own and not s.geometry().intersects(own.geometry())), None)

    def turn_on(self) -> None:
        """Fill the second screen, now or as soon as there is one."""
        self._settle()

    def turn_off(self) -> None:
        """Take the picture away until it is turned on again."""
        self._set(Where.OFF)

    def show_here(self) -> None:
        """Fill the laptop's own screen, because somebody asked for it; Esc puts it away."""
        self._set(Where.HERE, self._laptop.window().screen())

    def screen_added(self, screen: QScreen) -> None:
        """A screen came: a picture that waited for one goes there."""
        self._follow(screen)
        self._look_again()

    def screen_removed(self, screen: QScreen) -> None:
        """A screen is going. Qt would move the window over the laptop's work; it waits instead."""
        if self.where == Where.HERE and self.window.screen() is screen:
            self._set(Where.OFF)
        elif self.where in (Where.HALL, Where.WAITING):
            self._settle(gone=screen)

    def leave(self) -> None:
        """Close the window for good."""
        self.window.put_away.disconnect(self.turn_off)
        self.window.close()

    def _follow(self, screen: QScreen) -> None:
        # A projector that is switched to mirroring keeps its screen but lies over the laptop's.
        screen.geometryChanged.connect(self._look_again)

    def _look_again(self) -> None:
        if self.where in (Where.HALL, Where.WAITING):
            self._settle()

    def _settle(self, gone: QScreen | None = None) -> None:
        screen = self.free_screen(gone)
        if self.where == Where.HALL and screen is self.window.screen():
            self.window.setGeometry(screen.geometry())
            return
        self._set(Where.HALL if screen else Where.WAITING, screen)

    def _set(self, where: Where, screen: QScreen | None = None) -> None:
        self.where = where
        if screen is not None:
            self.window.fill(screen, with_keys=where == Where.HERE)
        else:
            self.window.hide()
        self.changed.emit()
