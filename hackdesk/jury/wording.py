"""Sentences about results that a page, the record and the command line all say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from hackdesk.jury.hall import HallResult
from hackdesk.jury.methods import METHODS
from hackdesk.jury.rules import STATE_WORDS, BallotState
from hackdesk.jury.seal import Difference
from hackdesk.jury.ties import Rung, TieBreak
from hackdesk.language import N_, Words

_CHANGED = {
    "method": N_("Method: was {before}, is {after}"),
    "criterion": N_("Criterion “{about}”: was {before}, is {after}"),
    "ballot": N_("Ballot {about}: was {before}, is {after}"),
    "place": N_("Place of “{about}”: was {before}, is {after}"),
    "hall": N_("The hall's place of “{about}” (points): was {before}, is {after}"),
    "award": N_("“{about}”: was {before}, is {after}"),
}
_PUBLISHED = {"yes": N_("Places are published now"), "no": N_("Places are not published any more")}


def tie_sentence(tie: TieBreak, names: Mapping[UUID, str], words: Words) -> str:
    """What decided between teams with one score. names: {team id: its name}."""
    order = [words.listed([words.quoted(names[team]) for team in group]) for group in tie.groups]
    if tie.rung is Rung.SHARED:
        return words("{teams} share the place: nothing tells them apart.", teams=order[0])
    said = " › ".join(order)
    if tie.rung is Rung.CRITERION:
        return words("Equal scores, decided by “{criterion}”: {order}.", criterion=tie.criterion, order=said)
    if tie.rung is Rung.VOTE:
        return words("Equal scores, decided by the jury's vote: {order}. {reason}", order=said, reason=tie.reason)
    first, second = tie.counts or (0, 0)
    return words(
        "Equal scores, decided by how many jurors put one before the other ({first} to {second}): {order}.",
        first=first, second=second, order=said,
    )  # fmt: skip


def difference_sentence(difference: Difference, words: Words) -> str:
    """One thing in which a revision differs from the one before."""
    if difference.kind == "published":
        return words(_PUBLISHED[difference.after])
    worded = _method if difference.kind == "method" else _stood
    return words(
        _CHANGED[difference.kind],
        about=difference.about,
        before=worded(difference.before, words),
        after=worded(difference.after, words),
    )


def hall_sentences(result: HallResult, words: Words) -> tuple[str, ...]:
    """How many voted, what is not counted, and who shares the first place where it is shared."""
    votes = words.many("{count} vote", "{count} votes", result.hall.votes)
    here = words.many("of {count} person here", "of {count} people here", result.people)
    said = [f"{votes} {here}."]
    if result.hall.lost:
        said.append(
            words.many(
                "{count} vote names only teams that do not take part any more.",
                "{count} votes name only teams that do not take part any more.", result.hall.lost,
            )
        )  # fmt: skip
    first = result.hall.winners
    if len(first) > 1:
        named = words.listed([words.quoted(place.team) for place in first])
        said.append(words("{teams} share the first place; nothing decides between them.", teams=named))
    return tuple(said)


def place_words(place: int, until: int, shared: bool) -> str:
    """A place as it is shown: 2, or 2–3 where it is shared."""
    return f"{place}–{until}" if shared else str(place)


def state_counts(states: Iterable[BallotState], words: Words) -> str:
    """How ballots stand, counted: 3 open, 1 recused."""
    states = list(states)
    parts = [f"{states.count(state)} {words(STATE_WORDS[state])}" for state in BallotState if state in states]
    return ", ".join(parts)


def _method(key: str, words: Words) -> str:
    return words(METHODS[key].title) if key in METHODS else key


def _stood(text: str, words: Words) -> str:
    if text in set(BallotState):
        return words(STATE_WORDS[BallotState(text)])
    return text or "–"
