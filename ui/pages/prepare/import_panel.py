"""Registrations: a list from a form tool is looked at, step by step, before anybody is added."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.event.undo import undo
from hackdesk.language import N_
from hackdesk.people.list_jobs import Brought, Look, Source, bring_in_list, choose_list, look_at_list
from hackdesk.people.list_queries import Imported, imports
from hackdesk.people.queries import people
from ui.jobs import Job
from ui.page import PATIENCE, Page
from ui.pages.prepare.import_wizard import ImportWizard
from ui.panel import Panel
from ui.rows import Column
from ui.text import _, many, words
from ui.widgets.bar import Bar
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from hackdesk.event.store import Event


#: A list of so many bytes is looked at in less than 50 ms where so many people are on the list already: less than
#: a process needs to begin. XLSX files are packed: their bytes count more.
SHORT_LIST, SHORT_PEOPLE = 40_000, 400


@dataclass(frozen=True)
class ListsNow:
    """Who is on the list, and which lists were brought in; where the event's file is, and which desk this is."""

    people: int
    lists: tuple[Imported, ...]
    path: Path
    station: str


class ImportPanel(Panel):
    """Choose a file, see what it says, mend what its columns hold, bring it in: in that order on the screen."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._job: Job | None = None
        self._working, self._turn = False, 0
        self._listed = False
        self._now: ListsNow | None = None
        self._waiting: Path | None = None
        self.setAcceptDrops(True)
        self.empty = EmptyState(
            _("Nobody is on the list yet"),
            _("Choose the CSV or XLSX file that the registration form gave you, or drop it here."
              " You see what will happen before anybody is added."),
            _("Choose a file"), self.choose_file,
        )  # fmt: skip
        self.wizard = ImportWizard()
        self.wizard.look_wanted.connect(self._look)
        self.wizard.bring_wanted.connect(self._bring)
        self.wizard.cancelled.connect(self._stop)
        self.wizard.another.connect(self.choose_file)
        self.wizard.closed.connect(self._put_away)
        self._lists, self._reading = self._build_lists(), self._build_reading()
        self._stack = QStackedWidget()
        for part in (self.empty, self._lists, self._reading, self.wizard):
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
        self.progress = Bar()
        card.body.addWidget(self.progress)
        card.body.addLayout(row(Button(_("Cancel"), self._put_away)))
        card.body.addStretch()
        return card

    def shrink(self, *, narrow: bool) -> None:
        self.wizard.shrink(narrow=narrow)

    def read(self, event: Event) -> ListsNow:
        return ListsNow(len(people(event)), imports(event), event.path, event.station)

    def display(self, answer: ListsNow) -> None:
        self._now = answer
        self.so_far.setText(
            many("{count} person is on the list.", "{count} people are on the list.", answer.people)
        )  # fmt: skip
        self.earlier.replace(answer.lists)
        self.earlier.setVisible(bool(answer.lists))
        self._listed = bool(answer.people or answer.lists)
        if self._waiting is not None:
            self.read_file(self._waiting)
        elif self._stack.currentWidget() is self.wizard:
            if self.wizard.step == "summary" and not self._working:
                self._look()
        elif not self._working:
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
        self._waiting = path if self._now is None else None
        self.page.notice.hide()
        self.progress.show_value(0, 1)
        self._stack.setCurrentWidget(self._reading)
        if self._now is not None:
            self._do(choose_list, (path,), self._show_list, self._refuse, size=_size_of(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        self.read_file(Path(path))

    def _show_list(self, answer: tuple[Source, Look]) -> None:
        self._stack.setCurrentWidget(self.wizard)
        self.wizard.begin(*answer)

    def _look(self) -> None:
        """Work out again what will happen: something was said about the list, or people have changed."""
        if self._now is None or self.wizard.source is None:
            return
        self._forget()
        source = self.wizard.source
        args = (source, self.wizard.wishes)
        self._do(look_at_list, args, self._show_look, self._refuse_look, size=len(source.content))
        self._wait(_("Working it out …"))

    def _bring(self) -> None:
        if self._now is None or self.wizard.source is None:
            return
        self._forget()
        source = self.wizard.source
        args = (source, self.wizard.wishes, self._now.station)
        self._do(bring_in_list, args, self._say_brought, self._refuse_look, size=len(source.content))
        self._wait(_("Bringing in …"))

    @property
    def busy(self) -> bool:
        """Whether something is being worked out."""
        return self._working

    def _do(
        self, work: Callable[..., Any], args: tuple[Any, ...], then: Callable[[Any], None],
        sorry: Callable[[HackDeskError], None], *, size: int,
    ) -> None:  # fmt: skip
        """Work with a list: what is short is asked of the event, what is long gets a process. size: in bytes."""
        assert self._now is not None
        self._working = True
        answered = partial(self._answer, self._turn, then)
        refused = partial(self._answer, self._turn, sorry)
        if size <= SHORT_LIST and self._now.people <= SHORT_PEOPLE:
            self.page.ask(partial(_call, work, args), answered, refused)
            return
        self._job = Job(work, self._now.path, *args, parent=self)
        self._job.stepped.connect(self._show_progress)
        self._job.finished.connect(answered)
        self._job.failed.connect(refused)

    def _answer(self, turn: int, then: Callable[[Any], None], answer: Any) -> None:
        """What comes for somebody who has gone on to something else is dropped."""
        if turn == self._turn:
            self._job, self._working = None, False
            then(answer)

    def _wait(self, word: str) -> None:
        """Say what is being done where it is not done at once."""
        self.wizard.hold()
        QTimer.singleShot(PATIENCE, self, partial(self._say_working, self._turn, word))

    def _say_working(self, turn: int, word: str) -> None:
        if turn == self._turn and self._working:
            self.wizard.work(0, 1, word)

    def _show_progress(self, done: int, of: int) -> None:
        self.progress.show_value(done, of)
        self.wizard.bar.show_value(done, of)

    def _show_look(self, look: Look) -> None:
        self.wizard.show_look(look)

    def _refuse_look(self, error: HackDeskError) -> None:
        self.wizard.work(0, 0)
        self.page.sorry(error)

    def _stop(self) -> None:
        self._forget()
        self.wizard.work(0, 0)

    def _say_brought(self, receipt: Brought) -> None:
        self._forget()
        said = many("{count} person added", "{count} people added", receipt.added)
        if receipt.updated:
            said += ", " + many("{count} changed", "{count} changed", receipt.updated)
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
        """Nothing that is being worked out is of interest any more."""
        self._turn += 1
        if self._job is not None:
            self._job.stepped.disconnect()
            self._job.cancel()
        self._job = self._waiting = None
        self._working = False

    def _show_lists(self) -> None:
        self._stack.setCurrentWidget(self._lists if self._listed else self.empty)
        self.setFocusProxy(self.choose_button if self._listed else self.empty.button)

    def _moment(self, one: Imported) -> str:
        return words.moment(one.at, self.page.zone)


def _call(work: Callable[..., Any], args: tuple[Any, ...], event: Event) -> Any:
    return work(event, *args)


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # reading it says why it cannot be read
