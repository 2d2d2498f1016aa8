"""The rush at the door through the real window: how long from the last key to the answer being painted.

240 are registered, 120 of them and 30 walk-ins arrive in a seeded order: most are scanned, some looked up by name
with slips, some scanned twice; codes nobody has turn up, and walk-ins' forms are filled in while the queue goes on.

Run: python tests/bench/rush.py [--pace 20] [--seed 1] [--people 240 --arrive 120 --walk-ins 30]
--pace: they arrive as in 40 minutes, so many times as fast; without it one follows the other.
"""

from __future__ import annotations

import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QKeyEvent  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from ui.window import Window  # noqa: E402

#: The hall fills in so many seconds.
SPAN = 40 * 60
#: Seconds until a desk that does not answer is given up.
PATIENCE = 10.0
CTRL = Qt.KeyboardModifier.ControlModifier
_BEAT = 4


@dataclass
class Rush:
    """What happened. took: milliseconds by kind; stuck: the longest the GUI thread answered nobody, in ms.

    came: who was said to be in, in that order. wrong: what the file says otherwise than the screen did.
    """

    took: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    stuck: float = 0.0
    came: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    late: float = 0.0


class _Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class _Heart(QObject):
    """Beats every few milliseconds and remembers the longest it could not."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=_BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000 - _BEAT)
        self._last = now


class Hands:
    """Somebody at the desk: keys that go where the keyboard is, and eyes that see what is painted."""

    def __init__(self, window: Window, rush: Rush) -> None:
        self.window, self.rush = window, rush
        self.door = window.page.door
        self._answer, self._list = _Paints(self.door.answer), _Paints(self.door.results.table.viewport())

    def key(self, text: str, key: int = 0) -> None:
        """One key, pressed and let go."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            where = QApplication.focusWidget() or self.window
            QApplication.sendEvent(where, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def write(self, text: str) -> None:
        """Letter by letter, the event loop running between."""
        for letter in text:
            self.key(letter)
            turn()

    def shortcut(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
        """A key with Ctrl."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def into_the_field(self) -> None:
        """Escape leaves a form; the field is empty."""
        if not self.door.field.line.hasFocus():
            self.key("", Qt.Key.Key_Escape)
        assert self.door.field.line.hasFocus(), "the keyboard is not in the field"

    def look_for(self, letter: str) -> None:
        """A letter into the field, until the list is painted."""
        before, began = self._list.count, time.perf_counter()
        self.key(letter)
        self.until(lambda: self._list.count > before or self.door.results.table.isHidden(), "the list")
        self.rush.took["letter"].append((time.perf_counter() - began) * 1000)

    def enter(self, kind: str, name: str, word: str) -> None:
        """Enter, until the answer about this one is painted; of several the first Enter only chooses."""
        if kind == "name" and not self.door.front.sure:
            self.key("\r", Qt.Key.Key_Return)
        self.measure(kind, name, word, lambda: self.key("\r", Qt.Key.Key_Return))

    def measure(self, kind: str, name: str, word: str, press: Callable[[], None]) -> None:
        """The last key, until the answer about this one is painted."""
        answer, before = self.door.answer, self._answer.count
        began = time.perf_counter()
        press()
        self.until(lambda: self._answer.count > before and (name, True) == (said(answer)[0], said(answer)[1].startswith(word)), f"{word} {name}")  # noqa: E501
        self.rush.took[kind].append((time.perf_counter() - began) * 1000)

    def until(self, seen: Callable[[], bool], what: str) -> None:
        """Turn the event loop until something is seen."""
        end = time.perf_counter() + PATIENCE
        while not seen():
            turn()
            if time.perf_counter() > end:
                raise TimeoutError(f"never seen: {what}; the answer is {said(self.door.answer)}")


def said(answer: QWidget) -> tuple[str, str]:
    """(who, what came of it) as the answer shows it; empty while it is not there."""
    return ("", "") if answer.isHidden() else (answer.name.text(), answer.word.text())  # type: ignore[attr-defined]


def turn() -> None:
    """Let the event loop do what is due."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
