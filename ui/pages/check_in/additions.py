"""Words that are added one by one: topics wished for in their order, skills."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.people.search import folded
from ui.pages.check_in.suggesting import Suggesting
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.label import Label


class Additions(QWidget):
    """Enter adds what is typed, or the one thing it can mean. ranked: the order counts and is shown.

    changed(): something was added, moved, taken out or typed.
    """

    changed = Signal()

    def __init__(self, name: str, prompt: str, *, ranked: bool = False) -> None:
        super().__init__()
        self._ranked = ranked
        self._chosen: list[str] = []
        self._known: list[str] = []
        self.line = Suggesting()
        self.line.setPlaceholderText(prompt)
        self.line.setAccessibleName(name)
        self.line.textChanged.connect(self.changed)
        self.line.completer().activated.connect(self._take_suggested)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        self._lines.addWidget(self.line)
        self.setFocusProxy(self.line)

    def suggest(self, known: Iterable[str]) -> None:
        """What there is to choose from."""
        self._known = list(known)
        self._offer()

    @property
    def chosen(self) -> tuple[str, ...]:
        """What was added, and what stands in the line still."""
        pending = self.line.text().strip()
        return (*self._chosen, pending) if pending and pending not in self._chosen else tuple(self._chosen)

    def choose(self, words: Iterable[str]) -> None:
        """Show these and no others."""
        self._chosen = list(words)
        self.line.clear()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self.line.text().strip():
            self._take(self._meant(self.line.text().strip()))
            return
        super().keyPressEvent(event)

    def _meant(self, text: str) -> str:
        same = [one for one in self._known if folded(one).split() == folded(text).split()]
        found = same or self.line.suggestions()
        return found[0] if len(found) == 1 else text

    def _take(self, word: str) -> None:
        if word not in self._chosen:
            self._chosen.append(word)
        self._show()
        self.line.clear()
        self.changed.emit()

    def _take_suggested(self, word: str) -> None:
        self._take(word)
        # The completer writes the word into the line after it has told us.
        QTimer.singleShot(0, self.line, self.line.clear)

    def _move_up(self, word: str) -> None:
        at = self._chosen.index(word)
        self._chosen[at - 1 : at + 1] = [word, self._chosen[at - 1]]
        self._show()
        self.changed.emit()

    def _take_out(self, word: str) -> None:
        self._chosen.remove(word)
        self._show()
        self.line.setFocus()
        self.changed.emit()

    def _offer(self) -> None:
        self.line.suggest(one for one in self._known if one not in self._chosen)

    def _show(self) -> None:
        while self._lines.count() > 1:
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, word in enumerate(self._chosen):
            self._lines.insertWidget(number, self._one(number, word))
        self._offer()

    def _one(self, number: int, word: str) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        if self._ranked:
            line.addWidget(Label(str(number + 1), "strong"))
        line.addWidget(Label(word, wrap=True), 1)
        if self._ranked and number:
            up = Button("", partial(self._move_up, word), kind="plain", size="small", sign="arrow-up")
            up.setAccessibleName(_("Wish for {topic} more", topic=word))
            up.setToolTip(up.accessibleName())
            line.addWidget(up)
        out = Button("", partial(self._take_out, word), kind="plain", size="small", sign="x")
        out.setAccessibleName(_("Take out {word}", word=word))
        out.setToolTip(out.accessibleName())
        line.addWidget(out)
        return made
