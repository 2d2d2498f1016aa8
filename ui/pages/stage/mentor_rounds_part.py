"""The rounds in which mentors see teams: from the programme in one step, or by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QLineEdit, QSpinBox

from hackdesk.agenda import actions
from hackdesk.agenda.mentoring import MentorRound, RoundDraft
from hackdesk.language import N_
from ui.page import Page
from ui.pages.stage.list_and_form import Action, ListAndForm
from ui.pages.stage.mentor_now import MentorsNow
from ui.pages.stage.typed_span import shown_span, typed_span
from ui.rows import Column
from ui.text import _, many, words
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.picker import Picker
from ui.widgets.table import Table


class MentorRoundsPart(ListAndForm):
    """Left the rounds, right one of them to be written down."""

    def __init__(self, page: Page) -> None:
        self.read: MentorsNow | None = None
        self.name, self.span, self.day = QLineEdit(), QLineEdit(), Picker(_("Day"))
        self.slot, self.walk = QSpinBox(), QSpinBox()
        for box, lowest, highest, value in ((self.slot, 3, 240, 15), (self.walk, 0, 60, 0)):
            box.setRange(lowest, highest)
            box.setValue(value)
            box.setSuffix(" " + _("min"))
        table = Table(
            (
                Column(N_("Round"), lambda one: one.name, strong=True),
                Column(N_("When"), self._when, width=190),
                Column(N_("Slots"), lambda one: str(len(one.slots)), width=70, right=True),
                Column(N_("Visit"), lambda one: _("{count} min", count=one.slot_minutes), width=90, right=True),
            ),
            name=_("Rounds of mentors"), wrap=True,
        )  # fmt: skip
        super().__init__(page, table, _("Rounds of mentors"), _("A round"))
        self.take_button = Button("", self._take, size="small")
        self.list.head.addWidget(self.take_button)
        for field in (
            Field(_("Name"), self.name), Field(_("Day"), self.day),
            Field(_("From–until"), self.span, _("Like 15:30–17:00")),
            Field(_("A visit takes"), self.slot), Field(_("To the next table"), self.walk),
        ):  # fmt: skip
            self.fields.addWidget(field)
        self.setFocusProxy(self.name)

    def display(self, read: MentorsNow) -> None:
        """Show what was read; the form keeps what is typed."""
        self.read = read
        days = [(day, f"{words.weekday(day)} {day.day}.{day.month}.") for day in read.days]
        self.day.offer(days, self.day.current or read.days[0])
        self.table.replace(read.now.rounds)
        self.take_button.setVisible(read.new_rounds > 0)
        new = read.new_rounds
        self.take_button.setText(
            many("Take {count} round from the programme", "Take {count} rounds from the programme", new)
        )
        self.show_edited(self.edited)

    def fill(self, one: MentorRound | None) -> None:
        self.name.setText(one.name if one else "")
        self.span.setText("")
        if one is not None:
            self.day.pick(one.starts_at.astimezone(self._zone).date())
            self.span.setText(shown_span((one.starts_at, one.ends_at), self._zone))
            self.slot.setValue(one.slot_minutes)
            self.walk.setValue(one.walk_minutes)

    def draft(self) -> RoundDraft:
        day = self.day.current or (self.read.days[0] if self.read else date.today())
        first, last = typed_span(self.span.text(), day, self._zone)
        item = self.edited.item_id if self.edited else None
        return RoundDraft(self.name.text().strip(), first, last, self.slot.value(), self.walk.value(), item)

    def adding(self, draft: RoundDraft) -> tuple[Action, Callable[[Any], str]]:
        return partial(actions.add_round, draft=draft), _added

    def editing(self, one: MentorRound, draft: RoundDraft) -> Action:
        return partial(actions.edit_round, which=one.id, draft=draft, seen=one.version)

    def removing(self, one: MentorRound) -> tuple[Action, Callable[[Any], str]]:
        return partial(actions.remove_round, which=one.id, seen=one.version), _removed

    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.read.now.zone) if self.read else ZoneInfo("UTC")

    def _when(self, one: MentorRound) -> str:
        day: date = one.starts_at.astimezone(self._zone).date()
        return f"{words.weekday(day, short=True)} {shown_span((one.starts_at, one.ends_at), self._zone)}"

    def _take(self) -> None:
        action = partial(actions.add_rounds_of_the_programme, slot_minutes=self.slot.value(),
                         walk_minutes=self.walk.value())  # fmt: skip
        self.page.do(action, _taken)


def _added(one: MentorRound) -> str:
    return _("{name} is a round of mentors", name=one.name)


def _removed(name: str) -> str:
    return _("{name} is removed", name=name)


def _taken(count: int) -> str:
    return many("{count} round taken", "{count} rounds taken", count)
