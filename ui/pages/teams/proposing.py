"""Working out a proposal beside the window: the first plan at once, better ones as they come, the last kept."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from hackdesk.errors import HackDeskError
from hackdesk.teams.actions import keep_proposal
from hackdesk.teams.kept import KeptPlan
from hackdesk.teams.kept_queries import problem_with
from hackdesk.teams.proposal import A_FEW_MOVES, Problem, Proposal
from hackdesk.teams.solver import propose
from ui.jobs import Job, Spare
from ui.page import Page
from ui.text import _

if TYPE_CHECKING:
    from uuid import UUID

    from hackdesk.event.store import Event

#: The most it may take; most rooms are proved long before, and Stop keeps the best.
SECONDS = 20.0
#: Milliseconds between two plans on the screen, so that names can be read and nothing flickers.
_AT_LEAST = 400
#: Milliseconds that people without a place are looked at before a process is started for whoever presses Propose.
_LOOKED_AT = 1000


class Proposing(QObject):
    """stepped(done, of); better(proposal) while it goes on; ready(proposal, kept plan or None) at the end.

    A new start lets the work before go. seed: how ties are drawn.
    """

    stepped = Signal(int, int)
    better = Signal(object)
    ready = Signal(object, object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._job: Job | None = None
        self._newest: Proposal | None = None
        self._begun = 0.0
        self.seed, self.way = 1, "best"
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_AT_LEAST)
        self._pause.timeout.connect(self._show_newest)
        self._spare = Spare(propose.__module__)
        self._looked_at = QTimer(self)
        self._looked_at.setSingleShot(True)
        self._looked_at.setInterval(_LOOKED_AT)
        self._looked_at.timeout.connect(self._spare.prepare)

    @property
    def running(self) -> bool:
        """Whether something is being worked out."""
        return self._job is not None and self._job.running

    def get_ready(self) -> None:
        """A proposal may be asked for soon: its first plan is then there sooner."""
        if not self._looked_at.isActive():
            self._looked_at.start()

    def start(self, way: str, moved: frozenset[UUID] = frozenset()) -> None:
        """way: "keep" everybody who sits somewhere, "few" moves, or the "best" plan. moved: who stays besides."""
        self.way = way
        self.work_out(partial(_problem, way, moved))

    def work_out(self, problem: Callable[[Event], Problem]) -> None:
        """Solve what `problem` asks of the event; it may be smaller than the whole room."""
        self.leave()
        self._newest = None
        self._page.ask(problem, self._solve)

    def stop(self) -> None:
        """Enough: the best so far is the proposal."""
        if self._job is not None:
            self._job.cancel()

    def leave(self) -> None:
        """Let the work go."""
        self._pause.stop()
        if self._job is not None:
            self._job.disconnect(self)
            self._job.cancel()
            self._job = None

    def close(self) -> None:
        """Wait until the work is gone; the window closes."""
        self._pause.stop()
        self._looked_at.stop()
        self._spare.close()
        if self._job is not None:
            self._job.close()

    def _solve(self, solved: Problem) -> None:
        self._begun = time.monotonic()
        self._job = Job(
            propose, solved, seconds=SECONDS, seed=self.seed, telling=True, spare=self._spare, parent=self
        )
        self._job.stepped.connect(self._hear_step)
        self._job.told.connect(self._hear_better)
        self._job.finished.connect(self._keep)
        self._job.cancelled.connect(self._keep_newest)
        self._job.failed.connect(self._refuse)

    def _hear_step(self, done: int, of: int) -> None:
        self.stepped.emit(done, of)

    def _hear_better(self, proposal: Proposal) -> None:
        first, self._newest = self._newest is None, proposal
        if first:
            self._show_newest()
        elif not self._pause.isActive():
            self._pause.start()

    def _show_newest(self) -> None:
        if self._newest is not None:
            self.better.emit(self._newest)

    def _keep_newest(self) -> None:
        """The work had to be ended before it could answer: what it told last is the best there is."""
        if self._newest is not None:
            self._keep(replace(self._newest, stopped=True))

    def _keep(self, proposal: Proposal) -> None:
        self._pause.stop()
        took = time.monotonic() - self._begun
        name = _("Proposal {number}", number="{number}")
        action = partial(keep_proposal, proposal=proposal, name=name, way=self.way, seconds=took)
        self._page.ask(action, partial(self._tell_kept, proposal), partial(self._tell_unkept, proposal))

    def _tell_kept(self, proposal: Proposal, kept: KeptPlan) -> None:
        self.ready.emit(proposal, kept)

    def _tell_unkept(self, proposal: Proposal, error: HackDeskError) -> None:
        self._page.sorry(error)
        self.ready.emit(proposal, None)

    def _refuse(self, error: HackDeskError) -> None:
        self._page.sorry(error)


def _problem(way: str, moved: frozenset[UUID], event: Event) -> Problem:
    return problem_with(event, change_price=A_FEW_MOVES if way == "few" else 0, keep=way == "keep", moved=moved)
