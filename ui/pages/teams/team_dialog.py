"""A team's name, table and topic, beside the board and never in its way."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from hackdesk.errors import HackDeskError
from hackdesk.teams import actions
from hackdesk.teams.queries import Board
from hackdesk.teams.rules import Team, TeamDraft
from ui.page import Page
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.label import Label


class TeamDialog(QDialog):
    """team: None for a new one. kept(team): it is on disk. A refusal stands beside the name."""

    kept = Signal(object)

    def __init__(self, page: Page, board: Board, team: Team | None) -> None:
        super().__init__(page)
        self._page, self._team = page, team
        title = _("Edit a team") if team else _("Add a team")
        self.setWindowTitle(title)
        self.setModal(False)
        self.setMinimumWidth(420)
        self.name, self.table, self.topic = QLineEdit(), QLineEdit(), QComboBox()
        self.topic.addItem(_("A topic of its own"), None)
        for topic in board.topics:
            if topic.open:
                self.topic.addItem(topic.title, topic.id)
        if team:
            self.name.setText(team.name)
            self.table.setText(team.table_name)
            self.topic.setCurrentIndex(max(0, self.topic.findData(team.topic.id if team.topic else None)))
        self.name_field = Field(_("Name"), self.name, _("Empty: as the topic is called"))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(22, 18, 22, 18)
        lines.setSpacing(12)
        lines.addWidget(Label(title, "card-title"))
        for field in (self.name_field, Field(_("Topic"), self.topic), Field(_("Table or room"), self.table)):
            lines.addWidget(field)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(Button(_("Cancel"), self.reject, kind="plain"))
        self.keep_button = Button(_("Keep"), self.keep, kind="primary")
        self.keep_button.setDefault(True)
        buttons.addWidget(self.keep_button)
        lines.addLayout(buttons)

    def keep(self) -> None:
        """Write it down."""
        self.keep_button.setEnabled(False)
        draft = TeamDraft(self.name.text(), self.topic.currentData(), self.table.text())
        action = partial(actions.add_team, draft=draft)
        if self._team:
            action = partial(actions.edit_team, team_id=self._team.id, draft=draft, seen=self._team.version)
        self._page.ask(action, self._done, self._refuse)

    def _done(self, team: Team) -> None:
        self.kept.emit(team)
        self.accept()

    def _refuse(self, error: HackDeskError) -> None:
        self.keep_button.setEnabled(True)
        self.name_field.wrong(words.error(error))
        self.name.setFocus()
