"""Working out the mentor rounds beside the window, and letting the plan count."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hackdesk.agenda import actions
from hackdesk.agenda.mentor_queries import mentoring
from hackdesk.agenda.mentor_rounds import Ask, MentorPlan, plan_rounds
from hackdesk.agenda.mentoring import Mentoring
from hackdesk.errors import HackDeskError
from ui.jobs import Job
from ui.page import Page
from ui.text import _, many

if TYPE_CHECKING:
    from hackdesk.event.store import Event


class MentorPlanning(QObject):
    """busy(whether): it began or ended."""

    busy = Signal(bool)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._job: Job | None = None

    @property
    def running(self) -> bool:
        """Whether a plan is being worked out."""
        return self._job is not None and self._job.running

    def plan(self, *, least: int, mend: bool) -> None:
        """Plan the rounds from now on. mend: what is planned changes as little as can be."""
        if not self.running:
            self.busy.emit(True)
            self._page.ask(partial(_question, least=least, mend=mend), self._solve, self._refuse)

    def close(self) -> None:
        """The window closes: end the work."""
        if self._job is not None:
            self._job.close()

    def _solve(self, question: tuple[Mentoring, Ask]) -> None:
        self._job = Job(plan_rounds, *question, parent=self)
        self._job.finished.connect(self._apply)
        self._job.failed.connect(self._refuse)
        self._job.cancelled.connect(self._rest)

    def _apply(self, plan: MentorPlan) -> None:
        self._rest()
        if plan.changed:
            self._page.do(partial(actions.apply_mentor_plan, plan=plan), _said)
        else:
            self._page.receipt(_("The plan stays as it is"))

    def _refuse(self, error: HackDeskError) -> None:
        self._rest()
        self._page.sorry(error)

    def _rest(self) -> None:
        self.busy.emit(False)


def _question(event: Event, *, least: int, mend: bool) -> tuple[Mentoring, Ask]:
    return mentoring(event), Ask(event.clock.utc_now(), least=least, mend=mend)


def _said(plan: MentorPlan) -> str:
    changed = many("Planned: {count} visit changed", "Planned: {count} visits changed", plan.changed)
    if not plan.unmet:
        return changed
    left = many("{count} wish cannot be met", "{count} wishes cannot be met", len(plan.unmet))
    return f"{changed} · {left}"
