"""The Documents page: look at every document before it is printed, then save or print it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout

from hackdesk.documents.badge_values import Badges, BadgeWish, Which
from hackdesk.documents.certificate_queries import certificate_pictures, certificate_settings
from hackdesk.documents.kinds import KINDS, Standing
from hackdesk.documents.rules import Logo, NothingToPrint, Printed
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import EventSettings, settings_of
from hackdesk.language import N_, language
from ui import theme
from ui.desk import Desk
from ui.making import Destination, Order, Proofs
from ui.page import Page
from ui.pages.documents.archiving import Archiving
from ui.pages.documents.badge_keeping import BadgeKeeping
from ui.pages.documents.badge_options import BadgeOptions
from ui.pages.documents.certificate_keeping import CertificateKeeping
from ui.pages.documents.certificate_options import CertificateOptions
from ui.pages.documents.kind_list import KindList
from ui.pages.documents.make_menu import MakeMenu
from ui.pages.documents.preview import Preview
from ui.pages.documents.proof_card import RealButton
from ui.pages.documents.shown import Shown
from ui.pages.documents.standings import Standings
from ui.pages.documents.tables_saving import ask_and_write
from ui.pages.documents.wishes import Wishes
from ui.pages.documents.workshop import Workshop
from ui.text import _
from ui.widgets.button import Button, row

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from hackdesk.event.store import Event

#: Milliseconds somebody stays on a document before its preview is drawn.
SETTLED = 160


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
            "topic_outcomes", "form_answers", "mentors", "mentor_rounds", "mentor_visits", "duties",
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
        self._settings: EventSettings | None = None
        self._previewed: tuple[str, Any, str] | None = None
        self._same = False
        self.kinds, self.preview, self.proofs = KindList(), Preview(), Proofs(self)
        self.standings, self.archiving = Standings(self), Archiving(self)
        self.workshop = Workshop(self, self.preview.line)
        self.progress = self.workshop.progress
        self.options, self.certificates = BadgeOptions(), CertificateOptions()
        self.wishes, self.real = Wishes(self.actions_line), RealButton(self)
        self._pictures: dict[str, Logo] = {}
        self.menu = MakeMenu(self)
        self.all_button = Button(_("Make several"), sign="folder-open")
        self.all_button.setAccessibleName(_("Make several"))
        self.all_button.open_menu(self.menu)
        self.print_button = Button(_("Print …"), self._ask_printer, key="Ctrl+P", sign="printer")
        self.save_button = Button(_("Save as PDF …"), self._ask_path, kind="primary", key="Ctrl+S", sign="save")
        self._settled = QTimer(self, singleShot=True, interval=SETTLED)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.kinds)

    def _lay_out(self) -> None:
        self.actions_line.addWidget(self.all_button)
        buttons = row(self.print_button, self.save_button)
        self.shown = Shown(self.preview, (self.options, self.certificates), buttons)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(theme.GAP)
        left = QVBoxLayout()
        left.addWidget(self.kinds, 1)
        left.addWidget(self.real)
        self._sides.addLayout(left)
        for part in (self.shown, self.real.card):
            self._sides.addWidget(part, 1)
        self.real.instead = self.shown
        self.body.addLayout(self._sides, 1)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.archiving.progress)
        self.shrink(narrow=False)

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._choose)
        self.wishes.languages.activated.connect(self._show_language)
        self.preview.mend.connect(self._mend)
        self.options.changed.connect(self._show_chosen)
        BadgeKeeping(self, self.options)
        CertificateKeeping(self, self.certificates)
        self._settled.timeout.connect(self._draw_proof)
        self.proofs.drawn.connect(self._show_proof)
        self.proofs.refused.connect(self.preview.refuse)
        self.standings.read.connect(self._take)
        self.menu.several.connect(lambda names, folder: self.make_all_into(folder, names))
        self.menu.archive.connect(self.archiving.make)
        self.menu.tables.connect(lambda: ask_and_write(self, self.wishes.tag))
        for making in (self.workshop, self.archiving):
            making.changed.connect(self._allow)
        for key, turn in (("PgDown", self.preview.turn), ("PgUp", self.preview.turn_back)):
            QShortcut(QKeySequence(key), self).activated.connect(turn)

    # --- reading ------------------------------------------------------------------------------

    def read(self, event: Event) -> tuple[EventSettings, dict[str, Logo]]:
        return settings_of(event), certificate_pictures(event)

    def display(self, answer: tuple[EventSettings, dict[str, Logo]]) -> None:
        if self._settings is None:
            self.wishes.begin_with(answer[0].language)
        self._settings, self._pictures = answer
        self._show_language()
        self.standings.want(self.kinds.current)
        self.standings.renew()

    def _take(self, names: frozenset[str]) -> None:
        """These documents are known, or known anew."""
        known = self.standings.known
        if self._settings is None:
            return
        self.kinds.show_standings([known[name] for name in names], self._settings.zone)
        if "badges" in names:
            self.options.show_badges(known["badges"].values, self._settings)
        if self.kinds.current in names:
            self._show_chosen()
        if self.standings.whole:
            self._allow()

    def select(self, subject: Any) -> None:
        if isinstance(subject, tuple):  # ("badges", whose)
            self.kinds.choose(subject[0])
            self.options.choose_people(subject[1:])
        elif subject in KINDS:
            self.kinds.choose(subject)

    def shrink(self, *, narrow: bool) -> None:
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(direction)
        self.shown.turn(direction)
        self.wishes.shrink(narrow=narrow)
        self.all_button.setText("" if narrow else _("Make several"))
        self.options.shrink(narrow=narrow)
        self.certificates.shrink(narrow=narrow)
        self.kinds.shrink(narrow=narrow)

    def leave(self) -> None:
        self._settled.stop()
        self.archiving.close()
        self.workshop.maker.close()
        self.proofs.close()
        self.preview.leave()

    # --- the preview --------------------------------------------------------------------------

    def _show_language(self) -> None:
        if self._settings is not None:
            settings = certificate_settings(self._settings)
            self.certificates.show_settings(settings, self._pictures, self.wishes.tag)
        self._show_chosen()

    def _choose(self, name: str) -> None:
        self.real.leave()
        self.wishes.pages.clear()
        self.standings.want(name)
        self._show_chosen()

    @property
    def _chosen(self) -> Standing | None:
        """How the chosen document stands; None while that is not known."""
        return self.standings.known.get(self.kinds.current)

    def _show_chosen(self) -> None:
        badges = self.kinds.current == "badges"
        self.shown.about.setText(_(KINDS[self.kinds.current].about))
        self.options.setVisible(badges)
        self.certificates.setVisible(self.kinds.current == "certificates")
        self.wishes.offer_pages(wanted=not badges)  # badges are chosen by their people
        name, (values, refusal) = self.kinds.current, self._wanted()
        self._allow()
        if refusal is not None:
            self._previewed = None
            self._settled.stop()
            self.proofs.stop()
            if self._chosen is None:
                self.preview.wait()
            else:
                self.preview.refuse(refusal)
        elif self._previewed != (name, values, self.wishes.tag):
            if self._previewed is None or self._previewed[0] != name:
                self.preview.wait()
            self._settled.start()

    def _wanted(self) -> tuple[Any, HackDeskError | None]:
        """What the chosen document is drawn from, of the badges those that are wanted; or what is missing."""
        return self.options.wanted(self._chosen) if self._chosen else (None, NothingToPrint(""))

    def _draw_proof(self) -> None:
        name, (values, refusal) = self.kinds.current, self._wanted()
        if refusal is not None:
            return
        self._same = self._previewed is not None and self._previewed[0] == name
        self._previewed = (name, values, self.wishes.tag)
        self.proofs.draw(*self._previewed)

    def _show_proof(self, printed: Printed) -> None:
        self.preview.show_document(printed, same=self._same)

    def _mend(self, page: str) -> None:
        self.wants.emit(page, None)

    # --- saving and printing ------------------------------------------------------------------

    def save_to(self, path: Path) -> None:
        """Make the chosen document for good, as a PDF at this path."""
        self._make(Order(self.kinds.current, path, self.options.wish))

    def _make(self, order: Order) -> None:
        try:
            order = replace(order, pages=self.wishes.wanted_pages)
        except HackDeskError as slip:
            self.sorry(slip)
            self.wishes.pages.setFocus()
            return
        self.workshop.make([order], self.wishes.tag)

    def make_all_into(self, folder: Path, names: Sequence[str] | None = None) -> None:
        """Make these documents, or all for which there is something to print, into a folder; no badge twice."""
        words, new = language(self.wishes.tag), BadgeWish(Which.NEW)
        wanted = [name for name in self.standings.ready if names is None or name in names]
        orders = [Order(name, folder / KINDS[name].file_name(words), new) for name in wanted]
        self.workshop.make(orders, self.wishes.tag)

    def print_on(self, printer: QPrinter) -> None:
        """Make the chosen document for good and paint it on a printer."""
        name = self.kinds.current
        to = Destination(printer.printerName(), partial(_given, printer))
        self._make(Order(name, self.proofs.path_for(f"{name}.pdf"), self.options.wish, to))

    def _allow(self) -> None:
        """Buttons that cannot do anything now are grey."""
        busy = self.workshop.busy or self.archiving.busy
        here = self._wanted()[1] is None
        for button in (self.save_button, self.print_button):
            button.setEnabled(here and not busy)
        self.all_button.setEnabled(not busy and self.standings.whole and bool(self.standings.ready))
        self.menu.offer(self.standings.ready)

    def _ask_path(self) -> None:
        if self._asks_first(self._ask_path):
            return
        name = KINDS[self.kinds.current].file_name(language(self.wishes.tag))
        path, _filter = QFileDialog.getSaveFileName(self, _("Save as PDF"), name, "PDF (*.pdf)")
        if path:
            self.save_to(Path(path).with_suffix(".pdf"))

    def _asks_first(self, then: Callable[[], None]) -> bool:
        """Whether badges that were printed before are asked about, and `then` follows on the answer."""
        values = self._wanted()[0]
        return isinstance(values, Badges) and self.options.asks_first(values, then)

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        from ui.printing import printer_for

        if self._asks_first(self._ask_printer):
            return
        printer = printer_for(self.preview.size_mm)
        if QPrintDialog(printer, self).exec():
            self.print_on(printer)


def _given(printer: QPrinter) -> QPrinter:
    """The printer that the system's dialog gave."""
    return printer
