"""What is chosen for badges, written down as it is chosen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hackdesk.event.settings import EventSettings, change_settings, settings_of
from ui.page import Page
from ui.pages.documents.badge_options import BadgeOptions

if TYPE_CHECKING:
    from hackdesk.event.store import Event


class BadgeKeeping(QObject):
    """Writes for the options of badges."""

    def __init__(self, page: Page, options: BadgeOptions) -> None:
        super().__init__(page)
        self._page = page
        options.set.connect(self.keep)

    def keep(self, settings: EventSettings) -> None:
        """Keep their format and what stands at the back."""
        self._page.ask(partial(_set_badges, settings), self._say)

    def _say(self, _settings: EventSettings) -> None:
        self._page.saved()


def _set_badges(wanted: EventSettings, event: Event) -> EventSettings:
    """Keep what was chosen for badges, whatever else was changed meanwhile."""
    chosen = {name: getattr(wanted, name) for name in ("badge_format", "badge_back", "badge_back_text")}
    return change_settings(event, replace(settings_of(event), **chosen))
