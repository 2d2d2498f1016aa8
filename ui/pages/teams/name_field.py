"""A field for somebody's name: it offers names while one types, and knows who is meant."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people.rules import Person
from hackdesk.people.search import Index


class NameField(QLineEdit):
    """finished(): Enter, or a name was picked from those offered."""

    finished = Signal()

    def __init__(self, prompt: str) -> None:
        super().__init__()
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt)
        self._index: Index | None = None
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self.finished)
        self.setCompleter(completer)
        self.returnPressed.connect(self.finished)

    def offer(self, people: Iterable[Person], index: Index) -> None:
        """Whose names are offered, and where they are looked up; of two with one name their codes too."""
        labels: dict[str, Person | None] = {}
        known = tuple(people)
        for person in known:
            labels[person.name] = None if person.name in labels else person
        names = [p.name if labels[p.name] else f"{p.name} {p.code}" for p in known]
        if names != self._names.stringList():
            self._names.setStringList(names)
        self._index = index

    def person(self) -> Person:
        """Who is meant. Raises HackDeskError where nobody or several are."""
        if self._index is None or not self.text().strip():
            raise HackDeskError(N_("A name is missing here."), remedy=N_("Type a name or scan a badge."))
        return self._index.the_one(self.text())
