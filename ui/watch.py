"""What changed in the event, whoever wrote it, as one signal on the GUI thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from hackdesk.event.journal import Change
    from hackdesk.event.store import Event


class Watch(QObject):
    """changed(list[Change]): in the order of commits, from entry `since` on (from now, where it is not given)."""

    changed = Signal(object)
    _told = Signal(object)
    _ended = Signal(object)

    def __init__(self, event: Event, since: int | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._event, self._since = event, since
        self._stop = threading.Event()
        # Queued: what is heard before somebody listens to `changed` would be lost.
        self._told.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._raise, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._follow, name="watch", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop following and wait for the thread."""
        self._stop.set()
        with self._event.stirred:
            self._event.stirred.notify_all()
        self._thread.join()

    def _follow(self) -> None:
        from hackdesk.event.follow import follow

        try:
            follow(self._event, self._tell, self._stop, self._since)
        except Exception as error:
            if isValid(self):
                self._ended.emit(error)

    def _tell(self, changes: list[Change]) -> None:
        if isValid(self):
            self._told.emit(changes)

    def _raise(self, error: Exception) -> None:
        raise error
