"""What is due when the file is opened again, its days as a calendar, and the next edition."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.event.settings import EventSettings, settings_of
from hackdesk.follow_up.aftermath import Ahead, Due, DueKind
from hackdesk.follow_up.aftermath_queries import ahead, fates
from hackdesk.follow_up.wording import due_words
from hackdesk.language import N_
from ui import theme
from ui.page import Page
from ui.pages.after.calendar_saving import calendar_button
from ui.pages.after.next_edition_form import EditionWish, NextEditionForm, begin_edition
from ui.panel import Panel
from ui.rows import Column
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.widgets.table import Table

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: Where each is marked.
_PLACES = {DueKind.CONTACT: "contacts", DueKind.COMMITMENT: "teams", DueKind.PROMISE: "partners"}
_KINDS = {
    DueKind.CONTACT: N_("Contact"), DueKind.COMMITMENT: N_("Commitment"), DueKind.PROMISE: N_("Partner's promise"),
}  # fmt: skip


class DuePanel(Panel):
    """Late first; each line leads to where it is marked. Beside it the days as a file, and the next edition."""

    keys = (("Enter", N_("Go to where the chosen line is marked")),)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.table = Table(
            (
                Column(N_("Day"), lambda one: words.day(one.on, "medium"), width=140),
                Column(N_("What is due"), lambda one: due_words(one, words), strong=True),
                Column(N_("Kind"), lambda one: _(_KINDS[one.kind]), width=146),
                Column("", lambda one: "", pill=_sign, right=True, width=136),
            ),
            name=_("What is due"),
            wrap=True,
        )
        self.table.setProperty("role", "inside")
        self.table.opened.connect(self._go)
        self.table.chosen.connect(self._show_button)
        self.go_button = Button(_("Go there"), self._go_current, kind="primary")
        self.then = Label("", "second", wrap=True)
        self.nothing = EmptyState("", "", _("The teams' commitments"), partial(page.select, "teams"), kind="quiet")
        self.calendar_button = calendar_button(page)
        self.edition_button = Button(_("Begin the next edition …"), self._begin, sign="plus")
        self.returning = Label("", "second", wrap=True)
        self.form = NextEditionForm()
        self.form.wanted.connect(self._make)
        self.form.given_up.connect(self._put_away)
        self._build()
        self.setFocusProxy(self.table)

    def _build(self) -> None:
        due, days, edition = Card(_("What is due")), Card(_("Days in your calendar")), Card(_("The next edition"))
        self._list = QStackedWidget()
        self._list.addWidget(self.table)
        self._list.addWidget(self.nothing)
        due.body.addWidget(self._list, 1)
        due.body.addWidget(self.then)
        due.body.addLayout(row(self.go_button))
        said = _("Contacts, commitments and partners' promises with their days, for any calendar program.")
        days.body.addWidget(Label(said, "second", wrap=True))
        days.body.addLayout(row(self.calendar_button))
        said = _("A new file with this event's programme, criteria and awards, and the topics that return.")
        edition.body.addWidget(Label(said, "second", wrap=True))
        edition.body.addWidget(self.returning)
        edition.body.addLayout(row(self.edition_button))
        beside = QVBoxLayout()
        beside.setSpacing(theme.GAP)
        beside.addWidget(days)
        beside.addWidget(edition)
        beside.addStretch()
        whole = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GAP)
        self._sides.addWidget(due, 7)
        self._sides.addLayout(beside, 3)
        self._parts = QStackedWidget()
        self._parts.addWidget(whole)
        self._parts.addWidget(Scroll(self.form))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._parts)

    def shrink(self, *, narrow: bool) -> None:
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._list.setMinimumHeight(220 if narrow else 0)
        self.table.setColumnHidden(2, narrow)

    # --- reading ------------------------------------------------------------------------------

    def read(self, event: Event) -> tuple[Ahead, int, EventSettings, Path]:
        return ahead(event), sum(one.returns for one in fates(event)), settings_of(event), event.path

    def display(self, answer: tuple[Ahead, int, EventSettings, Path]) -> None:
        now, returning, settings, path = answer
        self.table.replace(now.now)
        self._list.setCurrentIndex(0 if now.now else 1)
        if self.table.current is None and now.now:
            self.table.choose(now.now[0].id)
        self.nothing.name(*_calm(now))
        self.setFocusProxy(self.table if now.now else self.nothing.button)
        self.then.setText(_then(now) if now.now else "")
        self.then.setVisible(bool(self.then.text()))
        self.returning.setText(many("{count} topic returns.", "{count} topics return.", returning))
        self.returning.setVisible(bool(returning))
        self.form.know(settings, returning, path)
        self._show_button()

    def _show_button(self) -> None:
        self.go_button.setVisible(bool(self.table.rows))
        self.go_button.setEnabled(self.table.current is not None)

    # --- what is pressed ----------------------------------------------------------------------

    def _go_current(self) -> None:
        if self.table.current is not None:
            self._go(self.table.current)

    def _go(self, one: Due) -> None:
        self.page.select((_PLACES[one.kind], one.id))

    def _begin(self) -> None:
        self._parts.setCurrentIndex(1)
        self.form.setFocus()

    def _put_away(self) -> None:
        self._parts.setCurrentIndex(0)
        self.edition_button.setFocus()

    def _make(self, wish: EditionWish) -> None:
        self.page.ask(partial(begin_edition, wish=wish), self._made, self.form.refuse)

    def _made(self, path: Path) -> None:
        self._put_away()
        self.page.receipt(_("The next edition is in {path}", path=str(path)))
        self.page.file_wanted.emit(path)


def _sign(one: Due) -> tuple[str, str]:
    return ("! " + _("overdue"), "warn") if one.late else (_("this week"), "info")


def _calm(now: Ahead) -> tuple[str, str]:
    """A title and a sentence for when nothing is due."""
    if not now.ended:
        return _("Nothing to follow up yet"), _("When the event is over, what is due stands here, late first.")
    if now.then is None:
        return _("Nothing is due"), _("No open day is written down. Plan the contacts under Contacts.")
    return _("Nothing is due"), _then(now)


def _then(now: Ahead) -> str:
    if now.then is None:
        return _("After this nothing has a day.")
    return _("Next, {day}: {what}", day=words.day(now.then.on, "medium"), what=due_words(now.then, words))
