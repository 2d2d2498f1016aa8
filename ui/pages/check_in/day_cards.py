"""Beside the list of a day: how many came, left and are here, and one person's day to be put right."""

from __future__ import annotations

from datetime import date, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hackdesk.people.presence import DayCounts
from hackdesk.people.rules import Person
from ui.pages.check_in.days import Times, TimesField, day_said
from ui.text import _, many, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.label import Label


class DayCountsCard(Card):
    """The numbers of every day; the day that is looked at is strong."""

    def __init__(self) -> None:
        super().__init__()
        self.people_days, self.of = Label("", "count"), Label("", "muted", wrap=True)
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        for part in (self.people_days, self.of, inside):
            self.body.addWidget(part)

    def show_counts(self, counts: DayCounts, day: date) -> None:
        """Show other numbers."""
        self.people_days.setText(str(counts.people_days))
        self.of.setText(many("people-days of {count} person", "people-days of {count} people", counts.people))
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for column, title in enumerate((_("came"), _("left"), _("here now")), 1):
            self._grid.addWidget(Label(title, "second"), 0, column, Qt.AlignmentFlag.AlignRight)
        for number, one in enumerate(counts.days, 1):
            weekday = words.weekday(one.day)
            name = f"{weekday[:1].upper()}{weekday[1:]} {one.day.day}.{one.day.month}."
            role = "strong" if one.day == day else ""
            self._grid.addWidget(Label(name, role), number, 0)
            for column, value in enumerate((one.arrived, one.left, one.here), 1):
                told = Label(str(value), role)
                told.setAccessibleName(
                    _("{day}: {arrived} came, {left} left, {here} here now.", day=name, arrived=one.arrived,
                      left=one.left, here=one.here)
                )  # fmt: skip
                self._grid.addWidget(told, number, column, Qt.AlignmentFlag.AlignRight)


class PersonDayCard(Card):
    """One person's day. typed(Times): times to be kept. taken_out(Person): they were not here."""

    typed = Signal(object)
    taken_out = Signal(object)

    def __init__(self) -> None:
        super().__init__(tone="accent")
        self._person: Person | None = None
        self._day = date.min
        self._zone: tzinfo | None = None
        self.name, self.said = Label("", "card-title", wrap=True), Label("", "", wrap=True)
        self.hint = Label(_("Added by hand, and shown as such. Without times where nobody knows them."), "second",
                          wrap=True)  # fmt: skip
        self.times = TimesField()
        self.here_button = Button("", self._was_here)
        self.times_button = Button(_("Put the times right"), self.correct)
        self.out_button = Button(_("Was not here"), self._take_out, kind="plain")
        buttons = QWidget()
        line = Flow(buttons, gap=8)
        for button in (self.here_button, self.times_button, self.out_button):
            line.addWidget(button)
        for part in (self.name, self.said, self.hint, self.times, buttons):
            self.body.addWidget(part)
        self.times.typed.connect(self.typed)
        self.times.closed.connect(self.put_away)
        self.times.hide()

    def show_person(self, person: Person, day: date, today: date, zone: tzinfo) -> None:
        """Show somebody's day; what is half typed about it stays."""
        if self._person is None or (person.id, day) != (self._person.id, self._day):
            self.times.hide()
        self._person, self._day, self._zone = person, day, zone
        presence, weekday = person.on(day), words.weekday(day)
        self.name.setText(person.name)
        self.said.setText(day_said(presence, zone, today) if presence else _("Not checked in on that day"))
        self.here_button.setText(_("Was here on {weekday}", weekday=weekday))
        open_day = day <= today
        self.here_button.setVisible(presence is None and open_day)
        self.hint.setVisible(presence is None and open_day)
        self.times_button.setText(_("Put the times right") if presence else _("Was here, with times"))
        self.times_button.setVisible(open_day and self.times.isHidden())
        self.out_button.setVisible(presence is not None)
        self.setAccessibleName(f"{person.name}. {self.said.text()}")

    def correct(self) -> None:
        """Open the line for the times."""
        if self._person is not None and self._zone is not None:
            self.times.begin(self._person, self._day, self._zone)
            self.times.show()
            self.times_button.hide()
            self.times.setFocus()

    def put_away(self) -> None:
        """Put the line for the times away."""
        self.times.hide()
        self.times_button.setVisible(self._person is not None)

    def _was_here(self) -> None:
        if self._person is not None:
            self.typed.emit(Times(self._person, self._day, "", ""))

    def _take_out(self) -> None:
        self.taken_out.emit(self._person)
