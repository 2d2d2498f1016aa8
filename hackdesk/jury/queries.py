"""What the jury's part of the event file says, as values. `…_in(session)` is for those who hold a session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.agenda.tables import PitchRow
from hackdesk.event.settings import settings_in
from hackdesk.event.store import Event
from hackdesk.jury import hall, ranking, rounds, seal
from hackdesk.jury.awards import by_itself
from hackdesk.jury.confidence import Confidence, confidence
from hackdesk.jury.hall import HallResult
from hackdesk.jury.methods import METHODS
from hackdesk.jury.rules import (
    Award,
    AwardGiven,
    Ballot,
    BallotState,
    Contestant,
    Criterion,
    Judging,
    Juror,
    TieVote,
    state_of,
)
from hackdesk.jury.seal import CriteriaChange, Difference, Sealed
from hackdesk.jury.tables import (
    AwardGivenRow,
    AwardRow,
    BallotRow,
    CriteriaChangeRow,
    CriterionRow,
    FinalistRow,
    JurorRow,
    RevisionRow,
    TieVoteRow,
)
from hackdesk.people.queries import people_in
from hackdesk.teams.rules import folded
from hackdesk.teams.tables import TeamRow


@dataclass(frozen=True)
class Progress:
    """How far the jury is. ballots: {(juror id, team id): ballot}. sealed: the revision that closes it."""

    judging: Judging
    sealed: int | None = None
    ballots: Mapping[tuple[UUID, UUID], Ballot] = field(default_factory=dict)

    def ballot(self, juror_id: UUID, team_id: UUID) -> Ballot:
        """The ballot of a juror for a team; an open one of version 0 where none is in the file."""
        return self.ballots.get((juror_id, team_id)) or Ballot(juror_id, team_id, round=self.judging.round)

    def state(self, juror: Juror, team_id: UUID) -> BallotState:
        """How that ballot stands; an open one of a juror who is away at that pitch is `juror absent`."""
        ballot = self.ballots.get((juror.id, team_id))
        return state_of(juror, ballot, self._turns.get(team_id), self.judging.round)

    @cached_property
    def _turns(self) -> dict[UUID, int | None]:
        return {team.id: team.turn for team in self.judging.teams}

    def handed_in(self, juror: Juror) -> tuple[int, int]:
        """How many ballots of a juror are in, of how many that are still expected to count."""
        states = [self.state(juror, team.id) for team in self.judging.active]
        complete = states.count(BallotState.COMPLETE)
        return complete, complete + states.count(BallotState.OPEN)

    @property
    def total(self) -> tuple[int, int]:
        """How many ballots are in, of how many that are still expected to count."""
        counts = [self.handed_in(juror) for juror in self.judging.jurors]
        return sum(done for done, _of in counts), sum(of for _done, of in counts)


def criteria(event: Event) -> tuple[Criterion, ...]:
    """The criteria in their declared order, which is the order of the tie ladder too."""
    with event.read() as session:
        return criteria_in(session)


def jurors(event: Event) -> tuple[Juror, ...]:
    """The jurors in the order they were named."""
    with event.read() as session:
        return jurors_in(session)


def judging_people(event: Event) -> frozenset[UUID]:
    """Who on the list of people judges: named as a juror by hand, or by the very same name."""
    with event.read() as session:
        named = jurors_in(session)
        ids = {juror.person_id for juror in named if juror.person_id}
        names = {folded(juror.name) for juror in named if not juror.person_id}
        return frozenset(ids | {person.id for person in people_in(session) if folded(person.name) in names})


def progress(event: Event) -> Progress:
    """Jurors × teams with every ballot, for the page and for paper sheets."""
    with event.read() as session:
        judging = judging_in(session)
        closing = closing_revision(session)
    ballots = {(ballot.juror_id, ballot.team_id): ballot for ballot in judging.ballots}
    return Progress(judging, closing.number if closing else None, ballots)


def results(event: Event, method: str | None = None) -> ranking.Results:
    """The places: of the sealed revision while one stands, else of the ballots as they are now.

    method: a key of METHODS; None: the one that was signed, or that the event has chosen.
    """
    with event.read() as session:
        return results_in(session, method)


@dataclass(frozen=True)
class ResultsShown:
    """The places, the ballots behind them and how sure the first place is; confidence None: there is none."""

    judging: Judging
    results: ranking.Results
    confidence: Confidence | None

    @property
    def names(self) -> dict[UUID, str]:
        """{id: name} of jurors and teams."""
        return ranking.names_in(self.judging)


def results_shown(event: Event, method: str | None = None) -> ResultsShown:
    """The same places as `results` gives, with all that is said about them."""
    with event.read() as session:
        closing = closing_revision(session)
        if closing and method in (None, closing.content["method"]):
            judging = seal.judging_from(closing.content)
            places = seal.results_from(closing.content, closing.number)
        else:
            judging = judging_in(session)
            places = rounds.results(judging, method or method_in(session))
    return ResultsShown(judging, places, confidence(judging, rounds.deciding(places)))


def sealed(event: Event, number: int | None = None) -> Sealed | None:
    """The latest sealed revision, or the one of that number; None where there is none.

    A revision that was opened again is still given (`stands` is then False): it is what was signed last.
    """
    with event.read() as session:
        query = select(RevisionRow).order_by(RevisionRow.number.desc()).limit(1)
        row = session.scalars(query if number is None else query.where(RevisionRow.number == number)).first()
        return sealed_from(row) if row else None


def ranking_published(event: Event) -> bool:
    """Whether places are told outside the jury: as it was signed while a revision stands, else as it is chosen."""
    with event.read() as session:
        closing = closing_revision(session)
        return seal.is_published(closing.content) if closing else settings_in(session).ranking_published


def revisions(event: Event) -> tuple[Sealed, ...]:
    """Every sealed revision, the first one first."""
    with event.read() as session:
        return tuple(sealed_from(row) for row in session.scalars(select(RevisionRow).order_by(RevisionRow.number)))


def awards(event: Event) -> tuple[Award, ...]:
    """The awards in the order they are given out."""
    with event.read() as session:
        return awards_in(session)


def awards_given(event: Event) -> tuple[AwardGiven, ...]:
    """Which team got which award: as signed while a revision stands, else as decided so far.

    An award that goes by place is in it as soon as the ballots give that place, unless it was decided otherwise.
    """
    with event.read() as session:
        closing = closing_revision(session)
        if closing:
            return seal.awards_from(closing.content)[1]
        return given_in(session, results_in(session))


def criteria_changes(event: Event) -> tuple[CriteriaChange, ...]:
    """When and why criteria were changed after a ballot had been handed in."""
    with event.read() as session:
        return criteria_changes_in(session)


def criteria_locked(event: Event) -> bool:
    """Whether a ballot has been handed in, so that a change of criteria needs a reason."""
    with event.read() as session:
        return handed_in(session)


def criteria_in(session: Session) -> tuple[Criterion, ...]:
    """The criteria, inside a session."""
    rows = session.scalars(select(CriterionRow).order_by(CriterionRow.position, CriterionRow.name))
    return tuple(
        Criterion(
            row.id, row.name, row.guidance, row.low_words, row.high_words,
            row.lowest, row.highest, row.step, row.weight, row.position, row.version, row.rounds,
        )
        for row in rows
    )  # fmt: skip


def judged_in(session: Session, round_: int | None = None) -> tuple[Criterion, ...]:
    """The criteria of one round, inside a session; None: of the round the jury is in."""
    number = round_ or round_in(session)
    return tuple(one for one in criteria_in(session) if one.rounds in (0, number))


def jurors_in(session: Session) -> tuple[Juror, ...]:
    """The jurors, inside a session."""
    rows = session.scalars(select(JurorRow).order_by(JurorRow.position, JurorRow.name))
    return tuple(
        Juror(
            row.id, row.name, row.affiliation, row.person_id, row.chair, row.state, row.position, row.version,
            row.from_turn, row.until_turn,
        )
        for row in rows
    )  # fmt: skip


def contestants_in(session: Session) -> tuple[Contestant, ...]:
    """All teams in the order of pitches; those without a turn after them."""
    final = select(PitchRow).where(PitchRow.round_id.is_(None))
    turns = {row.team_id: row.position for row in session.scalars(final)}
    rows = session.scalars(select(TeamRow).order_by(TeamRow.position, TeamRow.name, TeamRow.id))
    teams = [Contestant(row.id, row.name, row.state, turns.get(row.id)) for row in rows]
    return tuple(sorted(teams, key=lambda team: (team.turn is None, team.turn or 0)))


def round_in(session: Session) -> int:
    """Which round the jury is in, inside a session: 2 as soon as there are finalists."""
    return 2 if session.scalars(select(FinalistRow.id).limit(1)).first() else 1


def ballots_in(session: Session, round_: int | None = None) -> tuple[Ballot, ...]:
    """All ballots in the file, or those of one round, inside a session."""
    query = select(BallotRow).order_by(BallotRow.id)
    if round_ is not None:
        query = query.where(BallotRow.round == round_)
    return tuple(ballot_from(row) for row in session.scalars(query))


def judging_in(session: Session, round_: int | None = None) -> Judging:
    """All that a ranking needs of one round, inside a session; None: of the round the jury is in.

    What is of the second round has the first one with it.
    """
    number = round_ or round_in(session)
    votes = session.scalars(select(TieVoteRow).filter_by(round=number).order_by(TieVoteRow.at, TieVoteRow.id))
    teams = contestants_in(session)
    if number == 2:
        finalists = set(session.scalars(select(FinalistRow.team_id)))
        teams = tuple(team for team in teams if team.id in finalists)
    return Judging(
        judged_in(session, number),
        jurors_in(session),
        teams,
        ballots_in(session, number),
        tuple(TieVote(tuple(map(UUID, row.order)), row.reason, row.at, row.round) for row in votes),
        number,
        judging_in(session, 1) if number == 2 else None,
    )


def results_in(session: Session, method: str | None = None) -> ranking.Results:
    """The places, inside a session."""
    closing = closing_revision(session)
    if closing and method in (None, closing.content["method"]):
        return seal.results_from(closing.content, closing.number)
    return rounds.results(judging_in(session), method or method_in(session))


def method_in(session: Session) -> str:
    """The key of the method that the event has chosen, inside a session; the usual one for one of a later day."""
    chosen = settings_in(session).jury_method
    return chosen if chosen in METHODS else next(iter(METHODS))


def awards_in(session: Session) -> tuple[Award, ...]:
    """The awards, inside a session."""
    rows = session.scalars(select(AwardRow).order_by(AwardRow.position, AwardRow.name))
    return tuple(award_of(row) for row in rows)


def given_in(
    session: Session, places: ranking.Results, says: HallResult | None = None
) -> tuple[AwardGiven, ...]:
    """Which team gets which award with these places, inside a session. says: the hall, where that may be told."""
    names = {row.id: row.name for row in session.scalars(select(TeamRow))}
    decided: dict[UUID, list[AwardGivenRow]] = {}
    for row in session.scalars(select(AwardGivenRow).order_by(AwardGivenRow.id)):
        decided.setdefault(row.award_id, []).append(row)
    given = []
    for award in awards_in(session):
        rows = sorted(decided.get(award.id, ()), key=lambda row: names[row.team_id])
        given += [AwardGiven(award, row.team_id, names[row.team_id], row.decided, row.reason) for row in rows]
        if not rows and not award.none_given:
            winners = by_itself(award, places.places)
            given += [AwardGiven(award, place.team_id, place.team, "place") for place in winners]
        given += [] if rows else hall.given_by(award, says)
    return tuple(given)


def criteria_changes_in(session: Session) -> tuple[CriteriaChange, ...]:
    """Changes of criteria after the first ballot, inside a session."""
    rows = session.scalars(select(CriteriaChangeRow).order_by(CriteriaChangeRow.at, CriteriaChangeRow.id))
    return tuple(CriteriaChange(row.at, row.reason, tuple(Difference(**one) for one in row.what)) for row in rows)


def closing_revision(session: Session) -> RevisionRow | None:
    """The revision that closes the results now, or None; for this subject's own queries and actions."""
    row = session.scalars(select(RevisionRow).order_by(RevisionRow.number.desc()).limit(1)).first()
    return row if row and not row.reopened_because else None


def handed_in(session: Session) -> bool:
    """Whether any ballot is complete, inside a session."""
    query = select(BallotRow.id).where(BallotRow.state == BallotState.COMPLETE).limit(1)
    return session.scalars(query).first() is not None


def sealed_from(row: RevisionRow) -> Sealed:
    """A revision as values."""
    content = row.content
    all_awards, given = seal.awards_from(content)
    return Sealed(
        number=row.number,
        sealed_at=row.sealed_at,
        hash=row.hash,
        judging=seal.judging_from(content),
        results=seal.results_from(content, row.number),
        awards=all_awards,
        given=given,
        criteria_changes=seal.criteria_changes_from(content),
        reason=row.reason,
        changes=tuple(Difference(**one) for one in row.changes),
        reopened_because=row.reopened_because,
        ranking_published=seal.is_published(content),
        hall=hall.result_from(content),
    )


def ballot_from(row: BallotRow) -> Ballot:
    """A ballot as values."""
    return Ballot(
        row.juror_id, row.team_id, BallotState(row.state),
        {UUID(criterion): Fraction(mark) for criterion, mark in row.marks.items()},
        row.reason, row.note, row.way, row.handed_in_at, row.version, row.round, row.entered_by, row.signed,
        row.device, row.sent, {UUID(criterion): Fraction(mark) for criterion, mark in row.second_marks.items()},
        row.second_by, row.second_at,
    )  # fmt: skip


def award_of(row: AwardRow) -> Award:
    """A row as the value everyone above sees."""
    return Award(
        row.id, row.name, row.giver, row.what, row.by_place, row.position, row.version, row.money, row.decided_by,
        row.none_given, row.none_told,
    )  # fmt: skip
