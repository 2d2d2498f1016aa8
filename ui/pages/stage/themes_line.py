"""A line of themes with commas between; while one types, it suggests those in use."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit
from shiboken6 import isValid

from hackdesk.agenda.mentoring import tidy_themes
from hackdesk.people.search import folded

_MOST = 8


class ThemesLine(QLineEdit):
    """changed(themes): Enter, or the line was left with other themes than were shown."""

    changed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._shown: tuple[str, ...] = ()
        self._known: tuple[str, ...] = ()
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._completer = completer
        completer.setWidget(self)
        popup = completer.popup()
        assert popup is not None
        self._popup = popup
        self.textEdited.connect(self._suggest)
        self.editingFinished.connect(self._tell)

    @property
    def themes(self) -> tuple[str, ...]:
        """What stands in the line."""
        return tidy_themes(self.text().replace(";", ",").split(","))

    def suggest(self, known: Iterable[str]) -> None:
        """What there is to suggest."""
        self._known = tuple(known)

    def show_themes(self, themes: tuple[str, ...]) -> None:
        """Show these, unless somebody is typing others."""
        if self.themes == self._shown or not self.hasFocus():
            self._shown = themes
            self.setText(", ".join(themes))

    def _suggest(self, text: str) -> None:
        typed = folded(text.rpartition(",")[2]).strip()
        there = {folded(theme) for theme in self.themes}
        found = [one for one in self._known if typed and typed in folded(one) and folded(one) not in there]
        self._model.setStringList(found[:_MOST])
        if found:
            self._completer.complete()
        else:
            self._popup.hide()

    def _take(self, theme: str) -> None:
        before = self.text().rpartition(",")[0]
        self.setText(f"{before}, {theme}" if before else theme)

    def _tell(self) -> None:
        # A line that goes while it has the keyboard tells last of all, when its suggestions are gone already.
        if isValid(self._popup) and not self._popup.isVisible() and self.themes != self._shown:
            self._shown = self.themes
            self.changed.emit(self.themes)
