"""What is in the way of good teams, beside the button that proposes them, each with what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.teams.contradiction import Rule, contradiction, worded
from hackdesk.teams.obstacles import Obstacle
from hackdesk.teams.proposal import Problem
from ui.jobs import Job
from ui.page import Page
from ui.text import _, many
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.pill import Pill

#: So many lines stand open; the others are a press away.
_OPEN = 2


class ObstaclesCard(Card):
    """wanted(where): "topics", "pairs" or "people", where it is mended. Hidden while nothing is amiss."""

    wanted = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(tone="warn")
        self._page = page
        self._found: tuple[Obstacle, ...] = ()
        self._problem = self._asked = Problem((), ())
        self._job: Job | None = None
        self._all, self._aside = False, False
        self.body.setContentsMargins(20, 10, 14, 10)
        self.body.setSpacing(6)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.more_button = Button("", self._show_all, kind="link", size="small")
        self.rules_button = Button(_("Which rules contradict each other"), self.look_for_rules, size="small")
        self.rules = Label("", "second", wrap=True)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.rules)
        below = QHBoxLayout()
        below.addWidget(self.rules_button)
        below.addWidget(self.more_button)
        below.addStretch()
        self.body.addLayout(below)
        self.rules.hide()
        self.hide()

    def show_room(self, problem: Problem, found: tuple[Obstacle, ...]) -> None:
        """Show what is in the way now; what was found out about rules is of the room before and goes."""
        self._problem = problem
        if found == self._found:
            return
        self._found = found
        self.rules.hide()
        self._fill()

    def _fill(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for obstacle in self._found if self._all else self._found[:_OPEN]:
            line = _Line(obstacle, self)
            line.pressed.connect(self.wanted)
            self._lines.addWidget(line)
        more = len(self._found) - _OPEN
        self.more_button.setVisible(more > 0)
        self.more_button.setText(_("Fewer") if self._all else many("And {count} more", "And {count} more", more))
        self.rules_button.setVisible(any(obstacle.rule for obstacle in self._found))
        self._come_or_go()

    def step_aside(self, *, aside: bool) -> None:
        """Give way while a proposal is looked at, which says itself what it cannot keep."""
        self._aside = aside
        self._come_or_go()

    def _come_or_go(self) -> None:
        self.setVisible(bool(self._found) and not self._aside)

    def _show_all(self) -> None:
        self._all = not self._all
        self._fill()

    def look_for_rules(self) -> None:
        """Find the smallest set of rules that cannot be kept together; it may take a while."""
        if self._job is not None and self._job.running:
            return
        self.rules_button.setEnabled(False)
        self._say(_("Trying which rules can be kept together …"))
        self._asked = self._problem
        self._job = Job(contradiction, self._asked, parent=self)
        self._job.finished.connect(self._show_rules)
        self._job.failed.connect(self._page.sorry)

    def _show_rules(self, rules: Sequence[Rule]) -> None:
        self.rules_button.setEnabled(True)
        said = [_(found.sentence, **found.fields) for found in worded(self._asked, rules)]
        told = _("These cannot all be kept; letting go of any one of them helps: {rules}", rules=" ".join(said))
        self._say(told if said else _("All rules can be kept together."))
        self.rules_button.setVisible(self._asked != self._problem)

    def _say(self, text: str) -> None:
        self.rules.setText(text)
        self.rules.show()

    def close_work(self) -> None:
        """The window closes."""
        if self._job is not None:
            self._job.close()


class _Line(QWidget):
    """pressed(where)."""

    pressed = Signal(str)

    def __init__(self, obstacle: Obstacle, parent: QWidget) -> None:
        super().__init__(parent)
        self._where = obstacle.where
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(Pill(_("Not possible"), "bad") if obstacle.rule else Pill(_("Short"), "warn"))
        said = _(obstacle.finding.sentence, **obstacle.finding.fields)
        line.addWidget(Label(f"{said} {_(obstacle.remedy)}", wrap=True), 1)
        places = {"topics": _("Topics"), "pairs": _("Pairs"), "people": _("Who is missing")}
        button = Button(places[obstacle.where], self._press, size="small")
        button.setAccessibleName(_("{place}: {what}", place=places[obstacle.where], what=said))
        button.setVisible(obstacle.where != "people" or not obstacle.rule)
        line.addWidget(button)

    def _press(self) -> None:
        self.pressed.emit(self._where)
