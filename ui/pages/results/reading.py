"""What the Results page reads, and how it is counted for its lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, tzinfo
from fractions import Fraction
from typing import TYPE_CHECKING
from uuid import UUID

from hackdesk.event.settings import settings_of
from hackdesk.jury import awards as awarding
from hackdesk.jury import queries, ranking, rounds
from hackdesk.jury.confidence import Beside, Confidence, Doubt, Span, confidence
from hackdesk.jury.methods import Refusal
from hackdesk.jury.ranking import Missing, Place, Results
from hackdesk.jury.rules import Award, AwardGiven, BallotState, Judging, Juror
from hackdesk.jury.seal import Sealed
from hackdesk.jury.sureness import span_words, team_sentence
from hackdesk.jury.ties import Rung, TieBreak
from ui.text import words

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: The tables behind all of it.
CONCERNS = frozenset(
    {
        "awards", "awards_given", "ballots", "criteria", "finalists", "jurors", "pitches", "revisions", "settings",
        "teams", "tie_votes",
    }
)  # fmt: skip


@dataclass(frozen=True)
class ResultsNow:
    """last: the latest revision, also one that was opened again. today: in the hall, whose clock is `zone`.

    confidence: None while there are no places. refusals: {key of a method: why it is not offered now}.
    """

    judging: Judging
    results: Results
    awards: tuple[Award, ...]
    given: tuple[AwardGiven, ...]
    last: Sealed | None
    today: date
    zone: tzinfo
    confidence: Confidence | None = None
    refusals: Mapping[str, Refusal] = field(default_factory=dict)
    ranking_published: bool = True

    @property
    def signed(self) -> bool:
        """Whether a revision closes the results now."""
        return self.last is not None and self.last.stands

    @property
    def open_ballots(self) -> int:
        """How many ballots may still come in."""
        return sum(one.state is BallotState.OPEN for one in self.results.missing)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """The ballots that do not count where the places come from: the first round's for who is no finalist."""
        if self.results.first is None:
            return self.results.missing
        ours = self.results.finalists
        return (*self.results.missing, *(one for one in self.results.first.missing if one.team_id not in ours))

    @property
    def undecided(self) -> tuple[Place, ...]:
        """The finalists whom no ballot of the second round has given a place yet, from the first to the last."""
        ours = self.results.finalists
        without = (team for team in self.results.without_place if team.id in ours)
        return tuple(Place(1, team.id, team.name, Fraction(0), 0, until=len(ours)) for team in without)

    @property
    def names(self) -> Mapping[UUID, str]:
        """{id: name} of jurors and teams."""
        return ranking.names_in(self.judging)


@dataclass(frozen=True)
class PlaceLine:
    """A team in the table. of: how many jurors there are; missing: how the ballots that do not count stand.

    span: its scores, and places: its places, whichever juror is left out; reach: the means that open ballots can
    still make of it, possible: its places then. axis: what the picture goes from and to. beside: its score by
    the other method. close: it is first, or may be, in a result that is too close. earlier: it goes by the first
    round while others were seen in a second. undecided: a finalist whom no ballot of the second has placed.
    """

    place: Place
    of: int
    missing: tuple[BallotState, ...] = ()
    said: str = ""
    span: Span | None = None
    places: str = ""
    reach: Span | None = None
    axis: tuple[float, float] = (0.0, 100.0)
    beside: Fraction | None = None
    close: bool = False
    earlier: bool = False
    undecided: bool = False

    @property
    def id(self) -> UUID:
        """What makes it the same line when it is read again."""
        return self.place.team_id


@dataclass(frozen=True)
class JurorLine:
    """A juror with the ballots that do not count."""

    juror: Juror
    ballots: tuple[Missing, ...]


@dataclass(frozen=True)
class TieLine:
    """A tie that only the jury's vote decides. places: where its teams stand, best first."""

    places: tuple[Place, ...]
    voted: bool

    @property
    def key(self) -> frozenset[UUID]:
        """What makes it the same tie when it is read again."""
        return frozenset(place.team_id for place in self.places)


@dataclass(frozen=True)
class AwardLine:
    """An award and who has it. choices: the teams it can go to; by_itself: those it goes to by their place.

    computed: to whom it would have gone by its place, where it goes elsewhere.
    """

    award: Award
    given: tuple[AwardGiven, ...]
    by_itself: frozenset[UUID]
    choices: tuple[tuple[UUID, str], ...]
    signed: bool
    computed: str = ""

    @property
    def automatic(self) -> bool:
        """Whether it goes by place and nobody decided otherwise."""
        return bool(self.given) and {(one.team_id, one.decided) for one in self.given} == {
            (team, "place") for team in self.by_itself
        }


def results_now(event: Event) -> ResultsNow:
    """As signed while a revision stands, else worked out from the ballots as they are now."""
    settings, last = settings_of(event), queries.sealed(event)
    today = event.clock.utc_now().astimezone(settings.zone).date()
    if last is not None and last.stands:
        sure = confidence(last.judging, rounds.deciding(last.results))
        return ResultsNow(
            last.judging, last.results, last.awards, last.given, last, today, settings.zone, sure,
            ranking_published=last.ranking_published,
        )  # fmt: skip
    shown = queries.results_shown(event)
    given, refusals = queries.awards_given(event), rounds.refusals(shown.judging)
    return ResultsNow(
        shown.judging, shown.results, queries.awards(event), given, last, today, settings.zone,
        shown.confidence, refusals, settings.ranking_published,
    )  # fmt: skip


def place_lines(now: ResultsNow) -> tuple[PlaceLine, ...]:
    """The lines of the table, best first."""
    results, sure = now.results, now.confidence
    away: defaultdict[UUID, list[BallotState]] = defaultdict(list)
    for one in now.missing:
        away[one.team_id].append(one.state)
    lines = tuple(
        PlaceLine(
            place, place.ballots + len(away[place.team_id]), tuple(away[place.team_id]),
            earlier=results.first is not None and place.team_id not in results.finalists,
            undecided=place in now.undecided,
        )
        for place in _in_order(now)
    )  # fmt: skip
    if sure is None:
        return lines
    beside = beside_of(now)
    scores = beside.scores if beside else {}
    axis, rivals = _axis(sure), rivals_of(sure)
    return tuple(
        replace(
            line, said=team_sentence(sure, line.id, words), span=sure.scores[line.id],
            places=span_words(_widest(sure, line.id)),
            reach=sure.reach.get(line.id) if results.method == "mean" else None, axis=axis,
            beside=scores.get(line.id), close=line.id in rivals,
        )
        if line.id in sure.scores
        else replace(line, axis=axis)
        for line in lines
    )  # fmt: skip


def _in_order(now: ResultsNow) -> tuple[Place, ...]:
    """The places, the finalists who have none yet among the finalists."""
    ours = now.results.finalists
    placed = tuple(one for one in now.results.places if one.team_id in ours)
    return (*placed, *now.undecided, *(one for one in now.results.places if one.team_id not in ours))


def beside_of(now: ResultsNow) -> Beside | None:
    """What stands beside the chosen method: the adjusted mean beside the plain one, the plain beside others."""
    sure = now.confidence
    if sure is None:
        return None
    if now.results.method != "mean":
        return sure.plain
    return sure.adjusted if sure.adjusted.scores and not sure.whole else None


def rivals_of(sure: Confidence) -> frozenset[UUID]:
    """Between whom it is too close: the first, and whoever is first when something small is otherwise."""
    if not sure.doubts:
        return frozenset()
    orders = [one.groups for one in sure.left_out if one.first] + [one.groups for one in sure.moved if one.first]
    found = {*sure.first, *sure.rank_first, *(team for groups in orders for team in groups[0])}
    found |= {team for team, span in sure.possible.items() if span.low == 1}
    return frozenset(found | set(sure.second if Doubt.ONE_MARK in sure.doubts else ()))


def _axis(sure: Confidence) -> tuple[float, float]:
    """0 to 100, or what standardised scores need."""
    low, high = min(span.low for span in sure.scores.values()), max(span.high for span in sure.scores.values())
    return (0.0, 100.0) if low >= 0 and high <= 100 else (float(low) - 5, float(high) + 5)


def _widest(sure: Confidence, team: UUID) -> Span:
    spans = [sure.places[team], *([sure.possible[team]] if team in sure.possible else [])]
    return Span(min(one.low for one in spans), max(one.high for one in spans))


def juror_lines(now: ResultsNow, *, still_open: bool) -> tuple[JurorLine, ...]:
    """The jurors with ballots that are still open, or with those that will not come."""
    lines = []
    for juror in now.judging.jurors:
        ballots = tuple(
            one
            for one in now.results.missing
            if one.juror_id == juror.id and (one.state is BallotState.OPEN) == still_open
        )
        if ballots:
            lines.append(JurorLine(juror, ballots))
    return tuple(lines)


def tie_lines(now: ResultsNow) -> tuple[TieLine, ...]:
    """The ties that the jury may vote on, or has voted on; none once the results are signed."""
    ties = () if now.signed else now.results.ties
    return tuple(_tie_line(now, tie) for tie in ties if tie.rung in (Rung.SHARED, Rung.VOTE))


def award_lines(now: ResultsNow) -> tuple[AwardLine, ...]:
    """The awards in the order they are given out."""
    return tuple(_award_line(now, award) for award in now.awards)


def _tie_line(now: ResultsNow, tie: TieBreak) -> TieLine:
    teams = set(sum(tie.groups, ()))
    places = tuple(place for place in now.results.places if place.team_id in teams)
    return TieLine(places, tie.rung is Rung.VOTE)


def _award_line(now: ResultsNow, award: Award) -> AwardLine:
    given, places = awarding.given_of(award, now.given), now.results.places
    by_itself = frozenset(place.team_id for place in awarding.by_itself(award, places))
    choices = tuple((team.id, team.name) for team in rounds.whole(now.judging).active)
    moved = awarding.goes_elsewhere(award, given, places)
    computed = awarding.computed_sentence(award, places, words) if moved and (given or award.none_given) else ""
    return AwardLine(award, given, by_itself, choices, now.signed, computed)


def to_decide(now: ResultsNow) -> tuple[tuple[UUID, ...], list[str]]:
    """The awards on which something is to be said before the jury signs, and what; none without places."""
    if now.signed or not now.results.places:
        return (), []
    left = awarding.undecided(now.awards, now.given)
    moved = awarding.displaced(now.awards, now.given, now.results.places)
    said = awarding.to_decide_sentences(now.awards, now.given, now.results.places, words)
    return (*(award.id for award in left), *(one.award.id for one in moved)), said
