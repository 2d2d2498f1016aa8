"""One criterion on a ballot: what it asks, its marks, and the words at both ends."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from hackdesk.jury.rules import Criterion, rounded
from ui.ballot.marks import mark_entry
from ui.text import _, words
from ui.widgets.card import Card
from ui.widgets.label import Label

_WORDS_WIDTH = 118
_ANY_WIDTH = 16_777_215


class CriterionCard(Card):
    """share: what part of the score it gives, 0 to 1. `entry` tells of marks and moves.

    roomy: the words at both ends stand below the marks, which take the whole width.
    """

    def __init__(self, criterion: Criterion, share: Fraction, *, roomy: bool = False) -> None:
        super().__init__(criterion.name)
        self.criterion, self._roomy = criterion, roomy
        self.entry = mark_entry(criterion)
        self.body.setContentsMargins(16, 7, 16, 8)
        self.body.setSpacing(2)
        percent = words.number(float(rounded(share * 100, 0)))
        weight = Label(_("weight {share} %", share=percent), "second")
        self.head.addWidget(weight, 0, Qt.AlignmentFlag.AlignTop)
        self._guidance = Label(criterion.guidance, "second", wrap=True)
        self.body.addWidget(self._guidance)
        # After it has its place: a widget shown without a parent flashes up as a window of its own.
        self._guidance.setVisible(bool(criterion.guidance))
        self.body.addLayout(self._marks_line())
        self._error = Label("", "error", wrap=True)
        self._error.hide()
        self.body.addWidget(self._error)
        self.entry.wrong.connect(self.say_wrong)
        self.setFocusProxy(self.entry)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def say_wrong(self, sentence: str) -> None:
        """Say what is wrong with this mark, or take it back with an empty sentence."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def show_ends(self, wanted: bool) -> None:
        """Show the words at both ends of the marks, where there are any."""
        said = bool(self.criterion.low_words or self.criterion.high_words)
        for label in (self._low, self._high):
            label.setVisible((wanted or self._roomy) and said)

    def _marks_line(self) -> QBoxLayout:
        self._low = Label(self.criterion.low_words, "second", wrap=True)
        self._high = Label(self.criterion.high_words, "second", wrap=True)
        for label, side in ((self._low, Qt.AlignmentFlag.AlignRight), (self._high, Qt.AlignmentFlag.AlignLeft)):
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            label.setFixedWidth(_WORDS_WIDTH)
        if self._roomy:
            return self._marks_over_words()
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._low)
        line.addWidget(self.entry, 1)
        line.addWidget(self._high)
        return line

    def _marks_over_words(self) -> QBoxLayout:
        ends = QHBoxLayout()
        for label, side in ((self._low, Qt.AlignmentFlag.AlignLeft), (self._high, Qt.AlignmentFlag.AlignRight)):
            label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            label.setMinimumWidth(0)
            label.setMaximumWidth(_ANY_WIDTH)
            ends.addWidget(label, 1)
        lines = QVBoxLayout()
        lines.setContentsMargins(0, 4, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(self.entry)
        lines.addLayout(ends)
        return lines
