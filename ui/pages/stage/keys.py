"""The keys that steer the timer: on the laptop, on a clicker, and while the projector has the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from hackdesk.language import N_
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from ui.pages.stage.page import StagePage

#: For the help.
KEYS = (
    ("Space, F5", N_("Start or pause the timer; Esc pauses")),
    ("→", N_("Next: questions, changeover, the next team")),
    ("←", N_("Back to the team before")),
    ("Page Down, Page Up", N_("On and back, on a presenter's clicker too: the turn, the results, the steps")),
    ("↑, ↓", N_("30 seconds more or less; with Shift a minute")),
    ("1 … 9, 0", N_("Set a countdown of so many minutes, 0 for ten, while nothing runs")),
    ("R", N_("Back to the full time")),
    ("B, .", N_("Blank the projector, and show again what was there")),
)
#: Two presses within so many milliseconds are one that bounced.
BOUNCE = 250
STEP, LONG_STEP = 30, 60
CLICKER = ("PgUp", "PgDown", "F5")
_TEXTS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)
_UP_DOWN, _ACROSS = {"Up", "Down", "Shift+Up", "Shift+Down"}, {"Left", "Right"}


class Bounce:
    """Lets the same press through once in a while only."""

    def __init__(self) -> None:
        self._since: dict[str, QElapsedTimer] = {}

    def again(self, what: str, within: int) -> bool:
        """Whether this comes too soon after the last one that was let through."""
        since = self._since.setdefault(what, QElapsedTimer())
        if since.isValid() and since.elapsed() < within:
            return True
        since.start()
        return False

    def forget(self) -> None:
        """Let the next one through."""
        self._since.clear()


class StageKeys(QObject):
    """Shortcuts of `part` of the page, and `press` for keys that another window was given."""

    def __init__(self, page: StagePage, part: QWidget) -> None:
        super().__init__(part)
        self._page, self._part = page, part
        self._wishes: dict[str, Callable[[], None]] = {
            "F5": page.start_or_pause, "Esc": page.pause, "R": page.steering.restart,
            "Right": page.next_phase, "PgDown": page.click_on,
            "Left": page.previous_team, "PgUp": page.click_back,
            "Up": page.give_time, "Down": page.take_time,
            "Shift+Up": page.give_minute, "Shift+Down": page.take_minute,
            "B": page.blank, ".": page.blank,
            **{str(digit): _minutes(page, digit) for digit in range(10)},
        }  # fmt: skip
        for key, wish in self._wishes.items():
            # A clicker steers from every part of the page; the other keys are letters and arrows elsewhere.
            shortcut = QShortcut(QKeySequence(key), page if key in CLICKER else part)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(wish)

    def press(self, key: str) -> None:
        """A key was pressed elsewhere, as Qt names it: "Space", "PgDown"."""
        hall = self._page.hall
        others = {
            "Space": self._page.start_or_pause, "N": hall.show_next, "Ctrl+Return": hall.show_next,
            "Alt+Left": hall.show_before,
        }  # fmt: skip
        wish = others.get(key) or self._wishes.get(key)
        if wish is not None:
            wish()

    def belongs_to_focus(self, event: QKeyEvent) -> bool:
        """Whether whatever has the focus needs this key for itself: arrows in a list, anything where one types."""
        key, focus = QKeySequence(event.keyCombination()).toString(), QApplication.focusWidget()
        if key not in self._wishes or focus is None or key in CLICKER:
            return False
        if isinstance(focus, _TEXTS):
            return True
        if isinstance(focus, QAbstractItemView):
            return key in _UP_DOWN
        return key in _ACROSS and isinstance(focus.parentWidget(), Segments)


def _minutes(page: StagePage, digit: int) -> Callable[[], None]:
    return lambda: page.set_minutes(digit or 10)
