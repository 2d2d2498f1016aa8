"""Ctrl+H: what was done, by which desk, and taking back one thing of it. It stays open beside the work."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.event.history import Deed, recent
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.language import N_
from ui.desk import Desk
from ui.rows import Column
from ui.text import _, words
from ui.watch import Watch
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.table import Table

SIZE = QSize(1000, 620)
#: Pixels of the window behind that stay in sight at each side.
_LEFT_FREE = QSize(48, 48)
#: Where there is less room, what was done and when is more than by which desk.
_NARROW_BELOW = 760
_DESK, _NUMBER = 3, 4

Answer = tuple[tuple[Deed, ...], tzinfo, datetime]


def _read(event: Event) -> Answer:
    return recent(event), settings_of(event).zone, event.clock.utc_now()


class History(QDialog):
    """The last changes of the event, the newest first."""

    def __init__(self, desk: Desk, watch: Watch, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._zone: tzinfo = UTC
        self._now = datetime.now(UTC)
        self._stale, self._reading = False, False
        self.setWindowTitle(_("What was done"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(SIZE.boundedTo(parent.size() - _LEFT_FREE))
        self._build()
        watch.changed.connect(self._hear)
        self._refresh()

    def _build(self) -> None:
        self.notice = Notice()
        self.table = Table(
            (
                Column(N_("Time"), self._time, width=174),
                Column(N_("What was done"), _what, strong=True),
                Column("", lambda deed: "", pill=_mark, width=140, right=True),
                Column(N_("Desk"), lambda deed: deed.station, width=160),
                Column(N_("Number"), lambda deed: str(deed.number), width=96, right=True),
            ),
            key=lambda deed: deed.number,
            name=_("What was done"),
        )
        self.table.chosen.connect(self._choose)
        empty = EmptyState(
            _("Nothing has been written yet"), _("Every change will stand here with its time and desk.")
        )
        self._stack = QStackedWidget()
        for part in (self.table, empty):
            self._stack.addWidget(part)
        self.take_back_button = Button(_("Take this back"), self._take_back, kind="primary", key="Delete")
        self.take_back_button.setEnabled(False)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(Label(_("Nothing is erased: what is taken back stays here."), "second", wrap=True), 1)
        foot.addWidget(self.take_back_button)
        foot.addWidget(Button(_("Close"), self.close, key="Esc"))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 18, 22, 18)
        lines.setSpacing(12)
        lines.addWidget(Label(_("What was done"), "title"))
        lines.addWidget(self.notice)
        lines.addWidget(self._stack, 1)
        lines.addLayout(foot)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a list is no wish to press any of them
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column in (_DESK, _NUMBER):
            self.table.setColumnHidden(column, self.width() < _NARROW_BELOW)

    def _hear(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        self._stale = True
        if not self._reading:
            self._stale, self._reading = False, True
            self._desk.ask(_read, self._show_answer, self._show_refusal)

    def _show_answer(self, answer: Answer) -> None:
        self._reading = False
        deeds, self._zone, self._now = answer
        self._stack.setCurrentIndex(0 if deeds else 1)
        self.table.replace(deeds)
        if self.table.current is None and deeds:
            self.table.choose(deeds[0].number)
        if self._stale:
            self._refresh()

    def _show_refusal(self, error: HackDeskError) -> None:
        self._reading = False
        self._sorry(error)

    def _sorry(self, error: HackDeskError) -> None:
        self.notice.say(words.error(error), "bad")

    def _choose(self, deed: Deed | None) -> None:
        self.take_back_button.setEnabled(deed is not None and deed.can_go)

    def _take_back(self) -> None:
        self.notice.hide()
        self._desk.ask(partial(undo, number=self.table.current.number), None, self._sorry)

    def _time(self, deed: Deed) -> str:
        at, today = deed.at.astimezone(self._zone), self._now.astimezone(self._zone).date()
        time = words.time(at)
        return time if at.date() == today else f"{words.day(at.date(), 'medium')} {time}"


def show_history(desk: Desk, watch: Watch, window: QWidget) -> None:
    """Open it over `window`, or bring it to the front where it is open."""
    history = _opened(window) or History(desk, watch, window)
    history.show()
    history.raise_()
    history.activateWindow()


def close_history(window: QWidget) -> None:
    """Close it where it is open: its words are in the language the window had."""
    if history := _opened(window):
        history.close()


def _opened(window: QWidget) -> History | None:
    return next((one for one in window.findChildren(History) if one.isVisible()), None)


def _what(deed: Deed) -> str:
    action = _(deed.action)
    if deed.undoes:
        return _("Taken back: {action}", action=action)
    return action[:1].upper() + action[1:]


def _mark(deed: Deed) -> tuple[str, str] | None:
    return (_("taken back"), "plain") if deed.taken_back else None
