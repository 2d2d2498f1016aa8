"""One line of the paper grid: a team's marks from one juror's sheet, typed one after another."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.jury import actions
from hackdesk.jury.reconcile import WHEREABOUTS_WORDS, Reading, reading_of, whereabouts
from hackdesk.jury.rules import (
    Ballot,
    BallotReceipt,
    BallotState,
    Contestant,
    Criterion,
    Juror,
    NotCounted,
)
from ui.ballot.keeper import Keeper, Writer
from ui.ballot.marks import shown_mark, typed_mark
from ui.ballot.states import sign_of
from ui.page import Page
from ui.pages.jury.mark_cell import MarkCell, Move
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.pill import Pill

#: From this width of the name on, a button has room beside the line.
_ROOMY = 200


class SheetRow(QWidget):
    """A team's name, a cell for each mark, how it stands. widths: of the name, of a mark.

    moved(row, cell's number, Move), spilled(row, cell's number, sign), coded(QKeyEvent): as a MarkCell's.
    settled: nothing of it is on its way to the disk any more.
    """

    moved = Signal(object, int, object)
    spilled = Signal(object, int, str)
    coded = Signal(object)
    settled = Signal()

    def __init__(
        self, page: Page, team: Contestant, criteria: tuple[Criterion, ...], widths: tuple[int, int]
    ) -> None:
        super().__init__()
        self._page, self.team = page, team
        name = Label(f"{team.turn}  {team.name}" if team.turn else team.name, "strong", wrap=True)
        name.setFixedWidth(widths[0])
        self.cells = [MarkCell(criterion, team.name, widths[1]) for criterion in criteria]
        self._state, self._error = Pill(""), Label("", "error", wrap=True)
        self._error.hide()
        self.line, self.aside = QHBoxLayout(), QVBoxLayout()
        self.line.addWidget(name)
        for number, cell in enumerate(self.cells):
            cell.moved.connect(partial(self.moved.emit, self, number))
            cell.spilled.connect(partial(self.spilled.emit, self, number))
            cell.coded.connect(self.coded)
            self.line.addWidget(cell)
        self.aside.setSpacing(2)
        self.aside.addWidget(self._state, 0, Qt.AlignmentFlag.AlignLeft)
        self.aside.addWidget(self._error)
        self.line.addLayout(self.aside, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 1, 0, 1)
        self.body.setSpacing(4)
        self.body.addLayout(self.line)

    @property
    def busy(self) -> bool:
        """Whether something of it is on its way to the disk."""
        return False

    @property
    def open(self) -> bool:
        """Whether marks can be typed here."""
        return any(cell.isEnabled() for cell in self.cells)

    @property
    def empty(self) -> bool:
        """Whether nothing is typed here."""
        return not any(cell.text() for cell in self.cells)

    @property
    def has_note(self) -> bool:
        """Whether the keyboard goes on to a note behind the last mark."""
        return False

    def begin_note(self) -> None:
        """Put the keyboard on the note."""

    def read_cells(self) -> tuple[dict[UUID, Fraction], str]:
        """The marks that are typed, and what is wrong with the others; their cells say so."""
        marks: dict[UUID, Fraction] = {}
        sentences = []
        for cell in self.cells:
            sentence, mark = typed_mark(cell.criterion, cell.text())
            cell.say_wrong(bool(sentence))
            if sentence:
                sentences.append(sentence)
            elif mark is not None:
                marks[cell.criterion.id] = mark
        return marks, " ".join(sentences)

    def show_marks(self, ballot: Ballot) -> None:
        """Put the marks of a ballot into the cells."""
        for cell in self.cells:
            mark = ballot.marks.get(cell.criterion.id)
            cell.setText("" if mark is None else shown_mark(mark))
            cell.say_wrong(False)
        self.say_error("")

    def refuse(self, error: HackDeskError, whose: str) -> None:
        """Say why something was not saved: in this line, or on the page where another sheet is shown by now."""
        if not self.isHidden():
            self.say_error(words.error(error))
        else:
            self._page.notice.say(f"{whose}: {words.error(error)}", "bad")
        self._page.refresh()

    def say_error(self, sentence: str, role: str = "error") -> None:
        """What is wrong in this line; "" takes it back."""
        self._error.say_as(sentence, role)
        self._error.setVisible(bool(sentence))


class ReasonField(QLineEdit):
    """left: Escape, the reason is not wanted any more."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class PaperRow(SheetRow):
    """The first reading: every cell is saved when it is left. by: who types; notes: with room for the note."""

    def __init__(
        self, page: Page, team: Contestant, criteria: tuple[Criterion, ...], widths: tuple[int, int], by: str
    ) -> None:  # fmt: skip
        super().__init__(page, team, criteria, widths)
        self._by, self._juror, self._sealed = by, "", False
        self._keeper: Keeper | None = None
        self._aside: NotCounted | None = None
        self.note, self.reason = QLineEdit(), ReasonField()
        self.again_button = Button(_("Take back"), self._take_back, size="small", sign="undo-2")
        self.again_button.setAccessibleName(_("Take back: {team}", team=team.name))
        if widths[0] < _ROOMY:
            self.aside.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.line.addWidget(self.again_button)
        self._place(self.note, _("Note to {team}", team=team.name), widths[0])
        self._place(self.reason, _("Why is {team} not judged? Enter writes it down", team=team.name), widths[0])
        for part in (self.note, self.reason, self.again_button):
            part.hide()
        self.note.editingFinished.connect(self._take)
        self.note.returnPressed.connect(partial(self.moved.emit, self, len(self.cells), Move.ENTER))
        self.reason.returnPressed.connect(self._take_reason)
        self.reason.left.connect(self._put_reason_away)
        for cell in self.cells:
            cell.left.connect(self._take)
            cell.doubted.connect(self._take)
            cell.aside.connect(self._ask_aside)

    def _place(self, field: QLineEdit, words_: str, left: int) -> None:
        field.setPlaceholderText(words_)
        field.setAccessibleName(words_)
        below = QHBoxLayout()
        below.setContentsMargins(left + 6, 0, 0, 0)
        below.addWidget(field)
        self.body.addLayout(below)

    @property
    def busy(self) -> bool:
        return bool(self._keeper and self._keeper.busy)

    @property
    def has_note(self) -> bool:
        return not self.note.isHidden()

    def begin_note(self) -> None:
        self.note.setFocus(Qt.FocusReason.TabFocusReason)

    def show_note(self, shown: bool) -> None:
        """With room for the note to the team, or without."""
        self.note.setVisible(shown)

    def show_ballot(self, juror: Juror, ballot: Ballot, state: BallotState, sealed: bool) -> None:
        """Show a ballot as read; what was typed and cannot be a mark stays."""
        self._juror, self._sealed = juror.name, sealed
        if self._keeper is None:
            self._keeper = Keeper(self._page, ballot, "paper", self, Writer(self._by))
            self._keeper.kept.connect(self._note_kept)
            self._keeper.refused.connect(self._note_refused)
            self._load()
        elif self._keeper.meet(ballot):
            self._load()
        self._show_state(juror, ballot, state)

    def _load(self) -> None:
        assert self._keeper is not None
        self.show_marks(self._keeper.ballot)
        self.note.setText(self._keeper.ballot.note)

    # --- marks and the note ---------------------------------------------------------------------

    def _take(self) -> None:
        """Save what the line says, if it says anything new."""
        if self._keeper is None or not self.open:
            return
        marks, wrong = self.read_cells()
        self.say_error(wrong)
        whole, note = len(marks) == len(self.cells), self.note.text().strip()
        ballot = self._keeper.ballot
        same = marks == dict(ballot.marks) and note == ballot.note
        if same and whole == (ballot.state is BallotState.COMPLETE) and not self._keeper.busy:
            return  # while something is on its way, what is on disk now says nothing
        self._state.say(_("Saving …"))
        self._state.show()
        if whole:
            self._keeper.hand_in(marks, note)
        else:
            self._keeper.keep(marks, note)

    def _note_kept(self, _receipt: BallotReceipt) -> None:
        if self._aside is not None:
            self._write_aside()
        self.settled.emit()

    def _note_refused(self, error: HackDeskError) -> None:
        self._aside = None
        self._state.say(_("Not saved"), "bad")
        self.refuse(error, f"{self._juror} – {self.team.name}")
        self.settled.emit()

    # --- a ballot that does not count -----------------------------------------------------------

    def _ask_aside(self, letter: str) -> None:
        if letter == "r":
            self.reason.clear()
            self.reason.show()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._wish_aside(NotCounted(BallotState.TEAM_NO_SHOW))

    def _take_reason(self) -> None:
        if self.reason.text().strip():
            self._wish_aside(NotCounted(BallotState.RECUSED, self.reason.text()))
            self.reason.hide()

    def _put_reason_away(self) -> None:
        self.reason.hide()
        self.cells[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _wish_aside(self, why: NotCounted) -> None:
        self._aside = why
        self.moved.emit(self, len(self.cells) - 1, Move.ENTER)
        if self._keeper is not None and not self._keeper.busy:
            self._write_aside()

    def _write_aside(self) -> None:
        assert self._keeper is not None and self._aside is not None
        ballot, why, by = self._keeper.ballot, self._aside, self._by
        self._aside = None
        ids, said = (ballot.juror_id, ballot.team_id), f"{self._juror} – {self.team.name}"
        self._page.do(
            lambda event: actions.set_ballot_state(event, *ids, why, seen=ballot.version, by=by),
            lambda _receipt: _("Set aside, it does not count: {ballot}", ballot=said),
        )

    def _take_back(self) -> None:
        assert self._keeper is not None
        ballot, by = self._keeper.ballot, self._by
        ids, said = (ballot.juror_id, ballot.team_id), f"{self._juror} – {self.team.name}"
        self._page.do(
            lambda event: actions.take_back(event, *ids, seen=ballot.version, by=by),
            lambda _receipt: _("Taken back: {ballot}", ballot=said),
        )

    # --- how it stands --------------------------------------------------------------------------

    def _show_state(self, juror: Juror, ballot: Ballot, state: BallotState) -> None:
        assert self._keeper is not None
        if self._keeper.busy or ballot.version < self._keeper.ballot.version:
            return  # it was read before our last save, and is read again
        typed_here = ballot.way == "paper" or ballot.state is BallotState.OPEN
        open_ = ballot.state in (BallotState.OPEN, BallotState.COMPLETE) and typed_here
        for field in (*self.cells, self.note):
            field.setEnabled(open_ and not self._sealed and bool(self._by))
        self.again_button.setVisible(not open_ and not self._sealed and bool(self._by))
        reading, sign = reading_of(ballot), sign_of(state)
        if reading is Reading.TWICE:
            self._state.say(_("Read twice: {first}, {second}", first=ballot.entered_by, second=ballot.second_by),
                            "accent")  # fmt: skip
        elif reading is Reading.DIFFERS:
            self._state.say(_("Second reading differs"), "bad")
        elif reading is Reading.ONCE:
            self._state.say(_("Typed by {name}", name=ballot.entered_by), "accent")
        elif ballot.state is BallotState.COMPLETE:
            self._state.say(_("Handed in: {way}", way=_(WHEREABOUTS_WORDS[whereabouts(juror, ballot)])), "accent")
        elif state is BallotState.OPEN and ballot.marks:
            self._state.say(_("{done} of {of}", done=len(ballot.marks), of=len(self.cells)), "warn")
        else:
            self._state.say(sign.word, sign.tone)
        self._state.setVisible(bool(ballot.version) or state is not BallotState.OPEN)
        if ballot.state not in (BallotState.OPEN, BallotState.COMPLETE):
            self.say_error(ballot.reason, "second")
