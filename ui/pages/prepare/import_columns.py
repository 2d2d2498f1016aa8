"""What each column of a list is taken for, and a way to say otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hackdesk.people.importing.headers import FIELDS
from hackdesk.people.importing.table import Table
from ui.pages.prepare.inputs import ChoiceInput
from ui.text import _
from ui.widgets.label import Label

_SAMPLES = 3


class ImportColumns(QWidget):
    """A line for each column: its name, what the first rows say, what it holds. mapped(): one was changed."""

    mapped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "scrolled")
        self.choices: dict[str, ChoiceInput] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)

    @property
    def columns(self) -> dict[str, str]:
        """{header: field} as chosen, "" for a column that is not used."""
        return {header: choice.value() for header, choice in self.choices.items()}

    def show_table(self, table: Table, columns: Mapping[str, str]) -> None:
        """Show the columns of a list and what they are taken for."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = {}
        fields = [("", _("Not used")), *((field, _(word)) for field, word in FIELDS.items())]
        for number, header in enumerate(filter(None, table.headers)):
            choice = ChoiceInput(fields)
            choice.setAccessibleName(_("What “{column}” holds", column=header))
            choice.show_value(columns.get(header, ""))
            choice.finished.connect(self.mapped)
            choice.setMinimumWidth(190)
            self.choices[header] = choice
            sample = Label(_sample(table, header), "second", wrap=True)
            self._grid.addWidget(Label(header, "strong", wrap=True), 2 * number, 0)
            self._grid.addWidget(sample, 2 * number + 1, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(choice, 2 * number, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def show_columns(self, columns: Mapping[str, str]) -> None:
        """Show what the columns are taken for now."""
        for header, choice in self.choices.items():
            choice.show_value(columns.get(header, ""))


def _sample(table: Table, header: str) -> str:
    place = table.headers.index(header)
    cells = (str(row.cells[place]) for row in table.rows if place < len(row.cells))
    said = list(dict.fromkeys(cell.replace("\n", " ") for cell in cells if cell))[:_SAMPLES]
    return " · ".join(text if len(text) <= 24 else text[:23] + "…" for text in said)
