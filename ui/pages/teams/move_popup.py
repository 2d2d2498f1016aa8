"""Where to? Type a few letters of a team, Enter; beside each team stands what it would do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hackdesk.language import N_
from hackdesk.teams.effect import Effect
from hackdesk.teams.queries import Board
from hackdesk.teams.rules import Member, Team, folded
from ui.pages.teams.effect_view import short_of, told, total_of
from ui.pages.teams.lines import size_of
from ui.rows import Column
from ui.text import _
from ui.widgets.label import Label
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table

#: The first so many are picked by their number alone.
_QUICK = 3


@dataclass(frozen=True)
class Target:
    """Where somebody could go, or who could come. id: of the team or person, None for no place.

    sign: (word, tone) of a wish. effect: what it would do; None where it is not counted. quick: the key that picks
    it.
    """

    id: UUID | None
    name: str
    size: str = ""
    sign: tuple[str, str] | None = None
    effect: Effect | None = None
    quick: str = ""


def targets(board: Board, members: Sequence[Member], team: Team | None) -> list[Target]:
    """Teams these people could go to, with the wish of one who goes alone; no place at the end.

    team: where all of them sit now; None: in different ones or nowhere.
    """
    words = {1: _("1st wish"), 2: _("2nd wish"), 3: _("3rd wish")}
    tones = {1: "accent", 2: "info", 3: "plain"}
    found = []
    for other in board.teams:
        if team is not None and other.id == team.id:
            continue
        rank = members[0].rank(other.topic) if len(members) == 1 else None
        sign = (words[rank], tones[rank]) if rank else None
        found.append((rank or 4, Target(other.id, other.name, size_of(other), sign)))
    found.sort(key=lambda pair: pair[0])
    placed = board.team_of(members[0].person_id) is not None
    return [*(target for _rank, target in found), *([Target(None, _("No place"))] if placed else [])]


class MovePopup(QFrame):
    """picked(target): one was chosen by Enter, by its number or by a click; Escape puts it away."""

    picked = Signal(object)
    WIDTH, HEIGHT = 620, 430

    def __init__(self, title: str, choices: Sequence[Target], prompt: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.setAccessibleName(title)
        self._choices = tuple(choices)
        self.search = SearchField(prompt)
        self.list = Table(self._columns(), _key, name=title, wrap=True)
        self.list.horizontalHeader().hide()
        self.list.setProperty("role", "inside")
        self.why = Label("", "second", wrap=True)
        self.why.setMinimumHeight(54)
        self.why.setAlignment(Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 12, 14, 12)
        lines.setSpacing(8)
        for part in (Label(title, "strong", wrap=True), self.search, self.list, self.why):
            lines.addWidget(part)
        self.search.textChanged.connect(self.narrow)
        self.search.entered.connect(self._pick_current)
        self.search.moved.connect(self.list.move_by)
        self.search.installEventFilter(self)
        self.list.opened.connect(self._pick)
        self.list.clicked.connect(self._pick_current)
        self.list.chosen.connect(self._explain)
        self.narrow("")

    def _columns(self) -> tuple[Column, ...]:
        columns = [
            Column(N_("Team"), lambda target: target.name, strong=True),
            Column("", lambda target: target.size, width=104, right=True),
        ]
        if any(target.sign for target in self._choices):
            columns.insert(
                1, Column("", lambda _target: "", pill=lambda target: target.sign, width=100, right=True)
            )
        if any(target.effect for target in self._choices):
            columns.append(Column("", lambda _target: "", pill=_points, width=78, right=True))
        if any(target.quick for target in self._choices):
            columns.insert(0, Column("", lambda target: target.quick, width=38))
        return tuple(columns)

    def narrow(self, text: str) -> None:
        """Show only those whose name has every word that was typed."""
        parts = folded(text).split()
        self.list.replace([c for c in self._choices if all(part in folded(c.name) for part in parts)])
        if self.list.rows and self.list.current is None:
            self.list.choose(_key(self.list.rows[0]))
        self._explain(self.list.current)

    def _explain(self, target: Target | None) -> None:
        effect = target.effect if target else None
        self.why.setText(f"{total_of(effect)[0]}. {told(effect, 5)}" if effect else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not self.search.text():
            for target in self._choices:
                if target.quick and target.quick == event.text():
                    self._pick(target)
                    return True
        return super().eventFilter(watched, event)

    def open_at(self, place: QPoint) -> None:
        """Show it there, inside the screen."""
        room = self.screen().availableGeometry()
        self.resize(min(self.WIDTH, room.width()), min(self.HEIGHT, room.height()))
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        place.setY(max(room.top(), min(place.y(), room.bottom() - self.height())))
        self.move(place)
        self.show()
        self.search.setFocus()

    def _pick_current(self) -> None:
        if self.list.current is not None:
            self._pick(self.list.current)

    def _pick(self, target: Target) -> None:
        self.close()
        self.picked.emit(target)


def _key(target: Target) -> tuple[UUID | None, str]:
    return target.id, target.name


def _points(target: Target) -> tuple[str, str] | None:
    return short_of(target.effect) if target.effect else None


def with_effects(found: Sequence[Target], effects: dict[UUID | None, Effect], *, quick: bool) -> list[Target]:
    """The same with what each would do, those with the least harm first where all are counted; quick: numbered."""
    known = [
        Target(t.id, t.name, t.size, t.sign, effects.get(t.id)) for t in found
    ]  # fmt: skip
    known.sort(key=lambda t: (t.id is None, t.effect is None, t.effect.order if t.effect else (0, 0)))
    if not quick:
        return known
    return [
        Target(t.id, t.name, t.size, t.sign, t.effect, str(n) if n <= _QUICK and t.id else "")
        for n, t in enumerate(known, 1)
    ]
