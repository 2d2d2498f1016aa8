"""Where to? Type a few letters of a team, Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hackdesk.language import N_
from hackdesk.teams.queries import Board
from hackdesk.teams.rules import Member, Team, folded
from ui.pages.teams.lines import size_of
from ui.rows import Column
from ui.text import _
from ui.widgets.label import Label
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table


@dataclass(frozen=True)
class Target:
    """Where somebody could go. id: of the team, None for no place. sign: (word, tone) of a wish."""

    id: UUID | None
    name: str
    size: str = ""
    sign: tuple[str, str] | None = None


def targets(board: Board, member: Member, team: Team | None) -> list[Target]:
    """Teams somebody could go to: those they wish for first, then the others; no place at the end."""
    others = [other for other in board.teams if team is None or other.id != team.id]
    others.sort(key=lambda other: member.rank(other.topic) or 4)
    words = {1: _("1st wish"), 2: _("2nd wish"), 3: _("3rd wish")}
    tones = {1: "accent", 2: "info", 3: "plain"}
    found = []
    for other in others:
        rank = member.rank(other.topic)
        found.append(Target(other.id, other.name, size_of(other), (words[rank], tones[rank]) if rank else None))
    return [*found, Target(None, _("No place"))] if team else found


class MovePopup(QFrame):
    """picked(target): one was chosen by Enter or a click; Escape puts it away."""

    picked = Signal(object)
    WIDTH, HEIGHT = 440, 380

    def __init__(self, title: str, choices: Sequence[Target], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.setAccessibleName(title)
        self._choices = tuple(choices)
        self.search = SearchField(_("Type a team's name"))
        self.list = Table(
            (
                Column(N_("Team"), lambda target: target.name, strong=True),
                Column("", lambda target: "", pill=lambda target: target.sign, width=100, right=True),
                Column("", lambda target: target.size, width=112, right=True),
            ),
            name=title,
            wrap=True,
        )  # fmt: skip
        self.list.horizontalHeader().hide()
        self.list.setProperty("role", "inside")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 12, 14, 12)
        lines.setSpacing(8)
        for part in (Label(title, "strong", wrap=True), self.search, self.list):
            lines.addWidget(part)
        self._connect()
        self.narrow("")

    def _connect(self) -> None:
        self.search.textChanged.connect(self.narrow)
        self.search.entered.connect(self._pick_current)
        self.search.moved.connect(self.list.move_by)
        self.list.opened.connect(self._pick)
        self.list.clicked.connect(self._pick_current)

    def narrow(self, text: str) -> None:
        """Show only teams whose name has every word that was typed."""
        parts = folded(text).split()
        self.list.replace([c for c in self._choices if all(part in folded(c.name) for part in parts)])
        if self.list.rows and self.list.current is None:
            self.list.choose(self.list.rows[0].id)

    def open_at(self, place: QPoint) -> None:
        """Show it there, inside the screen."""
        self.resize(self.WIDTH, self.HEIGHT)
        room = self.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() - self.WIDTH)))
        place.setY(max(room.top(), min(place.y(), room.bottom() - self.HEIGHT)))
        self.move(place)
        self.show()
        self.search.setFocus()

    def _pick_current(self) -> None:
        if self.list.current is not None:
            self._pick(self.list.current)

    def _pick(self, target: Target) -> None:
        self.close()
        self.picked.emit(target)
