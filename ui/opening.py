"""Opening and making event files; all of it runs on a thread, because it imports the database first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hackdesk.event.settings import EventSettings
    from hackdesk.event.store import Event

_NEEDED = (
    "hackdesk.event.store", "hackdesk.templates", "ui.window", "ui.pages.prepare.page",
    "ui.pages.prepare.event_panel",
)  # fmt: skip


@dataclass(frozen=True)
class Opened:
    """An open event. head: its last journal entry then; saved_at: when that was written."""

    event: Event
    at: datetime
    head: int
    saved_at: datetime | None


def open_event(path: Path, station: str) -> Opened:
    """Open an event file. Raises HackDeskError for one that cannot be opened."""
    from hackdesk.event.store import Event

    return _opened(Event.open(path, station=station))


def new_event(path: Path, settings: EventSettings, template: str, station: str) -> Opened:
    """Make an event file from a template. Raises HackDeskError where that cannot be."""
    from hackdesk.templates import create_event

    return _opened(create_event(path, settings, template, station=station))


def sample_event(path: Path, station: str) -> Opened:
    """The event to try things out with: made anew where there is none yet."""
    if not path.exists():
        from hackdesk.rehearsal import sample_event as make

        path.parent.mkdir(parents=True, exist_ok=True)
        make(path)
    return open_event(path, station)


def warm_up() -> None:
    """Import what a window on an event needs; on a thread, so that making it does not stop the screen."""
    for module in _NEEDED:
        import_module(module)


def _opened(event: Event) -> Opened:
    warm_up()
    head = event.head()
    last = event.changes_since(head - 1) if head else []
    return Opened(event, event.clock.utc_now(), head, last[-1].at if last else None)


Opening = Callable[[], Opened]
