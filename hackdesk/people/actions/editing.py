"""Taking people down, mending what is written about them, consents, cancelling."""

from __future__ import annotations

from uuid import UUID

from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.people import rules
from hackdesk.people.actions.steps import (
    arrive,
    consent_wording,
    take_down,
    the_row,
    write_consent,
    write_consents,
    write_draft,
)
from hackdesk.people.queries import Consent, person_of
from hackdesk.people.rules import Arrival, Draft, Person


def add_person(event: Event, draft: Draft, *, by: str = "facilitator") -> Person:
    """Put somebody on the list without checking them in. Raises HackDeskError for a draft that cannot be."""
    draft, now = rules.checked(draft), event.clock.utc_now()
    with event.change(N_("add a person"), by=by) as session:
        row = take_down(session, draft, now, registered_at=now)
        session.flush()
        return person_of(session, row)


def edit_person(event: Event, person_id: UUID, draft: Draft, *, seen: int, by: str = "facilitator") -> Person:
    """Write what the form says now. seen: the version the form began with.

    An answer of consent can be changed but not made unasked. Raises Stale where the person was changed
    meanwhile, HackDeskError for a draft that cannot be.
    """
    draft = rules.checked(draft)
    with event.change(N_("edit a person"), by=by) as session:
        row = the_row(session, person_id, seen)
        write_draft(row, draft)
        write_consents(session, row, draft, event.clock.utc_now())
        session.flush()
        return person_of(session, row)


def edit_and_check_in(
    event: Event, person_id: UUID, draft: Draft, *, seen: int, by: str = "facilitator"
) -> Arrival:
    """Write what the form says and check them in, in one change; one who had cancelled stands here after all.

    Raises Stale where the person was changed meanwhile, HackDeskError for a draft that cannot be.
    """
    draft = rules.checked(draft)
    with event.change(N_("edit and check in"), by=by) as session:
        row = the_row(session, person_id, seen)
        row.cancelled = False
        write_draft(row, draft)
        write_consents(session, row, draft, event.clock.utc_now())
        session.flush()
        return arrive(session, event, person_of(session, row), None)


def record_consent(
    event: Event, person_id: UUID, purpose: str, given: bool, *, wording: str = "", by: str = "facilitator"
) -> Person:
    """Write down an answer. purpose: a key of rules.CONSENTS; wording: what was asked, else the event's own."""
    if purpose not in rules.CONSENTS:
        raise ValueError(f"nobody is asked for consent to {purpose!r}")
    with event.change(N_("record a consent"), by=by) as session:
        row = the_row(session, person_id)
        asked = wording or consent_wording(session, purpose)
        write_consent(session, row, Consent(purpose, given, event.clock.utc_now(), asked))
        session.flush()
        return person_of(session, row)


def cancel_registration(event: Event, person_id: UUID, *, seen: int, by: str = "facilitator") -> Person:
    """They are not coming; they stay on the list as cancelled. Raises Stale where changed meanwhile."""
    with event.change(N_("cancel a registration"), by=by) as session:
        row = the_row(session, person_id, seen)
        row.cancelled = True
        session.flush()
        return person_of(session, row)


def restore_registration(event: Event, person_id: UUID, *, seen: int, by: str = "facilitator") -> Person:
    """They are coming after all. Raises Stale where changed meanwhile."""
    with event.change(N_("restore a registration"), by=by) as session:
        row = the_row(session, person_id, seen)
        row.cancelled = False
        session.flush()
        return person_of(session, row)
