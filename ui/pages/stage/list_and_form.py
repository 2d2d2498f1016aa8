"""Left a list, right one of its rows to be written down: mentors, their rounds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from ui import theme
from ui.page import Page
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.widgets.table import Table

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
Action = Callable[["Event"], Any]


class ListAndForm(QWidget):
    """The form keeps what is typed while the list is read again; a refusal stands in it.

    A subclass lays its fields into `fields` and says how a row stands in them (`fill`), what they say (`draft`),
    and which actions keep it (`adding`, `editing`, `removing`) with the words of their receipts. title: of the
    list; one: of an empty form. low: the least height of the list in a narrow window.
    """

    low = 140

    def __init__(self, page: Page, table: Table, title: str, one: str) -> None:
        super().__init__()
        self.page, self.table, self._one = page, table, one
        self.edited: Any = None
        self.table.setProperty("role", "inside")
        self.wrong = Label("", "error", wrap=True)
        self.wrong.hide()
        self.keep_button = Button(_("Add"), self._keep, kind="primary", key="Ctrl+Return")
        self.new_button = Button(_("Another one"), self.begin, kind="plain")
        self.remove_button = Button(_("Remove"), self._remove, kind="plain")
        self.list, self.form = Card(title), Card(one)
        self.list.body.addWidget(self.table, 1)
        self.fields = QBoxLayout(_DOWN)
        self.fields.setSpacing(self.form.body.spacing())
        self.form.body.addLayout(self.fields)
        self.form.body.addWidget(self.wrong)
        self.form.body.addLayout(row(self.keep_button, self.new_button, self.remove_button))
        self.form.body.addStretch()
        scroll = Scroll(self.form)
        scroll.setMinimumWidth(340)
        self._sides = QBoxLayout(_ACROSS, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GAP)
        self._sides.addWidget(self.list, 7)
        self._sides.addWidget(scroll, 4)
        self.table.chosen.connect(self.edit)
        self.show_edited(None)

    def shrink(self, *, narrow: bool) -> None:
        """Stand the form below the list."""
        self._sides.setDirection(_DOWN if narrow else _ACROSS)
        self.table.setMinimumHeight(self.low if narrow else 0)

    def begin(self) -> None:
        """An empty form for another one."""
        self.table.choose(None)
        self.edit(None)

    def edit(self, one: Any) -> None:
        """Put a row into the form; the one that is there already keeps what was typed."""
        if one is not None and self.edited is not None and one.id == self.edited.id:
            self.edited = one
            return
        self.show_edited(one)
        self.wrong.hide()
        self.fill(one)

    def show_edited(self, one: Any) -> None:
        """Say whose form it is and what can be done with it."""
        self.edited = one
        self.form.title.setText(one.name if one else self._one)
        self.keep_button.setText(_("Keep") if one else _("Add"))
        self.remove_button.setVisible(one is not None)
        self.new_button.setVisible(one is not None)

    def fill(self, one: Any) -> None:
        """Put a row into the fields; None empties them."""
        raise NotImplementedError

    def draft(self) -> Any:
        """What the fields say. Raises HackDeskError for what cannot be."""
        raise NotImplementedError

    def adding(self, draft: Any) -> tuple[Action, Callable[[Any], str]]:
        """What keeps a new one, and what its receipt says."""
        raise NotImplementedError

    def editing(self, one: Any, draft: Any) -> Action:
        """What keeps a changed one."""
        raise NotImplementedError

    def removing(self, one: Any) -> tuple[Action, Callable[[Any], str]]:
        """What takes one out, and what its receipt says."""
        raise NotImplementedError

    def _keep(self) -> None:
        try:
            draft = self.draft()
        except HackDeskError as error:
            self.wrong.setText(words.error(error))
            self.wrong.show()
            return
        self.wrong.hide()
        if self.edited is not None:
            self.page.do(self.editing(self.edited, draft), _kept)
            return
        action, word = self.adding(draft)

        def added(made: Any) -> str:
            self.begin()
            return word(made)

        self.page.do(action, added)

    def _remove(self) -> None:
        if self.edited is None:
            return
        action, word = self.removing(self.edited)

        def removed(gone: Any) -> str:
            self.edit(None)
            return word(gone)

        self.page.do(action, removed)


def _kept(one: Any) -> str:
    return _("{name} is kept", name=one.name)
