"""The next edition begins with what this one knew: settings, programme, criteria, awards, topics that return.

People, teams, ballots and everything that was said or promised stay in the file of this edition.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.agenda.tables import ProgrammeItemRow, RoundRow
from hackdesk.documents.tables import PictureRow
from hackdesk.event.settings import EventSettings, checked, keep, settings_in
from hackdesk.event.store import Event
from hackdesk.event.tables import Base
from hackdesk.follow_up.tables import TopicOutcomeRow
from hackdesk.jury.tables import AwardRow, CriterionRow
from hackdesk.language import N_
from hackdesk.people.tables import GroupRow, MealRow
from hackdesk.teams.tables import TopicRow

#: Settings that belong to this edition and begin anew in the next.
_ANEW: dict[str, Any] = {
    "jury_closed": 0, "jury_trip": {}, "hall_vote": {}, "merged_municipalities": {}, "funder_report": {},
}  # fmt: skip
#: Rows that are taken over as they are, but for these columns.
_TAKEN_OVER: tuple[tuple[type[Base], dict[str, Any]], ...] = (
    (GroupRow, {}),
    (CriterionRow, {}),
    (AwardRow, {"none_given": ""}),
    (RoundRow, {}),
    (PictureRow, {}),
)
_TOPIC_ANEW: dict[str, Any] = {"owner_id": None, "state": "open", "pitched_at": None, "merged_into_id": None}


def begin_next_edition(event: Event, path: Path, name: str, starts_on: date) -> Event:
    """A new event file for the next edition, which lasts as many days and begins on `starts_on`.

    Times of the programme and of meals keep their hour on the wall, days move along; topics come where it was
    said that they return. Raises HackDeskError for a name that is none or a file that is there already.
    """
    with event.read() as session:
        before = settings_in(session)
        moved = starts_on - before.starts_on
        settings = checked(
            replace(before, name=name, starts_on=starts_on, ends_on=before.ends_on + moved, **_ANEW)
        )
        rows = [_anew(row, changed) for mapped, changed in _TAKEN_OVER for row in session.scalars(select(mapped))]
        rows += _programme(session, before, moved)
        rows += [_anew(row, {"day": row.day + moved}) for row in session.scalars(select(MealRow))]
        rows += _topics(session)
    new = Event.create(path, clock=event.clock, station=event.station)
    with new.change(N_("begin the next edition")) as there:
        keep(there, settings)
        there.add_all(rows)
    return new


def _anew(row: Base, changed: dict[str, Any]) -> Base:
    names = [column.key for column in row.__table__.columns if column.key != "version"]
    return type(row)(**{name: changed.get(name, getattr(row, name)) for name in names} | {"id": uuid4()})


def _programme(session: Session, before: EventSettings, moved: timedelta) -> list[Base]:
    items = session.scalars(select(ProgrammeItemRow).order_by(ProgrammeItemRow.starts_at))
    return [
        _anew(item, {
            "starts_at": _same_hour(item.starts_at, moved, before.zone),
            "ends_at": _same_hour(item.ends_at, moved, before.zone),
            "started_at": None, "ended_at": None, "moved": 0, "responsible": "",
        })
        for item in items
    ]  # fmt: skip


def _same_hour(moment: datetime, moved: timedelta, zone: ZoneInfo) -> datetime:
    wall = moment.astimezone(zone)
    return datetime.combine(wall.date() + moved, wall.time(), zone)


def _topics(session: Session) -> list[Base]:
    back: set[UUID] = set(
        session.scalars(select(TopicOutcomeRow.topic_id).where(TopicOutcomeRow.returns.is_(True)))
    )
    topics = session.scalars(select(TopicRow).order_by(TopicRow.position))
    return [_anew(topic, _TOPIC_ANEW) for topic in topics if topic.id in back]
