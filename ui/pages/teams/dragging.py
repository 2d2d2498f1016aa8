"""People who are dragged by the mouse: over which team they are, and what it would do to put them there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from hackdesk.teams.effect import Effect
from ui.pages.teams.effect_view import EffectView
from ui.text import _, many

if TYPE_CHECKING:
    from ui.pages.teams.board_panel import BoardPanel

_EDGE, _PACE = 46, 16
#: Stands for the tray where a card's id is asked for.
NOWHERE = "tray"


class Dragging(QObject):
    """dropped(people, team id): they were let go over a team, or (None) over the tray."""

    dropped = Signal(object, object)

    def __init__(self, panel: BoardPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self.people: tuple[UUID, ...] = ()
        self.shown = EffectView(panel)
        self._answers: dict[UUID | None, Effect | None] = {}
        self._at = QPoint()
        self._clock = QTimer(self, interval=_PACE)
        self._clock.timeout.connect(self._scroll)
        for view in (panel.view, panel.tray.people):
            view.carried.connect(self.move)
            view.put.connect(self.put)

    @property
    def active(self) -> bool:
        """Whether somebody is held."""
        return bool(self.people)

    def move(self, place: QPoint) -> None:
        """The mouse is at a global place with somebody in hand."""
        panel = self._panel
        if not self.active:
            self.people, self._answers = panel.picked.people, {}
            self._clock.start()
        self._at = place
        over = self._over(place)
        panel.view.invite(over if isinstance(over, UUID) else None)
        panel.tray.invite(over == NOWHERE)
        who = panel.words_for(self.people)
        if over is None or self._stays(over):
            self.shown.show_carried(who)
        else:
            team = None if over == NOWHERE else UUID(str(over))
            unknown = _("Not counted: the team has no topic, or somebody is not here.")
            self.shown.show_effect(who, self._effect(team), unknown)
        self.shown.place_at(panel.mapFromGlobal(place))

    def put(self, place: QPoint) -> None:
        """They are let go."""
        if not self.active:
            return
        over, people = self._over(place), self.people
        self.cancel()
        if over is not None and not self._stays(over, people):
            self.dropped.emit(people, None if over == NOWHERE else over)

    def cancel(self) -> None:
        """Nobody is held any more."""
        self._clock.stop()
        self.people = ()
        self.shown.hide()
        self._panel.view.invite(None)
        self._panel.tray.invite(False)
        self._panel.view.let_go()
        self._panel.tray.people.let_go()

    def _over(self, place: QPoint) -> UUID | str | None:
        """The team's card or the tray under a global place."""
        panel = self._panel
        view = panel.view.viewport()
        inside = view.mapFromGlobal(place)
        if panel.view.isVisible() and view.rect().contains(inside):
            card = panel.view.card_at(inside)
            return card if card in panel.view.contents and panel.view.contents[card].team else None
        if panel.tray.isVisible() and panel.tray.rect().contains(panel.tray.mapFromGlobal(place)):
            return NOWHERE
        return None

    def _stays(self, over: UUID | str, people: tuple[UUID, ...] | None = None) -> bool:
        seats = self._panel.seats
        return all(seats.get(one) == (None if over == NOWHERE else over) for one in people or self.people)

    def _effect(self, team: UUID | None) -> Effect | None:
        """Worked out once for each team that they are held over."""
        if team not in self._answers:
            self._answers[team] = self._panel.effect_of(self.people, team)
        return self._answers[team]

    def _scroll(self) -> None:
        """Near its upper and lower edge the board moves along."""
        view = self._panel.view.viewport()
        y, bar = view.mapFromGlobal(self._at).y(), self._panel.view.verticalScrollBar()
        if not view.rect().adjusted(0, -60, 0, 60).contains(view.mapFromGlobal(self._at)):
            return
        step = -12 if y < _EDGE else 12 if y > view.height() - _EDGE else 0
        if step:
            before = bar.value()
            bar.setValue(before + step)
            if bar.value() != before:
                self.move(self._at)


def people_words(names: list[str]) -> str:
    """Who is carried: a name, or how many."""
    return names[0] if len(names) == 1 else many("{count} person", "{count} people", len(names))
