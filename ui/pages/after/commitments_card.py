"""One team's commitments: a table, and the line to add to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from hackdesk.follow_up.aftermath import Contact
from hackdesk.follow_up.rules import Commitment, CommitmentState, TeamCommitments
from hackdesk.language import N_
from ui.pages.after.promise_line import PromiseLine
from ui.pages.after.typed_day import shown_day
from ui.rows import Column
from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import Table

#: Pixels of a name.
_WIDE, _NARROW = 190, 112
_STATES = {
    CommitmentState.OPEN: (N_("open"), "plain"),
    CommitmentState.DONE: (N_("done"), "accent"),
    CommitmentState.DROPPED: (N_("given up"), "plain"),
}


class CommitmentsCard(Card):
    """mark_wanted (Commitment, CommitmentState); remove_wanted (Commitment); contact_wanted (Contact): the first
    that is open, else the last. The line has signals of its own."""

    mark_wanted = Signal(object, object)
    remove_wanted = Signal(object)
    contact_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("")
        self._today = date.today()
        self._team: UUID | None = None
        self.table = Table(
            (
                Column(N_("Who"), lambda one: one.who, strong=True, width=_WIDE),
                Column(N_("Does what"), _what),
                Column(N_("By when"), lambda one: shown_day(one.by_when), width=112),
                Column("", lambda one: "", pill=self._sign, right=True, width=124),
            ),
            name=_("Commitments"),
            wrap=True,
        )
        self.table.setProperty("role", "inside")
        self.table.chosen.connect(self._show_buttons)
        self.table.opened.connect(self._mend)
        self.line = PromiseLine()
        self.done_button = Button(_("Done"), self._done, sign="check")
        self.drop_button = Button(_("Given up"), self._drop, kind="plain")
        self.mend_button = Button(_("Change"), self._mend_current, kind="plain")
        self.remove_button = Button(_("Remove"), self._remove, kind="plain")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                _("Nothing promised yet"),
                _("Type below who does what by when: a named person and a day."),
            )
        )
        for button in (self.done_button, self.drop_button, self.mend_button, self.remove_button):
            self.head.addWidget(button)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.line)
        self._contacts: tuple[Contact, ...] = ()
        self.contacts_button = Button("", self._want_contact, kind="link", size="small")
        self.body.addLayout(row(self.contacts_button))
        for key, slot in (("Space", self._done), ("Delete", self._remove)):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)

    def shrink(self, *, narrow: bool) -> None:
        """Leave names less room in a narrow window, so that words are not broken off."""
        self.table.setColumnWidth(0, _NARROW if narrow else _WIDE)
        self._stack.setMinimumHeight(200 if narrow else 0)

    def show_team(self, team: TeamCommitments, names: Sequence[str], today: date) -> None:
        """names: the members; today: as in the hall."""
        self._today = today
        if team.team_id != self._team:
            self._team = team.team_id
            self.line.begin()
        self.title.setText(team.team_name)
        self.table.replace(team.commitments)
        self._stack.setCurrentIndex(0 if team.commitments else 1)
        if self.table.current is None and team.commitments:
            self.table.choose(team.commitments[0].id)
        self.line.know(names, today)
        self._show_buttons()

    def show_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """On which days the team is asked how it goes; nothing where none is planned."""
        self._contacts = contacts
        days = [("✓ " if one.done_on else "") + shown_day(one.due_on) for one in contacts]
        self.contacts_button.setText(_("Contacts: {days}", days=" · ".join(days)) if days else "")
        self.contacts_button.setVisible(bool(days))

    def _want_contact(self) -> None:
        still_open = [one for one in self._contacts if one.done_on is None]
        self.contact_wanted.emit((still_open or list(self._contacts[-1:]))[0])

    def _sign(self, one: Commitment) -> tuple[str, str]:
        if one.overdue(self._today):
            return _("overdue"), "warn"
        word, tone = _STATES[one.state]
        return _(word), tone

    @property
    def _current(self) -> Commitment | None:
        current: Commitment | None = self.table.current
        return current

    def _show_buttons(self) -> None:
        one = self._current
        for button in (self.done_button, self.drop_button, self.mend_button, self.remove_button):
            button.setEnabled(one is not None)
        closed = one is not None and one.state != CommitmentState.OPEN
        self.done_button.setText(_("Open again") if closed else _("Done"))
        self.drop_button.setVisible(not closed)

    def _done(self) -> None:
        if self._current:
            closed = self._current.state != CommitmentState.OPEN
            self.mark_wanted.emit(self._current, CommitmentState.OPEN if closed else CommitmentState.DONE)

    def _drop(self) -> None:
        if self._current:
            self.mark_wanted.emit(self._current, CommitmentState.DROPPED)

    def _mend(self, one: Commitment) -> None:
        self.line.mend(one)

    def _mend_current(self) -> None:
        if self._current:
            self.line.mend(self._current)

    def _remove(self) -> None:
        if self._current:
            self.remove_wanted.emit(self._current)


def _what(one: Commitment) -> str:
    return "\n".join(filter(None, (one.what, _("with {support}", support=one.support) if one.support else "")))
