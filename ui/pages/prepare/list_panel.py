"""A list at the left, the chosen one's fields at the right. Criteria, jurors and awards are made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError, Stale
from hackdesk.language import N_
from ui import theme
from ui.form import Edit, Entry, Form
from ui.page import Page
from ui.panel import Panel
from ui.rows import Column
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.widgets.table import Table

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class ListPanel(Panel):
    """A subclass says what is empty, what a row looks like, and how a row is kept.

    A new row is a draft until its name is typed; a draft has version 0 and is not in the file.
    """

    #: title, what will be here, the word on the button
    empty: tuple[str, str, str]
    title: str
    columns: Sequence[Column]
    entries: Sequence[Entry]

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._draft: Any = None
        self._shown_id: Any = None
        self._sent = False
        self.table = self.make_table()
        self.table.setProperty("role", "inside")
        self.table.chosen.connect(self._show_chosen)
        self.form = Form(self.entries)
        self.form.edited.connect(self._keep)
        self.remark = Label("", "second", wrap=True)
        self.add_button = Button(_(self.empty[2]), self.begin, sign="plus", key="Ctrl+N")
        self.remove_button = Button(_("Remove"), self.remove, kind="danger")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build())
        self.empty_state = EmptyState(_(self.empty[0]), _(self.empty[1]), _(self.empty[2]), self.begin)
        self._stack.addWidget(self.empty_state)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._stack)
        self.setFocusProxy(self.table)

    def _build(self) -> QWidget:
        both = QWidget()
        line = self._sides = QBoxLayout(_ACROSS, both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.GAP)
        self.left = Card(_(self.title))
        self.left.body.addWidget(self.table, 1)
        self.left.body.addWidget(self.remark)
        buttons = self.buttons()
        for extra in self.below():
            self.left.body.addWidget(extra)
        self.left.body.addLayout(buttons)
        self.right = Card()
        self.fields = Scroll(self.form)
        line.addWidget(self.left, 11)
        line.addWidget(self.beside(), 9)
        return both

    def beside(self) -> QWidget:
        """What stands beside the list: the form."""
        self.right.body.addWidget(self.fields, 1)
        return self.right

    def shrink(self, *, narrow: bool) -> None:
        self._sides.setDirection(_DOWN if narrow else _ACROSS)
        # Side by side the fields scroll in the height that there is; what they would like is no wish of the page.
        policy = QSizePolicy.Policy.Preferred if narrow else QSizePolicy.Policy.Ignored
        self.fields.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self.form.setMinimumHeight(self.form.sizeHint().height() if narrow else 0)
        self.table.setMinimumHeight(220 if narrow else 0)

    def make_table(self) -> Table:
        """The list."""
        return Table(self.columns, name=_(self.title), wrap=True)

    def buttons(self) -> QHBoxLayout:
        """The line under the list."""
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch()
        line.addWidget(self.remove_button)
        return line

    def below(self) -> Sequence[QWidget]:
        """What else stands between the list and its buttons."""
        return ()

    # What a subclass says; all but `draft` run on the desk's thread.

    def rows(self, event: Event) -> Sequence[Any]:
        """What is in the file."""
        raise NotImplementedError

    def draft(self) -> Any:
        """A new row, version 0."""
        raise NotImplementedError

    def add(self, event: Event, row: Any) -> None:
        """Write a draft."""
        raise NotImplementedError

    def change(self, event: Event, row: Any, seen: Any) -> None:
        """Write a row that was `seen` just now with one field changed."""
        raise NotImplementedError

    def take_out(self, event: Event, row: Any) -> None:
        """Remove a row."""
        raise NotImplementedError

    # What happens with the list.

    def read(self, event: Event) -> Any:
        return self.rows(event)

    def display(self, answer: Any) -> None:
        self.show_rows(answer)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show the rows in the file, and the draft after them."""
        if self._draft is not None and any(row.id == self._draft.id for row in rows):
            self._draft = None
        shown = [*rows, self._draft] if self._draft is not None else list(rows)
        self._stack.setCurrentIndex(0 if shown else 1)
        self.table.replace(shown)
        if self.table.current is None and shown:
            self.table.choose(shown[0].id)
        self._show_chosen(self.table.current)

    def begin(self) -> None:
        """Begin a new row: its fields are open, the first one waits for typing."""
        if self._draft is None:
            self._draft = self.draft()
            self.show_rows([row for row in self.table.rows if row.id != self._draft.id])
        self.table.choose(self._draft.id)
        next(iter(self.form.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self) -> None:
        """Take the chosen row out; a draft just goes."""
        row = self.table.current
        if row is None:
            return
        if self._is_draft(row):
            self._draft = None
            self.show_rows([other for other in self.table.rows if other.id != row.id])
            return
        self.page.ask(partial(self._take_out, row), self._say_removed)

    def _take_out(self, row: Any, event: Event) -> str:
        self.take_out(event, row)
        name: str = row.name
        return name

    def _say_removed(self, name: str) -> None:
        self.page.receipt(_("Removed: {name}", name=name), self.page.undo)

    def _show_chosen(self, row: Any) -> None:
        self.remove_button.setEnabled(row is not None)
        self.form.setEnabled(row is not None)
        if row is not None:
            anew, self._shown_id = row.id != self._shown_id, row.id
            self.form.show_value(row, anew=anew)

    def _keep(self, edit: Edit) -> None:
        row = self.table.current
        if self._sent or not self._is_draft(row):
            self.page.ask(partial(self._keep_edit, row, edit), self._say_kept, partial(self._refuse, edit))
            return
        self._draft = replace(row, **{edit.name: edit.value})
        self.show_rows([other for other in self.table.rows if other.id != row.id])
        if self._draft.name:
            self._sent = True
            self.page.ask(partial(self._keep_draft, self._draft), self._say_kept, partial(self._refuse, edit))

    def _keep_edit(self, row: Any, edit: Edit, event: Event) -> None:
        latest = next((one for one in self.rows(event) if one.id == row.id), None)
        if latest is None:
            raise Stale(N_("“{name}” is not there any more; nothing was saved."), name=row.name)
        self.change(event, edit.apply(latest), latest)

    def _keep_draft(self, row: Any, event: Event) -> None:
        self.add(event, row)

    def _is_draft(self, row: Any) -> bool:
        """Whether nothing of the row is on disk; what was kept just now has version 0 too until it is read."""
        return self._draft is not None and row.id == self._draft.id

    def _say_kept(self, _nothing: None) -> None:
        if self._sent:
            self._draft, self._sent = None, False
        self.page.saved()

    def _refuse(self, edit: Edit, error: HackDeskError) -> None:
        self._sent = False
        self.form.refuse(edit, error)
