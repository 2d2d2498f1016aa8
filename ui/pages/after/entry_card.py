"""Forms from paper taken in by keyboard alone: a digit for the group, four for the marks, the words, Enter."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.follow_up.forms import LONGEST_WORDS, MARKS, Answer, Question, checked_answer
from hackdesk.people.rules import Group
from ui.pages.after.digit_cell import DigitCell
from ui.text import _, many, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.keycap import Keycap
from ui.widgets.label import Label
from ui.widgets.pill import Pill

#: What is typed for the first group, the second …
_SIGNS = "123456789abcdefghijklmnopqrstuvwxyz"


class EntryCard(Card):
    """wanted(Answer): Enter in the last line. wording_wanted: its button."""

    wanted = Signal(object)
    wording_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("A form from paper"))
        self._groups: tuple[Group, ...] = ()
        self._questions: tuple[Question, ...] = ()
        self.group = DigitCell("", _("Stakeholder group"))
        self.group.textChanged.connect(self._show_group)
        self._names = Flow(gap=4)
        self._named: list[Pill] = []
        self._grid, self._rows = QGridLayout(), list[QWidget]()
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(0, 1)
        self.cells: list[DigitCell] = []
        self.said = QLineEdit()
        self.said.setMaxLength(LONGEST_WORDS)
        self.said.returnPressed.connect(self._hand_in)
        self.wrong, self.count = Label("", "error", wrap=True), Label("", "second")
        self.wrong.hide()
        self.wording_button = Button(_("Word the questions …"), self.wording_wanted.emit, kind="plain")
        self._build()

    def _build(self) -> None:
        self.body.setSpacing(7)
        named = QWidget()
        named.setLayout(self._names)
        top = QGridLayout()
        top.setColumnStretch(0, 1)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(named, 0, 0)
        top.addWidget(self.group, 0, 1, Qt.AlignmentFlag.AlignTop)
        self._whole = QWidget()
        lines = QVBoxLayout(self._whole)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(Label(_("Group; without one go on with Enter"), "label"))
        lines.addLayout(top)
        self.body.addWidget(self._whole)
        self.body.addLayout(self._grid)
        self._free = Label("", "label", wrap=True)
        self.body.addWidget(self._free)
        self.body.addWidget(self.said)
        self.body.addWidget(self.wrong)
        hint = Flow(gap=6)
        told = (("1", _("moves on by itself")), ("Enter", _("goes on; keeps the form in the last line")))
        for key, does in told:
            hint.addWidget(Keycap(key))
            hint.addWidget(Label(does, "second"))
        self.body.addLayout(hint)
        self.body.addWidget(self.count)
        self.body.addStretch()
        self.head.addWidget(self.wording_button)
        self._wire(self.group)
        self.setFocusProxy(self.group)

    def _wire(self, cell: DigitCell) -> None:
        cell.moved.connect(self._move)
        cell.refused.connect(self._say_signs)

    def show_form(self, questions: Sequence[Question], groups: Sequence[Group], forms: int) -> None:
        """The form as it is worded now; what is typed stays."""
        self.count.setText(many("{count} form is in", "{count} forms are in", forms) if forms else "")
        self._whole.setVisible(bool(groups))
        if tuple(groups) != self._groups:
            self._groups = tuple(groups)
            self.group.signs = _SIGNS[: len(self._groups)]
            self._names.clear()
            signed = zip(_SIGNS, self._groups, strict=False)
            self._named = [Pill(f"{sign} {one.short_name}") for sign, one in signed]
            for pill in self._named:
                self._names.addWidget(pill)
            self._show_group()
        if tuple(questions) != self._questions:
            self._questions = tuple(questions)
            self._lay_out()
        self.setFocusProxy(self._first)

    def begin(self) -> None:
        """Be ready for the next form."""
        for cell in (self.group, *self.cells, self.said):
            cell.clear()
        self._say("")
        self._first.setFocus()

    @property
    def _first(self) -> QWidget:
        return self.group if self._groups or not self.cells else self.cells[0]

    @property
    def answer(self) -> Answer:
        """What is typed."""
        at = self.group.signs.find(self.group.text()) if self.group.text() else -1
        marked = [one for one in self._questions if not one.free]
        marks = {one.key: int(cell.text()) for one, cell in zip(marked, self.cells, strict=True) if cell.text()}
        free = {one.key: self.said.text() for one in self._questions if one.free}
        return Answer(self._groups[at].key if at >= 0 else "", marks, free)

    def _lay_out(self) -> None:
        typed = [cell.text() for cell in self.cells]
        for old in self._rows:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        marked = [one.text for one in self._questions if not one.free]
        self.cells = [DigitCell("".join(map(str, MARKS)), text) for text in marked]
        self._rows = []
        for number, (text, cell) in enumerate(zip(marked, self.cells, strict=True)):
            label = Label(text, wrap=True)
            self._grid.addWidget(label, number, 0)
            self._grid.addWidget(cell, number, 1)
            self._rows += [label, cell]
            self._wire(cell)
            if number < len(typed):
                cell.setText(typed[number])
        self._free.setText(next((one.text for one in self._questions if one.free), ""))
        self.said.setAccessibleName(self._free.text())
        order: list[QWidget] = [self.group, *self.cells, self.said]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _move(self, step: int) -> None:
        order: list[QWidget] = [*([self.group] if self._groups else []), *self.cells, self.said]
        sender = self.sender()
        at = next(number for number, cell in enumerate(order) if cell is sender) + step
        self._say("")
        if 0 <= at < len(order):
            order[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_group(self) -> None:
        for sign, pill in zip(_SIGNS, self._named, strict=False):
            pill.say(pill.text, "accent" if sign == self.group.text() else "plain")

    def _say_signs(self) -> None:
        if self.sender() is self.group:
            self._say(_("Type the number of a group, or go on with Enter."))
        else:
            self._say(_("Marks go from 1 to 5."))

    def _say(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    def _hand_in(self) -> None:
        try:
            answer = checked_answer(self.answer)
        except HackDeskError as error:
            self._say(words.error(error))
            return
        # At once, not when it is on disk: whoever types a pile of forms does not wait.
        self.begin()
        self.wanted.emit(answer)
