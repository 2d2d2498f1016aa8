"""What the jury looks at, in the order that decides ties, and how much each weighs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, tzinfo
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.event.undo import undo
from hackdesk.jury.actions import CriteriaReceipt, edit_criteria
from hackdesk.jury.criteria_queries import CriteriaShown, criteria_effect, criteria_shown
from hackdesk.jury.effect import judged
from hackdesk.jury.queries import criteria
from hackdesk.jury.rules import Criterion, checked_criterion, plain_number, shares
from hackdesk.jury.wording import ROUNDS
from hackdesk.language import N_
from ui import theme
from ui.form import Edit, Entry
from ui.inputs import ChoiceInput, LongInput, NumberInput, TextInput
from ui.page import Page
from ui.pages.prepare.criteria_lock import CriteriaLock
from ui.pages.prepare.list_panel import ListPanel
from ui.rows import Column
from ui.text import _, many
from ui.undoing import numbered
from ui.widgets.button import Button

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: What only helps the jurors, and is mended at any time.
_HELP = frozenset({"guidance", "low_words", "high_words"})
_SHARE = 3
#: How wide the shares are, of one round and of two.
_ONE, _TWO = 96, 128


def _marks(one: Criterion) -> str:
    return f"{plain_number(one.lowest)}–{plain_number(one.highest)}"


def _rounds() -> ChoiceInput:
    return ChoiceInput((number, _(said)) for number, said in enumerate(ROUNDS))


class CriteriaPanel(ListPanel):
    """Name, guidance, words for both ends, range, step, weight with its share, and in which round it counts.

    Once a ballot is handed in, what counts is locked. A change is then made here first, `_wanted`, and written
    with its reason after it was said what it does.
    """

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
        Entry("rounds", N_("Counts in"), _rounds),
    )  # fmt: skip

    def __init__(self, page: Page) -> None:
        self._shares: tuple[dict[Any, Fraction], ...] = ({}, {})
        self._locked, self._sealed, self._rounds = False, False, False
        self._seen: tuple[Criterion, ...] = ()
        self._read_for_change: tuple[Criterion, ...] = ()
        self._wanted: tuple[Criterion, ...] | None = None
        self.columns = (
            Column(N_("Criterion"), lambda one: one.name or _("New criterion"), strong=True),
            Column(N_("Marks"), _marks, width=94),
            Column(N_("Weight"), lambda one: plain_number(one.weight), width=78, right=True),
            Column(N_("Share"), self.share, width=_ONE, right=True),
        )
        self.lock = CriteriaLock()
        self.lock.change_wanted.connect(self.begin_change)
        self.lock.save_wanted.connect(self._save_change)
        self.lock.cancelled.connect(self._give_up)
        super().__init__(page)
        lines = self.layout()
        assert isinstance(lines, QVBoxLayout)
        lines.setSpacing(theme.GAP)
        lines.insertWidget(0, self.lock)

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

    def below(self) -> Sequence[QWidget]:
        self.rounds_box = QCheckBox(_("A second round for finalists"))
        self.rounds_box.setToolTip(_("Then each criterion can count in both rounds or in one of them."))
        self.rounds_box.clicked.connect(self._show_all)
        return (self.rounds_box,)

    def share(self, one: Criterion) -> str:
        """The part of the score this criterion gives, as it is shown; of both rounds where there are two."""
        first, second = (part.get(one.id) for part in self._shares)
        if not self._rounds:
            return _percent(first)
        return f"{_percent(first)} · {_percent(second)}"

    def rows(self, event: Event) -> tuple[Criterion, ...]:
        return criteria(event)

    def read(self, event: Event) -> tuple[CriteriaShown, tzinfo, date]:
        zone = settings_of(event).zone
        return criteria_shown(event), zone, event.clock.utc_now().astimezone(zone).date()

    def display(self, answer: Any) -> None:
        shown, zone, today = answer
        self._seen, self._locked = shown.criteria, shown.locked_since is not None
        self._sealed = shown.sealed is not None
        self.rounds_box.setEnabled(not shown.rounds)
        if shown.rounds:
            self.rounds_box.setChecked(True)
        self.lock.show_lock(shown, zone, today)
        self._show_all()

    def _show_all(self) -> None:
        """The criteria in the file, or those of a change that is not written yet."""
        rows = self._seen if self._wanted is None else self._wanted
        self._rounds = self.rounds_box.isChecked()
        self._shares = (shares(judged(rows, 1)), shares(judged(rows, 2)))
        self.show_rows(rows)
        self.table.setColumnWidth(_SHARE, _TWO if self._rounds else _ONE)
        self.table.viewport().update()  # one weight changes every share
        self.form.fields["rounds"].setVisible(self._rounds)
        self.remark.setText(_remark(rows, two=self._rounds))
        self._show_locked()
        if self._wanted is not None:
            self.page.ask(partial(criteria_effect, wanted=_finished(self._wanted)), self.lock.show_effect)

    def _show_locked(self) -> None:
        free = not self._sealed and (not self._locked or self._wanted is not None)
        for name, field in self.form.fields.items():
            field.input.setEnabled(free or (name in _HELP and not self._sealed))
        for button in (self.add_button, self.up_button, self.down_button):
            button.setEnabled(free)
        self.remove_button.setEnabled(free and self.table.current is not None)

    def _show_chosen(self, row: Any) -> None:
        super()._show_chosen(row)
        self._show_locked()

    def draft(self) -> Criterion:
        return Criterion(uuid4(), "", weight=self._usual_weight(), version=0)

    def _usual_weight(self) -> Fraction:
        return self.table.rows[-1].weight if self.table.rows else Fraction(1)

    def add(self, event: Event, row: Criterion) -> None:
        rows = criteria(event)
        edit_criteria(event, (*rows, row), seen=rows)

    def change(self, event: Event, row: Criterion, seen: Criterion) -> None:
        rows = criteria(event)
        edit_criteria(event, [row if one.id == row.id else one for one in rows], seen=rows)

    def take_out(self, event: Event, row: Criterion) -> None:
        rows = criteria(event)
        edit_criteria(event, [one for one in rows if one.id != row.id], seen=rows)

    def move_up(self) -> None:
        """Put the chosen criterion before the one above it."""
        self._move(-1)

    def move_down(self) -> None:
        """Put the chosen criterion after the one below it."""
        self._move(1)

    def _move(self, step: int) -> None:
        row = self.table.current
        if row is not None and self._wanted is not None:
            self._want(_moved(self._wanted, row, step))
        elif row is not None and row.version:
            self.page.ask(partial(self._reorder, row, step), self._say_kept)

    def _reorder(self, row: Criterion, step: int, event: Event) -> None:
        rows = criteria(event)
        moved = _moved(rows, row, step)
        if moved != rows:
            edit_criteria(event, moved, seen=rows)

    # --- a change after the first ballot ------------------------------------------------------

    def begin_change(self) -> None:
        """Open what is locked; nothing is written before it was said what it does and why it is done."""
        self._wanted = self._read_for_change = self._seen
        self.lock.begin()
        self._show_all()
        self.table.setFocus()

    def _want(self, wanted: tuple[Criterion, ...]) -> None:
        self._wanted = wanted
        self._show_all()

    def begin(self) -> None:
        if self._wanted is None:
            super().begin()
            return
        made = self.draft()
        self._want((*self._wanted, made))
        self.table.choose(made.id)
        self.form.fields["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self) -> None:
        row = self.table.current
        if self._wanted is None:
            super().remove()
        elif row is not None:
            self._want(tuple(one for one in self._wanted if one.id != row.id))

    def _keep(self, edit: Edit) -> None:
        row = self.table.current
        if self._wanted is None or row is None:
            super()._keep(edit)
            return
        edited = replace(row, **{edit.name: edit.value})
        try:
            checked_criterion(edited)
        except HackDeskError as error:
            self.form.refuse(edit, error)
            return
        self._want(tuple(edited if one.id == row.id else one for one in self._wanted))

    def _save_change(self, reason: str) -> None:
        if self._wanted is not None:
            wanted, seen = _finished(self._wanted), self._read_for_change
            work = partial(edit_criteria, criteria=wanted, seen=seen, reason=reason)
            self.page.ask(numbered(work), self._note_changed, self.lock.refuse)

    def _note_changed(self, answer: tuple[CriteriaReceipt, int | None]) -> None:
        receipt, number = answer
        self._give_up()
        said = _("The criteria are changed; the reason is on record.")
        if receipt.opened_again:
            again = many("{count} ballot is open again.", "{count} ballots are open again.", receipt.opened_again)
            said = f"{said} {again}"
        self.page.receipt(said, partial(self.page.ask, partial(undo, number=number), self.page.say_undone))

    def _give_up(self) -> None:
        self._wanted = None
        self.lock.end()
        self.page.refresh()


def _percent(share: Fraction | None) -> str:
    return "–" if share is None else f"{round(share * 100)} %"


def _finished(wanted: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
    """Without a new one that has no name yet."""
    return tuple(one for one in wanted if one.name)


def _moved(rows: tuple[Criterion, ...], row: Criterion, step: int) -> tuple[Criterion, ...]:
    at = next((number for number, one in enumerate(rows) if one.id == row.id), None)
    if at is None or not 0 <= at + step < len(rows):
        return rows
    moved = [*rows]
    moved.insert(at + step, moved.pop(at))
    return tuple(moved)


def _remark(rows: Sequence[Criterion], *, two: bool) -> str:
    total = sum((one.weight for one in rows), Fraction(0))
    said = [_("The order decides ties: the first criterion first.")]
    if two:
        said.insert(0, _("Shares: in the first round · among the finalists."))
    elif rows and total not in (1, 100):
        said.insert(0, _("The weights add up to {total}; what counts is the share.", total=plain_number(total)))
    return " ".join(said)
