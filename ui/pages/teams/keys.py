"""The keys of the board and of the tray, and what each asks for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from hackdesk.language import N_

_K, _NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
_CTRL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
_STEPS = {
    _K.Key_Up: "go-up", _K.Key_Down: "go-down", _K.Key_Left: "go-left", _K.Key_Right: "go-right",
    _K.Key_Home: "go-first", _K.Key_End: "go-last",
}  # fmt: skip
_PLAIN = {
    _K.Key_M: "move", _K.Key_Return: "move", _K.Key_Enter: "move", _K.Key_P: "pin", _K.Key_L: "lead",
    _K.Key_U: "free", _K.Key_W: "wishes", _K.Key_Delete: "free", _K.Key_Backspace: "free", _K.Key_Space: "select",
    _K.Key_Escape: "let-go", _K.Key_F2: "rename", _K.Key_T: "table", _K.Key_Y: "why", _K.Key_PageUp: "page-up",
    _K.Key_PageDown: "page-down",
}  # fmt: skip
_CONTROL = {
    _K.Key_X: "cut", _K.Key_V: "put", _K.Key_A: "select-all", _K.Key_Right: "next-team",
    _K.Key_Left: "previous-team",
    _K.Key_Space: "select", _K.Key_Home: "go-first", _K.Key_End: "go-last",
}  # fmt: skip
_WITH_ALT = {
    _K.Key_Right: "next-team", _K.Key_Down: "next-team", _K.Key_Left: "previous-team", _K.Key_Up: "previous-team",
}  # fmt: skip

#: For the help: {panel: (key, what it does)}.
KEYS: dict[str, tuple[tuple[str, str], ...]] = {
    "board": (
        ("Up", N_("Up, Down, Left, Right: go among people and teams; with Shift select as you go")),
        ("Space", N_("Select the person, or let them go; Ctrl A selects everybody, Esc nobody")),
        ("M", N_("Move whoever is chosen: type a team, Enter; beside each team stands what it would do")),
        ("Alt+Right", N_("Carry them to the next team; Alt Left to the one before")),
        ("Ctrl+X", N_("Take them up; Ctrl V puts them into the team where you are")),
        ("U", N_("Take them out of their team")),
        ("P", N_("Pin them, so that no proposal moves them")),
        ("L", N_("Make them the lead of their team")),
        ("F2", N_("Type another name for the team; T types its table")),
        ("Ctrl+F", N_("Find a person or a team")),
        ("Ctrl++", N_("Show more of everybody; Ctrl − shows more teams")),
        ("Y", N_("Say why they sit there, and what it would take instead")),
        ("W", N_("Write down or put in order what they wish for")),
        ("Ctrl+P", N_("Propose teams")),
        ("Ctrl+N", N_("Add a team")),
    ),
    "market": (("Return", N_("Keep the count and go on; P says that the topic was pitched")),),
    "feet": (("PgDown", N_("Go to the next team; PgUp to the one before")),),
    "cards": (("0 … 3", N_("How much the card counts; Up and Down go to another")),),
}


def command_of(event: QKeyEvent) -> str:
    """What a key asks for; empty: nothing of ours."""
    key = Qt.Key(event.key())
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held in (_NONE, _SHIFT) and key in _STEPS:
        return _STEPS[key]
    table = {_NONE: _PLAIN, _CTRL: _CONTROL, _ALT: _WITH_ALT}.get(held, {})
    return table.get(key, "")
