"""Who must or would like to sit with whom, or apart: two names, Enter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStackedWidget

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people.rules import Person
from hackdesk.people.search import Index
from hackdesk.teams.queries import Tie
from ui.pages.teams.name_field import NameField
from ui.rows import Column
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.picker import Picker
from ui.widgets.table import Table

#: What ties two people, in words and with a tone: the first two hold whatever it costs.
KINDS = {
    "must_with": (N_("must sit together"), "accent"),
    "must_not": (N_("must sit apart"), "bad"),
    "friends": (N_("like to sit together"), "info"),
    "rather_not": (N_("rather not together"), "warn"),
}


def tie_said(names: Sequence[str], kind: str) -> str:
    """Two names and what ties them, as one sentence."""
    return _("{person} and {other}: {tie}", person=names[0], other=names[1], tie=_(KINDS[kind][0]))


class PairsCard(Card):
    """tied(one, other, kind): two people were named. untied(Tie): a line is to go."""

    tied = Signal(object, object, str)
    untied = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Who sits with whom"))
        self.one, self.other = NameField(_("Name or badge")), NameField(_("Name or badge"))
        self.other.setAccessibleName(_("The other one's name or badge"))
        self.kind = Picker(_("What ties them"))
        self.kind.offer([(key, _(word)) for key, (word, _tone) in KINDS.items()], "must_with")
        self.kind.setMinimumContentsLength(12)
        self.add_button = Button(_("Keep this pair"), self.tie)
        self.wrong = Label("", "error", wrap=True)
        self.wrong.hide()
        self.table = Table(
            (
                Column(N_("Pair"), lambda tie: " – ".join(tie.names), strong=True),
                Column("", lambda tie: "", pill=_pill, width=176, right=True),
            ),
            name=_("Pairs"), wrap=True,
        )  # fmt: skip
        self.table.setProperty("role", "inside")
        self.table.horizontalHeader().hide()
        self.table.setMinimumHeight(82)
        self.remove_button = Button(_("Remove the pair"), self._untie, kind="danger", size="small")
        for key in (QKeySequence.StandardKey.Delete,):
            QShortcut(key, self.table, self._untie, context=Qt.ShortcutContext.WidgetShortcut)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        said = _("Two who must sit together or apart, friends, and two who would rather not share a team.")
        none = EmptyState(_("No pairs yet"), said)
        if lines := none.layout():
            lines.setContentsMargins(8, 0, 8, 0)
        self._stack.addWidget(none)
        # It takes what room is left: the cards beside it say how high the panel is.
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._stack.setMinimumHeight(110)
        self.one.finished.connect(self._go_on)
        self.other.finished.connect(self.tie)
        self._build()

    def _build(self) -> None:
        self.head.addWidget(self.remove_button)
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, part in enumerate((self.one, self.other, self.kind, self.add_button)):
            grid.addWidget(part, number // 2, number % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.wrong)
        self.body.addWidget(self._stack, 1)

    def show_pairs(self, ties: Sequence[Tie], people: Iterable[Person], index: Index) -> None:
        """Show the pairs there are; what is being typed stays."""
        known = tuple(people)
        for field in (self.one, self.other):
            field.offer(known, index)
        self.table.replace(ties)
        self._stack.setCurrentIndex(0 if ties else 1)
        self.remove_button.setVisible(bool(ties))
        if ties and self.table.current is None:
            self.table.choose(ties[0].id)

    def tie(self) -> None:
        """Keep the pair whose names are typed, or say what is missing beside them."""
        people: list[UUID] = []
        for field in (self.one, self.other):
            try:
                people.append(field.person().id)
            except HackDeskError as error:
                self.refuse(error)
                field.setFocus()
                return
        self.tied.emit(people[0], people[1], self.kind.current)

    def refuse(self, error: HackDeskError) -> None:
        """Say what is wrong; what was typed stays."""
        self.wrong.setText(words.error(error))
        self.wrong.show()

    def clear(self) -> None:
        """The pair is kept: the fields are free for the next one."""
        self.wrong.hide()
        for field in (self.one, self.other):
            field.setText("")
        self.one.setFocus()

    def _go_on(self) -> None:
        self.other.setFocus()

    def _untie(self) -> None:
        if self.table.current is not None:
            self.untied.emit(self.table.current)


def _pill(tie: Tie) -> tuple[str, str]:
    word, tone = KINDS[tie.pair.kind]
    return _(word), tone
