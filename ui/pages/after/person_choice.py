"""Choosing one person by name: type, Enter takes the first that fits."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import islice

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hackdesk.people.rules import Person
from hackdesk.people.search import begins_each, words_of
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.label import Label

_OFFERED = 6


class PersonChoice(QWidget):
    """changed(): somebody was chosen; it is `current`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.current: Person | None = None
        self._known: tuple[tuple[Person, tuple[str, ...]], ...] = ()
        self.line, self.chosen, self._offered = QLineEdit(), Label("", "name", wrap=True), QWidget()
        self.line.textChanged.connect(self._offer)
        self.line.returnPressed.connect(self._take_first)
        self._found = Flow(self._offered)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(Field(_("Who"), self.line, _("Type a name and press Enter")))
        lines.addWidget(self._offered)
        lines.addWidget(self.chosen)
        self._offered.hide()
        self.chosen.hide()
        self.setFocusProxy(self.line)

    def know(self, people: Iterable[Person]) -> None:
        """Know who there is; whoever is chosen stays."""
        self._known = tuple((person, words_of(f"{person.name} {person.organisation}")) for person in people)

    def _matches(self) -> list[Person]:
        wanted = words_of(self.line.text())
        fitting = (person for person, said in self._known if wanted and begins_each(wanted, said))
        return list(islice(fitting, _OFFERED))

    def _offer(self) -> None:
        self._found.clear()
        for person in self._matches():
            said = " · ".join(filter(None, (person.name, person.organisation)))
            self._found.addWidget(Button(said, partial(self._take, person), size="small"))
        self._offered.setVisible(bool(self._found.count()))

    def _take_first(self) -> None:
        if matches := self._matches():
            self._take(matches[0])

    def _take(self, person: Person) -> None:
        self.current = person
        self.line.clear()
        self.chosen.setText(person.name)
        self.chosen.show()
        self.changed.emit()
