"""The left of the programme: which day and which layer, where we are, the day itself, the rest shifted."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.agenda import wording
from hackdesk.agenda.rules import ProgrammeItem
from hackdesk.event.settings import EventSettings
from ui.programme.blocks import Course, day_of
from ui.programme.day_view import DayView
from ui.programme.shift_line import ShiftLine
from ui.text import _, many, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.segments import Segments
from ui.widgets.switch import Switch

_HALL = "hall"
_WORDED_DAYS = 2


class DaySide(Card):
    """day_chosen(day), layer_chosen, new_wanted, room_wanted(id of what was there first)."""

    day_chosen = Signal(object)
    layer_chosen = Signal()
    new_wanted = Signal()
    room_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(8, 12, 8, 12)
        self.body.setSpacing(8)
        self.day: date | None = None
        #: A day was chosen by hand on which nothing is chosen: it stays when the file is read again.
        self.looks_elsewhere = False
        self._days: tuple[date, ...] = ()
        self._overlap: UUID | None = None
        self.days: Switch | None = None
        self.layer = Segments([("all", _("Everything")), (_HALL, _("What the hall sees"))], _("Shown"))
        self.layer.chosen.connect(lambda _key: self.layer_chosen.emit())
        self.state, self.overlap = Label("", "second", wrap=True), Label("", "second", wrap=True)
        self.forecast = Label("", "strong", wrap=True)
        self.room_button = Button(_("Move what follows"), self._want_room, kind="link", size="small")
        self.view, self.shift = DayView(), ShiftLine()
        self.new_button = Button(_("New item"), self.new_wanted.emit, sign="plus", key="Ctrl+N")
        self.shift.add(self.new_button)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing())
        self._lay_out()

    def _nothing(self) -> QWidget:
        return EmptyState(
            _("Nothing on this day yet"), _("What is planned for it stands here."), _("Add a first item"),
            self.new_wanted.emit, kind="quiet",
        )  # fmt: skip

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.setContentsMargins(8, 0, 8, 0)
        self._head.addStretch()
        self._head.addWidget(self.layer)
        self.body.addLayout(self._head)
        said = QVBoxLayout()
        said.setContentsMargins(10, 0, 10, 0)
        said.setSpacing(2)
        overlap = self._overlap_line = QWidget()
        line = QHBoxLayout(overlap)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.overlap, 1)
        line.addWidget(self.room_button)
        for part in (self.state, self.forecast, overlap):
            said.addWidget(part)
        self.body.addLayout(said)
        self.body.addWidget(self._stack, 1)
        below = QVBoxLayout()
        below.setContentsMargins(10, 0, 10, 0)
        below.addWidget(self.shift)
        self.body.addLayout(below)

    def shrink(self, *, narrow: bool) -> None:
        """In a narrow window the page scrolls."""
        self._stack.setMinimumHeight(300 if narrow else 0)

    def show_day_of(self, day: date, *, by_hand: bool = False) -> None:
        """Which day is shown from now on."""
        self.day, self.looks_elsewhere = day, by_hand

    def show_course(self, course: Course, settings: EventSettings, chosen: UUID | None) -> None:
        """Show the day that is set, at this moment."""
        assert self.day is not None
        self._offer_days(course, settings)
        self.view.zone = course.zone
        shown = course.day(self.day, hall=self.layer.current == _HALL)
        self._stack.setCurrentIndex(0 if shown.blocks else 1)
        self.view.show_day(shown)
        if self.view.chosen != chosen:
            self.view.choose(chosen)
        self._say_state(course)
        self._say_overlap(course)
        self._show_shift(course, chosen)

    def _show_shift(self, course: Course, chosen: UUID | None) -> None:
        """Today the rest begins now; on a day that is only planned yet it begins with the chosen item."""
        on_it = [one for one in course.items if day_of(one, course.zone) == self.day]
        going = any(not one.untouched for one in on_it) or bool(on_it and on_it[0].starts_at <= course.now)
        first = next((one for one in on_it if one.id == chosen), on_it[0] if on_it else None)
        rest = None if self.day == course.today and going else first
        self.shift.setVisible(bool(on_it))
        self.shift.show_rest(course, rest)

    def _offer_days(self, course: Course, settings: EventSettings) -> None:
        days = tuple(sorted({*settings.days, *(day_of(one, course.zone) for one in course.items)}))
        if days != self._days:
            self._days = days
            if self.days is not None:
                self._head.removeWidget(self.days)
                self.days.deleteLater()
            self.days = Switch([(str(day), _day_word(day, len(days))) for day in days], _("Day"))
            self.days.chosen.connect(lambda key: self.day_chosen.emit(date.fromisoformat(key)))
            self._head.insertWidget(0, self.days, 1)
        if self.days is not None:
            self.days.setVisible(len(days) > 1)
            self.days.choose(str(self.day))

    # --- what is said -------------------------------------------------------------------------

    def _say_state(self, course: Course) -> None:
        assert self.day is not None
        today = self.day == course.today
        self.state.setText(_state(course) if today else "")
        self.state.setVisible(bool(self.state.text()))
        said = course.pace_of(self.day)
        self.forecast.setText(said)
        self.forecast.setToolTip(wording.pace_words(words, course.forecast.pace))
        self.forecast.setVisible(bool(said))

    def _say_overlap(self, course: Course) -> None:
        assert self.day is not None
        found = course.overlaps(self.day)
        self._overlap_line.setVisible(bool(found))
        self._overlap = found[0].first.id if found else None
        if found:
            said = wording.overlap_words(words, found[0])
            more = len(found) - 1
            if more:
                said += " · " + many("{count} more overlap", "{count} more overlaps", more)
            self.overlap.setText(f"⚠ {said}")

    def _want_room(self) -> None:
        if self._overlap is not None:
            self.room_wanted.emit(self._overlap)


def _state(course: Course) -> str:
    """What is on, how late that is, what comes next."""
    on, following = course.found.now, _next(course)
    said = []
    if on is not None:
        said.append(_("Now {item} until {time}", item=wording.named(words, on), time=_end(course, on)))
        late = wording.late_words(words, course.found.late)
        said.append(late or _("on time"))
    if following is not None:
        at = words.time(following.starts_at, course.zone)
        said.append(_("next {item} {time}", item=wording.named(words, following), time=at))
    return " · ".join(said)


def _next(course: Course) -> ProgrammeItem | None:
    """What the hall gets next today; else whatever comes next."""
    to_come = (one.item for one in course.forecast.expected if one.item.public and one.starts_at >= course.now)
    return next((one for one in to_come if one.untouched), course.found.next)


def _end(course: Course, item: ProgrammeItem) -> str:
    return words.time(item.ends_at, course.zone)


def _day_word(day: date, count: int) -> str:
    if count > _WORDED_DAYS:
        return f"{words.weekday(day, short=True)} {day.day}.{day.month}."
    weekday = words.weekday(day)
    return weekday[:1].upper() + weekday[1:]
