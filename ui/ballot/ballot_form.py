"""One juror's ballot for one team, entered on the laptop. Every mark is on disk as soon as it is given."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.jury.queries import Progress
from hackdesk.jury.rules import Ballot, BallotReceipt, BallotState, Contestant, Juror
from ui.ballot.ballot_side import BallotSide
from ui.ballot.criteria_column import CriteriaColumn
from ui.ballot.keeper import Keeper
from ui.ballot.states import sign_of
from ui.page import Page
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.label import Label
from ui.widgets.pill import Pill

#: Milliseconds after the last letter of a note until it is saved.
_NOTE_PAUSE = 700


class BallotForm(QWidget):
    """chosen(team id): another team of the same juror is wanted. handed_in(receipt): it is on disk.

    put_aside(NotCounted), taken_back(): what is wanted with the ballot shown.
    """

    chosen = Signal(object)
    handed_in = Signal(object)
    put_aside = Signal(object)
    taken_back = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._keeper: Keeper | None = None
        self._progress: Progress | None = None
        self._note_clock = QTimer(self, singleShot=True, interval=_NOTE_PAUSE)
        self._note_clock.timeout.connect(self._keep)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._whose, self._team_name = Label("", "second"), Label("", "name", wrap=True)
        self._saved = Pill("", "plain")
        self._reason = Label("", "second", wrap=True)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.criteria, self.side = CriteriaColumn(), BallotSide()
        self._left = Label("", "muted")
        self._back = Button(_("Back"), self._go_back, sign="chevron-left")
        self.set_aside_button = Button(_("Does not count …"), self._ask_why)
        self.take_back_button = Button(_("Take back"), self.taken_back.emit, sign="undo-2")
        self.take_back_button.hide()
        self.hand_in_button = Button(
            _("Hand in ballot"), self.hand_in, kind="primary", size="big", key="Ctrl+Return"
        )
        titles, state, head = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        titles.setSpacing(0)
        for line, widget in ((titles, self._whose), (titles, self._team_name), (state, self._reason)):
            line.addWidget(widget)
        state.insertWidget(0, self._saved, 0, Qt.AlignmentFlag.AlignRight)
        head.addLayout(titles, 1)
        head.addLayout(state)
        self._middle, self._foot, buttons = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._middle.setSpacing(14)
        self._middle.addWidget(self.criteria, 1)
        self._middle.addWidget(self.side)
        going = row(self._back, self._left, gap=24)
        buttons.addStretch()
        for button in (self.set_aside_button, self.take_back_button, self.hand_in_button):
            buttons.addWidget(button)
        self._foot.addLayout(going)
        self._foot.addLayout(buttons)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(head)
        lines.addLayout(self._middle, 1)
        lines.addLayout(self._foot)

    def _connect(self) -> None:
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

    def show_ballot(self, progress: Progress, juror: Juror, team: Contestant) -> None:
        """Show this ballot; what is being filled in stays where nobody else has written on it."""
        self._progress = progress
        ballot = progress.ballot(juror.id, team.id)
        self.criteria.show_criteria(progress.judging.criteria)
        known = self._keeper and (self._keeper.ballot.juror_id, self._keeper.ballot.team_id) == (juror.id, team.id)
        if not known:
            self._begin(ballot)
        elif self._keeper is not None and self._keeper.meet(ballot):
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
        for line in (self._middle, self._foot):
            line.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self.criteria.setMinimumHeight(260 if narrow else 0)
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
        self._say_saving()
        self._keeper.hand_in(self.criteria.marks, self.side.note)

    def _begin(self, ballot: Ballot) -> None:
        self.flush()
        if self._keeper is not None:
            self._keeper.kept.disconnect(self._note_kept)
            self._keeper.refused.disconnect(self._note_refused)
        self._keeper = Keeper(self._page, ballot, "laptop", self)
        self._keeper.kept.connect(self._note_kept)
        self._keeper.refused.connect(self._note_refused)
        self._load()

    def _load(self) -> None:
        assert self._keeper is not None
        self._stop_asking()
        self.criteria.show_marks(self._keeper.ballot.marks)
        self.side.show_note(self._keeper.ballot.note, open_=self._open)

    @property
    def _open(self) -> bool:
        sealed = self._progress is not None and self._progress.sealed is not None
        return bool(self._keeper and self._keeper.ballot.state is BallotState.OPEN and not sealed)

    def _keep(self) -> None:
        if self._keeper is None or not self._open:
            return
        self._note_clock.stop()
        self._say_saving()
        self._keeper.keep(self.criteria.marks, self.side.note)
        self._count()

    def _note_kept(self, receipt: BallotReceipt) -> None:
        self._show_state(receipt.at)
        if receipt.state is BallotState.COMPLETE:
            self.handed_in.emit(receipt)

    def _note_refused(self, error: HackDeskError) -> None:
        self._saved.say(_("Not saved"), "bad")
        self._page.sorry(error)
        self._page.refresh()

    def _say_saving(self) -> None:
        self._saved.say(_("Saving …"), "plain")
        self._saved.show()

    def _show_state(self, at: datetime | None = None) -> None:
        assert self._keeper is not None
        ballot, sign = self._keeper.ballot, sign_of(self._keeper.ballot.state)
        sealed = self._progress is not None and self._progress.sealed is not None
        at = at or ballot.handed_in_at
        time = words.time(at, self._page.zone, seconds=True) if at else ""
        if ballot.state is BallotState.COMPLETE:
            self._saved.say(_("Handed in {time}", time=time), "accent")
        elif ballot.state is not BallotState.OPEN:
            self._saved.say(sign.word, sign.tone)
        elif not self._keeper.busy:
            self._saved.say(_("Saved {time}", time=time) if time else _("Saved"), "accent")
        self._saved.setVisible(ballot.version > 0)
        self._reason.setText(_("The results are signed.") if sealed else ballot.reason)
        self.criteria.setEnabled(self._open)
        self.hand_in_button.setVisible(self._open)
        self.set_aside_button.setVisible(not sealed and ballot.state in (BallotState.OPEN, BallotState.COMPLETE))
        self.take_back_button.setVisible(not sealed and ballot.state is not BallotState.OPEN)
        self._count()

    def _count(self) -> None:
        left = self.criteria.unmarked
        text = many("{count} criterion left", "{count} criteria left", left) if left else _("Every mark is given")
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
        self.chosen.emit(team_id)
