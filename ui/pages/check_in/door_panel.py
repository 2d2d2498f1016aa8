"""The desk at the door: one field, the person who stands there, and who is here already."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from hackdesk.errors import HackDeskError
from hackdesk.people import actions
from hackdesk.people.badge_codes import NobodysBadge
from hackdesk.people.rules import Arrival, ArrivalKind, Draft, Person
from ui import theme
from ui.page import Page
from ui.pages.check_in.badges import Badges
from ui.pages.check_in.beside import Beside
from ui.pages.check_in.camera_strip import CameraStrip
from ui.pages.check_in.days import Times, left_said
from ui.pages.check_in.deeds import Deeds
from ui.pages.check_in.desk_now import DeskNow, Reading
from ui.pages.check_in.person_card import PersonCard
from ui.pages.check_in.results import Results
from ui.panel import Panel
from ui.text import _
from ui.widgets.scan_field import Scan, ScanField

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: How the width is shared between the desk and what is beside it.
_SHARES = (61, 39)
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class DoorPanel(Panel):
    """Typing searches in memory; what is written goes through `deeds`. The keyboard goes back to the field
    after each thing done, so that the next scan always lands there."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.now: DeskNow | None = None
        self._reading = Reading()
        self._shown: UUID | None = None
        self._just_in: UUID | None = None
        self.deeds = Deeds(page, self)
        self.field = ScanField(_("Scan a badge, or type a name, organisation or phone number"))
        self.strip = CameraStrip(self.field)
        self.results, self.card = Results(), PersonCard()
        self.badges = Badges(page)
        self.beside = Beside()
        self.count, self.last = self.beside.counts, self.beside.last
        self.walk_in, self.editing = self.beside.walk_in, self.beside.editing
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.field)

    def _lay_out(self) -> None:
        self.left = QVBoxLayout()
        self.left.setSpacing(12)
        self.left.addWidget(self.strip)
        self.left.addWidget(self.badges)
        self.left.addWidget(self.results, 1)
        self.left.addWidget(self.card)
        self.card.add_line(self.badges.line)
        self.card.hide()
        self._line = QBoxLayout(_ACROSS, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.GAP)
        self._line.addLayout(self.left, _SHARES[0])
        self._line.addWidget(self.beside, _SHARES[1])

    def _connect(self) -> None:
        self.field.typed.connect(self._search)
        self.field.entered.connect(self.take_scan)
        self.strip.scanned.connect(self.take_scan)
        self.field.moved.connect(self.results.move_by)
        self.results.chosen.connect(self._show)
        self.results.named.connect(self.begin_walk_in)
        self.results.list_wanted.connect(self._want_list)
        self.card.wanted.connect(self._take_person)
        self.card.only_wanted.connect(self._take_only)
        self.badges.given.connect(self._show_given)
        self.badges.left.connect(self.field.setFocus)
        self.card.after_all.connect(self.deeds.check_in_after_all)
        self.card.edited.connect(self.edit)
        self.card.taken_back.connect(self._take_back)
        self.card.answered.connect(self._record)
        self.card.days.left.connect(self._leave)
        self.card.days.typed.connect(self._correct)
        self.card.days.away.connect(self.field.setFocus)
        self.last.taken_back.connect(self._take_back)
        self.last.walk_in.connect(self.begin_walk_in)
        self.beside.left.connect(self.field.setFocus)
        for form in (self.walk_in, self.editing):
            form.ready.connect(self._keep)
            form.looked_at.connect(self._show)
        self.deeds.arrived.connect(self.show_arrival)
        self.deeds.unknown.connect(self._say_unknown)
        self.deeds.taken_down.connect(self._welcome)
        self.deeds.edited.connect(self._show_edited)

    def shrink(self, *, narrow: bool) -> None:
        self._line.setDirection(_DOWN if narrow else _ACROSS)
        for number, share in enumerate((0, 0) if narrow else _SHARES):
            self._line.setStretch(number, share)

    def read(self, event: Event) -> DeskNow:
        return self._reading.now(event)

    def display(self, answer: DeskNow) -> None:
        self.now = answer
        self.beside.show_now(answer)
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
        """Enter: what a scanner or the camera read checks its owner in; else the chosen person is meant."""
        chosen = self.results.current
        known = self.now is not None and any(one.code == scan.code for one in self.now.people.values())
        if chosen is not None and not scan.fast and not known:
            self._take_person(chosen)
        elif scan.readings:
            # A ticket of a form tool has no check character; the event knows whether it is one.
            self.deeds.check_in(*scan.readings)

    def begin_walk_in(self, name: str = "") -> None:
        """Open the form for somebody who is not on the list; the queue goes on beside it."""
        if self.now is not None:
            self.beside.begin_walk_in(self.now, name)

    def edit(self, person: Person) -> None:
        """Open the form with what is known of a person."""
        if self.now is not None:
            self.beside.edit(self.now, person)

    def _take_person(self, person: Person) -> None:
        """Enter, for somebody who is chosen: a blank badge that waits is theirs, else they are checked in."""
        if self.badges.asking:
            self.badges.give(person)
        else:
            self.deeds.check_in_person(person)

    def _take_only(self, person: Person) -> None:
        self.badges.check_in_only(person)
        self.deeds.check_in_person(person)

    def _show_given(self, person: Person) -> None:
        """Whoever is given a badge is at the desk."""
        self.deeds.check_in_person(person)

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
        self.badges.line.show_badge(person, self.now)
        if self.badges.asking:
            self.card.offer(_("Give badge {number}", number=self.badges.asking))
        elif person.on(self.now.day) is None and not person.cancelled and self.badges.due(person, self.now):
            self.card.offer(_("Check in and print badge"), only=True)
        self.card.show()

    def _put_away(self) -> None:
        self._shown = None
        self.card.hide()

    def show_arrival(self, arrival: Arrival) -> None:
        """Say what came of a check-in, and be ready for the next one."""
        self.page.notice.hide()
        self.field.clear()
        new = arrival.kind in (ArrivalKind.IN, ArrivalKind.BACK)
        self._just_in = arrival.person.id if new else None
        self._show(arrival.person)
        self.badges.greet(arrival, self.now)
        self.field.setFocus()

    def _say_unknown(self, error: HackDeskError, _text: str) -> None:
        if isinstance(error, NobodysBadge):
            self.field.clear()
            self.badges.ask_whose(error.values["code"], error.values["number"])
            self.field.setFocus()
            return
        self.page.sorry(error)
        self.field.line.selectAll()
        self.field.setFocus()

    def _take_back(self, person: Person) -> None:
        self._just_in = None
        self.deeds.take_back(person)
        self.field.setFocus()

    def _leave(self, person: Person) -> None:
        self._just_in = None
        self.page.do(partial(actions.leave, person_id=person.id), left_said)
        self.field.setFocus()

    def _correct(self, times: Times) -> None:
        self._just_in = None
        self.page.ask(times.write, self._say_corrected, self.card.days.refuse)

    def _say_corrected(self, person: Person) -> None:
        self.card.days.put_away()
        self.page.saved()
        self.field.setFocus()

    def _record(self, person: Person, purpose: str, given: bool) -> None:
        self.deeds.record(person, purpose, given)
        self.field.setFocus()

    def _keep(self, draft: Draft, person: Person | None) -> None:
        form = self.editing if person else self.walk_in
        self.deeds.keep(draft, person, form.refuse)

    def _welcome(self, arrival: Arrival) -> None:
        self.walk_in.empty()
        self.beside.put_away()
        self.show_arrival(arrival)
        self.badges.give(arrival.person)

    def _show_edited(self, person: Person) -> None:
        self.beside.put_away()
        self._show(person)

    def _want_list(self) -> None:
        self.page.wants.emit("prepare", "registrations")
