"""What was done, to be read by people: never what was in the rows before or after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from hackdesk.event.store import Event
from hackdesk.event.tables import JournalRow


@dataclass(frozen=True)
class Deed:
    """One journal entry. action: marked with N_, not yet translated. undoes: the number it took back."""

    number: int
    at: datetime
    station: str
    action: str
    undoes: int | None
    taken_back: bool

    @property
    def can_go(self) -> bool:
        """Whether taking it back is worth a try; what came later may still be in the way."""
        return not self.taken_back and self.undoes is None and self.number > 1


def recent(event: Event, most: int = 200) -> tuple[Deed, ...]:
    """The last changes of every desk, the newest first."""
    row = JournalRow
    query = select(row.number, row.at, row.station, row.action, row.undoes).order_by(row.number.desc())
    with event.read() as session:
        found = session.execute(query.limit(most)).all()
    # Whatever takes an entry back is newer than it, so it is among these too.
    gone = {one.undoes for one in found}
    return tuple(Deed(*one, taken_back=one.number in gone) for one in found)
