"""What the Results page reads, and how it is counted for its lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import TYPE_CHECKING
from uuid import UUID

from hackdesk.event.settings import settings_of
from hackdesk.jury import queries, ranking
from hackdesk.jury.ranking import Missing, Place, Results
from hackdesk.jury.rules import Award, AwardGiven, BallotState, Judging, Juror
from hackdesk.jury.seal import Sealed
from hackdesk.jury.ties import Rung, TieBreak

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: The tables behind all of it.
CONCERNS = frozenset(
    {
        "awards", "awards_given", "ballots", "criteria", "jurors", "pitches", "revisions", "settings", "teams",
        "tie_votes",
    }
)  # fmt: skip


@dataclass(frozen=True)
class ResultsNow:
    """last: the latest revision, also one that was opened again. today: in the hall, whose clock is `zone`."""

    judging: Judging
    results: Results
    awards: tuple[Award, ...]
    given: tuple[AwardGiven, ...]
    last: Sealed | None
    today: date
    zone: tzinfo

    @property
    def signed(self) -> bool:
        """Whether a revision closes the results now."""
        return self.last is not None and self.last.stands

    @property
    def open_ballots(self) -> int:
        """How many ballots may still come in."""
        return sum(one.state is BallotState.OPEN for one in self.results.missing)

    @property
    def names(self) -> Mapping[UUID, str]:
        """{team id: its name}, for sentences about ties."""
        return {team.id: team.name for team in self.judging.teams}


@dataclass(frozen=True)
class PlaceLine:
    """A team in the table. of: how many jurors there are; missing: how the ballots that do not count stand."""

    place: Place
    of: int
    missing: tuple[BallotState, ...] = ()

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
    """An award and who has it. choices: the teams it can go to; by_itself: those it goes to by their place."""

    award: Award
    given: tuple[AwardGiven, ...]
    by_itself: frozenset[UUID]
    choices: tuple[tuple[UUID, str], ...]
    signed: bool

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
        return ResultsNow(last.judging, last.results, last.awards, last.given, last, today, settings.zone)
    judging = queries.progress(event).judging
    results, given = ranking.results(judging), queries.awards_given(event)
    return ResultsNow(judging, results, queries.awards(event), given, last, today, settings.zone)


def place_lines(results: Results) -> tuple[PlaceLine, ...]:
    """The lines of the table, best first."""
    away: defaultdict[UUID, list[BallotState]] = defaultdict(list)
    for one in results.missing:
        away[one.team_id].append(one.state)
    return tuple(
        PlaceLine(place, place.ballots + len(away[place.team_id]), tuple(away[place.team_id]))
        for place in results.places
    )


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
    given = tuple(one for one in now.given if one.award.id == award.id)
    by_itself = frozenset(place.team_id for place in now.results.places if place.place == award.by_place)
    choices = tuple((team.id, team.name) for team in now.judging.active)
    return AwardLine(award, given, by_itself, choices, now.signed)
