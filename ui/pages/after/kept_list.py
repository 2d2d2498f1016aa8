"""A list at the left, the chosen one's fields at the right, each kept as soon as it is left."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from hackdesk.errors import Stale
from hackdesk.language import N_
from ui import theme
from ui.form import Edit, Entry, Form
from ui.page import Page
from ui.rows import Column
from ui.text import _
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.scroll import Scroll
from ui.widgets.table import Table

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class KeptList(QWidget):
    """latest(event): the rows as they are in the file; change(event, row, seen): writes one. Both run on the
    desk's thread. key: what makes a row the same one. Enter in the list goes to the field that `begin_with` names.

    `left` and `right` are the two cards; `told(row)` is called with what is chosen. otherwise: what has the
    keyboard while the list is empty.
    """

    def __init__(
        self, page: Page, title: str, columns: Sequence[Column], entries: Sequence[Entry], empty: EmptyState,
        key: Callable[[Any], Hashable],
    ) -> None:  # fmt: skip
        super().__init__()
        self._page, self._key = page, key
        self._shown: Hashable | None = None
        self._wanted: Hashable | None = None
        self.latest: Callable[[Event], Sequence[Any]] = lambda _event: ()
        self.change: Callable[[Event, Any, Any], object] = lambda _event, _row, _seen: None
        self.told: Callable[[Any], object] = lambda _row: None
        self.begin_with = entries[0].name
        self.otherwise: QWidget = self
        self.table = Table(columns, key=key, name=title, wrap=True)
        self.table.setProperty("role", "inside")
        self.table.chosen.connect(self._show)
        self.table.opened.connect(self._open)
        self.form = Form(entries)
        self.form.edited.connect(self._keep)
        self.left, self.right = Card(title), Card("")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        self.left.body.addWidget(self._stack, 1)
        self.right.body.addWidget(Scroll(self.form), 1)
        self._sides = QBoxLayout(_ACROSS, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GAP)
        self._sides.addWidget(self.left, 13)
        self._sides.addWidget(self.right, 9)
        self.setFocusProxy(self.table)

    def on_key(self, key: str, slot: Callable[[], object]) -> None:
        """What a key does while the list has the keyboard."""
        shortcut = QShortcut(QKeySequence(key), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(slot)

    def shrink(self, *, narrow: bool) -> None:
        """Stand the fields below the list."""
        self._sides.setDirection(_DOWN if narrow else _ACROSS)
        self._stack.setMinimumHeight(240 if narrow else 0)
        self.form.setMinimumHeight(self.form.sizeHint().height() if narrow else 0)

    @property
    def current(self) -> Any:
        """What is chosen, or None."""
        return self.table.current

    def bring(self, key: Hashable) -> None:
        """Choose a row, now or as soon as it is read."""
        self._wanted = key
        self._choose_wanted()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show the rows; what is chosen stays, and so does what somebody is typing."""
        self._stack.setCurrentIndex(0 if rows else 1)
        self.right.setVisible(bool(rows))
        self.setFocusProxy(self.table if rows or self.otherwise is self else self.otherwise)
        self.table.replace(rows)
        if self._wanted is not None:
            self._choose_wanted()
        if self.table.current is None and rows:
            self.table.choose(self._key(rows[0]))
        self._show(self.table.current)

    def type_into(self, name: str) -> None:
        """Put the keyboard into a field."""
        self.form.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_wanted(self) -> None:
        if any(self._key(row) == self._wanted for row in self.table.rows):
            self.table.choose(self._wanted)
            self._wanted = None

    def _show(self, row: Any) -> None:
        self.form.setEnabled(row is not None)
        if row is not None:
            anew, self._shown = self._key(row) != self._shown, self._key(row)
            self.form.show_value(row, anew=anew)
        self.told(row)

    def _open(self, _row: Any) -> None:
        self.type_into(self.begin_with)

    def set(self, name: str, value: object, said: str) -> None:
        """Give one field of the chosen row another value by a button or a key; said: the receipt.

        What was typed into another field a moment ago is on its way to the file; this comes after it.
        """
        row = self.table.current
        if row is not None:
            edit = Edit(name, getattr(row, name), value)
            self._page.do(partial(self._kept, self._key(row), edit), lambda _nothing: said)

    def take_out(self, remove: Callable[[Event, Any], object], said: str) -> None:
        """Remove the chosen row: `remove` is given it as it is in the file."""
        row = self.table.current
        if row is not None:
            self._page.do(partial(self._taken_out, self._key(row), remove), lambda _nothing: said)

    def _keep(self, edit: Edit) -> None:
        row = self.table.current
        if row is not None:
            self._page.do(partial(self._kept, self._key(row), edit), _saved, partial(self.form.refuse, edit))

    def _taken_out(self, key: Hashable, remove: Callable[[Event, Any], object], event: Event) -> None:
        remove(event, self._seen(key, event))

    def _kept(self, key: Hashable, edit: Edit, event: Event) -> None:
        seen = self._seen(key, event)
        self.change(event, edit.apply(seen), seen)

    def _seen(self, key: Hashable, event: Event) -> Any:
        seen = next((one for one in self.latest(event) if self._key(one) == key), None)
        if seen is None:
            raise Stale(N_("This is not there any more; nothing was saved."))
        return seen


def _saved(_nothing: object) -> str:
    return _("Saved")
