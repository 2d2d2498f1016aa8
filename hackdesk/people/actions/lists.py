"""Bringing in a list of registrations."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.event.settings import settings_in
from hackdesk.event.store import Event
from hackdesk.event.tables import HeadRow
from hackdesk.language import language
from hackdesk.people.actions.steps import ASKED, add_groups, add_new_groups, consent_wording, write_consent
from hackdesk.people.badge_codes import new_badge_code
from hackdesk.people.importing.meanings import new_groups
from hackdesk.people.importing.plan import Outcome, PersonPlan, Plan
from hackdesk.people.importing.reading import Reading
from hackdesk.people.importing.registrations import Registrations, without
from hackdesk.people.list_queries import plan_in, remembered_in
from hackdesk.people.queries import BRING_IN, Consent
from hackdesk.people.tables import BlankBadgeRow, ConsentRow, ImportRow, PersonRow


@dataclass(frozen=True)
class BroughtIn:
    """The receipt. entry: the journal's number of the change, to take it back by; None where nothing changed."""

    plan: Plan
    entry: int | None


def bring_in(
    event: Event, registrations: Registrations, *, leave_out: Collection[int] = (), by: str = "facilitator"
) -> BroughtIn:
    """Bring in a list in one change: new people are added, later answers written, nothing erased.

    leave_out: rows of the list that are not to be brought in. What will happen is worked out again here, so
    that somebody taken down since the preview is met and not doubled.
    """
    now = event.clock.utc_now()
    registrations = without(registrations, leave_out)
    with event.read() as session:  # comparing takes a second for thousands: nobody else waits for it
        number, plan = plan_in(session, registrations)
    with event.change(BRING_IN, by=by) as session:
        if session.scalars(select(HeadRow.number)).one() != number:
            number, plan = plan_in(session, registrations)
        added, updated = plan.people(Outcome.ADDED), plan.people(Outcome.UPDATED)
        if not (added or updated) and _is_remembered(session, registrations):
            return BroughtIn(plan, None)
        words = language(settings_in(session).language)
        add_groups(session, words)
        add_new_groups(session, new_groups(registrations.reading))
        _add(session, added, now)
        _update(session, updated, now)
        session.add(
            ImportRow(
                source=registrations.source, at=now, columns=dict(registrations.columns),
                reading=registrations.reading.as_json(), added=len(added), updated=len(updated),
            )
        )  # fmt: skip
        return BroughtIn(plan, number + 1)


def _is_remembered(session: Session, registrations: Registrations) -> bool:
    """Whether nothing was decided about this list that is not known from an earlier one."""
    headers = tuple(registrations.columns)
    memory = remembered_in(session, headers)
    return registrations.reading in (memory.reading, Reading()) and not memory.new


def _add(session: Session, added: Sequence[PersonPlan], now: datetime) -> None:
    taken = {*session.scalars(select(PersonRow.code)), *session.scalars(select(BlankBadgeRow.code))}
    wordings = {purpose: consent_wording(session, purpose) for purpose in ASKED.values()}
    for one in added:
        row = PersonRow(id=uuid4(), code=new_badge_code(taken))
        taken.add(row.code)
        _write(row, one)
        session.add(row)
        for field, purpose in ASKED.items():
            if field in one.changes:
                session.add(
                    ConsentRow(
                        person_id=row.id, purpose=purpose, given=one.changes[field],
                        at=one.registered_at or now, wording=one.asked.get(field) or wordings[purpose],
                    )
                )  # fmt: skip


def _update(session: Session, updated: Sequence[PersonPlan], now: datetime) -> None:
    rows = {row.id: row for row in session.scalars(select(PersonRow))} if updated else {}
    for one in updated:
        assert one.person_id is not None
        row = rows[one.person_id]
        _write(row, one)
        for field, purpose in ASKED.items():
            if field in one.changes:
                wording = one.asked.get(field) or consent_wording(session, purpose)
                at = one.registered_at or now
                write_consent(session, row, Consent(purpose, one.changes[field], at, wording))


def _write(row: PersonRow, plan: PersonPlan) -> None:
    row.registered_at = plan.registered_at or row.registered_at
    answers = {key: _plain(said) for key, said in plan.answers.items()}
    row.as_registered = {**(row.as_registered or {}), **answers}
    row.given_name = row.given_name or ""
    for key, said in plan.changes.items():
        if key not in ASKED and key not in ("code", "ticket"):
            setattr(row, key, _plain(said))


def _plain(said: Any) -> Any:
    return list(said) if isinstance(said, tuple) else said
