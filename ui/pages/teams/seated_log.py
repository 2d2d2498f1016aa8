"""Who was entered last by feet, with an Undo of each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.teams.gathering import Seated
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.label import Label

#: So many of the last ones can be taken back here; older ones by the journal.
_MOST = 4


class SeatedLog(Card):
    """taken_back(number of the journal's entry)."""

    taken_back = Signal(int)

    def __init__(self) -> None:
        super().__init__(_("Entered last"))
        self.entries: list[tuple[Seated, int | None]] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.body.addLayout(self._lines)
        self.body.addStretch()
        self._show()

    def add(self, seated: Seated, number: int | None) -> None:
        """number: of the journal's entry; None where nothing had to be written."""
        self.entries = [(seated, number), *self.entries][:_MOST]
        self._show()

    def forget(self, number: int) -> None:
        """This one was taken back."""
        self.entries = [entry for entry in self.entries if entry[1] != number]
        self._show()

    def _show(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for seated, number in self.entries:
            self._lines.addWidget(self._line(seated, number))
            self._lines.addWidget(Rule())
        if not self.entries:
            nobody = _("Whom you enter stands here, with where they came from.")
            self._lines.addWidget(Label(nobody, "muted", wrap=True))

    def _line(self, seated: Seated, number: int | None) -> QWidget:
        line = QWidget()
        parts = QHBoxLayout(line)
        parts.setContentsMargins(0, 1, 0, 1)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(Label(seated.person.name, "strong", wrap=True))
        told.addWidget(Label(said_of(seated), "second", wrap=True))
        parts.addLayout(told, 1)
        if number is not None:
            undo = Button(_("Undo"), partial(self.taken_back.emit, number), kind="plain")
            undo.setAccessibleName(_("Undo: {name}", name=seated.person.name))
            parts.addWidget(undo)
        return line


def said_of(seated: Seated) -> str:
    """Where somebody sits now and where they sat."""
    if seated.before == seated.team:
        return _("was in {team} already", team=seated.team)
    if seated.before:
        return _("in {team}, came from {before}", team=seated.team, before=seated.before)
    said = _("in {team}", team=seated.team)
    return said if seated.person.presences else f"{said} · {_('not checked in')}"
