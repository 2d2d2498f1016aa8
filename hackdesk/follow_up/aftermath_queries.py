"""Promises, contacts, topics and what is due, as values."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.event.settings import settings_in
from hackdesk.event.store import Event
from hackdesk.follow_up.aftermath import (
    Ahead,
    Contact,
    Due,
    Outcome,
    PartnerPromise,
    PromiseState,
    TopicFate,
    look_ahead,
    open_dates,
)
from hackdesk.follow_up.queries import commitments
from hackdesk.follow_up.tables import ContactRow, PartnerPromiseRow, TopicOutcomeRow
from hackdesk.jury.queries import given_in, results_in
from hackdesk.jury.rules import AwardGiven
from hackdesk.jury.tables import AwardRow
from hackdesk.teams.tables import TeamRow, TopicRow


def promises(event: Event) -> tuple[PartnerPromise, ...]:
    """What partners promised, in the order it was written down."""
    with event.read() as session:
        return promises_in(session)


def contacts(event: Event) -> tuple[Contact, ...]:
    """The contacts planned and made, by their day, then by team."""
    with event.read() as session:
        return contacts_in(session)


def fates(event: Event) -> tuple[TopicFate, ...]:
    """Every topic that was not withdrawn or merged, and what became of it."""
    with event.read() as session:
        said = {row.topic_id: row for row in session.scalars(select(TopicOutcomeRow))}
        teams = session.scalars(select(TeamRow).order_by(TeamRow.position, TeamRow.name)).all()
        topics = session.scalars(select(TopicRow).order_by(TopicRow.position, TopicRow.title)).all()
        return tuple(
            _fate(topic, [team.name for team in teams if team.topic_id == topic.id], said.get(topic.id))
            for topic in topics if topic.state in ("open", "no_team") or topic.id in said
        )  # fmt: skip


def due_now(event: Event) -> tuple[Due, ...]:
    """What wants looking after today, by the hall's calendar; nothing before the event has ended."""
    # Asked at every change of the event, where it is nearly always still on.
    with event.read() as session:
        settings = settings_in(session)
    over = event.clock.utc_now().astimezone(settings.zone).date() > settings.ends_on
    return ahead(event).now if over else ()


def ahead(event: Event) -> Ahead:
    """What is due by the hall's calendar, and what comes after it."""
    with event.read() as session:
        settings = settings_in(session)
        today = event.clock.utc_now().astimezone(settings.zone).date()
        asked, promised = contacts_in(session), promises_in(session)
    return look_ahead(today > settings.ends_on, today, open_dates(today, commitments(event), asked, promised))


def untaken(event: Event) -> int:
    """How many awards that somebody gives to a team have no promise written down yet."""
    with event.read() as session:
        return len(untaken_in(session))


def untaken_in(session: Session) -> tuple[AwardGiven, ...]:
    """Those awards, inside a session."""
    known = {(row.award_id, row.team_id) for row in session.scalars(select(PartnerPromiseRow))}
    return tuple(
        one for one in given_in(session, results_in(session))
        if one.award.giver and (one.award.id, one.team_id) not in known
    )  # fmt: skip


def today_of(event: Event) -> date:
    """What day it is where the hall is."""
    with event.read() as session:
        return event.clock.utc_now().astimezone(settings_in(session).zone).date()


def promises_in(session: Session) -> tuple[PartnerPromise, ...]:
    """The same, inside a session."""
    teams: dict[UUID | None, str] = {row.id: row.name for row in session.scalars(select(TeamRow))}
    awards: dict[UUID | None, str] = {row.id: row.name for row in session.scalars(select(AwardRow))}
    rows = session.scalars(select(PartnerPromiseRow).order_by(PartnerPromiseRow.position, PartnerPromiseRow.giver))
    return tuple(
        PartnerPromise(
            row.id, row.giver, row.what, row.team_id, teams.get(row.team_id, ""), row.award_id,
            awards.get(row.award_id, ""), row.by_when, PromiseState(row.state), row.note, row.version,
        )
        for row in rows
    )  # fmt: skip


def contacts_in(session: Session) -> tuple[Contact, ...]:
    """The same, inside a session."""
    teams = {row.id: row for row in session.scalars(select(TeamRow))}
    found = [
        Contact(
            row.id, row.team_id, teams[row.team_id].name, row.due_on, row.done_on, row.who, row.note, row.version
        )
        for row in session.scalars(select(ContactRow))
    ]
    return tuple(sorted(found, key=lambda one: (one.due_on, teams[one.team_id].position, one.team)))


def _fate(topic: TopicRow, teams: list[str], row: TopicOutcomeRow | None) -> TopicFate:
    if row is None:
        return TopicFate(topic.id, topic.title, tuple(teams))
    outcome = Outcome(row.state) if row.state else None
    return TopicFate(topic.id, topic.title, tuple(teams), outcome, row.note, row.returns, row.version)
