"""A line that suggests, while one types, what is known already."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit

from hackdesk.people.search import folded

#: So many are shown at once.
_MOST = 6


class Suggesting(QLineEdit):
    """Suggestions begin with what is typed, or one of their words does, with or without accents.

    Arrow down goes into them, Enter takes one; what is typed and not chosen stays as it is typed.
    """

    def __init__(self) -> None:
        super().__init__()
        self._known: list[tuple[str, str]] = []
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_MOST)
        self.setCompleter(completer)
        self.textEdited.connect(self._narrow)

    def suggest(self, known: Iterable[str]) -> None:
        """What there is to suggest, the best first."""
        self._known = [(f" {folded(one)}", one) for one in known]
        self._narrow(self.text())

    def suggestions(self) -> list[str]:
        """What is suggested for the text as it is."""
        return self._model.stringList()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self.completer().popup()
        if popup is not None and popup.isVisible() and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # A shortcut is meant for the form below, which does not hear of keys that go to the popup.
            popup.hide()
            again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
            QApplication.postEvent(self, again)
            return
        super().keyPressEvent(event)

    def _narrow(self, text: str) -> None:
        typed = folded(text).strip()
        found = [one for words, one in self._known if typed and f" {typed}" in words and one != text.strip()]
        self._model.setStringList(found[:_MOST])
