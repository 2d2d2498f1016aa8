"""The ballots that count, in whole numbers: exact as fractions are, and many times as fast."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm
from uuid import UUID

from hackdesk.jury.rules import Ballot, BallotState, Criterion, Judging

#: The ballot scores of one team: {number of the juror: score}.
Row = Mapping[int, int]
#: A ballot's score on each criterion, in the criteria's order.
Parts = Mapping[int, tuple[int, ...]]


@dataclass(frozen=True)
class Panel:
    """Teams × jurors, a missing pair being a ballot that does not count.

    teams: those with a ballot that counts, in the order of their names; jurors: those who handed one in. rows,
    parts: of each team, in `1/per` of a point the ballots' scores, in `1/part` of a point their criteria's.
    """

    teams: tuple[UUID, ...]
    jurors: tuple[UUID, ...]
    weights: tuple[int, ...]
    part: int
    rows: tuple[Row, ...]
    parts: tuple[Parts, ...]
    per: int

    @cached_property
    def full(self) -> bool:
        """Whether every juror's ballot for every team counts."""
        return all(len(row) == len(self.jurors) for row in self.rows)

    @cached_property
    def number(self) -> dict[UUID, int]:
        """{team id: the number of its row}."""
        return {team: number for number, team in enumerate(self.teams)}

    def criterion_mean(self, team: int, criterion: int) -> Fraction:
        """The mean of a team on one criterion, 0 to 100."""
        parts = self.parts[team]
        return Fraction(sum(part[criterion] for part in parts.values()), len(parts) * self.part)

    def without(self, juror: int) -> Panel:
        """The same, had this juror not been there; a team left without a ballot drops out.

        The others keep their numbers.
        """
        teams = [number for number, row in enumerate(self.rows) if len(row) > (juror in row)]
        rows, parts = (
            tuple({one: value for one, value in kept[team].items() if one != juror} for team in teams)
            for kept in (self.rows, self.parts)
        )
        ids = tuple(self.teams[team] for team in teams)
        return Panel(ids, self.jurors, self.weights, self.part, rows, parts, self.per)  # type: ignore[arg-type]

    def moved(self, criterion: int, points: int) -> Panel:
        """The same, had this criterion's share of 100 been so many points more (less: below 0).

        The others give or take in proportion; a share stays between 0 and 100. Needs two criteria.
        """
        whole, weight = sum(self.weights), self.weights[criterion]
        own = max(0, min(100 * whole, 100 * weight + points * whole))
        left = 100 * whole - own
        more = own * (whole - weight) - left * weight
        weights = [left * one for one in self.weights]
        weights[criterion] = own * (whole - weight)
        rows = tuple(
            {juror: left * score + more * parts[juror][criterion] for juror, score in row.items()}
            for row, parts in zip(self.rows, self.parts, strict=True)
        )
        per = self.part * sum(weights)
        return Panel(self.teams, self.jurors, tuple(weights), self.part, rows, self.parts, per)


def panel_of(judging: Judging) -> Panel:
    """The complete ballots of the active teams."""
    active = {team.id: team for team in judging.active}
    ballots = [one for one in judging.ballots if one.state is BallotState.COMPLETE and one.team_id in active]
    scored = {ballot.team_id for ballot in ballots}
    # In the order of names and not of entry; it gives nobody a better place.
    teams = sorted(scored, key=lambda team: (active[team].name.casefold(), str(team)))
    handed_in = {ballot.juror_id for ballot in ballots}
    jurors = tuple(juror.id for juror in judging.jurors if juror.id in handed_in)
    team_number = {team: number for number, team in enumerate(teams)}
    juror_number = {juror: number for number, juror in enumerate(jurors)}
    part, parts_of = _scale(judging.criteria, ballots)
    least = lcm(*(criterion.weight.denominator for criterion in judging.criteria))
    weights = tuple(int(criterion.weight * least) for criterion in judging.criteria)
    rows: list[dict[int, int]] = [{} for _team in teams]
    parts: list[dict[int, tuple[int, ...]]] = [{} for _team in teams]
    for ballot, own in zip(ballots, parts_of, strict=True):
        team, juror = team_number[ballot.team_id], juror_number[ballot.juror_id]
        parts[team][juror] = own
        rows[team][juror] = sum(weight * one for weight, one in zip(weights, own, strict=True))
    return Panel(tuple(teams), jurors, weights, part, tuple(rows), tuple(parts), part * sum(weights))


def _scale(criteria: tuple[Criterion, ...], ballots: Iterable[Ballot]) -> tuple[int, list[tuple[int, ...]]]:
    """How many whole numbers make one point on any criterion, and the marks of each ballot counted so."""
    marks = [[ballot.marks[criterion.id] for ballot in ballots] for criterion in criteria]
    finest = [
        lcm(one.lowest.denominator, one.highest.denominator, *{mark.denominator for mark in column})
        for one, column in zip(criteria, marks, strict=True)
    ]
    widths = [int((one.highest - one.lowest) * fine) for one, fine in zip(criteria, finest, strict=True)]
    part = lcm(*widths)
    columns = []
    for criterion, fine, width, column in zip(criteria, finest, widths, marks, strict=True):
        lowest, times = int(criterion.lowest * fine), 100 * part // width
        columns.append([(mark.numerator * (fine // mark.denominator) - lowest) * times for mark in column])
    return part, list(zip(*columns, strict=True))
