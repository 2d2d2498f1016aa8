"""The numbers of the funder's report, counted from values; nobody in them is recognised.

What somebody said is shown only for five people or more (see `follow_up.forms`). Where somebody was is no
secret: the attendance sheets and the lists on the wall say it, and a funder may ask for the very names. Heads are
therefore counted as they are, also one person from a municipality. Who worked with whom is between the two: one to
four pairs of two groups could be read as two people, so they are shown as "under 5", and where so few pairs in all
would be hidden that they could be worked out from the sum, the next smallest cells are hidden too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from fractions import Fraction
from itertools import combinations

from hackdesk.follow_up.forms import LEAST, Question, Voices
from hackdesk.people.municipalities import Municipalities
from hackdesk.people.rules import Group, Person
from hackdesk.teams.mix import Groups

#: So many municipalities are named; the others are counted together.
MOST_PLACES = 9
#: Minutes of one column of the arrivals.
SPAN = 30


@dataclass(frozen=True)
class DayNumbers:
    """One day. came: people; first: those of them who were not here on an earlier day.

    arrivals: ((minute of the day at which a column begins, people), …) without gaps; unknown: nobody knows when.
    """

    day: date
    came: int
    first: int
    arrivals: tuple[tuple[int, int], ...] = ()
    unknown: int = 0


@dataclass(frozen=True)
class Turnout:
    """How many registered and came. registered: without walk-ins; cancelled, no_shows: of them, who never came.

    walk_ins: who came without having registered. So `came` is registered − cancelled − no_shows + walk_ins.
    """

    registered: int
    cancelled: int
    no_shows: int
    walk_ins: int
    came: int
    days: tuple[DayNumbers, ...]


@dataclass(frozen=True)
class GroupNumber:
    """How many of a stakeholder group came; somebody of two groups is counted in both."""

    group: Group
    people: int


@dataclass(frozen=True)
class Places:
    """Where people came from. named: ((municipality, people), …), the most first; others: (municipalities, people)
    together; unsaid: who named none."""

    named: tuple[tuple[str, int], ...]
    others: tuple[int, int]
    unsaid: int

    @property
    def municipalities(self) -> int:
        """How many there are."""
        return len(self.named) + self.others[0]


@dataclass(frozen=True)
class Cell:
    """Pairs of teammates of two groups. hidden: so few that they are not shown."""

    pairs: int
    hidden: bool = False


@dataclass(frozen=True)
class Met:
    """Who worked with whom. cells: {(a group's key, another's or the same): cell}, in the groups' order."""

    groups: tuple[Group, ...]
    cells: Mapping[tuple[str, str], Cell]


@dataclass(frozen=True)
class Said:
    """What people said to one question. groups: ((group's name, answers, mean), …) of those that may be shown."""

    text: str
    counts: tuple[int, ...]
    mean: Fraction | None
    groups: tuple[tuple[str, int, Fraction], ...] = ()

    @property
    def answers(self) -> int:
        """How many marked it."""
        return sum(self.counts)


def turnout(people: Iterable[Person], days: Sequence[date], zone: tzinfo) -> Turnout:
    """Count who registered, who came, and when."""
    people = tuple(people)
    here = [person for person in people if person.presences]
    listed = [person for person in people if not person.walk_in]
    absent = [person for person in listed if not person.presences]
    cancelled = sum(person.cancelled for person in absent)
    return Turnout(
        len(listed), cancelled, len(absent) - cancelled, sum(person.walk_in for person in here), len(here),
        tuple(_day(here, day, zone) for day in days),
    )  # fmt: skip


def _day(here: Iterable[Person], day: date, zone: tzinfo) -> DayNumbers:
    found = [(person, presence) for person in here if (presence := person.on(day))]
    known = [presence.since.astimezone(zone) for _person, presence in found if presence.hour_known(zone)]
    spans = Counter((local.hour * 60 + local.minute) // SPAN for local in known)
    columns = range(min(spans), max(spans) + 1) if spans else ()
    return DayNumbers(
        day, len(found), sum(min(person.here_on) == day for person, _presence in found),
        tuple((number * SPAN, spans[number]) for number in columns), len(found) - len(known),
    )  # fmt: skip


def group_numbers(people: Iterable[Person], groups: Iterable[Group]) -> tuple[tuple[GroupNumber, ...], int]:
    """Each group of which somebody came, the largest first, and how many named none of them."""
    groups, here = tuple(groups), [person for person in people if person.presences]
    known = {group.key for group in groups}
    counted = Counter(key for person in here for key in set(person.groups))
    found = [GroupNumber(group, counted[group.key]) for group in groups if counted[group.key]]
    return tuple(sorted(found, key=lambda one: -one.people)), sum(not known & set(one.groups) for one in here)


def places(people: Iterable[Person], merged: Mapping[str, str]) -> Places:
    """The municipalities of those who came, each under one name."""
    texts = [person.municipality for person in people if person.presences]
    known = Municipalities(texts, merged)
    counted = Counter(known.key(text) for text in texts)
    unsaid = counted.pop("", 0)
    order = {key: number for number, key in enumerate(known.keys)}
    sizes = sorted(counted.items(), key=lambda one: (-one[1], order[one[0]]))
    # A line "others" that stands for one municipality would be as long as its name.
    shown = sizes if len(sizes) <= MOST_PLACES + 1 else sizes[:MOST_PLACES]
    rest = sizes[len(shown) :]
    named = tuple((known.name(key), count) for key, count in shown)
    return Places(named, (len(rest), sum(count for _key, count in rest)), unsaid)


def met(rooms: Iterable[Sequence[Groups]], groups: Iterable[Group]) -> Met:
    """Count the pairs of teammates by their groups. rooms: the groups of each of a team's people.

    Somebody of two groups counts in both, so the sum of all cells can be more than there are pairs; a pair counts
    once in a cell.
    """
    rooms = [tuple(room) for room in rooms]
    seen = {key for room in rooms for person in room for key in person}
    shown = tuple(group for group in groups if group.key in seen)
    place = {group.key: number for number, group in enumerate(shown)}
    pairs: Counter[tuple[str, str]] = Counter()
    for room in rooms:
        for one, other in combinations(room, 2):
            pairs.update({_cell(a, b, place) for a in one for b in other if a in place and b in place})
    keys = [(a.key, b.key) for number, b in enumerate(shown) for a in shown[: number + 1]]
    hidden = _hidden({key: pairs[key] for key in keys})
    return Met(shown, {key: Cell(pairs[key], key in hidden) for key in keys})


def _cell(one: str, other: str, place: Mapping[str, int]) -> tuple[str, str]:
    return (one, other) if place[one] <= place[other] else (other, one)


def _hidden(sizes: Mapping[tuple[str, str], int]) -> set[tuple[str, str]]:
    hidden = {key for key, size in sizes.items() if 0 < size < LEAST}
    for key in sorted((key for key, size in sizes.items() if size >= LEAST), key=lambda one: sizes[one]):
        if not hidden or sum(sizes[one] for one in hidden) >= LEAST:
            break
        hidden.add(key)
    return hidden


def said(questions: Iterable[Question], found: Voices, groups: Iterable[Group]) -> tuple[Said, ...]:
    """What people marked, question by question; nothing of fewer than five, neither shown nor left over.

    Who left a question empty is in no number of it, so what may be shown is looked at for each question anew.
    """
    names = {group.key: group.name for group in groups}
    return tuple(_said(one, found, names) for one in questions if not one.free)


def _said(question: Question, found: Voices, names: Mapping[str, str]) -> Said:
    whole = found.total[question.key]
    if whole.answers < LEAST:
        return Said(question.text, (0,) * len(whole.counts), None)
    shown = {
        group: tally for group, (_forms, tallies) in found.groups.items()
        if (tally := tallies.get(question.key)) is not None
    }  # fmt: skip
    while shown and 0 < whole.answers - sum(tally.answers for tally in shown.values()) < LEAST:
        shown.pop(min(shown, key=lambda group: (shown[group].answers, group)))
    means = ((names.get(group, group), one.answers, one.mean) for group, one in shown.items())
    return Said(question.text, whole.counts, whole.mean, tuple((n, a, m) for n, a, m in means if m is not None))


def states(values: Iterable[str], order: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """How many are in each state, in this order; states of nobody are left out."""
    counted = Counter(values)
    return tuple((state, counted[state]) for state in order if counted[state])
