"""The jury's arithmetic a second time, slowly, in fractions and straight from the definitions.

Nothing of the program's own arithmetic is used here, so that agreeing means something.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import product
from uuid import UUID

from hackdesk.jury.rules import Ballot, BallotState, Criterion, Judging

Scores = dict[UUID, Fraction]


def ballot_score(judging: Judging, ballot: Ballot) -> Fraction:
    """100 · Σ w·(x − lo)/(hi − lo) / Σ w."""
    weights = total = Fraction(0)
    for one in judging.criteria:
        total += one.weight * (ballot.marks[one.id] - one.lowest) / (one.highest - one.lowest)
        weights += one.weight
    return 100 * total / weights


def table(judging: Judging) -> dict[UUID, dict[UUID, Fraction]]:
    """{team: {juror: score}} of the complete ballots."""
    if not (_latest and _latest[0][0] is judging):  # asked for a dozen times on end, with the same ballots
        _latest[:] = [(judging, _table(judging))]
    return _latest[0][1]


_latest: list[tuple[Judging, dict[UUID, dict[UUID, Fraction]]]] = []


def _table(judging: Judging) -> dict[UUID, dict[UUID, Fraction]]:
    found: dict[UUID, dict[UUID, Fraction]] = {}
    for team in judging.teams:
        for ballot in judging.ballots:
            if ballot.team_id == team.id and ballot.state == "complete":
                found.setdefault(team.id, {})[ballot.juror_id] = ballot_score(judging, ballot)
    return found


def mean(judging: Judging) -> Scores:
    """Method B."""
    return {team: sum(own.values(), Fraction(0)) / len(own) for team, own in table(judging).items()}


def adjusted(judging: Judging) -> Scores:
    """Method C: the normal equations of all unknowns at once, solved exactly."""
    rows = table(judging)
    teams, jurors = list(rows), sorted({juror for own in rows.values() for juror in own})
    unknown = [*teams, *jurors]
    lines = []
    for one in unknown:
        line = [Fraction(0)] * (len(unknown) + 1)
        for team, own in rows.items():
            for juror, score in own.items():
                if one in (team, juror):
                    line[unknown.index(team)] += 1
                    line[unknown.index(juror)] += 1
                    line[-1] += score
        lines.append(line)
    # The jurors' effects add up to nothing: the last of them says so in place of its own equation.
    lines[-1] = [Fraction(one in jurors) for one in unknown] + [Fraction(0)]
    solved = _solved(lines)
    return dict(zip(teams, solved, strict=False))


def _solved(lines: list[list[Fraction]]) -> list[Fraction]:
    for step in range(len(lines)):
        pivot = next(line for line in range(step, len(lines)) if lines[line][step])
        lines[step], lines[pivot] = lines[pivot], lines[step]
        first = lines[step][step]
        lines[step] = [value / first if value else value for value in lines[step]]
        for line in range(len(lines)):
            if line != step and lines[line][step]:
                factor = lines[line][step]
                pairs = zip(lines[line], lines[step], strict=True)
                lines[line] = [value - factor * own if own else value for value, own in pairs]
    return [line[-1] for line in lines]


def standardised(judging: Judging) -> Scores:
    """Method D, to 50 digits."""
    rows = table(judging)
    with localcontext() as context:
        context.prec = 60
        points: dict[UUID, list[Decimal]] = {team: [] for team in rows}
        for juror in {juror for own in rows.values() for juror in own}:
            own = {team: scores[juror] for team, scores in rows.items() if juror in scores}
            middle = sum(own.values(), Fraction(0)) / len(own)
            spread = sum(((score - middle) ** 2 for score in own.values()), Fraction(0)) / len(own)
            root = (Decimal(spread.numerator) / Decimal(spread.denominator)).sqrt()
            for team, score in own.items():
                off = score - middle
                points[team].append(100 + 20 * (Decimal(off.numerator) / Decimal(off.denominator)) / root)
        return {team: Fraction(sum(own) / len(own)) for team, own in points.items()}


def trimmed(judging: Judging) -> Scores:
    """Method E."""
    kept = {team: sorted(own.values())[1:-1] for team, own in table(judging).items()}
    return {team: sum(own, Fraction(0)) / len(own) for team, own in kept.items()}


SCORES = {"mean": mean, "adjusted": adjusted, "standardised": standardised, "trimmed": trimmed}


def offered(judging: Judging, method: str) -> bool:
    """Whether the ballots have what the method needs."""
    rows = table(judging)
    if not rows or method == "mean":
        return bool(rows)
    jurors = {juror for own in rows.values() for juror in own}
    counts = {juror: sum(juror in own for own in rows.values()) for juror in jurors}
    if method == "trimmed":
        sizes = {len(own) for own in rows.values()}
        return len(sizes) == 1 and min(sizes) >= 5
    if method == "standardised":
        alike = [juror for juror in jurors if len({own[juror] for own in rows.values() if juror in own}) == 1]
        return min(counts.values()) >= 8 and not alike and connected(rows)
    if all(len(own) == len(jurors) for own in rows.values()):
        return True
    return min(counts.values()) >= 3 and min(map(len, rows.values())) >= 2 and connected(rows)


def connected(rows: Mapping[UUID, Mapping[UUID, Fraction]]) -> bool:
    """Whether one can go from each team to each other one over jurors they share."""
    reached = {next(iter(rows))}
    for _step in rows:
        jurors = {juror for team in reached for juror in rows[team]}
        reached |= {team for team, own in rows.items() if jurors & own.keys()}
    return len(reached) == len(rows)


def _before(judging: Judging, one: UUID, other: UUID) -> int:
    """1 where criteria put `one` before `other`, -1 the other way round, 0 where they do not tell."""
    for criterion in judging.criteria:
        means = []
        for team in (one, other):
            marks = [
                ballot.marks[criterion.id]
                for ballot in judging.ballots
                if ballot.team_id == team and ballot.state == "complete"
            ]
            means.append(sum(marks) / Fraction(len(marks)))
        if means[0] != means[1]:
            return 1 if means[0] > means[1] else -1
    return 0


def places(judging: Judging, scores: Scores) -> dict[UUID, int]:
    """1 + how many teams are certainly better; pairs left over after all criteria go by the jurors."""
    def ahead(other: UUID, team: UUID) -> bool:
        if scores[other] != scores[team]:
            return scores[other] > scores[team]
        return _before(judging, other, team) > 0

    level = {
        team: [other for other in scores if other != team and not ahead(other, team) and not ahead(team, other)]
        for team in scores
    }
    found = {}
    for team in scores:
        better = sum(ahead(other, team) for other in scores if other != team)
        if len(level[team]) == 1 and _jurors_prefer(judging, level[team][0], team):
            better += 1
        found[team] = better + 1
    return found


def _jurors_prefer(judging: Judging, one: UUID, other: UUID) -> bool:
    votes = 0
    for juror in judging.jurors:
        pair = []
        for team in (one, other):
            for ballot in judging.ballots:
                if (ballot.juror_id, ballot.team_id, ballot.state) == (juror.id, team, "complete"):
                    pair.append(ballot_score(judging, ballot))
        if len(pair) == 2:
            votes += (pair[0] > pair[1]) - (pair[0] < pair[1])
    return votes > 0


def first(judging: Judging, scores: Scores) -> set[UUID]:
    """Who has the first place."""
    return {team for team, place in places(judging, scores).items() if place == 1}


def without(judging: Judging, juror: UUID) -> Judging:
    """The same without one juror's ballots."""
    return replace(judging, ballots=tuple(one for one in judging.ballots if one.juror_id != juror))


def moved(judging: Judging, criterion: int, points: int) -> Judging:
    """The same with one share of the weights moved, the others giving or taking in proportion."""
    whole = sum(one.weight for one in judging.criteria)
    shares = [one.weight / whole for one in judging.criteria]
    own = min(Fraction(1), max(Fraction(0), shares[criterion] + Fraction(points, 100)))
    rest = 1 - shares[criterion]
    new = [own if n == criterion else share * (1 - own) / rest for n, share in enumerate(shares)]
    made: list[Criterion] = [replace(one, weight=share) for one, share in zip(judging.criteria, new, strict=True)]
    return replace(judging, criteria=tuple(made))


def possible(judging: Judging) -> dict[UUID, tuple[int, int]]:
    """Best and worst places by trying out all open ballots: never handed in, all lowest, all highest.

    Teams that scores and criteria do not tell apart count for each other both ways.
    """
    open_ = [number for number, one in enumerate(judging.ballots) if one.state is BallotState.OPEN]
    found: dict[UUID, list[int]] = {team: [] for team in mean(judging)}
    for ends in product((None, "lowest", "highest"), repeat=len(open_)):
        ballots = list(judging.ballots)
        for number, end in zip(open_, ends, strict=True):
            if end is not None:
                marks = {one.id: getattr(one, end) for one in judging.criteria}
                ballots[number] = replace(ballots[number], state=BallotState.COMPLETE, marks=marks)
        tried = replace(judging, ballots=tuple(ballots))
        scores = mean(tried)
        for team in found:
            order = [_compared(tried, scores, other, team) for other in scores if other != team]
            found[team] += [1 + sum(one > 0 for one in order), 1 + sum(one >= 0 for one in order)]
    return {team: (min(tries), max(tries)) for team, tries in found.items()}


def _compared(judging: Judging, scores: Scores, one: UUID, other: UUID) -> int:
    if scores[one] != scores[other]:
        return 1 if scores[one] > scores[other] else -1
    return _before(judging, one, other)


def ranks(judging: Judging) -> dict[UUID, Fraction]:
    """Mean mid-ranks, each juror's stretched over all teams."""
    rows = table(judging)
    found: dict[UUID, list[Fraction]] = {team: [] for team in rows}
    for juror in {juror for own in rows.values() for juror in own}:
        own = {team: scores[juror] for team, scores in rows.items() if juror in scores}
        for team in own if len(own) > 1 else ():
            ahead = Fraction(sum(own[other] > own[team] for other in own))
            ahead += Fraction(sum(own[other] == own[team] for other in own) - 1, 2)
            found[team].append(1 + ahead * (len(rows) - 1) / (len(own) - 1))
    return {team: sum(own, Fraction(0)) / len(own) if own else Fraction(len(rows) + 1, 2)
            for team, own in found.items()}  # fmt: skip


def two_rounds(judging: Judging) -> dict[UUID, int]:
    """The finalists by the second round, the others behind them by the first, as if only they were there."""
    assert judging.first is not None
    ours = {team.id for team in judging.teams}
    others = tuple(team for team in judging.first.teams if team.id not in ours)
    rest = replace(judging.first, teams=others)
    behind = {team: place + len(ours) for team, place in places(rest, mean(rest)).items()}
    return {**places(judging, mean(judging)), **behind}
