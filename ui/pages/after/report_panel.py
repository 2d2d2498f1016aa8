"""The funder's report: its texts are written here, and what it still lacks is told."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from hackdesk.documents.actions import write_report
from hackdesk.documents.report_of import whole_report
from hackdesk.documents.report_values import HEADINGS, FunderReport, Gap, ReportTexts
from hackdesk.documents.report_wording import summary_words
from ui import theme
from ui.form import Edit, Entry, Form
from ui.inputs import LongInput
from ui.page import Page
from ui.pages import TITLES
from ui.panel import Panel
from ui.text import _, many, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: Milliseconds of quiet after which what is being typed is kept.
QUIET = 1500
_LINES, _HALF = 8, 3
_LOW = 260  # of what is missing, where everything stands below each other


class ReportPanel(Panel):
    """At the left the texts, each kept while it is written; at the right what is missing, and the way to paper."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._gaps: tuple[Gap, ...] | None = None
        self.form = Form([
            Entry(name, heading, partial(LongInput, _LINES), hint, _HALF)
            for name, (heading, hint) in HEADINGS.items()
        ])  # fmt: skip
        self.form.show_value(ReportTexts())  # or the field that has the keyboard would be taken for typed in
        self.kept, self.numbers = Label("", "second"), Label("", wrap=True)
        self.missing = QVBoxLayout()
        self.print_button = Button(_("Look at it and print"), self._print, kind="primary", sign="printer")
        self._quiet = {name: QTimer(self, singleShot=True, interval=QUIET) for name in HEADINGS}
        self._build()
        self.form.edited.connect(self._keep)
        for name, clock in self._quiet.items():
            made = self._input(name)
            made.textChanged.connect(partial(self._type, name))
            clock.timeout.connect(made.finished)
        self.setFocusProxy(self._input("goals"))

    def _build(self) -> None:
        texts, report, lacks = Card(_("Texts")), Card(_("The report")), Card(_("What is missing still"))
        texts.head.addWidget(self.kept)
        texts.body.addWidget(self.form, 1)
        told = _("Numbers and plots come from the event by themselves; these texts stand between them.")
        report.body.addWidget(Label(told, "second", wrap=True))
        report.body.addWidget(self.numbers)
        report.body.addWidget(self.print_button)
        self.missing.setSpacing(6)
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.addLayout(self.missing)
        lines.addStretch()
        self._lacking = Scroll(inside)
        lacks.body.addWidget(self._lacking, 1)
        side = QVBoxLayout()
        side.setSpacing(theme.GAP)
        side.addWidget(report)
        side.addWidget(lacks, 1)
        line = self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.GAP)
        line.addWidget(texts, 3)
        line.addLayout(side, 2)

    def _input(self, name: str) -> LongInput:
        made = self.form.fields[name].input
        assert isinstance(made, LongInput)
        return made

    def shrink(self, *, narrow: bool) -> None:
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._lacking.setMinimumHeight(_LOW if narrow else 0)

    def leave(self) -> None:
        for name, clock in self._quiet.items():
            if clock.isActive():  # the window closes on a half-kept text
                clock.stop()
                self._input(name).finished.emit()

    def read(self, event: Event) -> FunderReport:
        return whole_report(event)

    def display(self, answer: FunderReport) -> None:
        self.form.show_value(answer.texts)
        for name in HEADINGS:
            self._count(name)
        self.numbers.setText(summary_words(answer, words))
        self.print_button.setEnabled(bool(answer.turnout.registered or answer.turnout.came))
        if answer.gaps != self._gaps:
            self._gaps = answer.gaps
            self._show_gaps(answer.gaps)

    # --- writing ------------------------------------------------------------------------------

    def _type(self, name: str) -> None:
        self._count(name)
        self._quiet[name].start()

    def _count(self, name: str) -> None:
        field, written = self.form.fields[name], len(self._input(name).toPlainText().split())
        counted = many("{count} word.", "{count} words.", written)
        hint = _(HEADINGS[name][1])
        field.hint(f"{hint} {counted}" if written else hint)

    def _keep(self, edit: Edit) -> None:
        self._quiet[edit.name].stop()
        self.page.ask(
            partial(write_report, name=edit.name, text=edit.value, before=edit.before or ""),
            self._say_kept, partial(self.form.refuse, edit),
        )  # fmt: skip

    def _say_kept(self, _texts: ReportTexts) -> None:
        # Not the page's receipt: while somebody writes it would come up every few seconds.
        now = words.time(datetime.now().astimezone(self.page.zone), seconds=True)
        self.kept.setText(_("Saved {time}", time=now))

    # --- what is missing ----------------------------------------------------------------------

    def _show_gaps(self, gaps: tuple[Gap, ...]) -> None:
        while (item := self.missing.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for gap in gaps:
            self.missing.addWidget(self._line(gap))
        if not gaps:
            self.missing.addWidget(Label(_("Nothing: the report can be handed in."), wrap=True))

    def _line(self, gap: Gap) -> QWidget:
        said = _(gap.sentence, text=_(gap.text), count=words.number(gap.count))
        line = QWidget()
        parts = QHBoxLayout(line)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.addWidget(Label(said, wrap=True), 1)
        way = self._way(gap)
        if way is not None:
            way.setAccessibleDescription(said)
            parts.addWidget(way)
        return line

    def _way(self, gap: Gap) -> Button | None:
        """The button that leads to where it is mended; none where there is no such place."""
        if gap.text:
            name = next(name for name, (heading, _hint) in HEADINGS.items() if heading == gap.text)
            return Button(_("Write"), partial(self._write, name), size="small")
        if gap.where is None:
            return None
        page, subject = gap.where
        if page == self.page.name:
            known = getattr(self.page, "panels", {})
            if subject not in known:
                return None
            return Button(_(known[subject][0]), partial(self.page.select, subject), size="small")
        return Button(_(TITLES[page][0]), partial(self.page.wants.emit, page, subject or None), size="small")

    def _write(self, name: str) -> None:
        made: QPlainTextEdit = self._input(name)
        made.setFocus()

    def _print(self) -> None:
        self.page.wants.emit("documents", "report")
