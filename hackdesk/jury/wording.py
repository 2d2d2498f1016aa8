"""Sentences about results that a page, the record and the command line all say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from hackdesk.jury.effect import Effect
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
    "second_ballot": N_("Ballot of the second round {about}: was {before}, is {after}"),
    "finalists": N_("Finalists: were {before}, are {after}"),
    "place": N_("Place of “{about}”: was {before}, is {after}"),
    "hall": N_("The hall's place of “{about}” (points): was {before}, is {after}"),
    "award": N_("“{about}”: was {before}, is {after}"),
}
_PUBLISHED = {"yes": N_("Places are published now"), "no": N_("Places are not published any more")}

#: In which rounds a criterion counts, by Criterion.rounds.
ROUNDS = (N_("both rounds"), N_("the first round only"), N_("the finalists' round only"))
_LADDER = N_("The order that decides equal scores is another one.")
_ALTERED = {
    "new": N_("“{about}” is new: {after}"),
    "gone": N_("“{about}” is out: was {before}"),
    "name": N_("“{before}” is now called “{after}”"),
    "marks": N_("Marks of “{about}”: were {before}, are {after}"),
    "step": N_("Step of “{about}”: was {before}, is {after}"),
    "weight": N_("Weight of “{about}”: was {before}, is {after}"),
    "rounds": N_("“{about}” counts in: was {before}, is {after}"),
    "order": N_("Order: was {before}; is {after}"),
    "ladder": _LADDER,
}
_DID = frozenset({"kept", "reweighted", "opened"})


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


def effect_sentences(found: Effect, words: Words) -> tuple[str, ...]:
    """What a change of criteria would do to the ballots in hand, before it is made."""
    said = [_did(one, words) for one in found.record if one.kind in _DID]
    if found.begun:
        said.append(
            words.many(
                "{count} ballot that is being filled in loses a mark that does not fit.",
                "{count} ballots that are being filled in lose a mark that does not fit.", found.begun,
            )
        )  # fmt: skip
    if found.ladder:
        said.append(words(_LADDER))
    return tuple(said)


def criteria_change_sentences(what: Iterable[Difference], words: Words) -> tuple[str, ...]:
    """What was changed in the criteria, and what that did, as the record says it."""
    return tuple(_did(one, words) if one.kind in _DID else _altered(one, words) for one in what)


def _did(one: Difference, words: Words) -> str:
    count = int(one.after)
    if one.kind == "kept":
        return words.many("{count} ballot stays as it is.", "{count} ballots stay as they are.", count)
    if one.kind == "reweighted":
        return words.many(
            "{count} ballot keeps its marks and is weighed anew.",
            "{count} ballots keep their marks and are weighed anew.", count,
        )  # fmt: skip
    return words.many(
        "{count} ballot is open again: a mark is missing or does not fit.",
        "{count} ballots are open again: a mark is missing or does not fit.", count,
    )  # fmt: skip


def _altered(one: Difference, words: Words) -> str:
    values = {"before": one.before, "after": one.after}
    if one.kind == "rounds":
        values = {key: words(ROUNDS[int(value)]) for key, value in values.items()}
    elif one.kind == "step":
        values = {key: value or words("any mark between") for key, value in values.items()}
    return words(_ALTERED[one.kind], about=one.about, **values)


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
