"""The Documents page: look at every document before it is printed, then save or print it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout

from hackdesk.documents.badge_values import Badges, BadgeWish, Which, wished
from hackdesk.documents.certificate_queries import certificate_pictures, certificate_settings
from hackdesk.documents.kinds import KINDS, Standing, standings
from hackdesk.documents.rules import Logo, NothingToPrint, Printed
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import EventSettings, change_settings, settings_of
from hackdesk.language import N_, language
from ui import theme
from ui.desk import Desk
from ui.making import Destination, Order, Proofs
from ui.page import Page
from ui.pages.documents.badge_options import BadgeOptions
from ui.pages.documents.certificate_keeping import CertificateKeeping
from ui.pages.documents.certificate_options import CertificateOptions
from ui.pages.documents.kind_list import KindList
from ui.pages.documents.language_choice import LanguageChoice
from ui.pages.documents.preview import Preview
from ui.pages.documents.proof_card import RealButton
from ui.pages.documents.tables_saving import TablesButton
from ui.pages.documents.workshop import Workshop
from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from hackdesk.event.store import Event

#: Milliseconds somebody stays on a document before its preview is drawn.
SETTLED = 160


@dataclass(frozen=True)
class OnPaper:
    """What the page reads: the event's settings, how each document stands, and the pictures of certificates."""

    settings: EventSettings
    standings: dict[str, Standing]
    pictures: dict[str, Logo]


class DocumentsPage(Page):
    """A list of the documents, and the one that is chosen as it will look."""

    name = "documents"
    title = N_("Documents")
    concerns = frozenset(
        {
            "settings", "people", "attendance", "stakeholder_groups", "teams", "memberships", "topics", "pitches",
            "rounds", "pitch_wishes", "criteria", "jurors", "ballots", "tie_votes", "awards", "awards_given",
            "revisions", "commitments",
            "printed", "certificates", "criteria_changes", "meals", "meal_ticks", "pictures", "blank_badges",
            "programme_items", "targets", "calls", "juror_access", "announcements", "partner_promises", "contacts",
            "topic_outcomes", "form_answers",
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
        self.kinds, self.preview, self.proofs = KindList(), Preview(), Proofs(self)
        self.workshop = Workshop(self, self.preview.line)
        self.progress = self.workshop.progress
        self.options, self.certificates, self.languages = BadgeOptions(), CertificateOptions(), LanguageChoice()
        self.all_button = Button(_("Make all …"), self._ask_folder, sign="folder-open")
        self.tables_button = TablesButton(self)
        self.print_button = Button(_("Print …"), self._ask_printer, key="Ctrl+P", sign="printer")
        self.save_button = Button(_("Save as PDF …"), self._ask_path, kind="primary", key="Ctrl+S", sign="save")
        self.real = RealButton(self)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.kinds)

    def _lay_out(self) -> None:
        self._language = Label(_("Language"), "second")
        self.actions_line.addWidget(self._language)
        self.actions_line.addWidget(self.languages)
        self.actions_line.addWidget(self.all_button)
        self.actions_line.addWidget(self.tables_button)
        shown = Card()
        shown.body.setContentsMargins(12, 12, 12, 12)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(theme.GAP)
        self._beside.addWidget(self.preview, 1)
        self._beside.addWidget(self.options)
        self._beside.addWidget(self.certificates)
        shown.body.addLayout(self._beside, 1)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.addLayout(self.preview.turning)
        self._below.addStretch()
        self._below.addLayout(row(self.print_button, self.save_button))
        shown.body.addLayout(self._below)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(theme.GAP)
        left = QVBoxLayout()
        left.addWidget(self.kinds, 1)
        left.addWidget(self.real)
        self._sides.addLayout(left)
        for part in (shown, self.real.card):
            self._sides.addWidget(part, 1)
        self.real.instead = shown
        self.body.addLayout(self._sides, 1)
        self.body.addWidget(self.progress)
        self.shrink(narrow=False)

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._choose)
        self.languages.activated.connect(self._show_language)
        self.preview.mend.connect(self._mend)
        self.options.changed.connect(self._show_chosen)
        self.options.set.connect(self._set)
        CertificateKeeping(self, self.certificates)
        self._settled.timeout.connect(self._draw_proof)
        self.proofs.drawn.connect(self._show_proof)
        self.proofs.refused.connect(self.preview.refuse)
        self.workshop.changed.connect(self._allow)
        for key, turn in (("PgDown", self.preview.turn), ("PgUp", self.preview.turn_back)):
            QShortcut(QKeySequence(key), self).activated.connect(turn)

    # --- reading ------------------------------------------------------------------------------

    def read(self, event: Event) -> OnPaper:
        found = {standing.name: standing for standing in standings(event)}
        return OnPaper(settings_of(event), found, certificate_pictures(event))

    def display(self, answer: OnPaper) -> None:
        if self._answer is None:
            self.languages.setCurrentIndex(max(0, self.languages.findData(answer.settings.language)))
        self._answer = answer
        self.options.show_badges(answer.standings["badges"].values, answer.settings)
        self.kinds.show_standings(tuple(answer.standings.values()), answer.settings.zone)
        self._show_language()

    def select(self, subject: Any) -> None:
        if isinstance(subject, tuple):  # ("badges", whose)
            self.kinds.choose(subject[0])
            self.options.choose_people(subject[1:])
        elif subject in KINDS:
            self.kinds.choose(subject)

    def shrink(self, *, narrow: bool) -> None:
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for layout in (self._sides, self._beside, self._below):
            layout.setDirection(direction)
        self.options.shrink(narrow=narrow)
        self._language.setVisible(not narrow)
        self.tables_button.shrink(narrow=narrow)
        self.certificates.shrink(narrow=narrow)
        self.kinds.shrink(narrow=narrow)

    def leave(self) -> None:
        self._settled.stop()
        self.workshop.maker.close()
        self.proofs.close()
        self.preview.leave()

    # --- the preview --------------------------------------------------------------------------

    def _show_language(self) -> None:
        if self._answer is not None:
            settings = certificate_settings(self._answer.settings)
            self.certificates.show_settings(settings, self._answer.pictures, self.languages.tag)
        self._show_chosen()

    def _choose(self, name: str) -> None:
        self.real.leave()
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self._answer is None:
            return
        self.options.setVisible(self.kinds.current == "badges")
        self.certificates.setVisible(self.kinds.current == "certificates")
        name, (values, refusal) = self.kinds.current, self._wanted()
        self._allow()
        if refusal is not None:
            self._previewed = None
            self._settled.stop()
            self.proofs.stop()
            self.preview.refuse(refusal)
        elif self._previewed != (name, values, self.languages.tag):
            if self._previewed is None or self._previewed[0] != name:
                self.preview.wait()
            self._settled.start()

    def _wanted(self) -> tuple[Any, HackDeskError | None]:
        """What the chosen document is drawn from, of the badges those that are wanted; or what is missing."""
        if self._answer is None:
            return None, NothingToPrint("")
        standing = self._answer.standings[self.kinds.current]
        if standing.name != "badges":
            return standing.values, standing.refusal
        try:
            return wished(standing.values, self.options.wish), None
        except HackDeskError as refusal:
            return None, refusal

    def _draw_proof(self) -> None:
        name, (values, refusal) = self.kinds.current, self._wanted()
        if refusal is not None:
            return
        self._same = self._previewed is not None and self._previewed[0] == name
        self._previewed = (name, values, self.languages.tag)
        self.proofs.draw(*self._previewed)

    def _show_proof(self, printed: Printed) -> None:
        self.preview.show_document(printed, same=self._same)

    def _mend(self, page: str) -> None:
        self.wants.emit(page, None)

    # --- saving and printing ------------------------------------------------------------------

    def save_to(self, path: Path) -> None:
        """Make the chosen document for good, as a PDF at this path."""
        self.workshop.make([Order(self.kinds.current, path, self.options.wish)], self.languages.tag)

    def make_all_into(self, folder: Path) -> None:
        """Make every document for which there is something to print, into a folder; no badge twice."""
        words, new = language(self.languages.tag), BadgeWish(Which.NEW)
        orders = [Order(name, folder / KINDS[name].file_name(words), new) for name in self._for_all]
        self.workshop.make(orders, self.languages.tag)

    @property
    def _for_all(self) -> list[str]:
        """The documents that are made together: those with something to print that are not private."""
        standings = self._answer.standings if self._answer else {}
        ready = [one for one in standings.values() if not one.refusal and not one.private]
        return [one.name for one in ready if not isinstance(one.values, Badges) or one.values.new]

    def print_on(self, printer: QPrinter) -> None:
        """Make the chosen document for good and paint it on a printer."""
        name = self.kinds.current
        to = Destination(printer.printerName(), partial(_given, printer))
        order = Order(name, self.proofs.path_for(f"{name}.pdf"), self.options.wish, to)
        self.workshop.make([order], self.languages.tag)

    def _allow(self) -> None:
        """Buttons that cannot do anything now are grey."""
        busy = self.workshop.busy
        here = self._wanted()[1] is None
        for button in (self.save_button, self.print_button):
            button.setEnabled(here and not busy)
        self.all_button.setEnabled(not busy and bool(self._for_all))

    def _ask_path(self) -> None:
        if self._asks_first(self._ask_path):
            return
        name = KINDS[self.kinds.current].file_name(language(self.languages.tag))
        path, _filter = QFileDialog.getSaveFileName(self, _("Save as PDF"), name, "PDF (*.pdf)")
        if path:
            self.save_to(Path(path).with_suffix(".pdf"))

    def _asks_first(self, then: Callable[[], None]) -> bool:
        """Whether badges that were printed before are asked about, and `then` follows on the answer."""
        values = self._wanted()[0]
        return isinstance(values, Badges) and self.options.asks_first(values, then)

    def _set(self, settings: EventSettings) -> None:
        self.ask(partial(_set_badges, settings), self._say_set)

    def _say_set(self, _settings: EventSettings) -> None:
        self.saved()

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("A folder for all documents"))
        if folder:
            self.make_all_into(Path(folder))

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        from ui.printing import printer_for

        if self._asks_first(self._ask_printer):
            return
        printer = printer_for(self.preview.size_mm)
        if QPrintDialog(printer, self).exec():
            self.print_on(printer)


def _set_badges(wanted: EventSettings, event: Event) -> EventSettings:
    """Keep what was chosen for badges, whatever else was changed meanwhile."""
    chosen = {name: getattr(wanted, name) for name in ("badge_format", "badge_back", "badge_back_text")}
    return change_settings(event, replace(settings_of(event), **chosen))


def _given(printer: QPrinter) -> QPrinter:
    """The printer that the system's dialog gave."""
    return printer
