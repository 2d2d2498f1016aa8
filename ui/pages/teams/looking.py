"""A proposal that is looked at on the board: from the first plan to using it or putting it away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from hackdesk.teams.kept import KeptPlan, Today
from hackdesk.teams.preview import Preview, preview, still_fits
from hackdesk.teams.proposal import Problem, Proposal
from hackdesk.teams.queries import Board
from ui.page import Page
from ui.pages.teams.lines import changed_since
from ui.pages.teams.proposal_bar import ProposalBar
from ui.pages.teams.proposing import Proposing

if TYPE_CHECKING:
    from hackdesk.event.store import Event


class Looking(QObject):
    """changed(): the board is to be drawn anew. used(proposal): it is to be carried out."""

    changed = Signal()
    used = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.proposal: Proposal | None = None
        self.preview: Preview | None = None
        self.bar, self.proposing = ProposalBar(), Proposing(page)
        self._board = Board()
        self._kept: KeptPlan | None = None
        self._moved: frozenset[UUID] = frozenset()
        self._troubles: tuple[str, ...] = ()
        self.proposing.stepped.connect(self.bar.show_step)
        self.proposing.better.connect(self._show_better)
        self.proposing.ready.connect(self._show_ready)
        self.bar.stopped.connect(self.proposing.stop)
        self.bar.another.connect(self._draw_again)
        self.bar.tried.connect(self._start)
        self.bar.again.connect(self._start_again)
        self.bar.applied.connect(self.use)
        self.bar.put_away.connect(self.put_away)

    def show_board(self, board: Board) -> None:
        """The board was read again: the proposal is looked at on it, or no longer fits."""
        self._board = board
        if self.proposal is None:
            self.changed.emit()
        elif self.proposing.running and still_fits(board, self.proposal):
            self._show_better(self.proposal)
        else:
            self._look_at(self.proposal)

    def propose(self) -> None:
        """Work out who could sit where; where people sit already, nobody is moved unless it is asked for."""
        self._start("keep" if self._board.placed else "best")

    def work_out(self, problem: Callable[[Event], Problem]) -> None:
        """Work out something smaller than the whole room, and look at it like at any proposal."""
        self._clear()
        self.bar.show_working("few")
        self.proposing.way = "few"
        self.proposing.work_out(problem)
        self.changed.emit()

    def show_kept(self, found: Today) -> None:
        """Look at a plan that was kept, as it would be now."""
        self.proposing.leave()
        self._kept, self._troubles = found.kept, tuple(changed_since(found))
        self._moved = frozenset(person.id for person in found.moved)
        self._look_at(found.proposal)

    def show_asked(self, proposal: Proposal) -> None:
        """Look at a plan that was not proposed but asked for; it is used or put away like one."""
        self.proposing.leave()
        self._kept, self._troubles, self._moved = None, (), frozenset()
        self._look_at(proposal)

    def use(self) -> None:
        """Carry out the proposal that is looked at."""
        if self.proposal is not None:
            proposal = self.proposal
            self.put_away()
            self.used.emit(proposal)

    def put_away(self) -> None:
        """Forget the proposal; the board shows who sits where now."""
        self.proposing.leave()
        self._clear()
        self.bar.hide()
        self.changed.emit()

    def _start(self, way: str, moved: frozenset[UUID] = frozenset()) -> None:
        self._clear()
        self.bar.show_working(way)
        self.proposing.start(way, moved)
        self.changed.emit()

    def _draw_again(self, way: str) -> None:
        self.proposing.seed += 1
        self._start(way)

    def _start_again(self) -> None:
        """Once more, where what hands have moved since stays."""
        self._start(self.proposing.way, self._moved)

    def _show_better(self, proposal: Proposal) -> None:
        if still_fits(self._board, proposal):
            self.proposal, self.preview = proposal, preview(self._board, proposal)
            self.bar.show_better(proposal, self.preview)
            self.changed.emit()

    def _show_ready(self, proposal: Proposal, kept: KeptPlan | None) -> None:
        self._kept, self._troubles = kept, ()
        self._look_at(proposal)

    def _look_at(self, proposal: Proposal) -> None:
        if still_fits(self._board, proposal):
            self.proposal, self.preview = proposal, preview(self._board, proposal)
            self.bar.show_proposal(proposal, self.preview, self._kept, self._troubles)
        else:
            self.proposing.leave()
            seats = {member.person_id: team.id for team in self._board.teams for member in team.members}
            moved = [p for p in proposal.problem.people if p.id in seats and seats[p.id] != p.seat]
            self._moved = frozenset(person.id for person in moved)
            self._clear()
            self.bar.show_stale([person.name for person in moved])
        self.changed.emit()

    def _clear(self) -> None:
        self.proposal, self.preview = None, None
