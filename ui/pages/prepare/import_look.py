"""A look at a list before it is brought in: what its columns hold, and what will happen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people.importing.headers import columns_of
from hackdesk.people.importing.plan import Outcome
from hackdesk.people.importing.registrations import Problem
from hackdesk.people.importing.table import Table as List
from hackdesk.people.list_queries import Preview
from ui import theme
from ui.pages.prepare.import_columns import ImportColumns
from ui.rows import Column
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.widgets.table import Table

_SEPARATORS = {",": N_("commas"), ";": N_("semicolons"), "\t": N_("tabs")}
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class ImportLook(QWidget):
    """wanted(Registrations): they are to be brought in. mapped(): a column was mapped; closed(), another()."""

    wanted = Signal(object)
    mapped = Signal()
    closed = Signal()
    another = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._preview: Preview | None = None
        self.understood, self.columns = Label("", "muted", wrap=True), ImportColumns()
        self.columns.mapped.connect(self.mapped)
        self.outcome, self.wrong = Label("", "", wrap=True), Label("", "error", wrap=True)
        self.bring_button = Button("", self._want, kind="primary")
        self.remarks = Table(
            (
                Column(N_("Row"), lambda one: str(one.row), width=64, right=True),
                Column(N_("What to look at"), _remark),
            ),
            lambda one: (one.row, one.column, one.sentence), name=_("What to look at"), wrap=True,
        )  # fmt: skip
        self.remarks.setProperty("role", "inside")
        self.fine = Label(_("Every row is understood."), "muted", wrap=True)
        self._sides = QBoxLayout(_ACROSS, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GAP)
        self._sides.addWidget(self._said(), 1)
        self._sides.addWidget(self._happens(), 1)
        self.setFocusProxy(self.bring_button)

    def _said(self) -> Card:
        self.said = Card("")
        self.said.body.addWidget(self.understood)
        self.said.body.addWidget(Scroll(self.columns), 1)
        return self.said

    def _happens(self) -> Card:
        card = Card(_("What will happen"))
        another = Button(_("Another file"), self.another.emit)
        leave = Button(_("Put away"), self.closed.emit, kind="plain")
        card.body.addWidget(self.outcome)
        card.body.addWidget(self.wrong)
        card.body.addLayout(row(self.bring_button, another, leave))
        card.body.addWidget(self.fine)
        card.body.addWidget(self.remarks, 1)
        card.body.addStretch()
        return card

    def shrink(self, *, narrow: bool) -> None:
        """Stand the two cards below each other, or side by side."""
        self._sides.setDirection(_DOWN if narrow else _ACROSS)
        for part in (self.said, self.remarks):
            part.setMinimumHeight(260 if narrow else 0)

    def show_list(self, table: List) -> None:
        """Show a list that was just read; what will happen is said by `show_preview`."""
        self.said.title.setText(table.name)
        self.understood.setText(_described(table))
        self.columns.show_table(table, columns_of(table.headers))
        self._say(None)

    def show_preview(self, answer: Preview) -> None:
        """Show what bringing it in would do."""
        self.columns.show_columns(answer.registrations.columns)
        added, updated = (len(answer.plan.people(one)) for one in (Outcome.ADDED, Outcome.UPDATED))
        text = _("Nothing new in this list")
        if added:
            text = many("Bring in {count} person", "Bring in {count} people", added)
        elif updated:
            text = many("Change {count} person", "Change {count} people", updated)
        self._say(answer if added or updated else None, text)
        self.outcome.setText(_summed(answer))
        self._show_remarks(sorted((*answer.registrations.problems, *answer.plan.doubts), key=lambda one: one.row))

    def say_wrong(self, error: HackDeskError) -> None:
        """Say why it cannot be brought in as it is; the columns can be mapped still."""
        self._say(None, _("Bring in"))
        self.wrong.setText(words.error(error))
        self.wrong.show()

    def _say(self, answer: Preview | None, text: str = "") -> None:
        """Nothing is wrong, nothing to look at yet; the button brings in `answer` where there is one."""
        self._preview = answer
        self.bring_button.setText(text or _("Bring in"))
        self.bring_button.setEnabled(answer is not None)
        self.outcome.setText("")
        self.wrong.hide()
        self.remarks.hide()
        self.fine.hide()

    def _show_remarks(self, remarks: Sequence[Problem]) -> None:
        self.remarks.replace(remarks)
        self.remarks.setVisible(bool(remarks))
        self.fine.setVisible(not remarks)

    def _want(self) -> None:
        if self._preview is not None:
            self.bring_button.setEnabled(False)
            self.wanted.emit(self._preview.registrations)


def _remark(problem: Problem) -> str:
    message = problem.worded(words)
    return f"{problem.column}: {message}" if problem.column else message


def _described(table: List) -> str:
    parts = [many("{count} row", "{count} rows", len(table.rows))]
    if table.sheet:
        parts.append(_("sheet “{sheet}”", sheet=table.sheet))
    if table.encoding:
        parts.append(table.encoding.replace("utf", "UTF").replace("windows", "Windows"))
    if table.separator:
        parts.append(_("cells between {separator}", separator=_(_SEPARATORS[table.separator])))
    return " · ".join(parts)


def _summed(answer: Preview) -> str:
    added, updated, unchanged = (len(answer.plan.people(one)) for one in Outcome)
    parts = [many("{count} person is new", "{count} people are new", added)]
    if updated:
        parts.append(many("{count} is changed", "{count} are changed", updated))
    if unchanged:
        parts.append(many("{count} stays as it is", "{count} stay as they are", unchanged))
    again = sum(len(one.rows) - 1 for one in answer.plan.steps)
    if again:
        parts.append(
            many(
                "{count} row repeats an earlier one, the newest answers count",
                "{count} rows repeat earlier ones, the newest answers count",
                again,
            )
        )
    return " · ".join(parts) + "."
