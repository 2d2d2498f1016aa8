"""The printer for badges: which, whether it prints when people come, and how its paper is put right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFileDialog, QGridLayout

from hackdesk import laptop
from hackdesk.documents.badge_formats import SINGLE
from hackdesk.documents.badge_values import MeasuredPage
from hackdesk.documents.drawing import draw
from hackdesk.documents.rules import Printed
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from ui.desk import Line
from ui.jobs import Job
from ui.making import Scratch
from ui.page import Page
from ui.paper import Printout, ToPrinter
from ui.printing import open_printer, printers
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_FARTHEST = 20.0  # millimetres: a printer that is further off has the wrong paper
_SCALES = 80.0, 120.0  # per cent


class PrinterCard(Card):
    """Each field is kept on this laptop as soon as it is changed. Nothing here touches the event."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Printer for badges"))
        self._page = page
        self.open = open_printer
        self._line: Line | None = None
        self._folder: Scratch | None = None
        self._work: Job | ToPrinter | None = None
        self.printers, self.sizes = QComboBox(), QComboBox()
        self.at_check_in = QCheckBox(_("Print a badge when its owner is checked in"))
        self.right, self.down, self.scale = QDoubleSpinBox(), QDoubleSpinBox(), QDoubleSpinBox()
        self.true_size = QCheckBox(_("Do not scale"))
        self.whose = Label("", "label", wrap=True)
        self.said = Label("", "muted", wrap=True)
        self.print_button = Button(_("Print the test sheet"), self._print, sign="printer")
        self.save_button = Button(_("Test sheet as PDF …"), self._ask_path)
        self._lay_out()
        self._connect()
        self._say("")
        self.look()

    def _lay_out(self) -> None:
        for combo in (self.printers, self.sizes):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
        self.sizes.addItem(_("As large as the event's badges"), "")
        for layout in SINGLE.values():
            self.sizes.addItem(_(layout.title), layout.key)
        for spin in (self.right, self.down):
            spin.setRange(-_FARTHEST, _FARTHEST)
            spin.setSingleStep(0.5)
            spin.setDecimals(1)
            spin.setSuffix(" mm")
        self.scale.setRange(*_SCALES)
        self.scale.setSingleStep(0.1)
        self.scale.setDecimals(1)
        self.scale.setSuffix(" %")
        hint = _("Without one, badges are saved as a PDF under Documents.")
        self._size_field = Field(_("Paper in it"), self.sizes)
        numbers = QGridLayout()
        numbers.setHorizontalSpacing(12)
        fields = (Field(_("Right"), self.right), Field(_("Down"), self.down), Field(_("Scale"), self.scale))
        for column, field in enumerate(fields):
            numbers.addWidget(field, 0, column)
        for part in (Field(_("Printer"), self.printers, hint), self._size_field, self.at_check_in, self.whose):
            self.body.addWidget(part)
        self.body.addLayout(numbers)
        self.body.addWidget(self.true_size)
        self.body.addWidget(self.said)
        self.body.addLayout(row(self.print_button, self.save_button))

    def _connect(self) -> None:
        self.printers.activated.connect(self._keep_printer)
        self.sizes.activated.connect(self._keep_printer)
        self.at_check_in.clicked.connect(self._keep_printer)
        self.true_size.clicked.connect(self._keep_profile)
        for spin in (self.right, self.down, self.scale):
            spin.valueChanged.connect(self._keep_profile)

    @property
    def printer(self) -> str:
        """The name of the printer that is chosen, or ""."""
        return str(self.printers.currentData() or "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._paint_line().do(printers, self._offer, receiver=self)

    def look(self) -> None:
        """Show what this laptop has kept."""
        settings = laptop.load()
        if not self.printers.count():
            self._offer(())
        self.sizes.setCurrentIndex(max(0, self.sizes.findData(settings.badge_size)))
        self.at_check_in.setChecked(settings.print_at_check_in)
        self._show_profile()

    def leave(self) -> None:
        """The window is closing: stop what is not a child of this card."""
        if self._work is not None:
            self._work.cancel()
        for job in self.findChildren(Job):
            job.close()
        if self._line is not None:
            self._line.close()
            self._line = None
        if self._folder is not None:
            self._folder.close()
            self._folder = None

    def _paint_line(self) -> Line:
        # A thread of its own: a printer in the network may keep one waiting, and the desk must not.
        if self._line is None:
            self._line = Line(self)
        return self._line

    def _offer(self, names: tuple[str, ...]) -> None:
        """Offer the printers there are; the chosen one stays, also while it is switched off."""
        chosen = laptop.load().badge_printer
        with QSignalBlocker(self.printers):
            self.printers.clear()
            self.printers.addItem(_("None"), "")
            for name in dict.fromkeys((*names, *filter(None, (chosen,)))):
                self.printers.addItem(name, name)
            self.printers.setCurrentIndex(self.printers.findData(chosen))
        self._show_profile()

    def _keep_printer(self) -> None:
        laptop.change(
            badge_printer=self.printer, badge_size=str(self.sizes.currentData()),
            print_at_check_in=self.at_check_in.isChecked(),
        )  # fmt: skip
        self._show_profile()

    def _show_profile(self) -> None:
        profile = laptop.load().printer(self.printer)
        shown = (*profile.offset_mm, profile.scale * 100)
        for spin, value in zip((self.right, self.down, self.scale), shown, strict=True):
            with QSignalBlocker(spin):
                spin.setValue(value)
        self.true_size.setChecked(profile.true_size)
        self.scale.setEnabled(not profile.true_size)
        self._size_field.setVisible(bool(self.printer))
        self.at_check_in.setVisible(bool(self.printer))
        self.print_button.setVisible(bool(self.printer))
        self.whose.setText(
            _("Where {printer} puts the page", printer=self.printer)
            if self.printer
            else _("Where the printer puts the pages of a PDF")
        )

    def _keep_profile(self) -> None:
        settings = laptop.load()
        profile = replace(
            settings.printer(self.printer),
            offset_mm=(round(self.right.value(), 1), round(self.down.value(), 1)),
            scale=round(self.scale.value() / 100, 4), true_size=self.true_size.isChecked(),
        )  # fmt: skip
        laptop.change(printers=settings.with_printer(profile).printers)
        self.scale.setEnabled(not profile.true_size)

    # --- the test sheet -----------------------------------------------------------------------

    def save_to(self, path: Path) -> None:
        """Save the test sheet as a PDF."""
        self._page.ask(partial(_format_of, self.printer), partial(self._draw, path, self._say_saved))

    def _ask_path(self) -> None:
        path, _filter = QFileDialog.getSaveFileName(
            self, _("Save as PDF"), f"{_('Test sheet').lower()}.pdf", "PDF (*.pdf)"
        )
        if path:
            self.save_to(Path(path).with_suffix(".pdf"))

    def _print(self) -> None:
        if self._folder is None:
            self._folder = Scratch()
        path = self._folder.path("test.pdf")
        self._page.ask(partial(_format_of, self.printer), partial(self._draw, path, self._paint))

    def _draw(self, path: Path, then: object, size: str) -> None:
        profile = laptop.load().printer(self.printer)
        page = MeasuredPage(size, self.printer)
        job = Job(draw, "ruler", page, words.tag, profile, path, parent=self)
        job.finished.connect(then)
        self._follow(job, _("Drawing the test sheet …"))

    def _paint(self, printed: Printed) -> None:
        printout = Printout(printed.path, partial(self.open, self.printer))
        painting = ToPrinter(self._paint_line(), printout, self)
        painting.finished.connect(self._say_printed)
        self._follow(painting, _("The test sheet goes to the printer …"))

    def _follow(self, work: Job | ToPrinter, said: str) -> None:
        self._work = work
        work.failed.connect(self._say_failed)
        self._say(said)

    def _say_saved(self, printed: Printed) -> None:
        self._work = None
        self._say(_("Saved {name}. Print it at its true size and measure it.", name=printed.path.name))

    def _say_printed(self, _pages: int) -> None:
        self._work = None
        self._say(_("The test sheet is at the printer. It says what to measure and what to type here."))

    def _say_failed(self, error: HackDeskError) -> None:
        self._work = None
        self._say(words.error(error), "error")

    def _say(self, sentence: str, role: str = "muted") -> None:
        self.said.say_as(sentence, role)
        self.said.setVisible(bool(sentence))


def _format_of(printer: str, event: Event) -> str:
    """The format whose labels the test sheet shows: what is in the badge printer, or the event's own."""
    size = laptop.load().badge_size if printer else ""
    return size or settings_of(event).badge_format
