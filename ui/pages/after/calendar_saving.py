"""The dates after the event, written as a calendar file where the facilitator says."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.follow_up.aftermath_queries import contacts, promises
from hackdesk.follow_up.calendar_file import calendar_of, entries
from hackdesk.follow_up.queries import commitments
from hackdesk.language import N_, language
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
        page.ask(partial(write_calendar, path=path), lambda count: page.receipt(_written(count, path)))


def _written(count: int, path: Path) -> str:
    return many("{count} day is in {path}", "{count} days are in {path}", count, path=str(path))


def write_calendar(event: Event, path: Path) -> int:
    """Write every open day in the event's language; gives how many. Raises HackDeskError where it cannot."""
    settings = settings_of(event)
    dates = entries(commitments(event), contacts(event), promises(event), language(settings.language))
    if not dates:
        raise HackDeskError(
            N_("No day is written down yet."), remedy=N_("Plan the contacts, or say by when something is done.")
        )
    try:
        path.write_bytes(calendar_of(settings.name, dates, event.clock.utc_now()))
    except OSError as error:
        raise HackDeskError(
            N_("{name} cannot be written: {reason}."), name=path.name, reason=error.strerror or str(error)
        ) from error
    return len(dates)
