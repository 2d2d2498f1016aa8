"""Telling the room who sits where: announce, show it in the hall, and who has moved since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hackdesk.agenda.rules import View
from hackdesk.people.queries import groups
from hackdesk.people.rules import Group
from hackdesk.teams.actions import announce_teams
from hackdesk.teams.announcing import Announcement, Moved, Told
from hackdesk.teams.queries import told
from ui import theme
from ui.page import Page
from ui.pages.teams.mix_card import MixCard
from ui.panel import Panel
from ui.text import _, many, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from hackdesk.event.store import Event


class AnnouncePanel(Panel):
    """Left what the room was told and who moved since; right how the teams are mixed."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.announce_button = Button(_("Announce"), self.announce, kind="primary")
        self.announce_button.setToolTip(_("Keep who sits where as what the room is told now"))
        self.title_buttons = self.announce_button
        self.card, self.mix = Card(""), MixCard()
        self.state = Label("", "second", wrap=True)
        self.card.body.addWidget(self.state)
        hall = Flow(gap=8)
        self.hall_buttons = {
            View.TEAMS: Button(_("By team in the hall"), self._show_teams),
            View.PEOPLE: Button(_("By name in the hall"), self._show_people),
            View.MOVED: Button(_("Who moved in the hall"), self._show_moved),
        }
        for button in self.hall_buttons.values():
            hall.addWidget(button)
        hall.addWidget(Button(_("Print signs and lists …"), self._go_to_documents))
        self.card.body.addLayout(hall)
        self.moved_title = Label("", "label", wrap=True)
        self.moved = QWidget()
        self.moved.setProperty("role", "scrolled")
        self._moved_lines = QVBoxLayout(self.moved)
        self._moved_lines.setContentsMargins(0, 0, 0, 0)
        self._moved_lines.setSpacing(6)
        self.card.body.addWidget(self.moved_title)
        self.card.body.addWidget(Scroll(self.moved), 1)
        self._empty = EmptyState(
            _("Nobody sits in a team yet"), _("Form the teams on the board; then the room is told here."),
        )  # fmt: skip
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GAP)
        self._sides.addWidget(self._empty)
        self._sides.addWidget(self.card, 1)
        self._sides.addWidget(self.mix, 1)
        self.setFocusProxy(self.announce_button)

    def read(self, event: Event) -> tuple[Told, tuple[Group, ...]]:
        return told(event), groups(event)

    def display(self, answer: tuple[Told, tuple[Group, ...]]) -> None:
        found, known = answer
        somebody = bool(found.seats or found.announcements)
        self._empty.setVisible(not somebody)
        self.card.setVisible(somebody)
        self.mix.setVisible(somebody)
        self.announce_button.setEnabled(bool(found.seats))
        self.announce_button.setText(_("Announce again") if found.last else _("Announce"))
        for button in self.hall_buttons.values():
            button.setEnabled(found.last is not None)
        self._show_told(found)
        self._show_moves(found)
        self.mix.show_mixes(found.mixes(), known)

    def shrink(self, *, narrow: bool) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(down if narrow else across)

    def announce(self) -> None:
        """Keep who sits where as what the room is told."""
        self.page.do(announce_teams, self._worded)

    def _worded(self, announced: Announcement) -> str:
        teams = len(set(announced.seats.values()))
        people = many("{count} person", "{count} people", len(announced.seats))
        return many("Announced: {people} in {count} team", "Announced: {people} in {count} teams", teams,
                    people=people)  # fmt: skip

    def _show_told(self, found: Told) -> None:
        if found.last is None:
            self.card.title.setText(_("The room was told nothing yet"))
            self.state.setText(
                _("Announce keeps who sits where. The hall sees names as announced, never as they move.")
            )
            return
        at = words.time(found.last.at, self.page.zone)
        self.card.title.setText(_("Announced at {time}", time=at))
        since = len(found.since_last())
        moved = many("{count} person moved since {time}.", "{count} people moved since {time}.", since, time=at)
        self.state.setText(moved if since else _("Everybody sits where the room was told."))

    def _show_moves(self, found: Told) -> None:
        while item := self._moved_lines.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        moves = found.moves()
        self.moved_title.setVisible(bool(moves and moves.people))
        self.hall_buttons[View.MOVED].setEnabled(bool(moves and moves.people))
        if moves is None:
            return
        since = words.time(moves.since, self.page.zone)
        self.moved_title.setText(_("Moved since {time}", time=since))
        if moves.until:
            until = words.time(moves.until, self.page.zone)
            self.moved_title.setText(_("Moved between {since} and {until}", since=since, until=until))
        for one in moves.people:
            self._moved_lines.addWidget(Label(moved_words(one), wrap=True))
        self._moved_lines.addStretch()

    def _show_teams(self) -> None:
        self.page.wants.emit("stage", View.TEAMS.value)

    def _show_people(self) -> None:
        self.page.wants.emit("stage", View.PEOPLE.value)

    def _show_moved(self) -> None:
        self.page.wants.emit("stage", View.MOVED.value)

    def _go_to_documents(self) -> None:
        self.page.wants.emit("documents", "signs")


def moved_words(one: Moved) -> str:
    """Who went from where to where."""
    nowhere = _("no team")
    away, to = one.away.name if one.away else nowhere, one.to.name if one.to else nowhere
    return _("{person}: {away} → {to}", person=one.name, away=away, to=to)
