"""What a change of criteria does to the ballots that are in hand. Who would win is not looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.jury.rules import (
    Ballot,
    BallotState,
    Criterion,
    checked_mark,
    complete_ballot,
    plain_number,
    shares,
)
from hackdesk.jury.seal import Difference

Criteria = tuple[Criterion, ...]


@dataclass(frozen=True)
class Effect:
    """kept, reweighted, opened: how many of the ballots that are handed in count as before, count otherwise with
    the marks they have, and are open again because a mark is missing or does not fit.

    begun: how many open ballots lose a mark that does not fit. ladder: whether the order that decides ties is
    another one. what: what is changed, for the record; empty where only words for the jurors are.
    """

    kept: int = 0
    reweighted: int = 0
    opened: int = 0
    begun: int = 0
    ladder: bool = False
    what: tuple[Difference, ...] = ()

    @property
    def record(self) -> tuple[Difference, ...]:
        """What was changed and what it did, as it is kept with the reason."""
        counts = {"kept": self.kept, "reweighted": self.reweighted, "opened": self.opened}
        did = [Difference(kind, "", "", str(count)) for kind, count in counts.items() if count]
        return (*self.what, *did, *([Difference("ladder", "", "", "")] if self.ladder else []))


def effect(before: Criteria, after: Criteria, ballots: tuple[Ballot, ...]) -> Effect:
    """What it does to these ballots of all rounds when the criteria become these, in this order."""
    kept = reweighted = opened = begun = 0
    formulas = {number: (_formula(before, number), _formula(after, number)) for number in (1, 2)}
    for ballot in ballots:
        if ballot.state is BallotState.OPEN:
            begun += fitting(after, ballot) != ballot.marks
        if ballot.state is not BallotState.COMPLETE:
            continue
        was, now = formulas[ballot.round]
        if not is_whole(after, ballot):
            opened += 1
        elif was != now:
            reweighted += 1
        else:
            kept += 1
    ladder = [one.id for one in before] != [one.id for one in after]
    return Effect(kept, reweighted, opened, begun, ladder, changed(before, after))


def judged(criteria: Criteria, number: int) -> Criteria:
    """The criteria that count in a round."""
    return tuple(one for one in criteria if one.rounds in (0, number))


def is_whole(criteria: Criteria, ballot: Ballot) -> bool:
    """Whether a ballot has a mark that fits for every criterion of its round."""
    try:
        complete_ballot(judged(criteria, ballot.round), ballot.marks)
    except HackDeskError:
        return False
    return True


def fitting(criteria: Criteria, ballot: Ballot) -> dict[UUID, Fraction]:
    """The marks of a ballot without those that these criteria do not know on their scale."""
    known = {one.id: one for one in criteria}
    return {id_: mark for id_, mark in ballot.marks.items() if id_ not in known or _fits(known[id_], mark)}


def _fits(criterion: Criterion, mark: Fraction) -> bool:
    try:
        checked_mark(criterion, mark)
    except HackDeskError:
        return False
    return True


def _formula(criteria: Criteria, number: int) -> Mapping[UUID, tuple[Fraction, Fraction, Fraction]]:
    """How a ballot's score is made of its marks."""
    counting = judged(criteria, number)
    share = shares(counting)
    return {one.id: (one.lowest, one.highest, share[one.id]) for one in counting}


def changed(before: Criteria, after: Criteria) -> tuple[Difference, ...]:
    """In what two sets of criteria differ besides the words that help the jurors."""
    was, now = ({one.id: one for one in criteria} for criteria in (before, after))
    found = [Difference("gone", one.name, _put(one), "") for one in before if one.id not in now]
    for one in after:
        old = was.get(one.id)
        if old is None:
            found.append(Difference("new", one.name, "", _put(one)))
            continue
        for kind, value in _PARTS.items():
            if value(old) != value(one):
                found.append(Difference(kind, one.name, value(old), value(one)))
    orders = [[one for one in criteria if one.id in was and one.id in now] for criteria in (before, after)]
    if [one.id for one in orders[0]] != [one.id for one in orders[1]]:
        names = [", ".join(one.name for one in order) for order in orders]
        found.append(Difference("order", "", *names))
    return tuple(found)


def _range(one: Criterion) -> str:
    return f"{plain_number(one.lowest)}–{plain_number(one.highest)}"


def _put(one: Criterion) -> str:
    return f"{_range(one)}, {plain_number(one.weight)}"


_PARTS: dict[str, Callable[[Criterion], str]] = {
    "name": lambda one: one.name,
    "marks": _range,
    "step": lambda one: plain_number(one.step) if one.step is not None else "",
    "weight": lambda one: plain_number(one.weight),
    "rounds": lambda one: str(one.rounds),
}
