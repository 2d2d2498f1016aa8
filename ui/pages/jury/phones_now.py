"""What the Phones panel reads, and how it words a phone's last contact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from hackdesk.jury.access_queries import Access, access
from hackdesk.jury.queries import progress
from hackdesk.jury.rules import Juror
from ui.text import _, many

if TYPE_CHECKING:
    from hackdesk.event.store import Event
    from hackdesk.phones.server import Contact

#: Seconds for which a phone counts as there, and after which somebody should look.
_THERE, _LOOK = 45, 120


@dataclass(frozen=True)
class JurorPhone:
    """A juror and how they get in. done, of: ballots handed in, and expected. heard, unsent: of their phone."""

    juror: Juror
    access: Access
    done: int = 0
    of: int = 0
    heard: tuple[str, str] = ("", "plain")
    unsent: int = 0

    @property
    def id(self) -> UUID:
        """The juror's."""
        return self.juror.id


def read_phones(event: Event) -> tuple[JurorPhone, ...]:
    """The jurors in their order; how their phones are is the window's to add."""
    now, ways = progress(event), access(event)
    return tuple(
        JurorPhone(juror, ways.get(juror.id, Access(juror.id)), *now.handed_in(juror))
        for juror in now.judging.jurors
    )


def heard_words(contact: Contact | None, now: datetime, *, on: bool, finished: bool) -> tuple[str, str]:
    """(words, tone) of a phone's last contact. finished: nothing is expected of it any more."""
    if not on:
        return "", "plain"
    if contact is None:
        return _("not yet"), "plain"
    seconds = max(0, int((now - contact.seen_at).total_seconds()))
    if seconds < 60:
        said = _("{seconds} s ago", seconds=seconds)
    elif seconds < 3600:
        said = _("{minutes} min ago", minutes=seconds // 60)
    else:
        said = many("{count} hour ago", "{count} hours ago", seconds // 3600)
    if seconds <= _THERE:
        return said, "accent"
    if seconds < _LOOK or (finished and not contact.unsent):
        return said, "plain"
    return _("{ago}: look", ago=said), "warn"
