"""One line of the second reading: typed blind, then compared with the first; where both differ, both are shown."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.jury import actions
from hackdesk.jury.reconcile import Reading, differing, reading_of, same_person
from hackdesk.jury.rules import Ballot, Contestant, Criterion, Juror
from ui.ballot.marks import shown_mark
from ui.page import Page
from ui.pages.jury.paper_row import SheetRow
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.pill import Pill


class BothReadings(QWidget):
    """What either person read, under the cells; where they differ there is a sign and a colour."""

    def __init__(self, criteria: tuple[Criterion, ...], widths: tuple[int, int]) -> None:
        super().__init__()
        self._criteria = criteria
        self._names = [Label("", "second", wrap=True) for _line in range(2)]
        self._marks = [[Pill("") for _one in criteria] for _line in range(2)]
        lines = QHBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        columns: list[list[QWidget]] = [[*self._names]]
        columns += [[marks[at] for marks in self._marks] for at in range(len(criteria))]
        for number, column in enumerate(columns):
            holder = QWidget()
            holder.setFixedWidth(widths[1] if number else widths[0])
            lines.addWidget(holder)
            _stack(holder, column, centred=bool(number))
        lines.addStretch()

    def show_ballot(self, ballot: Ballot) -> None:
        """Show both readings of a ballot."""
        self._names[0].setText(_("First: {name}", name=ballot.entered_by))
        self._names[1].setText(_("Second: {name}", name=ballot.second_by))
        other = differing(ballot)
        for pills, marks in zip(self._marks, (ballot.marks, ballot.second_marks), strict=True):
            for pill, criterion in zip(pills, self._criteria, strict=True):
                mark = marks.get(criterion.id)
                said = "–" if mark is None else shown_mark(mark)
                differs = criterion.id in other
                pill.say(f"≠ {said}" if differs else said, "bad" if differs else "plain")
                pill.setAccessibleName(f"{criterion.name}: {said}")


def _stack(holder: QWidget, column: list[QWidget], *, centred: bool) -> None:
    lines = QVBoxLayout(holder)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(3)
    side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    for part in column:
        part.setMinimumHeight(24)
        lines.addWidget(part, 0, side)


class SecondRow(SheetRow):
    """by: who reads now."""

    def __init__(
        self, page: Page, team: Contestant, criteria: tuple[Criterion, ...], widths: tuple[int, int], by: str
    ) -> None:  # fmt: skip
        super().__init__(page, team, criteria, widths)
        self._by, self._said = by, team.name
        self._ballot: Ballot | None = None
        # taken: what was typed is written, and read again in a moment; sent: it is on its way.
        self._anew, self._taken, self._sent = False, False, False
        self.both = BothReadings(criteria, widths)
        self.first_button = Button(_("The first is right"), partial(self._settle, "first"), size="small")
        self.second_button = Button(_("The second is right"), partial(self._settle, "second"), size="small")
        self.anew_button = Button(_("Look at the sheet and type it"), self._type_anew, size="small")
        buttons = Flow(gap=8)
        for button in (self.first_button, self.second_button, self.anew_button):
            buttons.addWidget(button)
        below = QHBoxLayout()
        below.setContentsMargins(widths[0] + 6, 0, 0, 6)
        below.addLayout(buttons, 1)
        self.body.addWidget(self.both)
        self.body.addLayout(below)
        for cell in self.cells:
            cell.left.connect(self._compare)
            cell.doubted.connect(self._say_wrong)

    @property
    def busy(self) -> bool:
        return self._sent

    def show_ballot(self, juror: Juror, ballot: Ballot, sealed: bool) -> None:
        """Show how the second reading of this ballot stands; what is being typed stays."""
        if self._ballot is not None and ballot.version != self._ballot.version:
            self._anew = self._taken = False
        self._ballot, self._said = ballot, f"{juror.name} – {self.team.name}"
        reading = reading_of(ballot)
        first = reading is Reading.ONCE and not same_person(self._by, ballot.entered_by)
        open_ = bool(self._by) and not sealed and (first or (reading is Reading.DIFFERS and self._anew))
        for cell in self.cells:
            cell.setEnabled(open_)
        if reading is Reading.TWICE:
            self.show_marks(ballot)
        elif not open_:
            self._clear()
        self.both.setVisible(reading is Reading.DIFFERS)
        self.both.show_ballot(ballot)
        for button in (self.first_button, self.second_button, self.anew_button):
            button.setVisible(reading is Reading.DIFFERS and not sealed and bool(self._by) and not self._anew)
        self._show_state(reading, ballot)

    def _show_state(self, reading: Reading, ballot: Ballot) -> None:
        names = {"first": ballot.entered_by, "second": ballot.second_by}
        said, tone = {
            Reading.NONE: (_("not on paper"), "plain"),
            Reading.ONCE: (_("Read once"), "warn"),
            Reading.TWICE: (_("Read twice: {first}, {second}", **names), "accent"),
            Reading.DIFFERS: (_("Second reading differs"), "bad"),
        }[reading]
        self._state.say(said, tone)
        if reading is Reading.ONCE and self._by and same_person(self._by, ballot.entered_by):
            self.say_error(_("Another person should read it: {name} typed this sheet first.", name=self._by))
        elif reading in (Reading.NONE, Reading.DIFFERS):
            self.say_error("")

    def _clear(self) -> None:
        for cell in self.cells:
            cell.setText("")
            cell.say_wrong(False)

    def _say_wrong(self) -> None:
        self.say_error(self.read_cells()[1])

    def _compare(self) -> None:
        """As soon as the line is whole, keep it beside the first reading."""
        if self._ballot is None or not self.open or self._taken or self.empty:
            return
        marks, wrong = self.read_cells()
        self.say_error(wrong)
        if len(marks) < len(self.cells):
            return
        if self._anew:
            self._write_right(marks)
            return
        self._taken = self._sent = True
        ballot, by = self._ballot, self._by
        ids = ballot.juror_id, ballot.team_id
        self._page.ask(
            lambda event: actions.read_again(event, *ids, marks, seen=ballot.version, by=by), self._note_read,
            self._note_refused,
        )  # fmt: skip

    def _settle(self, which: str) -> None:
        assert self._ballot is not None
        self._write_right(self._ballot.marks if which == "first" else self._ballot.second_marks)

    def _write_right(self, marks: Mapping[UUID, Fraction]) -> None:
        assert self._ballot is not None
        self._taken = True
        ballot, by, said = self._ballot, self._by, self._said
        ids, right = (ballot.juror_id, ballot.team_id), dict(marks)
        self._page.do(
            lambda event: actions.settle_reading(event, *ids, right, seen=ballot.version, by=by),
            lambda _receipt: _("Settled: {ballot}", ballot=said),
        )

    def _type_anew(self) -> None:
        self._anew = True
        self._clear()
        for button in (self.first_button, self.second_button, self.anew_button):
            button.hide()
        for cell in self.cells:
            cell.setEnabled(True)
        self.cells[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _note_read(self, _receipt: actions.ReadAgain) -> None:
        self._sent = False
        self.settled.emit()

    def _note_refused(self, error: HackDeskError) -> None:
        self._taken = self._sent = False
        self.refuse(error, self._said)
        self.settled.emit()
