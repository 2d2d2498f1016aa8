"""The desk at the door: one field, the person who stands there, and who is here already."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.event.undo import undo
from hackdesk.people import actions
from hackdesk.people.badge_codes import is_badge_code
from hackdesk.people.rules import Arrival, ArrivalKind, Draft, Person
from ui import theme
from ui.page import Page
from ui.pages.check_in.desk_now import DeskNow, desk_now
from ui.pages.check_in.person_card import PersonCard
from ui.pages.check_in.person_form import PersonForm
from ui.pages.check_in.results import Results
from ui.pages.check_in.side import CountCard, LastCard
from ui.panel import Panel
from ui.text import _
from ui.undoing import numbered
from ui.widgets.scan_field import Scan, ScanField

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: How the width is shared between the desk and what is beside it.
_SHARES = (61, 39)
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class DoorPanel(Panel):
    """Typing searches in memory; everything that is written is asked of the desk. The keyboard goes back to
    the field after each thing done, so that the next scan always lands there."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.now: DeskNow | None = None
        self._shown: UUID | None = None
        self._just_in: UUID | None = None
        self.field = ScanField(_("Scan a badge, or type a name, organisation or phone number"))
        self.results, self.card = Results(), PersonCard()
        self.count, self.last = CountCard(), LastCard()
        # Two forms: what is half typed about a walk-in stays while somebody else is edited.
        self.walk_in, self.editing = PersonForm(), PersonForm()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.field)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.field)
        left.addWidget(self.results, 1)
        left.addWidget(self.card)
        self.card.hide()
        beside = QWidget()
        side = QVBoxLayout(beside)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        side.addWidget(self.count)
        side.addWidget(self.last)
        side.addStretch()
        self._side = QStackedWidget()
        self._side.addWidget(beside)
        self._side.addWidget(self.walk_in)
        self._side.addWidget(self.editing)
        self._line = QBoxLayout(_ACROSS, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.GAP)
        self._line.addLayout(left, _SHARES[0])
        self._line.addWidget(self._side, _SHARES[1])

    def _connect(self) -> None:
        self.field.typed.connect(self._search)
        self.field.entered.connect(self.take_scan)
        self.field.moved.connect(self.results.move_by)
        self.results.chosen.connect(self._show)
        self.results.named.connect(self.begin_walk_in)
        self.results.list_wanted.connect(self._want_list)
        self.card.wanted.connect(self._check_in)
        self.card.after_all.connect(self._check_in_after_all)
        self.card.edited.connect(self.edit)
        self.card.taken_back.connect(self._take_back)
        self.card.answered.connect(self._record)
        self.last.taken_back.connect(self._take_back)
        self.last.walk_in.connect(self.begin_walk_in)
        for form in (self.walk_in, self.editing):
            form.ready.connect(self._keep)
            form.closed.connect(self._close_form)
            form.away.connect(self.field.setFocus)
            form.looked_at.connect(self._show)

    def shrink(self, *, narrow: bool) -> None:
        self._line.setDirection(_DOWN if narrow else _ACROSS)
        for number, share in enumerate((0, 0) if narrow else _SHARES):
            self._line.setStretch(number, share)

    def read(self, event: Event) -> DeskNow:
        return desk_now(event)

    def display(self, answer: DeskNow) -> None:
        self.now = answer
        self.count.show_count(answer.count)
        self.last.show_last(answer)
        self.results.show_again(self.field.text, answer)
        if self._shown in answer.people:
            self._show(answer.people[self._shown])
        elif self._shown:
            self._put_away()

    def select(self, subject: Any) -> None:
        """Show somebody; another page asked for them."""
        if self.now and subject in self.now.people:
            self._show(self.now.people[subject])

    def take_scan(self, scan: Scan) -> None:
        """Enter: a badge's code checks its owner in, else the chosen person is meant."""
        code = next((text for text in (scan.text, scan.keys) if is_badge_code(text)), "")
        chosen = self.results.current
        if code:
            self._ask_check_in(code)
        elif chosen is not None:
            self._check_in(chosen)
        elif scan.text.strip():
            # A ticket of a form tool has no check character; the event knows whether it is one.
            self._ask_check_in(scan.text)

    def begin_walk_in(self, name: str = "") -> None:
        """Open the form for somebody who is not on the list; the queue goes on beside it."""
        if self.now is None:
            return
        if not self.walk_in.touched:
            self.walk_in.begin(self.now, None, name)
        self._side.setCurrentWidget(self.walk_in)
        self.walk_in.setFocus()

    def edit(self, person: Person) -> None:
        """Open the form with what is known of a person."""
        if self.now is not None:
            self.editing.begin(self.now, person)
            self._side.setCurrentWidget(self.editing)
            self.editing.setFocus()

    def _search(self, text: str) -> None:
        self._just_in = None
        if self.now is not None:
            self.results.show_found(text, self.now)
            if self.results.current is None:
                self._put_away()

    def _show(self, person: Person) -> None:
        if self.now is None:
            return
        self._shown = person.id
        self.card.show_person(person, self.now, just_in=person.id == self._just_in)
        self.card.show()

    def _put_away(self) -> None:
        self._shown = None
        self.card.hide()

    def _check_in(self, person: Person) -> None:
        self._ask_check_in(person.code)

    def _check_in_after_all(self, person: Person) -> None:
        self.page.ask(partial(actions.check_in_after_all, person_id=person.id), self.show_arrival)

    def _ask_check_in(self, code: str) -> None:
        self.page.ask(partial(actions.check_in, code=code), self.show_arrival, self._sorry_for_code)

    def show_arrival(self, arrival: Arrival) -> None:
        """Say what came of a check-in, and be ready for the next one."""
        self.page.notice.hide()
        self.field.clear()
        self._just_in = arrival.person.id if arrival.kind is ArrivalKind.IN else None
        self._show(arrival.person)
        self.field.setFocus()

    def _sorry_for_code(self, error: HackDeskError) -> None:
        self.page.sorry(error)
        self.field.line.selectAll()
        self.field.setFocus()

    def _take_back(self, person: Person) -> None:
        self._just_in = None
        self.page.ask(partial(actions.undo_check_in, person_id=person.id), self._say_taken_back)
        self.field.setFocus()

    def _say_taken_back(self, person: Person) -> None:
        self.page.receipt(_("{name} is no longer checked in", name=person.name))

    def _record(self, person: Person, purpose: str, given: bool) -> None:
        record = partial(actions.record_consent, person_id=person.id, purpose=purpose, given=given)
        self.page.ask(record, self._say_recorded)
        self.field.setFocus()

    def _say_recorded(self, person: Person) -> None:
        self.page.saved()

    def _keep(self, draft: Draft, person: Person | None) -> None:
        if person is None:
            walk_in = numbered(partial(actions.register_walk_in, draft=draft))
            self.page.ask(walk_in, self._welcome, self.walk_in.refuse)
        else:
            edit = partial(actions.edit_person, person_id=person.id, draft=draft, seen=person.version)
            self.page.ask(edit, self._say_edited, self.editing.refuse)

    def _welcome(self, answer: tuple[Arrival, int | None]) -> None:
        arrival, number = answer
        self.walk_in.empty()
        self._close_form()
        self.show_arrival(arrival)
        take_back = partial(self.page.ask, partial(undo, number=number), self.page.say_undone)
        self.page.receipt(_("{name} is on the list and in", name=arrival.person.name), take_back)

    def _say_edited(self, person: Person) -> None:
        self._close_form()
        self._show(person)
        self.page.saved()

    def _close_form(self) -> None:
        self._side.setCurrentIndex(0)
        self.field.setFocus()

    def _want_list(self) -> None:
        self.page.wants.emit("prepare", "registrations")
