"""Asks why and what it would take, beside the window, and shows the answer over the board."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from hackdesk.teams.aloud import instead_aloud, team_aloud, why_aloud
from hackdesk.teams.kept_queries import room_as_drawn
from hackdesk.teams.proposal import Plan, Problem
from hackdesk.teams.queries import Board
from hackdesk.teams.rules import Member, Team
from hackdesk.teams.weighing import Lack, Weighed, as_proposal, better_wish, weigh, weigh_lack
from ui.jobs import Standby
from ui.pages.teams.instead_card import InsteadCard
from ui.text import _, words

if TYPE_CHECKING:
    from ui.pages.teams.board_panel import BoardPanel

#: Milliseconds that somebody is looked at before the process that answers is started: its start takes a second.
_LOOKED_AT = 700


class Reasons(QObject):
    """What is asked of the board. One process answers all questions; another question lets the one before go."""

    def __init__(self, panel: BoardPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._board, self._problem, self._plan = Board(), Problem((), ()), dict[UUID, UUID]()
        self._lacks: list[Lack | None] = []
        self._about: tuple[Member, Team | None] | Team | None = None
        self._weighed: Weighed | None = None
        #: What drew the ties of the room that is looked at, where it is known.
        self._seed: int | None = None
        self.standby, self.card = Standby(self), InsteadCard(panel)
        self.standby.answered.connect(self._show_answer)
        self.standby.failed.connect(panel.page.sorry)
        self.card.topic_wanted.connect(self._ask_topic)
        self.card.lack_wanted.connect(self._ask_lack)
        self.card.board_wanted.connect(self._show_on_board)
        self.card.put_away.connect(self._leave)
        self._soon: QTimer | None = QTimer(self, interval=_LOOKED_AT, singleShot=True)
        self._soon.timeout.connect(self._get_ready)

    def ask(self, about: tuple[Member, Team | None] | Team) -> None:
        """Say why somebody sits where they sit, or how a team came out."""
        self._about = about
        self._panel.page.ask(room_as_drawn, partial(self._show, about))

    def follow(self, chosen: tuple[Member, Team | None] | None) -> None:
        """Somebody else is chosen: while the card is open, it speaks of them."""
        if chosen and self._soon is not None and not self._soon.isActive():
            self._soon.start()
        about = self._about
        if chosen and isinstance(about, tuple) and chosen[0].person_id != about[0].person_id:
            self.ask(chosen)

    def close(self) -> None:
        """End the process; the window closes."""
        if self._soon is not None:
            self._soon.stop()
        self.standby.close()

    def _get_ready(self) -> None:
        """Somebody is looked at: the process is started and asked something, so that the first answer is quick."""
        self._soon = None
        panel = self._panel
        seat = panel.seats.get(panel.picked.current) if panel.picked.current else None
        topic = next((team.topic_id for team in panel.problem.teams if team.id != seat), None)
        if self._about is None and seat is not None and topic is not None:
            self.standby.ask(weigh, panel.problem, panel.effects.plan, panel.picked.current, topic)

    def _leave(self) -> None:
        self._about = None
        self.standby.forget()

    def _show(self, about: tuple[Member, Team | None] | Team, read: tuple[Board, Problem, int | None]) -> None:
        if about is not self._about:
            return
        self._board, self._problem, self._seed = read
        self._plan = {person.id: person.seat for person in self._problem.people if person.seat}
        if self._panel.proposal is not None:
            self._problem, self._plan = self._panel.proposal.problem, self._panel.proposal.plan
            self._board = self._panel.shown
            self._seed = self._panel.proposal.seed if self._panel.proposal.steps else None
        self._weighed = None
        self.standby.forget()
        if isinstance(about, Team):
            self._show_team(about)
        else:
            self._show_person(*about)

    def _show_team(self, team: Team) -> None:
        said = team_aloud(self._problem, self._plan, team.id, self._board.groups, words)
        self._lacks = [lack for _holds, _sentence, lack in said]
        lines = [(holds, sentence, lack is not None) for holds, sentence, lack in said]
        if not said:
            lines = [(False, _("Nobody sits here yet, or the team has no topic of its own."), False)]
        self.card.show_team(_("How {team} came out", team=team.name), lines)

    def _show_person(self, member: Member, team: Team | None) -> None:
        title = _("What does {person} wish?", person=member.name)
        wishes = [f"{number}. {choice}" for number, choice in enumerate(member.choices[:3], 1)]
        said = wishes or [_("Named no wish.")]
        if team is not None:
            title = _("Why is {person} in {team}?", person=member.name, team=team.name)
            said = why_aloud(member, team, self._board, self._problem, self._plan, words)
        self.card.show_why(title, said)
        if all(person.id != member.person_id for person in self._problem.people):
            self.card.offer_topics((), None)
            return
        here = team.topic.id if team and team.topic else None
        titles = {topic.id: topic.title for topic in self._board.topics}
        topics = {one.topic_id: titles.get(one.topic_id, one.title) for one in self._problem.teams}
        wish = better_wish(self._problem, self._plan, member.person_id)
        self.card.offer_topics([(id_, title) for id_, title in topics.items() if id_ != here], wish)
        self._put(weigh, member.person_id, wish)

    def _ask_topic(self, topic: UUID) -> None:
        if isinstance(self._about, tuple):
            self._put(weigh, self._about[0].person_id, topic)

    def _ask_lack(self, number: int) -> None:
        lack = self._lacks[number]
        if isinstance(self._about, Team) and lack is not None:
            self._put(weigh_lack, self._about.id, lack)

    def _put(self, function: Any, *args: Any) -> None:
        plan: Plan = self._plan
        self.card.show_working()
        self.standby.ask(function, self._problem, plan, *args)

    def _show_answer(self, weighed: Weighed) -> None:
        if self._about is None:  # nobody asked: it only got ready
            return
        self._weighed = weighed
        said = instead_aloud(weighed, self._problem, self._board.groups, words, self._seed)
        moves = weighed.instead is not None and bool(weighed.instead.moves)
        self.card.show_answer(said, board=moves)

    def _show_on_board(self) -> None:
        weighed = self._weighed
        if weighed is not None and weighed.instead is not None:
            proposal = as_proposal(self._problem, self._plan, weighed, weighed.instead)
            self.card.hide()
            self._leave()
            self._panel.looking.show_asked(proposal)
