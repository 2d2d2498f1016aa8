"""Recordings of a scanner on six layouts (ui/scans/record.py), told to a field again as Qt told them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets import us_keys

FOLDER = Path(__file__).parent / "ui" / "scans"
LAYOUTS = ("ee", "lv", "ru", "de", "fr", "us")
TICKET = "z3fSn8jYufm5kpK768q69gkbyr5f4h6w"
_KINDS = {"down": QEvent.Type.KeyPress, "up": QEvent.Type.KeyRelease}
_MAC = {position: number for number, position in us_keys.MAC.items()}


def recordings(layout: str) -> list[dict[str, Any]]:
    """Each scan: caps_lock, before, code, end, the text the field held, and what was told."""
    found: list[dict[str, Any]] = json.loads((FOLDER / f"{layout}.json").read_text(encoding="utf-8"))
    return found


def recording(layout: str, code: str, *, caps_lock: bool, before: str = "", end: str = "enter") -> dict[str, Any]:
    """The one scan that was recorded so."""
    wanted = (code, caps_lock, before, [end])
    found = recordings(layout)
    return next(one for one in found if (one["code"], one["caps_lock"], one["before"], one["end"]) == wanted)


def tell(line: QWidget, told: list[Any], system: str = "linux", later: int = 0) -> None:
    """Tell a field what Qt was told, `later` milliseconds on, with a key's numbers as another system's."""
    if told[0] == "composed":
        composed = QInputMethodEvent()
        composed.setCommitString(told[1])
        QCoreApplication.sendEvent(line, composed)
        return
    kind, key, scan_code, virtual, text, modifiers, at = told
    if system != "linux":  # X11's number of a key is its position and eight, Windows' is the position
        scan_code -= 8
        virtual = _MAC.get(scan_code, 0xFF) if system == "darwin" else virtual
        scan_code = scan_code if system == "win32" else 0
    event = QKeyEvent(_KINDS[kind], key, Qt.KeyboardModifier(modifiers), scan_code, virtual, 0, text)
    event.setTimestamp(at + later)
    QCoreApplication.sendEvent(line, event)
