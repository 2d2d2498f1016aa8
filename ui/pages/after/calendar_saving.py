"""The dates after the event, written as a calendar file where the facilitator says."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from hackdesk.errors import HackDeskError
from hackdesk.follow_up.calendar_writing import open_days, write_calendar
from hackdesk.language import N_
from ui.page import Page
from ui.text import _, many
from ui.widgets.button import Button

if TYPE_CHECKING:
    from hackdesk.event.store import Event


def calendar_button(page: Page) -> Button:
    """A button that asks where the calendar file goes, writes it and says so."""
    return Button(_("Calendar file …"), partial(_ask, page), sign="calendar")


def _ask(page: Page) -> None:
    name, _filter = QFileDialog.getSaveFileName(
        page, _("Write to …"), _("after the event") + ".ics", _("Calendar files") + " (*.ics)"
    )
    if name:
        path = Path(name).with_suffix(".ics")
        page.ask(partial(write_open_days, path=path), lambda count: page.receipt(_written(count, path)))


def _written(count: int, path: Path) -> str:
    return many("{count} day is in {path}", "{count} days are in {path}", count, path=str(path))


def write_open_days(event: Event, path: Path) -> int:
    """Write every open day in the event's language; gives how many. Raises HackDeskError where it cannot."""
    if not open_days(event):
        raise HackDeskError(
            N_("No day is written down yet."), remedy=N_("Plan the contacts, or say by when something is done.")
        )
    return write_calendar(event, path)
