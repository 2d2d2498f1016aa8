"""Places, ties and how sure they are, for a hundred teams: beside the bare sum of the same marks.

Run: python tests/bench/ranking.py. Each is done several times in turn; the best time of each is told.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from random import Random
from uuid import UUID

sys.path[:0] = [str(Path(__file__).resolve().parents[2])]

from hackdesk.jury import ranking  # noqa: E402
from hackdesk.jury.confidence import Confidence, confidence  # noqa: E402
from hackdesk.jury.methods import METHODS  # noqa: E402
from hackdesk.jury.rules import Ballot, BallotState, Contestant, Criterion, Judging, Juror  # noqa: E402

TEAMS, JURORS, CRITERIA = 100, 20, 10
TARGET = 200.0


@dataclass(frozen=True)
class Measured:
    """Milliseconds for one method. refused: the ballots do not have what it needs."""

    method: str
    bare: float
    places: float
    sureness: float
    refused: bool

    @property
    def whole(self) -> float:
        """Ranking, ties and confidence."""
        return self.places + self.sureness


def a_jury(teams: int, jurors: int, criteria: int, missing: float, seed: int = 1) -> Judging:
    """Whole marks of 1 to 5, so that ties are many; that part of the ballots is open or recused."""
    random = Random(seed)
    judged = tuple(
        Criterion(UUID(int=1000 + number), f"criterion {number}", weight=Fraction(random.choice((10, 15, 20))))
        for number in range(criteria)
    )
    by = tuple(Juror(UUID(int=2000 + number), f"juror {number}") for number in range(jurors))
    who = tuple(Contestant(UUID(int=3000 + number), f"team {number}") for number in range(teams))
    ballots = []
    for juror in by:
        for team in who:
            state = BallotState.COMPLETE
            if random.random() < missing:
                state = random.choice((BallotState.OPEN, BallotState.RECUSED))
            # Ids of their own, as they come out of a file: equal and not the same.
            marks = {UUID(int=one.id.int): Fraction(random.randint(1, 5)) for one in judged}
            ballots.append(Ballot(juror.id, team.id, state, marks))
    return Judging(judged, by, who, tuple(ballots))


def measured(judging: Judging, method: str, rounds: int = 5) -> tuple[Measured, Confidence | None]:
    """The best of so many rounds of each, and what came out."""
    marks = [mark for ballot in judging.ballots for mark in ballot.marks.values()]
    best = [float("inf")] * 3
    for _round in range(rounds):
        bare, _sum = timed(lambda: sum(marks))
        places, results = timed(lambda: ranking.results(judging, method))
        sureness, sure = timed(lambda results=results: confidence(judging, results))
        best = [min(pair) for pair in zip(best, (bare, places, sureness), strict=True)]
    return Measured(method, *best, refused=bool(results.refused)), sure


def timed(work: Callable[[], object]) -> tuple[float, object]:
    began = time.perf_counter()
    answer = work()
    return (time.perf_counter() - began) * 1000, answer


def main() -> None:
    print(f"{TEAMS} teams x {JURORS} jurors x {CRITERIA} criteria; target {TARGET:.0f} ms for the mean")
    print(f"{'':32}{'bare sum':>10}{'places':>10}{'how sure':>10}{'together':>10}")
    for name, missing in (("full", 0.0), ("5 % missing", 0.05)):
        judging = a_jury(TEAMS, JURORS, CRITERIA, missing)
        for method in METHODS:
            one, _sure = measured(judging, method)
            if not one.refused:
                times = (one.bare, one.places, one.sureness, one.whole)
                print(f"{name + ', ' + method:32}" + "".join(f"{value:7.1f} ms" for value in times))


if __name__ == "__main__":
    main()
