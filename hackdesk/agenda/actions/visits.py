"""What a person does to the visits of mentors: a plan, a move by hand, and what took place."""

from __future__ import annotations

from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.agenda.mentor_queries import mentoring_in, visit_of
from hackdesk.agenda.mentor_rounds import MentorPlan
from hackdesk.agenda.mentoring import Mentoring, Seat, Visit, seated
from hackdesk.agenda.tables import MentorVisitRow
from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.store import Event
from hackdesk.language import N_


def apply_mentor_plan(event: Event, plan: MentorPlan, *, by: str = "facilitator") -> MentorPlan:
    """Let a plan count. Raises Stale where a visit was changed since it was worked out."""
    with event.change(N_("plan the mentor rounds"), by=by) as session:
        rows = {row.id: row for row in session.scalars(select(MentorVisitRow))}
        if {id_: row.version for id_, row in rows.items()} != plan.seen:
            raise Stale(
                N_("Somebody changed a visit while the plan was worked out; nothing was saved."),
                remedy=N_("Plan once more."),
            )
        for id_ in plan.gone:
            session.delete(rows[id_])
        for planned in plan.visits:
            row = rows.get(planned.visit_id) if planned.visit_id else None
            if row is None:
                row = MentorVisitRow(id=uuid4(), mentor_id=planned.seat.mentor_id, team_id=planned.team_id)
                session.add(row)
            row.round_id, row.starts_at = planned.seat.round_id, planned.seat.starts_at
        return plan


def add_visit(event: Event, team: UUID, seat: Seat, *, by: str = "facilitator") -> Visit:
    """Let a mentor see a team then. Raises HackDeskError where somebody is elsewhere, with who."""
    with event.change(N_("add a visit"), by=by) as session:
        now = mentoring_in(session)
        _known(now, seat, team)
        seated(now, team, seat)
        row = MentorVisitRow(
            id=uuid4(), round_id=seat.round_id, mentor_id=seat.mentor_id, team_id=team, starts_at=seat.starts_at
        )
        session.add(row)
        session.flush()
        return visit_of(row)


def move_visit(event: Event, visit: UUID, seat: Seat, *, by: str = "facilitator") -> Visit:
    """Let a visit be elsewhere. Raises HackDeskError where it clashes, with whom, or took place already."""
    with event.change(N_("move a visit"), by=by) as session:
        row, now = _row(session, visit), mentoring_in(session)
        if row.visited_at:
            raise HackDeskError(N_("That visit took place already."), remedy=N_("Add another one instead."))
        _known(now, seat, row.team_id)
        seated(now, row.team_id, seat, but=visit)
        row.round_id, row.mentor_id, row.starts_at = seat.round_id, seat.mentor_id, seat.starts_at
        session.flush()
        return visit_of(row)


def remove_visit(event: Event, visit: UUID, *, by: str = "facilitator") -> None:
    """Take a visit out of the plan."""
    with event.change(N_("remove a visit"), by=by) as session:
        session.delete(_row(session, visit))


def pin_visit(event: Event, visit: UUID, *, pinned: bool, by: str = "facilitator") -> Visit:
    """Let no plan move a visit, or let it."""
    with event.change(N_("pin a visit") if pinned else N_("let a visit move"), by=by) as session:
        row = _row(session, visit)
        row.pinned = pinned
        session.flush()
        return visit_of(row)


def mark_visited(event: Event, visit: UUID, *, visited: bool = True, by: str = "facilitator") -> Visit:
    """Write down that a visit took place, or that it did not. The first time counts."""
    with event.change(N_("mark a visit") if visited else N_("a visit did not take place"), by=by) as session:
        row = _row(session, visit)
        row.visited_at = (row.visited_at or event.clock.utc_now()) if visited else None
        session.flush()
        return visit_of(row)


def note_visit(event: Event, visit: UUID, note: str, *, seen: str, by: str = "facilitator") -> Visit:
    """Write down what was said at a visit. seen: the note as it was read; raises Stale where it is another."""
    with event.change(N_("note a visit"), by=by) as session:
        row = _row(session, visit)
        if row.note != seen:
            raise Stale(
                N_("Somebody else wrote a note on this visit; nothing was saved."),
                remedy=N_("Look at it again and make your change once more."),
            )
        row.note = note.strip()
        session.flush()
        return visit_of(row)


def _known(now: Mentoring, seat: Seat, team: UUID) -> None:
    if seat.mentor_id not in now.mentor or seat.round_id not in now.round or team not in now.team:
        raise Stale(N_("The round or the mentor is not there any more."), remedy=N_("Look at it again."))


def _row(session: Session, visit: UUID) -> MentorVisitRow:
    row = session.get(MentorVisitRow, visit)
    if row is None:
        raise Stale(N_("Somebody has taken this visit out."))
    return row
