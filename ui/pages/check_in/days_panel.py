"""Who was here on which day: looked at afterwards, put right, and added by hand where nobody scanned them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, tzinfo
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.language import N_
from hackdesk.people import actions
from hackdesk.people.presence import DayCounts
from hackdesk.people.rules import Person
from hackdesk.people.search import Index
from ui import theme
from ui.page import Page
from ui.pages.check_in.day_cards import DayCountsCard, PersonDayCard
from ui.pages.check_in.days import Times, times_said
from ui.panel import Panel
from ui.rows import Column
from ui.text import _, words
from ui.widgets.button import row
from ui.widgets.empty_state import EmptyState
from ui.widgets.picker import Picker
from ui.widgets.search_field import SearchField
from ui.widgets.table import ROW_HEIGHT, Table

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_SHARES = (61, 39)
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


@dataclass(frozen=True)
class DaysNow:
    """people: everybody by id, in the order of names. day: the one an arrival counts for now."""

    people: dict[UUID, Person]
    days: tuple[date, ...]
    day: date
    counts: DayCounts
    index: Index
    zone: tzinfo


def days_now(event: Event) -> DaysNow:
    """Read it; runs on the desk's thread."""
    from hackdesk.event.settings import settings_of
    from hackdesk.people import queries

    people, settings, day = queries.people(event), settings_of(event), queries.attendance_day(event)
    return DaysNow(
        people={person.id: person for person in people},
        days=settings.days,
        day=day,
        counts=queries.attendance_counts(event),
        index=Index(people, day),
        zone=settings.zone,
    )


class DaysPanel(Panel):
    """One day of the event: everybody with their times on it. Today is shown until another day is picked."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.now: DaysNow | None = None
        self._picked: date | None = None
        self.picker = Picker(_("Day"))
        self.field = SearchField(_("Find somebody"))
        self.table = Table(
            (
                Column(N_("Name"), lambda person: person.name, strong=True),
                Column(N_("Organisation"), lambda person: person.organisation or person.municipality),
                Column(N_("Times"), self._times, width=230),
            ),
            name=_("Everybody on this day"),
        )  # fmt: skip
        self.table.setMinimumHeight(46 + 3 * ROW_HEIGHT)
        self.card, self.counts = PersonDayCard(), DayCountsCard()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build())
        self._stack.addWidget(
            EmptyState(
                _("Nobody is on the list yet"),
                _("Who was here on which day is shown once people are on the list."),
                _("Bring in the list"), self._want_list,
            )
        )  # fmt: skip
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._stack)
        self.picker.chosen.connect(self._pick)
        self.field.searched.connect(self._show_people)
        self.field.moved.connect(self.table.move_by)
        self.table.chosen.connect(self._show_person)
        self.card.typed.connect(self._keep)
        self.card.taken_out.connect(self._take_out)
        self.setFocusProxy(self.field)

    def _build(self) -> QWidget:
        whole, left, beside = QWidget(), QVBoxLayout(), QVBoxLayout()
        left.setSpacing(12)
        top = row(self.picker)
        top.insertWidget(1, self.field, 1)
        left.addLayout(top)
        left.addWidget(self.table, 1)
        beside.setSpacing(12)
        beside.addWidget(self.counts)
        beside.addWidget(self.card)
        beside.addStretch()
        self.card.hide()
        self._line = QBoxLayout(_ACROSS, whole)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.GAP)
        self._line.addLayout(left, _SHARES[0])
        self._line.addLayout(beside, _SHARES[1])
        return whole

    def shrink(self, *, narrow: bool) -> None:
        self._line.setDirection(_DOWN if narrow else _ACROSS)
        for number, share in enumerate((0, 0) if narrow else _SHARES):
            self._line.setStretch(number, share)

    @property
    def day(self) -> date:
        """The day that is looked at."""
        assert self.now is not None
        return self._picked if self._picked and self._picked in self.now.days else self.now.day

    def read(self, event: Event) -> DaysNow:
        return days_now(event)

    def display(self, answer: DaysNow) -> None:
        self.now = answer
        self._stack.setCurrentIndex(0 if answer.people else 1)
        self.picker.offer([(day, self._called(day)) for day in answer.days], self.day)
        self.counts.show_counts(answer.counts, self.day)
        self._show_people(self.field.text())
        self._show_person(self.table.current)

    def _called(self, day: date) -> str:
        assert self.now is not None
        said = f"{words.weekday(day)}, {words.day(day)}"
        said = said[:1].upper() + said[1:]
        return _("{day} (today)", day=said) if day == self.now.day else said

    def _show_people(self, text: str) -> None:
        if self.now is None:
            return
        found = self.now.index.find(text).people if text.strip() else tuple(self.now.people.values())
        # Those who were here stand first: they are what the sheet of the day is about.
        self.table.replace(sorted(found, key=lambda person: person.on(self.day) is None))
        if text.strip() and self.table.rows:
            self.table.choose(self.table.rows[0].id)
        self.table.viewport().update()

    def _show_person(self, person: Person | None) -> None:
        self.card.setVisible(person is not None)
        if person is not None and self.now is not None:
            self.card.show_person(person, self.day, self.now.day, self.now.zone)

    def _times(self, person: Person) -> str:
        presence = person.on(self.day) if self.now else None
        if presence is None or self.now is None:
            return _("cancelled") if person.cancelled else ""
        return times_said(presence, self.now.zone, self.now.day)

    def _pick(self, day: date) -> None:
        self._picked = day
        self.page.refresh()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, times: Times) -> None:
        new = times.person.on(times.day) is None
        refuse = self.card.times.refuse if self.card.times.isVisible() else self.page.sorry
        self.page.ask(times.write, partial(self._say_kept, new), refuse)

    def _say_kept(self, new: bool, person: Person) -> None:
        self.card.put_away()
        if new:
            self.page.receipt(_("{name} was here: written down by hand", name=person.name), self.page.undo)
        else:
            self.page.saved()

    def _take_out(self, person: Person) -> None:
        self.page.do(partial(actions.was_not_here, person_id=person.id, day=self.day), self._say_taken_out)

    def _say_taken_out(self, person: Person) -> str:
        return _("{name} is taken out of that day", name=person.name)

    def _want_list(self) -> None:
        self.page.wants.emit("prepare", "registrations")
