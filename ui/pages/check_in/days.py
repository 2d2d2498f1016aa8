"""A person's days: when they were here, that they leave now, and times put right by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.people import actions
from hackdesk.people.actions import Departure
from hackdesk.people.presence import Presence, leaving, written
from hackdesk.people.rules import Person
from ui.pages.check_in.desk_now import DeskNow
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.field import Field
from ui.widgets.label import Label

if TYPE_CHECKING:
    from hackdesk.event.store import Event


@dataclass(frozen=True)
class Times:
    """What was typed about a person's day. seen: what stood in the field before."""

    person: Person
    day: date
    text: str
    seen: str

    def write(self, event: Event) -> Person:
        """Write it: a day they are not on yet is added by hand."""
        if self.person.on(self.day) is None:
            return actions.was_here(event, self.person.id, self.day, self.text)
        return actions.correct_times(event, self.person.id, self.day, self.text, seen=self.seen)


class TimesField(QWidget):
    """One line for the times of one day. typed(Times): they are to be kept. closed(): Escape or the button."""

    typed = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._person: Person | None = None
        self._day = date.min
        self._seen = ""
        self.line = QLineEdit()
        self.line.returnPressed.connect(self._keep)
        hint = _("Like 9:02–12:00, 13:10–14:10. Nothing after the last dash: has not left.")
        self.field = Field(_("From when until when"), self.line, hint)
        self.keep_button = Button(_("Save"), self._keep, size="small")
        self.close_button = Button(_("Put away"), self._close, kind="plain", size="small")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.field)
        lines.addLayout(row(self.keep_button, self.close_button))
        self.setFocusProxy(self.line)

    def begin(self, person: Person, day: date, zone: tzinfo) -> None:
        """Show a person's times on a day; nothing where they are not on it yet."""
        presence = person.on(day)
        self._person, self._day = person, day
        self._seen = written(presence, zone) if presence else ""
        self.line.setText(self._seen)
        self.field.wrong("")
        weekday = words.weekday(day)
        self.field.label.setText(f"{weekday[:1].upper()}{weekday[1:]}, {words.day(day)}")

    def refuse(self, error: HackDeskError) -> None:
        """Say what is wrong; what was typed stays."""
        self.field.wrong(words.error(error))
        self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
            return
        super().keyPressEvent(event)

    def _keep(self) -> None:
        if self._person is not None:
            self.typed.emit(Times(self._person, self._day, self.line.text().strip(), self._seen))

    def _close(self) -> None:
        self.closed.emit()


class Days(QWidget):
    """left(Person): they go. typed(Times): times were put right. away(): the keyboard goes back to the field."""

    left = Signal(object)
    typed = Signal(object)
    away = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._person: Person | None = None
        self._now: DeskNow | None = None
        self.said = Label("", "muted", wrap=True)
        self.leave_button = Button(_("Leaves now"), self._leave, key="Ctrl+L")
        self.correct_button = Button(_("Put the times right"), self.correct, kind="plain")
        self.times = TimesField()
        self.times.hide()
        self.times.typed.connect(self.typed)
        self.times.closed.connect(self._close)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        line = row(self.leave_button, self.correct_button)
        line.insertWidget(0, self.said, 1)
        lines.addLayout(line)
        lines.addWidget(self.times)

    def show_days(self, person: Person, now: DeskNow) -> None:
        """Show when somebody was here; what is half typed about them stays."""
        if self._person is None or person.id != self._person.id:
            self.put_away()
        self._person, self._now = person, now
        said = days_said(person, now.zone, now.day)
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.leave_button.setVisible(leaving(person.presences, now.day, now.local) is not None)
        self.correct_button.setVisible(bool(person.presences) and self.times.isHidden())
        self.setVisible(bool(person.presences))

    def correct(self) -> None:
        """Open the line for the times of today, or of the last day they were here."""
        if self._person is None or self._now is None:
            return
        day = self._now.day if self._person.on(self._now.day) else max(self._person.here_on)
        self.times.begin(self._person, day, self._now.zone)
        self.times.show()
        self.correct_button.hide()
        self.updateGeometry()
        self.times.setFocus()

    def refuse(self, error: HackDeskError) -> None:
        """Say beside the times what is wrong."""
        self.times.refuse(error)

    def put_away(self) -> None:
        """Put the line for the times away."""
        self.times.hide()
        self.correct_button.setVisible(self._person is not None)

    def _leave(self) -> None:
        self.left.emit(self._person)

    def _close(self) -> None:
        self.put_away()
        self.away.emit()


def days_said(person: Person, zone: tzinfo, today: date) -> str:
    """The days of a person in one line; nothing where there is only today, and they have not left."""
    days = sorted(person.presences, key=lambda one: one.day)
    if len(days) == 1 and days[0].day == today and len(days[0].stays) == 1 and days[0].here:
        return ""
    return " · ".join(day_said(one, zone, today) for one in days)


def day_said(presence: Presence, zone: tzinfo, today: date) -> str:
    """One day: “Fri 17:42–21:00”; today as it goes: “Sat 9:02–12:00, back 13:10, left 14:10”."""
    weekday = words.weekday(presence.day, short=True)
    if not presence.hour_known(zone):
        return _("{weekday}, added by hand", weekday=weekday)
    return f"{weekday} {times_said(presence, zone, today)}"


def times_said(presence: Presence, zone: tzinfo, today: date) -> str:
    """The times of one day, without the day."""
    if not presence.hour_known(zone):
        return _("added by hand")
    parts = []
    for number, stay in enumerate(presence.stays):
        since, until = _clock(stay.since, zone), _clock(stay.until, zone) if stay.until else ""
        last = number == len(presence.stays) - 1
        if last and number and presence.day == today:
            parts.append(_("back {time}", time=since))
            parts += [_("left {time}", time=until)] if until else []
        elif last and until and presence.day == today:
            parts += [since, _("left {time}", time=until)]
        else:
            parts.append(f"{since}–{until}" if until else since)
    said = ", ".join(parts)
    return _("{times} (by hand)", times=said) if presence.by_hand else said


def left_said(departure: Departure) -> str:
    """The receipt of somebody leaving."""
    return _("{name} has left", name=departure.person.name)


def _clock(moment: datetime, zone: tzinfo) -> str:
    local = moment.astimezone(zone)
    return f"{local.hour}:{local:%M}"
