"""What is done at the door: each deed is asked of the desk, and what came of it is told to whoever listens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hackdesk.errors import HackDeskError
from hackdesk.event.undo import undo
from hackdesk.people import actions
from hackdesk.people.badge_codes import NobodysBadge, UnknownCode
from hackdesk.people.rules import Arrival, Person
from hackdesk.teams.queries import Place, place_of
from ui.page import Page
from ui.text import _
from ui.undoing import numbered

if TYPE_CHECKING:
    from hackdesk.event.store import Event


@dataclass(frozen=True)
class Arrived:
    """Who came, and where they go. entry: the journal's number, where Undo takes back more than the check-in."""

    arrival: Arrival
    place: Place
    entry: int | None = None


class Deeds(QObject):
    """arrived(Arrived): what came of a check-in. unknown(readings): nobody has such a code. nobodys(code, number):
    it is a blank badge's.

    recorded(Person, purpose): a consent is written.
    """

    arrived = Signal(object)
    unknown = Signal(object)
    nobodys = Signal(str, int)
    recorded = Signal(object, str)

    def __init__(self, page: Page, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page

    def check_in(self, *readings: str) -> None:
        """Check in whoever has this badge code or ticket, as typed or in every way a scan can be read."""
        check_in = partial(with_place, action=partial(actions.check_in, code=readings))
        self._page.ask(check_in, self.arrived.emit, partial(self._refuse, readings))

    def check_in_person(self, person: Person) -> None:
        """Check in somebody who was chosen."""
        self.check_in(person.code)

    def check_in_after_all(self, person: Person) -> None:
        """Check in somebody who had cancelled and came."""
        action = partial(actions.check_in_after_all, person_id=person.id)
        self._page.ask(numbered(partial(with_place, action=action)), self._say_arrived)

    def take_back(self, person: Person) -> None:
        """It was somebody else."""
        self._page.ask(partial(actions.undo_check_in, person_id=person.id), self._say_taken_back)

    def take_back_entry(self, number: int) -> None:
        """Take back exactly this entry of the journal."""
        self._page.ask(partial(undo, number=number), self._page.say_undone)

    def record(self, person: Person, purpose: str, given: bool, wording: str) -> None:
        """Write down what they said when they were asked for a consent in these words."""
        record = partial(
            actions.record_consent, person_id=person.id, purpose=purpose, given=given, wording=wording
        )
        self._page.ask(record, partial(self._say_recorded, purpose))

    def _say_arrived(self, answer: tuple[Arrived, int | None]) -> None:
        arrived, number = answer
        self.arrived.emit(replace(arrived, entry=number))

    def _refuse(self, readings: tuple[str, ...], error: HackDeskError) -> None:
        if isinstance(error, UnknownCode):
            self.unknown.emit(readings)
        elif isinstance(error, NobodysBadge):
            self.nobodys.emit(error.values["code"], error.values["number"])
        else:
            self._page.sorry(error)

    def _say_taken_back(self, person: Person) -> None:
        self._page.receipt(_("{name} is no longer checked in", name=person.name))

    def _say_recorded(self, purpose: str, person: Person) -> None:
        self.recorded.emit(person, purpose)
        self._page.saved()


def with_place(event: Event, action: Callable[[Event], Arrival]) -> Arrived:
    """Run an action that gives an arrival, and see where that person goes."""
    arrival = action(event)
    return Arrived(arrival, place_of(event, arrival.person))
