"""The board: who sits where, and a proposal while it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.teams.effect import Effect
from hackdesk.teams.kept import Today
from hackdesk.teams.proposal import Problem, Proposal
from hackdesk.teams.queries import Board
from hackdesk.teams.rules import Member, Team
from ui import theme
from ui.page import Page
from ui.pages.teams.board_view import BoardView
from ui.pages.teams.chosen import Chosen
from ui.pages.teams.dragging import Dragging, people_words
from ui.pages.teams.first_steps import FirstSteps
from ui.pages.teams.hand import Hand
from ui.pages.teams.keys import KEYS
from ui.pages.teams.lines import lines_of
from ui.pages.teams.looking import Looking
from ui.pages.teams.more_menu import MoreMenu
from ui.pages.teams.obstacles_card import ObstaclesCard
from ui.pages.teams.reading import Reading, drawn_of, read_board
from ui.pages.teams.reasons import Reasons
from ui.pages.teams.searching import Searching
from ui.pages.teams.steering import Steering
from ui.pages.teams.summary import SummaryStrip
from ui.pages.teams.team_hand import TeamHand
from ui.pages.teams.tools_line import ToolsLine
from ui.pages.teams.tray import Tray
from ui.pages.teams.why_card import WhyCard
from ui.panel import Panel
from ui.text import _
from ui.widgets.button import Button

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: Pixels of what stands beside the board, and of it below the board in a narrow window.
_SIDE, _BELOW = 282, 230
#: Pixels of the board; twice as many in a narrow window, whose page scrolls.
_LOWEST = 160


class BoardPanel(Panel):
    """The board of teams. While a proposal is looked at, the board shows it and nothing is moved by hand.

    seats: where everybody sits, {person: team}. effects: what a move would do.
    """

    keys = KEYS["board"]

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._reading = Reading()
        self.board, self.problem, self.effects = Board(), self._reading.problem, self._reading.effects
        self._drawn = self._reading.drawn
        self.seats: dict[UUID, UUID] = {}
        self._wanted: Today | None = None
        self._narrow = False
        self._people: dict[UUID, tuple[Member, Team | None]] = {}
        self.picked = Chosen()
        self.steering, self.looking, self.hand = Steering(page), Looking(page), Hand(self)
        self.summary, self.bar, self.tools = SummaryStrip(), self.looking.bar, ToolsLine()
        self.obstacles = ObstaclesCard(page)
        self.view, self.first_steps = BoardView(self.picked), FirstSteps()
        self.why, self.tray = WhyCard(), Tray(self.picked)
        self.team_hand, self.dragging = TeamHand(self), Dragging(self)
        self.searching = Searching(self)
        self.propose_button = Button(_("Propose teams"), self.propose, kind="primary", key="Ctrl+P")
        self.add_button = Button(_("Add a team"), self.team_hand.add, key="Ctrl+N")
        self.more_button = Button(_("More"))
        self.more = MoreMenu(self)
        self.more_button.open_menu(self.more)
        self.title_buttons = self.propose_button
        self._lay_out()
        self.reasons = Reasons(self)
        self._connect()

    def _lay_out(self) -> None:
        self._middle = QStackedWidget()
        self.view.setMinimumHeight(_LOWEST)
        self._middle.addWidget(self.view)
        self._middle.addWidget(self.first_steps)
        self._side = _below_each_other(self.why, self.tray)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(theme.GAP)
        self._both.addWidget(self._middle, 1)
        self._both.addWidget(self._side)
        self._side.setFixedWidth(_SIDE)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        for part in (self.summary, self.obstacles, self.bar):
            lines.addWidget(part)
        tools = QHBoxLayout()
        tools.setSpacing(10)
        tools.addWidget(self.tools, 1)
        tools.addStretch()
        tools.addWidget(self.add_button)
        tools.addWidget(self.more_button)
        lines.addLayout(tools)
        lines.addLayout(self._both, 1)

    def _connect(self) -> None:
        for view in (self.view, self.tray.people):
            view.chosen.connect(self.tell_chosen)
            view.commanded.connect(self.hand.command)
            view.asked.connect(self.hand.show_menu)
        self.view.opened.connect(self.team_hand.open)
        self.dragging.dropped.connect(self.hand.drop)
        self.tray.suggested.connect(self.propose)
        self.tray.place_wanted.connect(self.hand.place_waiting)
        self.tools.sieved.connect(self._show)
        self.tools.zoomed.connect(self.view.zoom)
        self.why.commanded.connect(self.hand.command)
        self.first_steps.wants.connect(self.page.wants)
        self.first_steps.named_wanted.connect(self.team_hand.add_named)
        self.looking.changed.connect(self._show)
        self.looking.used.connect(self.steering.apply)
        self.obstacles.wanted.connect(self._mend)

    # --- reading ------------------------------------------------------------------------------

    def read(self, event: Event) -> Reading:
        return read_board(event, self._reading.drawn)

    def display(self, answer: Reading) -> None:
        self._reading, self.board = answer, answer.board
        self.problem, self.effects = answer.problem, answer.effects
        self.seats = {member.person_id: team.id for team in self.board.teams for member in team.members}
        self.tools.fill(self.board)
        self.obstacles.show_room(self.problem, answer.obstacles)
        self.looking.show_board(self.board)
        if self._wanted is not None:
            self.looking.show_kept(self._wanted)
            self._wanted = None

    @property
    def shown(self) -> Board:
        """The board on the screen: the event's, or what a proposal would make of it."""
        return self.looking.preview.board if self.looking.preview else self.board

    def _show(self) -> None:
        shown, fixed = self.shown, self.looking.preview is not None
        with_keyboard = self.view.hasFocus() or self.tray.people.hasFocus()
        drawn = self._reading.drawn
        if self.looking.preview is not None:
            # Where nobody sits yet everybody comes: nothing to mark.
            coming = self.looking.preview.coming if self.board.placed else frozenset()
            drawn = drawn_of(shown, self._drawn, coming)
        self._drawn = drawn
        somebody = bool(shown.placed or shown.unplaced)
        open_topics = any(topic.open for topic in shown.topics)
        self._people = {m.person_id: (m, team) for team in shown.teams for m in team.members}
        self._people.update({member.person_id: (member, None) for member in shown.unplaced})
        self.picked.keep(self._people)
        self.summary.setVisible(somebody)
        self.summary.show_counts(drawn.counts, nobody_here=shown.nobody_here)
        self.obstacles.step_aside(aside=not self.bar.isHidden())
        self.first_steps.show_board(shown)
        cards = shown.teams or (somebody and open_topics)
        self._middle.setCurrentIndex(0 if cards else 1)
        self.tools.setVisible(bool(shown.teams))
        arranged = self.tools.sieve.arranged(shown)
        self.view.fixed = self.tray.people.fixed = fixed
        self.view.show_cards([drawn.teams[team.id] for team in arranged.teams], drawn.topics)
        self.view.show_kept(self.tools.sieve.people(shown))
        self.tray.show_people(lines_of(shown.unplaced, shown, waiting=True), teams=bool(shown.teams) and not fixed)
        self._side.setVisible(somebody)
        busy = fixed or self.looking.proposing.running
        self.propose_button.setEnabled(somebody and open_topics and not busy)
        if shown.unplaced and self.propose_button.isEnabled():
            self.looking.proposing.get_ready()
        self.add_button.setEnabled(not fixed)
        self.more.fill(self.board, narrow=self._narrow)
        self.tell_chosen()
        if with_keyboard:
            self.follow()
        self.setFocusProxy(
            self.tray.people if shown.unplaced else self.view if shown.teams else self.propose_button
        )

    def shrink(self, *, narrow: bool) -> None:
        self._narrow = narrow
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._both.setDirection(down if narrow else across)
        self._side.setMinimumWidth(0 if narrow else _SIDE)
        self._side.setMaximumWidth(16_777_215 if narrow else _SIDE)
        self._side.setMaximumHeight(_BELOW if narrow else 16_777_215)
        self.view.setMinimumHeight(_LOWEST * (1 + narrow))
        self.add_button.setVisible(not narrow)
        self.bar.shrink(narrow=narrow)
        self.tools.shrink(narrow=narrow)
        self._show()

    # --- who is chosen ------------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[Member, Team | None] | None:
        """Who the keys are at, and the team they sit in."""
        return self._people.get(self.picked.current) if self.picked.current else None

    @property
    def members(self) -> list[Member]:
        """Whom a key concerns: everybody selected, or the one the keys are at."""
        return [self._people[one][0] for one in self.picked.people if one in self._people]

    def knows(self, person_id: UUID) -> bool:
        """Whether they are still on the board."""
        return person_id in self._people

    def words_for(self, people: Sequence[UUID]) -> str:
        """These people in words: a name, or how many."""
        return people_words([self._people[one][0].name for one in people if one in self._people])

    def effect_of(self, people: Sequence[UUID], team_id: UUID | None) -> Effect | None:
        """What it would do to seat these people there; None where that is not counted."""
        moves = dict.fromkeys(people, team_id)
        return self.effects.of(moves) if self.effects.knows(moves) else None

    def choose(self, person_id: UUID | None) -> None:
        """Bring the keys to this person and let the others go."""
        self.picked.only(person_id)
        self.view.show_at_chosen()
        self.tray.people.follow()
        self.tell_chosen()

    def tell_chosen(self) -> None:
        """Others are chosen: say about them what there is to say."""
        self.view.viewport().update()
        self.tray.people.follow()
        self.tools.say_selected(len(self.members) if len(self.members) > 1 else 0)
        if self.chosen:
            self.why.show_person(*self.chosen, self.shown, fixed=self.looking.preview is not None)
        else:
            self.why.show_nobody()
        self.reasons.follow(self.chosen)

    def follow(self) -> None:
        """The keyboard goes with the person it is at to where they sit now, and is never lost."""
        if self.picked.current in self.tray.people.order:
            self.tray.people.setFocus()
        elif self.view.contents:
            self.view.setFocus()
            self.view.bring_into_view()
        else:
            self.setFocus()

    def select(self, subject: Any) -> None:
        if isinstance(subject, Today):
            self._wanted = subject
            self.page.refresh()
            return
        self.choose(subject)

    def go_to_card(self, step: int) -> None:
        """From the tray to the first or the last team, where there is one."""
        order = [content for content in self.view.contents.values() if content.lines]
        if order:
            content = order[0 if step > 0 else -1]
            self.view.setFocus()
            self.view.go(content.id, content.lines[0].member.person_id)

    # --- proposals ----------------------------------------------------------------------------

    def propose(self) -> None:
        """Work out who could sit where."""
        self.looking.propose()

    def begin_proposal(self, problem: Callable[[Event], Problem]) -> None:
        """Work out something smaller than the whole room, and look at it like at any proposal."""
        self.looking.work_out(problem)

    @property
    def proposal(self) -> Proposal | None:
        """What is looked at and not carried out."""
        return self.looking.proposal

    def _mend(self, where: str) -> None:
        if where == "pairs":
            self.page.select("cards")
        else:
            self.page.wants.emit(*(("prepare", "topics") if where == "topics" else ("check_in", "missing")))

    def leave(self) -> None:
        self.dragging.cancel()
        self.looking.proposing.close()
        self.obstacles.close_work()
        self.team_hand.close()
        self.reasons.close()


def _below_each_other(upper: QWidget, lower: QWidget) -> QWidget:
    both = QWidget()
    lines = QVBoxLayout(both)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(theme.GAP)
    lines.addWidget(upper, 4)
    lines.addWidget(lower, 5)
    return both
