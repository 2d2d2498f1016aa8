"""Taking the jury's part of an event to another laptop, and bringing its ballots back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.agenda.tables import PitchRow
from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.settings import EventSettings, keep, settings_in
from hackdesk.event.store import Event
from hackdesk.event.tables import Base
from hackdesk.jury.actions.ballots import ballot_row, new_ballot
from hackdesk.jury.actions.steps import refuse_when_sealed
from hackdesk.jury.queries import ballots_in, judged_in, round_in
from hackdesk.jury.rules import Ballot, BallotState, complete_ballot, kept_marks
from hackdesk.jury.tables import (
    BallotRow,
    CriterionRow,
    FinalistRow,
    JurorAccessRow,
    JurorRow,
    JuryReturnRow,
    JuryTripRow,
)
from hackdesk.jury.trip import Homecoming, Marker, Meeting, Met, Trip, digest, key_of, says_something
from hackdesk.jury.trip_queries import trips_in
from hackdesk.language import N_
from hackdesk.teams.tables import TeamRow

R = TypeVar("R", bound=Base)
#: What leaves with the jury, and what of it is left empty: people, topics, links and phones stay at home.
_LEAVES: tuple[tuple[type[Base], dict[str, object]], ...] = (
    (TeamRow, {"topic_id": None, "table_name": "", "merged_into_id": None}),
    (CriterionRow, {}),
    (JurorRow, {"person_id": None}),
    (JurorAccessRow, {"secret": "", "device": "", "device_at": None, "failed": 0, "failed_at": None}),
    (FinalistRow, {}),
    (BallotRow, {"device": "", "sent": 0, "attempt": None}),
)
_SETTINGS = ("name", "place", "starts_on", "ends_on", "timezone", "language", "jury_method", "jury_closed")


@dataclass(frozen=True)
class BroughtBack:
    """taken: ballots that are in now; same: those that were ignored; kept: those that stay as they are here.

    opened: ballots taken that are open, because they do not fit the criteria as they are now.
    """

    taken: int
    same: int
    kept: int
    opened: int = 0


def take_elsewhere(event: Event, path: Path, *, by: str = "facilitator") -> Trip:
    """Write a file for a second laptop with only what the jury needs, and number the trip.

    Raises HackDeskError where the file is there already or cannot be made, Locked once results are signed.
    """
    trip = Trip(uuid4(), 0, event.clock.utc_now())
    with event.change(N_("take the jury elsewhere"), by=by) as session:
        refuse_when_sealed(session)
        if session.scalars(select(JurorRow.id).limit(1)).first() is None:
            raise HackDeskError(N_("Nobody is on the jury yet."), remedy=N_("Add the jurors under Prepare first."))
        trip = replace(trip, number=len(trips_in(session)) + 1)
        marker = Marker(trip.id, trip.number, round_in(session))
        ballots = [one for one in ballots_in(session, marker.round) if says_something(one)]
        taken = {key_of(ballot): digest(ballot) for ballot in ballots}
        row = JuryTripRow(id=trip.id, number=trip.number, at=trip.at, taken=taken)
        session.add(row)
        _write_file(session, event, path, marker)
    return trip


def bring_back(
    event: Event, coming: Homecoming, theirs: Collection[str] = (), *, by: str = "facilitator"
) -> BroughtBack:
    """Take in what is new, and of what is different those whose key is in `theirs`; the others stay as they are.

    coming: as `homecoming` gave it. Nothing else of the event is touched. Raises Stale where a ballot here has
    changed since, Locked once results are signed.
    """
    wanted = [one for one in coming.met if one.meeting is Meeting.NEW
              or (one.meeting is Meeting.DIFFERENT and one.key in theirs)]  # fmt: skip
    with event.change(N_("bring the jury's ballots back"), by=by) as session:
        refuse_when_sealed(session)
        opened = sum([not _take_in(session, one) for one in wanted])
        session.add(JuryReturnRow(trip_id=coming.trip.id, at=event.clock.utc_now(), entry=coming.entry))
    same, different = len(coming.of(Meeting.SAME)), len(coming.of(Meeting.DIFFERENT))
    new = len(coming.of(Meeting.NEW))
    return BroughtBack(len(wanted), same, different - (len(wanted) - new), opened)


def _write_file(session: Session, event: Event, path: Path, marker: Marker) -> None:
    settings = settings_in(session)
    known = {name: getattr(settings, name) for name in _SETTINGS}
    other = Event.create(path, clock=event.clock, station=event.station)
    try:
        with other.change(N_("take the jury elsewhere")) as there:
            keep(there, EventSettings(**known, jury_trip=marker.plain()))
            for mapped, emptied in _LEAVES:
                for row in session.scalars(select(mapped)):
                    there.add(_copied(row, emptied))
                there.flush()
            for turn in session.scalars(select(PitchRow).where(PitchRow.round_id.is_(None))):
                there.add(_copied(turn, {"seed": None}))
    except BaseException:
        other.close()
        path.unlink(missing_ok=True)
        raise
    other.close()


def _copied(row: R, emptied: dict[str, object]) -> R:
    names = [column.key for column in row.__table__.columns if column.key != "version"]
    return type(row)(**{name: emptied.get(name, getattr(row, name)) for name in names})


def _take_in(session: Session, one: Met) -> bool:
    """Write one ballot as it came; whether it stands as it stood there."""
    ours, theirs = one.ours, one.theirs
    row = ballot_row(session, theirs.juror_id, theirs.team_id)
    if (row.version if row else 0) != (ours.version if ours else 0):
        raise Stale(
            N_("The ballot of {juror} for “{team}” has changed here since; nothing was brought in."),
            juror=one.juror, team=one.team, remedy=N_("Choose the file again and look once more."),
        )  # fmt: skip
    row = row or new_ballot(session, theirs.juror_id, theirs.team_id)
    state, marks = _fitting(session, theirs)
    row.state, row.marks = state, {str(criterion): str(mark) for criterion, mark in marks.items()}
    row.reason, row.note, row.signed, row.way = theirs.reason, theirs.note, theirs.signed, theirs.way
    row.handed_in_at, row.entered_by, row.device, row.sent = theirs.handed_in_at, theirs.entered_by, "", 0
    row.second_marks = {str(criterion): str(mark) for criterion, mark in theirs.second_marks.items()}
    row.second_by, row.second_at = theirs.second_by, theirs.second_at
    return state is theirs.state


def _fitting(session: Session, ballot: Ballot) -> tuple[BallotState, dict[UUID, object]]:
    criteria = judged_in(session)
    try:
        return ballot.state, dict((complete_ballot if ballot.state is BallotState.COMPLETE else kept_marks)(
            criteria, ballot.marks))  # fmt: skip
    except HackDeskError:
        # The criteria have changed here since: every mark that still fits is kept, and the ballot is open.
        fitting: dict[UUID, object] = {}
        for criterion in criteria:
            try:
                fitting |= kept_marks([criterion], ballot.marks)
            except HackDeskError:
                continue
        return BallotState.OPEN, fitting
