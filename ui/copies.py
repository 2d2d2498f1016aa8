"""The copies beside the event file: when one is due, at closing, and to a USB stick."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from hackdesk.errors import HackDeskError
from hackdesk.event import backup
from hackdesk.event.backup import Backup
from hackdesk.event.store import Event
from ui.desk import Desk

#: Milliseconds between two looks whether a copy is due.
LOOK = 30_000


class Copies(QObject):
    """made(Backup): a copy beside the file is on disk. refused(HackDeskError): it could not be written."""

    made = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk, event: Event, opened_at: datetime, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._event, self._opened_at = desk, event, opened_at
        self.last: Backup | None = None
        self._clock = QTimer(self, interval=LOOK)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    def look(self) -> None:
        """Copy where five minutes have passed since the last copy, or since opening."""
        if backup.is_due(self._event, self.last, self._opened_at):
            self.copy(None, self.refused.emit)

    def copy(self, then: Callable[[], None] | None, sorry: Callable[[HackDeskError], None]) -> None:
        """Copy now where something changed since the last copy; then, or sorry, is called in the end."""
        self._desk.ask(self._copy, partial(self._keep, then), sorry, receiver=self)

    def copy_to(
        self, target: Path, then: Callable[[Backup], None], sorry: Callable[[HackDeskError], None]
    ) -> None:
        """Copy to a place of one's own."""
        self._desk.ask(partial(_copy_to, target), then, sorry)

    def stop(self) -> None:
        """Look no more."""
        self._clock.stop()

    def _copy(self, event: Event) -> Backup | None:
        return backup.back_up(event, self.last)

    def _keep(self, then: Callable[[], None] | None, made: Backup | None) -> None:
        if made is not None:
            self.last = made
            self.made.emit(made)
        if then is not None:
            then()


def _copy_to(target: Path, event: Event) -> Backup:
    return backup.copy(event, target)
