"""What is given, and by whom: an award is its own thing, apart from places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from hackdesk.event.settings import settings_of
from hackdesk.jury import actions
from hackdesk.jury.actions import add_award, edit_award, remove_award
from hackdesk.jury.awards import DECIDERS, substance
from hackdesk.jury.queries import awards, sealed
from hackdesk.jury.rules import Award
from hackdesk.language import N_
from ui.form import Entry
from ui.inputs import ChoiceInput, FlagInput, LongInput, TextInput, WholeInput
from ui.page import Page
from ui.pages.prepare.list_panel import ListPanel
from ui.publishing import PublishSwitch, published_receipt
from ui.rows import Column
from ui.text import _, words
from ui.widgets.button import Button
from ui.widgets.order_table import OrderTable

if TYPE_CHECKING:
    from hackdesk.event.store import Event


def _goes_to(award: Award) -> str:
    if award.by_place is None:
        return _(DECIDERS.get(award.decided_by, award.decided_by))
    return _("place {place}", place=award.by_place)


def _given_by(award: Award) -> str:
    return "\n".join(filter(None, (award.giver, substance(award, words))))


class AwardsPanel(ListPanel):
    """In the order in which they are announced: name, giver, what it is, and who decides to whom it goes."""

    title = N_("Awards")
    empty = (
        N_("No awards yet"),
        N_("The main prize, and those that partners give: money, a mentoring session, hours of advice."),
        N_("Add an award"),
    )
    columns = (
        Column(N_("Award"), lambda award: award.name or _("New award"), strong=True),
        Column(N_("Giver and what it is"), _given_by),
        Column(N_("Decided by"), _goes_to, width=130),
    )
    entries = (
        Entry("name", N_("Award"), TextInput),
        Entry("giver", N_("Given by"), TextInput, N_("One giver may give several")),
        Entry("what", N_("What it is"), lambda: LongInput(2), N_("Such as 1,000 euros, or 20 hours of advice")),
        Entry("money", N_("Kind"), lambda: FlagInput(_("It is money"))),
        Entry("by_place", N_("Goes to place"), WholeInput, N_("Empty: by decision"), 3),
        Entry("decided_by", N_("Who decides otherwise"), lambda: ChoiceInput(_deciders()), "", 3),
    )  # fmt: skip

    def __init__(self, page: Page) -> None:
        self.publish = PublishSwitch()
        self.publish.wanted.connect(self._publish)
        super().__init__(page)
        self.left.body.insertWidget(self.left.body.indexOf(self.remark), self.publish)

    def make_table(self) -> OrderTable:
        table = OrderTable(self.columns, name=_(self.title), wrap=True)
        table.dropped.connect(self._drop)
        return table

    def buttons(self) -> QHBoxLayout:
        line = super().buttons()
        self.up_button = Button("", partial(self._step, -1), sign="arrow-up")
        self.down_button = Button("", partial(self._step, 1), sign="arrow-down")
        for number, (button, word, key) in enumerate(
            ((self.up_button, _("Move up"), "Alt+Up"), (self.down_button, _("Move down"), "Alt+Down"))
        ):
            button.setAccessibleName(word)
            button.setToolTip(f"{word} · {key}")
            line.insertWidget(2 + number, button)
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
        return line

    def rows(self, event: Event) -> tuple[Award, ...]:
        return awards(event)

    def read(self, event: Event) -> tuple[tuple[Award, ...], bool, bool]:
        revision = sealed(event)
        if revision is not None and revision.stands:
            return awards(event), revision.ranking_published, True
        return awards(event), settings_of(event).ranking_published, False

    def display(self, answer: Any) -> None:
        rows, published, signed = answer
        self.show_rows(rows)
        self.publish.show_state(published=published, signed=signed)
        self.remark.setText(_remark(rows))
        self.remark.setVisible(bool(self.remark.text()))

    def draft(self) -> Award:
        return Award(uuid4(), "", version=0)

    def add(self, event: Event, row: Award) -> None:
        add_award(event, row)

    def change(self, event: Event, row: Award, seen: Award) -> None:
        edit_award(event, row, seen=seen.version)

    def take_out(self, event: Event, row: Award) -> None:
        remove_award(event, row.id, seen=row.version)

    # --- the order of announcement ------------------------------------------------------------

    def _step(self, step: int) -> None:
        row, saved = self.table.current, [one for one in self.table.rows if one.version]
        if row is not None and row.version:
            self._move(row, saved.index(row) + step)

    def _drop(self, row: Award, place: int) -> None:
        if row.version:
            self._move(row, place - 1)

    def _move(self, row: Award, to: int) -> None:
        shown = [one for one in self.table.rows if one.version]
        if not 0 <= to < len(shown):
            return
        order = [one.id for one in shown if one.id != row.id]
        order.insert(to, row.id)
        work = partial(actions.order_awards, order=order, seen=shown)
        self.page.do(work, lambda _now: _("“{award}” comes as number {place}.", award=row.name, place=to + 1))

    def _publish(self, published: bool) -> None:
        work = partial(actions.publish_ranking, published=published)
        self.page.do(work, lambda _nothing: published_receipt(published))


def _deciders() -> list[tuple[str, str]]:
    return [(key, _(word)) for key, word in DECIDERS.items()]


def _remark(rows: Sequence[Award]) -> str:
    if len(rows) < 2:
        return ""
    return _("In the order in which they are announced; before the last one there is a pause.")
