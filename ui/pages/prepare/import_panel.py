"""Registrations: a list from a form tool is looked at before anybody is added."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.event.undo import undo
from hackdesk.language import N_
from hackdesk.people.actions import BroughtIn, bring_in
from hackdesk.people.importing.plan import Outcome
from hackdesk.people.importing.registrations import Registrations
from hackdesk.people.importing.table import Table as List
from hackdesk.people.importing.table import read_table
from hackdesk.people.list_queries import Imported, Preview, imports, preview
from hackdesk.people.queries import people
from ui.jobs import Job
from ui.page import Page
from ui.pages.prepare.import_look import ImportLook
from ui.panel import Panel
from ui.rows import Column
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from hackdesk.event.store import Event


@dataclass(frozen=True)
class ListsNow:
    """Who is on the list, and which lists were brought in."""

    people: int
    lists: tuple[Imported, ...]


class ImportPanel(Panel):
    """Choose a file, see what it says, mend what its columns hold, bring it in: in that order on the screen."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._job: Job | None = None
        self._list: List | None = None
        self._listed = False
        self.setAcceptDrops(True)
        self.empty = EmptyState(
            _("Nobody is on the list yet"),
            _("Choose the CSV or XLSX file that the registration form gave you, or drop it here."
              " You see what will happen before anybody is added."),
            _("Choose a file"), self.choose_file,
        )  # fmt: skip
        self.look = ImportLook()
        self.look.wanted.connect(self._bring)
        self.look.mapped.connect(self._look)
        self.look.another.connect(self.choose_file)
        self.look.closed.connect(self._put_away)
        self._lists, self._reading = self._build_lists(), self._build_reading()
        self._stack = QStackedWidget()
        for part in (self.empty, self._lists, self._reading, self.look):
            self._stack.addWidget(part)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._stack)

    def _build_lists(self) -> QWidget:
        card = Card(_("Registrations"))
        self.so_far = Label("", "muted", wrap=True)
        self.choose_button = Button(_("Choose a file"), self.choose_file, kind="primary", sign="upload")
        self.earlier = Table(
            (
                Column(N_("List"), lambda one: one.source, strong=True),
                Column(N_("Brought in"), self._moment, width=210),
                Column(N_("Added"), lambda one: str(one.added), right=True, width=90),
                Column(N_("Updated"), lambda one: str(one.updated), right=True, width=100),
            ),
            lambda one: one.at, name=_("Lists brought in"), wrap=True,
        )  # fmt: skip
        self.earlier.setProperty("role", "inside")
        card.body.addWidget(self.so_far)
        card.body.addLayout(row(self.choose_button, Label(_("or drop it here"), "muted")))
        card.body.addWidget(self.earlier, 1)
        card.body.addStretch()
        return card

    def _build_reading(self) -> QWidget:
        card = Card(_("Reading the list …"))
        card.body.addLayout(row(Button(_("Cancel"), self._put_away)))
        card.body.addStretch()
        return card

    def shrink(self, *, narrow: bool) -> None:
        self.look.shrink(narrow=narrow)

    def read(self, event: Event) -> ListsNow:
        return ListsNow(len(people(event)), imports(event))

    def display(self, answer: ListsNow) -> None:
        self.so_far.setText(
            many("{count} person is on the list.", "{count} people are on the list.", answer.people)
        )  # fmt: skip
        self.earlier.replace(answer.lists)
        self.earlier.setVisible(bool(answer.lists))
        self._listed = bool(answer.people or answer.lists)
        if self._list is not None:
            self._look()
        elif self._job is None:
            self._show_lists()

    def choose_file(self) -> None:
        """Ask for a file and read it."""
        kinds = _("Lists") + " (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;" + _("All files") + " (*)"
        name, _filter = QFileDialog.getOpenFileName(self, _("Choose the list of registrations"), "", kinds)
        if name:
            self.read_file(Path(name))

    def read_file(self, path: Path) -> None:
        """Read a file in a process of its own; what it says is then shown."""
        self._forget()
        self.page.notice.hide()
        self._stack.setCurrentWidget(self._reading)
        self._job = Job(read_table, path, parent=self)
        self._job.finished.connect(self._show_list)
        self._job.failed.connect(self._refuse)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        self.read_file(Path(path))

    def _show_list(self, table: List) -> None:
        self._job, self._list = None, table
        self.look.show_list(table)
        self._stack.setCurrentWidget(self.look)
        self.page.ask(partial(preview, table=table), self._show_first, self.look.say_wrong)

    def _show_first(self, answer: Preview) -> None:
        self._show_preview(answer)
        self.look.setFocus()

    def _look(self) -> None:
        """Work out again what will happen: a column was mapped, or people have changed."""
        if self._list is not None:
            looking = partial(preview, table=self._list, columns=self.look.columns.columns)
            self.page.ask(looking, self._show_preview, self.look.say_wrong)

    def _show_preview(self, answer: Preview) -> None:
        if self._list is not None:
            self.look.show_preview(answer)

    def _bring(self, registrations: Registrations) -> None:
        self.page.ask(partial(bring_in, registrations=registrations), self._say_brought, self.look.say_wrong)

    def _say_brought(self, receipt: BroughtIn) -> None:
        self._forget()
        added, updated = (len(receipt.plan.people(one)) for one in (Outcome.ADDED, Outcome.UPDATED))
        said = many("{count} person added", "{count} people added", added)
        if updated:
            said += ", " + many("{count} changed", "{count} changed", updated)
        self._listed = True
        self._show_lists()
        self.page.receipt(said, partial(self._take_back, receipt.entry) if receipt.entry else None)

    def _take_back(self, entry: int) -> None:
        self.page.ask(partial(undo, number=entry), self._say_taken_back)

    def _say_taken_back(self, _change: object) -> None:
        self.page.receipt(_("The list is taken back"))

    def _refuse(self, error: HackDeskError) -> None:
        self._put_away()
        self.page.sorry(error)

    def _put_away(self) -> None:
        self._forget()
        self._show_lists()

    def _forget(self) -> None:
        if self._job is not None:
            self._job.finished.disconnect(self._show_list)
            self._job.failed.disconnect(self._refuse)
            self._job.cancel()
        self._job = self._list = None

    def _show_lists(self) -> None:
        self._stack.setCurrentWidget(self._lists if self._listed else self.empty)
        self.setFocusProxy(self.choose_button if self._listed else self.empty.button)

    def _moment(self, one: Imported) -> str:
        return words.moment(one.at, self.page.zone)
