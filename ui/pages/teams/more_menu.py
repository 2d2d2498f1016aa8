"""What is needed less often on the Teams page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from hackdesk.teams.queries import Board
from hackdesk.teams.rules import Team
from ui.pages.teams.exporting import ask_and_write
from ui.pages.teams.first_steps import named_words
from ui.text import _

if TYPE_CHECKING:
    from ui.pages.teams.board_panel import BoardPanel


class MoreMenu(QMenu):
    """Topics, the list as a file, closed teams; in a narrow window also what finds no room beside the title."""

    def __init__(self, panel: BoardPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self.triggered.connect(self._do)

    def fill(self, board: Board, *, narrow: bool) -> None:
        """Offer what makes sense now."""
        self.clear()
        if narrow:
            self._offer("add", _("Add a team"))
        if board.named:
            self._offer("named", named_words(len(board.named)))
        if board.teams:
            self._offer("tables", _("Number the tables in this order"))
        self._offer("topics", _("Topics …"))
        self._offer("export", _("Write the teams to a file …"))
        for team in board.closed:
            self.addAction(_("Open again: {team}", team=team.name)).setData(team)

    def _offer(self, key: str, words: str) -> None:
        self.addAction(words).setObjectName(key)

    def _do(self, action: QAction) -> None:
        panel, team = self._panel, action.data()
        if isinstance(team, Team):
            panel.steering.reopen(team)
        elif action.objectName() == "add":
            panel.team_hand.add()
        elif action.objectName() == "named":
            panel.team_hand.add_named()
        elif action.objectName() == "tables":
            panel.team_hand.number_tables()
        elif action.objectName() == "topics":
            panel.page.wants.emit("prepare", "topics")
        else:
            ask_and_write(panel.page, panel.board)
