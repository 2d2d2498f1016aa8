"""Criteria: set before the first ballot, afterwards only with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.store import Event
from hackdesk.jury.actions.steps import named, refuse_when_sealed
from hackdesk.jury.effect import Effect, effect, fitting, is_whole
from hackdesk.jury.queries import ballots_in, criteria_in, handed_in
from hackdesk.jury.rules import BallotState, Criterion, Locked, checked_criterion
from hackdesk.jury.tables import BallotRow, CriteriaChangeRow, CriterionRow
from hackdesk.language import N_, Words

_FIELDS = ("name", "guidance", "low_words", "high_words", "lowest", "highest", "step", "weight", "rounds")


@dataclass(frozen=True)
class CriteriaReceipt:
    """The criteria as they are on disk now. opened_again: ballots that no longer have every mark."""

    criteria: tuple[Criterion, ...]
    opened_again: int = 0


def add_criteria(session: Session, criteria: Iterable[Criterion], words: Words) -> None:
    """The step that writes a template's criteria in the event's language, each under an id of its own."""
    for position, criterion in enumerate(criteria, 1):
        worded = replace(
            criterion,
            id=uuid4(),
            name=words(criterion.name),
            guidance=words(criterion.guidance),
            low_words=words(criterion.low_words),
            high_words=words(criterion.high_words),
        )
        _write(session, worded, position)


def edit_criteria(
    event: Event,
    criteria: Iterable[Criterion],
    *,
    seen: Iterable[Criterion],
    reason: str = "",
    by: str = "facilitator",
) -> CriteriaReceipt:
    """Make these the event's criteria, in this order; the order is that of the tie ladder.

    seen: the criteria as they were read; one with an id that is not among them is new. Once a ballot is
    handed in, a reason is needed and kept with what changed; ballots that then lack a mark, or hold one outside a
    new range, are open again. Raises Locked, Stale, HackDeskError for a criterion that cannot be.
    """
    criteria = tuple(checked_criterion(replace(one, name=named(one.name))) for one in criteria)
    _refuse_twins(criteria)
    with event.change(N_("change the criteria"), by=by) as session:
        refuse_when_sealed(session)
        before = criteria_in(session)
        if [(one.id, one.version) for one in before] != [(one.id, one.version) for one in seen]:
            raise Stale(
                N_("Somebody else has changed the criteria since you read them; nothing was saved."),
                remedy=N_("Look at them again and make your change once more."),
            )
        found = effect(before, criteria, ballots_in(session))
        _write_all(session, before, criteria)
        if found.what:
            if handed_in(session):
                _record_reason(session, event, reason, found)
            _open_incomplete(session, criteria)
        session.flush()
        return CriteriaReceipt(criteria_in(session), found.opened)


def _refuse_twins(criteria: tuple[Criterion, ...]) -> None:
    names = [criterion.name.casefold() for criterion in criteria]
    for criterion in criteria:
        if names.count(criterion.name.casefold()) > 1:
            raise HackDeskError(
                N_("There are two criteria called “{criterion}”."), criterion=criterion.name,
                remedy=N_("Give one of them another name."),
            )  # fmt: skip


def _record_reason(session: Session, event: Event, reason: str, found: Effect) -> None:
    reason = " ".join(reason.split())
    if not reason:
        raise Locked(
            N_("A ballot has been handed in, so the criteria are locked."),
            remedy=N_("Give a reason for the change; it will stand in the record."),
        )
    what = [asdict(one) for one in found.record]
    session.add(CriteriaChangeRow(at=event.clock.utc_now(), reason=reason, what=what))


def _write_all(session: Session, before: tuple[Criterion, ...], after: tuple[Criterion, ...]) -> None:
    kept = {criterion.id for criterion in after}
    for criterion in before:
        if criterion.id not in kept:
            session.delete(session.get_one(CriterionRow, criterion.id))
    for position, criterion in enumerate(after, 1):
        _write(session, criterion, position)


def _write(session: Session, criterion: Criterion, position: int) -> None:
    row = session.get(CriterionRow, criterion.id)
    if row is None:
        row = CriterionRow(id=criterion.id)
        session.add(row)
    for field in _FIELDS:
        setattr(row, field, getattr(criterion, field))
    row.position = position


def _open_incomplete(session: Session, criteria: tuple[Criterion, ...]) -> None:
    """Open the ballots that lack a mark now, and take from open ones the marks that their scale does not know."""
    for ballot in ballots_in(session):
        if ballot.state not in (BallotState.OPEN, BallotState.COMPLETE):
            continue
        marks, whole = fitting(criteria, ballot), is_whole(criteria, ballot)
        if marks == ballot.marks and (whole or ballot.state is BallotState.OPEN):
            continue
        ids = {"juror_id": ballot.juror_id, "team_id": ballot.team_id, "round": ballot.round}
        row = session.scalars(select(BallotRow).filter_by(**ids)).one()
        row.state, row.device, row.sent = BallotState.OPEN, "", 0
        row.marks = {str(criterion): str(mark) for criterion, mark in marks.items()}
        row.second_marks, row.second_by, row.second_at = {}, "", None
