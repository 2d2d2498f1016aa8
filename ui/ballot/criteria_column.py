"""The criteria of one ballot, one card below the other."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hackdesk.jury.rules import Criterion, shares
from ui.ballot.criterion_card import CriterionCard
from ui.widgets.scroll import Scroll


class CriteriaColumn(Scroll):
    """marked: a mark was given or taken away. finished: the keyboard went on from the last criterion.

    roomy: with the words at both ends of the marks below them, for a screen that shows nothing else.
    """

    marked = Signal()
    finished = Signal()

    def __init__(self, *, roomy: bool = False) -> None:
        whole = QWidget()
        super().__init__(whole)
        self._roomy = roomy
        self._lines = QVBoxLayout(whole)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(10 if roomy else 6)
        self._lines.addStretch()
        self._criteria: tuple[Criterion, ...] = ()
        self._cards: list[CriterionCard] = []
        self._marks: dict[UUID, Fraction] = {}
        self._narrow = False

    @property
    def marks(self) -> dict[UUID, Fraction]:
        """The marks given so far."""
        return dict(self._marks)

    @property
    def count(self) -> int:
        """How many criteria there are."""
        return len(self._criteria)

    @property
    def unmarked(self) -> int:
        """How many criteria have no mark yet."""
        return sum(criterion.id not in self._marks for criterion in self._criteria)

    def shrink(self, *, narrow: bool) -> None:
        """Leave the words at both ends of the marks out where there is no room for them."""
        self._narrow = narrow
        for card in self._cards:
            card.show_ends(not narrow)

    def show_criteria(self, criteria: tuple[Criterion, ...]) -> None:
        """Make the cards of these criteria, unless they are there already."""
        if criteria == self._criteria:
            return
        self._criteria = criteria
        for old in self._cards:
            self._lines.removeWidget(old)
            old.deleteLater()
        part = shares(criteria)
        self._cards = [CriterionCard(criterion, part[criterion.id], roomy=self._roomy) for criterion in criteria]
        for number, card in enumerate(self._cards):
            card.entry.marked.connect(self._take)
            card.entry.moved.connect(self._move)
            self._lines.insertWidget(number, card)
        self.shrink(narrow=self._narrow)
        self.show_marks(self._marks)

    def show_marks(self, marks: Mapping[UUID, Fraction]) -> None:
        """Show these marks and tell nobody."""
        self._marks = {one.id: marks[one.id] for one in self._criteria if one.id in marks}
        for card in self._cards:
            card.entry.show_mark(self._marks.get(card.criterion.id))
            card.say_wrong("")

    def go_to_unmarked(self) -> bool:
        """Put the keyboard on the first criterion without a mark; False where every one has its mark."""
        for card in self._cards:
            if card.criterion.id not in self._marks:
                self._focus(card)
                return True
        return False

    def begin(self) -> None:
        """Put the keyboard where marking goes on."""
        if not self.go_to_unmarked() and self._cards:
            self._focus(self._cards[0])

    def _take(self, mark: Fraction | None) -> None:
        criterion = self.sender().criterion.id  # type: ignore[attr-defined]
        if mark is None:
            self._marks.pop(criterion, None)
        else:
            self._marks[criterion] = mark
        self.marked.emit()

    def _move(self, step: int) -> None:
        entries = [card.entry for card in self._cards]
        number = entries.index(self.sender()) + step  # type: ignore[arg-type]
        if number == len(entries):
            self.finished.emit()
        elif number >= 0:
            self._focus(self._cards[number])

    def _focus(self, card: CriterionCard) -> None:
        card.entry.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(card, 0, 8)
        # Once more when it has its size: what was shown just now has none yet.
        QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        for card in self._cards:
            if card.isAncestorOf(self.focusWidget() or self):
                self.ensureWidgetVisible(card, 0, 8)
