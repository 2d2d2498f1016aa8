"""One line of the paper grid: a team's marks from one juror's sheet, typed one after another."""

from __future__ import annotations

from fractions import Fraction
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.jury.rules import Ballot, BallotReceipt, BallotState, Contestant, Criterion, steps_of
from ui.ballot.keeper import Keeper
from ui.ballot.marks import shown_mark, typed_mark
from ui.ballot.states import sign_of
from ui.page import Page
from ui.text import _, words
from ui.widgets.label import Label
from ui.widgets.pill import Pill


class MarkCell(QLineEdit):
    """left: the keyboard has left it. moved(rows, columns): where it goes; (1, -99) is the next line's start."""

    left = Signal()
    moved = Signal(int, int)

    def __init__(self, criterion: Criterion, team: str, width: int) -> None:
        super().__init__()
        self.criterion = criterion
        self._marks = [shown_mark(step) for step in steps_of(criterion)]
        self.setFixedWidth(width)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(f"{team}: {criterion.name}")
        self.textEdited.connect(self._go_on)

    def say_wrong(self, wrong: bool) -> None:
        """Show by the border that this is no mark."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Return: (1, -99),
            Qt.Key.Key_Enter: (1, -99),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Up: (-1, 0),
        }
        if (move := moves.get(Qt.Key(event.key()))) is not None:
            self.moved.emit(*move)
            return
        super().keyPressEvent(event)

    def _go_on(self, text: str) -> None:
        # Move on as soon as no longer mark could begin like this: after 4 of 1–5, but not after 1 of 0–10.
        longer = any(mark != text and mark.startswith(text) for mark in self._marks)
        if text in self._marks and not longer:
            self.moved.emit(0, 1)


class PaperRow(QWidget):
    """moved(row, rows, columns): the keyboard wants to go on from here. widths: of the name, of a mark."""

    moved = Signal(object, int, int)

    def __init__(
        self, page: Page, team: Contestant, criteria: tuple[Criterion, ...], widths: tuple[int, int]
    ) -> None:
        super().__init__()
        self._page, self.team = page, team
        self._keeper: Keeper | None = None
        self._sealed = False
        name = Label(f"{team.turn}  {team.name}" if team.turn else team.name, "strong", wrap=True)
        name.setFixedWidth(widths[0])
        self.cells = [MarkCell(criterion, team.name, widths[1]) for criterion in criteria]
        self._state, self._error = Pill(""), Label("", "error", wrap=True)
        line, state = QHBoxLayout(self), QVBoxLayout()
        line.setContentsMargins(0, 3, 0, 3)
        line.addWidget(name)
        for cell in self.cells:
            cell.left.connect(self._take)
            cell.moved.connect(self._move)
            line.addWidget(cell)
        state.setSpacing(2)
        state.addWidget(self._state, 0, Qt.AlignmentFlag.AlignLeft)
        state.addWidget(self._error)
        line.addLayout(state, 1)

    @property
    def ballot(self) -> Ballot | None:
        """The ballot as it is on disk."""
        return self._keeper.ballot if self._keeper else None

    def show_ballot(self, ballot: Ballot, state: BallotState, sealed: bool) -> None:
        """Show a ballot as read; what was typed and cannot be a mark stays."""
        self._sealed = sealed
        if self._keeper is None:
            self._keeper = Keeper(self._page, ballot, "paper", self)
            self._keeper.kept.connect(self._note_kept)
            self._keeper.refused.connect(self._note_refused)
            self._load()
        elif self._keeper.meet(ballot):
            self._load()
        self._show_state(state)

    def _load(self) -> None:
        assert self._keeper is not None
        for cell in self.cells:
            mark = self._keeper.ballot.marks.get(cell.criterion.id)
            cell.setText("" if mark is None else shown_mark(mark))
            cell.say_wrong(False)
        self._say_error("")

    def _take(self) -> None:
        """Save what the line says, if it says anything new."""
        if self._keeper is None:
            return
        marks: dict[UUID, Fraction] = {}
        sentences = []
        for cell in self.cells:
            sentence, mark = typed_mark(cell.criterion, cell.text())
            cell.say_wrong(bool(sentence))
            if sentence:
                sentences.append(sentence)
            elif mark is not None:
                marks[cell.criterion.id] = mark
        self._say_error(" ".join(sentences))
        whole = len(marks) == len(self.cells)
        ballot = self._keeper.ballot
        if marks == dict(ballot.marks) and whole == (ballot.state is BallotState.COMPLETE):
            return
        self._state.say(_("Saving …"))
        self._state.show()
        if whole:
            self._keeper.hand_in(marks, ballot.note)
        else:
            self._keeper.keep(marks, ballot.note)

    def _note_kept(self, receipt: BallotReceipt) -> None:
        self._show_state(receipt.state, words.time(receipt.at, self._page.zone, seconds=True))

    def _note_refused(self, error: HackDeskError) -> None:
        self._state.say(_("Not saved"), "bad")
        self._say_error(words.error(error))
        self._page.refresh()

    def _show_state(self, state: BallotState, time: str = "") -> None:
        assert self._keeper is not None
        ballot, sign = self._keeper.ballot, sign_of(state)
        open_ = ballot.state in (BallotState.OPEN, BallotState.COMPLETE)
        for cell in self.cells:
            cell.setEnabled(open_ and not self._sealed)
        if self._keeper.busy:
            return
        if ballot.state is BallotState.COMPLETE and ballot.handed_in_at:
            time = words.time(ballot.handed_in_at, self._page.zone, seconds=True)
            self._state.say(_("Handed in {time}", time=time), "accent")
        elif state is BallotState.OPEN and ballot.version:
            counted = _("{done} of {of}", done=len(ballot.marks), of=len(self.cells))
            self._state.say(" · ".join(filter(None, (counted, time and _("Saved {time}", time=time)))), "warn")
        else:
            self._state.say(sign.word, sign.tone)
        self._state.setVisible(bool(ballot.version) or state is not BallotState.OPEN)
        if not open_:
            self._say_error(ballot.reason)

    def _say_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def _move(self, rows: int, columns: int) -> None:
        at = self.cells.index(self.sender())  # type: ignore[arg-type]
        self.moved.emit(self, rows, 0 if columns < -1 else at + columns)
