"""Who has no place yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.pages.teams.people_view import PeopleView
from ui.pages.teams.person_cell import Line
from ui.pages.teams.team_card import DropCard
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.label import Label

_NARROWEST = 250


class Tray(DropCard):
    """suggested(): a place is wanted for everybody here, without moving anybody else."""

    suggested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = Label("", "strong")
        self.name.setMinimumHeight(30)
        self.suggest_button = Button(_("Suggest places"), self.suggested.emit, kind="link", size="small")
        self.nobody = Label("", "muted", wrap=True)
        self.people = PeopleView(_("Not placed yet"), _NARROWEST)
        self.body.setContentsMargins(14, 6, 14, 10)
        self.body.setSpacing(2)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.name, 1)
        head.addWidget(self.suggest_button)
        self.body.addLayout(head, 0)
        self.body.addWidget(self.nobody)
        self.body.addWidget(self.people, 1)
        self.body.addStretch()

    def show_people(self, lines: Sequence[Line], *, teams: bool) -> None:
        """Show who waits. teams: there are teams they could join."""
        self.name.setText(_("Not placed yet ({count})", count=len(lines)) if lines else _("Everybody has a place"))
        self.nobody.setText(_("Drag somebody here, or press Delete, to take them out of a team."))
        self.nobody.setVisible(not lines)
        self.people.setVisible(bool(lines))
        self.suggest_button.setVisible(bool(lines) and teams)
        self.people.replace(lines)
