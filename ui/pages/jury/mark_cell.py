"""A cell for one mark: a digit is a mark, and the keyboard goes on by itself."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from hackdesk.jury.rules import Criterion, steps_of
from ui.ballot.marks import shown_mark
from ui.text import words

_DASHES = "-–—−"


class Move(Enum):
    """Where the keyboard goes from a cell: on by itself, one back, down by Enter, down, up."""

    ON, BACK, ENTER, DOWN, UP = (auto() for _number in range(5))


_KEYS = {
    Qt.Key.Key_Return: Move.ENTER, Qt.Key.Key_Enter: Move.ENTER,
    Qt.Key.Key_Down: Move.DOWN, Qt.Key.Key_Up: Move.UP,
}  # fmt: skip


class MarkCell(QLineEdit):
    """left: the keyboard has left it. moved(Move). spilled(sign): the mark was whole before this sign, which
    belongs to the next cell. doubted: it cannot become a mark. aside("r" or "n"): recused, or the team did not
    show. coded(QKeyEvent): a letter, with which a sheet's code begins.
    """

    left = Signal()
    moved = Signal(object)
    spilled = Signal(str)
    doubted = Signal()
    aside = Signal(str)
    coded = Signal(object)

    def __init__(self, criterion: Criterion, team: str, width: int) -> None:
        super().__init__()
        self.criterion = criterion
        self._marks = [shown_mark(step) for step in steps_of(criterion)]
        self._point = words.number(0.5, 1)[1]
        self.setFixedWidth(width)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(f"{team}: {criterion.name}")
        self.textEdited.connect(self._look)

    def say_wrong(self, wrong: bool) -> None:
        """Show by the border that this is no mark."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def begin_with(self, sign: str) -> None:
        """As if this sign had been typed here."""
        self.setText(sign)
        self._look(sign)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        if key in _KEYS:
            self.moved.emit(_KEYS[key])
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.moved.emit(Move.BACK)
        elif text == " " or (text and text in _DASHES and self.criterion.lowest >= 0):
            self.setText("")
            self.moved.emit(Move.ON)
        elif text.isalpha():
            self._take_letter(event)
        else:
            super().keyPressEvent(event)

    def _take_letter(self, event: QKeyEvent) -> None:
        letter = event.text().casefold()
        if letter in ("r", "n"):
            self.aside.emit(letter)
        else:
            self.coded.emit(event)

    def _look(self, text: str) -> None:
        """Go on as soon as no longer mark could begin like this: after 4 of 1–5, but not after 1 of 0–10."""
        said = text.replace(".", self._point).replace(",", self._point)
        fitting = [mark for mark in self._marks if mark.startswith(said)]
        if said.endswith(self._point) and len(fitting) == 1:
            said = fitting[0]  # of half steps, 3 and the point can only be 3.5
        if said != text:
            self.setText(said)
        if fitting == [said]:
            self.moved.emit(Move.ON)
        elif not fitting and self._marks:
            if said[:-1] in self._marks and said[-1].isdecimal():
                self.setText(said[:-1])
                self.spilled.emit(said[-1])
            else:
                self.doubted.emit()
                self.selectAll()  # the next digit replaces it
