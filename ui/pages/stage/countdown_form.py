"""A countdown of its own: so long, until a time of day, or just the clock."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.picker import Picker

LENGTH, UNTIL, CLOCK = "length", "until", "clock"


class CountdownForm(QWidget):
    """wanted(way, what was typed, label). way: LENGTH, UNTIL, CLOCK."""

    wanted = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.way = Picker(_("What the timer shows"))
        self.way.setMinimumContentsLength(6)
        self.way.offer([(LENGTH, _("Countdown")), (UNTIL, _("Until")), (CLOCK, _("Clock"))], LENGTH)
        self.way.chosen.connect(self._show_way)
        self.typed, self.label = QLineEdit(), QLineEdit()
        self.typed.setFixedWidth(66)
        self.label.setPlaceholderText(_("Label"))
        self.label.setAccessibleName(_("Label of the countdown"))
        self.label.setFixedWidth(96)
        self.button = Button(_("Set"), self._want)
        self.button.setAccessibleName(_("Set the timer"))
        for field in (self.typed, self.label):
            field.returnPressed.connect(self._want)
        line = row(self.way, self.typed, self.label, self.button, gap=6)
        self.setLayout(line)
        self._show_way(LENGTH)

    def _show_way(self, way: object) -> None:
        self.typed.setVisible(way != CLOCK)
        self.label.setVisible(way != CLOCK)
        until = way == UNTIL
        self.typed.setPlaceholderText("15:30" if until else "10")
        said = _("Time of day, such as 15:30") if until else _("Minutes, or 1:30, or 90 s")
        self.typed.setAccessibleName(said)
        self.typed.setToolTip(said)

    def _want(self) -> None:
        way = str(self.way.current)
        typed = self.typed.text().strip()
        if way != CLOCK and not typed:
            self.typed.setFocus()
            return
        self.wanted.emit(way, typed, self.label.text().strip())

    def clear(self) -> None:
        """What was typed is set."""
        self.typed.clear()
        self.label.clear()
