"""When a team has to pitch whatever the lot says: it leaves early, it comes late."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox

from hackdesk.agenda.lot import FIRST, LAST, Wish, clash
from hackdesk.agenda.turns import Pitch
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.picker import Picker

_FREE = ""


class WishCard(Card):
    """wished (team, Wish or None)."""

    wished = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(_("Wishes for the order"))
        self._wishes: dict[UUID, Wish] = {}
        self.team = Picker(_("Team with a wish"))
        self.team.chosen.connect(self._show_wish)
        self.kind = Picker(_("When it pitches"))
        self.kind.setMinimumContentsLength(10)
        self.kind.offer([(_FREE, _("any time")), (FIRST, _("early")), (LAST, _("late"))], _FREE)
        self.kind.chosen.connect(self._show_fields)
        self.within = QSpinBox()
        self.within.setRange(1, 99)
        self.within.setAccessibleName(_("Among so many places"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("Why, such as: bus at 15:40"))
        self.reason.setAccessibleName(_("Reason of the wish"))
        self.reason.returnPressed.connect(self._keep)
        self.keep_button = Button(_("Keep the wish"), self._keep)
        self.clash = Notice()
        self.body.addWidget(Label(_("The draw meets them and moves nobody without need."), "second", wrap=True))
        self.body.addWidget(self.team)
        self.body.addLayout(row(self.kind, self.within))
        self.body.addWidget(self.reason)
        self.body.addLayout(row(self.keep_button))
        self.body.addWidget(self.clash)

    def show_wishes(self, teams: Sequence[tuple[UUID, str]], wishes: Sequence[Wish]) -> None:
        """Show what teams wish; what somebody is typing stays."""
        typing = self.reason.hasFocus() and self.reason.isModified()
        before = self._of(self.team.current)
        self._wishes = {wish.team_id: wish for wish in wishes}
        names = dict(teams)
        chosen = self.team.current if self.team.current in names else (teams[0][0] if teams else None)
        other = chosen != self.team.current
        self.team.offer(list(teams), chosen)
        if other or (not typing and before != self._of(chosen)):
            self._show_wish(chosen)
        self._show_clash(names, wishes)

    def show_team(self, pitch: Pitch | None) -> None:
        """The team that is chosen in the order is the one whose wish is looked at."""
        if pitch is not None and pitch.subject_id != self.team.current:
            self.team.pick(pitch.subject_id)
            self._show_wish(self.team.current)

    def _show_clash(self, names: Mapping[UUID, str], wishes: Sequence[Wish]) -> None:
        found = clash(tuple(names), wishes)
        if found:
            teams = words.listed([names[wish.team_id] for wish in found])
            self.clash.say(_("The wishes of {teams} cannot be met together.", teams=teams), "warn")
        else:
            self.clash.hide()

    def _show_wish(self, team: object) -> None:
        wish = self._of(team)
        self.kind.pick(wish.kind if wish else _FREE)
        self.within.setValue(wish.within if wish else 1)
        self.reason.setText(wish.reason if wish else "")
        self._show_fields(self.kind.current)

    def _of(self, team: object) -> Wish | None:
        return self._wishes.get(team) if isinstance(team, UUID) else None

    def _show_fields(self, kind: object) -> None:
        self.within.setVisible(kind != _FREE)
        self.within.setPrefix(_("among the last ") if kind == LAST else _("among the first "))
        self.reason.setVisible(kind != _FREE)

    def _keep(self) -> None:
        team, kind = self.team.current, str(self.kind.current)
        if team is not None:
            wish = Wish(team, kind, self.within.value(), self.reason.text()) if kind else None
            self.reason.setModified(False)
            self.wished.emit(team, wish)
