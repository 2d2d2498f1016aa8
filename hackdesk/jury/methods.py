"""The ways from ballot scores to team scores, what each needs, and why it is refused where that is not there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import isqrt
from uuid import UUID

from hackdesk.jury.least_squares import Rows, fit, groups_of, pull
from hackdesk.jury.panel import Panel
from hackdesk.language import N_

#: What is nearer than this is a tie of adjusted means, which are the only ones in floating point.
NEAR = 1e-9
_DIGITS = 10**40

Names = Mapping[UUID, str]


@dataclass(frozen=True)
class Refusal:
    """Why a method has no answer. sentence: marked for translation; values: its fields, names only."""

    sentence: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Method:
    """A way to make one score a team, 0 to 100 or around 100.

    title, needs: what it is called and what it asks for, marked for translation. scores(rows, per): in the
    order of the rows; None where it cannot be worked out at all. refusal(panel, names): what is missing before
    it is offered, or None. reach(rows, per, one, other): how far one point on one ballot moves the gap of two
    teams.
    """

    title: str
    needs: str
    scores: Callable[[Rows, int], list[Fraction] | None]
    refusal: Callable[[Panel, Names], Refusal | None]
    reach: Callable[[Rows, int, int, int], Fraction]


def mean_scores(rows: Rows, per: int) -> list[Fraction]:
    """The mean of each team's ballots (method B)."""
    return [Fraction(sum(row.values()), per * len(row)) for row in rows]


def adjusted_scores(rows: Rows, per: int) -> list[Fraction] | None:
    """The mean without what the jurors' mildness gave or took (method C); where all are there, the mean itself.

    Scores within NEAR of each other are given as one.
    """
    if all(row.keys() == rows[0].keys() for row in rows):
        return mean_scores(rows, per)
    fitted = fit(rows, per)
    if fitted is None:
        return None
    order = sorted(range(len(rows)), key=lambda team: fitted.teams[team])
    scores: list[Fraction] = [Fraction(0)] * len(rows)
    before = None
    for team in order:
        value = fitted.teams[team]
        if before is None or value - fitted.teams[before] > NEAR:
            scores[team] = Fraction(round(value * 10**9), 10**9)
        else:
            scores[team] = scores[before]
        before = team
    return scores


def standardised_scores(rows: Rows, per: int) -> list[Fraction] | None:
    """The mean of 100 + 20·(s − mean of the juror)/(population SD of the juror) (method D).

    The root is taken to 40 digits and the score to 30, so that equal scores are equal.
    """
    sums: dict[int, list[int]] = {}
    for row in rows:
        for juror, score in row.items():
            known = sums.setdefault(juror, [0, 0, 0])
            known[0] += 1
            known[1] += score
            known[2] += score * score
    roots = {juror: isqrt((count * square - total * total) * _DIGITS**2)
             for juror, (count, total, square) in sums.items()}  # fmt: skip
    if not all(roots.values()):
        return None
    scores = []
    for row in rows:
        whole = sum(
            (score * sums[juror][0] - sums[juror][1]) * _DIGITS**2 // roots[juror] for juror, score in row.items()
        )
        exact = 100 + Fraction(20 * whole, _DIGITS * len(row))
        scores.append(Fraction(round(exact * 10**30), 10**30))
    return scores


def trimmed_scores(rows: Rows, per: int) -> list[Fraction] | None:
    """The mean without the highest and the lowest ballot of each team (method E)."""
    if any(len(row) < 3 for row in rows):
        return None
    return [
        Fraction(sum(row.values()) - max(row.values()) - min(row.values()), per * (len(row) - 2)) for row in rows
    ]


def _offered(_panel: Panel, _names: Names) -> Refusal | None:
    return None


def _not_adjusted(panel: Panel, names: Names) -> Refusal | None:
    if panel.full:
        return None
    few = _few_by_jurors(panel, names, 3)
    if few:
        return Refusal(N_("The adjusted mean needs 3 ballots of each juror. Fewer came from {names}."), few)
    few = _few_for_teams(panel, names, 2)
    if few:
        return Refusal(N_("The adjusted mean needs 2 ballots for each team. Fewer came for {names}."), few)
    return _apart(panel, names)


def _not_standardised(panel: Panel, names: Names) -> Refusal | None:
    few = _few_by_jurors(panel, names, 8)
    if few:
        return Refusal(N_("Standardised scores need 8 ballots of each juror. Fewer came from {names}."), few)
    alike = [
        names[id_]
        for number, id_ in enumerate(panel.jurors)
        if len({row[number] for row in panel.rows if number in row}) == 1
    ]
    if alike:
        sentence = N_("Standardised scores need jurors who tell teams apart. All ballots are alike of {names}.")
        return Refusal(sentence, {"names": ", ".join(alike)})
    return _apart(panel, names)


def _not_trimmed(panel: Panel, names: Names) -> Refusal | None:
    few = _few_for_teams(panel, names, 5)
    if few:
        return Refusal(N_("The trimmed mean needs 5 ballots for every team. Fewer came for {names}."), few)
    most = max(len(row) for row in panel.rows)
    fewer = _few_for_teams(panel, names, most)
    if fewer:
        sentence = N_("The trimmed mean needs as many ballots for one team as for another. Fewer for {names}.")
        return Refusal(sentence, fewer)
    return None


def _few_by_jurors(panel: Panel, names: Names, least: int) -> dict[str, str]:
    counts = [sum(number in row for row in panel.rows) for number in range(len(panel.jurors))]
    few = [names[juror] for juror, count in zip(panel.jurors, counts, strict=True) if count < least]
    return {"names": ", ".join(few)} if few else {}


def _few_for_teams(panel: Panel, names: Names, least: int) -> dict[str, str]:
    few = [names[team] for team, row in zip(panel.teams, panel.rows, strict=True) if len(row) < least]
    return {"names": ", ".join(few)} if few else {}


def _apart(panel: Panel, names: Names) -> Refusal | None:
    groups = groups_of(panel.rows)
    if len(groups) < 2:
        return None
    panels = " / ".join(
        "{} ({})".format(
            ", ".join(names[panel.jurors[juror]] for juror in sorted(jurors)),
            ", ".join(names[panel.teams[team]] for team in sorted(teams)),
        )
        for teams, jurors in groups
    )
    if len(groups) == 2:
        return Refusal(N_("There are two panels that share no juror: {panels}."), {"panels": panels})
    values = {"panels": panels, "count": str(len(groups))}
    return Refusal(N_("There are {count} panels that share no juror: {panels}."), values)


def _fewest(rows: Rows, one: int, other: int) -> int:
    return min(len(rows[one]), len(rows[other]))


def _standardised_reach(rows: Rows, per: int, one: int, other: int) -> Fraction:
    """At most: what the ballot does to the juror's own mean and spread is left out."""
    spreads = []
    for juror in {*rows[one], *rows[other]}:
        own = [row[juror] for row in rows if juror in row]
        square = len(own) * sum(score * score for score in own) - sum(own) ** 2
        spreads.append(Fraction(isqrt(square), len(own) * per))
    least = min(spreads)
    return 20 / (least * _fewest(rows, one, other)) if least else Fraction(100)


#: Every method by its key; the first is the default.
METHODS: dict[str, Method] = {
    "mean": Method(
        N_("Mean"),
        N_("The mean of the complete ballots. Needs nothing more."),
        mean_scores,
        _offered,
        lambda rows, _per, one, other: Fraction(1, _fewest(rows, one, other)),
    ),
    "adjusted": Method(
        N_("Juror-adjusted mean"),
        N_("Evens out that some teams were judged by milder jurors. Needs 3 ballots of each juror and 2 for each "
           "team, and jurors that tie all teams together."),
        adjusted_scores,
        _not_adjusted,
        lambda rows, _per, one, other: Fraction(round(pull(rows, one, other) * 10**9), 10**9),
    ),
    "standardised": Method(
        N_("Standardised"),
        N_("Puts every juror on one scale, around 100: harsh or generous, wide or narrow. Needs 8 ballots of each "
           "juror, jurors who tell teams apart, and jurors that tie all teams together."),
        standardised_scores,
        _not_standardised,
        _standardised_reach,
    ),
    "trimmed": Method(
        N_("Trimmed mean"),
        N_("Leaves out the highest and the lowest ballot of each team. Needs 5 ballots for every team, as many "
           "for one as for another."),
        trimmed_scores,
        _not_trimmed,
        lambda rows, _per, one, other: Fraction(1, _fewest(rows, one, other) - 2),
    ),
}  # fmt: skip
