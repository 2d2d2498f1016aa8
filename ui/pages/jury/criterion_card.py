"""One criterion on a ballot: what it asks, its marks, and the words at both ends."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from hackdesk.jury.rules import Criterion, rounded
from ui.pages.jury.marks import mark_entry
from ui.text import _, words
from ui.widgets.card import Card
from ui.widgets.label import Label

_WORDS_WIDTH = 118


class CriterionCard(Card):
    """share: what part of the score it gives, 0 to 1. `entry` tells of marks and moves."""

    def __init__(self, criterion: Criterion, share: Fraction) -> None:
        super().__init__(criterion.name)
        self.criterion = criterion
        self.entry = mark_entry(criterion)
        self.body.setContentsMargins(16, 7, 16, 8)
        self.body.setSpacing(2)
        percent = words.number(float(rounded(share * 100, 0)))
        weight = Label(_("weight {share} %", share=percent), "second")
        self.head.addWidget(weight, 0, Qt.AlignmentFlag.AlignTop)
        self._guidance = Label(criterion.guidance, "second", wrap=True)
        self._guidance.setVisible(bool(criterion.guidance))
        self.body.addWidget(self._guidance)
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

    def _marks_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        ends = ((self.criterion.low_words, Qt.AlignmentFlag.AlignRight),
                (self.criterion.high_words, Qt.AlignmentFlag.AlignLeft))  # fmt: skip
        labels = []
        for text, side in ends:
            label = Label(text, "second", wrap=True)
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            label.setFixedWidth(_WORDS_WIDTH)
            label.setVisible(any(said for said, _side in ends))
            labels.append(label)
        line.addWidget(labels[0])
        line.addWidget(self.entry, 1)
        line.addWidget(labels[1])
        return line
