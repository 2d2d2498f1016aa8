"""The organisers' own notes and who is there for people. Nothing of it is printed or shown in the hall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.agenda import actions
from hackdesk.agenda.note_queries import notes
from hackdesk.agenda.notes import Duty, Note, Notes
from hackdesk.clock import Moment
from hackdesk.event.settings import settings_of
from hackdesk.language import N_
from ui import theme
from ui.pages.stage.duty_card import DutyCard
from ui.pages.stage.stage_panel import StagePanel
from ui.rows import Column
from ui.text import _, many, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.in_place import InPlace
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.widgets.table import ROW_HEIGHT, Table

if TYPE_CHECKING:
    from hackdesk.event.store import Event
    from ui.pages.stage.page import StagePage

#: The column of the words.
_WORDS = 1
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


@dataclass(frozen=True)
class NotesNow:
    """What the panel shows."""

    notes: Notes
    days: tuple[date, ...]
    zone: ZoneInfo
    at: datetime


class NotesPanel(StagePanel):
    """One field: a note and Enter, and it is kept with the time. A kept one is changed where it stands.

    Right who is there for people.
    """

    keys = (
        ("Enter", N_("keep the note")),
        ("Down", N_("go into the list of notes; Space settles one, Enter changes its words")),
    )

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.now: NotesNow | None = None
        self.field = QLineEdit()
        self.field.setProperty("role", "search")
        self.field.setPlaceholderText(_("What happened – Enter keeps it with the time"))
        self.field.setAccessibleName(_("A private note"))
        self.table = Table(
            (
                Column(N_("When"), self._when, width=116),
                Column(N_("What happened"), lambda note: note.text),
                Column("", lambda note: "", pill=_sign, width=124, right=True),
            ),
            name=_("Notes"), wrap=True,
        )  # fmt: skip
        self.table.setProperty("role", "inside")
        self.typed = InPlace(self.table.viewport())
        self.typed.setAccessibleName(_("What happened"))
        self._changed: Note | None = None
        self.edit_button = Button(_("Change"), self._begin_change, kind="plain", size="small")
        self.settle_button = Button(_("Settled"), self._settle, sign="check", size="small")
        self.duty = DutyCard()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.field)

    def _lay_out(self) -> None:
        self.card = Card(_("Private notes"))
        for button in (self.edit_button, self.settle_button):
            self.card.head.addWidget(button)
        # Both titles stand on one line, although only one has buttons beside it.
        self.duty.head.addStrut(self.settle_button.sizeHint().height())
        said = _("For the organisers only: never printed, never on the projector. They stay in the event file "
                 "until personal data is erased.")  # fmt: skip
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(_("No notes yet"), _("What nobody should forget and only you should read goes here."))
        )
        self.table.setMinimumHeight(46 + 3 * ROW_HEIGHT)
        for part in (self.field, Label(said, "second", wrap=True)):
            self.card.body.addWidget(part)
        self.card.body.addWidget(self._stack, 1)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        self._sides = QBoxLayout(_ACROSS, inside)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GAP)
        self._sides.addWidget(self.card, 7)
        self._sides.addWidget(self.duty, 5)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(Scroll(inside))

    def _connect(self) -> None:
        self.field.returnPressed.connect(self._write)
        self.table.chosen.connect(self._show_button)
        self.table.opened.connect(self._begin_change)
        self.typed.kept.connect(self._change)
        self.duty.added.connect(self._add_duty)
        self.duty.removed.connect(self._remove_duty)
        down = QShortcut(QKeySequence("Down"), self.field, self._into_list)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        settle = QShortcut(QKeySequence("Space"), self.table, self._settle)
        settle.setContext(Qt.ShortcutContext.WidgetShortcut)

    def shrink(self, *, narrow: bool) -> None:
        self._sides.setDirection(_DOWN if narrow else _ACROSS)

    def select(self, subject: Any) -> None:
        """Anything: the keyboard goes into the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def read(self, event: Event) -> NotesNow:
        settings = settings_of(event)
        return NotesNow(notes(event), settings.days, settings.zone, event.clock.utc_now())

    def display(self, answer: NotesNow) -> None:
        self.now = answer
        written = answer.notes.notes
        self.table.replace(written)
        self._stack.setCurrentIndex(0 if written else 1)
        waiting = sum(note.open for note in written)
        self.card.title.setText(
            many("{count} note is open", "{count} notes are open", waiting) if waiting else _("Private notes")
        )
        self.duty.show_duties(answer.notes.duties, answer.days, answer.zone, answer.at)
        self._show_button()

    def tick(self, moment: Moment) -> None:
        self.duty.tick(moment.utc)

    def _write(self) -> None:
        if self.field.text().strip():
            self.page.do(partial(actions.write_note, text=self.field.text()), self._written)

    def _written(self, _note: Note) -> str:
        self.field.clear()
        return _("The note is kept")

    def _begin_change(self, _row: object = None) -> None:
        note: Note | None = self.table.current
        if note is not None:
            self._changed = note
            place = self.table.visualRect(self.table.currentIndex().siblingAtColumn(_WORDS))
            self.typed.begin(note.id, "text", note.text, place.adjusted(0, 0, 0, -1), self.table)

    def _change(self, note: UUID, _what: str, text: str) -> None:
        seen = self._changed.version if self._changed else 0
        change = partial(actions.edit_note, note=note, text=text, seen=seen)
        self.page.do(change, lambda _note: _("The note is changed"))

    def _settle(self, _row: object = None) -> None:
        note: Note | None = self.table.current
        if note is not None:
            said = _("The note is settled") if note.open else _("The note is open again")
            self.page.do(partial(actions.settle_note, note=note.id, settled=note.open), lambda _note: said)

    def _add_duty(self, draft: object) -> None:
        self.page.do(partial(actions.add_duty, draft=draft), self._duty_added)  # type: ignore[arg-type]

    def _duty_added(self, _none: None) -> str:
        self.duty.begin()
        return _("The duty is written down")

    def _remove_duty(self, duty: Duty) -> None:
        self.page.do(partial(actions.remove_duty, duty=duty.id), lambda _none: _("The duty is taken out"))

    def _into_list(self) -> None:
        if self.table.rows:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if self.table.current is None:
                self.table.choose(self.table.rows[0].id)

    def _show_button(self, _row: object = None) -> None:
        note: Note | None = self.table.current
        for button in (self.settle_button, self.edit_button):
            button.setEnabled(note is not None)
        self.settle_button.setText(_("Open again") if note is not None and not note.open else _("Settled"))

    def _when(self, note: Note) -> str:
        zone = self.now.zone if self.now else ZoneInfo("UTC")
        return f"{words.weekday(note.at.astimezone(zone).date(), short=True)} {words.time(note.at, zone)}"


def _sign(note: Note) -> tuple[str, str]:
    return (_("open"), "warn") if note.open else (_("settled"), "plain")
