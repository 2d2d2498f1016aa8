"""What one juror has in front of them, from their PIN until it is locked: a ballot, or all their marks."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.jury import actions
from hackdesk.jury.own import juror_writes
from hackdesk.jury.rules import BallotReceipt, BallotState, Contestant, NotCounted
from ui.kiosk.own_ballot import OwnBallot
from ui.kiosk.own_marks import OwnMarks
from ui.kiosk.reading import Seen
from ui.page import Page
from ui.text import _, words


class JurorScreen(QWidget):
    """Which team is looked at is held here. locking: the juror is done for now."""

    locking = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._seen: Seen | None = None
        self._team: UUID | None = None
        self._to_begin = False
        self.form, self.marks = OwnBallot(page), OwnMarks()
        self._views = QStackedWidget()
        for view in (self.form, self.marks):
            self._views.addWidget(view)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._views)
        self.form.locking.connect(self.locking)
        self.form.looked_through.connect(self._look_through)
        self.form.chosen.connect(self._choose)
        self.form.handed_in.connect(self._go_on)
        self.form.put_aside.connect(self._set_aside)
        self.form.taken_back.connect(self._take_back_shown)
        self.marks.locking.connect(self.locking)
        self.marks.opened.connect(self._choose)
        self.marks.changing.connect(self._change)

    @property
    def lost_if_gone(self) -> bool:
        """Whether something on it is not on disk yet."""
        return self.form.busy or self.form.unsaved

    def begin(self, seen: Seen) -> None:
        """The juror has come in: the ballot where they go on, or all their marks where every one is in."""
        self._seen = seen
        if not self.lost_if_gone:
            self._team = self._next_open()
        self._show()
        (self.form.begin if self._team else self.marks.begin)()

    def show_seen(self, seen: Seen) -> None:
        """Something was written: show it as it is now."""
        self._seen = seen
        if self._team not in [team.id for team in self._teams]:
            self._team = None
        before = self._views.currentWidget()
        self._show()
        if self._views.currentWidget() is self.marks is not before:
            self.marks.begin()
        ballot = self.form.ballot
        if self._to_begin and ballot is not None and ballot.state is BallotState.OPEN:
            self._to_begin = False
            self.form.begin()

    def shrink(self, *, narrow: bool) -> None:
        """Stand things below each other."""
        self.form.shrink(narrow=narrow)
        self.marks.shrink(narrow=narrow)
        if self._seen is not None:
            self._show()

    def flush(self) -> None:
        """Save what is still being typed."""
        self.form.flush()

    @property
    def _teams(self) -> tuple[Contestant, ...]:
        return self._seen.own.judging.active if self._seen and self._seen.own else ()

    def _show(self) -> None:
        assert self._seen is not None
        if self._team is not None:
            self.form.show_seen(self._seen, self._team)
            self._views.setCurrentWidget(self.form)
        else:
            self.marks.show_seen(self._seen)
            self._views.setCurrentWidget(self.marks)

    def _next_open(self, after: UUID | None = None) -> UUID | None:
        """The first open ballot, from this team on; not of a pitch the juror did not see."""
        assert self._seen is not None and self._seen.own is not None and self._seen.juror is not None
        own, juror = self._seen.own, self._seen.juror
        if self._seen.closed or own.sealed is not None:
            return None
        ids = [team.id for team in own.judging.active]
        at = ids.index(after) + 1 if after in ids else 0
        others = (one for one in (*ids[at:], *ids[:at]) if one != after)
        return next((one for one in others if own.state(juror, one) is BallotState.OPEN), None)

    def _choose(self, team_id: UUID) -> None:
        self._team = team_id
        self._show()
        self.form.begin()

    def _look_through(self) -> None:
        self.form.flush()
        if self.form.unsaved:
            self.form.save_again()
            return
        self._team = None
        self._page.refresh()
        self._show()
        self.marks.begin()

    def _go_on(self, receipt: BallotReceipt) -> None:
        """A ballot is in: say so, and show the next open one, or all marks where there is none."""
        said = _("Handed in: {team}", team=self._name_of(receipt.team_id))
        self._page.receipt(said, partial(self._undo, receipt))
        self._move_on(receipt)

    def _note_aside(self, receipt: BallotReceipt) -> None:
        said = _("You do not judge {team}.", team=self._name_of(receipt.team_id))
        self._page.receipt(said, partial(self._undo, receipt))
        self._move_on(receipt)

    def _move_on(self, receipt: BallotReceipt) -> None:
        self._team = self._next_open(receipt.team_id)
        self._page.refresh()  # all marks are shown when they are read: before that the last one is not among them
        if self._team is not None:
            self._choose(self._team)

    def _undo(self, receipt: BallotReceipt) -> None:
        self._open_again(receipt.team_id, receipt.version)

    def _change(self, team_id: UUID) -> None:
        assert self._seen is not None and self._seen.own is not None and self._seen.juror is not None
        self._open_again(team_id, self._seen.own.ballot(self._seen.juror.id, team_id).version)

    def _take_back_shown(self) -> None:
        if (ballot := self.form.ballot) is not None:
            self._open_again(ballot.team_id, ballot.version)

    def _open_again(self, team_id: UUID, seen: int) -> None:
        assert self._seen is not None and self._seen.juror is not None
        juror = self._seen.juror
        self._page.ask(
            lambda event: actions.take_back(
                event, juror.id, team_id, seen=seen, by=juror_writes(juror.id), own=True
            ),
            partial(self._note_open, team_id),
        )  # fmt: skip

    def _note_open(self, team_id: UUID, _receipt: BallotReceipt) -> None:
        self._page.notice.hide()
        self._team, self._to_begin = team_id, True
        self._page.refresh()

    def _set_aside(self, why: NotCounted) -> None:
        assert self._seen is not None and self._seen.juror is not None
        ballot, juror = self.form.ballot, self._seen.juror
        if ballot is None:
            return
        self._page.ask(
            lambda event: actions.set_ballot_state(
                event, ballot.juror_id, ballot.team_id, why, seen=ballot.version, by=juror_writes(juror.id)
            ),
            self._note_aside,
            self._say_beside_reason,
        )

    def _say_beside_reason(self, error: HackDeskError) -> None:
        self.form.side.set_aside.wrong(words.error(error))

    def _name_of(self, team_id: UUID) -> str:
        assert self._seen is not None and self._seen.own is not None
        return next((team.name for team in self._seen.own.judging.teams if team.id == team_id), "")
