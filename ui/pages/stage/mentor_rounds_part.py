"""The rounds in which mentors see teams: from the programme in one step, or by hand."""

from __future__ import annotations

from datetime import date
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QBoxLayout, QLineEdit, QSpinBox, QWidget

from hackdesk.agenda import actions
from hackdesk.agenda.mentoring import MentorRound, RoundDraft
from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from ui import theme
from ui.page import Page
from ui.pages.stage.mentor_now import MentorsNow
from ui.pages.stage.typed_span import shown_span, typed_span
from ui.rows import Column
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.picker import Picker
from ui.widgets.scroll import Scroll
from ui.widgets.table import Table

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class MentorRoundsPart(QWidget):
    """Left the rounds, right one of them to be written down."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.read: MentorsNow | None = None
        self._edited: MentorRound | None = None
        self.table = Table(
            (
                Column(N_("Round"), lambda one: one.name, strong=True),
                Column(N_("When"), self._when, width=190),
                Column(N_("Slots"), lambda one: str(len(one.slots)), width=70, right=True),
                Column(N_("Visit"), lambda one: _("{count} min", count=one.slot_minutes), width=90, right=True),
            ),
            name=_("Rounds of mentors"), wrap=True,
        )  # fmt: skip
        self.table.setProperty("role", "inside")
        self.name, self.span, self.day = QLineEdit(), QLineEdit(), Picker(_("Day"))
        self.slot, self.walk = QSpinBox(), QSpinBox()
        for box, lowest, highest, value in ((self.slot, 3, 240, 15), (self.walk, 0, 60, 0)):
            box.setRange(lowest, highest)
            box.setValue(value)
            box.setSuffix(" " + _("min"))
        self.wrong = Label("", "error", wrap=True)
        self.keep_button = Button(_("Add"), self._keep, kind="primary", key="Ctrl+Return")
        self.new_button = Button(_("Another one"), self.begin, kind="plain")
        self.remove_button = Button(_("Remove"), self._remove, kind="plain")
        self.take_button = Button("", self._take, size="small")
        self.wrong.hide()
        self._lay_out()
        self.table.chosen.connect(self._edit)
        self.setFocusProxy(self.name)

    def _lay_out(self) -> None:
        left, self.form = Card(_("Rounds of mentors")), Card(_("A round"))
        left.head.addWidget(self.take_button)
        left.body.addWidget(self.table, 1)
        for field in (
            Field(_("Name"), self.name), Field(_("Day"), self.day),
            Field(_("From–until"), self.span, _("Like 15:30–17:00")),
            Field(_("A visit takes"), self.slot), Field(_("To the next table"), self.walk),
        ):  # fmt: skip
            self.form.body.addWidget(field)
        self.form.body.addWidget(self.wrong)
        self.form.body.addLayout(row(self.keep_button, self.new_button, self.remove_button))
        self.form.body.addStretch()
        self._sides = QBoxLayout(_ACROSS, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GAP)
        scroll = Scroll(self.form)
        scroll.setMinimumWidth(340)
        self._sides.addWidget(left, 7)
        self._sides.addWidget(scroll, 4)

    def shrink(self, *, narrow: bool) -> None:
        """Stand the form below the list."""
        self._sides.setDirection(_DOWN if narrow else _ACROSS)
        self.table.setMinimumHeight(140 if narrow else 0)

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
        self._show_edited(self._edited)

    def begin(self) -> None:
        """An empty form for another round."""
        self.table.choose(None)
        self._edit(None)

    def _when(self, one: MentorRound) -> str:
        zone = ZoneInfo(self.read.now.zone) if self.read else ZoneInfo("UTC")
        day: date = one.starts_at.astimezone(zone).date()
        return f"{words.weekday(day, short=True)} {shown_span((one.starts_at, one.ends_at), zone)}"

    def _edit(self, one: MentorRound | None) -> None:
        if one is not None and self._edited is not None and one.id == self._edited.id:
            self._edited = one
            return
        self._show_edited(one)
        self.wrong.hide()
        self.name.setText(one.name if one else "")
        self.span.setText("")
        if one is not None and self.read is not None:
            zone = ZoneInfo(self.read.now.zone)
            self.day.pick(one.starts_at.astimezone(zone).date())
            self.span.setText(shown_span((one.starts_at, one.ends_at), zone))
            self.slot.setValue(one.slot_minutes)
            self.walk.setValue(one.walk_minutes)

    def _show_edited(self, one: MentorRound | None) -> None:
        self._edited = one
        self.form.title.setText(one.name if one else _("A round"))
        self.keep_button.setText(_("Keep") if one else _("Add"))
        self.remove_button.setVisible(one is not None)
        self.new_button.setVisible(one is not None)

    def _keep(self) -> None:
        if self.read is None:
            return
        zone = ZoneInfo(self.read.now.zone)
        try:
            first, last = typed_span(self.span.text(), self.day.current or self.read.days[0], zone)
        except HackDeskError as error:
            self.wrong.setText(words.error(error))
            self.wrong.show()
            return
        self.wrong.hide()
        item = self._edited.item_id if self._edited else None
        draft = RoundDraft(self.name.text().strip(), first, last, self.slot.value(), self.walk.value(), item)
        if self._edited is None:
            self._page.do(partial(actions.add_round, draft=draft), self._added)
        else:
            one = self._edited
            action = partial(actions.edit_round, which=one.id, draft=draft, seen=one.version)
            self._page.do(action, lambda kept: _("{name} is kept", name=kept.name))

    def _added(self, one: MentorRound) -> str:
        self.begin()
        return _("{name} is a round of mentors", name=one.name)

    def _remove(self) -> None:
        if self._edited is not None:
            one = self._edited
            self._page.do(partial(actions.remove_round, which=one.id, seen=one.version), self._removed)

    def _removed(self, name: str) -> str:
        self._edit(None)
        return _("{name} is removed", name=name)

    def _take(self) -> None:
        action = partial(actions.add_rounds_of_the_programme, slot_minutes=self.slot.value(),
                         walk_minutes=self.walk.value())  # fmt: skip
        self._page.do(action, lambda count: many("{count} round taken", "{count} rounds taken", count))
