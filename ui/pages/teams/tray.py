"""Who has no place yet, what they wish, and the best places for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.pages.teams.chosen import Chosen
from ui.pages.teams.people_view import PeopleView
from ui.pages.teams.person_cell import Line
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label


class Tray(Card):
    """suggested(): places are wanted for everybody here. place_wanted(): the best places for whoever is chosen."""

    suggested = Signal()
    place_wanted = Signal()

    def __init__(self, picked: Chosen) -> None:
        super().__init__()
        self.name = Label("", "strong", wrap=True)
        self.name.setMinimumHeight(30)
        self.place_button = Button(_("Place …"), self.place_wanted.emit, size="small")
        self.suggest_button = Button(_("Suggest places for all"), self.suggested.emit, kind="link", size="small")
        self.nobody = Label("", "muted", wrap=True)
        self.people = PeopleView(_("Not placed yet"), picked)
        self.body.setContentsMargins(14, 8, 10, 8)
        self.body.setSpacing(2)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 4, 0)
        head.addWidget(self.name, 1)
        head.addWidget(self.place_button)
        self.body.addLayout(head)
        self.body.addWidget(self.nobody)
        self.body.addWidget(self.people, 1)
        self.body.addWidget(self.suggest_button)
        self.body.addStretch()

    def show_people(self, lines: Sequence[Line], *, teams: bool) -> None:
        """Show who waits. teams: there are teams they could join."""
        self.name.setText(_("Not placed yet ({count})", count=len(lines)) if lines else _("Everybody has a place"))
        self.nobody.setText(_("Drag somebody here, or press U, to take them out of a team."))
        self.nobody.setVisible(not lines)
        self.people.setVisible(bool(lines))
        self.place_button.setVisible(bool(lines) and teams)
        self.suggest_button.setVisible(bool(lines) and teams)
        self.people.replace(lines)

    def invite(self, inviting: bool) -> None:
        """Show that whoever is held over it would be taken out of their team."""
        if bool(self.property("inviting")) != inviting:
            self.setProperty("inviting", inviting)
            self.style().unpolish(self)
            self.style().polish(self)
