"""The event bar above the pages and the status line below them."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hackdesk.agenda.rules import ProgrammeItem
from hackdesk.event.backup import PERIOD, Backup
from ui.overview import Overview
from ui.phones import PhoneDoor
from ui.text import _, words
from ui.widgets.keycap import Keycap
from ui.widgets.label import Label
from ui.widgets.pill import Pill


class EventBar(QWidget):
    """The event's name at the left; the time in the hall and what is on at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("event-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(52)
        self.name, self.now = Label("", "event"), Label("", "muted")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(self)
        line.setContentsMargins(22, 0, 22, 0)
        line.setSpacing(24)
        line.addWidget(self.name, 1)
        line.addWidget(self.now)

    def show_event(self, overview: Overview, now: datetime) -> None:
        """now: aware; shown in the hall's time zone."""
        zone = overview.settings.zone
        local = now.astimezone(zone)
        moment = f"{words.weekday(local.date())} {words.time(now, zone)}"
        moment = moment[:1].upper() + moment[1:]
        item = overview.on_now(now)
        name = overview.settings.name
        if overview.settings.jury_trip:
            name = _("{event} · the jury's part", event=name)
        self.name.setText(name)
        self.name.setToolTip(name)
        self.now.setText(f"{moment} · {self._on(item, overview)}" if item else moment)

    def _on(self, item: ProgrammeItem, overview: Overview) -> str:
        return _("{item} until {time}", item=item.title, time=words.time(item.ends_at, overview.settings.zone))

    def shrink(self, *, narrow: bool) -> None:
        """Leave the room to the name."""
        self.now.setVisible(not narrow)


class StatusLine(QWidget):
    """Saved when, copied when, and the key that helps. zone: where the hall's clock hangs."""

    def __init__(self, station: str) -> None:
        super().__init__()
        self.setObjectName("status-line")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(34)
        self.zone: tzinfo | None = None
        self._door: PhoneDoor | None = None
        self.saved, self.backup = Label("", "second"), Label("", "second")
        line = QHBoxLayout(self)
        line.setContentsMargins(22, 0, 22, 0)
        line.setSpacing(8)
        line.addWidget(self.saved)
        line.addStretch()
        self.phones = Pill("", "warn")
        self.phones.hide()
        line.addWidget(self.phones)
        line.addWidget(self.backup)
        line.addStretch()
        self._desk = Label("", "second")
        self.show_desk(station)
        self.show_backup(None)
        for part in (self._desk, Keycap("F1"), Label(_("help"), "second")):
            line.addWidget(part)

    def show_desk(self, station: str) -> None:
        """What this desk is called."""
        self._desk.setText(_("This desk: {name}", name=station))

    def show_saved(self, at: datetime | None) -> None:
        """at: the last change on disk, by whoever it was."""
        if at is None:
            self.saved.setText(_("✓ Every change is saved"))
        else:
            time = words.time(at.astimezone(self.zone), seconds=True)
            self.saved.setText(_("✓ Every change is saved · last {time}", time=time))

    def show_backup(self, last: Backup | None) -> None:
        """last: the last copy beside the event file."""
        if last is None:
            self.backup.setText(_("First backup five minutes after opening"))
            return
        at = last.at.astimezone(self.zone)
        self.backup.setText(_("Backup {time} · next {next}", time=words.time(at), next=words.time(at + PERIOD)))

    def follow(self, door: PhoneDoor) -> None:
        """Say from now on whether phones come in: an open way in is something to know on every page."""
        self._door = door
        door.changed.connect(self._show_phones)
        self._show_phones()

    def _show_phones(self) -> None:
        assert self._door is not None
        address = self._door.address.removeprefix("http://")
        self.phones.say(_("Phones on · {address}", address=address), "warn")
        self.phones.setVisible(bool(address))

    def show_backup_refused(self, sentence: str) -> None:
        """The copy could not be written."""
        self.backup.setText(_("⚠ No copy"))
        self.backup.setToolTip(sentence)

    def shrink(self, *, narrow: bool) -> None:
        """Leave out what can be looked up elsewhere."""
        self.backup.setVisible(not narrow)
        self._desk.setVisible(not narrow)
