"""What the desk knows at this moment, read in one go and then looked up in memory at each key."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING
from uuid import UUID

from hackdesk.people.rules import Group, HeadCount, Person, head_count, last_arrivals
from hackdesk.people.search import Index
from hackdesk.teams.missing import Danger, topics_in_danger
from ui.pages.check_in.known import Known

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: How many of the last arrivals are shown; one fewer where the line of topics in danger takes its room.
LAST = 4


@dataclass(frozen=True)
class DeskNow:
    """people: by id; expected: those who are not in yet, by name; day: the one an arrival counts for.

    local: when it was read, on the hall's clock. blanks: the numbers of the blank badges people were given.
    wordings: what is asked for each consent, by purpose.
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
    wordings: dict[str, str]
    blanks: dict[UUID, tuple[int, ...]] = field(default_factory=dict)
    dangers: tuple[Danger, ...] = ()


class Reading:
    """Reads what the desk knows; runs on the desk's thread."""

    def __init__(self) -> None:
        self._known = Known()

    def now(self, event: Event) -> DeskNow:
        """How things stand."""
        from hackdesk.documents.queries import blank_badges
        from hackdesk.event.settings import settings_in
        from hackdesk.people.queries import groups_in, today_in, wordings_in
        from hackdesk.teams.queries import taken_topics, topics

        with event.read() as session:
            settings, groups, day = settings_in(session), groups_in(session), today_in(session, event)
            wordings = wordings_in(session)
        self._known.read(event, (day,))
        people = self._known.people.values()
        dangers = topics_in_danger(topics(event), people, day, taken_topics(event))
        return DeskNow(
            people=self._known.people,
            expected=tuple(person for person in people if not person.cancelled and person.on(day) is None),
            groups=groups,
            count=head_count(people, groups, day),
            last=last_arrivals(people, day, LAST - bool(dangers)),
            index=self._known.indexes[day],
            day=day,
            zone=settings.zone,
            local=event.clock.utc_now().astimezone(settings.zone),
            station=event.station,
            wordings=wordings,
            blanks=blank_badges(event),
            dangers=dangers,
        )
