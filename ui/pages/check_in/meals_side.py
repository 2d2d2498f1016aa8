"""Beside the food: how many had the meal, of how many who eat, and by diet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from hackdesk.people.meals import MealCount
from ui.pages.check_in.meals_now import needs_said
from ui.text import _, many
from ui.widgets.bar import Bar
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label


class MealCountCard(Card):
    """planned(): the meals are to be changed."""

    planned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ticked, self.of = Label("", "count"), Label("", "muted")
        self._bar = Bar()
        line = QHBoxLayout()
        line.addWidget(self.ticked)
        line.addStretch()
        line.addWidget(self.of, 0, Qt.AlignmentFlag.AlignBottom)
        self._grid_widget = QWidget()
        self._grid = QGridLayout(self._grid_widget)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self.plan_button = Button(_("Change the meals"), self.planned.emit, kind="plain")
        self.body.addLayout(line)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._grid_widget)
        self.body.addLayout(row(self.plan_button))

    def show_count(self, count: MealCount) -> None:
        """Show another count."""
        self.ticked.setText(str(count.ticked))
        self.of.setText(many("of {count} who eats", "of {count} who eat", count.expected))
        self._bar.show_value(count.ticked, count.expected)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, one in enumerate(count.diets):
            name, value = Label(needs_said(one.needs), wrap=True), Label(f"{one.ticked}/{one.expected}", "muted")
            value.setAccessibleName(_("{group}: {here} of {expected}", group=name.text(), here=one.ticked,
                                      expected=one.expected))  # fmt: skip
            tone = "info" if one.needs else "accent"
            self._grid.addWidget(name, number, 0)
            self._grid.addWidget(Bar(one.ticked, one.expected, tone), number, 1, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(value, number, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
