"""Work by hand: keys, buttons, drags and menus move people and close teams."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from hackdesk.teams.rules import Member, Team
from ui.pages.teams.move_popup import MovePopup, Target, targets
from ui.text import _

if TYPE_CHECKING:
    from ui.pages.teams.board_panel import BoardPanel


class Hand(QObject):
    """Turns what is pressed and dropped on the page into moves of the chosen person."""

    def __init__(self, panel: BoardPanel) -> None:
        super().__init__(panel)
        self._panel = panel

    def command(self, command: str) -> None:
        """A key or a button concerns the chosen person; while a proposal is looked at, only to go about."""
        panel = self._panel
        if command in ("left", "right"):
            panel.go_to_card(1 if command == "right" else -1)
            return
        if panel.chosen is None or panel.proposal is not None:
            return
        member, team = panel.chosen
        if command == "wishes":
            panel.page.select(("market", member.person_id))
        elif command == "move":
            self._ask_where(member, team)
        elif command in ("next_team", "previous_team"):
            self._move_on(member, team, 1 if command == "next_team" else -1)
        elif team is not None:
            steer = panel.steering
            {"pin": steer.pin, "lead": steer.lead, "free": self._free}[command](member, team)

    def _free(self, member: Member, team: Team) -> None:
        self._panel.steering.place(member.person_id, None, team.id)

    def _move_on(self, member: Member, team: Team | None, step: int) -> None:
        teams = self._panel.board.teams
        if teams:
            at = teams.index(team) if team else (-1 if step > 0 else 0)
            target = teams[(at + step) % len(teams)]
            self._panel.steering.place(member.person_id, target.id, team.id if team else None)

    def _ask_where(self, member: Member, team: Team | None) -> None:
        panel = self._panel
        choices = targets(panel.board, member, team)
        if not choices:
            panel.page.notice.say(_("There is no team to move to. Add one, or let HackDesk propose some."))
            return
        popup = MovePopup(_("Move {person} to …", person=member.name), choices, panel)
        popup.picked.connect(partial(self._place, member.person_id, team.id if team else None))
        popup.open_at(panel.why.mapToGlobal(QPoint(0, -MovePopup.HEIGHT)))

    def _place(self, person_id: UUID, seen: UUID | None, target: Target) -> None:
        self._panel.steering.place(person_id, target.id, seen)

    def drop(self, person_id: UUID, team_id: UUID | None) -> None:
        """Somebody was dragged to a team, or (None) out of theirs."""
        panel = self._panel
        panel.choose(person_id)
        if panel.chosen is None:
            return
        seen = panel.chosen[1].id if panel.chosen[1] else None
        if seen != team_id:
            panel.steering.place(person_id, team_id, seen)

    def show_menu(self, place: QPoint) -> None:
        """The right mouse button offers what the card below offers."""
        menu = QMenu(self._panel)
        for key, button in self._panel.why.buttons.items():
            if not button.isHidden():
                menu.addAction(button.text()).setObjectName(key)
        menu.triggered.connect(self._do_from_menu)
        menu.popup(place)

    def _do_from_menu(self, action: QAction) -> None:
        self.command(action.objectName())

    def do_with_team(self, what: str, team: Team) -> None:
        """What was chosen in a team's menu."""
        panel = self._panel
        if what == "edit":
            panel.open_dialog(team)
        elif what == "merge":
            others = [Target(other.id, other.name) for other in panel.board.teams if other.id != team.id]
            popup = MovePopup(_("Merge {team} into …", team=team.name), others, panel)
            popup.picked.connect(partial(self._merge, team))
            popup.open_at(panel.view.cards[team.id].mapToGlobal(QPoint(0, 40)))
        else:
            {"withdraw": panel.steering.withdraw, "no_show": panel.steering.no_show}[what](team)

    def _merge(self, team: Team, target: Target) -> None:
        if target.id is not None:
            self._panel.steering.merge(team, target.id)
