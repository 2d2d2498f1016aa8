"""Who is found while one types, and what is said when nobody is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.language import N_
from hackdesk.people.rules import Person
from ui.pages.check_in.desk_now import DeskNow
from ui.pages.check_in.wording import groups_of, state
from ui.rows import Column
from ui.text import _, many
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.table import ROW_HEIGHT, Table

#: How many people the list holds at most; who is not among them types one more letter.
MOST = 50
#: Two rows under the titles of the columns are always seen.
_LEAST = 46 + 2 * ROW_HEIGHT
_GAP = 6


class Results(QStackedWidget):
    """chosen(Person): another row is current. named(text): a walk-in of this name is wished for.

    list_wanted(): nobody is on the list yet, and it is to be brought in.
    """

    chosen = Signal(object)
    named = Signal(str)
    list_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._now: DeskNow | None = None
        self.table = Table(
            (
                Column(N_("Name"), lambda person: person.name, strong=True),
                Column(N_("Organisation"), lambda person: person.organisation or person.municipality),
                Column(N_("Role"), self._role, width=150),
                Column("", lambda person: "", pill=self._state, width=116, right=True),
            ),
            name=_("People found"),
        )  # fmt: skip
        # The field above keeps the keyboard and moves the row: a scan must never land in a list.
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.chosen.connect(self._tell)
        # The person's card takes what it needs, the list what is left.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(_LEAST)
        self.nobody = Nobody()
        self.nobody.chosen.connect(self.chosen)
        self.nobody.named.connect(self.named)
        self.everybody = EmptyState(
            _("Everybody is in"), _("Who comes now is not on the list: take them down as a walk-in.")
        )
        self.unlisted = EmptyState(
            _("Nobody is on the list yet"),
            _("Bring in the list of registrations, or take people down as they come."),
            _("Bring in the list"), self.list_wanted.emit,
        )  # fmt: skip
        self.more = Label("", "muted")
        self.more.setIndent(14)
        self._more = self._fitting = 0
        self.listed = QWidget()
        lines = QVBoxLayout(self.listed)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(_GAP)
        lines.addWidget(self.table, 1)
        lines.addWidget(self.more)
        for part in (self.listed, self.nobody, self.everybody, self.unlisted):
            self.addWidget(part)

    @property
    def current(self) -> Person | None:
        """Whom Enter means."""
        found: Person | None = self.table.current if self.currentWidget() is self.listed else None
        return found

    @property
    def matching(self) -> int:
        """How many match, those who are not shown among them."""
        return len(self.table.rows) + self._more

    @property
    def sure(self) -> bool:
        """Whether only one fits what was typed; who would with a slip mended stays in the list below."""
        return self._fitting == 1 or self.matching == 1

    def show_found(self, text: str, now: DeskNow) -> None:
        """Show who matches; the first is chosen, so that Enter is enough. Without a text: who is expected."""
        self._now = now
        if not text.strip():
            self.table.choose(None)
            self._show_expected(now)
            return
        found = now.index.find(text, MOST)
        self._fitting = found.fitting
        self._show_list(found.people, found.more)
        if found.people:
            self.table.choose(found.people[0].id)
            self.table.scrollToTop()
        else:
            self.nobody.say(text, now.index.nearest(text))
            self.setCurrentWidget(self.nobody)

    def show_again(self, text: str, now: DeskNow) -> None:
        """People have changed: show the same ones as they are now, the chosen one chosen still."""
        self._now = now
        if not text.strip():
            self._show_expected(now)
        else:
            self.table.replace([now.people[person.id] for person in self.table.rows if person.id in now.people])

    def _show_expected(self, now: DeskNow) -> None:
        self._show_list(now.expected[:MOST], max(0, len(now.expected) - MOST))
        if not now.expected:
            self.setCurrentWidget(self.everybody if now.people else self.unlisted)

    def _show_list(self, people: Sequence[Person], more: int) -> None:
        self.table.replace(people)
        self._more = more
        self.more.setText(many("and {count} more", "and {count} more", more) if more else "")
        self.more.setVisible(bool(more))
        self.setMinimumHeight(_LEAST + (self.more.sizeHint().height() + _GAP if more else 0))
        self.setCurrentWidget(self.listed)

    def move_by(self, step: int) -> None:
        """Go up or down."""
        if self.currentWidget() is self.listed:
            self.table.move_by(step)

    def _tell(self, person: Person | None) -> None:
        self.table.viewport().update()
        if person is not None:
            self.chosen.emit(person)

    def _role(self, person: Person) -> str:
        return groups_of(person, self._now) if self._now else ""

    def _state(self, person: Person) -> tuple[str, str] | None:
        if self._now is None:
            return None
        text, tone = state(person, self._now)
        chosen = self.table.current
        if tone == "plain" and chosen is not None and chosen.id == person.id:
            return _("Enter"), tone
        return text, tone


class Nobody(Card):
    """Nobody matches: the nearest names, and the way to take the person down."""

    chosen = Signal(object)
    named = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.sentence = Label("", "card-title", wrap=True)
        self._text = ""
        self._hint = Label("", "muted", wrap=True)
        nearest = QWidget()
        self._nearest = Flow(nearest, gap=8)
        self.walk_in = Button(_("Take them down as a walk-in"), self._wish, sign="user-plus")
        for part in (self.sentence, self._hint, nearest):
            self.body.addWidget(part)
        self.body.addLayout(row(self.walk_in))
        self.body.addStretch()

    def say(self, text: str, nearest: Sequence[Person]) -> None:
        """Nobody was found for this text."""
        self._text = text.strip()
        self.sentence.setText(_("Nobody is called “{text}”", text=self._text))
        self._hint.setText(_("Perhaps one of these:") if nearest else _("Try fewer letters, or the organisation."))
        self._nearest.clear()
        for person in nearest:
            self._nearest.addWidget(Button(person.name, partial(self._choose, person)))

    def _choose(self, person: Person) -> None:
        self.chosen.emit(person)

    def _wish(self) -> None:
        self.named.emit(self._text)
