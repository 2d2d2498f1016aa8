"""Which ballots do not count: those that may still come, and those that will not."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hackdesk.jury.ranking import Missing
from hackdesk.jury.reconcile import read_twice
from hackdesk.jury.rules import STATE_WORDS
from hackdesk.jury.wording import state_counts
from ui.pages.results.blocks import Block, Blocks
from ui.pages.results.reading import JurorLine, ResultsNow, juror_lines
from ui.text import _, many, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label

#: More ballots of one juror than this are counted, not named.
_NAMED = 4


class JurorBlock(Block):
    """A juror, which ballots are meant, and a button that leads to them."""

    def __init__(self, card: MissingCard, _line: JurorLine) -> None:
        super().__init__()
        self._card = card
        self._line: JurorLine | None = None
        self._name, self._ballots = Label("", "strong", wrap=True), Label("", "second", wrap=True)
        # A bold J reaches one pixel out of its line.
        self._name.setContentsMargins(1, 0, 0, 0)
        self.button = Button(_("Ballots"), self._open, size="small")
        line, said = QHBoxLayout(self), QVBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(0)
        said.addWidget(self._name)
        said.addWidget(self._ballots)
        line.addLayout(said, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def text(self) -> str:
        """Which ballots are meant."""
        return self._ballots.text()

    def show_value(self, value: Any) -> None:
        """value: JurorLine."""
        self._line = value
        self._name.setText(value.juror.name)
        self.button.setAccessibleName(_("Ballots of {juror}", juror=value.juror.name))
        if len(value.ballots) > _NAMED:
            self._ballots.setText(state_counts([one.state for one in value.ballots], words))
        else:
            self._ballots.setText("\n".join(map(_sentence, value.ballots)))

    def _open(self) -> None:
        if self._line is not None:
            self._card.wanted.emit(self._line.juror)


class MissingCard(Card):
    """wanted(Juror): the ballots of this juror."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Still missing"))
        self._all_in = Label(_("Every ballot is in."), "muted", wrap=True)
        self.paper = Label("", "second", wrap=True)
        self.open, self.others = (Blocks(partial(JurorBlock, self), gap=6) for _group in range(2))
        self._others_title = Label(_("Not counted"), "label")
        for part in (self._all_in, self.open, self.paper, self._others_title, self.others):
            self.body.addWidget(part)

    def show_results(self, now: ResultsNow) -> None:
        """Show the jurors; nothing where there are none."""
        still_open, others = (juror_lines(now, still_open=one) for one in (True, False))
        self.open.show_values({line.juror.id: line for line in still_open})
        self.others.show_values({line.juror.id: line for line in others})
        self._all_in.setVisible(not still_open)
        said = "" if now.signed else paper_sentence(now)
        self.paper.setText(said)
        self.paper.setVisible(bool(said))
        self._others_title.setVisible(bool(others))
        self.setVisible(bool(now.judging.jurors and now.judging.criteria and now.judging.active))


def paper_sentence(now: ResultsNow) -> str:
    """How many paper ballots were not read twice, or read differently; "" where there are none of these."""
    twice, differ, of = read_twice(now.judging)
    once, said = of - twice - differ, []
    if once:
        said.append(
            many("{count} paper ballot was read only once.", "{count} paper ballots were read only once.", once)
        )
    if differ:
        said.append(
            many("Of {count} paper ballot both readings differ.", "Of {count} paper ballots both readings differ.",
                 differ)
        )  # fmt: skip
    return " ".join(said)


def _sentence(one: Missing) -> str:
    said = f"{one.team} – {words(STATE_WORDS[one.state])}"
    return f"{said}: {one.reason}" if one.reason else said
