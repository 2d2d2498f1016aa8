"""What each team wants to see a mentor about, and how far it is: a line for each team."""

from __future__ import annotations

from functools import partial
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hackdesk.agenda import actions
from hackdesk.agenda.checkpoints import STEPS, Progress, counts, furthest
from hackdesk.agenda.mentoring import Wanting
from ui.icons import icon
from ui.page import Page
from ui.pages.stage.mentor_now import MentorsNow
from ui.pages.stage.themes_line import ThemesLine
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll


class StepButton(QPushButton):
    """A step of a team, behind it or not: sign and word say which. toggled_step(step, whether)."""

    toggled_step = Signal(str, bool)

    def __init__(self, step: str) -> None:
        super().__init__(_(STEPS[step]))
        self.step, self.done = step, False
        self.setProperty("kind", "quiet")
        self.setProperty("scale", "small")
        self.setCheckable(True)
        self.clicked.connect(self._tell)

    def show_state(self, team: Progress, zone: ZoneInfo) -> None:
        """Show whether the team has it behind it, since when and what was noted."""
        found = team.done.get(self.step)
        self.done = found is not None
        self.setChecked(self.done)
        self.setIcon(icon("check" if self.done else "circle", "accent" if self.done else "muted", 4))
        word = _(STEPS[self.step])
        since = _("since {time}", time=words.time(found.at, zone)) if found else _("not yet")
        said = ", ".join(filter(None, (f"{word}: {since}", found.note if found else "")))
        self.setToolTip(said)
        self.setAccessibleName(f"{team.name}, {said}")

    def _tell(self) -> None:
        self.setChecked(self.done)  # it shows what the file says
        self.toggled_step.emit(self.step, not self.done)


class TeamLine:
    """The widgets of one team."""

    def __init__(self, team: UUID, name: str) -> None:
        self.team = team
        self.name = Label(name, "strong", wrap=True)
        self.themes = ThemesLine(_("What {team} wants to see mentors about", team=name))
        self.themes.setPlaceholderText(_("Themes, with commas"))
        self.steps = [StepButton(step) for step in STEPS]


class MentorTeamsPart(QWidget):
    """The keyboard goes down the themes with Enter, so that twenty teams are typed without the mouse."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.lines: list[TeamLine] = []
        self._noted: tuple[UUID, str] | None = None
        self._narrow = False
        self.sought_button = Button(_("Take from the topics"), self._take_sought, size="small")
        self.sought_button.setToolTip(_("Teams without themes want what their topic seeks and a mentor knows"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("A note on the step just set – Enter keeps it"))
        self.note.setAccessibleName(_("A note on the step just set"))
        self.note.returnPressed.connect(self._keep_note)
        self.note.hide()
        self.card = Card("")
        self.card.head.addWidget(self.sought_button)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 6, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        hold = QVBoxLayout(inside)
        hold.setContentsMargins(0, 0, 0, 0)
        hold.addLayout(self._grid)
        hold.addStretch()
        self.card.body.addWidget(self.note)
        self.card.body.addWidget(Scroll(inside), 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.card)

    def shrink(self, *, narrow: bool) -> None:
        """Stand the steps of a team below its themes."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._place()

    def display(self, read: MentorsNow) -> None:
        """Show what was read; what somebody is typing stays."""
        teams, zone = read.now.active, ZoneInfo(read.now.zone)
        if [line.team for line in self.lines] != [team.id for team in teams]:
            self._make(teams)
        progress = {one.team_id: one for one in read.progress}
        for line, team in zip(self.lines, teams, strict=True):
            line.name.setText(f"{team.table} · {team.name}" if team.table else team.name)
            line.themes.suggest(read.themes)
            line.themes.show_themes(team.themes)
            for button in line.steps:
                button.show_state(progress[team.id], zone)
        self.card.title.setText(_count(read.progress))
        self.sought_button.setVisible(any(team.sought and not team.themes for team in teams))

    def _make(self, teams: tuple[Wanting, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = [TeamLine(team.id, team.name) for team in teams]
        for number, line in enumerate(self.lines):
            line.themes.changed.connect(partial(self._set_themes, line.team))
            line.themes.returnPressed.connect(partial(self._go_on, number))
            for button in line.steps:
                button.toggled_step.connect(partial(self._set_step, line.team))
        self._place()

    def _place(self) -> None:
        for number, line in enumerate(self.lines):
            self._grid.addWidget(line.name, 3 * number, 0)
            self._grid.addWidget(line.themes, 3 * number, 1, 1, 2 if self._narrow else 1)
            for place, button in enumerate(line.steps):
                down, right = divmod(place, 2)
                at = (3 * number + 1 + down, 1 + right) if self._narrow else (3 * number, 2 + place)
                self._grid.addWidget(button, *at)
        self._grid.setColumnMinimumWidth(0, 110 if self._narrow else 210)

    def _go_on(self, number: int) -> None:
        line = self.lines[(number + 1) % len(self.lines)]
        line.themes.setFocus(Qt.FocusReason.TabFocusReason)

    def _set_themes(self, team: UUID, themes: tuple[str, ...]) -> None:
        action = partial(actions.set_themes, team=team, themes=themes)
        self._page.do(action, lambda _themes: _("The themes are kept"))

    def _take_sought(self) -> None:
        self._page.do(actions.take_sought_themes, _said_taken)

    def _set_step(self, team: UUID, step: str, done: bool) -> None:
        action = actions.reach_step if done else actions.lift_step
        word = _(STEPS[step])
        self._page.do(partial(action, team=team, step=step), lambda _none: word)
        self._noted = (team, step) if done else None
        self.note.setVisible(done)
        self.note.clear()

    def _keep_note(self) -> None:
        if self._noted is not None and self.note.text().strip():
            team, step = self._noted
            action = partial(actions.reach_step, team=team, step=step, note=self.note.text())
            self._page.do(action, lambda _none: _("The note is kept"))
        self.note.hide()


def _count(teams: tuple[Progress, ...]) -> str:
    """Said of the step the room is at: 3 of 9 teams tested with users."""
    said = {
        "": _("What each team wants, and how far it is"),
        "problem": _("{count} of {teams} teams have their problem clear"),
        "idea": _("{count} of {teams} teams have an idea"),
        "tested": _("{count} of {teams} teams tested with users"),
        "first_step": _("{count} of {teams} teams have a first step"),
    }
    at = furthest(teams)
    return said[at].format(count=counts(teams).get(at, 0), teams=len(teams))


def _said_taken(count: int) -> str:
    return _("Themes taken for {count} teams", count=count) if count else _("No mentor knows what topics seek")
