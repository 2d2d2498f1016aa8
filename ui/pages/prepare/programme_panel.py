"""What happens when: the plan that the Stage and the projector follow."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Any

from hackdesk.agenda.actions import add_item, edit_item, remove_item
from hackdesk.agenda.queries import programme
from hackdesk.event.settings import EventSettings, settings_of
from hackdesk.language import N_
from ui.form import Entry
from ui.inputs import ChoiceInput, DayInput, FlagInput, LongInput, TextInput
from ui.page import Page
from ui.pages.prepare.list_panel import ListPanel
from ui.pages.prepare.slots import Slot, edited, new_slot, planned, slot_of, time_typed
from ui.rows import Column
from ui.text import _

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: What kinds there are, in words; the keys are those of rules.KINDS.
_KINDS = {
    "arrival": N_("arrival"), "talk": N_("talk"), "topics": N_("topics"), "teams": N_("teams form"),
    "work": N_("team work"), "mentors": N_("mentors"), "meal": N_("meal"), "pitches": N_("pitches"),
    "jury": N_("jury"), "awards": N_("awards"), "other": N_("other"),
}  # fmt: skip


class TimeInput(TextInput):
    """A time of day."""

    def value(self) -> time:
        return time_typed(self.text())

    def show_value(self, value: time) -> None:
        super().show_value(f"{value:%H:%M}")


class ProgrammePanel(ListPanel):
    """When, what, whether it may move, whether the hall sees it, and who is responsible."""

    title = N_("Programme")
    empty = (
        N_("No programme yet"),
        N_("What happens when. The Stage and the projector show from it what is on and what comes next."),
        N_("Add an item"),
    )
    entries = (
        Entry("name", N_("What happens"), TextInput),
        Entry("day", N_("Day"), DayInput, "", 6),
        Entry("starts", N_("From"), TimeInput, N_("Another start keeps the length"), 3),
        Entry("ends", N_("Until"), TimeInput, "", 3),
        Entry("kind", N_("Kind"), lambda: ChoiceInput([(key, _(word)) for key, word in _KINDS.items()]), "", 3),
        Entry("responsible", N_("Who sees to it"), TextInput, "", 3),
        Entry("fixed", N_("Fixed time"), lambda: FlagInput(_("never shifted")), "", 3),
        Entry("public", N_("On the projector"), lambda: FlagInput(_("shown")), "", 3),
        Entry("notes", N_("Notes for the organisers"), lambda: LongInput(2), N_("Never shown to the hall")),
    )  # fmt: skip

    def __init__(self, page: Page) -> None:
        self._settings = EventSettings()
        self.columns = (
            Column(N_("When"), self.when, width=160),
            Column(N_("What happens"), lambda slot: slot.name or _("New item"), strong=True),
            Column("", lambda slot: "", pill=_sign, width=92, right=True),
        )
        super().__init__(page)

    def when(self, slot: Slot) -> str:
        """Day and times, as short as they are clear."""
        times = f"{slot.starts:%H:%M}–{slot.ends:%H:%M}"
        return f"{slot.day.day}.{slot.day.month}. {times}" if len(self._settings.days) > 1 else times

    def read(self, event: Event) -> tuple[tuple[Slot, ...], EventSettings]:
        return self.rows(event), settings_of(event)

    def display(self, answer: Any) -> None:
        rows, self._settings = answer
        self.show_rows(rows)

    def rows(self, event: Event) -> tuple[Slot, ...]:
        zone = settings_of(event).zone
        return tuple(slot_of(item, zone) for item in programme(event))

    def draft(self) -> Slot:
        return new_slot(self.table.rows[-1] if self.table.rows else None, self._settings.starts_on)

    def add(self, event: Event, row: Slot) -> None:
        add_item(event, planned(row, settings_of(event).zone))

    def change(self, event: Event, row: Slot, seen: Slot) -> None:
        edit_item(event, row.id, planned(edited(row, seen), settings_of(event).zone), seen=seen.version)

    def take_out(self, event: Event, row: Slot) -> None:
        remove_item(event, row.id, seen=row.version)


def _sign(slot: Slot) -> tuple[str, str] | None:
    if not slot.public:
        return _("staff"), "plain"
    return (_("fixed"), "info") if slot.fixed else None
