"""Ties that nothing tells apart: the jury may vote, and the vote goes on record with its reason."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.jury.wording import place_words
from ui.pages.results.blocks import Block, Blocks
from ui.pages.results.reading import ResultsNow, TieLine, tie_lines
from ui.pages.results.reason_form import ReasonForm
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label


class Order(QWidget):
    """The tied teams in the order of the vote, best first; each may be put one higher. count: how many."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._teams: list[tuple[UUID, str]] = []
        self._rows: list[tuple[Label, Button]] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self._lines.addWidget(Label(_("Order, best first"), "label"))
        for number in range(count):
            self._add_row(number)
        self.setFocusProxy(self._rows[1][1])

    @property
    def teams(self) -> tuple[UUID, ...]:
        """The ids of the teams, best first."""
        return tuple(team for team, _name in self._teams)

    def begin(self, teams: list[tuple[UUID, str]]) -> None:
        """Start from this order."""
        self._teams = teams
        self._show()

    def _add_row(self, number: int) -> None:
        label, up = Label("", wrap=True), Button("", partial(self._raise, number), kind="plain", size="small")
        up.show_sign("arrow-up")
        line = QHBoxLayout()
        line.addWidget(label, 1)
        line.addWidget(up, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addLayout(line)
        self._rows.append((label, up))

    def _raise(self, number: int) -> None:
        self._teams[number - 1 : number + 1] = self._teams[number], self._teams[number - 1]
        self._show()
        self._rows[max(number - 1, 1)][1].setFocus()

    def _show(self) -> None:
        for number, ((_team, name), (label, up)) in enumerate(zip(self._teams, self._rows, strict=True)):
            label.setText(f"{number + 1}.  {name}")
            up.setAccessibleName(_("Put “{team}” higher", team=name))
            up.setToolTip(up.accessibleName())
            up.setEnabled(number > 0)


class TieBlock(Block):
    """One tie and the form for the vote on it."""

    def __init__(self, card: TieCard, line: TieLine) -> None:
        super().__init__()
        self._card = card
        self._line: TieLine | None = None
        self._sentence = Label("", wrap=True)
        self.button = Button("", self._open, size="small")
        self.order = Order(len(line.places))
        self.form = ReasonForm(_("Record the vote"), _("It stands in the record."), (self.order,))
        self.form.wanted.connect(self._say)
        self.form.closed.connect(self._close)
        self.form.setFocusProxy(self.order)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(self._sentence)
        lines.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self.form)

    def show_value(self, value: Any) -> None:
        """value: TieLine."""
        self._line = value
        first, last = value.places[0], value.places[-1]
        place = place_words(first.place, last.until, True)
        teams = words.listed([words.quoted(one.team) for one in value.places])
        self._sentence.setText(_("Place {place}: {teams}", place=place, teams=teams))
        self.button.setText(_("Vote again …") if value.voted else _("Record the jury's vote …"))

    def _open(self) -> None:
        if self._line is not None:
            self.order.begin([(one.team_id, one.team) for one in self._line.places])
            for part in (self._sentence, self.button):
                part.hide()
            self.form.open()

    def _close(self) -> None:
        for part in (self._sentence, self.button):
            part.show()
        self.button.setFocus()

    def _say(self, reason: str) -> None:
        self._card.vote_wanted.emit(self, self.order.teams, reason)


class TieCard(Card):
    """vote_wanted(TieBlock, ids of the teams best first, reason). Hidden while there is nothing to vote on."""

    vote_wanted = Signal(object, object, str)

    def __init__(self) -> None:
        super().__init__(_("Equal scores"))
        self.ties = Blocks(partial(TieBlock, self))
        self.body.addWidget(self.ties)
        self.hide()

    def show_results(self, now: ResultsNow) -> None:
        """Show the ties that only a vote decides."""
        lines = tie_lines(now)
        self.ties.show_values({line.key: line for line in lines})
        self.setVisible(bool(lines))
