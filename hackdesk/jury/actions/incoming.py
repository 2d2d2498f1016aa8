"""Ballots from a file, in one transaction: what is wrong is reported by row and column, the rest goes in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from typing import TypeVar
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError
from hackdesk.event.rows import next_position
from hackdesk.event.store import Event
from hackdesk.jury.actions.ballots import ballot_row, new_ballot
from hackdesk.jury.actions.steps import refuse_when_sealed
from hackdesk.jury.importing import Line, Problem, folded, state_word, tidy
from hackdesk.jury.queries import contestants_in, handed_in, judged_in, judging_in, jurors_in, round_in
from hackdesk.jury.rules import (
    BallotState,
    Contestant,
    Criterion,
    Juror,
    checked_criterion,
    checked_mark,
    mark_of,
)
from hackdesk.jury.tables import CriterionRow, JurorRow
from hackdesk.language import N_
from hackdesk.teams.tables import TeamRow

T = TypeVar("T", Juror, Contestant, Criterion)


@dataclass(frozen=True)
class Create:
    """Make jurors, teams and criteria that are not there yet; such criteria go from lowest to highest."""

    lowest: Fraction = Fraction(1)
    highest: Fraction = Fraction(5)


@dataclass(frozen=True)
class BallotsImported:
    """The receipt. read: lines; complete, open: ballots that are so now; the rest: names that were made."""

    read: int
    complete: int
    open: int
    set_aside: int
    jurors: tuple[str, ...]
    teams: tuple[str, ...]
    criteria: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass
class _Gathered:
    """What the lines say about one ballot."""

    first: Line
    marks: dict[UUID, Fraction] = field(default_factory=dict)
    doubted: set[UUID] = field(default_factory=set)
    state: BallotState | None = None
    said: str = ""


def import_ballots(
    event: Event, lines: Iterable[Line], *, create: Create | None = None, by: str = "facilitator"
) -> BallotsImported:
    """Take in ballots in long form. A ballot with a mark for every criterion is complete, else it is open.

    Without `create`, names that are not known are problems. A ballot that was handed in before is not
    overwritten. Raises Locked (results sealed), HackDeskError for a range that is none.
    """
    if create:
        checked_criterion(Criterion(uuid4(), "–", lowest=create.lowest, highest=create.highest, step=None))
    lines = tuple(lines)
    with event.change(N_("import ballots"), by=by) as session:
        refuse_when_sealed(session)
        importing = _Import(session, create)
        for line in lines:
            importing.take(line)
        counts = [importing.write(*pair, gathered, event.clock.utc_now())
                  for pair, gathered in importing.ballots.items()]  # fmt: skip
        return BallotsImported(
            len(lines),
            counts.count(BallotState.COMPLETE),
            counts.count(BallotState.OPEN),
            len([state for state in counts if state not in (BallotState.COMPLETE, BallotState.OPEN)]),
            tuple(importing.made["juror"]),
            tuple(importing.made["team"]),
            tuple(importing.made["criterion"]),
            tuple(sorted(importing.problems, key=lambda problem: problem.row)),
        )


class _Import:
    """One import while it runs: names that are known, ballots gathered so far, problems found."""

    def __init__(self, session: Session, create: Create | None) -> None:
        self._session = session
        self._create = create
        self._jurors = {folded(juror.name): juror for juror in jurors_in(session)}
        self._teams = {folded(team.name): team for team in contestants_in(session)}
        self._criteria = {folded(criterion.name): criterion for criterion in judged_in(session)}
        self._criteria_locked = handed_in(session)
        self._second = round_in(session) == 2
        self._judged = {team.id for team in judging_in(session).teams}
        self.made: dict[str, list[str]] = {"juror": [], "team": [], "criterion": []}
        self.ballots: dict[tuple[UUID, UUID], _Gathered] = {}
        self.problems: list[Problem] = []

    def take(self, line: Line) -> None:
        """Gather one line, or note what is wrong with it."""
        state = state_word(line.mark)
        juror = self._known(line, "juror", self._jurors, self._new_juror)
        team = self._known(line, "team", self._teams, self._new_team)
        named = state is None or bool(line.criterion)
        criterion = self._known(line, "criterion", self._criteria, self._new_criterion) if named else None
        if juror is None or team is None or (named and criterion is None):
            return
        if not team.active:
            self._refuse(line, "team", N_("“{name}” is not judged any more."), name=team.name)
            return
        if team.id not in self._judged:
            self._refuse(line, "team", N_("“{name}” is not in the second round."), name=team.name)
            return
        gathered = self.ballots.setdefault((juror.id, team.id), _Gathered(line))
        if state is not None:
            gathered.state, gathered.said = state, line.mark
        elif criterion is not None and line.mark:
            self._mark(line, gathered, criterion)

    def _mark(self, line: Line, gathered: _Gathered, criterion: Criterion) -> None:
        mark = mark_of(line.mark)
        if mark is None:
            self._refuse(line, "mark", N_("“{mark}” is not a mark."), mark=line.mark)
            return
        try:
            checked_mark(criterion, mark)
        except HackDeskError as error:
            self.problems.append(Problem.of(line, "mark", error))
            return
        if gathered.marks.setdefault(criterion.id, mark) != mark:
            gathered.doubted.add(criterion.id)
            self._refuse(
                line, "mark", N_("{juror} gives “{team}” two different marks for “{criterion}” in this file."),
                juror=line.juror, team=line.team, criterion=line.criterion,
            )  # fmt: skip

    def write(self, juror_id: UUID, team_id: UUID, gathered: _Gathered, now: datetime) -> BallotState | None:
        """Write one ballot; how it stands now, None where one that was handed in before stays as it is."""
        row = ballot_row(self._session, juror_id, team_id) or new_ballot(self._session, juror_id, team_id)
        sure = {id_: mark for id_, mark in gathered.marks.items() if id_ not in gathered.doubted}
        marks = {**row.marks, **{str(criterion): str(mark) for criterion, mark in sure.items()}}
        if row.state != BallotState.OPEN:
            if marks != row.marks or (gathered.state or row.state) != row.state:
                self._refuse(
                    gathered.first, "mark",
                    N_("The ballot of {juror} for “{team}” is closed already and was left as it is."),
                    juror=gathered.first.juror, team=gathered.first.team,
                )  # fmt: skip
            return None
        if marks != row.marks:
            row.marks, row.way = marks, "file"
        if gathered.state is not None:
            row.state, row.reason, row.way = gathered.state, gathered.said, "file"
        elif all(str(criterion.id) in marks for criterion in self._criteria.values()):
            row.state, row.handed_in_at, row.attempt = BallotState.COMPLETE, now, uuid4()
        return BallotState(row.state)

    def _known(self, line: Line, column: str, names: dict[str, T], make: Callable[[str], T | None]) -> T | None:
        name = getattr(line, column)
        if not name:
            self._refuse(line, column, N_("The cell is empty."))
            return None
        if (found := names.get(folded(name))) is not None:
            return found
        if self._create is None:
            self._refuse(line, column, N_("“{name}” is not known in this event."), name=name)
            return None
        made = make(tidy(name))
        if made is None:
            self._refuse(
                line, column, N_("“{name}” is none of the criteria, and a ballot has been handed in already."),
                name=name,
            )  # fmt: skip
            return None
        names[folded(name)] = made
        self.made[column].append(name)
        return made

    def _new_juror(self, name: str) -> Juror:
        juror = Juror(uuid4(), name)
        self._session.add(JurorRow(id=juror.id, name=name, position=next_position(self._session, JurorRow)))
        return juror

    def _new_team(self, name: str) -> Contestant:
        team = Contestant(uuid4(), name)
        self._judged |= set() if self._second else {team.id}
        last = self._session.scalar(select(func.max(TeamRow.position))) or 0
        self._session.add(TeamRow(id=team.id, name=name, position=last + 1))
        return team

    def _new_criterion(self, name: str) -> Criterion | None:
        if self._create is None or self._criteria_locked:
            return None
        criterion = Criterion(uuid4(), name, lowest=self._create.lowest, highest=self._create.highest, step=None)
        row = CriterionRow(id=criterion.id, name=name, position=next_position(self._session, CriterionRow))
        row.lowest, row.highest, row.step, row.weight = criterion.lowest, criterion.highest, None, criterion.weight
        self._session.add(row)
        return criterion

    def _refuse(self, line: Line, column: str, sentence: str, **values: str) -> None:
        self.problems.append(Problem(line.row, column, sentence, values))
