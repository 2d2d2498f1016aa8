"""What is done from a list of people to call: each deed is on disk at once and can be taken back."""

from __future__ import annotations

from functools import partial

from hackdesk.people import actions
from hackdesk.people.rules import Arrival, Person
from hackdesk.people.turnout import OUTCOMES, Call, Outcome
from ui.call_card import CallCard
from ui.page import Page
from ui.text import _


class Calling:
    """Writes what a CallCard tells, for the page it stands on."""

    def __init__(self, page: Page, card: CallCard) -> None:
        self._page = page
        card.noted.connect(self.note)
        card.said.connect(self.say)
        card.cancelled.connect(self.cancel)
        card.restored.connect(self.restore)
        card.came.connect(self.check_in)
        card.copied.connect(self.say_copied)

    def note(self, person: Person, outcome: Outcome, note: str) -> None:
        """Write down what came of a call."""
        call = partial(actions.note_call, person_id=person.id, outcome=outcome, note=note)
        self._page.do(call, partial(_noted, person))

    def say(self, call: Call, note: str) -> None:
        """Write down what they said in it."""
        self._page.do(partial(actions.add_call_note, call_id=call.id, note=note), _written_down)

    def cancel(self, person: Person) -> None:
        """Their registration falls."""
        cancel = partial(actions.cancel_registration, person_id=person.id, seen=person.version)
        self._page.do(cancel, _fell)

    def restore(self, person: Person) -> None:
        """Their registration stands again."""
        restore = partial(actions.restore_registration, person_id=person.id, seen=person.version)
        self._page.do(restore, _stands)

    def check_in(self, person: Person) -> None:
        """They stand at the door."""
        self._page.do(partial(actions.check_in, code=person.code), _came)

    def say_copied(self, number: str) -> None:
        """Confirm what is on the clipboard."""
        self._page.receipt(_("Copied: {number}", number=number))


def _noted(person: Person, call: Call) -> str:
    return _("{name}: {outcome}", name=person.name, outcome=_(OUTCOMES[call.outcome]))


def _written_down(call: Call) -> str:
    return _("Kept with the call: {note}", note=call.note)


def _fell(person: Person) -> str:
    return _("{name} is cancelled", name=person.name)


def _stands(person: Person) -> str:
    return _("{name} is on the list again", name=person.name)


def _came(arrival: Arrival) -> str:
    return _("{name} is in", name=arrival.person.name)
