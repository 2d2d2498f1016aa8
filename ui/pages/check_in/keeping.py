"""What is done with a form: it is written, its person checked in, and what another desk did meanwhile is met."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.undo import undo
from hackdesk.people import actions, queries
from hackdesk.people.half_typed import HalfTyped, forget_half_typed
from hackdesk.people.rules import Person
from ui.page import Page
from ui.pages.check_in.deeds import Arrived, with_place
from ui.text import _
from ui.undoing import numbered

if TYPE_CHECKING:
    from collections.abc import Callable

    from hackdesk.event.store import Event


class Keeping(QObject):
    """arrived(form id, Arrived): kept and checked in. saved(form id, Person): kept without.

    refused(form id, HackDeskError). changed_meanwhile(form id, Person): somebody else has written this person
    since. stands(Person): their registration was cancelled or restored.
    """

    arrived = Signal(object, object)
    saved = Signal(object, object)
    refused = Signal(object, object)
    changed_meanwhile = Signal(object, object)
    stands = Signal(object)

    def __init__(self, page: Page, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._busy: set[UUID] = set()

    @property
    def busy(self) -> frozenset[UUID]:
        """The forms that are on their way to the disk."""
        return frozenset(self._busy)

    def keep(self, form: HalfTyped, here: bool) -> None:
        """Write a form; here: check its person in too, in the same change. A second press does nothing more."""
        if form.id not in self._busy:
            self._busy.add(form.id)
            done, refuse = partial(self._say_kept, form), partial(self._say_refused, form)
            self._page.ask(numbered(partial(_write, form, _action(form, here))), done, refuse)

    def change_standing(self, person: Person) -> None:
        """They are not coming; or where that was said before: they are after all."""
        action = actions.restore_registration if person.cancelled else actions.cancel_registration
        self._page.ask(numbered(partial(action, person_id=person.id, seen=person.version)), self._say_standing)

    def _say_kept(self, form: HalfTyped, answer: tuple[Arrived | Person, int | None]) -> None:
        receipt, number = answer
        self._busy.discard(form.id)
        if isinstance(receipt, Person):
            self.saved.emit(form.id, receipt)
            new = _("{name} is on the list, not here yet", name=receipt.name)
            saved = _("{name} is saved", name=receipt.name)
            self._confirm(saved if form.person_id else new, number)
        else:
            self.arrived.emit(form.id, replace(receipt, entry=number))
            self._confirm(_("{name} is on the list and in", name=receipt.arrival.person.name), number)

    def _confirm(self, sentence: str, number: int | None) -> None:
        take_back = partial(self._page.ask, partial(undo, number=number), self._page.say_undone)
        self._page.receipt(sentence, take_back if number else None)

    def _say_refused(self, form: HalfTyped, error: HackDeskError) -> None:
        self._busy.discard(form.id)
        if isinstance(error, Stale) and form.person_id is not None:
            met = partial(self.changed_meanwhile.emit, form.id)
            self._page.ask(partial(queries.person, person_id=form.person_id), met)
        else:
            self.refused.emit(form.id, error)

    def _say_standing(self, answer: tuple[Person, int | None]) -> None:
        person, number = answer
        self.stands.emit(person)
        cancelled = _("{name}'s registration is cancelled", name=person.name)
        restored = _("{name}'s registration stands again", name=person.name)
        self._confirm(cancelled if person.cancelled else restored, number)


def _action(form: HalfTyped, here: bool) -> Callable[[Event], Any]:
    if form.person_id is None:
        action: Callable[[Event], Any] = partial(
            actions.register_walk_in if here else actions.add_person, draft=form.draft
        )
    else:
        edit = actions.edit_and_check_in if here else actions.edit_person
        action = partial(edit, person_id=form.person_id, draft=form.draft, seen=form.seen)
    return partial(with_place, action=action) if here else action


def _write(form: HalfTyped, action: Callable[[Event], Any], event: Event) -> Any:
    receipt = action(event)
    forget_half_typed(event, form.id)
    return receipt
