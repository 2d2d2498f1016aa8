"""The Documents page: look at every document before it is printed, then save or print it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFileDialog, QHBoxLayout

from hackdesk.documents.kinds import KINDS, Standing, standings
from hackdesk.documents.rules import Printed
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import EventSettings, settings_of
from hackdesk.language import LANGUAGES, N_, language
from ui import theme
from ui.desk import Desk
from ui.making import Destination, Maker, Order, Proofs
from ui.page import Page
from ui.pages.documents.kind_list import KindList
from ui.pages.documents.preview import Preview
from ui.pages.documents.progress import Progress
from ui.text import _, many
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from hackdesk.event.store import Event

#: Milliseconds somebody stays on a document before its preview is drawn.
SETTLED = 160


@dataclass(frozen=True)
class OnPaper:
    """What the page reads: the event's settings and how each document stands."""

    settings: EventSettings
    standings: dict[str, Standing]


class DocumentsPage(Page):
    """A list of the documents, and the one that is chosen as it will look."""

    name = "documents"
    title = N_("Documents")
    concerns = frozenset(
        {
            "settings", "people", "attendance", "stakeholder_groups", "teams", "memberships", "topics", "pitches",
            "criteria", "jurors", "ballots", "tie_votes", "awards", "awards_given", "revisions", "commitments",
            "printed", "certificates", "criteria_changes", "meals", "meal_ticks", "pictures",
        }
    )  # fmt: skip
    keys = (
        ("Up, Down", N_("Choose another document")),
        ("Page Up, Page Down", N_("Turn the pages of the preview")),
        ("Ctrl+S", N_("Save the document as a PDF")),
        ("Ctrl+P", N_("Print the document")),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._answer: OnPaper | None = None
        self._previewed: tuple[str, Any, str] | None = None
        self._same = False
        self._on_paper = False
        self.kinds, self.preview, self.progress = KindList(), Preview(), Progress()
        self.proofs, self.maker = Proofs(self), Maker(desk, self.preview.line, self)
        self.languages = QComboBox()
        self.all_button = Button(_("Make all …"), self._ask_folder, sign="folder-open")
        self.print_button = Button(_("Print …"), self._ask_printer, key="Ctrl+P", sign="printer")
        self.save_button = Button(_("Save as PDF …"), self._ask_path, kind="primary", key="Ctrl+S", sign="save")
        self._settled = QTimer(self, singleShot=True, interval=SETTLED)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.kinds)

    def _lay_out(self) -> None:
        self.languages.setAccessibleName(_("Language of the document"))
        for tag, name in LANGUAGES.items():
            self.languages.addItem(name, tag)
        self.actions_line.addWidget(Label(_("Language"), "second"))
        self.actions_line.addWidget(self.languages)
        self.actions_line.addWidget(self.all_button)
        shown = Card()
        shown.body.setContentsMargins(12, 12, 12, 12)
        shown.body.addWidget(self.preview, 1)
        below = QHBoxLayout()
        below.addLayout(self.preview.turning)
        below.addStretch()
        below.addWidget(self.print_button)
        below.addWidget(self.save_button)
        shown.body.addLayout(below)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(theme.GAP)
        self._sides.addWidget(self.kinds)
        self._sides.addWidget(shown, 1)
        self.body.addLayout(self._sides, 1)
        self.body.addWidget(self.progress)

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._choose)
        self.languages.activated.connect(self._show_chosen)
        self.preview.mend.connect(self._mend)
        self._settled.timeout.connect(self._draw_proof)
        self.proofs.drawn.connect(self._show_proof)
        self.proofs.refused.connect(self.preview.refuse)
        self.progress.cancel_wanted.connect(self._cancel)
        self.maker.begun.connect(self._show_begun)
        self.maker.stepped.connect(self.progress.step)
        self.maker.made.connect(self._show_made)
        self.maker.refused.connect(self._show_refused)
        self.maker.cancelled.connect(self._show_cancelled)
        for key, turn in (("PgDown", self.preview.turn), ("PgUp", self.preview.turn_back)):
            QShortcut(QKeySequence(key), self).activated.connect(turn)

    # --- reading ------------------------------------------------------------------------------

    def read(self, event: Event) -> OnPaper:
        return OnPaper(settings_of(event), {standing.name: standing for standing in standings(event)})

    def display(self, answer: OnPaper) -> None:
        if self._answer is None:
            self.languages.setCurrentIndex(max(0, self.languages.findData(answer.settings.language)))
        self._answer = answer
        self.kinds.show_standings(tuple(answer.standings.values()), answer.settings.zone)
        self._show_chosen()

    def select(self, subject: Any) -> None:
        if subject in KINDS:
            self.kinds.choose(subject)

    def shrink(self, *, narrow: bool) -> None:
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self.kinds.shrink(narrow=narrow)

    def leave(self) -> None:
        self._settled.stop()
        self.maker.close()
        self.proofs.close()
        self.preview.leave()

    @property
    def _tag(self) -> str:
        return str(self.languages.currentData())

    # --- the preview --------------------------------------------------------------------------

    def _choose(self, name: str) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self._answer is None:
            return
        standing = self._answer.standings[self.kinds.current]
        self._allow()
        if standing.refusal is not None:
            self._previewed = None
            self._settled.stop()
            self.proofs.stop()
            self.preview.refuse(standing.refusal)
        elif self._previewed != (standing.name, standing.values, self._tag):
            if self._previewed is None or self._previewed[0] != standing.name:
                self.preview.wait()
            self._settled.start()

    def _draw_proof(self) -> None:
        assert self._answer is not None
        standing = self._answer.standings[self.kinds.current]
        self._same = self._previewed is not None and self._previewed[0] == standing.name
        self._previewed = (standing.name, standing.values, self._tag)
        self.proofs.draw(*self._previewed)

    def _show_proof(self, printed: Printed) -> None:
        self.preview.show_document(printed, same=self._same)

    def _mend(self, page: str) -> None:
        self.wants.emit(page, None)

    # --- saving and printing ------------------------------------------------------------------

    def save_to(self, path: Path) -> None:
        """Make the chosen document for good, as a PDF at this path."""
        self._make([Order(self.kinds.current, path)])

    def make_all_into(self, folder: Path) -> None:
        """Make every document for which there is something to print, into a folder."""
        if self._answer is not None:
            ready = [standing.name for standing in self._answer.standings.values() if not standing.refusal]
            words = language(self._tag)
            self._make([Order(name, folder / KINDS[name].file_name(words)) for name in ready])

    def print_on(self, printer: QPrinter) -> None:
        """Make the chosen document for good and paint it on a printer."""
        name = self.kinds.current
        to = Destination(printer.printerName(), partial(_given, printer))
        self._make([Order(name, self.proofs.path_for(f"{name}.pdf"), to=to)])

    def _make(self, orders: list[Order]) -> None:
        if orders and not self.maker.busy:
            self._on_paper = orders[0].to is not None
            self.maker.make(orders, self._tag)
            self._allow()

    def _cancel(self) -> None:
        self.maker.cancel()

    def _allow(self) -> None:
        """Buttons that cannot do anything now are grey."""
        busy = self.maker.busy
        found = self._answer.standings if self._answer else {}
        here = self.kinds.current in found and found[self.kinds.current].refusal is None
        for button in (self.save_button, self.print_button):
            button.setEnabled(here and not busy)
        self.all_button.setEnabled(not busy and any(not standing.refusal for standing in found.values()))

    def _ask_path(self) -> None:
        name = KINDS[self.kinds.current].file_name(language(self._tag))
        path, _filter = QFileDialog.getSaveFileName(self, _("Save as PDF"), name, "PDF (*.pdf)")
        if path:
            self.save_to(Path(path).with_suffix(".pdf"))

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("A folder for all documents"))
        if folder:
            self.make_all_into(Path(folder))

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        from ui.printing import printer_for

        printer = printer_for(self.preview.size_mm)
        if QPrintDialog(printer, self).exec():
            self.print_on(printer)

    # --- what came of it ----------------------------------------------------------------------

    def _show_begun(self, order: Order, number: int, of: int) -> None:
        title = _(KINDS[order.name].title)
        if of > 1:
            title = _("{title} – {number} of {of}", title=title, number=number, of=of)
        self.progress.begin(title)

    def _show_made(self, printed: tuple[Printed, ...]) -> None:
        self._end()
        pages = sum(document.pages for document in printed)
        if self._on_paper:
            self.receipt(many("Sent {count} page to the printer", "Sent {count} pages to the printer", pages))
            return
        said = many("{count} page", "{count} pages", pages)
        if len(printed) == 1:
            self.receipt(_("Saved {name}, {pages}", name=printed[0].path.name, pages=said))
        else:
            folder = printed[0].path.parent.name
            files = many("{count} document", "{count} documents", len(printed))
            self.receipt(_("Saved in {folder}: {files}, {pages}", folder=folder, files=files, pages=said))

    def _show_refused(self, error: HackDeskError) -> None:
        self._end()
        self.sorry(error)

    def _show_cancelled(self, printed: tuple[Printed, ...] = ()) -> None:
        self._end()
        many_made = many("{count} document was made before", "{count} documents were made before", len(printed))
        self.receipt(_("Stopped. {made}.", made=many_made) if printed else _("Stopped. Nothing was made."))

    def _end(self) -> None:
        self.progress.end()
        self._allow()


def _given(printer: QPrinter) -> QPrinter:
    """The printer that the system's dialog gave."""
    return printer
