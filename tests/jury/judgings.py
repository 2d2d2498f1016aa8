"""Small juries for the tests of ranking and confidence: made by hand, by hypothesis, by chance."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from random import Random
from uuid import UUID

from hypothesis import strategies as st

from hackdesk.jury.rules import Ballot, BallotState, Contestant, Criterion, Judging, Juror


def id_(kind: int, number: int) -> UUID:
    return UUID(int=kind * 1000 + number)


@st.composite
def judgings(draw: st.DrawFn, full: bool = False) -> Judging:
    """Small juries with coarse marks, so that ties are common."""
    criteria = tuple(
        Criterion(
            id_(1, number),
            f"criterion {number}",
            lowest=Fraction(lowest),
            highest=Fraction(lowest + span),
            weight=draw(st.fractions(Fraction(1, 4), 40, max_denominator=4)),
        )
        for number, (lowest, span) in enumerate(
            draw(st.lists(st.tuples(st.integers(-2, 1), st.integers(1, 4)), min_size=1, max_size=3))
        )
    )
    jurors = tuple(Juror(id_(2, number), f"juror {number}") for number in range(draw(st.integers(1, 4))))
    teams = tuple(Contestant(id_(3, number), f"team {number}") for number in range(draw(st.integers(1, 5))))
    states = [BallotState.COMPLETE] if full else [BallotState.COMPLETE, *BallotState]
    ballots = []
    for juror in jurors:
        for team in teams:
            marks = {one.id: Fraction(draw(st.integers(int(one.lowest), int(one.highest)))) for one in criteria}
            ballots.append(Ballot(juror.id, team.id, draw(st.sampled_from(states)), marks))
    return Judging(criteria, jurors, teams, tuple(ballots))


def judged(marks: dict[str, list[tuple[int, ...] | None]], criteria: int = 1) -> Judging:
    """{team: one tuple of marks for each juror}, 0–10, all weights alike."""
    declared = tuple(
        Criterion(id_(1, number), f"criterion {number}", lowest=Fraction(0), highest=Fraction(10))
        for number in range(criteria)
    )
    count = len(next(iter(marks.values())))
    jurors = tuple(Juror(id_(2, number), f"juror {number}") for number in range(count))
    teams = tuple(Contestant(id_(3, number), name) for number, name in enumerate(marks))
    ballots = tuple(
        Ballot(
            jurors[number].id, team.id, BallotState.COMPLETE,
            {one.id: Fraction(mark) for one, mark in zip(declared, given_marks, strict=True)},
        )
        for team in teams
        for number, given_marks in enumerate(marks[team.name])
        if given_marks is not None
    )  # fmt: skip
    return Judging(declared, jurors, teams, ballots)


def scored(table: Sequence[Sequence[int | None]], highest: int = 100) -> Judging:
    """Rows are teams, columns jurors; one criterion from 0 to `highest`; None: recused."""
    made = judged({f"team {number + 1}": [None if mark is None else (mark,) for mark in row]
                   for number, row in enumerate(table)})  # fmt: skip
    (criterion,) = made.criteria
    wide = Criterion(criterion.id, criterion.name, lowest=Fraction(0), highest=Fraction(highest))
    return Judging((wide,), made.jurors, made.teams, made.ballots)


def by_chance(random: Random) -> Judging:
    """A random event: mostly small and coarse, so that ties are common; some large enough for every method."""
    large = random.random() < 0.15
    how_many = random.choice((2, 5, 6) if large else (1, 2, 3, 4, 5))
    jurors = [Juror(id_(2, number), f"juror {number}") for number in range(how_many)]
    how_many = random.randint(8, 9) if large else random.randint(1, 5)
    teams = [Contestant(id_(3, number), f"team {number}") for number in range(how_many)]
    criteria = []
    for number in range(random.randint(1, 3)):
        lowest = random.randint(-2, 1)
        highest, weight = lowest + random.randint(1, 4), Fraction(random.randint(1, 12), random.randint(1, 4))
        criteria.append(
            Criterion(id_(1, number), f"criterion {number}", lowest=Fraction(lowest), highest=Fraction(highest),
                      step=Fraction(1, 2), weight=weight)
        )  # fmt: skip
    full, ballots = random.random() < 0.4, []
    states = [BallotState.COMPLETE] * (12 if large else 5)
    states += [BallotState.OPEN, BallotState.RECUSED, BallotState.VOID]
    for juror in jurors:
        for team in teams:
            marks = {one.id: one.lowest + Fraction(random.randint(0, int(2 * (one.highest - one.lowest))), 2)
                     for one in criteria}  # fmt: skip
            state = BallotState.COMPLETE if full else random.choice(states)
            ballots.append(Ballot(juror.id, team.id, state, marks))
    random.shuffle(ballots)
    return Judging(tuple(criteria), tuple(jurors), tuple(teams), tuple(ballots))
