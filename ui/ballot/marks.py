"""Giving one mark: a row of large buttons, or a field where a criterion has too many steps for buttons."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.jury.rules import Criterion, checked_mark, mark_of, plain_number, steps_of
from ui.text import _, words

_MOST_BUTTONS = 11
_WITH_A_DIGIT = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def shown_mark(mark: Fraction) -> str:
    """A mark with the decimal sign of the window's language."""
    text = plain_number(mark)
    return text if "/" in text else text.replace(".", words.number(0.5, 1)[1])


class MarkEntry(QWidget):
    """What both ways of giving a mark share.

    marked(mark or None): another mark was given. moved(±1): on to the next criterion, or back.
    wrong(sentence): what was typed is no mark here; "" takes it back.
    """

    marked = Signal(object)
    moved = Signal(int)
    wrong = Signal(str)

    def __init__(self, criterion: Criterion) -> None:
        super().__init__()
        self.criterion = criterion
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(8)

    def show_mark(self, mark: Fraction | None) -> None:
        """Show a mark without telling anybody."""
        raise NotImplementedError


class MarkButtons(MarkEntry):
    """Left and right choose the next mark, a digit chooses its own, up, down and Enter change the criterion.

    A digit goes on to the next criterion by itself, unless a longer mark may begin with it: after 1 of 1–10 the
    keyboard stays, a 0 makes it 10, and any other digit is meant for this criterion too.
    """

    def __init__(self, criterion: Criterion) -> None:
        super().__init__(criterion)
        self._steps = steps_of(criterion)
        self._typed = ""
        self._group = QButtonGroup(self)
        for number, step in enumerate(self._steps):
            button = QPushButton(shown_mark(step))
            button.setCheckable(True)
            button.setProperty("role", "mark")
            button.setAccessibleName(f"{criterion.name}: {shown_mark(step)}")
            button.installEventFilter(self)
            self._group.addButton(button, number)
            self.line.addWidget(button, 1)
        self._group.idClicked.connect(self._choose)
        self.show_mark(None)

    def show_mark(self, mark: Fraction | None) -> None:
        self._group.setExclusive(False)
        for number, step in enumerate(self._steps):
            self._group.button(number).setChecked(step == mark)
        self._group.setExclusive(True)
        # One stop for Tab: the chosen mark, or the first.
        stop = self._steps.index(mark) if mark in self._steps else 0
        for number in range(len(self._steps)):
            policy = Qt.FocusPolicy.StrongFocus if number == stop else Qt.FocusPolicy.ClickFocus
            self._group.button(number).setFocusPolicy(policy)
        self.setFocusProxy(self._group.button(stop))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress):
            self._typed = ""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._press(event):
            return True
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _WITH_A_DIGIT:
            return False  # Ctrl 1 is somebody looking for another page, not a mark
        if event.text().isdecimal():
            self._type(event.text())
            return True
        self._typed = ""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        move = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}
        if step:
            chosen = self._group.checkedId()
            number = chosen + step if chosen >= 0 else 0
            if 0 <= number < len(self._steps):
                self._choose(number)
                self._group.button(number).setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if Qt.Key(event.key()) in move:
            self.moved.emit(move[Qt.Key(event.key())])
            return True
        return False

    def _type(self, digit: str) -> None:
        longer = self._typed + digit
        typed = longer if Fraction(longer) in self._steps else digit
        try:
            mark = checked_mark(self.criterion, Fraction(typed))
        except HackDeskError as error:
            self._typed = ""
            self.wrong.emit(words.error(error))
            return
        self._choose(self._steps.index(mark))
        longer_ones = [str(step) for step in self._steps if step.denominator == 1 and step > mark]
        may_go_on = any(one.startswith(typed) for one in longer_ones)
        self._typed = typed if may_go_on else ""
        if not may_go_on:
            self.moved.emit(1)

    def _choose(self, number: int) -> None:
        self.show_mark(self._steps[number])
        self.wrong.emit("")
        self.marked.emit(self._steps[number])


class MarkField(MarkEntry):
    """A field for a criterion with many steps, or none. What cannot be a mark stays as it was typed."""

    def __init__(self, criterion: Criterion) -> None:
        super().__init__(criterion)
        limits = shown_mark(criterion.lowest), shown_mark(criterion.highest)
        self._field = QLineEdit()
        self._field.setPlaceholderText("–".join(limits))
        self._field.setAccessibleName(criterion.name)
        self._field.setMaximumWidth(160)
        self._field.installEventFilter(self)
        self._field.editingFinished.connect(self._take)
        self.line.addWidget(self._field)
        self.line.addStretch()
        self.setFocusProxy(self._field)
        self._mark: Fraction | None = None

    def show_mark(self, mark: Fraction | None) -> None:
        self._mark = mark
        self._field.setText("" if mark is None else shown_mark(mark))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        move = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in move:
            self._take()
            self.moved.emit(move[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        sentence, mark = typed_mark(self.criterion, self._field.text())
        self.wrong.emit(sentence)
        if not sentence and mark != self._mark:
            self._mark = mark
            self.marked.emit(mark)


def typed_mark(criterion: Criterion, text: str) -> tuple[str, Fraction | None]:
    """What is wrong with what was typed ("" where nothing is), and the mark; an empty field is no mark."""
    if not text.strip():
        return "", None
    mark = mark_of(text)
    if mark is None:
        return _("“{text}” is not a mark.", text=text), None
    try:
        return "", checked_mark(criterion, mark)
    except HackDeskError as error:
        return words.error(error), None


def mark_entry(criterion: Criterion) -> MarkEntry:
    """The way of giving a mark that suits the criterion."""
    few = 0 < len(steps_of(criterion)) <= _MOST_BUTTONS
    return MarkButtons(criterion) if few else MarkField(criterion)
