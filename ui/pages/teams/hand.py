"""Work by hand with people: keys, buttons, drags and menus move, pin and select whoever is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from hackdesk.teams.instead import Move
from hackdesk.teams.rules import Member
from ui.pages.teams.move_popup import MovePopup, Target, targets, with_effects
from ui.text import _

if TYPE_CHECKING:
    from ui.pages.teams.board_panel import BoardPanel


class Hand(QObject):
    """Turns what is pressed and dropped on the board into moves of the people chosen there."""

    def __init__(self, panel: BoardPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._cut: tuple[UUID, ...] = ()

    def command(self, command: str) -> None:
        """A key or a button concerns whoever is chosen; while a proposal is looked at, only to go about."""
        panel = self._panel
        if command in ("go-left", "go-right"):
            panel.go_to_card(1 if command == "go-right" else -1)
        elif command in ("select", "select-all", "let-go"):
            self._select(command)
        elif command == "why":
            if panel.chosen is not None:
                panel.reasons.ask(panel.chosen)
        elif panel.proposal is not None:
            return
        elif command in ("rename", "table"):
            panel.team_hand.type_on_card(panel.view.at, "name" if command == "rename" else "table")
        elif command == "put":
            self._put()
        elif not panel.members:
            if command == "move" and panel.view.at is not None:
                panel.team_hand.show_menu_of(panel.view.at)
        else:
            self._do_with_people(command)

    def _do_with_people(self, command: str) -> None:
        panel = self._panel
        if command == "wishes":
            panel.page.select(("market", panel.members[0].person_id))
        elif command in ("next-team", "previous-team"):
            self._carry(1 if command == "next-team" else -1)
        elif command in ("move", "cut", "free", "pin", "lead"):
            deeds = {"move": self.ask_where, "cut": self._cut_out, "free": self._free, "pin": self._pin}
            deeds.get(command, self._lead)()

    # --- selecting ----------------------------------------------------------------------------

    def _select(self, command: str) -> None:
        panel = self._panel
        if command == "select" and panel.picked.current is not None:
            panel.picked.mark(panel.picked.current)
        elif command == "select-all":
            kept = panel.tools.sieve.people(panel.board)
            everybody = panel.view.layout_.people if panel.view.hasFocus() else panel.tray.people.order
            panel.picked.select(one for one in everybody if kept is None or one in kept)
        elif command == "let-go":
            if panel.dragging.active:
                panel.dragging.cancel()
            self._cut = ()
            panel.view.show_cut(())
            panel.picked.clear()
        panel.tell_chosen()

    # --- moving -------------------------------------------------------------------------------

    def move(self, people: Sequence[UUID], team_id: UUID | None) -> None:
        """Seat these people in a team, or (None) nowhere; who sits there already stays."""
        seats = self._panel.seats
        moves = [Move(one, seats.get(one), team_id) for one in people if seats.get(one) != team_id]
        if len(moves) == 1:
            self._panel.steering.place(moves[0].person, team_id, moves[0].away)
        elif moves:
            self._panel.steering.move(moves)

    def drop(self, people: Sequence[UUID], team_id: UUID | None) -> None:
        """They were dragged to a team, or (None) out of theirs."""
        self.move(people, team_id)

    def _free(self) -> None:
        panel = self._panel
        seated = [one for one in panel.picked.people if one in panel.seats]
        if not seated:
            return
        if panel.view.hasFocus():
            panel.view.stay_behind(seated)
        self.move(seated, None)

    def _carry(self, step: int) -> None:
        panel = self._panel
        order = [content.id for content in panel.view.contents.values() if content.team]
        if order:
            here = panel.seats.get(panel.picked.current) if panel.picked.current else None
            at = order.index(here) if here in order else (-1 if step > 0 else 0)
            self.move(panel.picked.people, order[(at + step) % len(order)])

    def _cut_out(self) -> None:
        self._cut = self._panel.picked.people
        self._panel.view.show_cut(self._cut)
        self._panel.page.notice.say(
            _("{who}: go to a team and press Ctrl V. Esc lets them stay.", who=self._panel.words_for(self._cut))
        )

    def _put(self) -> None:
        panel, at = self._panel, self._panel.view.at
        there = [one for one in self._cut if panel.knows(one)]
        if there and at is not None and panel.view.hasFocus() and panel.view.contents[at].team:
            self._cut = ()
            panel.view.show_cut(())
            panel.page.notice.hide()
            self.move(there, at)

    def ask_where(self) -> None:
        """Open the list of teams, with what each would do."""
        panel, members = self._panel, self._panel.members
        together = {panel.seats.get(member.person_id) for member in members}
        team = panel.board.team_of(members[0].person_id) if len(together) == 1 else None
        choices = targets(panel.board, members, team)
        if not choices:
            panel.page.notice.say(_("There is no team to move to. Add one, or let HackDesk propose some."))
            return
        people = [member.person_id for member in members]
        effects = {one.id: panel.effect_of(people, one.id) for one in choices}
        known = {where: effect for where, effect in effects.items() if effect is not None}
        title = _("Move {person} to …", person=panel.words_for(people))
        popup = MovePopup(title, with_effects(choices, known, quick=bool(known)), _("Type a team's name"), panel)
        popup.picked.connect(partial(self._place, tuple(people)))
        popup.open_at(self._beside_chosen())

    def _beside_chosen(self) -> QPoint:
        """Where a popup about the one the keys are at belongs."""
        view, current = self._panel.view, self._panel.picked.current
        card = view.layout_.card_of(current)
        if card is not None:
            return view.viewport().mapToGlobal(view.rect_of(card, current).bottomLeft() + QPoint(20, 4))
        return self._panel.tray.mapToGlobal(QPoint(-MovePopup.WIDTH - 8, 0))

    def _place(self, people: Sequence[UUID], target: Target) -> None:
        self.move(people, target.id)

    def place_waiting(self) -> None:
        """The best places for whoever is chosen among those who wait, or for the first of them."""
        panel = self._panel
        waiting = panel.tray.people.order
        if waiting and not any(one in waiting for one in panel.picked.people):
            panel.choose(waiting[0])
        if panel.members:
            self.ask_where()

    # --- pins and leads -----------------------------------------------------------------------

    def _seated(self) -> list[Member]:
        return [member for member in self._panel.members if member.person_id in self._panel.seats]

    def _pin(self) -> None:
        if seated := self._seated():
            self._panel.steering.pin(seated, self._panel.seats)

    def _lead(self) -> None:
        current = self._panel.chosen
        if current and current[1] is not None:
            self._panel.steering.lead(current[0], current[1])

    def show_menu(self, place: QPoint) -> None:
        """The right mouse button offers what the card at the side offers."""
        menu = QMenu(self._panel)
        for key, button in self._panel.why.buttons.items():
            if not button.isHidden():
                menu.addAction(button.text()).setObjectName(key)
        menu.triggered.connect(self._do_from_menu)
        menu.popup(place)

    def _do_from_menu(self, action: QAction) -> None:
        self.command(action.objectName())
