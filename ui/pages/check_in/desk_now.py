"""What the desk knows at this moment, read in one go and then looked up in memory at each key."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING
from uuid import UUID

from hackdesk.people.rules import Group, HeadCount, Person, head_count, last_arrivals
from hackdesk.people.search import Index

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: How many of the last arrivals are shown.
LAST = 4


@dataclass(frozen=True)
class DeskNow:
    """people: by id; expected: those who are not in yet, by name; day: the one an arrival counts for.

    local: when it was read, on the hall's clock. blanks: the numbers of the blank badges people were given.
    """

    people: dict[UUID, Person]
    expected: tuple[Person, ...]
    groups: tuple[Group, ...]
    count: HeadCount
    last: tuple[Person, ...]
    index: Index
    day: date
    zone: tzinfo
    local: datetime
    station: str
    photo_wording: str
    blanks: dict[UUID, tuple[int, ...]] = field(default_factory=dict)


def desk_now(event: Event) -> DeskNow:
    """Read it; runs on the desk's thread."""
    from hackdesk.documents.queries import blank_badges
    from hackdesk.event.settings import settings_of
    from hackdesk.people import queries

    settings = settings_of(event)
    people, groups, day = queries.people(event), queries.groups(event), queries.attendance_day(event)
    return DeskNow(
        people={person.id: person for person in people},
        expected=tuple(person for person in people if not person.cancelled and person.on(day) is None),
        groups=groups,
        count=head_count(people, groups, day),
        last=last_arrivals(people, day, LAST),
        index=Index(people, day),
        day=day,
        zone=settings.zone,
        local=event.clock.utc_now().astimezone(settings.zone),
        station=event.station,
        photo_wording=settings.photo_consent_wording,
        blanks=blank_badges(event),
    )
