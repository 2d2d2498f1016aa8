"""The cards of all teams in columns, then the topics without a team."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hackdesk.teams.queries import Board
from ui import theme
from ui.pages.teams.people_view import PeopleView
from ui.pages.teams.team_card import TeamCard, TopicCard
from ui.text import _
from ui.widgets.label import Label

_NARROWEST = 262


class CardGrid(QWidget):
    """Cards side by side, as many as there is room for; those of one row are equally high."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[QWidget] = []
        self._columns = 1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.GAP)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards in this order; those that are gone are let go."""
        for card in self._cards:
            if card not in cards:
                self._grid.removeWidget(card)
                card.hide()
                card.deleteLater()
        if list(cards) != self._cards:
            self._cards = list(cards)
            self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = max(1, (self.width() + theme.GAP) // (_NARROWEST + theme.GAP))
        if columns != self._columns:
            self._columns = columns
            self._lay_out()

    def _lay_out(self) -> None:
        for number in range(self._grid.columnCount()):
            self._grid.setColumnStretch(number, 0)
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // self._columns, number % self._columns)
        for number in range(self._columns):
            self._grid.setColumnStretch(number, 1)
            self._grid.setColumnMinimumWidth(number, 0)


class BoardView(QWidget):
    """chosen(person id); commanded(command); asked(place): of any card. dropped(person id, team id).

    team_wanted(what, team): from a card's menu. topic_opened(topic).
    """

    chosen = Signal(object)
    commanded = Signal(str)
    asked = Signal(object)
    dropped = Signal(object, object)
    team_wanted = Signal(str, object)
    topic_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "scrolled")
        self.cards: dict[UUID, TeamCard] = {}
        self.topic_cards: dict[UUID, TopicCard] = {}
        self._teams, self._topics = CardGrid(), CardGrid()
        self._heading = Label(_("Topics without a team"), "label")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.GAP)
        for part in (self._teams, self._heading, self._topics):
            lines.addWidget(part)
        lines.addStretch()

    @property
    def views(self) -> list[PeopleView]:
        """The lists of people in the order of the cards."""
        return [card.people for card in self.cards.values()]

    def show_board(self, board: Board, coming: frozenset[UUID] = frozenset(), *, fixed: bool = False) -> None:
        """coming: who a proposal brings to where they stand. fixed: it is only looked at, nothing is dropped."""
        cards = {team.id: self.cards.get(team.id) or self._made(TeamCard(team)) for team in board.teams}
        self.cards = cards
        for team in board.teams:
            cards[team.id].takes = not fixed
            cards[team.id].menu_button.setEnabled(not fixed)
            cards[team.id].show_team(team, board, coming)
        free = board.without_team
        topics = {t.id: self.topic_cards.get(t.id) or self._made_topic(TopicCard(t)) for t in free}
        self.topic_cards = topics
        for topic in free:
            topics[topic.id].open_button.setEnabled(not fixed)
            topics[topic.id].show_topic(topic, board)
        self._heading.setVisible(bool(free))
        self._topics.setVisible(bool(free))
        self._teams.setVisible(bool(cards))
        self._teams.show_cards(list(cards.values()))
        self._topics.show_cards(list(topics.values()))

    def _made(self, card: TeamCard) -> TeamCard:
        card.people.chosen.connect(self.chosen)
        card.people.commanded.connect(self.commanded)
        card.people.asked.connect(self.asked)
        card.dropped.connect(self.dropped)
        card.wanted.connect(self._tell_team)
        return card

    def _made_topic(self, card: TopicCard) -> TopicCard:
        card.opened.connect(self._tell_topic)
        return card

    def _tell_team(self, what: str) -> None:
        card = self.sender()
        assert isinstance(card, TeamCard)
        self.team_wanted.emit(what, card.team)

    def _tell_topic(self) -> None:
        card = self.sender()
        assert isinstance(card, TopicCard)
        self.topic_opened.emit(card.topic)
