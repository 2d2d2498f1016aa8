"""The person to be called: a number to dial from, one key for what came of it, and what was said before."""

from __future__ import annotations

from datetime import tzinfo
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from hackdesk.people.rules import Person
from hackdesk.people.turnout import OUTCOMES, Call, Outcome
from hackdesk.teams.turnout import Callee
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.keycap import Keycap
from ui.widgets.label import Label

#: So many earlier calls are shown.
_CALLS = 5
TONES = {Outcome.COMING: "accent", Outcome.LATE: "info", Outcome.NOT_COMING: "bad", Outcome.NO_ANSWER: "warn"}


def called(call: Call, zone: tzinfo | None) -> str:
    """A call in words, its time on the hall's clock: "10:12 Comes later, 20 min late"."""
    said = ", ".join(filter(None, (_(OUTCOMES[call.outcome]), call.note)))
    return f"{words.time(call.at, zone)} {said}"


class CallCard(Card):
    """noted(Person, Outcome, note): they were called. said(Call, note): what they said in a call noted before.

    cancelled(Person), restored(Person): the registration falls, stands again. came(Person): they are here;
    at_door: only there is somebody checked in. copied(str): their number is on the clipboard.
    """

    noted = Signal(object, object, str)
    said = Signal(object, str)
    cancelled = Signal(object)
    restored = Signal(object)
    came = Signal(object)
    copied = Signal(str)

    def __init__(self, *, at_door: bool = False) -> None:
        super().__init__(tone="accent")
        self.callee: Callee | None = None
        self._just_noted = False
        self.name = Label("", "title" if at_door else "card-title", wrap=True)
        self.about = Label("", "muted", wrap=True)
        self.phone = Label("", "name")
        self.phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_button = Button(_("Copy"), self.copy, key="Ctrl+C")
        self.note = QLineEdit()
        self.note.setMaxLength(300)
        self.note.setAccessibleName(_("What they said"))
        self.note.setPlaceholderText(_("What they said: N begins, Enter keeps it"))
        self.note.returnPressed.connect(self._keep_note)
        self.outcomes = {
            outcome: Button(_(word), partial(self._note, outcome), size="tall" if at_door else "", key=str(number))
            for number, (outcome, word) in enumerate(OUTCOMES.items(), start=1)
        }
        self.cancel_button = Button(_("Cancel the registration"), self._cancel, kind="danger", key="Del")
        self.restore_button = Button(_("Put back on the list"), self._restore)
        # Enter is the list's own key: a shortcut here would take it from the line of the note.
        self.came_button, self._enter = Button(_("Check in"), self._come, kind="primary"), Keycap("Return")
        self.nobody = EmptyState(_("Nobody is chosen"), _("Choose somebody in the list to call them."))
        self._person = QWidget()
        self._lay_out(at_door=at_door)
        QShortcut(QKeySequence("N"), self).activated.connect(self._take_note)
        self.show_callee(None, None)

    def _lay_out(self, *, at_door: bool) -> None:
        lines = QVBoxLayout(self._person)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        number = row(self.phone, self.copy_button)
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, button in enumerate(self.outcomes.values()):
            grid.addWidget(button, place // 2, place % 2)
        self._calls = Label("", wrap=True)
        self.offer = Label("", "label", wrap=True)
        lines.addWidget(self.name)
        lines.addWidget(self.about)
        lines.addLayout(number)
        lines.addLayout(grid)
        lines.addWidget(self.note)
        lines.addWidget(self._calls)
        lines.addWidget(self.offer)
        lines.addLayout(row(*([self.came_button, self._enter] if at_door else [])))
        lines.addLayout(row(self.cancel_button, self.restore_button))
        lines.addStretch()
        self.body.addWidget(self._person)
        self.body.addWidget(self.nobody)

    @property
    def history(self) -> str:
        """The earlier calls, as shown."""
        return self._calls.text()

    def show_callee(self, callee: Callee | None, zone: tzinfo | None, about: str = "") -> None:
        """Show somebody, or nobody; what is typed stays while it is the same person. about: who they are."""
        if callee is None or self.callee is None or callee.id != self.callee.id:
            self.note.clear()
            self._just_noted = False
        self.callee = callee
        self._person.setVisible(callee is not None)
        self.nobody.setVisible(callee is None)
        if callee is None:
            return
        person = callee.person
        self.name.setText(person.name)
        said = [why.said(words) for why in callee.whys]
        self.about.setText(" · ".join(filter(None, (*said, about))))
        self.about.setVisible(bool(self.about.text()))
        self.phone.setText(person.phone or _("No phone number"))
        self.phone.setAccessibleName(_("Phone: {number}", number=self.phone.text()))
        self.copy_button.setVisible(bool(person.phone))
        self._show_calls(callee, zone)

    def _show_calls(self, callee: Callee, zone: tzinfo | None) -> None:
        lines = [
            f"{words.day(call.at.astimezone(zone).date(), 'medium')} {called(call, zone)}"
            for call in callee.calls[:_CALLS]
        ]
        self._calls.setText("\n".join(lines) or _("Not called yet."))
        person, last = callee.person, callee.last
        fell = last is not None and last.outcome is Outcome.NOT_COMING
        self.offer.setText(_("Not coming, but the registration still stands."))
        self.offer.setVisible(fell and not person.cancelled)
        self.cancel_button.setVisible(not person.cancelled)
        self.restore_button.setVisible(person.cancelled)

    def copy(self) -> None:
        """Put the number on the clipboard as it is dialled, for a telephone program or a message."""
        if self.callee is None or not self.callee.person.phone:
            return
        number = "".join(sign for sign in self.callee.person.phone if sign.isdigit() or sign == "+")
        # As plain text: a QMimeData of our own outlives Python and crashes at exit (PySide6 6.11.3).
        QGuiApplication.clipboard().setText(number)
        self.copied.emit(number)

    def _note(self, outcome: Outcome) -> None:
        if self.callee is None:
            return
        self._just_noted = True
        note = self.note.text().strip()
        self.note.clear()
        self.noted.emit(self.callee.person, outcome, note)

    def _take_note(self) -> None:
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _keep_note(self) -> None:
        """With the call that was just noted; before that, what came of the call is asked first."""
        note = self.note.text().strip()
        if self.callee is not None and note and self._just_noted and self.callee.last is not None:
            self.note.clear()
            self.said.emit(self.callee.last, note)
        else:
            next(iter(self.outcomes.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _person_of(self) -> Person | None:
        return self.callee.person if self.callee else None

    def _cancel(self) -> None:
        if person := self._person_of():
            self.cancelled.emit(person)

    def _restore(self) -> None:
        if person := self._person_of():
            self.restored.emit(person)

    def _come(self) -> None:
        if person := self._person_of():
            self.came.emit(person)
