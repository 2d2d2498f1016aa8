"""One card as a line: what it says, and how much it counts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout

from hackdesk.teams.cards import STRENGTHS, Card, Strength
from ui.text import _
from ui.widgets.label import Label
from ui.widgets.segments import Segments

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_DIGITS = {
    Qt.Key.Key_0: Strength.OFF, Qt.Key.Key_1: Strength.LITTLE,
    Qt.Key.Key_2: Strength.NORMAL, Qt.Key.Key_3: Strength.MUCH,
}  # fmt: skip


class CardRow(QFrame):
    """changed(card, strength): by 0 to 3, arrow keys or a press. moved(±1): to the card above or below.

    reached(card): the keyboard came to it.
    """

    changed = Signal(object, object)
    moved = Signal(int)
    reached = Signal(object)

    def __init__(self, card: Card) -> None:
        super().__init__()
        self.card = card
        title, self._effect = Label(_(card.title), "strong", wrap=True), Label("", "second", wrap=True)
        self.setToolTip(_(card.about))
        self.strengths = Segments([(str(int(one)), _(word)) for one, word in STRENGTHS.items()], _(card.title))
        self.strengths.chosen.connect(self._tell)
        for button in self.strengths.findChildren(QPushButton):
            button.installEventFilter(self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(self._effect)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 2, 0, 2)
        self._line.setSpacing(12)
        self._line.addLayout(words, 1)
        self._line.addWidget(self.strengths, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.strengths)

    def show_strength(self, strength: Strength, effect: str) -> None:
        """How much it counts, and what that does."""
        self.strengths.choose(str(int(strength)))
        if any(button.hasFocus() for button in self.strengths.findChildren(QPushButton)):
            self.strengths.setFocus()
        self.strengths.setAccessibleDescription(f"{_(self.card.about)} {effect}")
        self._effect.setText(effect)

    def shrink(self, *, narrow: bool) -> None:
        """Stand the switch below its words."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if narrow else across)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.reached.emit(self.card)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _STEPS:
                self.moved.emit(_STEPS[key])
                return True
            if key in _DIGITS:
                self.strengths.choose(str(int(_DIGITS[key])))
                self.changed.emit(self.card, _DIGITS[key])
                return True
        return super().eventFilter(watched, event)

    def _tell(self, key: str) -> None:
        self.changed.emit(self.card, Strength(int(key)))
