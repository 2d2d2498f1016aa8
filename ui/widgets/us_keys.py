"""The keys of a US keyboard, by what Qt says of a key on each system: a scanner set to US presses these.

Windows gives scan codes of set 1; evdev, which X11 and Wayland stand on, numbers the same keys alike and the two
add eight. macOS gives no positions but a number of its own for each key.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

#: {position of the first key in a row: the signs of the row without Shift}
_ROWS = {
    2: "1234567890-=", 16: "qwertyuiop[]", 30: "asdfghjkl;'`", 43: "\\zxcvbnm,./", 57: " ",
}  # fmt: skip
_PLAIN = {first + number: sign for first, row in _ROWS.items() for number, sign in enumerate(row)}
#: The keypad; what NumLock makes of it is no matter.
KEYPAD = {71 + number: sign for number, sign in enumerate("789-456+1230.")} | {55: "*"}
_SHIFTED = dict(zip("1234567890-=[];'`\\,./", "!@#$%^&*()_+{}:\"~|<>?", strict=True))
#: {sign written with Shift: the same key's sign without}, letters aside
UNSHIFTED = {shifted: plain for plain, shifted in _SHIFTED.items()}
#: kVK_ANSI_… of Apple's HIToolbox/Events.h, from 0x00 on; a dot where there is no such key. Not tried on a Mac.
_MAC_FROM_0 = "asdfhgzxcv.bqweryt123465=97-80]ou[ip.lj'k;\\,/nm."
_MAC_KEYPAD = {0x52 + number: sign for number, sign in enumerate("01234567")} | {
    0x5B: "8", 0x5C: "9", 0x41: ".", 0x43: "*", 0x45: "+", 0x4E: "-",
}  # fmt: skip
#: {sign without Shift: where its key is}
POSITIONS = {sign: position for position, sign in _PLAIN.items()}
_KEYPAD_POSITIONS = {sign: position for position, sign in KEYPAD.items()}
#: {Apple's number of a key: its position}
MAC = (
    {number: POSITIONS[sign] for number, sign in enumerate(_MAC_FROM_0) if sign != "."}
    | {0x2F: POSITIONS["."], 0x31: POSITIONS[" "], 0x32: POSITIONS["`"]}
    | {number: _KEYPAD_POSITIONS[sign] for number, sign in _MAC_KEYPAD.items()}
)


def position_of(event: QKeyEvent, system: str = sys.platform) -> int:
    """Where the key is, as a scan code of set 1; 0 where the system does not say. system: as sys.platform."""
    if system == "darwin":
        return MAC.get(event.nativeVirtualKey(), 0)
    return max(0, event.nativeScanCode() - (0 if system == "win32" else 8))


def us_sign(event: QKeyEvent, system: str = sys.platform) -> str:
    """What a US keyboard without Caps Lock makes of the key, its Shift counted; nothing for other keys."""
    position = position_of(event, system)
    if position in KEYPAD:
        return KEYPAD[position]
    sign = _PLAIN.get(position, "")
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return _SHIFTED.get(sign, sign.upper())
    return sign
