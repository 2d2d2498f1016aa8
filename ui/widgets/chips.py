"""A few words of which any number may be chosen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.widgets.flow import Flow


class Chips(QWidget):
    """choices: (key, word). What is chosen and is none of the choices joins them under its own word.

    changed(): another one is chosen. Tab goes in and out, arrow keys move inside, Space chooses.
    """

    changed = Signal()

    def __init__(self, choices: Iterable[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._name = name
        self._boxes: dict[str, QCheckBox] = {}
        self._flow = Flow(self, gap=6)
        self.offer(choices)

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """Add the choices that are not there yet."""
        for key, word in choices:
            if key not in self._boxes:
                self._add(key, word)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys that are ticked, in the order of the choices."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def choose(self, keys: Iterable[str]) -> None:
        """Tick these and no others."""
        wanted = tuple(keys)
        self.offer((key, key) for key in wanted)
        for key, box in self._boxes.items():
            box.setChecked(key in wanted)
        self._enter_at(next(iter(wanted), next(iter(self._boxes), "")))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            forward = (Qt.Key.Key_Right, Qt.Key.Key_Down)
            if event.key() in (*forward, Qt.Key.Key_Left, Qt.Key.Key_Up):
                self._go(1 if event.key() in forward else -1)
                return True
        return super().eventFilter(watched, event)

    def _go(self, step: int) -> None:
        keys = list(self._boxes)
        at = next((number for number, box in enumerate(self._boxes.values()) if box.hasFocus()), 0)
        key = keys[(at + step) % len(keys)]
        self._enter_at(key)
        self._boxes[key].setFocus(Qt.FocusReason.TabFocusReason)

    def _enter_at(self, here: str) -> None:
        """One of them is where Tab comes in."""
        for key, box in self._boxes.items():
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == here else Qt.FocusPolicy.ClickFocus)
        if here in self._boxes:
            self.setFocusProxy(self._boxes[here])

    def _add(self, key: str, word: str) -> None:
        box = QCheckBox(word)
        box.setAccessibleName(f"{self._name}: {word}")
        box.toggled.connect(self.changed)
        box.installEventFilter(self)
        self._boxes[key] = box
        self._flow.addWidget(box)
        if len(self._boxes) == 1:
            self._enter_at(key)
        else:
            box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
