"""From marks to places, exactly: ballot scores, a method that makes one score a team, places 1, 2, 2, 4.

A further method is one more function from ballot scores to team scores in `METHODS`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from hackdesk.jury.rules import (
    Ballot,
    BallotState,
    Contestant,
    Criterion,
    Judging,
    state_of,
)
from hackdesk.jury.ties import Ladder, TieBreak, grouped, resolved
from hackdesk.language import N_

Scores = Mapping[tuple[UUID, UUID], Fraction]


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
    refused: why there are no places, a sentence marked for translation, or "". revision: the sealed
    revision these were read from; None: worked out from the ballots as they are now.
    """

    method: str
    places: tuple[Place, ...] = ()
    ties: tuple[TieBreak, ...] = ()
    missing: tuple[Missing, ...] = ()
    without_place: tuple[Contestant, ...] = ()
    refused: str = ""
    revision: int | None = None


def ballot_score(criteria: Iterable[Criterion], marks: Mapping[UUID, Fraction]) -> Fraction:
    """100 · Σ w·(x − lo)/(hi − lo) / Σ w of a complete ballot (method A)."""
    criteria = tuple(criteria)
    weights = sum((criterion.weight for criterion in criteria), Fraction(0))
    weighed = (criterion.weight * criterion_score(criterion, marks[criterion.id]) for criterion in criteria)
    return sum(weighed, Fraction(0)) / weights


def criterion_score(criterion: Criterion, mark: Fraction) -> Fraction:
    """One mark as 0–100 of its range."""
    return 100 * (mark - criterion.lowest) / (criterion.highest - criterion.lowest)


def mean_scores(scores: Scores) -> dict[UUID, Fraction]:
    """The mean of each team's complete ballots (method B).

    scores: {(team id, juror id): ballot score}; a missing pair is a missing ballot, never zero.
    """
    gathered: defaultdict[UUID, list[Fraction]] = defaultdict(list)
    for (team, _juror), score in scores.items():
        gathered[team].append(score)
    return {team: sum(parts, Fraction(0)) / len(parts) for team, parts in gathered.items()}


#: The ways from ballot scores to team scores.
METHODS: dict[str, Callable[[Scores], dict[UUID, Fraction]]] = {"mean": mean_scores}


def ballot_scores(criteria: Iterable[Criterion], ballots: Iterable[Ballot]) -> dict[tuple[UUID, UUID], Fraction]:
    """{(team id, juror id): ballot score} of these complete ballots."""
    criteria = tuple(criteria)
    return {(ballot.team_id, ballot.juror_id): ballot_score(criteria, ballot.marks) for ballot in ballots}


def results(judging: Judging, method: str = "mean") -> Results:
    """Places by a method of METHODS, with ties resolved by the ladder and every missing ballot named."""
    counted = _counted(judging)
    missing = _missing(judging)
    if not counted:
        return Results(method, missing=missing, without_place=judging.active, refused=_refusal(judging))
    scores = ballot_scores(judging.criteria, counted)
    team_scores = METHODS[method](scores)
    places, ties = _placed(judging, counted, scores, team_scores)
    without = tuple(team for team in judging.active if team.id not in team_scores)
    return Results(method, places, ties, missing, without)


def _counted(judging: Judging) -> tuple[Ballot, ...]:
    active = {team.id for team in judging.active}
    return tuple(
        ballot for ballot in judging.ballots if ballot.state is BallotState.COMPLETE and ballot.team_id in active
    )


def _refusal(judging: Judging) -> str:
    if not judging.criteria:
        return N_("There are no criteria yet.")
    if not judging.active:
        return N_("There are no teams yet.")
    return N_("No ballot has been handed in yet.")


def _missing(judging: Judging) -> tuple[Missing, ...]:
    known = {(ballot.juror_id, ballot.team_id): ballot for ballot in judging.ballots}
    found = []
    for juror in judging.jurors:
        for team in judging.active:
            ballot = known.get((juror.id, team.id))
            state = state_of(juror, ballot)
            if state is not BallotState.COMPLETE:
                reason = ballot.reason if ballot else ""
                found.append(Missing(juror.id, juror.name, team.id, team.name, state, reason))
    return tuple(found)


def _placed(
    judging: Judging, counted: tuple[Ballot, ...], scores: Scores, team_scores: Mapping[UUID, Fraction]
) -> tuple[tuple[Place, ...], tuple[TieBreak, ...]]:
    ladder = Ladder(_criterion_means(judging.criteria, counted), scores, judging.votes)
    names = {team.id: team.name for team in judging.teams}
    ballots: defaultdict[UUID, int] = defaultdict(int)
    for team, _juror in scores:
        ballots[team] += 1
    # The order in which teams of one shared place are listed; it gives nobody a better place.
    listed = tuple(sorted(team_scores, key=lambda team: (names[team].casefold(), str(team))))
    places: list[Place] = []
    ties: list[TieBreak] = []
    for tied in grouped(listed, team_scores):
        groups, breaks = resolved(tied, ladder)
        ties += breaks
        for group in groups:
            first = len(places) + 1
            places += [
                Place(
                    first, team, names[team], team_scores[team], ballots[team],
                    shared=len(group) > 1, until=first + len(group) - 1,
                )
                for team in group
            ]  # fmt: skip
    return tuple(places), tuple(ties)


def _criterion_means(
    criteria: tuple[Criterion, ...], counted: tuple[Ballot, ...]
) -> tuple[tuple[str, Mapping[UUID, Fraction]], ...]:
    return tuple(
        (
            criterion.name,
            mean_scores(
                {
                    (ballot.team_id, ballot.juror_id): criterion_score(criterion, ballot.marks[criterion.id])
                    for ballot in counted
                }
            ),
        )
        for criterion in criteria
    )
