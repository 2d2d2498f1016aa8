"""One juror's ballot for one team, entered on the laptop. Every mark is on disk as soon as it is given."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.jury.own import juror_writes, may_open_again
from hackdesk.jury.queries import Progress
from hackdesk.jury.rules import Ballot, BallotReceipt, BallotState, Contestant, Juror
from ui import theme
from ui.ballot.ballot_side import BallotSide
from ui.ballot.criteria_column import CriteriaColumn
from ui.ballot.keeper import Keeper, Writer
from ui.ballot.saved_line import SavedLine
from ui.page import Page
from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.label import Label

#: Milliseconds after the last letter of a note until it is saved.
_NOTE_PAUSE = 700
#: Milliseconds until what could not be written is tried once more by itself.
_AGAIN_AFTER = 5_000


class BallotForm(QWidget):
    """chosen(team id): another team of the same juror is wanted. handed_in(receipt): it is on disk.

    put_aside(NotCounted), taken_back(): what is wanted with the ballot shown. own: its juror fills it in, on a
    screen of their own, which has more room.
    """

    chosen = Signal(object)
    handed_in = Signal(object)
    put_aside = Signal(object)
    taken_back = Signal()

    def __init__(self, page: Page, *, own: bool = False) -> None:
        super().__init__()
        self._page, self._own, self._locked = page, own, ""
        self._keeper: Keeper | None = None
        self._progress: Progress | None = None
        self._note_clock = QTimer(self, singleShot=True, interval=_NOTE_PAUSE)
        self._note_clock.timeout.connect(self._keep)
        self._again_clock = QTimer(self, singleShot=True, interval=_AGAIN_AFTER)
        self._again_clock.timeout.connect(self.save_again)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._whose, self._team_name = Label("", "second"), Label("", "name", wrap=True)
        self.saved = SavedLine()
        self.criteria, self.side = CriteriaColumn(roomy=self._own), BallotSide(own=self._own)
        self._left = Label("", "muted")
        self._back = Button(_("Back"), self._go_back, sign="chevron-left")
        why = _("I am too close to this team …") if self._own else _("Does not count …")
        self.set_aside_button = Button(why, self._ask_why)
        self.take_back_button = Button(_("Take back"), self.taken_back.emit, sign="undo-2")
        self.take_back_button.hide()
        self.hand_in_button = Button(
            _("Hand in ballot"), self.hand_in, kind="primary", size="big", key="Ctrl+Return"
        )
        self._lay_out()

    def _lay_out(self) -> None:
        # On a page there is less room in height; the juror's name is there besides, in its own box.
        titles = self._titles = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.head = QHBoxLayout()
        titles.setSpacing(0 if self._own else theme.GAP)
        titles.addWidget(self._whose)
        titles.addWidget(self._team_name, 0 if self._own else 1)
        self.head.addLayout(titles, 1)
        self.head.addWidget(self.saved, 0, Qt.AlignmentFlag.AlignTop)
        self._middle, self._foot, self.buttons = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._middle.setSpacing(14)
        self._middle.addWidget(self.criteria, 1)
        self._middle.addWidget(self.side)
        going = row(self._back, self._left, gap=24)
        self.buttons.addStretch()
        for button in (self.set_aside_button, self.take_back_button, self.hand_in_button):
            self.buttons.addWidget(button)
        self._foot.addLayout(going)
        self._foot.addLayout(self.buttons)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(self.head)
        lines.addLayout(self._middle, 1)
        lines.addLayout(self._foot)

    def _connect(self) -> None:
        self.saved.again.connect(self.save_again)
        self.criteria.marked.connect(self._keep)
        self.criteria.finished.connect(self.hand_in_button.setFocus)
        self.side.note_typed.connect(self._note_clock.start)
        self.side.chosen.connect(self._choose)
        self.side.set_aside.wanted.connect(self.put_aside)
        self.side.set_aside.closed.connect(self._stop_asking)

    @property
    def ballot(self) -> Ballot | None:
        """The ballot shown, as it is on disk."""
        return self._keeper.ballot if self._keeper else None

    @property
    def unsaved(self) -> bool:
        """Whether something on the screen is not on disk, and nobody is at it."""
        return bool(self._keeper and self._keeper.unsaved)

    @property
    def busy(self) -> bool:
        """Whether something is still on its way to the disk."""
        return bool(self._keeper and self._keeper.busy) or self._note_clock.isActive()

    def show_ballot(self, progress: Progress, juror: Juror, team: Contestant, *, locked: str = "") -> None:
        """Show this ballot; what is being filled in stays where nobody else has written on it.

        locked: why nothing can be changed, "" where it can.
        """
        self._progress, self._locked = progress, locked
        ballot = progress.ballot(juror.id, team.id)
        self.criteria.show_criteria(progress.judging.criteria)
        known = self._keeper and (self._keeper.ballot.juror_id, self._keeper.ballot.team_id) == (juror.id, team.id)
        if not known:
            self._begin(ballot, juror)
        elif self._keeper is not None:
            if self._keeper.unsaved and (locked or progress.sealed is not None):
                self._keeper.give_up()
                self._load()
            if self._keeper.meet(ballot):
                self._load()
        teams = progress.judging.active
        number = [one.id for one in teams].index(team.id) + 1
        self._whose.setText(
            _("Juror: {juror} · ballot {number} of {of}", juror=juror.name, number=number, of=len(teams))
        )
        self._team_name.setText(team.name)
        self.side.show_ballots(progress, juror, team.id)
        self._show_state()

    def shrink(self, *, narrow: bool) -> None:
        """Stand the note and the list below the criteria, or beside them again."""
        direction = QBoxLayout.Direction
        self._titles.setDirection(direction.TopToBottom if narrow or self._own else direction.RightToLeft)
        for line in (self._middle, self._foot):
            line.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self.criteria.be_content(least=260 if narrow else 200)
        self.criteria.shrink(narrow=narrow)
        self.side.shrink(narrow=narrow)

    def flush(self) -> None:
        """Save a note that is still being typed."""
        if self._note_clock.isActive():
            self._note_clock.stop()
            self._keep()

    def hand_in(self) -> None:
        """Hand the ballot in; a criterion without a mark takes the focus instead."""
        if self._keeper is None or not self._open:
            return
        self._note_clock.stop()
        if self.criteria.go_to_unmarked():
            return
        self.saved.say_saving()
        self._keeper.hand_in(self.criteria.marks, self.side.note, signed=self.side.signed)

    def save_again(self) -> None:
        """Try once more to save what was refused."""
        if self.unsaved:
            self._keep()

    def _begin(self, ballot: Ballot, juror: Juror) -> None:
        self.flush()
        if self._keeper is not None:
            self._keeper.kept.disconnect(self._note_kept)
            self._keeper.refused.disconnect(self._note_refused)
        writer = Writer(juror_writes(juror.id), own=True) if self._own else Writer()
        self._keeper = Keeper(self._page, ballot, "laptop", self, writer)
        self._keeper.kept.connect(self._note_kept)
        self._keeper.refused.connect(self._note_refused)
        self._load()

    def _load(self) -> None:
        assert self._keeper is not None
        self._stop_asking()
        self.criteria.show_marks(self._keeper.ballot.marks)
        self.side.show_note(self._keeper.ballot.note, signed=self._keeper.ballot.signed)

    @property
    def _open(self) -> bool:
        return bool(self._keeper and self._keeper.ballot.state is BallotState.OPEN and not self._closed)

    @property
    def _closed(self) -> bool:
        return bool(self._locked) or (self._progress is not None and self._progress.sealed is not None)

    def _keep(self) -> None:
        if self._keeper is None or not self._open:
            return
        self._note_clock.stop()
        self.saved.say_saving()
        self._keeper.keep(self.criteria.marks, self.side.note, signed=self.side.signed)
        self._count()

    def _note_kept(self, receipt: BallotReceipt) -> None:
        if not self.saved.again_button.isHidden():
            self._page.notice.hide()  # it said that nothing was saved
        self._show_state(receipt.at)
        if receipt.state is BallotState.COMPLETE:
            self.handed_in.emit(receipt)

    def _note_refused(self, error: HackDeskError) -> None:
        self._show_state()
        self._page.sorry(error)
        self._again_clock.start()
        self._page.refresh()

    def _show_state(self, at: datetime | None = None) -> None:
        assert self._keeper is not None
        ballot = self._keeper.ballot
        self.saved.show_state(self._keeper, at, self._page.zone)
        self.saved.say_reason(self._why_not(ballot))
        self.criteria.setEnabled(self._open)
        self.side.let_write(self._open)
        self.hand_in_button.setVisible(self._open)
        counts = ballot.state in (BallotState.OPEN, BallotState.COMPLETE)
        self.set_aside_button.setVisible(not self._closed and counts)
        may = not self._own or may_open_again(ballot.state, ballot.entered_by)
        self.take_back_button.setVisible(not self._closed and may and ballot.state is not BallotState.OPEN)
        self._count()

    def _why_not(self, ballot: Ballot) -> str:
        sealed = self._progress is not None and self._progress.sealed is not None
        theirs = not may_open_again(ballot.state, ballot.entered_by)
        said = _("The results are signed.") if sealed else self._locked or ballot.reason
        if self._own and theirs and not self._closed:
            said = " ".join(filter(None, (said, _("Only the facilitator can change this."))))
        return said

    def _count(self) -> None:
        left = self.criteria.unmarked
        text = _("Every mark is given")
        if left:
            of = self.criteria.count
            text = _("{left} of {of} criteria left", left=left, of=of)
        self._left.setText(text if self._open else "")

    def _ask_why(self) -> None:
        self.side.ask_why(True)

    def _stop_asking(self) -> None:
        self.side.ask_why(False)

    def _go_back(self) -> None:
        if self._keeper is None or self._progress is None:
            return
        ids = [team.id for team in self._progress.judging.active]
        self._choose(ids[ids.index(self._keeper.ballot.team_id) - 1])

    def _choose(self, team_id: UUID) -> None:
        self.flush()
        if self.unsaved:
            self.save_again()  # on another ballot what is only on the screen would be lost
            return
        self.chosen.emit(team_id)
