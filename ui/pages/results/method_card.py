"""By which method the places are worked out: what each is for, what it needs, and why it is not offered."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.jury.methods import METHODS
from hackdesk.jury.sureness import refusal_sentence
from ui.pages.results.reading import ResultsNow
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.label import Label
from ui.widgets.pill import Pill


class MethodRow(QWidget):
    """One method and the button that chooses it."""

    def __init__(self, card: MethodCard, key: str) -> None:
        super().__init__()
        method = METHODS[key]
        title = _(method.title)
        self._needs, self._why = Label(_(method.needs), "second", wrap=True), Label("", wrap=True)
        self.state = Pill("")
        self.button = Button(_("Use this"), partial(card.wanted.emit, key), size="small")
        self.button.setAccessibleName(_("Use this: {method}", method=title))
        line, said = QHBoxLayout(self), QVBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        said.setSpacing(1)
        for label in (Label(title, "strong"), self._needs, self._why):
            said.addWidget(label)
        line.addLayout(said, 1)
        line.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def why(self) -> str:
        """Why it is not offered; empty where it is."""
        return self._why.text()

    def show_state(self, why: str, *, used: bool) -> None:
        """why: the reason for which it is not offered, or ""."""
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.button.setVisible(not why and not used)
        self.state.say(_("in use") if used else _("not with these ballots"), "accent" if used else "plain")
        self.state.setVisible(used or bool(why))


class MethodCard(Card):
    """wanted(key of a method). Opened by the button above the table, closed by its own or by a choice."""

    wanted = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__(_("How places are worked out"))
        self.close_button = Button(_("Close"), self.put_away, kind="plain", size="small")
        self.head.addWidget(self.close_button)
        self.body.setSpacing(6)
        self.rows = {key: MethodRow(self, key) for key in METHODS}
        for row in self.rows.values():
            self.body.addWidget(Rule())
            self.body.addWidget(row)
        self.setFocusProxy(self.close_button)
        self.hide()

    def show_results(self, now: ResultsNow) -> None:
        """Show which one is in use and which ones these ballots allow."""
        for key, row in self.rows.items():
            refusal = now.refusals.get(key)
            row.show_state(refusal_sentence(refusal, words) if refusal else "", used=key == now.results.method)
        if now.signed:
            self.hide()

    def open(self) -> None:
        """Show it with the keyboard on the first choice."""
        self.show()
        offered = [row.button for row in self.rows.values() if not row.button.isHidden()]
        (offered or [self.close_button])[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def put_away(self) -> None:
        """Hide it and give the keyboard back."""
        self.hide()
        self.closed.emit()
