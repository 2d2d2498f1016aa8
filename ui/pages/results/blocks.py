"""Widgets below each other, one for each value; a refresh keeps what is typed in them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Block(QWidget):
    """One value on the screen."""

    def show_value(self, value: Any) -> None:
        """Show a value as it was read; what is being typed stays."""
        raise NotImplementedError


class Blocks(QWidget):
    """The same key keeps its widget. make: a new, empty block for such a value."""

    def __init__(self, make: Callable[[Any], Block], *, gap: int = 12) -> None:
        super().__init__()
        self._make = make
        self._blocks: dict[Hashable, Block] = {}
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(gap)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The widgets in their order."""
        return tuple(self._blocks.values())

    def show_values(self, values: Mapping[Hashable, Any]) -> None:
        """values: {key: what its block shows}, in the order of the blocks."""
        for gone in self._blocks.keys() - values.keys():
            old = self._blocks.pop(gone)
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._blocks = {key: self._blocks.get(key) or self._make(value) for key, value in values.items()}
        for number, (key, block) in enumerate(self._blocks.items()):
            if self._lines.indexOf(block) != number:
                self._lines.insertWidget(number, block)
            block.show_value(values[key])
        self.setVisible(bool(values))
