"""Who is expected at the door and not in yet, and which topics may die for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from hackdesk.language import N_, Words
from hackdesk.people.rules import Group, Person
from hackdesk.teams.rules import Topic, Wishes, folded
from hackdesk.teams.turnout import Callee, Gathered, Reason, Why, in_order_of_need, topics_of

_JUDGES, _MENTOR = frozenset({"juror", "chair"}), "mentor"
#: A group is scarce while fewer than this share of those who should come are here.
_SCARCE = 0.5


def missing(gathered: Gathered, day: date, jurors: Collection[UUID] = ()) -> tuple[Callee, ...]:
    """Who is expected and not in yet on a day: jurors, owners of open topics, mentors, scarce groups, the others.

    jurors: the people who judge, besides those whose role says so.
    """
    wishes = Wishes(gathered.topics)
    open_topics = [topic for topic in gathered.topics if topic.open]
    begun = any(person.on(day) for person in gathered.expected)
    scarce = {
        group.key: group.name for group in gathered.groups if begun and _scarce(gathered.expected, group, day)
    }  # fmt: skip
    found = []
    for person in gathered.expected:
        if person.on(day):
            continue
        whys = []
        if person.id in jurors or _JUDGES.intersection(person.roles):
            whys.append(Why(Reason.JUROR))
        whys += [Why(Reason.OWNER, topic.title) for topic in open_topics if topic.owner_id == person.id]
        if _MENTOR in person.roles:
            whys.append(Why(Reason.MENTOR))
        whys += [Why(Reason.SCARCE, scarce[key]) for key in person.groups if key in scarce]
        topics = topics_of(person, wishes, open_topics)
        found.append(Callee(person, tuple(whys), topics, gathered.calls.get(person.id, ())))
    return tuple(sorted(found, key=in_order_of_need))


def _scarce(expected: Iterable[Person], group: Group, day: date) -> bool:
    members = [person.on(day) is not None for person in expected if group.key in person.groups]
    return sum(members) < _SCARCE * (group.wanted if group.wanted is not None else len(members))


@dataclass(frozen=True)
class Danger:
    """An open topic that may die at the door. owner: who is to be called, where it is a person.

    reasons: "no_owner", "owner_away", "nobody_here", "nobody_registered".
    """

    topic: Topic
    reasons: tuple[str, ...]
    owner: Person | None = None


_DANGERS = {
    "owner_away": N_("{owner} is not here"),
    "no_owner": N_("Nobody owns it"),
    "nobody_registered": N_("Nobody registered for it"),
    "nobody_here": N_("Nobody who wants it is here"),
}


def danger_said(danger: Danger, words: Words) -> str:
    """In words, with a dot between two reasons."""
    return " · ".join(words(_DANGERS[reason], owner=danger.topic.owner) for reason in danger.reasons)


def topics_in_danger(
    topics: Sequence[Topic], people: Collection[Person], day: date, taken: Collection[UUID] = ()
) -> tuple[Danger, ...]:
    """Open topics whose owner is not here, that nobody here wants, or that nobody registered for.

    taken: topics that have a team already; nobody else has to want those. Before anybody is in, being away is
    no danger yet.
    """
    here = [person for person in people if (presence := person.on(day)) and presence.here]
    wanted = _wanted(topics, (person for person in people if not person.cancelled))
    wanted_here = _wanted(topics, here)
    inside, owned = {person.id for person in here}, {topic.owner_id for topic in topics}
    owners = {person.id: person for person in people if person.id in owned}
    # Where an institution owns a topic, somebody from there stands in for a named owner.
    houses = {folded(organisation) for organisation in {person.organisation for person in here}}
    found = []
    for topic in topics:
        if not topic.open:
            continue
        owner = owners.get(topic.owner_id) if topic.owner_id else None
        away = owner.id not in inside if owner else folded(topic.owner_name) not in houses
        reasons = []
        if not topic.owner:
            reasons.append("no_owner")
        elif away and (here or (owner and owner.cancelled)):
            reasons.append("owner_away")
        if topic.id not in taken and topic.id not in wanted:
            reasons.append("nobody_registered")
        elif topic.id not in taken and here and topic.id not in wanted_here:
            reasons.append("nobody_here")
        if reasons:
            found.append(Danger(topic, tuple(reasons), owner))
    return tuple(sorted(found, key=lambda danger: (-len(danger.reasons), danger.topic.position)))


def _wanted(topics: Sequence[Topic], people: Iterable[Person]) -> set[UUID]:
    """The topics that somebody of these wishes for."""
    # The same few titles come again and again: each is looked up once, also among thousands of people.
    wishes = Wishes(topics)
    titles = {title for person in people for title in person.choices}
    return {found.id for title in titles if (found := wishes.topic(title))}
