"""Ballots: marks kept as they are given, handing in, and the states in which a ballot does not count."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.store import Event
from hackdesk.jury.actions.steps import refuse_other_round, refuse_when_closed
from hackdesk.jury.own import may_open_again
from hackdesk.jury.queries import judged_in, round_in
from hackdesk.jury.rules import (
    BallotReceipt,
    BallotState,
    Locked,
    NotCounted,
    Sheet,
    checked_not_counted,
    complete_ballot,
    kept_marks,
    may_be_marked,
)
from hackdesk.jury.tables import BallotRow, FinalistRow, JurorRow
from hackdesk.language import N_
from hackdesk.teams.tables import TeamRow


def hand_in_ballot(
    event: Event, juror_id: UUID, team_id: UUID, sheet: Sheet, *, seen: int, by: str = "facilitator"
) -> BallotReceipt:
    """Hand in one juror's complete ballot for one team, or correct one that is in.

    The same attempt twice gives the first receipt again. seen: the version read, 0 where there was none.
    Raises Locked (results sealed), Recused, Stale, MarkMissing, MarkOutOfRange, MarkBetweenSteps.
    """
    with event.change(N_("hand in ballot"), by=by) as session:
        earlier = session.scalars(select(BallotRow).where(BallotRow.attempt == sheet.attempt)).first()
        if earlier:
            return _receipt(earlier, event)
        refuse_when_closed(session, own=sheet.own)
        refuse_other_round(session, sheet.round)
        row = seen_ballot(session, juror_id, team_id, seen)
        may_be_marked(BallotState(row.state))
        _write_sheet(row, sheet, complete_ballot(judged_in(session), sheet.marks))
        row.state, row.reason, row.attempt = BallotState.COMPLETE, "", sheet.attempt
        row.handed_in_at, row.entered_by = event.clock.utc_now(), by
        session.flush()
        return _receipt(row, event)


def keep_marks(
    event: Event, juror_id: UUID, team_id: UUID, sheet: Sheet, *, seen: int, by: str = "facilitator"
) -> BallotReceipt:
    """Keep a ballot that is still being filled in, so that every mark is on disk as soon as it is given.

    sheet: all marks given so far. A ballot that was handed in has to be taken back first (Locked).
    Raises Locked, Recused, Stale, MarkOutOfRange, MarkBetweenSteps.
    """
    with event.change(N_("keep marks"), by=by) as session:
        refuse_when_closed(session, own=sheet.own)
        refuse_other_round(session, sheet.round)
        row = seen_ballot(session, juror_id, team_id, seen)
        may_be_marked(BallotState(row.state))
        if row.state == BallotState.COMPLETE:
            raise Locked(N_("This ballot has been handed in."), remedy=N_("Take it back, then change the marks."))
        _write_sheet(row, sheet, kept_marks(judged_in(session), sheet.marks))
        row.entered_by = by
        session.flush()
        return _receipt(row, event)


def set_ballot_state(
    event: Event, juror_id: UUID, team_id: UUID, why: NotCounted, *, seen: int, by: str = "facilitator"
) -> BallotReceipt:
    """Say that a ballot does not count: recused, juror absent, team did not show, void. Marks stay as they are.

    Raises Locked (results sealed, or the juror's own word once the round is closed), Stale,
    HackDeskError where a recusal or a void ballot has no reason.
    """
    why = checked_not_counted(why)
    with event.change(N_("set a ballot aside"), by=by) as session:
        refuse_when_closed(session, own=why.own)
        row = seen_ballot(session, juror_id, team_id, seen)
        row.state, row.reason, row.device, row.sent = why.state, why.reason, "", 0
        row.entered_by = by
        session.flush()
        return _receipt(row, event)


def take_back(
    event: Event, juror_id: UUID, team_id: UUID, *, seen: int, by: str = "facilitator", own: bool = False
) -> BallotReceipt:
    """Open a ballot again that was handed in or set aside; own: by the juror, until the round is closed.

    Raises Locked, Stale.
    """
    with event.change(N_("take back ballot"), by=by) as session:
        refuse_when_closed(session, own=own)
        row = seen_ballot(session, juror_id, team_id, seen)
        if own and not may_open_again(BallotState(row.state), row.entered_by):
            raise Locked(
                N_("The facilitator set this ballot aside."), remedy=N_("Ask the facilitator to open it again.")
            )
        row.state, row.reason, row.device, row.sent = BallotState.OPEN, "", "", 0
        session.flush()
        return _receipt(row, event)


def seen_ballot(session: Session, juror_id: UUID, team_id: UUID, seen: int) -> BallotRow:
    """The step that finds a ballot as it was read, or begins it. Raises Stale; HackDeskError for a team
    that is not judged or a juror who is not on the jury."""
    row = ballot_row(session, juror_id, team_id)
    if (row.version if row else 0) != seen:
        raise Stale(
            N_("Somebody else has written on this ballot since you read it; nothing was saved."),
            remedy=N_("Look at it again and give your marks once more."),
        )
    if row is None:
        row = new_ballot(session, juror_id, team_id)
    return row


def ballot_row(session: Session, juror_id: UUID, team_id: UUID) -> BallotRow | None:
    """The step that finds a ballot of the round the jury is in; None where it was not begun."""
    query = select(BallotRow).filter_by(juror_id=juror_id, team_id=team_id, round=round_in(session))
    return session.scalars(query).first()


def new_ballot(session: Session, juror_id: UUID, team_id: UUID) -> BallotRow:
    """The step that begins a ballot. Raises HackDeskError where juror or team are not part of it."""
    juror, team = session.get(JurorRow, juror_id), session.get(TeamRow, team_id)
    if juror is None:
        raise HackDeskError(N_("This juror is not on the jury any more."))
    if team is None or team.state != "active":
        raise HackDeskError(
            N_("This team is not judged any more."), remedy=N_("See under Teams what became of it.")
        )
    number = round_in(session)
    if number == 2 and not session.scalars(select(FinalistRow).filter_by(team_id=team_id)).first():
        raise HackDeskError(N_("This team is not in the second round."), remedy=N_("Judge the finalists only."))
    row = BallotRow(juror_id=juror_id, team_id=team_id, round=number, state=BallotState.OPEN)
    row.marks, row.note, row.way, row.reason, row.device, row.sent = {}, "", "laptop", "", "", 0
    row.second_marks, row.second_by = {}, ""
    session.add(row)
    return row


def _write_sheet(row: BallotRow, sheet: Sheet, marks: Mapping[UUID, Fraction]) -> None:
    written = {str(criterion): str(mark) for criterion, mark in marks.items()}
    if written != row.marks:
        # What somebody read a second time was read from other marks.
        row.second_marks, row.second_by, row.second_at = {}, "", None
    row.marks = written
    row.note, row.way, row.signed = sheet.note.strip(), sheet.way, sheet.signed
    row.device, row.sent = sheet.device, sheet.sent


def _receipt(row: BallotRow, event: Event) -> BallotReceipt:
    at = row.handed_in_at if row.state == BallotState.COMPLETE else None
    return BallotReceipt(
        row.juror_id, row.team_id, BallotState(row.state), at or event.clock.utc_now(), row.version
    )
