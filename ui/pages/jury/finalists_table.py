"""The teams in the order of the first round, and which of them go on."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from hackdesk.jury.finalist_queries import FinalistsShown
from hackdesk.jury.ranking import Place
from hackdesk.jury.rules import rounded
from hackdesk.jury.wording import place_words
from hackdesk.language import N_
from ui.rows import Column
from ui.text import _, words
from ui.widgets.table import Table


@dataclass(frozen=True)
class Candidate:
    """A team of the first round. place: None without a complete ballot. final: it goes on. marked: it has marks of
    the second round."""

    id: UUID
    team: str
    place: Place | None
    final: bool
    marked: bool = False


class ChoosingTable(Table):
    """toggled(team id): a click on a line, Space or Enter."""

    toggled = Signal(object)

    def __init__(self) -> None:
        super().__init__(_COLUMNS, name=_("Teams by the first round"), wrap=True)
        self.setProperty("role", "inside")
        self.clicked.connect(self._click)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.current is not None:
            self.toggled.emit(self.current.id)
            return
        super().keyPressEvent(event)

    def _click(self, index: QModelIndex) -> None:
        self.toggled.emit(self.rows[index.row()].id)


def candidates(shown: FinalistsShown, chosen: tuple[UUID, ...]) -> tuple[Candidate, ...]:
    """All teams that are judged, the best first; those without a place after them."""
    places = [(one.team_id, one.team, one) for one in shown.results.places]
    without: list[tuple[UUID, str, Place | None]] = [
        (team.id, team.name, None) for team in shown.first.judging.active
        if team.id not in {one.team_id for one in shown.results.places}
    ]  # fmt: skip
    return tuple(
        Candidate(id_, name, place, id_ in chosen, id_ in shown.marked)
        for id_, name, place in (*places, *without)
    )


def _place(one: Candidate) -> str:
    return place_words(one.place.place, one.place.until, one.place.shared) if one.place else "–"


def _score(one: Candidate) -> str:
    return words.number(float(rounded(one.place.score)), 1) if one.place else "–"


def _final(one: Candidate) -> str:
    if one.marked:
        return _("is being judged")
    return _("goes on") if one.final else ""


_COLUMNS = (
    Column(N_("Place"), _place, strong=True, width=72),
    Column(N_("Team"), lambda one: one.team, strong=True),
    Column(N_("Points"), _score, right=True, width=76),
    Column(N_("Second round"), _final, pill=lambda one: (_final(one), "accent") if one.final else None, width=150),
)
