"""What the programme's panel does to the event, and what its receipts say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from hackdesk.agenda import actions, arranging, wording
from hackdesk.agenda.arranging import Inserted
from hackdesk.agenda.queries import programme
from hackdesk.agenda.rules import Planned, ProgrammeItem, planned_of
from hackdesk.agenda.shifting import Shift
from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.settings import EventSettings, settings_of
from hackdesk.event.undo import undo
from hackdesk.language import N_
from ui.form import Edit
from ui.programme.blocks import times_words
from ui.programme.empty import TEMPLATES
from ui.programme.slots import planned, real_times, slot_of
from ui.text import _, many, words
from ui.undoing import numbered

if TYPE_CHECKING:
    from hackdesk.event.store import Event
    from ui.programme.panel import ProgrammePanel

_REAL = frozenset({"began", "over"})


class Deeds(QObject):
    """Carries out wishes of the panel; each is one change that can be taken back from its receipt."""

    def __init__(self, panel: ProgrammePanel) -> None:
        super().__init__(panel)
        self._panel, self._page = panel, panel.page
        self.settings = EventSettings()

    # --- the day ------------------------------------------------------------------------------

    def move(self, item: UUID, starts_at: datetime) -> None:
        """It was dragged to another time."""
        self._page.do(partial(actions.move_item, item=item, starts_at=starts_at), self._say_times)

    def nudge(self, item: UUID, minutes: int) -> None:
        """Some minutes earlier or later."""
        self._page.do(partial(actions.nudge_item, item=item, minutes=minutes), self._say_times)

    def lengthen(self, item: UUID, ends_at: datetime) -> None:
        """Its end was pulled."""
        self._page.do(partial(actions.end_item_at, item=item, ends_at=ends_at), self._say_times)

    def change_places(self, item: UUID, step: int) -> None:
        """It and the one beside it."""
        self._page.do(partial(actions.change_places, item=item, step=step), _say_places)

    def make_room(self, item: UUID) -> None:
        """What it overlaps moves on."""
        self._page.do(partial(actions.make_room, item=item), _say_shift)

    def shift(self, minutes: int, first: UUID | None) -> None:
        """The rest of the day."""
        self._page.do(partial(actions.shift_rest, minutes=minutes, first=first), _say_shift)

    def say_stuck(self, item: ProgrammeItem | None) -> None:
        """Why it cannot be dragged."""
        if item is not None:
            try:
                arranging.refuse_unmovable(item)
            except HackDeskError as error:
                self._page.sorry(error)

    # --- an item ------------------------------------------------------------------------------

    def begin(self, template: str) -> None:
        """Take a template."""
        items = TEMPLATES[template][0]
        self._page.do(partial(actions.begin_programme, items=items), _say_begun)

    def insert(self, at: ProgrammeItem | None, step: int, day: date) -> None:
        """A new item beside another one, or the first of a day."""
        self._put_in(partial(_new_item, at=at, step=step, day=day, title=_("New item")), typed=True)

    def copy(self, item: ProgrammeItem) -> None:
        """The same once more, after it."""
        later = arranging.moved_to(item, item.ends_at)
        self._put_in(lambda _event: replace(planned_of(later), fixed=False), typed=False)

    def _put_in(self, make: Callable[[Event], Planned], *, typed: bool) -> None:
        self._page.ask(
            numbered(lambda event: actions.insert_item(event, make(event))), partial(self._say_inserted, typed)
        )

    def _say_inserted(self, typed: bool, answer: tuple[Inserted, int | None]) -> None:
        receipt, number = answer
        self._page.receipt(wording.inserted_words(words, receipt), partial(self._take_back, number))
        if typed:
            self._panel.choose_and_type(receipt.item.id)
        else:
            self._panel.choose(receipt.item.id)

    def _take_back(self, number: int | None) -> None:
        self._page.ask(partial(undo, number=number), self._page.say_undone)

    def split(self, item: ProgrammeItem) -> None:
        """Two of one."""
        self._page.do(partial(actions.split_item, item=item.id), self._say_split)

    def remove(self, item: ProgrammeItem | None) -> None:
        """Take it out."""
        if item is not None:
            self._page.do(
                partial(actions.remove_item, item=item.id, seen=item.version),
                lambda _nothing: _("Removed: {name}", name=item.title),
            )

    def start(self, item: ProgrammeItem) -> None:
        """It begins now."""
        self._page.do(
            partial(actions.start_item, item=item.id),
            lambda one: _("{item} has begun", item=wording.named(words, one)),
        )

    def end(self, item: ProgrammeItem) -> None:
        """It ends now."""
        self._page.do(
            partial(actions.end_item, item=item.id),
            lambda one: _("{item} has ended", item=wording.named(words, one)),
        )

    def keep(self, item: ProgrammeItem | None, edit: Edit) -> None:
        """A field of the form was left with another value."""
        if item is not None:
            refuse = partial(self._panel.card.form.refuse, edit)
            self._page.ask(partial(_keep_edit, item, edit), lambda _nothing: self._page.saved(), refuse)

    # --- receipts -----------------------------------------------------------------------------

    def _say_times(self, item: ProgrammeItem) -> str:
        return _(
            "{item} is now {times}", item=wording.named(words, item),
            times=times_words(item.starts_at, item.ends_at, self.settings.zone),
        )  # fmt: skip

    def _say_split(self, parts: tuple[ProgrammeItem, ProgrammeItem]) -> str:
        at = words.time(parts[1].starts_at, self.settings.zone)
        return _("{item} is split at {time}", item=wording.named(words, parts[0]), time=at)


def _new_item(event: Event, *, at: ProgrammeItem | None, step: int, day: date, title: str) -> Planned:
    """Where a new item goes: beside another one as that is now, or at nine."""
    settings, items = settings_of(event), programme(event)
    here = next((one for one in items if at is not None and one.id == at.id), None)
    if here is None:
        nine = datetime.combine(day, time(9), settings.zone).astimezone(UTC)
        return Planned(title, nine, nine + arranging.USUAL)
    starts_at, ends_at = arranging.place_for(items, here, step)
    return Planned(title, starts_at, ends_at, public=here.public)


def _keep_edit(item: ProgrammeItem, edit: Edit, event: Event) -> None:
    latest = next((one for one in programme(event) if one.id == item.id), None)
    if latest is None:
        raise Stale(N_("“{name}” is not there any more; nothing was saved."), name=item.title)
    zone = settings_of(event).zone
    slot = edit.apply(slot_of(latest, zone))
    if edit.name in _REAL:
        began, over = real_times(slot, zone)
        actions.note_times(event, item.id, began, over, seen=latest.version)
    else:
        actions.edit_item(event, item.id, planned(slot, zone), seen=latest.version)


def _say_shift(shift: Shift) -> str:
    return wording.shift_words(words, shift)


def _say_places(changed: tuple[ProgrammeItem, ...]) -> str:
    return _(
        "{one} and {other} changed places", one=wording.named(words, changed[0]),
        other=wording.named(words, changed[1]),
    )  # fmt: skip


def _say_begun(count: int) -> str:
    return many("{count} item is in the programme", "{count} items are in the programme", count)
