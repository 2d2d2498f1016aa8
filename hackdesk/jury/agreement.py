"""How far the jurors agree, and a second opinion from their ranks alone. Exact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from hackdesk.jury.panel import Panel


def mid_ranks(scores: Sequence[int]) -> list[Fraction]:
    """The rank of each, 1 for the highest; equal ones share the middle of the ranks they take up."""
    counts = Counter(scores)
    rank, middle = 1, {}
    for score in sorted(counts, reverse=True):
        middle[score] = Fraction(2 * rank + counts[score] - 1, 2)
        rank += counts[score]
    return [middle[score] for score in scores]


def kendall(panel: Panel) -> tuple[Fraction, int] | None:
    """Kendall's W with mid-ranks and its correction for ties, and of how many jurors.

    Of those who scored every team: 0 no agreement, 1 the same order. None with fewer than two such jurors or
    teams, or where no juror tells teams apart.
    """
    whole = [juror for juror in range(len(panel.jurors)) if all(juror in row for row in panel.rows)]
    teams, jurors = len(panel.rows), len(whole)
    if teams < 2 or jurors < 2:
        return None
    sums, equal = [Fraction(0)] * teams, 0
    for juror in whole:
        scores = [row[juror] for row in panel.rows]
        equal += sum(count**3 - count for count in Counter(scores).values())
        sums = [known + rank for known, rank in zip(sums, mid_ranks(scores), strict=True)]
    most = jurors**2 * teams * (teams**2 - 1) - jurors * equal
    if not most:
        return None
    apart = 12 * sum(one * one for one in sums) - 3 * jurors**2 * teams * (teams + 1) ** 2
    return Fraction(apart, most), jurors


def icc(panel: Panel) -> Fraction | None:
    """ICC(2,k) of Shrout and Fleiss (1979): how far the panel's mean would be met again by such a panel.

    Only where every juror scored every team; None elsewhere, and where there is nothing to compare.
    """
    teams, jurors = len(panel.rows), len(panel.jurors)
    if not panel.full or teams < 2 or jurors < 2:
        return None
    by_team = [sum(row.values()) for row in panel.rows]
    by_juror = [sum(row[juror] for row in panel.rows) for juror in range(jurors)]
    total = Fraction(sum(by_team) ** 2, teams * jurors)
    among_teams = Fraction(sum(one * one for one in by_team), jurors) - total
    among_jurors = Fraction(sum(one * one for one in by_juror), teams) - total
    rest = sum(score * score for row in panel.rows for score in row.values()) - total - among_teams - among_jurors
    bms, jms, ems = among_teams / (teams - 1), among_jurors / (jurors - 1), rest / ((teams - 1) * (jurors - 1))
    spread = bms + (jms - ems) / teams
    return (bms - ems) / spread if spread else None


def mean_ranks(panel: Panel) -> list[Fraction]:
    """The mean of each team's mid-ranks, 1 for the best.

    A juror who scored only some teams counts as if the others lay evenly between them; one who scored one
    team says nothing. Of a team that nobody compared with another, the rank is the middle.
    """
    teams = len(panel.rows)
    sums, counts = [Fraction(0)] * teams, [0] * teams
    for juror in range(len(panel.jurors)):
        own = [team for team, row in enumerate(panel.rows) if juror in row]
        if len(own) < 2:
            continue
        stretch = Fraction(teams - 1, len(own) - 1)
        for team, rank in zip(own, mid_ranks([panel.rows[team][juror] for team in own]), strict=True):
            sums[team] += 1 + (rank - 1) * stretch
            counts[team] += 1
    return [one / count if count else Fraction(teams + 1, 2) for one, count in zip(sums, counts, strict=True)]
