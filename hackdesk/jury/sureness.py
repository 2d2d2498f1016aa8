"""How sure the places are, in sentences that can be said aloud: for the page, the record, the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from uuid import UUID

from hackdesk.jury.confidence import POINTS, Confidence, Doubt, Groups, Leaning, Moved, Span, places_in
from hackdesk.jury.methods import Refusal
from hackdesk.jury.rules import rounded
from hackdesk.jury.wording import place_words
from hackdesk.language import N_, Words

Names = Mapping[UUID, str]

#: Half a point and less is no leaning.
_AS_THE_PANEL = 0.5
_AGREE = (
    (Fraction(7, 10), N_("The jurors put the teams in much the same order (Kendall's W {w} of 1).")),
    (Fraction(4, 10), N_("The jurors put the teams in partly the same order (Kendall's W {w} of 1).")),
    (Fraction(-1), N_("The jurors put the teams in quite different orders (Kendall's W {w} of 1).")),
)
_REPEAT = (
    (Fraction(3, 4), N_("Another such panel would give much the same means (ICC {icc} of 1).")),
    (Fraction(1, 2), N_("Another such panel would give roughly the same means (ICC {icc} of 1).")),
    (None, N_("Another such panel might give quite other means (ICC {icc} of 1).")),
)


def verdict(sure: Confidence, words: Words, *, signed: bool = False) -> str:
    """Whether the jury should talk before it signs; signed: it has."""
    if not sure.doubts:
        return words("The first place looks safe")
    return words("It was close when it was signed") if signed else words("Too close: talk before you sign")


def safety_sentences(sure: Confidence, names: Names, words: Words) -> tuple[str, ...]:
    """Is the winner safe: what was tried, and what came of it."""
    parts = (
        _gap_sentence(sure, names, words),
        *_juror_sentences(sure, names, words),
        *_weight_sentences(sure, names, words),
        _open_sentence(sure, names, words),
        _rank_sentence(sure, names, words),
    )
    return tuple(part for part in parts if part)


def agreement_sentences(sure: Confidence, words: Words) -> tuple[str, ...]:
    """How far the jurors agree; what cannot be said is left out."""
    said = []
    if sure.kendall is not None:
        w, _jurors = sure.kendall
        sentence = next(sentence for least, sentence in _AGREE if w >= least)
        said.append(words(sentence, w=_number(w, words, 2)))
    if sure.icc is not None:
        icc = sure.icc
        sentence = next(sentence for least, sentence in _REPEAT if least is None or icc >= least)
        said.append(words(sentence, icc=_number(icc, words, 2)))
    return tuple(said)


def leaning_sentence(leaning: Leaning, words: Words) -> str:
    """How mild or strict a juror is beside the panel, and what is still open."""
    said = _leaning(leaning.points, words) if leaning.points is not None else words("too few ballots to say")
    if not leaning.open:
        return said
    left = words.many("{count} ballot open", "{count} ballots open", leaning.open)
    return f"{said} · {left}"


def without_sentences(sure: Confidence, names: Names, words: Words) -> dict[UUID, str]:
    """{juror: places 1 to 3 had they not been there}, of those whose absence changes one of these."""
    if len(sure.left_out) < 2:
        return {}
    changed = {one.juror_id: _podium(one.groups, names, words) for one in sure.left_out if one.three}
    return {juror: words("Left out: {places}", places=places) for juror, places in changed.items() if places}


def _podium(groups: Groups, names: Names, words: Words) -> str:
    top = [(places, team) for team, places in places_in(groups).items() if places[0] <= 3]
    said = [f"{place_words(low, high, high > low)} {words.quoted(names[team])}" for (low, high), team in top]
    return ", ".join(said)


def span_words(span: Span) -> str:
    """Places from the best to the worst: 2, or 1–4."""
    low, high = int(span.low), int(span.high)
    return str(low) if low == high else f"{low}–{high}"


def team_sentence(sure: Confidence, team: UUID, words: Words) -> str:
    """What is known of one team's place, in one line."""
    said = [
        words(
            "{low} to {high} points, place {places}, whichever juror is left out",
            low=_number(sure.scores[team].low, words), high=_number(sure.scores[team].high, words),
            places=span_words(sure.places[team]),
        )
    ]  # fmt: skip
    if team in sure.possible:
        said.append(words("place {places} with the open ballots", places=span_words(sure.possible[team])))
    said.append(words("mean rank {rank}", rank=_number(sure.ranks[team], words)))
    return " · ".join(said)


def adjustment_sentences(
    sure: Confidence, names: Names, words: Words, most: int | None = None
) -> tuple[str, ...]:
    """Plain and adjusted beside each other: whose place differs and why, or why there is nothing to say.

    most: more teams than this are counted.
    """
    if sure.whole:
        return (words("Every juror scored every team, so there is nothing to adjust."),)
    if sure.adjusted.refusal:
        return (refusal_sentence(sure.adjusted.refusal, words),)
    points = {leaning.juror_id: leaning.points for leaning in sure.leanings}
    said = []
    for team, place in sure.adjusted.places.items():
        before = sure.plain.places[team]
        if before == place:
            continue
        away = [
            words(
                "{juror} ({leaning})", juror=names[juror],
                leaning=_leaning(points.get(juror) or 0.0, words, short=True),
            )
            for juror in sure.not_scored_by[team]
        ]  # fmt: skip
        values = {"team": words.quoted(names[team]), "plain": _place(before), "adjusted": _place(place)}
        if away:
            sentence = N_("{team}: place {plain} by the plain mean, {adjusted} adjusted. Not scored by {jurors}.")
            said.append(words(sentence, **values, jurors=words.listed(away)))
        else:
            sentence = N_("{team}: place {plain} by the plain mean, {adjusted} adjusted, because others move.")
            said.append(words(sentence, **values))
    if most is not None and len(said) > most:
        left = len(said) - most
        more = words.many("{count} more team changes places.", "{count} more teams change places.", left)
        return *said[:most], more
    return tuple(said) or (words("The plain and the adjusted mean give the same places."),)


def refusal_sentence(refusal: Refusal, words: Words) -> str:
    """Why a method is not offered."""
    return words(refusal.sentence, **refusal.values)


def _place(place: tuple[int, int]) -> str:
    return place_words(place[0], place[1], place[1] > place[0])


def _number(value: Fraction | float, words: Words, decimals: int = 1) -> str:
    return words.number(float(rounded(Fraction(value), decimals)), decimals)


def _teams(teams: Iterable[UUID], names: Names, words: Words) -> str:
    return words.listed(sorted(words.quoted(names[team]) for team in teams))


def _leaning(points: float, words: Words, *, short: bool = False) -> str:
    if abs(points) < _AS_THE_PANEL:
        return words("as the panel")
    number = _number(abs(points), words)
    if short:
        return words(N_("{points} points milder") if points > 0 else N_("{points} points stricter"), points=number)
    if points > 0:
        return words("{points} points milder than the panel", points=number)
    return words("{points} points stricter than the panel", points=number)


def _gap_sentence(sure: Confidence, names: Names, words: Words) -> str:
    if sure.gap is None:
        return words("Only one team has a place.")
    mark = _number(sure.one_mark, words)
    if len(sure.first) > 1:
        return words("{teams} share the first place.", teams=_teams(sure.first, names, words))
    if sure.gap == 0:
        return words("The first two have the same score; the rule for equal scores decided.")
    return words(
        "{team} is {gap} points ahead. One mark on one ballot can move that by up to {mark}.",
        team=_teams(sure.first, names, words), gap=_number(sure.gap, words), mark=mark,
    )  # fmt: skip


def _juror_sentences(sure: Confidence, names: Names, words: Words) -> list[str]:
    if len(sure.left_out) < 2:
        return [words("Only one juror has handed in ballots, so nobody can be left out.")]
    tried = [one for one in sure.left_out if one.groups]
    same = sum(not one.first for one in tried)
    said = [
        words(
            "The first place stays the same when any one juror is left out: {same} of {count}.",
            same=same, count=len(sure.left_out),
        )
    ]  # fmt: skip
    for first, jurors in _by_first((one.groups, names[one.juror_id]) for one in tried if one.first).items():
        teams = _teams(first, names, words)
        said.append(words("Without {jurors} it is {teams}.", jurors=words.listed(jurors), teams=teams))
    unknown = [names[one.juror_id] for one in sure.left_out if not one.groups]
    if unknown:
        said.append(words("Without {jurors} this method has no answer.", jurors=words.listed(unknown)))
    return said


def _weight_sentences(sure: Confidence, names: Names, words: Words) -> list[str]:
    if not sure.moved:
        return []
    changed = _by_first((one.groups, _moved(one, words)) for one in sure.moved if one.first)
    if not changed:
        return [words("It stays the same when any weight is moved by ±{points} of 100 points.", points=POINTS)]
    return [
        words("With {criteria} it is {teams}.", criteria=words.listed(criteria), teams=_teams(first, names, words))
        for first, criteria in changed.items()
    ]


def _moved(one: Moved, words: Words) -> str:
    criterion = words.quoted(one.criterion)
    if one.points > 0:
        return words("{points} points more for {criterion}", points=one.points, criterion=criterion)
    return words("{points} points less for {criterion}", points=-one.points, criterion=criterion)


def _open_sentence(sure: Confidence, names: Names, words: Words) -> str:
    if not sure.possible:
        return ""
    may = [team for team, span in sure.possible.items() if span.low == 1 and team not in sure.first]
    if sure.method != "mean":
        return words(
            "By the plain mean the open ballots leave the first place to: {teams}.",
            teams=_teams((team for team, span in sure.possible.items() if span.low == 1), names, words),
        )
    if Doubt.OPEN not in sure.doubts:
        return words("No open ballot can change the first place any more.")
    if not may:
        return words("With the open ballots the first place can still change.")
    if len(may) > 3:
        return words.many(
            "With the open ballots {count} other team can still be first.",
            "With the open ballots {count} other teams can still be first.", len(may),
        )  # fmt: skip
    return words("With the open ballots {teams} can still be first.", teams=_teams(may, names, words))


def _rank_sentence(sure: Confidence, names: Names, words: Words) -> str:
    teams = _teams(sure.rank_first, names, words)
    if sure.rank_first == frozenset(sure.first):
        return words("By the jurors' ranks alone the first place is the same.")
    return words("By the jurors' ranks alone it is {teams}.", teams=teams)


def _by_first(found: Iterable[tuple[Groups, str]]) -> dict[tuple[UUID, ...], list[str]]:
    """{who is first then: what brings it about}"""
    grouped: dict[tuple[UUID, ...], list[str]] = {}
    for groups, cause in found:
        grouped.setdefault(groups[0], []).append(cause)
    return grouped
