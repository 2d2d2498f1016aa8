"""Who should come and does not, for which topic it matters, and whom to call about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from hackdesk.language import N_, Words
from hackdesk.people.municipalities import Municipalities
from hackdesk.people.rules import Group, Person
from hackdesk.people.turnout import (
    EVERYBODY,
    GROUP,
    MUNICIPALITY,
    TOPIC,
    Call,
    Outcome,
    Tally,
    Target,
    group_tallies,
    home,
    municipality_tallies,
    places_of,
)
from hackdesk.teams.rules import Topic, Wishes, folded

#: Who registered longer ago than this and was never called may have forgotten it.
LONG_AGO = timedelta(days=14)
#: What a topic can lack, and how that is said. Its own end user is wanted: a resident does not stand in here.
LACKS = {
    "owner": N_("no owner"),
    "public_servant": N_("no public servant"),
    "end_user": N_("no end user"),
}
_SERVANT = "public_servant"


class Reason(StrEnum):
    """Why somebody should be called; the first matter most."""

    JUROR = "juror"
    OWNER = "owner"
    MENTOR = "mentor"
    SCARCE = "scarce"
    CONTACT = "contact"
    NO_ANSWER = "no_answer"
    CANCELLED = "cancelled"
    LONG_AGO = "long_ago"


_SAID = {
    Reason.JUROR: N_("Juror"),
    Reason.OWNER: N_("Owner of {about}"),
    Reason.MENTOR: N_("Mentor"),
    Reason.SCARCE: N_("Few here: {about}"),
    Reason.CONTACT: N_("Contact at {about}"),
    Reason.NO_ANSWER: N_("Did not answer"),
    Reason.CANCELLED: N_("Had cancelled"),
    Reason.LONG_AGO: N_("Never called"),
}
_WEIGHTS = {reason: weight for weight, reason in enumerate(Reason)}


@dataclass(frozen=True)
class Why:
    """A reason to call somebody. about: the topic, the place or the group it is about."""

    reason: Reason
    about: str = ""

    def said(self, words: Words) -> str:
        """In words: "Owner of Village bus"."""
        return words(_SAID[self.reason], about=self.about)


@dataclass(frozen=True)
class Callee:
    """Somebody to call. whys: the strongest first; topics: those they own or wish for; calls: the latest first."""

    person: Person
    whys: tuple[Why, ...] = ()
    topics: tuple[UUID, ...] = ()
    calls: tuple[Call, ...] = ()

    @property
    def id(self) -> UUID:
        """The person's."""
        return self.person.id

    @property
    def last(self) -> Call | None:
        """The last call."""
        return self.calls[0] if self.calls else None

    @property
    def weight(self) -> int:
        """How much it matters that they come: 0 most."""
        return _weight(self.whys)

    @property
    def needed(self) -> bool:
        """Whether they judge, own a topic or mentor: nobody can stand in for them."""
        return self.weight <= _WEIGHTS[Reason.MENTOR]


def _weight(whys: Iterable[Why]) -> int:
    return min((_WEIGHTS[why.reason] for why in whys), default=len(_WEIGHTS))


@dataclass(frozen=True)
class Gathered:
    """What a turnout is worked out from. new: whom the last list added; merged: municipalities, by hand."""

    people: tuple[Person, ...]
    groups: tuple[Group, ...] = ()
    topics: tuple[Topic, ...] = ()
    targets: tuple[Target, ...] = ()
    calls: Mapping[UUID, tuple[Call, ...]] = field(default_factory=dict)
    new: frozenset[UUID] = frozenset()
    merged: Mapping[str, str] = field(default_factory=dict)

    @property
    def expected(self) -> tuple[Person, ...]:
        """Everybody who has not cancelled."""
        return tuple(person for person in self.people if not person.cancelled)


@dataclass(frozen=True)
class Turnout:
    """Who is wanted and who has registered, before the doors open.

    callees: for each gap, under (kind, key), the people who could help to close it. merged: the keys of
    municipalities to which others were merged by hand.
    """

    registered: int
    new: int
    wanted: int | None
    groups: tuple[Tally, ...]
    municipalities: tuple[Tally, ...]
    topics: tuple[Tally, ...]
    callees: Mapping[tuple[str, str], tuple[Callee, ...]]
    merged: frozenset[str] = frozenset()

    @property
    def gaps(self) -> tuple[Tally, ...]:
        """Every tally that lacks somebody."""
        return tuple(tally for tally in (*self.groups, *self.municipalities, *self.topics) if tally.gap)

    @property
    def call_list(self) -> tuple[Callee, ...]:
        """Everybody who could help with any gap, once, the most needed first."""
        found: dict[UUID, Callee] = {}
        for callees in self.callees.values():
            for callee in callees:
                known = found.get(callee.id)
                whys = dict.fromkeys((*(known.whys if known else ()), *callee.whys))
                found[callee.id] = replace(callee, whys=tuple(sorted(whys, key=lambda why: _weight([why]))))
        return tuple(sorted(found.values(), key=in_order_of_need))


def turnout(gathered: Gathered, now: datetime) -> Turnout:
    """Count who registered against who is wanted, and say whom to call about each gap."""
    people, targets = gathered.expected, gathered.targets
    new = gathered.new & {person.id for person in people}
    places = places_of(gathered.people, targets, gathered.merged)
    groups = group_tallies(people, gathered.groups, new)
    municipalities = municipality_tallies(people, places, targets, new)
    topics = topic_tallies(gathered, new)
    calling = _Calling(gathered, places, now)
    return Turnout(
        registered=len(people), new=len(new),
        wanted=next((target.wanted for target in targets if target.kind == EVERYBODY), None),
        groups=groups, municipalities=municipalities, topics=topics,
        callees={
            (tally.kind, tally.key): calling.about(tally)
            for tally in (*groups, *municipalities, *topics) if tally.gap
        },
        merged=frozenset(gathered.merged.values()),
    )  # fmt: skip


def topic_tallies(gathered: Gathered, new: Collection[UUID] = ()) -> tuple[Tally, ...]:
    """Each open topic with how many registered for it: whoever names it as a wish, and its owner.

    Where nobody says how many are wanted, the topic's own least size is taken.
    """
    wishes, known = Wishes(gathered.topics), {group.key for group in gathered.groups}
    wanted = {target.subject: target.wanted for target in gathered.targets if target.kind == TOPIC}
    found = []
    meant = [(person, topics_of(person, wishes, gathered.topics)) for person in gathered.expected]
    for topic in gathered.topics:
        if topic.open:
            members = [person for person, topics in meant if topic.id in topics]
            present = {key for person in members for key in person.groups}
            lacks = ["owner"] if not _owned(topic, gathered.expected) else []
            lacks += [key for key in LACKS if key in known and key not in present]
            found.append(
                Tally(
                    TOPIC, str(topic.id), topic.title, len(members), wanted.get(str(topic.id)), topic.min_size,
                    sum(person.id in new for person in members), tuple(lacks),
                )
            )  # fmt: skip
    return tuple(found)


def _owned(topic: Topic, expected: Iterable[Person]) -> bool:
    """Whether somebody owns it: a person who has not cancelled, or an institution."""
    if topic.owner_id:
        return any(person.id == topic.owner_id for person in expected)
    return bool(topic.owner_name)


def topics_of(person: Person, wishes: Wishes, topics: Iterable[Topic]) -> tuple[UUID, ...]:
    """The topics somebody owns, then those they wish for."""
    owned = [topic.id for topic in topics if topic.owner_id == person.id]
    return tuple(dict.fromkeys([*owned, *filter(None, wishes.ranked(person.choices))]))


class _Calling:
    """Finds the people who could help with a gap."""

    def __init__(self, gathered: Gathered, places: Municipalities, now: datetime) -> None:
        self._of, self._now = gathered, now
        self._homes = {person.id: places.key(home(person)) for person in gathered.people}
        houses = {one: folded(one) for one in {person.organisation for person in gathered.people}}
        self._houses = {person.id: houses[person.organisation] for person in gathered.people}
        self._open = [topic for topic in gathered.topics if topic.open]
        self._lacking = {tally.key: tally.lacks for tally in topic_tallies(gathered)}
        wishes = Wishes(gathered.topics)
        self._topics = {person.id: topics_of(person, wishes, self._open) for person in gathered.people}

    def about(self, tally: Tally) -> tuple[Callee, ...]:
        """Whom to call about it, who matters most first."""
        topic = next((one for one in self._open if tally.kind == TOPIC and str(one.id) == tally.key), None)
        found = []
        for person in self._of.people:
            whys = self._helps(person, tally, topic)
            if self._belongs(person, tally):
                whys += self._undecided(person)
            if whys:
                calls = self._of.calls.get(person.id, ())
                found.append(Callee(person, tuple(whys), self._topics[person.id], calls))
        return tuple(sorted(found, key=in_order_of_need))

    def _belongs(self, person: Person, tally: Tally) -> bool:
        if tally.kind == GROUP:
            return tally.key in person.groups
        if tally.kind == MUNICIPALITY:
            return self._homes[person.id] == tally.key
        return any(str(topic_id) == tally.key for topic_id in self._topics[person.id])

    def _helps(self, person: Person, tally: Tally, topic: Topic | None) -> list[Why]:
        """Who can bring others: a topic's owner, somebody of the owning institution, an official of the place."""
        if topic:
            if topic.owner_id == person.id:
                return [Why(Reason.OWNER, topic.title)]
            house = folded(topic.owner_name)
            of_house = house and self._houses[person.id] == house
            return [Why(Reason.CONTACT, topic.owner_name)] if of_house and not person.cancelled else []
        if tally.kind == MUNICIPALITY:
            official = _SERVANT in person.groups and not person.cancelled and self._belongs(person, tally)
            return [Why(Reason.CONTACT, tally.name)] if official else []
        return [
            Why(Reason.OWNER, one.title) for one in self._open
            if one.owner_id == person.id and tally.key in self._lacking[str(one.id)]
        ]  # fmt: skip

    def _undecided(self, person: Person) -> list[Why]:
        """Who registered for it and is not sure to come."""
        calls = self._of.calls.get(person.id, ())
        if person.cancelled:
            return [Why(Reason.CANCELLED)]
        if calls and calls[0].outcome is Outcome.NO_ANSWER:
            return [Why(Reason.NO_ANSWER)]
        forgotten = person.registered_at and self._now - person.registered_at >= LONG_AGO
        return [Why(Reason.LONG_AGO)] if forgotten and not calls else []


def in_order_of_need(callee: Callee) -> tuple[int, str, str]:
    """How those to call are sorted: who matters most first, then by name."""
    return callee.weight, folded(callee.person.name), callee.person.code
