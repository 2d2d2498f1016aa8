"""A team's card, and the card of a topic that has no team yet."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton

from hackdesk.teams.queries import Board
from hackdesk.teams.rules import Team, Topic
from ui.icons import icon
from ui.pages.teams.lines import lines_of, size_of, where
from ui.pages.teams.people_view import PeopleView, person_in
from ui.text import _, many
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.pill import Pill


class DropCard(Card):
    """A card that takes people dropped on it. dropped(person id, team id): None for no team."""

    dropped = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(14, 12, 14, 12)
        self.body.setSpacing(6)
        self.takes = True
        self.team_id: UUID | None = None
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.takes and person_in(event.mimeData()):
            event.acceptProposedAction()
            self._mark(inviting=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark(inviting=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(inviting=False)
        person = person_in(event.mimeData())
        if self.takes and person is not None:
            event.acceptProposedAction()
            self.dropped.emit(person, self.team_id)

    def _mark(self, *, inviting: bool) -> None:
        self.setProperty("inviting", inviting)
        self.style().unpolish(self)
        self.style().polish(self)


class TeamCard(DropCard):
    """wanted("edit" | "merge" | "withdraw" | "no_show"): chosen in the menu of this team."""

    wanted = Signal(str)

    def __init__(self, team: Team) -> None:
        super().__init__()
        self.team, self.team_id = team, team.id
        self.name, self.size_label = Label("", "strong", wrap=True), Label("", "second")
        self.owner = Label("", "second", wrap=True)
        self.people = PeopleView(team.name)
        self.menu_button = QToolButton()
        self.menu_button.setProperty("kind", "plain")
        self.menu_button.setIcon(icon("ellipsis", "muted"))
        self.menu_button.setProperty("scale", "tiny")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(self._menu())
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.name, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.size_label, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignTop)
        self._concerns = Flow()
        self.body.addLayout(head)
        self.body.addWidget(self.owner)
        self.body.addWidget(Rule())
        self.body.addWidget(self.people)
        self.body.addStretch()
        self.body.addLayout(self._concerns)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for key, word in (
            ("edit", _("Name, table, topic …")), ("merge", _("Merge with another team …")),
            ("no_show", _("Did not come")), ("withdraw", _("Withdraw")),
        ):  # fmt: skip
            menu.addAction(word).setObjectName(key)
        menu.triggered.connect(lambda action: self.wanted.emit(action.objectName()))
        return menu

    def show_team(self, team: Team, board: Board, coming: frozenset[UUID]) -> None:
        """Show the team as it is now, or as a proposal would make it."""
        self.team = team
        self.name.setText(team.name)
        self.size_label.setText(size_of(team))
        self.owner.setText(where(team))
        self.owner.setVisible(bool(self.owner.text()))
        self.menu_button.setAccessibleName(_("Menu of {team}", team=team.name))
        self.people.setAccessibleName(team.name)
        self.people.replace(lines_of(team.members, board, coming))
        self.people.setVisible(bool(team.members))
        self._concerns.clear()
        for found in board.concerns(team):
            self._concerns.addWidget(Pill(_(found.sentence, **found.fields), "warn" if team.members else "plain"))


class TopicCard(DropCard):
    """A topic nobody has gathered around. opened(): a team is wanted for it."""

    opened = Signal()

    def __init__(self, topic: Topic) -> None:
        super().__init__()
        self.topic = topic
        self.takes = False
        self.setProperty("quiet", True)
        self.name, self.wishes = Label("", "strong", wrap=True), Label("", "second", wrap=True)
        self.owner = Label("", "second", wrap=True)
        self.open_button = Button(_("Open a team"), self.opened.emit, size="small")
        for part in (self.name, self.owner, self.wishes):
            self.body.addWidget(part)
        self.body.addStretch()
        self.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_topic(self, topic: Topic, board: Board) -> None:
        """Show the topic and how many wish for it."""
        self.topic = topic
        self.name.setText(topic.title)
        self.owner.setText(_("Owner: {owner}", owner=topic.owner))
        self.owner.setVisible(bool(topic.owner))
        wishes, firsts = board.wishes_for(topic.id)
        told = many("{count} person wishes for it", "{count} people wish for it", wishes)
        if firsts:
            told += ", " + many("{count} of them first of all", "{count} of them first of all", firsts)
        self.wishes.setText(told if wishes else _("Nobody wishes for it"))
        self.open_button.setAccessibleName(_("Open a team for {topic}", topic=topic.title))
