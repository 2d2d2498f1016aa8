"""One of a few things that change: the days of the event, the meals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox


class Picker(QComboBox):
    """chosen(key): somebody picked another one."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumContentsLength(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._keys: tuple[Any, ...] = ()
        self._words: tuple[str, ...] = ()
        self.activated.connect(self._tell)

    @property
    def current(self) -> Any:
        """The key of what is picked, or None."""
        number = self.currentIndex()
        return self._keys[number] if 0 <= number < len(self._keys) else None

    def offer(self, choices: Sequence[tuple[Any, str]], key: Any) -> None:
        """Offer these (key, word) with this one picked, without telling anybody."""
        keys, told = tuple(key for key, _word in choices), tuple(word for _key, word in choices)
        with QSignalBlocker(self):
            if (keys, told) != (self._keys, self._words):
                self.clear()
                self.addItems(list(told))
                self._keys, self._words = keys, told
        self.pick(key)

    def pick(self, key: Any) -> None:
        """Show this one as picked without telling anybody."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self._keys.index(key) if key in self._keys else -1)

    def _tell(self) -> None:
        self.chosen.emit(self.current)
