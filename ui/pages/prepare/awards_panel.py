"""What is given, and by whom: an award is its own thing, apart from places."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from hackdesk.jury.actions import add_award, edit_award, remove_award
from hackdesk.jury.queries import awards
from hackdesk.jury.rules import Award
from hackdesk.language import N_
from ui.form import Entry
from ui.inputs import LongInput, TextInput, WholeInput
from ui.pages.prepare.list_panel import ListPanel
from ui.rows import Column
from ui.text import _

if TYPE_CHECKING:
    from hackdesk.event.store import Event


def _goes_to(award: Award) -> str:
    if award.by_place is None:
        return _("the jury or the giver decides")
    return _("place {place}", place=award.by_place)


class AwardsPanel(ListPanel):
    """Name, giver, what it is, and the place it goes to where it goes by place."""

    title = N_("Awards")
    empty = (
        N_("No awards yet"),
        N_("The main prize, and those that partners give: money, a mentoring session, hours of advice."),
        N_("Add an award"),
    )
    columns = (
        Column(N_("Award"), lambda award: award.name or _("New award"), strong=True),
        Column(N_("Given by"), lambda award: award.giver),
        Column(N_("Goes to"), _goes_to, width=150),
    )
    entries = (
        Entry("name", N_("Award"), TextInput),
        Entry("giver", N_("Given by"), TextInput, N_("One giver may give several")),
        Entry("what", N_("What it is"), lambda: LongInput(2), N_("Such as 1,000 euros, or 20 hours of advice")),
        Entry("by_place", N_("Goes to place"), WholeInput, N_("Empty: the jury or the giver decides"), 3),
    )  # fmt: skip

    def rows(self, event: Event) -> tuple[Award, ...]:
        return awards(event)

    def draft(self) -> Award:
        return Award(uuid4(), "", version=0)

    def add(self, event: Event, row: Award) -> None:
        add_award(event, row)

    def change(self, event: Event, row: Award, seen: Award) -> None:
        edit_award(event, row, seen=seen.version)

    def take_out(self, event: Event, row: Award) -> None:
        remove_award(event, row.id, seen=row.version)
