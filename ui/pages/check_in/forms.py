"""The forms that are open beside the desk: one is shown, others wait, and none of what is typed gets lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.people import queries
from hackdesk.people.half_typed import HalfTyped, forget_half_typed, half_typed, keep_half_typed
from hackdesk.people.rules import Draft, Person
from ui.page import Page
from ui.pages.check_in.deeds import Arrived
from ui.pages.check_in.desk_now import DeskNow
from ui.pages.check_in.keeping import Keeping
from ui.pages.check_in.person_form import PersonForm
from ui.pages.check_in.person_inputs import offer_of
from ui.pages.check_in.twin import known_of
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.keycap import Keycap

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: Milliseconds after the last key before what is half typed is on the disk.
_PAUSE = 600


class Forms(QWidget):
    """arrived(Arrived): a form was kept and its person checked in. saved(Person): kept without.

    left(): the keyboard goes back to the field.
    """

    arrived = Signal(object)
    saved = Signal(object)
    left = Signal()

    def __init__(self, page: Page, resting: QWidget) -> None:
        """resting: what is shown while no form is."""
        super().__init__()
        self._page = page
        self._now: DeskNow | None = None
        self._waiting: dict[UUID, HalfTyped] = {}
        self._unwritten: dict[UUID, HalfTyped] = {}
        self.form, self.keeping = PersonForm(), Keeping(page, self)
        self.chips, self._resting = QWidget(), resting
        self._flow = Flow(self.chips, gap=6)
        self.chips.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.chips)
        # Not a stack: what is hidden must not ask for room in a low window.
        lines.addWidget(resting, 1)
        lines.addWidget(self.form, 1)
        self.form.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._write_down)
        self._connect()

    def _connect(self) -> None:
        QShortcut(QKeySequence("Ctrl+J"), self).activated.connect(self.next_waiting)
        # The button with this key is not seen while a form is.
        QShortcut(QKeySequence("Ctrl+N"), self.form).activated.connect(self.begin_walk_in)
        self.form.kept.connect(self.keeping.keep)
        self.form.waits.connect(self._let_wait)
        self.form.dropped.connect(self._drop)
        self.form.away.connect(self.left)
        self.form.edited.connect(self._pause.start)
        self.form.standing.connect(self.keeping.change_standing)
        self.keeping.arrived.connect(self._say_arrived)
        self.keeping.saved.connect(self._say_saved)
        self.keeping.refused.connect(self._say_refused)
        self.keeping.changed_meanwhile.connect(self._meet)
        self.keeping.stands.connect(self.form.follow)

    @property
    def waiting(self) -> tuple[HalfTyped, ...]:
        """The forms that are put aside, the one begun first first."""
        return tuple(self._waiting.values())

    @property
    def open(self) -> HalfTyped | None:
        """The form that is shown, as it is typed now."""
        return None if self.form.isHidden() else self.form.form

    def show_now(self, now: DeskNow) -> None:
        """People have changed."""
        self._now = now
        if self.open is not None:
            self.form.show_now(now)
        self._page.ask(half_typed, self._remember)

    def begin_walk_in(self, name: str = "") -> None:
        """An empty form for one more who is not on the list; one that is half typed waits."""
        given, _space, family = name.strip().rpartition(" ")
        draft = Draft(given or family, family if given else "")
        if self.open is not None and self.open.person_id is None and not self.form.touched and not name:
            self.form.setFocus()
        else:
            self._show(HalfTyped(datetime.now(UTC), draft))

    def edit(self, person: Person) -> None:
        """The form with what is known of a person; one that was begun for them is gone on with."""
        known = person.draft
        begun = next((one for one in (self.open, *self.waiting) if one and one.person_id == person.id), None)
        new = HalfTyped(datetime.now(UTC), known, known, person.id, person.version, arriving=False)
        self._show(begun or new)

    def next_waiting(self) -> None:
        """Back into the form where the keyboard left it; from there on to the one that waits longest."""
        if self.open is not None and not self.form.hasFocus() and not self.form.isAncestorOf(self._focused()):
            (self.form.focusWidget() or self.form).setFocus()
        elif self._waiting:
            self._show(next(iter(self._waiting.values())))

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self

    def put_away(self) -> None:
        """Show the counts again; what is half typed waits."""
        self._put_aside()
        self._show_form(False)

    def leave(self) -> None:
        """The window closes: what is half typed is on the disk before it does."""
        self._pause.stop()
        self._write_down()

    def _show_form(self, shown: bool) -> None:
        self.form.setVisible(shown)
        self._resting.setVisible(not shown)

    def _show(self, form: HalfTyped) -> None:
        if self._now is None:
            return
        if self.open is None or self.open.id != form.id:
            self._put_aside()
            person = self._now.people.get(form.person_id) if form.person_id else None
            if form.person_id and person is None:
                form = replace(form, person_id=None)  # they are no longer on the list: what was typed still is
            self.form.begin(form, self._now, person)
            self._show_form(True)
            self._waiting.pop(form.id, None)
            self._show_chips()
            self._read_for(form)
        self.form.setFocus()

    def _read_for(self, form: HalfTyped) -> None:
        if self._now is not None:
            self._page.ask(partial(offer_of, now=self._now), self.form.offer)
        if self._now is not None and not self.form.twin.ready:
            people = self._now.people
            self._page.ask(lambda _event: known_of(people), self.form.know)
        if form.person_id:
            history = partial(queries.consent_history, person_id=form.person_id)
            self._page.ask(history, partial(self._show_consents, form.id))

    def _show_consents(self, form_id: UUID, history: Sequence[queries.Consent]) -> None:
        if self.open is not None and self.open.id == form_id:
            self.form.show_consents(history)

    def _put_aside(self) -> None:
        form = self.open
        if form is not None and form.touched:
            # At the end of the line, so that Ctrl+J goes round.
            self._waiting[form.id] = form
            self._show_form(False)
            self._write(form)
        elif form is not None:
            self._forget(form)
        self._pause.stop()

    def _let_wait(self) -> None:
        self.put_away()
        self._show_chips()
        self.left.emit()

    def _drop(self) -> None:
        form = self.open
        self._show_form(False)
        self._pause.stop()
        if form is not None:
            self._forget(form)
            if form.touched:
                self._page.receipt(_("What was typed is discarded"), partial(self._show, form))
        self.left.emit()

    def _write_down(self) -> None:
        form = self.open
        if form is not None and form.touched:
            self._write(form)

    def _write(self, form: HalfTyped) -> None:
        if form.id not in self.keeping.busy:
            self._page.ask(partial(_written, form), self._remember, partial(self._hold, form))

    def _hold(self, form: HalfTyped, error: HackDeskError) -> None:
        """The disk refuses: the form stays in memory, and somebody is told."""
        self._unwritten[form.id] = form
        self._page.sorry(error)

    def _forget(self, form: HalfTyped) -> None:
        self._unwritten.pop(form.id, None)
        self._page.ask(partial(_forgotten, form.id), self._remember)

    def _remember(self, found: Sequence[HalfTyped]) -> None:
        """What waits, as the disk has it: also what another window of this event put aside."""
        here = self.open.id if self.open is not None else None
        listed = {one.id: one for one in (*found, *self._unwritten.values()) if one.id != here}
        kept = {key: listed[key] for key in self._waiting if key in listed}
        fresh = {**kept, **{key: one for key, one in listed.items() if key not in kept}}
        if list(fresh.values()) != list(self._waiting.values()):
            self._waiting = fresh
            self._show_chips()

    def _show_chips(self) -> None:
        self._flow.clear()
        self._flow.addWidget(Keycap("Ctrl+J"))
        for form in self._waiting.values():
            chip = Button(self._name(form), partial(self._show, form), size="small")
            self._flow.addWidget(chip)
        self.chips.setVisible(bool(self._waiting))
        self.chips.updateGeometry()

    def _name(self, form: HalfTyped) -> str:
        name = form.draft.given_name.strip() or form.draft.family_name.strip() or _("No name yet")
        return _("{name} … (edit waits)", name=name) if form.person_id else _("{name} … (waiting)", name=name)

    def _say_arrived(self, form_id: UUID, arrived: Arrived) -> None:
        self._close(form_id)
        self.arrived.emit(arrived)

    def _say_saved(self, form_id: UUID, person: Person) -> None:
        self._close(form_id)
        self.saved.emit(person)

    def _close(self, form_id: UUID) -> None:
        """A form is kept: where it is still shown, the counts come back, and the keyboard goes to the field."""
        self._unwritten.pop(form_id, None)
        self._waiting.pop(form_id, None)
        if self.open is not None and self.open.id == form_id:
            self._pause.stop()
            self._show_form(False)
            self.left.emit()
        self._page.ask(half_typed, self._remember)

    def _say_refused(self, form_id: UUID, error: HackDeskError) -> None:
        self._with(form_id, partial(self.form.refuse, error))

    def _meet(self, form_id: UUID, person: Person) -> None:
        self._with(form_id, partial(self.form.meet, person))

    def _with(self, form_id: UUID, act: Callable[[], None]) -> None:
        """Something has to be said about a form: bring it back where another one is open."""
        waiting = self._waiting.get(form_id)
        if waiting is not None:
            self._show(waiting)
        if self.open is not None and self.open.id == form_id:
            act()


def _written(form: HalfTyped, event: Event) -> tuple[HalfTyped, ...]:
    keep_half_typed(event, form)
    return half_typed(event)


def _forgotten(form_id: UUID, event: Event) -> tuple[HalfTyped, ...]:
    forget_half_typed(event, form_id)
    return half_typed(event)
