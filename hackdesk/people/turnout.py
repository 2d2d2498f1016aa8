"""Who is wanted, who has registered against that, and what came of calling people."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.language import N_, Words
from hackdesk.people.municipalities import Municipalities, municipal
from hackdesk.people.rules import Group, Person

#: What can be wanted: kinds of a target, and the word for each.
EVERYBODY, GROUP, MUNICIPALITY, TOPIC = "everybody", "group", "municipality", "topic"
_MOST = 9999
#: How a social hackathon is usually mixed, in hundredths of everybody.
USUAL_MIX = {
    "public_servant": 20, "community": 25, "end_user": 20, "entrepreneur": 12, "expert": 15, "youth": 8,
}  # fmt: skip


class Outcome(StrEnum):
    """What came of a call."""

    COMING = "coming"
    LATE = "late"
    NOT_COMING = "not_coming"
    NO_ANSWER = "no_answer"


#: The word for each outcome, in the order of the keys 1 to 4.
OUTCOMES = {
    Outcome.COMING: N_("Coming"),
    Outcome.LATE: N_("Comes later"),
    Outcome.NOT_COMING: N_("Not coming"),
    Outcome.NO_ANSWER: N_("No answer"),
}


@dataclass(frozen=True)
class Call:
    """Somebody was called. note: what they said."""

    id: UUID
    person_id: UUID
    at: datetime
    outcome: Outcome
    note: str = ""


@dataclass(frozen=True)
class Target:
    """How many are wanted. subject: a group's key, a municipality's name, a topic's id; "" for everybody."""

    kind: str
    subject: str
    wanted: int


@dataclass(frozen=True)
class Tally:
    """How many registered of a group, a municipality or for a topic, against how many are wanted.

    typed: what somebody said is wanted; usual: what is taken where nobody did. new: how many of those
    registered came with the last list. lacks: for a topic, "owner" and the groups that nobody for it is of.
    spellings: for a municipality, how people wrote it.
    """

    kind: str
    key: str
    name: str
    registered: int
    typed: int | None = None
    usual: int | None = None
    new: int = 0
    lacks: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()

    @property
    def wanted(self) -> int | None:
        """How many should come; None where nobody has said."""
        return self.usual if self.typed is None else self.typed

    @property
    def missing(self) -> int:
        """How many more are wanted."""
        return max(0, (self.wanted or 0) - self.registered)

    @property
    def gap(self) -> bool:
        """Whether somebody has to do something about it."""
        return bool(self.missing or self.lacks)


def standing(tally: Tally, words: Words) -> str:
    """How registered stands to wanted: "4 more wanted", "enough", "12 more than wanted"; "" where nobody said.

    What is only usual is the least: more than that is enough.
    """
    if tally.wanted is None:
        return ""
    if tally.missing:
        return words.many("{count} more wanted", "{count} more wanted", tally.missing)
    over = tally.registered - tally.wanted
    if over and tally.typed is not None:
        return words.many("{count} more than wanted", "{count} more than wanted", over)
    return words("enough")


def checked_wanted(wanted: int | None) -> int | None:
    """The same number. Raises HackDeskError where so many cannot be wanted."""
    if wanted is not None and not 0 <= wanted <= _MOST:
        raise HackDeskError(
            N_("{count} people cannot be wanted."), count=wanted,
            remedy=N_("Type a number from 0 to {most}, or leave it empty."), most=_MOST,
        )  # fmt: skip
    return wanted


def usual_mix(everybody: int, keys: Sequence[str]) -> dict[str, int]:
    """How many of each group are usual at an event of so many people; of groups that are not usual, none.

    What a group that this event does not have would take is shared by the others; the sum is `everybody`.
    """
    shares = {key: USUAL_MIX[key] for key in keys if key in USUAL_MIX}
    whole = sum(shares.values())
    exact = {key: Fraction(everybody * share, whole) for key, share in shares.items()}
    mix = {key: int(value) for key, value in exact.items()}
    left = everybody - sum(mix.values())
    for key in sorted(mix, key=lambda key: (mix[key] - exact[key], keys.index(key)))[:left]:
        mix[key] += 1
    return mix


def home(person: Person) -> str:
    """Where somebody is from: what they said, or the municipality they work for."""
    return person.municipality or municipal(person.organisation)


def places_of(people: Iterable[Person], targets: Iterable[Target], merged: Mapping[str, str]) -> Municipalities:
    """The municipalities that people are from or that somebody is wanted from."""
    wanted = [target.subject for target in targets if target.kind == MUNICIPALITY]
    return Municipalities([*filter(None, map(home, people)), *wanted], merged)


def group_tallies(
    people: Sequence[Person], groups: Iterable[Group], new: Collection[UUID] = ()
) -> tuple[Tally, ...]:
    """Each stakeholder group in its order; a person of two groups counts in both."""
    found = []
    for group in groups:
        members = [person.id for person in people if group.key in person.groups]
        fresh = len(set(members) & set(new))
        found.append(Tally(GROUP, group.key, group.name, len(members), group.wanted, new=fresh))
    return tuple(found)


def municipality_tallies(
    people: Sequence[Person], places: Municipalities, targets: Iterable[Target], new: Collection[UUID] = ()
) -> tuple[Tally, ...]:
    """Each municipality by name; two targets that turned out to be of one place are added up."""
    wanted: dict[str, int] = {}
    for target in targets:
        if target.kind == MUNICIPALITY:
            key = places.key(target.subject)
            wanted[key] = wanted.get(key, 0) + target.wanted
    homes = {person.id: places.key(home(person)) for person in people}
    found = []
    for key in places.keys:
        members = {person_id for person_id, at in homes.items() if at == key}
        tally = Tally(
            MUNICIPALITY, key, places.name(key), len(members), wanted.get(key), new=len(members & set(new)),
            spellings=places.spellings(key),
        )  # fmt: skip
        if members or key in wanted:
            found.append(tally)
    return tuple(found)
