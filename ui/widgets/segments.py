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
    """choices: (key, word). chosen(key): somebody chose another; arrow keys move, Tab leaves.

    undecided: none is chosen at first, which is the key ""; pressing the chosen one again, or Delete, goes back.
    """

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None, *,
        undecided: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._undecided, self._current = undecided, ""
        self.setProperty("role", "segments")
        self.setAccessibleName(name)
        self._keys = [key for key, _word in choices]
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)  # Qt's own way knows no "none"
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
            self.choose("" if undecided else self._keys[0])

    @property
    def current(self) -> str:
        """The key of what is chosen."""
        return self._current

    def choose(self, key: str) -> None:
        """Show this one as chosen without telling anybody."""
        self._current = key
        chosen = self._keys.index(key) if key in self._keys else -1
        for number, button in enumerate(self._group.buttons()):
            button.setChecked(number == chosen)
            reached = number == max(chosen, 0)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._group.button(max(chosen, 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._undecided and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._current:
            self._say("")
            return
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        at = self._keys.index(self._current) if self._current else (-1 if step > 0 else 0)
        number = (at + step) % len(self._keys)
        self._say(self._keys[number])
        self._group.button(number).setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, number: int) -> None:
        again = self._undecided and self._keys[number] == self._current
        self._say("" if again else self._keys[number])

    def _say(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)
