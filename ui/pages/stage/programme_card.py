"""The left of the Stage: the programme day by day, and how late the rest of today will be."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.agenda import rules
from hackdesk.agenda.rules import ProgrammeItem
from ui.pages.stage import rows
from ui.pages.stage.rows import ItemLine
from ui.programme.blocks import Course, day_of
from ui.projector.showing import Showing
from ui.rows import Column
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.switch import Switch
from ui.widgets.table import Table

_WORDED_DAYS = 2


class ProgrammeCard(Card):
    """start_wanted, end_wanted (id of an item); shift_wanted (minutes); plan_wanted: go and plan."""

    start_wanted = Signal(object)
    end_wanted = Signal(object)
    shift_wanted = Signal(int)
    plan_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(10, 12, 10, 14)
        self._items: tuple[ProgrammeItem, ...] = ()
        self._days: tuple[date, ...] = ()
        self.days: Switch | None = None
        self._day = 0
        self._showing: Showing | None = None
        self._now: datetime | None = None
        self.forecast = Label("", "strong", wrap=True)
        self.table = Table(
            (
                Column("", lambda line: line.time, width=68),
                Column("", lambda line: line.item.title),
                Column("", lambda line: line.note, pill=lambda line: line.sign, right=True, width=138),
            ),
            name=_("Programme"),
            wrap=True,
        )
        self.table.horizontalHeader().hide()
        self.table.setProperty("role", "inside")
        self.table.chosen.connect(self._show_buttons)
        self._stack = QStackedWidget()
        for page in (self._programme(), self._empty()):
            self._stack.addWidget(page)
        said = QVBoxLayout()
        said.setContentsMargins(10, 0, 10, 0)
        said.addWidget(self.forecast)
        self.body.addLayout(said)
        self.body.addWidget(self._stack, 1)

    def _programme(self) -> QWidget:
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(self.table, 1)
        self.start_button = Button(_("Start now"), self._start, sign="play")
        self.end_button = Button(_("End"), self._end)
        lines.addLayout(row(self.start_button, self.end_button))
        self.minutes = QSpinBox()
        self.minutes.setRange(-120, 240)
        self.minutes.setSingleStep(5)
        self.minutes.setValue(10)
        self.minutes.setSuffix(_(" min"))
        self.minutes.setAccessibleName(_("Minutes to shift by"))
        self.minutes.setFixedWidth(112)
        self.shift_button = Button(rows.shift_sentence(10), self._shift)
        self.minutes.valueChanged.connect(self._word_shift)
        lines.addLayout(row(self.minutes, self.shift_button))
        return page

    def _empty(self) -> EmptyState:
        return EmptyState(
            _("No programme yet"),
            _("What happens when stands here, with what is on now and how late you are."),
            _("Plan the programme"),
            self.plan_wanted.emit,
            kind="quiet",
        )

    def show_programme(self, items: tuple[ProgrammeItem, ...], showing: Showing, now: datetime) -> None:
        """Show all items, those for the organisers too; now: the time of day."""
        first = self._showing is None
        self._items, self._showing = items, showing
        zone = showing.settings.zone
        days = tuple(sorted({day_of(item, zone) for item in items}))
        if days != self._days or first:
            self._set_days(days, now.astimezone(zone).date())
        self.tick(now)
        following = rules.now_and_next(items, now).next
        if first and following:
            self.table.choose(following.id)
        self._show_buttons()

    def tick(self, now: datetime) -> None:
        """Show what the clock has changed."""
        self._now = now
        if self._showing is None:
            return
        course = Course.of(self._items, self._showing.settings.zone, now)
        day = self._days[self._day] if self._days else None
        shown = tuple(item for item in self._items if day_of(item, course.zone) == day)
        self.table.replace(rows.item_lines(shown, course.found, course.zone))
        self._stack.setCurrentIndex(0 if shown else 1)
        self.forecast.setText(course.pace_of(day) if day else "")
        self.forecast.setVisible(bool(self.forecast.text()))

    def _set_days(self, days: tuple[date, ...], today: date) -> None:
        self._days = days
        if self.days is not None:
            self.body.removeWidget(self.days)
            self.days.deleteLater()
            self.days = None
        past = [number for number, day in enumerate(days) if day <= today]
        self._day = past[-1] if past else 0
        if len(days) > 1:
            self.days = Switch([(str(number), self._day_word(day)) for number, day in enumerate(days)], _("Day"))
            self.days.choose(str(self._day))
            self.days.chosen.connect(self._switch)
            self.body.insertWidget(0, self.days)
            QWidget.setTabOrder(self.days, self.table)

    def _day_word(self, day: date) -> str:
        if len(self._days) > _WORDED_DAYS:
            return f"{day.day}.{day.month}."
        weekday = words.weekday(day)
        return weekday[:1].upper() + weekday[1:]

    def _switch(self, key: str) -> None:
        self._day = int(key)
        if self._now is not None:
            self.tick(self._now)

    @property
    def _chosen(self) -> ProgrammeItem | None:
        line: ItemLine | None = self.table.current
        return line.item if line else None

    def _show_buttons(self) -> None:
        item = self._chosen
        self.start_button.setEnabled(item is not None and not item.running)
        self.end_button.setEnabled(item is not None and item.running)

    def _start(self) -> None:
        if self._chosen:
            self.start_wanted.emit(self._chosen.id)

    def _end(self) -> None:
        if self._chosen:
            self.end_wanted.emit(self._chosen.id)

    def _shift(self) -> None:
        self.shift_wanted.emit(self.minutes.value())

    def _word_shift(self, minutes: int) -> None:
        self.shift_button.setText(rows.shift_sentence(minutes))
        self.shift_button.setEnabled(minutes != 0)
