"""The desk at the door: one field, the person who stands there, and who is here already."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout

from hackdesk.people import actions
from hackdesk.people.rules import Person
from ui import theme
from ui.page import Page
from ui.pages.check_in.badges import Badges
from ui.pages.check_in.beside import Beside
from ui.pages.check_in.days import Times, left_said
from ui.pages.check_in.deeds import Arrived, Deeds
from ui.pages.check_in.desk_now import DeskNow, Reading
from ui.pages.check_in.forms import Forms
from ui.pages.check_in.front import Front
from ui.panel import Panel
from ui.text import _
from ui.widgets.scan_field import Scan
from ui.widgets.sound_button import SoundButton

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: How the width is shared between the desk and what is beside it.
_SHARES = (61, 39)
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class DoorPanel(Panel):
    """Typing searches in memory; what is written goes through `deeds`. The keyboard goes back to the field
    after each thing done, so that the next scan always lands there.

    missing_wanted(topic's id or None): who is not here yet for this topic, or at all.
    """

    missing_wanted = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.now: DeskNow | None = None
        self._reading = Reading()
        #: The journal's entry that made the answer, where Undo takes back more than the check-in.
        self._entry: int | None = None
        self.deeds, self.badges = Deeds(page, self), Badges(page)
        self.front, self.beside = Front(self.badges), Beside()
        self.strip = self.front.strip
        self.field, self.results = self.front.field, self.front.results
        self.card, self.answer = self.front.card, self.front.answer
        self.count, self.last = self.beside.counts, self.beside.last
        self.forms = Forms(page, self.beside)
        self.sound = SoundButton((_("Sound on"), _("Silent")), key="F9")
        self._line = QBoxLayout(_ACROSS, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.GAP)
        self._line.addWidget(self.front, _SHARES[0])
        self._line.addWidget(self.forms, _SHARES[1])
        self._connect()
        self.setFocusProxy(self.field)

    def _connect(self) -> None:
        self.field.entered.connect(self.take_scan)
        self.strip.scanned.connect(self.take_scan)
        self.results.named.connect(self.begin_walk_in)
        self.results.list_wanted.connect(self._want_list)
        self.card.wanted.connect(self._take_person)
        self.card.only_wanted.connect(self._take_only)
        self.card.after_all.connect(self.deeds.check_in_after_all)
        self.card.edited.connect(self.edit)
        self.card.taken_back.connect(self._take_back)
        self.card.days.left.connect(self._leave)
        self.card.days.typed.connect(self._correct)
        self.card.days.away.connect(self.field.setFocus)
        self.answer.answered.connect(self._record)
        self.answer.after_all.connect(self.deeds.check_in_after_all)
        self.answer.named.connect(self.begin_walk_in)
        self.answer.taken_back.connect(self.take_back_told)
        self.answer.edited.connect(self.edit)
        self.last.taken_back.connect(self._take_back)
        self.last.walk_in.connect(self.begin_walk_in)
        self.badges.given.connect(self.deeds.check_in_person)
        self.badges.left.connect(self.field.setFocus)
        self.forms.left.connect(self.field.setFocus)
        self.forms.arrived.connect(self._welcome)
        self.forms.saved.connect(self._show_saved)
        self.count.missing_wanted.connect(self.missing_wanted)
        self.deeds.arrived.connect(self.show_arrival)
        self.deeds.unknown.connect(self._show_unknown)
        self.deeds.nobodys.connect(self._ask_whose)
        self.deeds.recorded.connect(self.front.ask_next)

    def leave(self) -> None:
        self.badges.leave()
        self.forms.leave()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.badges.printing.look()  # another printer may have been chosen meanwhile

    def shrink(self, *, narrow: bool) -> None:
        self._line.setDirection(_DOWN if narrow else _ACROSS)
        for number, share in enumerate((0, 0) if narrow else _SHARES):
            self._line.setStretch(number, share)

    def read(self, event: Event) -> DeskNow:
        return self._reading.now(event)

    def display(self, answer: DeskNow) -> None:
        self.now = answer
        self.beside.show_now(answer)
        self.forms.show_now(answer)
        self.front.show_now(answer)

    def select(self, subject: Any) -> None:
        """Show somebody; another page asked for them."""
        if self.now and subject in self.now.people:
            self.front.choose(self.now.people[subject])

    def take_scan(self, scan: Scan) -> None:
        """Enter: what a scanner or the camera read checks its owner in; else the person on the card is meant.

        Of several who match, the first Enter chooses and the second checks in: half a name and Enter, typed
        while talking, never lets in somebody who only comes first in the list.
        """
        person = self.front.person
        known = self.now is not None and any(one.code == scan.code for one in self.now.people.values())
        if person is None or scan.fast or known:
            if scan.readings:
                # A ticket of a form tool has no check character; the event knows whether it is one.
                self.deeds.check_in(*scan.readings)
        elif self.front.sure:
            self._take_person(person)
        else:
            self.front.choose(person)

    def show_arrival(self, arrived: Arrived) -> None:
        """Say what came of a check-in."""
        self._entry = arrived.entry
        self.page.notice.hide()
        self.badges.greet(arrived.arrival, self.now)
        self.front.show_arrival(arrived.arrival, arrived.place)
        self.sound.play(self.answer.said.sound)

    def begin_walk_in(self, name: str = "") -> None:
        """Open the form for somebody who is not on the list; the queue goes on beside it."""
        if self.now is not None:
            self.forms.begin_walk_in(name)

    def edit(self, person: Person) -> None:
        """Open the form with what is known of a person."""
        if self.now is not None:
            self.forms.edit(person)

    def take_back_fresh(self) -> bool:
        """Ctrl+Z: take back the check-in just done, while the answer tells of it; whether it does."""
        fresh = self.front.told is not None and self.answer.fresh
        if fresh:
            self.take_back_told()
        return fresh

    def take_back_told(self) -> None:
        """Take back the check-in that the answer tells of."""
        if self.front.told is not None and self._entry is not None:
            self.deeds.take_back_entry(self._entry)
        elif self.front.told is not None:
            self.deeds.take_back(self.front.told.person)
        self.field.setFocus()

    def _take_person(self, person: Person) -> None:
        """Enter, for somebody who is chosen: a blank badge that waits is theirs, else they are checked in."""
        if self.badges.asking:
            self.badges.give(person)
        else:
            self.deeds.check_in_person(person)

    def _take_only(self, person: Person) -> None:
        if self.front.sure:
            self.badges.check_in_only(person)
            self.deeds.check_in_person(person)
        else:
            self.front.choose(person)

    def _show_unknown(self, readings: tuple[str, ...]) -> None:
        self.page.notice.hide()
        self.front.show_unknown(readings)
        self.sound.play(self.answer.said.sound)

    def _ask_whose(self, code: str, number: int) -> None:
        self.field.clear()
        self.badges.ask_whose(code, number)
        self.sound.play("stop")
        self.field.setFocus()

    def _take_back(self, person: Person) -> None:
        self.deeds.take_back(person)
        self.field.setFocus()

    def _leave(self, person: Person) -> None:
        self.page.do(partial(actions.leave, person_id=person.id), left_said)
        self.field.setFocus()

    def _correct(self, times: Times) -> None:
        self.page.ask(times.write, self._say_corrected, self.card.days.refuse)

    def _say_corrected(self, person: Person) -> None:
        self.card.days.put_away()
        self.page.saved()
        self.field.setFocus()

    def _record(self, person: Person, purpose: str, given: bool, wording: str) -> None:
        self.deeds.record(person, purpose, given, wording)
        self.field.setFocus()

    def _welcome(self, arrived: Arrived) -> None:
        self.show_arrival(arrived)
        self.badges.give(arrived.arrival.person)

    def _show_saved(self, person: Person) -> None:
        if self.front.told is None:
            self.front.choose(person)

    def _want_list(self) -> None:
        self.page.wants.emit("prepare", "registrations")
