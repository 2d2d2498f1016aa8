"""From marks to places, exactly: ballot scores, a method that makes one score a team, places 1, 2, 2, 4.

A further method is one more line of METHODS in `methods.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from itertools import groupby
from math import lcm
from uuid import UUID

from hackdesk.jury.methods import METHODS, Refusal
from hackdesk.jury.panel import Panel, panel_of
from hackdesk.jury.rules import BallotState, Contestant, Judging, TieVote, state_of
from hackdesk.jury.ties import Group, Ladder, TieBreak, resolved
from hackdesk.language import N_

__all__ = ["METHODS", "Missing", "Place", "Results", "names_in", "ordered", "refusals", "results"]

@dataclass(frozen=True)
class Place:
    """One team's place. score: 0–100, exact; ballots: how many counted.

    until: the last of the places a shared one stands for (2 and 3 are shared: place 2, until 3).
    """

    place: int
    team_id: UUID
    team: str
    score: Fraction
    ballots: int
    shared: bool = False
    until: int = 0


@dataclass(frozen=True)
class Missing:
    """A ballot that does not count, and how it stands."""

    juror_id: UUID
    juror: str
    team_id: UUID
    team: str
    state: BallotState
    reason: str = ""


@dataclass(frozen=True)
class Results:
    """Places, best first, and all that must be said with them.

    ties: what decided where scores were equal. without_place: active teams without a complete ballot.
    refused: why there are no places, a sentence marked for translation, or ""; refused_values: its fields;
    method_refused: there are ballots, but not what the method needs.
    revision: the sealed revision these were read from; None: worked out from the ballots as they are now.
    round: the one that decides the first place; of a second one: first, what the first round alone gave, and the
    finalists, who have the places 1 to k. `missing` is then of the second round.
    """

    method: str
    places: tuple[Place, ...] = ()
    ties: tuple[TieBreak, ...] = ()
    missing: tuple[Missing, ...] = ()
    without_place: tuple[Contestant, ...] = ()
    refused: str = ""
    refused_values: Mapping[str, str] = field(default_factory=dict)
    method_refused: bool = False
    revision: int | None = None
    round: int = 1
    first: Results | None = None
    finalists: tuple[UUID, ...] = ()


def results(judging: Judging, method: str = "mean", among: frozenset[UUID] | None = None) -> Results:
    """Places of one round by a method of METHODS, with ties resolved by the ladder and every missing ballot named.

    among: only these get places; the scores are of all ballots still.
    """
    panel, missing = panel_of(judging), _missing(judging)
    refusal = _refusal(judging, panel) or METHODS[method].refusal(panel, names_in(judging))
    scores = None if refusal else METHODS[method].scores(panel.rows, panel.per)
    if refusal or scores is None:
        refusal = refusal or Refusal(N_("These ballots give no scores by this method."))
        without, values = _without_ballot(judging, panel, among), dict(refusal.values)
        return Results(
            method, missing=missing, without_place=without, refused=refusal.sentence, refused_values=values,
            method_refused=bool(panel.teams),
        )  # fmt: skip
    places, ties = _placed(judging, panel, scores, among)
    return Results(method, places, ties, missing, _without_ballot(judging, panel, among))


def refusals(judging: Judging) -> dict[str, Refusal]:
    """{key of a method: why these ballots do not have what it needs}; the others are offered."""
    panel, names = panel_of(judging), names_in(judging)
    found = {key: method.refusal(panel, names) if panel.teams else None for key, method in METHODS.items()}
    return {key: refusal for key, refusal in found.items() if refusal}


def names_in(judging: Judging) -> dict[UUID, str]:
    """{id: name} of jurors and teams, of those too that only the first round saw."""
    teams = (judging.first or judging).teams
    return {one.id: one.name for part in (judging.jurors, teams, judging.teams) for one in part}


def ordered(
    panel: Panel, scores: Sequence[Fraction], votes: tuple[TieVote, ...], criteria: Sequence[str] = (),
    among: frozenset[UUID] | None = None,
) -> tuple[tuple[Group, ...], tuple[TieBreak, ...]]:  # fmt: skip
    """The teams in groups, best first, and what decided where scores are equal. criteria: their names; among:
    only these teams; None: all."""
    # As whole numbers they are sorted many times as fast.
    common = lcm(*(score.denominator for score in scores))
    heights = [score.numerator * (common // score.denominator) for score in scores]
    ladder = _ladder(panel, votes, criteria)
    groups: list[Group] = []
    ties: list[TieBreak] = []
    wanted = [team for team, id_ in enumerate(panel.teams) if among is None or id_ in among]
    ranked = sorted(wanted, key=lambda team: -heights[team])
    for _height, level in groupby(ranked, key=heights.__getitem__):
        tied = tuple(panel.teams[team] for team in level)
        inner, breaks = resolved(tied, ladder)
        groups += inner
        ties += breaks
    return tuple(groups), tuple(ties)


def _ladder(panel: Panel, votes: tuple[TieVote, ...], criteria: Sequence[str]) -> Ladder:
    def mean_on(column: int, team: UUID) -> Fraction:
        return panel.criterion_mean(panel.number[team], column)

    def jurors(one: UUID, other: UUID) -> tuple[int, int]:
        mine, theirs = (panel.rows[panel.number[team]] for team in (one, other))
        both = mine.keys() & theirs.keys()
        ahead = sum(mine[juror] > theirs[juror] for juror in both)
        return ahead, sum(mine[juror] < theirs[juror] for juror in both)

    names = criteria or [""] * len(panel.weights)
    return Ladder(tuple((name, partial(mean_on, column)) for column, name in enumerate(names)), jurors, votes)


def _refusal(judging: Judging, panel: Panel) -> Refusal | None:
    if panel.teams:
        return None
    if not judging.criteria:
        return Refusal(N_("There are no criteria yet."))
    if not judging.active:
        return Refusal(N_("There are no teams yet."))
    return Refusal(N_("No ballot has been handed in yet."))


def _without_ballot(judging: Judging, panel: Panel, among: frozenset[UUID] | None) -> tuple[Contestant, ...]:
    without = (team for team in judging.active if team.id not in panel.teams)
    return tuple(team for team in without if among is None or team.id in among)


def _missing(judging: Judging) -> tuple[Missing, ...]:
    known = {(ballot.juror_id, ballot.team_id): ballot for ballot in judging.ballots}
    found = []
    for juror in judging.jurors:
        for team in judging.active:
            ballot = known.get((juror.id, team.id))
            state = state_of(juror, ballot, team.turn, judging.round)
            if state is not BallotState.COMPLETE:
                reason = ballot.reason if ballot else ""
                found.append(Missing(juror.id, juror.name, team.id, team.name, state, reason))
    return tuple(found)


def _placed(
    judging: Judging, panel: Panel, scores: Sequence[Fraction], among: frozenset[UUID] | None
) -> tuple[tuple[Place, ...], tuple[TieBreak, ...]]:
    names = {team.id: team.name for team in judging.teams}
    number = {team: at for at, team in enumerate(panel.teams)}
    groups, ties = ordered(panel, scores, judging.votes, [one.name for one in judging.criteria], among)
    places: list[Place] = []
    for group in groups:
        first = len(places) + 1
        places += [
            Place(
                first, team, names[team], scores[number[team]], len(panel.rows[number[team]]),
                shared=len(group) > 1, until=first + len(group) - 1,
            )
            for team in group
        ]  # fmt: skip
    return tuple(places), ties
