"""Writing down partners' promises, contacts with the teams, and what became of topics."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.rows import next_position, seen_row
from hackdesk.event.settings import settings_in
from hackdesk.event.store import Event
from hackdesk.follow_up.aftermath import (
    Contact,
    PartnerPromise,
    PromiseState,
    TopicFate,
    checked_promise,
    contact_days,
)
from hackdesk.follow_up.aftermath_queries import untaken_in
from hackdesk.follow_up.tables import ContactRow, PartnerPromiseRow, TopicOutcomeRow
from hackdesk.language import N_
from hackdesk.teams.tables import TeamRow, TopicRow

_FIELDS = ("giver", "what", "team_id", "award_id", "by_when", "state", "note")


def take_promises(event: Event, *, by: str = "facilitator") -> int:
    """Write down a promise for each award that somebody gives to a team and that has none yet; gives how many."""
    with event.change(N_("take down the partners' promises"), by=by) as session:
        new = untaken_in(session)
        for one in new:
            row = PartnerPromiseRow(id=uuid4(), position=next_position(session, PartnerPromiseRow))
            row.award_id, row.team_id, row.giver = one.award.id, one.team_id, one.award.giver
            row.what = one.award.what or one.award.name
            session.add(row)
            session.flush()
        return len(new)


def add_promise(event: Event, promise: PartnerPromise, *, by: str = "facilitator") -> None:
    """Write down what a partner promised. Raises HackDeskError where nobody or nothing is named."""
    promise = checked_promise(promise)
    with event.change(N_("add a partner's promise"), by=by) as session:
        row = PartnerPromiseRow(id=promise.id, position=next_position(session, PartnerPromiseRow))
        _write(row, promise)
        session.add(row)


def edit_promise(event: Event, promise: PartnerPromise, *, seen: int, by: str = "facilitator") -> None:
    """Change a partner's promise or its state. Raises Stale, HackDeskError."""
    promise = checked_promise(promise)
    with event.change(N_("change a partner's promise"), by=by) as session:
        _write(seen_row(session, PartnerPromiseRow, promise.id, seen), promise)


def mark_promise(
    event: Event, promise_id: UUID, state: PromiseState, *, seen: int, by: str = "facilitator"
) -> None:
    """Say what became of a promise. Raises Stale."""
    with event.change(N_("mark a partner's promise"), by=by) as session:
        seen_row(session, PartnerPromiseRow, promise_id, seen).state = state


def remove_promise(event: Event, promise_id: UUID, *, seen: int, by: str = "facilitator") -> None:
    """Take out what was never promised. Raises Stale."""
    with event.change(N_("remove a partner's promise"), by=by) as session:
        session.delete(seen_row(session, PartnerPromiseRow, promise_id, seen))


def plan_contacts(event: Event, *, by: str = "facilitator") -> int:
    """Plan a contact after one, three and six months with each team that has none; gives how many."""
    with event.change(N_("plan the contacts"), by=by) as session:
        days = contact_days(settings_in(session).ends_on)
        known = set(session.scalars(select(ContactRow.team_id)))
        teams = [team for team in session.scalars(select(TeamRow.id).where(TeamRow.state == "active"))
                 if team not in known]  # fmt: skip
        session.add_all(ContactRow(team_id=team, due_on=day, who="", note="") for team in teams for day in days)
        return len(teams) * len(days)


def add_contact(event: Event, team_id: UUID, due_on: date, *, by: str = "facilitator") -> UUID:
    """Plan one more contact with a team; gives its id. Raises HackDeskError where the team is gone."""
    with event.change(N_("plan a contact"), by=by) as session:
        if session.get(TeamRow, team_id) is None:
            raise HackDeskError(N_("This team is not there any more."))
        row = ContactRow(id=uuid4(), team_id=team_id, due_on=due_on, who="", note="")
        session.add(row)
        return row.id


def keep_contact(event: Event, contact: Contact, *, seen: int, by: str = "facilitator") -> None:
    """Write down when somebody asked, who it was and what was said, or move its day. Raises Stale."""
    with event.change(N_("note a contact"), by=by) as session:
        row = seen_row(session, ContactRow, contact.id, seen)
        row.due_on, row.done_on = contact.due_on, contact.done_on
        row.who, row.note = contact.who.strip(), contact.note.strip()


def remove_contact(event: Event, contact_id: UUID, *, seen: int, by: str = "facilitator") -> None:
    """Take out a contact that will not be. Raises Stale."""
    with event.change(N_("remove a contact"), by=by) as session:
        session.delete(seen_row(session, ContactRow, contact_id, seen))


def keep_fate(event: Event, fate: TopicFate, *, seen: int, by: str = "facilitator") -> None:
    """Say what became of a topic, and whether it returns; outcome None takes the word back. Raises Stale."""
    with event.change(N_("say what became of a topic"), by=by) as session:
        if session.get(TopicRow, fate.topic_id) is None:
            raise HackDeskError(N_("This topic is not there any more."))
        row = _fate_row(session, fate.topic_id)
        if (row.version if row else 0) != seen:
            raise Stale(
                N_("Somebody else has changed this since you read it; nothing was saved."),
                remedy=N_("Look at it again and make your change once more."),
            )
        if fate.outcome is None and not fate.returns and not fate.note.strip():
            if row is not None:
                session.delete(row)
            return
        if row is None:
            row = TopicOutcomeRow(topic_id=fate.topic_id)
            session.add(row)
        row.state, row.note, row.returns = (fate.outcome or ""), fate.note.strip(), fate.returns
        row.at = event.clock.utc_now()


def _fate_row(session: Session, topic_id: UUID) -> TopicOutcomeRow | None:
    return session.scalars(select(TopicOutcomeRow).where(TopicOutcomeRow.topic_id == topic_id)).first()


def _write(row: PartnerPromiseRow, promise: PartnerPromise) -> None:
    values: Mapping[str, object] = vars(promise)
    for name in _FIELDS:
        setattr(row, name, values[name])

