"""What every juror adds and every team is worth, by least squares over the ballots that there are.

Minimises Σ (s(t,j) − m − a_t − b_j)² with Σ a_t = 0 and Σ b_j = 0. The teams are solved away, so that what is
left is one equation for each juror. Floating point: ties are decided within 1e-9.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hackdesk.jury.panel import Row

Rows = Sequence[Row]


@dataclass(frozen=True)
class Fit:
    """teams: m + a_t of each row; jurors: {number: b_j}, how many points milder (+) or stricter (−)."""

    teams: tuple[float, ...]
    jurors: dict[int, float]


def groups_of(rows: Rows) -> list[tuple[set[int], set[int]]]:
    """The panels that share no juror and no team: for each the numbers of its rows and of its jurors."""
    groups: list[tuple[set[int], set[int]]] = []
    for number, row in enumerate(rows):
        teams, jurors, apart = {number}, set(row), []
        for group in groups:
            if group[1].isdisjoint(jurors):
                apart.append(group)
            else:
                teams, jurors = teams | group[0], jurors | group[1]
        groups = [*apart, (teams, jurors)]
    return sorted(groups, key=lambda group: min(group[0]))


def fit(rows: Rows, per: int) -> Fit | None:
    """The fit; None where panels share no juror, so that nothing says who is milder. per: see Panel."""
    if len(groups_of(rows)) != 1:
        return None
    means = [sum(row.values()) / (per * len(row)) for row in rows]
    left = dict.fromkeys(sorted(set().union(*rows)), 0.0)
    for row, mean in zip(rows, means, strict=True):
        for juror, score in row.items():
            left[juror] += score / per - mean
    solved = _solved(rows, list(left), list(left.values()))
    centre = sum(solved.values()) / len(solved)
    jurors = {juror: value - centre for juror, value in solved.items()}
    teams = tuple(
        mean - sum(jurors[juror] for juror in row) / len(row) for row, mean in zip(rows, means, strict=True)
    )
    return Fit(teams, jurors)


def pull(rows: Rows, one: int, other: int) -> float:
    """By how much the gap between two teams moves at most when one ballot, of whomever, moves by one point.

    Needs panels that `fit` can fit.
    """
    jurors = sorted(set().union(*rows))
    shares = [
        (juror in rows[one]) / len(rows[one]) - (juror in rows[other]) / len(rows[other]) for juror in jurors
    ]
    solved = _solved(rows, jurors, shares)
    most = 0.0
    for number, row in enumerate(rows):
        mean = sum(solved[juror] for juror in row) / len(row)
        own = (number == one) / len(row) - (number == other) / len(row)
        most = max(most, *(abs(own - solved[juror] + mean) for juror in row))
    return most


def _solved(rows: Rows, jurors: list[int], right: list[float]) -> dict[int, float]:
    """One value for each juror. Only differences are known: any one solution will do."""
    seen = {juror: sum((juror in row) << team for team, row in enumerate(rows)) for juror in jurors}
    # Teams of one number of ballots are counted at once: bits are counted faster than teams.
    sizes: Counter[int] = Counter()
    for team, row in enumerate(rows):
        sizes[len(row)] += 1 << team
    matrix = []
    for juror in jurors:
        line = [
            -sum((seen[juror] & seen[other] & teams).bit_count() / size for size, teams in sizes.items())
            for other in jurors
        ]
        line[jurors.index(juror)] += seen[juror].bit_count()
        # The same number in every place fixes the sum, which the ballots leave open, at 0.
        matrix.append([value + 1.0 for value in line])
    return dict(zip(jurors, _eliminated(matrix, list(right)), strict=True))


def _eliminated(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gaussian elimination with the largest pivot."""
    size = len(right)
    for step in range(size):
        best = max(range(step, size), key=lambda line: abs(matrix[line][step]))
        matrix[step], matrix[best] = matrix[best], matrix[step]
        right[step], right[best] = right[best], right[step]
        own = matrix[step]
        for line in range(step + 1, size):
            factor = matrix[line][step] / own[step]
            if factor:
                matrix[line] = [value - factor * above for value, above in zip(matrix[line], own, strict=True)]
                right[line] -= factor * right[step]
    solved = [0.0] * size
    for step in reversed(range(size)):
        known = sum(matrix[step][later] * solved[later] for later in range(step + 1, size))
        solved[step] = (right[step] - known) / matrix[step][step]
    return solved
