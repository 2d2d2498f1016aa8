"""Mentors: the plan of their rounds, who they are, what teams want and how far they are, the rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.clock import Moment
from hackdesk.language import N_
from ui.pages.stage.mentor_now import MentorsNow, read_mentors
from ui.pages.stage.mentor_people_part import MentorPeoplePart
from ui.pages.stage.mentor_plan_part import MentorPlanPart
from ui.pages.stage.mentor_rounds_part import MentorRoundsPart
from ui.pages.stage.mentor_teams_part import MentorTeamsPart
from ui.pages.stage.stage_panel import StagePanel
from ui.text import _
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from hackdesk.event.store import Event
    from ui.pages.stage.page import StagePage


class MentorsPanel(StagePanel):
    """Four parts; the plan asks for mentors, teams and a round before there can be one."""

    keys = (
        ("V", N_("the visit took place, or did not after all")),
        ("Alt+Left", N_("move the visit earlier; Alt Right later, Alt Up and Down to another mentor")),
        ("Enter", N_("add a visit, or write a note on it")),
        ("P", N_("no plan moves the visit; Del takes it out")),
    )

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.plan, self.people = MentorPlanPart(page), MentorPeoplePart(page)
        self.teams, self.rounds = MentorTeamsPart(page), MentorRoundsPart(page)
        self._parts: dict[str, QWidget] = {
            "plan": self.plan, "mentors": self.people, "teams": self.teams, "rounds": self.rounds,
        }  # fmt: skip
        self.switch = Segments(
            [("plan", _("Plan")), ("mentors", _("Who they are")), ("teams", _("Teams")), ("rounds", _("Rounds"))],
            _("Mentors"),
        )
        self.switch.chosen.connect(self.show_part)
        self._first = EmptyState(
            _("No mentor round yet"), "", _("Write down a mentor"), self._begin,
        )  # fmt: skip
        self._stack = QStackedWidget()
        for part in (*self._parts.values(), self._first):
            self._stack.addWidget(part)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        top = Flow(gap=10)
        for widget in (self.switch, *self.plan.tools):
            top.addWidget(widget)
        lines.addLayout(top)
        lines.addWidget(self._stack, 1)
        self.plan.stale.connect(page.refresh)
        self.setFocusProxy(self.plan)
        self.read_last: MentorsNow | None = None

    def show_part(self, name: str) -> None:
        """Show one of the parts."""
        self.switch.choose(name)
        shown = self._parts[name]
        missing = self._missing(self.read_last) if self.read_last is not None else None
        if missing and (name == "plan" or name == missing[0] == "teams"):
            shown = self._first
        if shown is not self._stack.currentWidget():
            focus = QApplication.focusWidget()
            if focus is not None and self._stack.isAncestorOf(focus):
                # Qt would put the keyboard into the first list, which then chooses its first line.
                self.switch.setFocus()
        self._stack.setCurrentWidget(shown)
        for tool in self.plan.tools:
            tool.setVisible(shown is self.plan)
        self.setFocusProxy(shown)

    def select(self, subject: Any) -> None:
        """A part by its name."""
        if subject in self._parts:
            self.show_part(subject)

    def shrink(self, *, narrow: bool) -> None:
        for part in (self.plan, self.people, self.teams, self.rounds):
            part.shrink(narrow=narrow)

    def leave(self) -> None:
        self.plan.planning.close()

    def read(self, event: Event) -> MentorsNow:
        return read_mentors(event, self.plan.least.value())

    def display(self, answer: MentorsNow) -> None:
        self.read_last = answer
        for part in (self.plan, self.people, self.teams, self.rounds):
            part.display(answer)
        missing = self._missing(answer)
        if missing:
            self._first.say(missing[1])
            self._first.button.setText(missing[2])
        self.show_part(self.switch.current)

    def tick(self, moment: Moment) -> None:
        self.plan.tick(moment.utc)

    def _missing(self, read: MentorsNow) -> tuple[str, str, str] | None:
        """The first thing a plan needs and does not have: (part, what to do, button)."""
        now = read.now
        if not now.active:
            return "teams", _("First form the teams, on the Teams page."), _("To the teams")
        if not now.mentors:
            said = _("A plan needs mentors, what they know and when they are here.")
            return "mentors", said, _("Write down a mentor")
        if not now.rounds:
            return "rounds", _("A plan needs a round: a time in which mentors see teams."), _("Make a round")
        return None

    def _begin(self) -> None:
        missing = self._missing(self.read_last) if self.read_last else None
        if missing and missing[0] == "teams":
            self.page.wants.emit("teams", "board")
        elif missing:
            self.show_part(missing[0])
            self._parts[missing[0]].setFocus()
