"""Inputs for the values of a form. Each shows a value, gives it back, and says when typing is finished."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people.rules import Group
from ui.text import _, words
from ui.widgets.chips import Chips


class TextInput(QLineEdit):
    """One line of text."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.editingFinished.connect(self.finished)

    def value(self) -> Any:
        """What was typed. Raises HackDeskError where it is no such value."""
        return self.text().strip()

    def show_value(self, value: Any) -> None:
        """Show a value without telling that something was typed."""
        chosen = self.hasSelectedText() and self.selectedText() == self.text()
        self.setText(str(value))
        self.setCursorPosition(0)
        if chosen:  # as Tab left it: what is typed next takes its place
            self.selectAll()


class TagsInput(TextInput):
    """Short words with commas between them: et, ru."""

    def value(self) -> list[str]:
        parts = self.text().replace(";", ",").replace(" ", ",").split(",")
        return list(dict.fromkeys(part.strip().lower() for part in parts if part.strip()))

    def show_value(self, value: list[str]) -> None:
        super().show_value(", ".join(value))


class NumberInput(TextInput):
    """An exact number, written with a comma or a point. empty_is_none: an empty line is a value too."""

    def __init__(self, *, empty_is_none: bool = False) -> None:
        super().__init__()
        self._empty_is_none = empty_is_none

    def value(self) -> Fraction | None:
        text = self.text().strip()
        if not text and self._empty_is_none:
            return None
        try:
            return Fraction(text.replace(",", ".").replace(" ", ""))
        except (ValueError, ZeroDivisionError) as error:
            raise HackDeskError(N_("“{text}” is not a number."), text=text) from error

    def show_value(self, value: Fraction | None) -> None:
        super().show_value("" if value is None else _written(value))


def _written(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value.numerator)
    return words.number(float(value), 3).rstrip("0")


class WholeInput(NumberInput):
    """A whole number, or nothing."""

    def __init__(self) -> None:
        super().__init__(empty_is_none=True)

    def value(self) -> Any:
        number = super().value()
        if number is not None and number.denominator != 1:
            raise HackDeskError(N_("“{text}” is not a whole number."), text=self.text())
        return None if number is None else int(number)

    def show_value(self, value: Fraction | int | None) -> None:
        super().show_value(None if value is None else Fraction(value))


class MinutesInput(NumberInput):
    """Minutes for a value in seconds."""

    def value(self) -> Any:
        minutes = super().value()
        if minutes is None or minutes < 0:
            raise HackDeskError(N_("“{text}” is not a number of minutes."), text=self.text())
        return int(minutes * 60)

    def show_value(self, value: Any) -> None:
        super().show_value(Fraction(value) / 60)


class LongInput(QPlainTextEdit):
    """Several lines; Tab goes on to the next field."""

    finished = Signal()

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 26)

    def value(self) -> Any:
        """What was typed."""
        return self.toPlainText().strip()

    def show_value(self, value: Any) -> None:
        """Show a value."""
        self.setPlainText(value)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finished.emit()


class DayInput(QDateEdit):
    """A day, typed or picked."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self.setDisplayFormat("d. MMMM yyyy" if words.tag == "et" else "d MMMM yyyy")
        self.editingFinished.connect(self.finished)
        self.calendarWidget().clicked.connect(self.finished)

    def value(self) -> Any:
        """The day."""
        day = self.date()
        return date(day.year(), day.month(), day.day())

    def show_value(self, value: Any) -> None:
        """Show a day."""
        self.setDate(QDate(value.year, value.month, value.day))


class ChoiceInput(QComboBox):
    """One of a few. choices: (value, word). free: something else may be typed, and is its own word."""

    finished = Signal()

    def __init__(self, choices: Iterable[tuple[Any, str]], *, free: bool = False) -> None:
        super().__init__()
        self.setEditable(free)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for value, word in choices:
            self.addItem(word, value)
        self.activated.connect(self.finished)
        typed = self.lineEdit()
        if free and typed is not None:
            typed.editingFinished.connect(self.finished)

    def value(self) -> Any:
        """What is chosen or typed."""
        typed = self.currentText().strip()
        return typed if self.isEditable() and self.findText(typed) < 0 else self.currentData()

    def show_value(self, value: Any) -> None:
        """Show what is chosen; a value that is not among the choices joins them."""
        with QSignalBlocker(self):
            if self.findData(value) < 0:
                self.addItem(str(value), value)
            self.setCurrentIndex(self.findData(value))


class FlagInput(QCheckBox):
    """Yes or no."""

    finished = Signal()

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.clicked.connect(self.finished)

    def value(self) -> Any:
        """Whether it is ticked."""
        return self.isChecked()

    def show_value(self, value: Any) -> None:
        """Tick it or not."""
        self.setChecked(bool(value))


class ManyInput(QWidget):
    """An input made of several widgets."""

    finished = Signal()

    def value(self) -> Any:
        """What was typed or ticked. Raises HackDeskError where it is no such value."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show a value without telling that something was typed."""
        raise NotImplementedError


class GroupsInput(ManyInput):
    """Stakeholder groups to tick. The groups are told by `offer`."""

    def __init__(self) -> None:
        super().__init__()
        self._chips = Chips((), _("Stakeholder groups"))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._chips)

    def offer(self, groups: Iterable[Group]) -> None:
        """Which groups there are."""
        self._chips.offer((group.key, group.short_name) for group in groups)
        for box in self._chips.findChildren(QCheckBox):
            box.clicked.connect(self.finished, Qt.ConnectionType.UniqueConnection)

    def value(self) -> Any:
        """The keys of the groups that are ticked."""
        return self._chips.chosen

    def show_value(self, value: Any) -> None:
        """Tick these."""
        self._chips.choose(value)


Input = ManyInput | TextInput | LongInput | DayInput | ChoiceInput | FlagInput


def being_typed_in(widget: QWidget) -> bool:
    """Whether the keyboard is in this input just now."""
    return widget.hasFocus() or any(child.hasFocus() for child in widget.findChildren(QWidget))
