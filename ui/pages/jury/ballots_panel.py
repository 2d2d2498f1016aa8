"""The jury's ballots: how far it is, one ballot, paper sheets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout

from hackdesk.errors import HackDeskError
from hackdesk.jury import actions
from hackdesk.jury.conflict_queries import conflicts_to_look_at
from hackdesk.jury.paper_queries import JuryNow, jury_now
from hackdesk.jury.queries import Progress
from hackdesk.jury.rules import BallotReceipt, BallotState, Contestant, Juror, NotCounted
from hackdesk.language import N_
from ui.ballot.ballot_form import BallotForm
from ui.page import Page
from ui.pages.jury.nothing_yet import NothingYet
from ui.pages.jury.paper_grid import PaperGrid
from ui.pages.jury.progress_view import ProgressView
from ui.pages.jury.round_card import RoundPill, close_round, open_round
from ui.panel import Panel
from ui.text import _, words
from ui.widgets.switch import Switch

if TYPE_CHECKING:
    from hackdesk.event.store import Event


class BallotsPanel(Panel):
    """Which juror and team are looked at is held here; the views are told."""

    keys = (
        ("1 … 9", N_("Give this mark")),
        ("Left", N_("A lower mark")),
        ("Right", N_("A higher mark")),
        ("Enter", N_("Next criterion; on a paper sheet next team")),
        ("Space", N_("No mark on a paper sheet; next of the ballots that are picked out")),
        ("R, N", N_("On a paper sheet: recused, team did not show; other letters begin a sheet code")),
        ("Ctrl+Return", N_("Hand in ballot")),
    )

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._now: JuryNow | None = None
        self._progress: Progress | None = None
        self._juror: UUID | None = None
        self._team: UUID | None = None
        self._view, self._narrow = "progress", False
        self.views = Switch(
            (("progress", _("Progress")), ("ballot", _("One ballot")), ("paper", _("Paper sheets"))), _("View")
        )
        self.views.chosen.connect(self._choose_view)
        self.juror_box = QComboBox()
        self.juror_box.setAccessibleName(_("Juror"))
        self.juror_box.setMinimumWidth(260)
        self.juror_box.activated.connect(self._choose_juror)
        self.round_pill = RoundPill()
        self.progress_view, self.form, self.paper = ProgressView(), BallotForm(page), PaperGrid(page)
        self._empty = NothingYet()
        self._stacked = QStackedWidget()
        for view in (self._empty, self.progress_view, self.form, self.paper):
            self._stacked.addWidget(view)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.views, 1)
        head.addWidget(self.round_pill)
        head.addWidget(self.juror_box)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addLayout(head)
        lines.addWidget(self._stacked, 1)
        self._connect()

    def _connect(self) -> None:
        self._empty.juror_wanted.connect(self._add_juror)
        self._empty.page_wanted.connect(self.page.wants)
        self.progress_view.matrix.opened.connect(self._open)
        self.progress_view.juror_line.wanted.connect(self._add_juror)
        self.progress_view.conflicts.clicked.connect(partial(self.page.wants.emit, "prepare", "jurors"))
        heads = self.progress_view.heads
        heads.edited.connect(self._edit_juror)
        heads.paper.connect(self._open_paper)
        heads.removed.connect(self._remove_juror)
        self.progress_view.card.closed.connect(partial(close_round, self.page))
        self.progress_view.card.opened.connect(partial(open_round, self.page))
        self.paper.wanted.connect(self._show_paper_of)
        self.form.chosen.connect(self._choose_team)
        self.form.handed_in.connect(self._go_on)
        self.form.put_aside.connect(self._set_aside)
        self.form.taken_back.connect(self._take_back)

    def read(self, event: Event) -> JuryNow:
        return jury_now(event)

    def display(self, answer: JuryNow) -> None:
        self._now, self._progress = answer, answer.progress
        judging = answer.progress.judging
        missing = next(
            (what for what, there in
             (("criteria", judging.criteria), ("teams", judging.active), ("jurors", judging.jurors)) if not there),
            None,
        )  # fmt: skip
        for part in (self.views, self.juror_box, self.round_pill):
            part.setVisible(missing is None)
        self.round_pill.show_now(answer)
        self._empty.show_missing(missing or "")
        if missing is not None:
            self._stacked.setCurrentWidget(self._empty)
            return
        self._keep_choice(judging.jurors, judging.active)
        self._show_view(self._view)

    def select(self, subject: Any) -> None:
        """subject: a juror, whose ballots are wanted; or "paper"."""
        if isinstance(subject, Juror):
            self._juror = subject.id
            self._choose_view("ballot")
        elif subject == "paper":
            self._choose_view("paper")
        self.page.refresh()

    def shrink(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self.juror_box.setMinimumWidth(120 if narrow else 260)
        for view in (self.form, self.progress_view):
            view.shrink(narrow=narrow)
        self.paper.shrink(narrow=narrow)
        self._redisplay()

    def leave(self) -> None:
        self.form.flush()

    def _keep_choice(self, jurors: tuple[Juror, ...], teams: tuple[Contestant, ...]) -> None:
        if self._juror not in [juror.id for juror in jurors]:
            self._juror = jurors[0].id
        if self._team not in [team.id for team in teams]:
            self._team = None
        self.juror_box.clear()
        for number, juror in enumerate(jurors):
            self.juror_box.addItem(juror.name, juror.id)
            if juror.id == self._juror:
                self.juror_box.setCurrentIndex(number)
        self._team = self._team or self._first_open()

    def _first_open(self) -> UUID:
        assert self._progress is not None
        progress = self._progress
        juror, ids = self._current_juror(), [team.id for team in progress.judging.active]
        return next((team for team in ids if progress.state(juror, team) is BallotState.OPEN), ids[0])

    def _current_juror(self) -> Juror:
        assert self._progress is not None
        return next(juror for juror in self._progress.judging.jurors if juror.id == self._juror)

    def _choose_view(self, view: str) -> None:
        self._view = view
        self.views.choose(view)
        self._show_view(view)

    def _show_view(self, view: str) -> None:
        if self._now is None or self._juror is None or self._team is None:
            return
        progress = self._now.progress
        self.juror_box.setVisible(view != "progress")
        self.round_pill.setVisible(view == "progress" or not self._narrow)
        if view == "progress":
            self.form.flush()
            self.progress_view.show_now(self._now)
            self.page.ask(conflicts_to_look_at, self.progress_view.conflicts.show_count)
            self._stacked.setCurrentWidget(self.progress_view)
        elif view == "ballot":
            team = next(team for team in progress.judging.active if team.id == self._team)
            self.form.show_ballot(progress, self._current_juror(), team)
            self._stacked.setCurrentWidget(self.form)
        else:
            self.form.flush()
            self.paper.show_juror(self._now, self._current_juror())
            self._stacked.setCurrentWidget(self.paper)

    def _open(self, juror: Juror, team: Contestant) -> None:
        self._juror, self._team = juror.id, team.id
        self._choose_view("ballot")
        self._redisplay()
        self.form.criteria.begin()

    def _open_paper(self, juror: Juror) -> None:
        self._juror = juror.id
        self._choose_view("paper")
        self._redisplay()
        self.paper.begin()

    def _redisplay(self) -> None:
        if self._now is not None:
            self.display(self._now)

    def _show_paper_of(self, juror: UUID) -> None:
        """A sheet's code was read: show its juror's lines."""
        self._juror = juror
        self._redisplay()

    def _choose_juror(self, number: int) -> None:
        self.form.flush()
        self._juror, self._team = self.juror_box.itemData(number), None
        self._redisplay()

    def _choose_team(self, team: UUID) -> None:
        self._team = team
        self._redisplay()
        self.form.criteria.begin()

    def _go_on(self, receipt: BallotReceipt) -> None:
        """A ballot is in: say so, and show the next open one of this juror, if there is one."""
        assert self._progress is not None
        progress, juror = self._progress, self._current_juror()
        names = {team.id: team.name for team in progress.judging.active}
        said = _("Handed in: {juror} – {team}", juror=juror.name, team=names[receipt.team_id])
        self.page.receipt(said, partial(self._undo, receipt))
        ids = list(names)
        at = ids.index(receipt.team_id)
        for team in (*ids[at + 1 :], *ids[:at]):
            if progress.state(juror, team) is BallotState.OPEN:
                self._choose_team(team)
                return

    def _undo(self, receipt: BallotReceipt) -> None:
        self._team = receipt.team_id
        ids = receipt.juror_id, receipt.team_id
        self.page.ask(lambda event: actions.take_back(event, *ids, seen=receipt.version), self._refreshed)

    def _take_back(self) -> None:
        if (ballot := self.form.ballot) is not None:
            ids = ballot.juror_id, ballot.team_id
            self.page.ask(lambda event: actions.take_back(event, *ids, seen=ballot.version), self._refreshed)

    def _set_aside(self, why: NotCounted) -> None:
        if (ballot := self.form.ballot) is not None:
            ids = ballot.juror_id, ballot.team_id
            self.page.ask(
                lambda event: actions.set_ballot_state(event, *ids, why, seen=ballot.version),
                self._note_aside,
                self._say_beside_reason,
            )

    def _note_aside(self, receipt: BallotReceipt) -> None:
        self.page.receipt(_("Set aside: it does not count."), partial(self._undo, receipt))
        self.page.refresh()

    def _say_beside_reason(self, error: HackDeskError) -> None:
        self.form.side.set_aside.wrong(words.error(error))

    def _add_juror(self, juror: Juror) -> None:
        self.page.ask(lambda event: actions.add_juror(event, juror), self._note_juror)

    def _note_juror(self, juror: Juror) -> None:
        self.page.receipt(_("{juror} is on the jury.", juror=juror.name))
        self.progress_view.juror_line.clear()
        self.page.refresh()

    def _edit_juror(self, juror: Juror) -> None:
        self.page.ask(lambda event: actions.edit_juror(event, juror, seen=juror.version), self._refreshed)

    def _remove_juror(self, juror: Juror) -> None:
        self.page.ask(lambda event: actions.remove_juror(event, juror, seen=juror.version), self._refreshed)

    def _refreshed(self, _answer: object) -> None:
        self.page.notice.hide()
        self.page.refresh()
