"""What each column of a list is taken for, how its cells are split, and a way to say otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hackdesk.language import N_
from hackdesk.people.importing import answers
from hackdesk.people.importing.headers import FIELDS, SPLIT
from hackdesk.people.list_jobs import ColumnUse, Look
from ui.inputs import ChoiceInput
from ui.text import _, words
from ui.widgets.button import row
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.pill import Pill

#: How a cell with several values is split, with the word for it.
SPLITS = {
    "": N_("Split as usual"),
    "comma": N_("Split at commas"),
    "semicolon": N_("Split at semicolons"),
    "line": N_("Split at lines"),
    "whole": N_("Not split"),
}
_CHOICE_WIDTH = 220


class ColumnsStep(QWidget):
    """mapped(): a column was mapped, or split otherwise; `columns` and `splits` say how they are now."""

    mapped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choices: dict[str, ChoiceInput] = {}
        self.split_choices: dict[str, ChoiceInput] = {}
        self.examples: dict[str, Label] = {}
        self._uses: dict[str, ColumnUse] = {}
        self.wrong = Label("", "error", wrap=True)
        self._lines, self._grid = QWidget(), QGridLayout()
        self._lines.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        card = Card(_("What the columns hold"))
        card.body.addWidget(self.wrong)
        card.body.addWidget(self._lines)
        card.body.addStretch()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(card)

    @property
    def columns(self) -> dict[str, str]:
        """{header: field} as chosen, "" for a column that is not used."""
        return {header: choice.value() for header, choice in self.choices.items()}

    @property
    def splits(self) -> dict[str, str]:
        """{header: how its cells are split} where a person said it."""
        return {header: choice.value() for header, choice in self.split_choices.items() if choice.value()}

    def show_look(self, look: Look) -> None:
        """Show the columns: those that nobody knows first, then as they stand in the file."""
        self.wrong.setText(words.error(look.error) if look.error else "")
        self.wrong.setVisible(look.error is not None)
        uses = {use.header: use for use in look.columns}
        if uses.keys() == self._uses.keys() and self.choices:
            self._uses = uses
            for header, use in uses.items():
                self.choices[header].show_value(use.field)
                self._show_split(header)
            return
        self._uses = uses
        self._fill(sorted(look.columns, key=lambda use: not (use.new or use.unknown)))

    def _fill(self, uses: Sequence[ColumnUse]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.choices, self.split_choices, self.examples = {}, {}, {}
        fields = [("", _("Not used")), *((field, _(word)) for field, word in FIELDS.items())]
        for number, use in enumerate(uses):
            self._add(3 * number, use, fields)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _add(self, line: int, use: ColumnUse, fields: list[tuple[str, str]]) -> None:
        choice = ChoiceInput(fields)
        choice.setAccessibleName(_("What “{column}” holds", column=use.header))
        choice.show_value(use.field)
        choice.setFixedWidth(_CHOICE_WIDTH)
        split = ChoiceInput([(key, _(word)) for key, word in SPLITS.items()])
        split.setAccessibleName(_("How the cells of “{column}” are split", column=use.header))
        split.show_value(use.split)
        split.setFixedWidth(_CHOICE_WIDTH)
        for changed in (choice, split):
            changed.finished.connect(partial(self._change, use.header))
        example = Label("", "second", wrap=True)
        self.choices[use.header], self.split_choices[use.header] = choice, split
        self.examples[use.header] = example
        self._grid.addWidget(_said(use, example), line, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(choice, line, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(split, line + 1, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowMinimumHeight(line + 2, 8)
        self._show_split(use.header)

    def _change(self, header: str) -> None:
        self._show_split(header)
        self.mapped.emit()

    def _show_split(self, header: str) -> None:
        """The way a cell is split is asked where it can hold several, and shown with one of the file."""
        field, split = self.choices[header].value(), self.split_choices[header]
        use = self._uses[header]
        asked = field in SPLIT and bool(use.example)
        split.setVisible(asked)
        alone = sum(held == "choices" for held in self.columns.values()) == 1
        parts = answers.parts(field, use.example, split.value(), alone=alone) if asked else ()
        shown = asked and (len(parts) > 1 or any(sign in use.example for sign in ",;\n"))
        self.examples[header].setText(_("For example: {parts}", parts="  |  ".join(parts)) if shown else "")
        self.examples[header].setVisible(shown)


def _said(use: ColumnUse, example: Label) -> QWidget:
    """A column's name, what its first cells say, and how a cell of it is split."""
    said = QWidget()
    lines = QVBoxLayout(said)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(2)
    head = row(Label(use.header, "strong", wrap=True))
    head.setStretch(0, 1)
    if use.new or use.unknown:
        head.insertWidget(1, Pill(_("new") if use.new else _("not known"), "warn"))
    lines.addLayout(head)
    lines.addWidget(Label(" · ".join(use.samples), "second", wrap=True))
    lines.addWidget(example)
    return said
