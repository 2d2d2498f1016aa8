"""The awards, apart from the places: who has them, who decided, and giving them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.jury.rules import AwardGiven
from hackdesk.language import N_
from ui.pages.results.blocks import Block, Blocks
from ui.pages.results.give_form import GiveForm
from ui.pages.results.reading import AwardLine, ResultsNow, award_lines
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.card import Card, Rule
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label

_DECIDED = {
    "place": N_("by place"), "jury": N_("by the jury"), "partner": N_("by the giver"),
    "hall": N_("by the hall's vote"),
}  # fmt: skip


class Winners(QWidget):
    """The teams that have an award. taken_back(team id)."""

    taken_back = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        self._shown: list[QWidget] = []
        self.buttons: list[Button] = []

    def show_given(self, given: Sequence[AwardGiven], *, fixed: bool) -> None:
        """fixed: they cannot be taken back here."""
        self.buttons = []
        for old in self._shown:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = [self._row(one, fixed) for one in given]
        for new in self._shown:
            self._lines.addWidget(new)

    def _row(self, one: AwardGiven, fixed: bool) -> QWidget:
        whole = QWidget()
        line, said = QHBoxLayout(whole), QVBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(0)
        said.addWidget(Label(one.team_name, wrap=True))
        why = f"{_(_DECIDED[one.decided])} – {one.reason}" if one.reason else _(_DECIDED[one.decided])
        said.addWidget(Label(why, "second", wrap=True))
        line.addLayout(said, 1)
        if not fixed:
            button = Button(_("Take back"), partial(self.taken_back.emit, one.team_id), kind="plain", size="small")
            button.setAccessibleName(
                _("Take “{award}” back from “{team}”", award=one.award.name, team=one.team_name)
            )
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
        self._nobody = Label("", "muted", wrap=True)
        self.button = Button(_("Give …"), self._open, size="small")
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
        for part in (self.winners, self.form):
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
        about = " · ".join(filter(None, (award.giver, award.what)))
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.winners.show_given(value.given, fixed=value.signed or value.automatic)
        # What is made anew would come last for the Tab key.
        for one, following in pairwise((self.button, *self.winners.buttons)):
            QWidget.setTabOrder(one, following)
        self._nobody.setText(
            _("To decide") if award.by_place is None else _("Goes to place {place}", place=award.by_place)
        )
        self._nobody.setVisible(not value.given)
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

    def _open(self) -> None:
        if self.line is not None:
            self.button.hide()
            self.form.begin(self.line)

    def _close(self) -> None:
        self.button.show()
        self.button.setFocus()

    def _give(self, team: UUID, decided: str, reason: str) -> None:
        self._card.give_wanted.emit(self, team, decided, reason)

    def _take_back(self, team: UUID) -> None:
        self.button.setFocus()
        self._card.take_back_wanted.emit(self, team)


class AwardsCard(Card):
    """give_wanted(AwardBlock, team id, who decided, reason); take_back_wanted(AwardBlock, team id);
    edit_wanted: the awards themselves are to be changed."""

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
