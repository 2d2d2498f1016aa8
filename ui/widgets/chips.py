"""A few words of which any number may be chosen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QWidget

from ui.widgets.flow import Flow


class Chips(QWidget):
    """choices: (key, word). What is chosen and is none of the choices joins them under its own word."""

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

    def _add(self, key: str, word: str) -> None:
        box = QCheckBox(word)
        box.setAccessibleName(f"{self._name}: {word}")
        self._boxes[key] = box
        self._flow.addWidget(box)
        if not self.focusProxy():
            self.setFocusProxy(box)
