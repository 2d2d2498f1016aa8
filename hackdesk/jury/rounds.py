"""Places of a jury that sees its finalists once more.

The finalists have places 1 to k by the second round alone; the first round's marks do not count for them again.
The other teams follow from place k + 1 on by the first round.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from hackdesk.jury import ranking
from hackdesk.jury.methods import Refusal
from hackdesk.jury.ranking import Place, Results
from hackdesk.jury.rules import Judging
from hackdesk.language import N_

__all__ = ["Best", "best", "deciding", "refusals", "results", "whole"]


@dataclass(frozen=True)
class Best:
    """The best of the first round. teams: as many as were wanted, or fewer where a tie stands at the border.

    tied: the teams that share the last place among them; all of them or none can go on.
    """

    teams: tuple[UUID, ...]
    tied: tuple[UUID, ...] = ()


def results(judging: Judging, method: str = "mean") -> Results:
    """The places; of both rounds where the jury is in the second."""
    if judging.first is None:
        return ranking.results(judging, method)
    second, first = ranking.results(judging, method), ranking.results(judging.first, method)
    finalists = tuple(team.id for team in judging.active)
    second = replace(second, round=2, first=first, finalists=finalists)
    for one in (first, second):
        if one.method_refused:
            return replace(
                second, places=(), ties=(), refused=one.refused, refused_values=one.refused_values,
                method_refused=True,
            )  # fmt: skip
    among = frozenset(team.id for team in judging.first.active) - frozenset(finalists)
    others = ranking.results(judging.first, method, among)
    return replace(
        second,
        places=(*second.places, *_after(others.places, len(finalists))),
        ties=(*second.ties, *others.ties),
        without_place=(*second.without_place, *others.without_place),
        refused=_refused(judging, second),
    )


def _refused(judging: Judging, second: Results) -> str:
    """Why there is no first place."""
    if second.refused and not judging.active:
        return N_("None of the finalists is judged any more.")
    if second.refused and judging.criteria:
        return N_("No ballot of the second round has been handed in yet.")
    return second.refused


def deciding(results: Results) -> Results:
    """The same without the places that the first round gave: what can be said of how sure the first place is."""
    if results.first is None:
        return results
    ours = frozenset(results.finalists)
    return replace(
        results,
        places=tuple(one for one in results.places if one.team_id in ours),
        ties=tuple(one for one in results.ties if ours.issuperset(one.groups[0])),
        without_place=tuple(one for one in results.without_place if one.id in ours),
    )


def whole(judging: Judging) -> Judging:
    """The round in which all teams are: the first one."""
    return judging.first or judging


def refusals(judging: Judging) -> dict[str, Refusal]:
    """{key of a method: why one of the rounds does not have what it needs}."""
    found = ranking.refusals(judging.first) if judging.first else {}
    return {**found, **ranking.refusals(judging)}


def best(places: Iterable[Place], count: int) -> Best:
    """The first `count` teams, as far as their places say who that is."""
    ordered = tuple(places)
    sure = tuple(one.team_id for one in ordered if max(one.until, one.place) <= count)
    tied = tuple(one.team_id for one in ordered if one.place <= count < one.until)
    return Best(sure, tied)


def _after(places: tuple[Place, ...], finalists: int) -> tuple[Place, ...]:
    return tuple(replace(one, place=one.place + finalists, until=one.until + finalists) for one in places)
