"""The board: who sits where, and a proposal while it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.teams.preview import Preview, preview, still_fits
from hackdesk.teams.proposal import Proposal
from hackdesk.teams.queries import Board, board
from hackdesk.teams.rules import Member, Team
from ui import theme
from ui.page import Page
from ui.pages.teams.board_view import BoardView
from ui.pages.teams.first_steps import FirstSteps
from ui.pages.teams.hand import Hand
from ui.pages.teams.lines import lines_of, summary
from ui.pages.teams.more_menu import MoreMenu
from ui.pages.teams.people_view import PeopleView
from ui.pages.teams.proposing import ProposalBar, Proposing
from ui.pages.teams.steering import Steering
from ui.pages.teams.summary import SummaryStrip
from ui.pages.teams.team_dialog import TeamDialog
from ui.pages.teams.tray import Tray
from ui.pages.teams.why_card import WhyCard
from ui.panel import Panel
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: Pixels of the two cards below a board of teams.
_LOW, _HIGH = 134, 16_777_215


class BoardPanel(Panel):
    """The board of teams. While a proposal is looked at, the board shows it and nothing is moved by hand."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.board = Board()
        self.proposal: Proposal | None = None
        self._preview: Preview | None = None
        self._chosen: UUID | None = None
        self._narrow = False
        self.steering, self.proposing, self.hand = Steering(page), Proposing(page), Hand(self)
        self.summary, self.bar = SummaryStrip(), ProposalBar()
        self.view, self.first_steps = BoardView(), FirstSteps()
        self.why, self.tray = WhyCard(), Tray()
        self.propose_button = Button(_("Propose teams"), self.propose, kind="primary", key="Ctrl+P")
        self.add_button = Button(_("Add a team"), self.add_team, key="Ctrl+N")
        self.more_button = Button(_("More"))
        self.more = MoreMenu(self)
        self.more_button.open_menu(self.more)
        self.title_buttons = QWidget()
        line = QHBoxLayout(self.title_buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        for button in (self.more_button, self.add_button, self.propose_button):
            line.addWidget(button)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._middle = QStackedWidget()
        self._area = Scroll(self.view)
        self._area.setMinimumHeight(220)
        self._middle.addWidget(self._area)
        self._middle.addWidget(self.first_steps)
        self._below = QWidget()
        line = self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._below)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.GAP)
        line.addWidget(self.why, 4)
        line.addWidget(self.tray, 7)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.GAP)
        lines.addWidget(self.summary)
        lines.addWidget(self.bar)
        lines.addWidget(self._middle, 3)
        lines.addWidget(self._below, 2)

    def _connect(self) -> None:
        self.view.chosen.connect(self.choose)
        self.view.commanded.connect(self.hand.command)
        self.view.asked.connect(self.hand.show_menu)
        self.view.dropped.connect(self.hand.drop)
        self.view.team_wanted.connect(self.hand.do_with_team)
        self.view.topic_opened.connect(self.steering.open_team)
        self.tray.people.chosen.connect(self.choose)
        self.tray.people.commanded.connect(self.hand.command)
        self.tray.people.asked.connect(self.hand.show_menu)
        self.tray.dropped.connect(self.hand.drop)
        self.tray.suggested.connect(self.propose)
        self.why.commanded.connect(self.hand.command)
        self.first_steps.wants.connect(self.page.wants)
        self.first_steps.named_wanted.connect(self.add_named)
        self.proposing.stepped.connect(self.bar.show_step)
        self.proposing.ready.connect(self._show_proposal)
        self.bar.stopped.connect(self.proposing.stop)
        self.bar.another.connect(self._propose)
        self.bar.applied.connect(self.apply)
        self.bar.put_away.connect(self.put_away)

    # --- reading ------------------------------------------------------------------------------

    def read(self, event: Event) -> Board:
        return board(event)

    def display(self, answer: Board) -> None:
        self.board = answer
        if self.proposal is None:
            self._show()
        elif still_fits(answer, self.proposal):
            self._show_proposal(self.proposal)
        else:
            self.put_away()
            self.page.notice.say(_("Teams have changed meanwhile, so the proposal was put away. Propose again."))

    @property
    def shown(self) -> Board:
        """The board on the screen: the event's, or what a proposal would make of it."""
        return self._preview.board if self._preview else self.board

    def _show(self) -> None:
        shown, fixed = self.shown, self._preview is not None
        had_keyboard = any(view.hasFocus() for view in self._views)
        coming = self._preview.coming if self._preview else frozenset()
        somebody = bool(shown.placed or shown.unplaced)
        open_topics = any(topic.open for topic in shown.topics)
        self.summary.setVisible(somebody)
        self.summary.show_counts(summary(shown), nobody_here=shown.nobody_here)
        self.first_steps.show_board(shown)
        self._middle.setCurrentIndex(0 if shown.teams or (somebody and open_topics) else 1)
        self.view.show_board(shown, coming, fixed=fixed)
        self.tray.takes = not fixed
        self.tray.show_people(lines_of(shown.unplaced, shown), teams=bool(shown.teams) and not fixed)
        self._below.setVisible(somebody)
        self._below.setMaximumHeight(_LOW * (1 + self._narrow) if shown.teams else _HIGH)
        self.propose_button.setEnabled(somebody and open_topics and not fixed and not self.proposing.running)
        self.add_button.setEnabled(not fixed)
        self.more.fill(self.board, narrow=self._narrow)
        self.choose(self._chosen)
        if had_keyboard:
            self._follow()
        with_people = [view for view in self._views if view.lines]
        self.setFocusProxy(with_people[0] if with_people else self.propose_button)

    def shrink(self, *, narrow: bool) -> None:
        self._narrow = narrow
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if narrow else across)
        self.add_button.setVisible(not narrow)
        self.bar.shrink(narrow=narrow)
        self._show()

    # --- who is chosen ------------------------------------------------------------------------

    @property
    def _views(self) -> list[PeopleView]:
        return [*self.view.views, self.tray.people]

    @property
    def chosen(self) -> tuple[Member, Team | None] | None:
        """Whom the keys concern, and the team they sit in."""
        for team in self.shown.teams:
            for member in team.members:
                if member.person_id == self._chosen:
                    return member, team
        found = [member for member in self.shown.unplaced if member.person_id == self._chosen]
        return (found[0], None) if found else None

    def choose(self, person_id: UUID | None) -> None:
        """Let the keys concern this person."""
        self._chosen = person_id
        for view in self._views:
            view.choose(person_id)
        if self.chosen:
            self.why.show_person(*self.chosen, self.shown, fixed=self._preview is not None)
        else:
            self.why.show_nobody()

    def _follow(self) -> None:
        """The keyboard goes with the chosen person to where they sit now."""
        for view in self._views:
            if view.current is not None and view.current == self._chosen:
                view.setFocus()
                self._area.ensureWidgetVisible(view)

    def select(self, subject: Any) -> None:
        self._chosen = subject
        self.choose(subject)

    def go_to_card(self, step: int) -> None:
        """Choose the first person of the card before or after."""
        views = [view for view in self._views if view.lines]
        here = next((n for n, view in enumerate(views) if view.current == self._chosen), 0)
        view = views[(here + step) % len(views)]
        self.choose(view.lines[0].member.person_id)
        view.setFocus()
        self._area.ensureWidgetVisible(view)

    # --- teams and topics ---------------------------------------------------------------------

    def add_team(self) -> None:
        """Ask for a new team's name."""
        self.open_dialog(None)

    def open_dialog(self, team: Team | None) -> None:
        """A team's name, topic and table; None: of a new one."""
        dialog = TeamDialog(self.page, self.board, team)
        dialog.kept.connect(self._say_kept)
        dialog.show()

    def _say_kept(self, _team: Team) -> None:
        self.page.saved()

    def add_named(self) -> None:
        """Make topics of the titles people wrote."""
        self.steering.add_named([named.title for named in self.board.named])

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
        self.proposing.close()
