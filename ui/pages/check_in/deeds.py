"""What is done at the door: each deed is asked of the desk, and what came of it is told to whoever listens."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from hackdesk.errors import HackDeskError
from hackdesk.event.undo import undo
from hackdesk.people import actions
from hackdesk.people.rules import Arrival, Draft, Person
from ui.page import Page
from ui.text import _
from ui.undoing import numbered


class Deeds(QObject):
    """arrived(Arrival): what came of a check-in. unknown(HackDeskError, text): nobody has this code.

    taken_down(Arrival): a walk-in is on the list and in. edited(Person): it is written.
    """

    arrived = Signal(object)
    unknown = Signal(object, str)
    taken_down = Signal(object)
    edited = Signal(object)

    def __init__(self, page: Page, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page

    def check_in(self, *readings: str) -> None:
        """Check in whoever has this badge code or ticket, as typed or in every way a scan can be read."""
        check_in = partial(actions.check_in, code=readings)
        self._page.ask(check_in, self.arrived.emit, partial(self._say_unknown, readings[0]))

    def check_in_person(self, person: Person) -> None:
        """Check in somebody who was chosen."""
        self.check_in(person.code)

    def check_in_after_all(self, person: Person) -> None:
        """Check in somebody who had cancelled and came."""
        self._page.ask(partial(actions.check_in_after_all, person_id=person.id), self.arrived.emit)

    def take_back(self, person: Person) -> None:
        """It was somebody else."""
        self._page.ask(partial(actions.undo_check_in, person_id=person.id), self._say_taken_back)

    def record(self, person: Person, purpose: str, given: bool) -> None:
        """Write down what they said when they were asked for a consent."""
        answer = partial(actions.record_consent, person_id=person.id, purpose=purpose, given=given)
        self._page.ask(answer, self._say_saved)

    def keep(self, draft: Draft, person: Person | None, refuse: Callable[[HackDeskError], None]) -> None:
        """Keep a form: somebody new is taken down and checked in, somebody known is edited."""
        if person is None:
            self._page.ask(numbered(partial(actions.register_walk_in, draft=draft)), self._welcome, refuse)
        else:
            edit = partial(actions.edit_person, person_id=person.id, draft=draft, seen=person.version)
            self._page.ask(edit, self._say_edited, refuse)

    def _say_unknown(self, code: str, error: HackDeskError) -> None:
        self.unknown.emit(error, code)

    def _say_taken_back(self, person: Person) -> None:
        self._page.receipt(_("{name} is no longer checked in", name=person.name))

    def _say_saved(self, person: Person) -> None:
        self._page.saved()

    def _welcome(self, answer: tuple[Arrival, int | None]) -> None:
        arrival, number = answer
        self.taken_down.emit(arrival)
        take_back = partial(self._page.ask, partial(undo, number=number), self._page.say_undone)
        self._page.receipt(_("{name} is on the list and in", name=arrival.person.name), take_back)

    def _say_edited(self, person: Person) -> None:
        self.edited.emit(person)
        self._page.saved()
