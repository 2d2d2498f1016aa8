"""The board: who sits where, and a proposal while it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.teams.effect import Effect, Effects
from hackdesk.teams.preview import Preview, preview, still_fits
from hackdesk.teams.proposal import Problem, Proposal
from hackdesk.teams.queries import Board, room
from hackdesk.teams.rules import Member, Team
from ui import theme
from ui.page import Page
from ui.pages.teams.board_view import BoardView
from ui.pages.teams.chosen import Chosen
from ui.pages.teams.dragging import Dragging, people_words
from ui.pages.teams.first_steps import FirstSteps
from ui.pages.teams.hand import Hand
from ui.pages.teams.lines import contents_of, lines_of, summary, topics_of
from ui.pages.teams.more_menu import MoreMenu
from ui.pages.teams.proposing import ProposalBar, Proposing
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


class BoardPanel(Panel):
    """The board of teams. While a proposal is looked at, the board shows it and nothing is moved by hand.

    seats: where everybody sits, {person: team}. effects: what a move would do.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.board, self.problem = Board(), Problem((), ())
        self.effects = Effects(self.problem, {}, {})
        self.seats: dict[UUID, UUID] = {}
        self.proposal: Proposal | None = None
        self._preview: Preview | None = None
        self._narrow = False
        self._people: dict[UUID, tuple[Member, Team | None]] = {}
        self.picked = Chosen()
        self.steering, self.proposing, self.hand = Steering(page), Proposing(page), Hand(self)
        self.summary, self.bar, self.tools = SummaryStrip(), ProposalBar(), ToolsLine()
        self.view, self.first_steps = BoardView(self.picked), FirstSteps()
        self.why, self.tray = WhyCard(), Tray(self.picked)
        self.team_hand, self.dragging = TeamHand(self), Dragging(self)
        self.searching = Searching(self)
        self.propose_button = Button(_("Propose teams"), self.propose, kind="primary", key="Ctrl+P")
        self.add_button = Button(_("Add a team"), self.team_hand.add, key="Ctrl+N")
        self.more_button = Button(_("More"))
        self.more = MoreMenu(self)
        self.more_button.open_menu(self.more)
        self.title_buttons = _beside(self.more_button, self.add_button, self.propose_button)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._middle = QStackedWidget()
        self.view.setMinimumHeight(160)
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
        for part in (self.summary, self.bar, self.tools):
            lines.addWidget(part)
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
        self.proposing.stepped.connect(self.bar.show_step)
        self.proposing.ready.connect(self._show_proposal)
        self.bar.stopped.connect(self.proposing.stop)
        self.bar.another.connect(self._propose)
        self.bar.applied.connect(self.apply)
        self.bar.put_away.connect(self.put_away)

    # --- reading ------------------------------------------------------------------------------

    def read(self, event: Event) -> tuple[Board, Problem]:
        return room(event)

    def display(self, answer: tuple[Board, Problem]) -> None:
        self.board, self.problem = answer
        self.seats = {member.person_id: team.id for team in self.board.teams for member in team.members}
        plan = {person.id: person.seat for person in self.problem.people if person.seat is not None}
        self.effects = Effects(self.problem, plan, {group.key: group.short_name for group in self.board.groups})
        self.tools.fill(self.board)
        if self.proposal is None:
            self._show()
        elif still_fits(self.board, self.proposal):
            self._show_proposal(self.proposal)
        else:
            self.put_away()
            self.page.notice.say(
                _("Teams have changed meanwhile, so the proposal was put away. Propose again.")
            )

    @property
    def shown(self) -> Board:
        """The board on the screen: the event's, or what a proposal would make of it."""
        return self._preview.board if self._preview else self.board

    def _show(self) -> None:
        shown, fixed = self.shown, self._preview is not None
        with_keyboard = self.view.hasFocus() or self.tray.people.hasFocus()
        coming = self._preview.coming if self._preview else frozenset()
        somebody = bool(shown.placed or shown.unplaced)
        open_topics = any(topic.open for topic in shown.topics)
        self._people = {m.person_id: (m, team) for team in shown.teams for m in team.members}
        self._people.update({member.person_id: (member, None) for member in shown.unplaced})
        self.picked.keep(self._people)
        self.summary.setVisible(somebody)
        self.summary.show_counts(summary(shown), nobody_here=shown.nobody_here)
        self.first_steps.show_board(shown)
        cards = shown.teams or (somebody and open_topics)
        self._middle.setCurrentIndex(0 if cards else 1)
        self.tools.setVisible(bool(shown.teams))
        arranged = self.tools.sieve.arranged(shown)
        self.view.fixed = self.tray.people.fixed = fixed
        self.view.show_cards(contents_of(arranged, coming), topics_of(shown))
        self.view.show_kept(self.tools.sieve.people(shown))
        self.tray.show_people(lines_of(shown.unplaced, shown, waiting=True), teams=bool(shown.teams) and not fixed)
        self._side.setVisible(somebody)
        self.propose_button.setEnabled(somebody and open_topics and not fixed and not self.proposing.running)
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
        if self.chosen:
            self.why.show_person(*self.chosen, self.shown, fixed=self._preview is not None)
        else:
            self.why.show_nobody()

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
        """Work out who could sit where; where people sit already, nobody is moved unless it is asked for."""
        self._propose("keep" if self.board.placed else "best")
        self.bar.ways.choose("keep")

    def _propose(self, way: str) -> None:
        self._clear_proposal()
        self.bar.show_working(seated=bool(self.board.placed))
        self.proposing.start(way)
        self._show()

    def begin_proposal(self, problem: Callable[[Event], Problem]) -> None:
        """Work out something smaller than the whole room, and look at it like at any proposal."""
        self._clear_proposal()
        self.bar.show_working(seated=True)
        self.proposing.work_out(problem)
        self._show()

    def _show_proposal(self, proposal: Proposal) -> None:
        self.proposal, self._preview = proposal, preview(self.board, proposal)
        self.bar.show_proposal(proposal, self._preview, self.proposing.number)
        self._show()

    def apply(self) -> None:
        """Carry out the proposal that is looked at."""
        if self.proposal is not None:
            proposal = self.proposal
            self.put_away()
            self.steering.apply(proposal)

    def put_away(self) -> None:
        """Forget the proposal; the board shows who sits where now."""
        self.proposing.leave()
        self._clear_proposal()
        self.bar.hide()
        self._show()

    def _clear_proposal(self) -> None:
        self.proposal, self._preview = None, None

    def leave(self) -> None:
        self.dragging.cancel()
        self.proposing.close()
        self.team_hand.close()


def _beside(*buttons: Button) -> QWidget:
    both = QWidget()
    line = QHBoxLayout(both)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(10)
    for button in buttons:
        line.addWidget(button)
    return both


def _below_each_other(upper: QWidget, lower: QWidget) -> QWidget:
    both = QWidget()
    lines = QVBoxLayout(both)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(theme.GAP)
    lines.addWidget(upper, 4)
    lines.addWidget(lower, 5)
    return both
