"""The awards, apart from the places: who has them, who decided, and giving them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.jury.awards import DECIDED, DECIDERS, substance
from hackdesk.jury.rules import Award, AwardGiven
from ui.pages.results.blocks import Block, Blocks
from ui.pages.results.give_form import GiveForm
from ui.pages.results.reading import AwardLine, ResultsNow, award_lines, to_decide
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card, Rule
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label


class Winners(QWidget):
    """The teams that have an award, or that nobody gets it. taken_back(team id; None: that nobody gets it)."""

    taken_back = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        self._shown: list[QWidget] = []
        self.buttons: list[Button] = []

    def show_given(self, award: Award, given: Sequence[AwardGiven], *, fixed: bool) -> None:
        """fixed: they cannot be taken back here."""
        self.buttons = []
        for old in self._shown:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = [self._winner(one, fixed) for one in given]
        if award.none_given:
            named = _("Decide again who gets “{award}”", award=award.name)
            title = _("Nobody gets it, and the hall hears so") if award.none_told else _("Nobody gets it")
            self._shown.append(self._row((title, award.none_given), "" if fixed else named, None))
        for new in self._shown:
            self._lines.addWidget(new)

    def _winner(self, one: AwardGiven, fixed: bool) -> QWidget:
        decided = _(DECIDED.get(one.decided, one.decided))
        why = f"{decided} – {one.reason}" if one.reason else decided
        named = _("Take “{award}” back from “{team}”", award=one.award.name, team=one.team_name)
        return self._row((one.team_name, why), "" if fixed else named, one.team_id)

    def _row(self, said: tuple[str, str], named: str, team: UUID | None) -> QWidget:
        """said: who, and why; named: what its button does, for a screen reader; "" for none."""
        whole = QWidget()
        line, both = QHBoxLayout(whole), QVBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(Label(said[0], wrap=True))
        both.addWidget(Label(said[1], "second", wrap=True))
        line.addLayout(both, 1)
        if named:
            button = Button(_("Take back"), partial(self.taken_back.emit, team), kind="plain", size="small")
            button.setAccessibleName(named)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.buttons.append(button)
        return whole


class AwardBlock(Block):
    """One award: its name and giver, who has it, and the form to give it."""

    def __init__(self, card: AwardsCard, _line: AwardLine) -> None:
        super().__init__()
        self._card = card
        self.line: AwardLine | None = None
        self._name, self._about = Label("", "strong", wrap=True), Label("", "second", wrap=True)
        self._nobody, self._computed = Label("", "muted", wrap=True), Label("", "second", wrap=True)
        self.button = Button(_("Give …"), self.open, size="small")
        self.winners, self.form = Winners(), GiveForm()
        self.winners.taken_back.connect(self._take_back)
        self.form.given.connect(self._give)
        self.form.closed.connect(self._close)
        self._lay_out()

    def _lay_out(self) -> None:
        head, said = QHBoxLayout(), QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._name)
        said.addWidget(self._about)
        said.addWidget(self._nobody)
        head.addLayout(said, 1)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(Rule())
        lines.addLayout(head)
        for part in (self.winners, self._computed, self.form):
            lines.addWidget(part)

    @property
    def teams(self) -> tuple[str, ...]:
        """The names of the teams that have it."""
        return tuple(one.team_name for one in self.line.given) if self.line else ()

    def show_value(self, value: Any) -> None:
        """value: AwardLine."""
        if value == self.line:
            return
        self.line = value
        award = value.award
        self._name.setText(award.name)
        about = " · ".join(filter(None, (award.giver, substance(award, words))))
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.winners.show_given(award, value.given, fixed=value.signed or value.automatic)
        self._computed.setText(value.computed)
        self._computed.setVisible(bool(value.computed))
        # What is made anew would come last for the Tab key.
        for one, following in pairwise((self.button, *self.winners.buttons)):
            QWidget.setTabOrder(one, following)
        self._nobody.setText(_waits_for(award, signed=value.signed))
        self._nobody.setVisible(not value.given and not award.none_given)
        self._show_form()

    def _show_form(self) -> None:
        assert self.line is not None
        name = self.line.award.name
        self.button.setAccessibleName(_("Give “{award}” to a team", award=name))
        if self.line.signed:
            self.form.hide()
        elif not self.form.isHidden():
            self.form.know(self.line)
        self.button.setVisible(not self.line.signed and self.form.isHidden())

    def open(self) -> None:
        """Show the form that gives it to a team, or to nobody."""
        if self.line is not None and not self.line.signed:
            self.button.hide()
            self.form.begin(self.line)

    def _close(self) -> None:
        self.button.show()
        self.button.setFocus()

    def _give(self, team: UUID | None, decided: str, reason: str) -> None:
        self._card.give_wanted.emit(self, team, decided, reason)

    def _take_back(self, team: UUID | None) -> None:
        self.button.setFocus()
        self._card.take_back_wanted.emit(self, team)


class AwardsCard(Card):
    """give_wanted(AwardBlock, team id, who decided, reason); take_back_wanted(AwardBlock, team id). No team id:
    nobody gets it. edit_wanted: the awards themselves are to be changed."""

    give_wanted = Signal(object, object, str, str)
    take_back_wanted = Signal(object, object)
    edit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Awards"))
        self.awards = Blocks(partial(AwardBlock, self))
        self.empty = EmptyState(
            _("No awards yet"), _("Awards are apart from places: each has its own giver."),
            _("Add the awards"), self.edit_wanted.emit, kind="quiet",
        )  # fmt: skip
        self.body.addWidget(self.awards)
        self.body.addWidget(self.empty)

    def show_results(self, now: ResultsNow) -> None:
        """Show the awards and who has them."""
        self.awards.show_values({line.award.id: line for line in award_lines(now)})
        self.empty.setVisible(not now.awards)


class ToDecideCard(Card):
    """What is still to be said about awards before the jury signs. Hidden where nothing is."""

    def __init__(self, awards: AwardsCard) -> None:
        super().__init__(tone="warn")
        self._awards = awards
        self._meant: tuple[UUID, ...] = ()
        self._said = Label("", wrap=True)
        self.button = Button(_("Decide"), self._lead_on, size="small")
        self.button.setAccessibleName(_("Decide on the first of these awards"))
        self.body.addWidget(self._said)
        self.body.addLayout(row(self.button))
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return self._said.text() if not self.isHidden() else ""

    def show_results(self, now: ResultsNow) -> None:
        """Show what is still to be said."""
        self._meant, said = to_decide(now)
        self._said.setText("\n".join(said))
        self.setVisible(bool(said))

    def _lead_on(self) -> None:
        for block in self._awards.awards.blocks:
            if isinstance(block, AwardBlock) and block.line and block.line.award.id in self._meant[:1]:
                block.open()


def _waits_for(award: Award, *, signed: bool) -> str:
    if signed:
        return _("Nobody has it")
    if award.by_place is not None:
        return _("Goes to place {place}", place=award.by_place)
    return _("To decide: {who}", who=_(DECIDERS.get(award.decided_by, award.decided_by)))
