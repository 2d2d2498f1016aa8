"""A field for a scanner or for fingers. A scanner sends keys, not characters."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from hackdesk.people.scans import ENTER, PAUSE, RUN, TAB, Scan, Stroke, run_of
from ui.widgets.label import Label
from ui.widgets.us_keys import KEYPAD, position_of, us_sign

__all__ = ["Scan", "ScanField"]

#: Milliseconds of quiet that end a scan which sends nothing at its end: shorter where a badge code stands already.
_QUIET, _LONG_QUIET = 150, 500
#: Scanners end with one or two of Enter, line feed and Tab: what comes so soon after the end belongs to it.
_AFTER_THE_END = 300
_SILENT = frozenset({
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
})  # fmt: skip


class ScanField(QFrame):
    """A large field under a line that says what to do with it.

    typed(text): at each key. entered(Scan): Enter, or Tab or a pause behind what a scanner sent. moved(±1): arrow
    down or up. struck(Stroke): a key that writes. Escape empties it. system: as sys.platform, for what the keys'
    numbers mean.
    """

    typed = Signal(str)
    struck = Signal(object)
    entered = Signal(object)
    moved = Signal(int)

    def __init__(self, prompt: str, parent: QWidget | None = None, *, system: str = sys.platform) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self._system = system
        self._strokes: list[Stroke] = []
        self._down: set[int] = set()
        self._ended_at = 0
        self._quiet = QTimer(self, singleShot=True)
        self._quiet.timeout.connect(self._end_by_pause)
        self.line = QLineEdit()
        self.line.setAccessibleName(prompt)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self.typed)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(18, 12, 18, 8)
        lines.setSpacing(2)
        lines.addWidget(Label(prompt, "second", wrap=True))
        lines.addWidget(self.line)
        self.setFocusProxy(self.line)

    @property
    def text(self) -> str:
        """What is in the field."""
        return self.line.text()

    def clear(self) -> None:
        """Empty it for whoever comes next."""
        self._strokes.clear()
        # Not clear(), which Ctrl+Z would take back: that key belongs to what was done with the text.
        self.line.setText("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self._show_focus(event.type() == QEvent.Type.FocusIn)
            self._down.clear()
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_of_scan(event):
                event.accept()  # a scanner's Ctrl+M is no shortcut of this window
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._down.add(event.nativeScanCode())
                if self._take_key(event):
                    return True
            elif event.type() == QEvent.Type.KeyRelease:
                self._take_release(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Look at a key before the line does; gives whether it is done with."""
        ending = _ending(event)
        if ending:
            return self._take_end(event, ending)
        if event.key() in _SILENT:
            return False
        if event.key() == Qt.Key.Key_Escape and self.text:
            self.clear()
            return True
        position = position_of(event, self._system)
        if position in KEYPAD and not event.text():
            # NumLock is off, and the scanner sends its digits by the keypad.
            self._remember(event)
            self.line.insert(KEYPAD[position])
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        self._remember(event)
        return False

    def _take_release(self, event: QKeyEvent) -> None:
        """A key that was pressed and not told: a dead key took it and put both together (= and W give Ẃ)."""
        code = event.nativeScanCode()
        if code and code not in self._down and us_sign(event, self._system):
            self._remember(event)
        self._down.discard(code)

    def _remember(self, event: QKeyEvent) -> None:
        if not self.text:
            self._strokes.clear()
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            del self._strokes[-1:]
            return
        if event.isAutoRepeat():
            return  # a scanner holds no key down: this is a key that was let go too late
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier):
            return  # a paste and its like write nothing by their own key
        position, sign = position_of(event, self._system), us_sign(event, self._system)
        text = event.text() if event.type() == QEvent.Type.KeyPress else ""
        if not sign and not text:
            return
        self._strokes.append(Stroke(position, sign, text, event.timestamp()))
        self.struck.emit(self._strokes[-1])
        self._quiet.stop()
        if run_of(self._strokes) >= RUN:
            self._quiet.start(_QUIET if self.so_far().code else _LONG_QUIET)

    def _take_end(self, event: QKeyEvent, ending: str) -> bool:
        """Enter, Tab and the like. A person's Tab goes on to the next control."""
        if self._is_second_half(event):
            return True
        scan = self._scan(ending, event.timestamp())
        if ending == TAB and not (scan.fast or (scan.code and scan.strokes)):
            return False
        if ending == ENTER or scan.text or scan.keys:
            self._end(scan)
        return True

    def _is_second_half(self, event: QKeyEvent) -> bool:
        """Such as a line feed right behind Enter."""
        since = event.timestamp() - self._ended_at
        return bool(self._ended_at) and 0 <= since <= _AFTER_THE_END and not self._strokes

    def _is_of_scan(self, event: QKeyEvent) -> bool:
        return bool(_ending(event)) and (self._is_second_half(event) or self._scan(ENTER, event.timestamp()).fast)

    def _end_by_pause(self) -> None:
        scan = self.so_far()
        if scan.fast:
            self._end(scan)

    def _end(self, scan: Scan) -> None:
        self._quiet.stop()
        self._ended_at = scan.ended_at
        self._strokes.clear()
        self._down.clear()
        self.entered.emit(scan)

    def so_far(self) -> Scan:
        """What is in the field before anything has ended it."""
        return self._scan(PAUSE, self._strokes[-1].at if self._strokes else 0)

    def _scan(self, ending: str, at: int) -> Scan:
        return Scan(self.text, tuple(self._strokes), ending, at)

    def _show_focus(self, here: bool) -> None:
        self.setProperty("focused", here)
        self.style().unpolish(self)
        self.style().polish(self)


def _ending(event: QKeyEvent) -> str:
    """Whether a key ends a scan. Carriage return and line feed come as Ctrl+M and Ctrl+J from some scanners."""
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return ENTER if not control else ""
    if control and event.key() in (Qt.Key.Key_M, Qt.Key.Key_J):
        return ENTER
    if event.key() == Qt.Key.Key_Tab and event.modifiers() == Qt.KeyboardModifier.NoModifier:
        return TAB
    return ""
