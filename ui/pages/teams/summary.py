"""The strip above the board: how many sit where they wished, how many teams are mixed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.text import _
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.pill import Pill


class SummaryStrip(Card):
    """Numbers in bold, their words beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(18, 10, 18, 10)
        self._parts = Flow(gap=8)
        self.body.addLayout(self._parts)
        self._shown: object = None

    def show_counts(self, counts: Sequence[tuple[str, str]], *, nobody_here: bool) -> None:
        """counts: (number, words). nobody_here: everybody registered is counted, and that is said."""
        if (counts, nobody_here) == self._shown:
            return
        self._shown = counts, nobody_here
        self._parts.clear()
        for number, words in counts:
            self._parts.addWidget(_count(number, words))
        if nobody_here:
            self._parts.addWidget(Pill(_("Nobody is checked in yet: everybody registered is shown"), "info"))
        self.setAccessibleName(", ".join(f"{number} {words}" for number, words in counts))


def _count(number: str, words: str) -> QWidget:
    both = QWidget()
    line = QHBoxLayout(both)
    line.setContentsMargins(0, 0, 14, 0)
    line.setSpacing(6)
    line.addWidget(Label(number, "strong"))
    line.addWidget(Label(words, "muted"))
    return both
