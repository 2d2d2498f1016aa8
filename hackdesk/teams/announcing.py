"""Teams as they were told to the room: who sat where then, and who has moved since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from hackdesk.teams.mix import Mix, mix
from hackdesk.teams.rules import Member, Team, folded


@dataclass(frozen=True)
class Announcement:
    """What the room was told. seats: {person: team}."""

    id: UUID
    at: datetime
    seats: Mapping[UUID, UUID]


@dataclass(frozen=True)
class Moved:
    """Somebody who sits elsewhere than the room was told. away, to: teams; None: no place."""

    person_id: UUID
    name: str
    away: Team | None
    to: Team | None


@dataclass(frozen=True)
class Moves:
    """Who moved from one moment to another. until None: to now."""

    since: datetime
    until: datetime | None = None
    people: tuple[Moved, ...] = ()


@dataclass(frozen=True)
class Told:
    """Teams of the event, those closed too, who sits where now, and every announcement, the last one last.

    people: everybody by id, so that whoever has left their team still has a name.
    """

    teams: tuple[Team, ...] = ()
    people: Mapping[UUID, Member] | None = None
    announcements: tuple[Announcement, ...] = ()

    @property
    def last(self) -> Announcement | None:
        """What the room was told last."""
        return self.announcements[-1] if self.announcements else None

    @property
    def seats(self) -> dict[UUID, UUID]:
        """Who sits where now, in teams that go on."""
        return {one.person_id: team.id for team in self.teams if team.state == "active" for one in team.members}

    def since_last(self) -> tuple[Moved, ...]:
        """Who sits elsewhere than the room was told last; empty while it was told nothing."""
        return self._moved(self.last.seats, self.seats) if self.last else ()

    def moves(self) -> Moves | None:
        """Who moved since the last announcement; where nobody did, what it changed of the one before.

        None while the room was told nothing.
        """
        if self.last is None:
            return None
        people = self.since_last()
        if people or len(self.announcements) == 1:
            return Moves(self.last.at, None, people)
        before = self.announcements[-2]
        return Moves(before.at, self.last.at, self._moved(before.seats, self.last.seats))

    def _moved(self, before: Mapping[UUID, UUID], after: Mapping[UUID, UUID]) -> tuple[Moved, ...]:
        known: Mapping[UUID, Member] = self.people or {}
        teams = {team.id: team for team in self.teams}
        found = []
        for person in {**before, **after}.keys() & known.keys():
            away, to = before.get(person), after.get(person)
            if away != to:
                found.append(
                    Moved(person, known[person].name, teams[away] if away else None, teams[to] if to else None)
                )
        return tuple(sorted(found, key=lambda one: (folded(one.name), one.person_id)))

    def as_told(self) -> tuple[Team, ...]:
        """The teams with the people the room was told last; without an announcement, as they sit now."""
        if self.last is None:
            return tuple(team for team in self.teams if team.members and team.state == "active")
        return self._seated(self.last.seats)

    def mixes(self) -> tuple[Mix, ...]:
        """The mix of each announcement, the last one last; as people sit now where there is none."""
        if not self.announcements:
            return (_mix_of(self.as_told(), None),)
        return tuple(_mix_of(self._seated(told.seats), told.at) for told in self.announcements)

    def _seated(self, seats: Mapping[UUID, UUID]) -> tuple[Team, ...]:
        known = self.people or {}
        rooms: dict[UUID, list[Member]] = {}
        for person, team in seats.items():
            if person in known:
                rooms.setdefault(team, []).append(known[person])
        return tuple(
            replace(team, members=tuple(sorted(rooms[team.id], key=lambda one: (folded(one.name), one.code))))
            for team in self.teams
            if team.id in rooms
        )


def _mix_of(teams: Sequence[Team], at: datetime | None) -> Mix:
    return mix(((team.name, [member.groups for member in team.members]) for team in teams), at)
