"""Working out a proposal beside the window, and the bar that offers it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from hackdesk.teams.preview import Preview
from hackdesk.teams.proposal import A_FEW_MOVES, Problem, Proposal
from hackdesk.teams.queries import problem
from hackdesk.teams.solver import enough_steps, propose
from ui.jobs import Job
from ui.page import Page
from ui.text import _, many
from ui.widgets.bar import Bar
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: The most it may take; a laptop that is not slow is ready before.
SECONDS = 5.0
_MOST_NAMED = 3


class Proposing(QObject):
    """stepped(done, of); ready(proposal). A new start lets the work before go."""

    stepped = Signal(int, int)
    ready = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._job: Job | None = None
        self.number = 0

    @property
    def running(self) -> bool:
        """Whether something is being worked out."""
        return self._job is not None and self._job.running

    def start(self, way: str) -> None:
        """way: "keep" everybody who sits somewhere, "few" moves, or the "best" plan."""
        self.work_out(partial(_problem, way))

    def work_out(self, problem: Callable[[Event], Problem]) -> None:
        """Solve what `problem` reads from the event."""
        self.leave()
        self.number += 1
        self._page.ask(problem, self._solve)

    def stop(self) -> None:
        """Enough: the best so far is the proposal."""
        if self._job is not None:
            self._job.cancel()

    def leave(self) -> None:
        """Let the work go."""
        if self._job is not None:
            self._job.finished.disconnect(self.ready)
            self._job.cancel()
            self._job = None

    def close(self) -> None:
        """Wait until the work is gone; the window closes."""
        if self._job is not None:
            self._job.close()

    def _solve(self, solved: Problem) -> None:
        self._job = Job(
            propose, solved, seconds=SECONDS, seed=self.number, steps=enough_steps(solved), parent=self
        )
        self._job.stepped.connect(self.stepped)
        self._job.finished.connect(self.ready)
        self._job.failed.connect(self._page.sorry)


def _problem(way: str, event: Event) -> Problem:
    return problem(event, change_price=A_FEW_MOVES if way == "few" else 0, keep=way == "keep")


class ProposalBar(Card):
    """applied(), put_away(), another(way), stopped()."""

    applied = Signal()
    put_away = Signal()
    another = Signal(str)
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__(tone="accent")
        self.body.setContentsMargins(20, 12, 14, 12)
        self.body.setSpacing(8)
        self.title, self.sentence = Label("", "strong", wrap=True), Label("", "second", wrap=True)
        self.bar = Bar()
        self.ways = Segments(
            (("keep", _("Nobody moves")), ("few", _("A few moves")), ("best", _("Best plan"))),
            _("Who may change teams"),
        )
        self.stop_button = Button(_("Stop"), self.stopped.emit)
        self.apply_button = Button(_("Use this"), self.applied.emit, kind="primary")
        self.again_button = Button(_("Another one"), self._ask_another)
        self.away_button = Button(_("Put away"), self.put_away.emit, kind="plain")
        self.ways.chosen.connect(self.another)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.stop_button, self.again_button, self.away_button, self.apply_button):
            buttons.addWidget(button)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(10)
        self._line.addWidget(self.title, 1)
        self._line.addWidget(self.ways)
        self._line.addLayout(buttons)
        self.body.addLayout(self._line)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.sentence)
        self.hide()

    def shrink(self, *, narrow: bool) -> None:
        """Stand the words and the buttons below each other."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if narrow else across)

    def show_working(self, *, seated: bool) -> None:
        """seated: somebody sits somewhere already, so that moves are a question."""
        self.title.setText(_("Working out who sits where …"))
        self.bar.show_value(0, 1)
        self._arrange(working=True, seated=seated)

    def show_step(self, done: int, of: int) -> None:
        """How far it is."""
        self.bar.show_value(done, of)

    def show_proposal(self, proposal: Proposal, preview: Preview, number: int) -> None:
        """What it would do, and every rule it cannot keep."""
        self.title.setText(_("Proposal {number}: {what}", number=number, what=_what(proposal, preview)))
        self.sentence.setText(_troubles(proposal, preview))
        seated = any(person.seat for person in proposal.problem.people)
        self._arrange(working=False, seated=seated)
        self.apply_button.setEnabled(bool(preview.coming or proposal.moved))
        self.apply_button.setFocus()

    def _arrange(self, *, working: bool, seated: bool) -> None:
        self.bar.setVisible(working)
        self.stop_button.setVisible(working)
        self.sentence.setVisible(not working and bool(self.sentence.text()))
        self.ways.setVisible(seated)
        for button in (self.apply_button, self.again_button, self.away_button):
            button.setVisible(not working)
        self.show()

    def _ask_another(self) -> None:
        self.another.emit(self.ways.current)


def _what(proposal: Proposal, preview: Preview) -> str:
    new = sum(not planned.team.exists for planned in proposal.teams)
    parts = []
    if new:
        parts.append(many("{count} new team", "{count} new teams", new))
    joining = len(preview.coming) - sum(
        person.id in preview.coming and person.seat is not None for person in proposal.problem.people
    )
    parts.append(many("{count} person gets a place", "{count} people get a place", joining))
    if any(person.seat for person in proposal.problem.people):
        parts.append(
            many("{count} moves", "{count} move", proposal.moved) if proposal.moved else _("nobody moves")
        )
    if preview.closing:
        parts.append(many("{count} team closes", "{count} teams close", len(preview.closing)))
    return ", ".join(parts)


def _troubles(proposal: Proposal, preview: Preview) -> str:
    said = [_(found.sentence, **found.fields) for found in proposal.broken]
    more = len(said) - _MOST_NAMED
    if more > 0:
        said = [*said[:_MOST_NAMED], many("And {count} more.", "And {count} more.", more)]
    if proposal.topics_without:
        said.append(_("Found nobody: {topics}.", topics=", ".join(proposal.topics_without)))
    return " ".join(said)
