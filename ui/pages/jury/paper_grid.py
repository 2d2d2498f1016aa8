"""Paper sheets taken in by keyboard: one juror, a line for each team in pitch order, a cell for each mark."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hackdesk.jury.paper_queries import JuryNow
from hackdesk.jury.reconcile import read_twice
from hackdesk.jury.rules import Juror
from hackdesk.jury.sheets import Found, NotASheet
from ui.ballot.marks import shown_mark
from ui.page import Page
from ui.pages.jury.mark_cell import Move
from ui.pages.jury.paper_head import PaperHead
from ui.pages.jury.paper_row import PaperRow, SheetRow
from ui.pages.jury.second_row import SecondRow
from ui.text import _, words
from ui.widgets.card import Card, Rule
from ui.widgets.flow import Flow
from ui.widgets.keycap import Keycap
from ui.widgets.label import Label
from ui.widgets.scan_field import Scan
from ui.widgets.scroll import Scroll

#: Pixels of a team's name and of a mark.
_WIDE, _NARROW = (236, 96), (140, 60)
#: As high as a few lines, where the window scrolls.
_LEAST = 220


class PaperGrid(QWidget):
    """Digits move on by themselves; every cell is saved when it is left. wanted(juror id): a sheet of theirs."""

    wanted = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._now: JuryNow | None = None
        self._juror: Juror | None = None
        self._shown: object = None
        self._narrow = False
        self._told_old = ""
        self._arrived: SheetRow | None = None
        self._rows: list[PaperRow | SecondRow] = []
        self.head, self._count = PaperHead(), Label("", "muted")
        self._head = QHBoxLayout()
        whole = QWidget()
        self._lines = QVBoxLayout(whole)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addStretch()
        self._area = Scroll(whole, sideways=True)
        card = Card()
        card.body.setSpacing(6)
        card.body.addLayout(self._head)
        card.body.addWidget(Rule())
        card.body.addWidget(self._area, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.head)
        lines.addWidget(card, 1)
        lines.addLayout(self._hint())
        self.head.scanned.connect(self._find)
        self.head.named.connect(self._redisplay)
        self.head.changed.connect(self._change)
        self.head.begun.connect(self.begin)

    def show_juror(self, now: JuryNow, juror: Juror) -> None:
        """Show this juror's sheet; the lines stay where juror, criteria and teams are the same."""
        self._now, self._juror = now, juror
        judging = now.progress.judging
        head = self.head
        shown = (juror.id, judging.criteria, judging.active, self._narrow, head.second, head.name)
        if shown != self._shown:
            self._shown = shown
            self._build(now)
        for row in self._rows:
            ballot = now.progress.ballot(juror.id, row.team.id)
            if isinstance(row, PaperRow):
                row.show_note(head.notes.isChecked())
                state = now.progress.state(juror, row.team.id)
                row.show_ballot(juror, ballot, state, now.progress.sealed is not None)
            else:
                row.show_ballot(juror, ballot, now.progress.sealed is not None)
        twice, differ, of = read_twice(judging)
        said = _("{done} of {of} paper ballots read twice", done=twice, of=of) if of else ""
        self._count.setText(said + (" · " + _("{count} differ", count=differ) if differ else ""))

    def shrink(self, *, narrow: bool) -> None:
        """Make room for the marks in a narrow window; the next `show_juror` does it."""
        self._narrow = narrow
        self._area.be_content(least=_LEAST)

    def begin(self) -> None:
        """Put the keyboard on the first empty cell; first who types has to be said."""
        self._go_to(self._rows)

    def _go_to(self, rows: list[PaperRow | SecondRow]) -> None:
        if not self.head.name:
            self.head.ask_name()
            return
        cells = [cell for row in rows for cell in row.cells if cell.isEnabled()]
        empty = [cell for cell in cells if not cell.text()]
        for cell in (empty or cells)[:1]:
            cell.setFocus(Qt.FocusReason.TabFocusReason)
            self._bring_into_view(cell)
        if not cells:
            self.head.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_into_view(self, part: QWidget) -> None:
        """In the list of lines, and in the window where that scrolls too."""
        around = part.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(part, 0, 12)
                around.horizontalScrollBar().setValue(0)
            around = around.parentWidget()

    # --- a sheet by its code --------------------------------------------------------------------

    def _find(self, scan: Scan) -> None:
        """Go to the sheet with this code. An old one is told first; the same code once more goes on."""
        if self._now is None or not scan.text.strip():
            return
        try:
            found = self._now.book.find(*scan.readings)
        except NotASheet as refusal:
            self._say(words.error(refusal), "bad")
            return
        judging = self._now.progress.judging
        if found.paper.round != judging.round:
            self._say(_("This sheet is of round {round}, and round {now} is judged.",
                        round=found.paper.round, now=judging.round), "bad")  # fmt: skip
            return
        old, code = self._said_of(found), self._now.book.code(found.paper)
        if old and self._told_old != code:
            self._told_old = code
            self._say(" ".join((old, _("Enter once more to type it all the same."))), "warn")
            return
        self._told_old = ""
        if not old:
            self.head.notice.hide()
        self.head.code.clear()
        self.wanted.emit(found.paper.juror_id)
        self._begin_with(found.paper.teams)

    def _begin_with(self, teams: tuple[UUID, ...]) -> None:
        rows = [row for row in self._rows if row.team.id in teams]
        if teams and not rows:
            self._say(_("The team of this sheet is not judged any more."), "warn")
            return
        self._go_to(rows or self._rows)

    def _said_of(self, found: Found) -> str:
        """In what the sheet differs from now, in words."""
        said = []
        if found.older_criteria:
            said.append(_("This sheet is older than the criteria: compare its columns with these."))
        if found.older_order:
            said.append(_("This sheet has another order: go by the teams' names, not by the numbers."))
        return " ".join(said)

    def _say(self, sentence: str, tone: str) -> None:
        self.head.notice.say(sentence, tone)
        self.head.code.line.selectAll()
        self.head.code.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the lines ------------------------------------------------------------------------------

    def _change(self) -> None:
        self._redisplay()
        if not self.head.name:
            self.head.ask_name()

    def _redisplay(self) -> None:
        if self._now is not None and self._juror is not None:
            self.show_juror(self._now, self._juror)

    def _build(self, now: JuryNow) -> None:
        judging, widths = now.progress.judging, _NARROW if self._narrow else _WIDE
        while (item := self._head.takeAt(0)) is not None:
            if (old_label := item.widget()) is not None:
                old_label.hide()
                old_label.deleteLater()
        team = Label(_("Team, in the order of pitches"), "label", wrap=True)
        team.setFixedWidth(widths[0])
        self._head.addWidget(team)
        for criterion in judging.criteria:
            limits = f"{shown_mark(criterion.lowest)}–{shown_mark(criterion.highest)}"
            label = Label(f"{criterion.name} {limits}", "label", wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            label.setFixedWidth(widths[1])
            self._head.addWidget(label)
        self._head.addStretch()
        here = QApplication.focusWidget()
        if here is not None and any(row.isAncestorOf(here) for row in self._rows):
            # The line with the keyboard goes: it stays near, and not at the first control of the window.
            self.head.code.setFocus(Qt.FocusReason.OtherFocusReason)
        for old in self._rows:
            self._retire(old)
        kind, self._arrived = SecondRow if self.head.second else PaperRow, None
        self._rows = [kind(self._page, one, judging.criteria, widths, self.head.name) for one in judging.active]
        for number, row in enumerate(self._rows):
            row.moved.connect(self._move)
            row.spilled.connect(self._spill)
            row.coded.connect(self.head.pass_key)
            self._lines.insertWidget(number, row)

    def _retire(self, row: PaperRow | SecondRow) -> None:
        """Take a line away; one that still saves goes when that is done, so that nothing typed is lost."""
        self._lines.removeWidget(row)
        row.hide()
        if row.busy:
            row.settled.connect(partial(self._let_go, row))
        else:
            row.deleteLater()

    def _let_go(self, row: PaperRow | SecondRow) -> None:
        if not row.busy:
            row.deleteLater()

    def _move(self, row: SheetRow, cell: int, move: Move) -> None:
        # A mark in the last cell has gone on to the next line already: Enter behind it means the same.
        arrived, self._arrived = self._arrived, None
        if move is Move.ENTER and arrived is row and row.empty:
            return
        at = self._rows.index(row)  # type: ignore[arg-type]
        column, step = cell, 1
        if move is Move.ENTER:
            at, column = at + 1, 0
        elif move in (Move.DOWN, Move.UP):
            step = 1 if move is Move.DOWN else -1
            at += step
        elif move is Move.BACK:
            at, column, step = (at, cell - 1, -1) if cell else (at - 1, len(row.cells) - 1, -1)
        elif cell + 1 < len(row.cells):
            column = cell + 1
        elif row.has_note:
            row.begin_note()
            return
        else:
            at, column = at + 1, 0
        here = self._focus(at, column, step)
        if move is Move.ON and here is not row:
            self._arrived = here

    def _focus(self, at: int, column: int, step: int) -> SheetRow | None:
        """Put the keyboard there, or on the next line that takes marks; gives the line."""
        while 0 <= at < len(self._rows) and not self._rows[at].cells[column].isEnabled():
            at += step
        if 0 <= at < len(self._rows):
            self._rows[at].cells[column].setFocus(Qt.FocusReason.TabFocusReason)
            self._bring_into_view(self._rows[at])
            return self._rows[at]
        if step > 0:
            # Past the last line the next sheet comes; leaving the cell saves it.
            self.head.code.setFocus(Qt.FocusReason.OtherFocusReason)
        return None

    def _spill(self, row: SheetRow, cell: int, sign: str) -> None:
        before = self._rows.index(row), cell  # type: ignore[arg-type]
        self._move(row, cell, Move.ON)
        for number, one in enumerate(self._rows):
            for place, other in enumerate(one.cells):
                if other.hasFocus() and (number, place) != before:
                    other.begin_with(sign)
                    return

    def _hint(self) -> Flow:
        line = Flow(gap=8)
        line.addWidget(self._count)
        for key, does in (
            ("Enter", _("next team")), ("Backspace", _("mark before")), ("Space", _("no mark")),
            ("R", _("recused")), ("N", _("team did not show")),
        ):  # fmt: skip
            line.addWidget(Keycap(key))
            line.addWidget(Label(does, "second"))
        return line
