"""Record what Qt is told when a scanner set to US types on a laptop with another layout. Run by hand.

Needs an X server of its own, `setxkbmap`, libXtst (Debian: xvfb, x11-xkb-utils, libxtst6) and what PySide6's xcb
plugin stands on:

    xvfb-run -a .venv/bin/python tests/ui/scans/record.py ee lv ru de fr us

For each layout it presses the key *codes* a US scanner presses, by XTest, Shift and all, in a window with one
field, and writes `<layout>.json`: each scan with what Qt said of it and the text the field held in the end.
Qt says ["down" or "up", key, native scan code, native virtual key, text, modifiers, milliseconds], or
["composed", text] where a dead key was put together with the next one: of those two keys only "up" is told.
Releases are kept in these scans only.
"""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "xcb"
os.environ.setdefault("LANG", "C.UTF-8")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
from ui.widgets.us_keys import POSITIONS, UNSHIFTED

SHIFT, CONTROL, CAPS_LOCK, ENTER, TAB = 42, 29, 58, 28, 15
#: Badge codes that hold, together, every sign there is; their last ones are check characters.
CODES = ("AZY7M2S", "UR3BE86", "XVKDTQ5", "WFN9PCH", "LUJCG24", "JUKDQ8J")
TICKET = "z3fSn8jYufm5kpK768q69gkbyr5f4h6w"
#: Milliseconds from key to key, as a USB scanner has it.
GAP = 8


_KINDS = {QEvent.Type.KeyPress: "down", QEvent.Type.KeyRelease: "up"}


class Keyboard:
    """A scanner: it presses keys by number, whatever the layout makes of them."""

    def __init__(self) -> None:
        self._x, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(None))

    def press(self, position: int, down: bool) -> None:
        """Press or let go a key. position: as evdev numbers it; X adds eight."""
        self._test.XTestFakeKeyEvent(self._display, position + 8, down, 0)
        self._x.XFlush(self._display)

    def strike(self, position: int, *held: int) -> None:
        """Press a key and let it go, with others held meanwhile."""
        for other in held:
            self.press(other, True)
        self.press(position, True)
        self.press(position, False)
        for other in held:
            self.press(other, False)

    def write(self, text: str) -> None:
        """Strike what a US keyboard writes this with."""
        for sign in text:
            plain = UNSHIFTED.get(sign, sign.lower())
            self.strike(POSITIONS[plain], *([SHIFT] if plain != sign else []))
            wait(GAP)


class Log(QObject):
    """Everything a field is told of keys."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[list[Any]] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent) and event.commitString():
            self.told.append(["composed", event.commitString()])
        if isinstance(event, QKeyEvent) and event.type() in _KINDS:
            self.told.append([
                _KINDS[event.type()], event.key(), event.nativeScanCode(), event.nativeVirtualKey(), event.text(),
                event.modifiers().value, event.timestamp(),
            ])  # fmt: skip
            if event.text() == "\t":
                return True  # the field keeps the keyboard
        return super().eventFilter(watched, event)


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def record(keyboard: Keyboard, line: QLineEdit, log: Log, scan: dict[str, Any]) -> dict[str, Any]:
    """Let the scanner send `scan`: caps_lock, keypad, before, code, end. Gives it with what Qt said."""
    line.clear()
    if scan["caps_lock"]:
        keyboard.strike(CAPS_LOCK)
    wait(60)
    log.told = []
    keyboard.write(scan["before"])
    keyboard.write(scan["code"])
    for end in scan["end"]:
        keyboard.strike(*{"enter": (ENTER,), "tab": (TAB,), "line feed": (POSITIONS["j"], CONTROL)}[end])
    wait(60)
    composed = any(kind == "composed" for kind, *_rest in log.told)
    told = [one for one in log.told if composed or one[0] != "up"]
    begun = min(one[6] for one in log.told if len(one) > 2)
    told = [[*one[:6], one[6] - begun + 1000] if len(one) > 2 else one for one in told]
    done = {**scan, "text": line.text(), "told": told}
    if scan["caps_lock"]:
        keyboard.strike(CAPS_LOCK)
        wait(30)
    return done


def scans() -> list[dict[str, Any]]:
    """What is tried on each layout."""
    made = []
    for caps_lock in (False, True):
        wishes = [("", code, ["enter"]) for code in CODES]
        wishes += [("", CODES[0], ["tab"]), ("", CODES[1], ["enter", "line feed"]), ("", CODES[2], [])]
        wishes += [(before, CODES[3], ["enter"]) for before in ("]Q3", "]C0", "99", "ab", "[", "=", "`")]
        wishes += [("", TICKET, ["enter"]), ("]Q1", TICKET, ["tab"]), ("", TICKET, [])]
        for before, code, end in wishes:
            made.append({"caps_lock": caps_lock, "before": before, "code": code, "end": end})
    return made


def main(layouts: list[str]) -> None:
    app = QApplication([])
    line, log, keyboard = QLineEdit(), Log(), Keyboard()
    line.installEventFilter(log)
    line.show()
    line.activateWindow()
    wait(500)
    assert line.hasFocus(), "the window did not get the keyboard"
    for layout in layouts:
        subprocess.run(["setxkbmap", layout], check=True)
        wait(400)
        recorded = [record(keyboard, line, log, scan) for scan in scans()]
        rows = ",\n".join(json.dumps(one, ensure_ascii=False) for one in recorded)
        (Path(__file__).parent / f"{layout}.json").write_text(f"[\n{rows}\n]\n", encoding="utf-8")
        print(layout, *(f"{one['before']}{one['code']} {one['text']}" for one in recorded), sep="\n  ")
    app.quit()


if __name__ == "__main__":
    main(sys.argv[1:])
