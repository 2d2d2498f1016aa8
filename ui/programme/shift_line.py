"""The rest of the day some minutes later: said in words while the number is typed, and done by a button."""

from __future__ import annotations

import re
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QValidator
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from hackdesk.agenda import wording
from hackdesk.agenda.rules import ProgrammeItem
from hackdesk.agenda.shifting import shifted
from hackdesk.errors import HackDeskError
from ui.programme.blocks import Course
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.label import Label

_TYPED = re.compile(r"([-−+]?)(\d{0,3})")


class _Minutes(QSpinBox):
    """Enter does it."""

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setRange(-240, 240)
        self.setSingleStep(5)
        self.setValue(10)
        self.setSuffix(_(" min"))
        self.setAccessibleName(_("Minutes to shift by"))
        self.setFixedWidth(112)

    def textFromValue(self, value: int) -> str:
        return wording.signed(value)

    def valueFromText(self, text: str) -> int:
        found = _TYPED.fullmatch(text.removesuffix(self.suffix()).strip())
        return int("".join(found.groups("")).replace("−", "-")) if found and found[2] else 0

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        # Qt itself knows no real minus sign.
        found = _TYPED.fullmatch(text.removesuffix(self.suffix()).strip())
        if found is None:
            return QValidator.State.Invalid, text, at
        fits = found[2] and self.minimum() <= self.valueFromText(text) <= self.maximum()
        return (QValidator.State.Acceptable if fits else QValidator.State.Intermediate), text, at

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.interpretText()
            self.done.emit()
        else:
            super().keyPressEvent(event)


class ShiftLine(QWidget):
    """shift_wanted(minutes, first): first is the item the rest begins with, None: with what is on now."""

    shift_wanted = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._course: Course | None = None
        self._first: ProgrammeItem | None = None
        self.minutes, self.preview = _Minutes(), Label("", "second", wrap=True)
        self.button = Button("", self._shift)
        self.minutes.valueChanged.connect(self._look)
        self.minutes.done.connect(self._shift)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(5)
        self._line = row(self.minutes, self.button)
        lines.addLayout(self._line)
        lines.addWidget(self.preview)

    def add(self, button: Button) -> None:
        """Put a button at the right end of the line."""
        self._line.addWidget(button)

    def show_rest(self, course: Course, first: ProgrammeItem | None) -> None:
        """What the rest is: from an item of a day that is only planned yet, or, None, of today from now."""
        self._course, self._first = course, first
        self._look()

    def _look(self) -> None:
        if self._course is None:
            return
        by = self.minutes.value()
        self.button.setText(_("Shift from here on") if self._first is not None else _("Shift the rest"))
        said, possible = self._would(by)
        self.button.setEnabled(possible)
        self.preview.setText(said)
        self.button.setAccessibleDescription(said)

    def _would(self, by: int) -> tuple[str, bool]:
        """What a shift by so many minutes would do, and whether it can be done."""
        assert self._course is not None
        if not by:
            return _("Type how many minutes, with a minus where it is to be earlier."), False
        first = self._first.id if self._first else None
        try:
            shift = shifted(self._course.items, by, self._course.now, first)
        except HackDeskError as error:
            return words.error(error), False
        return wording.shift_words(words, shift, ahead=True), True

    def _shift(self) -> None:
        if self.button.isEnabled():
            first: UUID | None = self._first.id if self._first else None
            self.shift_wanted.emit(self.minutes.value(), first)
