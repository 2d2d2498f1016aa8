"""The list at the left: every document by the moment at which it is needed, and a field that finds one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from hackdesk.documents.kinds import KINDS, Standing
from hackdesk.documents.moments import MOMENTS, Moment, moment_of
from hackdesk.people.search import words_of
from ui.pages.documents.entry import WIDTH, Entry
from ui.text import _
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.widgets.search_field import SearchField

_ANY = 16_777_215  # what Qt takes for "no limit"
_LOW = 300  # the height of the list where everything stands below each other


class KindList(Card):
    """chosen(name): a document was pressed, or reached with the arrow keys."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.body.setContentsMargins(10, 10, 4, 10)
        self.body.setSpacing(8)
        self.field = SearchField(_("Find a document"))
        self._nothing = Label(_("No document is called that."), "muted", wrap=True)
        self._nothing.setContentsMargins(12, 12, 12, 12)
        entries = QWidget()
        self._lines = QVBoxLayout(entries)
        self._lines.setContentsMargins(0, 0, 6, 0)
        self._lines.setSpacing(2)
        self._scroll = Scroll(entries)
        above = QVBoxLayout()
        above.setContentsMargins(0, 0, 6, 0)
        above.addWidget(self.field)
        self.body.addLayout(above)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._scroll, 1)
        self._nothing.hide()
        self._group = QButtonGroup(self)
        self._names = list(KINDS)
        self.entries: dict[str, Entry] = {}
        self.heads = {moment: self._add_all(moment) for moment in MOMENTS}
        self._lines.addStretch()
        self._group.idToggled.connect(self._tell)
        self.field.searched.connect(self.search)
        self.field.moved.connect(self._go)
        self.field.entered.connect(self._go_to_first)
        self.choose(self._names[0])

    @property
    def current(self) -> str:
        """The document that is chosen."""
        return self._names[self._group.checkedId()]

    def choose(self, name: str) -> None:
        """Choose a document."""
        self.entries[name].setChecked(True)
        self.setFocusProxy(self.entries[name])
        self._bring_into_view()

    def search(self, text: str) -> None:
        """Show only the documents whose name, or what is said about them, has these words."""
        wanted = words_of(text)
        for entry in self.entries.values():
            entry.setVisible(entry.matches(wanted))
        for moment, head in self.heads.items():
            head.setVisible(any(moment_of(name) is moment for name in self._shown))
        self._nothing.setVisible(not self._shown)
        self._bring_into_view()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bring_into_view()

    def shrink(self, *, narrow: bool) -> None:
        """As wide as there is room where the window is narrow."""
        self.setMinimumWidth(0 if narrow else WIDTH)
        self.setMaximumWidth(_ANY if narrow else WIDTH)
        self._scroll.setMinimumHeight(_LOW if narrow else 0)

    def show_standings(self, standings: Iterable[Standing], zone: tzinfo) -> None:
        """Show how each document stands. zone: where the hall's clock hangs."""
        for standing in standings:
            self.entries[standing.name].show_standing(standing, zone)

    @property
    def _shown(self) -> list[str]:
        return [name for name in self._names if not self.entries[name].isHidden()]

    def _go(self, step: int) -> None:
        """The arrow keys in the field go on among what was found."""
        shown = self._shown
        if shown:
            at = shown.index(self.current) + step if self.current in shown else 0
            self.choose(shown[max(0, min(at, len(shown) - 1))])

    def _go_to_first(self) -> None:
        if self._shown and self.current not in self._shown:
            self.choose(self._shown[0])

    def _bring_into_view(self) -> None:
        # The list is laid out after this; before that nothing has its place yet.
        QTimer.singleShot(0, self, self._scroll_to_chosen)

    def _scroll_to_chosen(self) -> None:
        first = self.heads[moment_of(self.current)] if self._is_first else self.entries[self.current]
        self._scroll.ensureWidgetVisible(self.entries[self.current], 0, 8)
        self._scroll.ensureWidgetVisible(first, 0, 0)

    @property
    def _is_first(self) -> bool:
        """Whether the chosen one stands right under the head of its moment."""
        moment = moment_of(self.current)
        return next((name for name in self._names if moment_of(name) is moment), "") == self.current

    def _add_all(self, moment: Moment) -> Label:
        head = Label(_(moment.title), "label")
        head.setContentsMargins(12, 12 if self.entries else 4, 12, 4)
        self._lines.addWidget(head)
        for number, name in enumerate(self._names):
            if moment_of(name) is moment:
                self.entries[name] = entry = Entry(name)
                self._group.addButton(entry, number)
                self._lines.addWidget(entry)
        return head

    def _tell(self, number: int, checked: bool) -> None:
        if checked:
            self.setFocusProxy(self.entries[self._names[number]])
            self.chosen.emit(self._names[number])
