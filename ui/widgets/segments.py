"""A switch with a few positions, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from ui import theme

#: Padding and border left and right of a word, as the stylesheet has them.
_SIDES = 2 * (14 + 2) + 2


class Segments(QFrame):
    """choices: (key, word). chosen(key): somebody chose another; arrow keys move, Tab leaves."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "segments")
        self.setAccessibleName(name)
        self._keys = [key for key, _word in choices]
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(3, 3, 3, 3)
        line.setSpacing(2)
        for number, (_key, word) in enumerate(choices):
            button = QPushButton(word)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {word}")
            # The chosen word is bold and must not be cut where the others are not.
            button.setMinimumWidth(QFontMetrics(theme.font(bold=True)).horizontalAdvance(word) + _SIDES)
            self._group.addButton(button, number)
            line.addWidget(button)
        self._group.idClicked.connect(self._tell)
        if self._keys:
            self.choose(self._keys[0])

    @property
    def current(self) -> str:
        """The key of what is chosen."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Show this one as chosen without telling anybody."""
        self._group.button(self._keys.index(key)).setChecked(True)
        for button in self._group.buttons():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._group.button(self._keys.index(key)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        number = (self._group.checkedId() + step) % len(self._keys)
        self._tell(number)
        self._group.button(number).setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, number: int) -> None:
        self.choose(self._keys[number])
        self.chosen.emit(self._keys[number])
