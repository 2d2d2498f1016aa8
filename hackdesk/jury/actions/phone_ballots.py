"""Ballots as phones send them: numbered revisions, each taken once."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from hackdesk.event.store import Event
from hackdesk.jury.access_queries import access_row
from hackdesk.jury.actions.ballots import ballot_row, new_ballot
from hackdesk.jury.actions.steps import refuse_when_closed
from hackdesk.jury.phone_revisions import OtherPhone, Revision, RevisionReceipt, may_be_written, taken_already
from hackdesk.jury.queries import ballot_from, judged_in, round_in
from hackdesk.jury.rules import Ballot, BallotState, Locked, complete_ballot, kept_marks
from hackdesk.jury.tables import BallotRow
from hackdesk.language import N_

_ACTIONS = {
    BallotState.OPEN: N_("keep marks"),
    BallotState.COMPLETE: N_("hand in ballot"),
    BallotState.RECUSED: N_("set a ballot aside"),
}


def take_revision(event: Event, juror_id: UUID, team_id: UUID, revision: Revision) -> RevisionReceipt:
    """Take what a juror's phone has of one ballot: all of it or nothing.

    A revision that is not newer than what this phone sent before gives the receipt as the ballot stands, also
    once the round is closed. Raises Locked (round closed or results sealed), OtherPhone, MarksElsewhere, Recused
    (set aside by the facilitator), MarkMissing, MarkOutOfRange, MarkBetweenSteps, HackDeskError.
    """
    by = f"juror {juror_id}"
    with event.change(_ACTIONS[revision.state], by=by) as session:
        row = ballot_row(session, juror_id, team_id)
        there = ballot_from(row) if row else Ballot(juror_id, team_id)
        if row is not None and taken_already(there, revision):
            return _receipt(row, event)
        _refuse_where_not_open(session, juror_id, revision)
        may_be_written(there, revision)
        complete = revision.state is BallotState.COMPLETE
        marks = (complete_ballot if complete else kept_marks)(judged_in(session), revision.marks)
        if row is None:
            row = new_ballot(session, juror_id, team_id)
        written = {str(criterion): str(mark) for criterion, mark in marks.items()}
        if complete and (there.state is not BallotState.COMPLETE or written != row.marks):
            row.handed_in_at = event.clock.utc_now()
        if written != row.marks:
            # What somebody read a second time was read from other marks.
            row.second_marks, row.second_by, row.second_at = {}, "", None
        row.marks, row.state, row.entered_by, row.way = written, revision.state, by, "phone"
        row.note, row.signed, row.attempt = revision.note.strip(), revision.signed, None
        row.reason = " ".join(revision.reason.split()) if revision.state is BallotState.RECUSED else ""
        row.device, row.sent = revision.device, revision.number
        session.flush()
        return _receipt(row, event)


def _refuse_where_not_open(session: Session, juror_id: UUID, revision: Revision) -> None:
    round_now = round_in(session)
    if revision.round != round_now:
        raise Locked(
            N_("The first round is over; its ballots are not changed any more.")
            if round_now > revision.round
            else N_("The finalists' round was called off."),
            remedy=N_("Load the page again."),
        )
    refuse_when_closed(session, own=True)
    access = access_row(session, juror_id)
    if access is None or access.device != revision.device:
        raise OtherPhone()


def _receipt(row: BallotRow, event: Event) -> RevisionReceipt:
    state = BallotState(row.state)
    at = row.handed_in_at if state is BallotState.COMPLETE else None
    return RevisionReceipt(
        row.juror_id, row.team_id, row.sent, row.version, state, at or event.clock.utc_now()
    )
