"""The first step of a list: what was understood of the file, and its first rows as they were read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hackdesk.language import N_
from hackdesk.people.importing.cells import Row
from hackdesk.people.list_jobs import Look
from ui import theme
from ui.inputs import ChoiceInput
from ui.rows import Column
from ui.text import _, many
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.table import Table

_SEPARATORS = {",": N_("commas"), ";": N_("semicolons"), "\t": N_("tabs"), "|": N_("upright lines")}
_SHOWN, _NARROW = 6, 3


class FileStep(QWidget):
    """wanted(): another sheet or another row of names was chosen; `sheet` and `header_row` say which."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._narrow = False
        self._look: Look | None = None
        self.tool, self.understood = Label("", "strong", wrap=True), Label("", "muted", wrap=True)
        self.before = Label("", "", wrap=True)
        self._choices = QWidget()
        self._flow = Flow(self._choices, gap=theme.GAP)
        self.sheets: ChoiceInput | None = None
        self.names: ChoiceInput | None = None
        self.card, self._cells = Card(""), Card(_("The first rows, as they were read"))
        for part in (self.tool, self.before, self.understood, self._choices):
            self.card.body.addWidget(part)
        self.top: Table | None = None
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.GAP)
        lines.addWidget(self.card)
        lines.addWidget(self._cells, 1)

    @property
    def sheet(self) -> str:
        """The sheet that is chosen; "" in a file without."""
        return str(self.sheets.value()) if self.sheets else ""

    @property
    def header_row(self) -> int:
        """The row that names the columns; 0 where none does."""
        return int(self.names.value()) if self.names else 1

    def shrink(self, *, narrow: bool) -> None:
        """Show fewer columns."""
        if narrow != self._narrow:
            self._narrow = narrow
            if self._look is not None:
                self._show_rows(self._look)

    def show_look(self, look: Look) -> None:
        """Show what was understood."""
        self._look = look
        self.card.title.setText(look.table.name)
        self.tool.setText(_(look.tool) if look.tool else "")
        self.tool.setVisible(bool(look.tool))
        self.before.setText(_("A list of this form came before: what was decided then holds now."))
        self.before.setVisible(look.remembered)
        self.understood.setText(_described(look))
        self._show_choices(look)
        self._show_rows(look)

    def _show_choices(self, look: Look) -> None:
        self._flow.clear()
        self.sheets = None
        if len(look.table.sheets) > 1:
            self.sheets = self._choice([(one, one) for one in look.table.sheets], look.table.sheet, _("Sheet"))
        rows = [(str(row.number), _row_named(row)) for row in look.table.top]
        rows.append(("0", _("None: columns are called A, B, C")))
        self.names = self._choice(rows, str(look.table.header_row), _("Row that names the columns"))

    def _choice(self, choices: list[tuple[str, str]], value: str, label: str) -> ChoiceInput:
        choice = ChoiceInput(choices)
        choice.show_value(value)
        choice.finished.connect(self.wanted)
        field = Field(label, choice)
        field.setFixedWidth(400 if not self._narrow else 300)
        self._flow.addWidget(field)
        return choice

    def _show_rows(self, look: Look) -> None:
        if self.top is not None:
            self._cells.body.removeWidget(self.top)
            self.top.hide()
            self.top.deleteLater()
        width = max((len(row.cells) for row in look.table.top), default=0)
        shown = min(width, _NARROW if self._narrow else _SHOWN)
        number = Column(N_("Row"), _number, pill=partial(_names, look.table.header_row), width=84)
        columns = [Column(_letter(place), partial(_cell, place)) for place in range(shown)]
        self.top = Table((number, *columns), _number, name=_("The first rows, as they were read"))
        self.top.setProperty("role", "inside")
        self.top.setMinimumHeight(190 if self._narrow else 130)
        self.top.replace(look.table.top)
        self._cells.body.addWidget(self.top, 1)
        more = width - shown
        self._cells.title.setText(
            many("The first rows, and {count} more column", "The first rows, and {count} more columns", more)
            if more
            else _("The first rows, as they were read")
        )


def _described(look: Look) -> str:
    table = look.table
    parts = [many("{count} row", "{count} rows", look.rows)]
    if table.sheet:
        parts.append(_("sheet “{sheet}”", sheet=table.sheet))
    if table.encoding:
        parts.append(table.encoding.replace("utf", "UTF").replace("windows", "Windows"))
    if table.separator:
        parts.append(_("cells between {separator}", separator=_(_SEPARATORS[table.separator])))
    return " · ".join(parts)


def _row_named(row: Row) -> str:
    said = " · ".join(str(cell) for cell in row.cells if cell != "")
    return f"{row.number}: {said if len(said) <= 40 else said[:39] + '…'}"


def _number(row: Row) -> str:
    return str(row.number)


def _names(header_row: int, row: Row) -> tuple[str, str] | None:
    return (_("names"), "accent") if row.number == header_row else None


def _cell(place: int, row: Row) -> str:
    text = str(row.cells[place]) if place < len(row.cells) else ""
    return text.replace("\n", " ")[:200]


def _letter(place: int) -> str:
    return chr(65 + place)
