"""The line above the board: find somebody, filter, order, and how much of everybody is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from hackdesk.teams.queries import Board
from ui.pages.teams.sieve import FILTERS, ORDERS, Sieve, languages_of
from ui.pages.teams.team_card import Zoom
from ui.text import _, many, words
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.pill import Pill
from ui.widgets.search_field import SearchField


class ToolsLine(QWidget):
    """sieved(): another filter or order. zoomed(zoom): show more or less of everybody. `field` searches."""

    sieved = Signal()
    zoomed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sieve, self.zoom = Sieve(), Zoom.LARGE
        self._offered: object = None
        self.field = SearchField(_("Find a person or a team"))
        self.field.setProperty("role", "")
        self.field.setMinimumWidth(120)
        self.filter_button, self.order_button = Button(""), Button("")
        self._filters, self._orders = QMenu(self), QMenu(self)
        self.filter_button.open_menu(self._filters)
        self.order_button.open_menu(self._orders)
        self._filters.triggered.connect(self._filter)
        self._orders.triggered.connect(self._order)
        self.found, self.selected = Label("", "second"), Pill("", "accent")
        self.clear_button = Button(_("Show all"), self.clear, kind="link")
        self.out_button = self._zoom_button("−", _("Show more teams"), "Ctrl+-", -1)
        self.in_button = self._zoom_button("+", _("Show more of everybody"), "Ctrl++", 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.field, 1)
        line.addWidget(self.found)
        line.addWidget(self.selected)
        for part in (self.clear_button, self.filter_button, self.order_button, self.out_button, self.in_button):
            line.addWidget(part)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(self._find)
        for key in ("Ctrl+=", "Ctrl+_"):
            QShortcut(QKeySequence(key), self).activated.connect(self._in if key == "Ctrl+=" else self._out)
        self.say_found("")
        self.selected.hide()
        self._tell()

    def _zoom_button(self, sign: str, name: str, key: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key})")
        button.clicked.connect(self._in if step > 0 else self._out)
        QShortcut(QKeySequence(key), button).activated.connect(button.click)
        return button

    def fill(self, board: Board) -> None:
        """Offer the groups and languages there are."""
        languages = languages_of(board)
        if (board.groups, languages) == self._offered:
            return
        self._offered = board.groups, languages
        self._filters.clear()
        self._offer("", "", _("All people"))
        for key, word in FILTERS.items():
            self._offer(key, "", _(word))
        self._filters.addSeparator()
        for group in board.groups:
            self._offer("group", group.key, group.name)
        if len(languages) > 1:
            self._filters.addSeparator()
            for tag in languages:
                self._offer("language", tag, _("Speaks {language}", language=words.locale.languages.get(tag, tag)))
        self._orders.clear()
        for key, word in ORDERS.items():
            action = self._orders.addAction(_(word))
            action.setData(key)
            action.setCheckable(True)
            action.setChecked(key == self.sieve.order)
        self._tell()

    def _offer(self, kind: str, value: str, word: str) -> None:
        action = self._filters.addAction(word)
        action.setData((kind, value))
        action.setCheckable(True)
        action.setChecked((kind, value) == (self.sieve.kind, self.sieve.value))

    def _filter(self, action: QAction) -> None:
        kind, value = action.data()
        self._take(Sieve(kind, value, self.sieve.order), action.text(), self._filters.actions())

    def _order(self, action: QAction) -> None:
        self._take(Sieve(self.sieve.kind, self.sieve.value, action.data()), None, self._orders.actions())

    def clear(self) -> None:
        """No filter any more."""
        self._take(Sieve(order=self.sieve.order), None, self._filters.actions())

    def _take(self, sieve: Sieve, _word: str | None, actions: Sequence[QAction]) -> None:
        self.sieve = sieve
        chosen = sieve.order if actions == self._orders.actions() else (sieve.kind, sieve.value)
        for action in actions:
            data = action.data()
            action.setChecked((tuple(data) if isinstance(data, (list, tuple)) else data) == chosen)
        self._tell()
        self.sieved.emit()

    def _tell(self) -> None:
        checked = [action.text() for action in self._filters.actions() if action.isChecked()]
        self.filter_button.setText(checked[0] if checked and self.sieve.kind else _("Filter"))
        self.order_button.setText(_(ORDERS[self.sieve.order]) if self.sieve.order != "own" else _("Sort"))
        self.clear_button.setVisible(bool(self.sieve.kind))
        self.out_button.setEnabled(self.zoom > Zoom.TINY)
        self.in_button.setEnabled(self.zoom < Zoom.LARGE)

    def say_selected(self, count: int) -> None:
        """How many are selected, who all move together; 0: nobody but the one the keys are at."""
        self.selected.say(many("{count} selected", "{count} selected", count), "accent")
        self.selected.setVisible(count > 0)

    def say_found(self, words: str) -> None:
        """How many were found."""
        self.found.setText(words)
        self.found.setVisible(bool(words))

    def _find(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _in(self) -> None:
        self.set_zoom(min(Zoom.LARGE, self.zoom + 1))

    def _out(self) -> None:
        self.set_zoom(max(Zoom.TINY, self.zoom - 1))

    def set_zoom(self, zoom: int) -> None:
        """Show more or less of everybody."""
        if zoom != self.zoom:
            self.zoom = Zoom(zoom)
            self._tell()
            self.zoomed.emit(self.zoom)

    def shrink(self, *, narrow: bool) -> None:
        """Leave out what a narrow window has no room for; the keys still work."""
        for part in (self.order_button, self.out_button, self.in_button):
            part.setVisible(not narrow)
