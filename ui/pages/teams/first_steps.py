"""What the page says while there is nobody or no topic, and the first step out of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from hackdesk.teams.queries import Board
from hackdesk.teams.rules import NamedTopic
from ui.text import _, many, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState

_MOST_NAMED = 4


def named_words(count: int) -> str:
    """The offer to make topics of what people wrote."""
    return many("Add the {count} topic people named", "Add the {count} topics people named", count)


class FirstSteps(Card):
    """wants(page, subject): the next step is there. named_wanted(): make topics of people's wishes."""

    wants = Signal(str, object)
    named_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said: object = None
        self._inside = QVBoxLayout()
        self.body.addLayout(self._inside)
        self.state = EmptyState("", "")

    def show_board(self, board: Board) -> None:
        """Say what is missing first: people, or topics."""
        somebody = bool(board.placed or board.unplaced)
        said = (somebody, board.named if somebody else ())
        if said == self._said:
            return
        self._said = said
        while (item := self._inside.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.state = self._state(somebody, board.named)
        self._inside.addWidget(self.state)
        lines = self.state.layout()
        if said[1] and isinstance(lines, QVBoxLayout):
            other = Button(_("Write down another one"), self._want_topics, kind="plain")
            lines.insertWidget(lines.count() - 1, other, 0, Qt.AlignmentFlag.AlignHCenter)

    def _state(self, somebody: bool, named: tuple[NamedTopic, ...]) -> EmptyState:
        if not somebody:
            return EmptyState(
                _("Nobody is on the list yet"),
                _("Who is registered or checked in stands here and waits for a team."),
                _("Bring in registrations"),
                self._want_people,
            )
        if not named:
            return EmptyState(
                _("No topics yet"),
                _("A team gathers around a topic. Write down the first one, with its owner."),
                _("Write down a topic"),
                self._want_topics,
            )
        titles = words.listed([words.quoted(one.title) for one in named[:_MOST_NAMED]])
        return EmptyState(
            _("No topics yet"),
            many(
                "In their wishes people named {count} topic: {titles}.",
                "In their wishes people named {count} topics, first of all {titles}.",
                len(named), titles=titles,
            ),
            named_words(len(named)),
            self.named_wanted.emit,
        )  # fmt: skip

    def _want_people(self) -> None:
        self.wants.emit("prepare", "registrations")

    def _want_topics(self) -> None:
        self.wants.emit("prepare", "topics")
