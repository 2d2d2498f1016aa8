"""Paper sheets taken in by keyboard: one juror, a line for each team in pitch order, a cell for each mark."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.jury.queries import Progress
from hackdesk.jury.rules import Juror
from ui.ballot.marks import shown_mark
from ui.page import Page
from ui.pages.jury.paper_row import PaperRow
from ui.text import _
from ui.widgets.card import Card, Rule
from ui.widgets.flow import Flow
from ui.widgets.keycap import Keycap
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

#: Pixels of a team's name and of a mark.
_WIDE, _NARROW = (236, 96), (140, 76)


class PaperGrid(QWidget):
    """Digits move on by themselves; every cell is saved when it is left."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._shown: object = None
        self._narrow = False
        self._rows: list[PaperRow] = []
        self._head = QHBoxLayout()
        whole = QWidget()
        self._lines = QVBoxLayout(whole)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addStretch()
        self._area = Scroll(whole)
        card = Card()
        card.body.setSpacing(6)
        card.body.addLayout(self._head)
        card.body.addWidget(Rule())
        card.body.addWidget(self._area, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(self._hint())
        lines.addWidget(card, 1)

    def show_juror(self, progress: Progress, juror: Juror) -> None:
        """Show this juror's sheet; the lines stay where juror, criteria and teams are the same."""
        shown = (juror.id, progress.judging.criteria, progress.judging.active, self._narrow)
        if shown != self._shown:
            self._shown = shown
            self._build(progress)
        for row in self._rows:
            ballot = progress.ballot(juror.id, row.team.id)
            row.show_ballot(ballot, progress.state(juror, row.team.id), progress.sealed is not None)

    def shrink(self, *, narrow: bool) -> None:
        """Make room for the marks in a narrow window; the next `show_juror` does it."""
        self._narrow = narrow

    def begin(self) -> None:
        """Put the keyboard on the first empty cell."""
        cells = [cell for row in self._rows for cell in row.cells if cell.isEnabled()]
        empty = [cell for cell in cells if not cell.text()]
        for cell in (empty or cells)[:1]:
            cell.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self, progress: Progress) -> None:
        judging = progress.judging
        name_width, width = _NARROW if self._narrow else _WIDE
        while (item := self._head.takeAt(0)) is not None:
            if (label := item.widget()) is not None:
                label.deleteLater()
        team = Label(_("Team, in the order of pitches"), "label", wrap=True)
        team.setFixedWidth(name_width)
        self._head.addWidget(team)
        for criterion in judging.criteria:
            limits = f"{shown_mark(criterion.lowest)}–{shown_mark(criterion.highest)}"
            label = Label(f"{criterion.name} {limits}", "label", wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            label.setFixedWidth(width)
            self._head.addWidget(label)
        self._head.addStretch()
        for old in self._rows:
            self._lines.removeWidget(old)
            old.deleteLater()
        self._rows = [PaperRow(self._page, one, judging.criteria, (name_width, width)) for one in judging.active]
        for number, row in enumerate(self._rows):
            row.moved.connect(self._move)
            self._lines.insertWidget(number, row)

    def _move(self, row: PaperRow, rows: int, column: int) -> None:
        at = self._rows.index(row) + rows
        if column == len(row.cells):
            at, column = at + 1, 0
        while 0 <= at < len(self._rows) and not self._rows[at].cells[column].isEnabled():
            at += rows or 1
        if 0 <= at < len(self._rows):
            cell = self._rows[at].cells[column]
            cell.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self._rows[at], 0, 12)
        else:
            # Past the last line: leave the cell, so that it is saved too.
            row.cells[-1].clearFocus()
            self._area.setFocus()

    def _hint(self) -> Flow:
        line = Flow(gap=8)
        line.addWidget(Label(_("A mark moves on by itself."), "second"))
        for key, does in (("Enter", _("next team")), ("Tab", _("next mark")), ("Up", _("team before"))):
            line.addWidget(Keycap(key))
            line.addWidget(Label(does, "second"))
        return line
