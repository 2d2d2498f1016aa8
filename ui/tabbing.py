"""Where Tab goes: to every control of the window in its order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def neighbour(begun: QWidget, window: QWidget, *, forward: bool) -> QWidget | None:
    """The next control that takes the keyboard by Tab, or the one before.

    Qt itself stops at a page that hands the keyboard on to the most important of its controls, and so leaps over
    all that stands before that one: nobody would reach it. Here whatever only hands on is passed by.
    """
    one = _step(begun, forward=forward)
    while one is not None and one is not begun:
        if _takes_tab(one, window):
            return one
        one = _step(one, forward=forward)
    return None


def _step(one: QWidget, *, forward: bool) -> QWidget | None:
    return one.nextInFocusChain() if forward else one.previousInFocusChain()


def _takes_tab(one: QWidget, window: QWidget) -> bool:
    by_tab = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and one.focusProxy() is None and one.isEnabled() and one.isVisibleTo(window)
