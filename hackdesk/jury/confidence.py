"""How sure a result is: not a ranking, a help for the deliberation.

What if one juror had not been there, if a criterion weighed ten points more or less, if the open ballots came
in, if only ranks counted; and whether one mark on one ballot could turn the first two round.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar
from uuid import UUID

from hackdesk.jury.agreement import icc, kendall, mean_ranks
from hackdesk.jury.least_squares import fit
from hackdesk.jury.methods import METHODS, Refusal
from hackdesk.jury.panel import Panel, panel_of
from hackdesk.jury.ranking import Results, names_in, ordered
from hackdesk.jury.rules import BallotState, Judging
from hackdesk.jury.ties import Group

#: How many of a hundred points a weight is moved, each way.
POINTS = 10
#: A juror with fewer ballots than this is not called milder or stricter.
ENOUGH = 3

Groups = tuple[Group, ...]
V = TypeVar("V", Fraction, int)


class Doubt(StrEnum):
    """Why it is too close."""

    JUROR = "juror"
    WEIGHT = "weight"
    OPEN = "open"
    RANKS = "ranks"
    ONE_MARK = "one_mark"


@dataclass(frozen=True)
class Span:
    """From the lowest to the highest; of places: from the best to the worst."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True)
class LeftOut:
    """The order without one juror. groups: best first; empty where nothing can be worked out without them.

    first, three: whether the first place, and any of places 1 to 3, is another one then.
    """

    juror_id: UUID
    groups: Groups
    first: bool
    three: bool


@dataclass(frozen=True)
class Moved:
    """The order with one criterion's share moved by so many points of 100. first: whether another is first."""

    criterion: str
    points: int
    groups: Groups
    first: bool


@dataclass(frozen=True)
class Leaning:
    """A juror beside the panel. points: milder (+) or stricter (−); None: too few ballots to say."""

    juror_id: UUID
    ballots: int
    open: int
    points: float | None


@dataclass(frozen=True)
class Beside:
    """Another method's answer to the same ballots. places: {team: (place, until)}; refusal: why there is none."""

    scores: Mapping[UUID, Fraction]
    places: Mapping[UUID, tuple[int, int]]
    refusal: Refusal | None = None


@dataclass(frozen=True)
class Confidence:
    """How sure the places are. All by their own method, but `possible`: always by the plain mean.

    first, second: who is. scores, places: without any one juror, from the lowest to the highest of each team.
    possible: places still possible while ballots are open, empty where none is; reach: the means behind them.
    gap: of the first to the second, None where there is no second. one_mark: how far one mark on one ballot
    can move it. whole: every juror's ballot for every team counts, so that there is nothing to adjust.
    """

    method: str
    first: Group
    second: Group
    left_out: tuple[LeftOut, ...]
    moved: tuple[Moved, ...]
    scores: Mapping[UUID, Span]
    places: Mapping[UUID, Span]
    possible: Mapping[UUID, Span]
    reach: Mapping[UUID, Span]
    ranks: Mapping[UUID, Fraction]
    rank_first: frozenset[UUID]
    kendall: tuple[Fraction, int] | None
    icc: Fraction | None
    gap: Fraction | None
    one_mark: Fraction
    leanings: tuple[Leaning, ...]
    plain: Beside
    adjusted: Beside
    whole: bool
    not_scored_by: Mapping[UUID, tuple[UUID, ...]]

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Why the jury should talk before it signs; empty where the first place is safe."""
        if self.gap is None and not self.possible:
            return ()
        found = {
            Doubt.JUROR: any(one.first for one in self.left_out),
            Doubt.WEIGHT: any(one.first for one in self.moved),
            Doubt.OPEN: any(self.possible[team].high > 1 for team in self.first if team in self.possible),
            Doubt.RANKS: self.rank_first != frozenset(self.first),
            Doubt.ONE_MARK: self.gap is not None and self.gap < self.one_mark,
        }
        return tuple(doubt for doubt, there in found.items() if there)


def confidence(judging: Judging, results: Results) -> Confidence | None:
    """How sure these results of these ballots are; None where there are no places."""
    if not results.places:
        return None
    panel = panel_of(judging)
    base = _groups_in(results)
    left_out, scores = _left_out(judging, panel, results.method, base)
    ranks = dict(zip(panel.teams, mean_ranks(panel), strict=True))
    score_of = {place.team_id: place.score for place in results.places}
    for team, score in score_of.items():
        scores[team].append(score)
    places: dict[UUID, list[int]] = {place.team_id: [place.place] for place in results.places}
    for one in left_out:
        for team, (place, _until) in places_in(one.groups).items():
            places[team].append(place)
    possible, reach = _possible(judging, results, panel)
    gap, one_mark = _gap(panel, results)
    return Confidence(
        method=results.method,
        first=base[0],
        second=base[1] if len(base) > 1 else (),
        left_out=left_out,
        moved=_moved(judging, panel, results.method, base),
        scores=_spans(scores),
        places=_spans(places),
        possible=possible,
        reach=reach,
        ranks=ranks,
        rank_first=_least(ranks),
        kendall=kendall(panel),
        icc=icc(panel),
        gap=gap,
        one_mark=one_mark,
        leanings=_leanings(judging, panel, results),
        plain=_beside(judging, panel, "mean"),
        adjusted=_beside(judging, panel, "adjusted"),
        whole=panel.full,
        not_scored_by=_not_scored_by(panel),
    )


def places_in(groups: Groups) -> dict[UUID, tuple[int, int]]:
    """{team: the first and the last place that it takes up}."""
    places, before = {}, 0
    for group in groups:
        places.update(dict.fromkeys(group, (before + 1, before + len(group))))
        before += len(group)
    return places


def podium(groups: Groups) -> tuple[tuple[int, frozenset[UUID]], ...]:
    """Who has places 1 to 3."""
    found, before = [], 0
    for group in groups:
        if before < 3:
            found.append((before + 1, frozenset(group)))
        before += len(group)
    return tuple(found)


def _groups_in(results: Results) -> Groups:
    groups: dict[int, list[UUID]] = {}
    for place in results.places:
        groups.setdefault(place.place, []).append(place.team_id)
    return tuple(tuple(group) for group in groups.values())


def _left_out(
    judging: Judging, panel: Panel, method: str, base: Groups
) -> tuple[tuple[LeftOut, ...], dict[UUID, list[Fraction]]]:
    """The order without each juror, and the scores of each team in all of them."""
    found, scores = [], {team: list[Fraction]() for team in panel.teams}
    three = podium(base)
    for number, juror in enumerate(panel.jurors):
        rest = panel.without(number)
        alone = METHODS[method].scores(rest.rows, rest.per) if rest.teams else None
        if alone is None:
            found.append(LeftOut(juror, (), False, False))
            continue
        for team, score in zip(rest.teams, alone, strict=True):
            scores[team].append(score)
        groups = ordered(rest, alone, judging.votes)[0]
        found.append(LeftOut(juror, groups, set(groups[0]) != set(base[0]), podium(groups) != three))
    return tuple(found), scores


def _moved(judging: Judging, panel: Panel, method: str, base: Groups) -> tuple[Moved, ...]:
    if len(judging.criteria) < 2:
        return ()
    found = []
    for number, criterion in enumerate(judging.criteria):
        for points in (POINTS, -POINTS):
            other = panel.moved(number, points)
            scores = METHODS[method].scores(other.rows, other.per)
            if scores is not None:
                groups = ordered(other, scores, judging.votes)[0]
                found.append(Moved(criterion.name, points, groups, set(groups[0]) != set(base[0])))
    return tuple(found)


def _possible(judging: Judging, results: Results, panel: Panel) -> tuple[dict[UUID, Span], dict[UUID, Span]]:
    """The best and the worst place of each team by the plain mean, whatever the open ballots will say, and
    between which means that leaves it.

    At best all its open ballots are the highest and everybody else's the lowest; at worst the other way round.
    Equal scores go down the ladder's criteria; where these are equal too, both orders stay possible. A team
    without a ballot yet may still get any place that its open ballots can bring.
    """
    counts: Counter[UUID] = Counter()
    if results.revision is None:
        counts.update(one.team_id for one in results.missing if one.state is BallotState.OPEN)
    if not counts:
        return {}, {}
    ends = {
        one.id: (_end(panel, one.id, counts[one.id], 0), _end(panel, one.id, counts[one.id], 100))
        for one in judging.active
        if one.id in panel.number or one.id in counts
    }
    # A team without a ballot may never get one: it is certainly ahead of nobody.
    lows = sorted(low for team, (low, _high) in ends.items() if team in panel.number)
    highs = sorted(high for _low, high in ends.values())
    spans, reach = {}, {}
    for team in panel.teams:
        low, high = ends[team]
        best, worst = 1 + len(lows) - bisect_right(lows, high), len(highs) - bisect_left(highs, low)
        spans[team], reach[team] = Span(Fraction(best), Fraction(worst)), Span(low[0], high[0])
    return spans, reach


def _end(panel: Panel, team: UUID, more: int, score: int) -> tuple[Fraction, ...]:
    """A team's mean and then its mean on each criterion, had `more` ballots this score in everything."""
    number = panel.number.get(team)
    if number is None:
        return (Fraction(score),) * (1 + len(panel.weights))
    row, parts = panel.rows[number], panel.parts[number].values()
    count = len(row) + more
    means = [
        Fraction(sum(part[column] for part in parts) + more * score * panel.part, count * panel.part)
        for column in range(len(panel.weights))
    ]
    return Fraction(sum(row.values()) + more * score * panel.per, count * panel.per), *means


def _gap(panel: Panel, results: Results) -> tuple[Fraction | None, Fraction]:
    """From the first to the second, and how far one mark on one ballot can move it."""
    if len(results.places) < 2:
        return None, Fraction(0)
    first, second = results.places[:2]
    one, other = panel.number[first.team_id], panel.number[second.team_id]
    share = Fraction(100 * max(panel.weights), sum(panel.weights))
    reach = METHODS[results.method].reach(panel.rows, panel.per, one, other)
    return first.score - second.score, share * reach


def _leanings(judging: Judging, panel: Panel, results: Results) -> tuple[Leaning, ...]:
    fitted = fit(panel.rows, panel.per)
    numbers = {juror: at for at, juror in enumerate(panel.jurors)}
    open_: Counter[UUID] = Counter()
    if results.revision is None:
        open_.update(one.juror_id for one in results.missing if one.state is BallotState.OPEN)
    found = []
    for juror in judging.jurors:
        at = numbers.get(juror.id)
        ballots = 0 if at is None else sum(at in row for row in panel.rows)
        points = fitted.jurors[at] if fitted and at is not None and ballots >= ENOUGH else None
        found.append(Leaning(juror.id, ballots, open_[juror.id], points))
    return tuple(found)


def _beside(judging: Judging, panel: Panel, method: str) -> Beside:
    refusal = METHODS[method].refusal(panel, names_in(judging))
    scores = None if refusal else METHODS[method].scores(panel.rows, panel.per)
    if scores is None:
        return Beside({}, {}, refusal)
    groups = ordered(panel, scores, judging.votes)[0]
    return Beside(dict(zip(panel.teams, scores, strict=True)), places_in(groups))


def _not_scored_by(panel: Panel) -> dict[UUID, tuple[UUID, ...]]:
    return {
        team: tuple(juror for number, juror in enumerate(panel.jurors) if number not in row)
        for team, row in zip(panel.teams, panel.rows, strict=True)
    }


def _least(ranks: Mapping[UUID, Fraction]) -> frozenset[UUID]:
    least = min(ranks.values())
    return frozenset(team for team, rank in ranks.items() if rank == least)


def _spans(values: Mapping[UUID, Iterable[V]]) -> dict[UUID, Span]:
    return {team: Span(Fraction(min(own)), Fraction(max(own))) for team, own in values.items()}
