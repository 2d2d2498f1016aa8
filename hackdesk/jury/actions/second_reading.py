"""A paper sheet is read a second time by another person, and where both differ, somebody says what is right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.jury.actions.ballots import seen_ballot
from hackdesk.jury.actions.steps import named, refuse_when_sealed
from hackdesk.jury.queries import judged_in
from hackdesk.jury.reconcile import same_person
from hackdesk.jury.rules import BallotState, complete_ballot
from hackdesk.jury.tables import BallotRow
from hackdesk.language import N_


@dataclass(frozen=True)
class ReadAgain:
    """The receipt. differs: criteria with another mark than at the first reading. version: for the next edit."""

    differs: frozenset[UUID]
    version: int


class SamePerson(HackDeskError):
    """Who typed a sheet first does not read it a second time: the same eyes make the same slip."""


def read_again(
    event: Event, juror_id: UUID, team_id: UUID, marks: Mapping[UUID, Fraction], *, seen: int, by: str
) -> ReadAgain:
    """Keep what another person read from the same sheet, beside what was typed first; that stays as it is.

    by: their name. Raises Locked (results sealed), SamePerson, Stale, MarkMissing, MarkOutOfRange,
    MarkBetweenSteps, and HackDeskError where there is no paper ballot, or it was read a second time already.
    """
    by = named(by)
    with event.change(N_("read a sheet a second time"), by=by) as session:
        row = _paper(session, juror_id, team_id, seen)
        if same_person(row.entered_by, by):
            raise SamePerson(
                N_("{name} typed this sheet the first time."), name=by, remedy=N_("Another person should read it.")
            )
        if row.second_marks:
            raise HackDeskError(N_("{name} has read this sheet a second time already."), name=row.second_by)
        read = _written(complete_ballot(judged_in(session), marks))
        row.second_marks, row.second_by, row.second_at = read, by, event.clock.utc_now()
        session.flush()
        differs = {UUID(one) for one in {*read, *row.marks} if read.get(one) != row.marks.get(one)}
        return ReadAgain(frozenset(differs), row.version)


def settle_reading(
    event: Event, juror_id: UUID, team_id: UUID, marks: Mapping[UUID, Fraction], *, seen: int, by: str
) -> ReadAgain:
    """Two readings differ, and these marks are right: the first's, the second's, or typed from the sheet anew.

    What both had read stays in the journal. Raises as `read_again` does, but for SamePerson, and HackDeskError
    where the sheet was not read a second time.
    """
    by = named(by)
    with event.change(N_("say which reading is right"), by=by) as session:
        row = _paper(session, juror_id, team_id, seen)
        if not row.second_marks:
            raise HackDeskError(N_("This sheet has not been read a second time yet."))
        right = _written(complete_ballot(judged_in(session), marks))
        if right == row.second_marks:
            row.entered_by, row.second_by = row.second_by, row.entered_by
        elif right != row.marks:
            row.entered_by = by
        row.marks, row.second_marks, row.second_at = right, right, event.clock.utc_now()
        session.flush()
        return ReadAgain(frozenset(), row.version)


def _paper(session: Session, juror_id: UUID, team_id: UUID, seen: int) -> BallotRow:
    refuse_when_sealed(session)
    row = seen_ballot(session, juror_id, team_id, seen)
    if row.way != "paper" or row.state != BallotState.COMPLETE:
        raise HackDeskError(
            N_("There is no paper ballot here to read a second time."),
            remedy=N_("Type it under Paper sheets first."),
        )
    return row


def _written(marks: Mapping[UUID, Fraction]) -> dict[str, str]:
    return {str(criterion): str(mark) for criterion, mark in marks.items()}

