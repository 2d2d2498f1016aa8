"""Choosing a few people by their names: type, Enter takes the first that fits, a press lets one go again."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hackdesk.documents.badge_values import Badge
from hackdesk.people.search import begins_each, words_of
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.flow import Flow

_OFFERED = 4


class PeopleChoice(QWidget):
    """changed(): somebody was chosen or let go; who they are is `people`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.people: frozenset[UUID] = frozenset()
        self._known: dict[UUID, str] = {}
        self.line = QLineEdit()
        self.line.textChanged.connect(self._offer)
        self.line.returnPressed.connect(self._take_first)
        self._offered, self._chosen = QWidget(), QWidget()
        self._found, self._kept = Flow(self._offered), Flow(self._chosen)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(Field(_("Whose badges"), self.line, _("Type a name and press Enter")))
        lines.addWidget(self._offered)
        lines.addWidget(self._chosen)
        self._offered.hide()
        self.setFocusProxy(self.line)

    def know(self, badges: Iterable[Badge]) -> None:
        """Know who there is to choose."""
        self._known = {
            badge.person_id: f"{badge.given_name} {badge.family_name}".strip()
            for badge in badges
            if badge.person_id
        }
        self.people &= self._known.keys()
        self._show()

    def choose(self, people: Iterable[UUID]) -> None:
        """Choose these and nobody else."""
        self.people = frozenset(people)
        self._show()

    def _matches(self) -> list[UUID]:
        wanted = words_of(self.line.text())
        return [
            person_id
            for person_id, name in self._known.items()
            if wanted and person_id not in self.people and begins_each(wanted, words_of(name))
        ][:_OFFERED]

    def _offer(self) -> None:
        self._found.clear()
        for person_id in self._matches():
            self._found.addWidget(Button(self._known[person_id], partial(self._take, person_id), size="small"))
        self._offered.setVisible(bool(self._found.count()))

    def _take_first(self) -> None:
        matches = self._matches()
        if matches:
            self._take(matches[0])

    def _take(self, person_id: UUID) -> None:
        self.people |= {person_id}
        self.line.clear()
        self.line.setFocus()
        self._show()
        self.changed.emit()

    def _let_go(self, person_id: UUID) -> None:
        self.people -= {person_id}
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._kept.clear()
        for person_id, name in self._known.items():
            if person_id in self.people:
                button = Button(name, partial(self._let_go, person_id), size="small", sign="x")
                button.setAccessibleName(_("Without {name}", name=name))
                self._kept.addWidget(button)
        self._chosen.setVisible(bool(self.people))
