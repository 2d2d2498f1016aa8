"""Trips of the jury to another laptop, and what a file that comes back holds."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_in
from hackdesk.event.store import Event
from hackdesk.jury.queries import closing_revision, judging_in, round_in
from hackdesk.jury.rules import Judging, sealed_refusal
from hackdesk.jury.tables import JuryReturnRow, JuryTripRow
from hackdesk.jury.trip import Homecoming, Marker, Trip, checked_marker, met
from hackdesk.language import N_


@dataclass(frozen=True)
class Away:
    """How it stands with trips. here: in a file that was taken elsewhere, which one it is."""

    trips: tuple[Trip, ...] = ()
    here: Marker | None = None


def away(event: Event) -> Away:
    """The trips of an event, the first one first; or that this file is one."""
    with event.read() as session:
        return Away(tuple(trips_in(session).values()), Marker.read(settings_in(session).jury_trip))


def homecoming(event: Event, path: Path) -> Homecoming:
    """What a file that came back holds, ballot by ballot; nothing is written.

    Raises HackDeskError, in words, for a file of another event, of an older trip or round, an older copy, or one
    that is no event file; Locked while the results here are signed.
    """
    theirs, marker, entry = _read_file(path)
    with event.read() as session:
        return homecoming_in(session, theirs, marker, entry)


def homecoming_in(session: Session, theirs: Judging, marker: Marker | None, entry: int) -> Homecoming:
    """The same, inside a session."""
    closing = closing_revision(session)
    if closing:
        raise sealed_refusal(closing.number)
    trip = checked_marker(marker, trips_in(session), round_in(session), entry)
    taken = session.get_one(JuryTripRow, trip.id).taken
    judging = judging_in(session)
    found, unknown = met(judging, theirs, taken)
    return Homecoming(trip, entry, found, judging.criteria, unknown)


def trips_in(session: Session) -> dict[UUID, Trip]:
    """{id: trip}, in their order, inside a session."""
    rows = session.scalars(select(JuryTripRow).order_by(JuryTripRow.number))
    back = {row.trip_id: (row.at, row.entry) for row in
            session.scalars(select(JuryReturnRow).order_by(JuryReturnRow.entry, JuryReturnRow.at))}  # fmt: skip
    return {row.id: Trip(row.id, row.number, row.at, *back.get(row.id, (None, 0))) for row in rows}


def _read_file(path: Path) -> tuple[Judging, Marker | None, int]:
    with _a_copy(path) as event, event.read() as session:
        marker = Marker.read(settings_in(session).jury_trip)
        return judging_in(session), marker, event.head()


@contextmanager
def _a_copy(path: Path) -> Iterator[Event]:
    """The file as an event, from a copy: a stick may be read-only, and nothing on it is to change."""
    if not path.is_file():
        raise HackDeskError(N_("There is no file {name}."), name=str(path))
    with TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        try:
            for ending in ("", "-wal"):  # what the other laptop has not yet put into the file itself
                beside = path.with_name(path.name + ending)
                if beside.is_file():
                    shutil.copyfile(beside, copy.with_name(copy.name + ending))
        except OSError as error:
            raise HackDeskError(
                N_("{name} cannot be read: {reason}."), name=path.name, reason=error.strerror or str(error)
            ) from error
        event = Event.open(copy)
        try:
            yield event
        finally:
            event.close()
