"""Which teams there can be: those that are there, and those that a topic may still get."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from uuid import UUID, uuid5

from hackdesk.people.rules import Person
from hackdesk.teams.proposal import Pair, Participant, PossibleTeam
from hackdesk.teams.rules import Member, Team, Topic, folded, is_experienced

#: Before a group that a topic's owner looks for, where it counts like a skill.
_GROUP = "= "


@dataclass(frozen=True)
class Further:
    """A team that a topic may still get. name: the topic's title, and the number from the second one on."""

    id: UUID
    topic: Topic
    name: str


class Houses:
    """Who is placed, by the house they come from: asked once for each of many topics."""

    def __init__(self, people: Mapping[UUID, Person]) -> None:
        self.people = people
        self._of: dict[str, set[UUID]] = {}
        for id_, person in people.items():
            self._of.setdefault(folded(person.organisation), set()).add(id_)

    def carriers(self, topic: Topic) -> frozenset[UUID]:
        """Who could go on with a topic after the event: its owner, and people of the owner's house."""
        owner = self.people.get(topic.owner_id) if topic.owner_id else None
        houses = {folded(topic.owner_name), folded(owner.organisation) if owner else ""} - {""}
        housemates = {id_ for house in houses for id_ in self._of.get(house, ())}
        return frozenset({owner.id} | housemates if owner else housemates)


def further_teams(teams: Sequence[Team], topics: Iterable[Topic]) -> tuple[Further, ...]:
    """Of each open topic the teams it may still get. The same teams and topics give the same ids."""
    taken = {folded(team.name) for team in teams}
    running = Counter(team.topic.id for team in teams if team.topic)
    return tuple(
        further for topic in topics if topic.open for further in _further(topic, running[topic.id], taken)
    )


def _further(topic: Topic, there: int, taken: set[str]) -> Iterator[Further]:
    left = topic.most_teams - there
    for number in count(there + 1):
        if left <= 0:
            return
        name = topic.title if number == 1 else f"{topic.title} {number}"
        if number == 1 or folded(name) not in taken:
            left -= 1
            yield Further(topic.id if number == 1 else uuid5(topic.id, str(number)), topic, name)


def possible_teams(
    teams: Sequence[Team], topics: Sequence[Topic], people: Mapping[UUID, Person]
) -> tuple[PossibleTeam, ...]:
    """The teams there are around open topics, then those that topics may still get.

    An owner sits in the first one of their topic, and that is the one which must run. people: who is placed.
    """
    groups = {group for person in people.values() for group in person.groups}
    houses = Houses(people)
    found = [_possible(team.topic, houses, groups, team) for team in teams if team.topic and team.topic.open]
    found += [
        replace(_possible(further.topic, houses, groups), id=further.id, title=further.name)
        for further in further_teams(teams, topics)
    ]
    first = {team.topic_id: team.id for team in reversed(found)}
    return tuple(
        team if first[team.topic_id] == team.id else replace(team, owner_id=None, must_run=False) for team in found
    )


def _possible(
    topic: Topic, houses: Houses, groups: set[str], team: Team | None = None
) -> PossibleTeam:
    leads = (member.person_id for member in team.members if member.lead) if team else ()
    return PossibleTeam(
        id=team.id if team else topic.id, topic_id=topic.id, title=team.name if team else topic.title,
        exists=team is not None, owner_id=topic.owner_id, languages=topic.languages,
        # A group that nobody here belongs to is no reason against a team, nor is it for one.
        skills=topic.skills + tuple(_as_skill(group) for group in topic.sought if group in groups),
        min_size=topic.min_size, max_size=topic.max_size, must_run=topic.must_run,
        carriers=houses.carriers(topic) | {lead for lead in leads if lead in houses.people},
    )  # fmt: skip


def participant(member: Member, person: Person, seat: UUID | None, *, keep: bool) -> Participant:
    """Somebody to be placed. keep: whoever sits somewhere stays there."""
    return Participant(
        id=member.person_id, name=member.name, groups=member.groups,
        skills=member.skills + tuple(_as_skill(group) for group in member.groups),
        languages=member.languages, place=folded(person.municipality), experienced=is_experienced(person.roles),
        wishes=member.wishes, seat=seat, pinned=member.pinned or (keep and seat is not None),
    )  # fmt: skip


def _as_skill(group: str) -> str:
    """A group that a topic's owner looks for counts like a skill; the mark keeps it apart from one."""
    return f"{_GROUP}{group}"


def group_of_skill(skill: str) -> str:
    """The group a skill stands for; empty where it is a skill of somebody."""
    return skill.removeprefix(_GROUP) if skill.startswith(_GROUP) else ""


def among(pairs: Iterable[Pair], people: Iterable[Participant]) -> tuple[Pair, ...]:
    """The pairs of which both are to be placed."""
    here = {person.id for person in people}
    return tuple(pair for pair in pairs if {pair.one, pair.other} <= here)
