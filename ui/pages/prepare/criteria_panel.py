"""What the jury looks at, in the order that decides ties, and how much each weighs."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from hackdesk.jury.actions import edit_criteria
from hackdesk.jury.queries import criteria, criteria_locked
from hackdesk.jury.rules import Criterion, plain_number, shares
from hackdesk.language import N_
from ui.form import Entry
from ui.inputs import LongInput, NumberInput, TextInput
from ui.page import Page
from ui.pages.prepare.list_panel import ListPanel
from ui.rows import Column
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.field import Field

if TYPE_CHECKING:
    from hackdesk.event.store import Event


def _marks(one: Criterion) -> str:
    return f"{plain_number(one.lowest)}–{plain_number(one.highest)}"


class CriteriaPanel(ListPanel):
    """Name, guidance, words for both ends, range, step, weight with its share."""

    title = N_("Criteria and weights")
    empty = (
        N_("No criteria yet"),
        N_("What the jury looks at, with a sentence of guidance each. Four to six are usual."),
        N_("Add a criterion"),
    )
    entries = (
        Entry("name", N_("Name"), TextInput),
        Entry("guidance", N_("Guidance"), lambda: LongInput(2), N_("The question a juror asks about the team")),
        Entry("lowest", N_("Lowest mark"), NumberInput, "", 2),
        Entry("low_words", N_("What it means"), TextInput, "", 4),
        Entry("highest", N_("Highest mark"), NumberInput, "", 2),
        Entry("high_words", N_("What it means"), TextInput, "", 4),
        Entry("step", N_("Step"), lambda: NumberInput(empty_is_none=True), N_("Empty: any mark between"), 3),
        Entry("weight", N_("Weight"), NumberInput, N_("Any numbers: the share counts"), 3),
    )  # fmt: skip

    def __init__(self, page: Page) -> None:
        self._shares: dict[Any, Fraction] = {}
        self.columns = (
            Column(N_("Criterion"), lambda one: one.name or _("New criterion"), strong=True),
            Column(N_("Marks"), _marks, width=94),
            Column(N_("Weight"), lambda one: plain_number(one.weight), width=78, right=True),
            Column(N_("Share"), self.share, width=96, right=True),
        )
        self._why, self._reason = "", QLineEdit()
        self._reason.textChanged.connect(self._keep_reason)
        self.reason = Field(
            _("Reason for changing the criteria"), self._reason,
            _("A ballot has been handed in already: the reason will stand in the record."),
        )  # fmt: skip
        super().__init__(page)
        self.right.body.insertWidget(0, self.reason)

    def buttons(self) -> QHBoxLayout:
        line = super().buttons()
        self.up_button = Button("", self.move_up, sign="arrow-up")
        self.down_button = Button("", self.move_down, sign="arrow-down")
        for number, (button, word, key) in enumerate(
            ((self.up_button, _("Move up"), "Alt+Up"), (self.down_button, _("Move down"), "Alt+Down"))
        ):
            button.setAccessibleName(word)
            button.setToolTip(f"{word} · {key}")
            line.insertWidget(2 + number, button)
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
        return line

    def share(self, one: Criterion) -> str:
        """The part of the score this criterion gives, as it is shown."""
        share = self._shares.get(one.id)
        return "–" if share is None else f"{round(share * 100)} %"

    def rows(self, event: Event) -> tuple[Criterion, ...]:
        return criteria(event)

    def read(self, event: Event) -> tuple[tuple[Criterion, ...], bool]:
        return criteria(event), criteria_locked(event)

    def display(self, answer: Any) -> None:
        rows, locked = answer
        self._shares = shares(rows)
        self.show_rows(rows)
        self.table.viewport().update()  # one weight changes every share
        self.reason.setVisible(locked)
        self.remark.setText(_remark(rows))

    def draft(self) -> Criterion:
        return Criterion(uuid4(), "", weight=self._usual_weight(), version=0)

    def _usual_weight(self) -> Fraction:
        return self.table.rows[-1].weight if self.table.rows else Fraction(1)

    def add(self, event: Event, row: Criterion) -> None:
        rows = criteria(event)
        edit_criteria(event, (*rows, row), seen=rows, reason=self._why)

    def change(self, event: Event, row: Criterion, seen: Criterion) -> None:
        rows = criteria(event)
        edited = [row if one.id == row.id else one for one in rows]
        edit_criteria(event, edited, seen=rows, reason=self._why)

    def take_out(self, event: Event, row: Criterion) -> None:
        rows = criteria(event)
        edit_criteria(event, [one for one in rows if one.id != row.id], seen=rows, reason=self._why)

    def move_up(self) -> None:
        """Put the chosen criterion before the one above it."""
        self._move(-1)

    def move_down(self) -> None:
        """Put the chosen criterion after the one below it."""
        self._move(1)

    def _move(self, step: int) -> None:
        row = self.table.current
        if row is not None and row.version:
            self.page.ask(partial(self._reorder, row, step), self._say_kept)

    def _reorder(self, row: Criterion, step: int, event: Event) -> None:
        rows = list(criteria(event))
        at = next((number for number, one in enumerate(rows) if one.id == row.id), None)
        if at is not None and 0 <= at + step < len(rows):
            moved = [*rows]
            moved.insert(at + step, moved.pop(at))
            edit_criteria(event, moved, seen=rows, reason=self._why)

    def _keep_reason(self, text: str) -> None:
        # Copied here because the actions run on another thread, which must not look into a widget.
        self._why = text


def _remark(rows: Sequence[Criterion]) -> str:
    total = sum((one.weight for one in rows), Fraction(0))
    order = _("The order decides ties: the first criterion first.")
    if total in (1, 100) or not rows:
        return order
    return _("The weights add up to {total}; what counts is the share.", total=plain_number(total)) + " " + order
