"""Which phone was heard when, and what it has not sent: kept in memory, for it is no fact of the event."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class Contact:
    """A juror's phone as it was last heard. unsent: ballots of which it has more than the laptop, as it told."""

    juror_id: UUID
    device: str
    seen_at: datetime
    unsent: int = 0


class Contacts:
    """The last contact of each juror. The server's threads write, the window reads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._contacts: dict[UUID, Contact] = {}
        #: When a phone last tried the way in; whose it was is unknown.
        self.greeted_at: datetime | None = None

    def heard(self, juror_id: UUID, device: str, at: datetime, unsent: int | None = None) -> None:
        """A juror's phone asked for something; unsent None: it did not say."""
        with self._lock:
            before = self._contacts.get(juror_id)
            if unsent is None:
                unsent = before.unsent if before and before.device == device else 0
            self._contacts[juror_id] = Contact(juror_id, device, at, unsent)

    def all(self) -> dict[UUID, Contact]:
        """{juror id: the last contact}, as it is now."""
        with self._lock:
            return dict(self._contacts)
