"""What a person does to topics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError
from hackdesk.event.rows import next_position, seen_row
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.teams.actions.steps import seats_in, sit_down, stand_up
from hackdesk.teams.queries import topics_in
from hackdesk.teams.rules import Topic, TopicDraft, checked_topic, folded
from hackdesk.teams.tables import TeamRow, TopicRow, TopicWordingRow


def add_topic(event: Event, draft: TopicDraft, *, by: str = "facilitator") -> Topic:
    """Write down a topic. Raises HackDeskError where it has no title or impossible sizes, or is there already."""
    draft = checked_topic(draft)
    with event.change(N_("add a topic"), by=by) as session:
        _refuse_twice(session, draft.title)
        row = _added(session, draft)
        session.flush()
        return _topic(session, row.id)


def add_named_topics(event: Event, titles: Sequence[str], *, by: str = "facilitator") -> tuple[Topic, ...]:
    """Make topics of what people wrote as their wishes; those that are there already are left out."""
    with event.change(N_("add the topics people named"), by=by) as session:
        known = {folded(title) for t in topics_in(session) for title in (t.title, *t.earlier_titles)}
        added = []
        for title in titles:
            if folded(title) not in known:
                known.add(folded(title))
                added.append(_added(session, checked_topic(TopicDraft(title))).id)
                session.flush()
        return tuple(topic for topic in topics_in(session) if topic.id in added)


def edit_topic(event: Event, topic_id: UUID, draft: TopicDraft, *, seen: int, by: str = "facilitator") -> Topic:
    """Word a topic anew or change its owner, sizes and languages; the old wording stays on record.

    A team that bears the old title takes the new one. Raises Stale, and HackDeskError as `add_topic` does.
    """
    draft = checked_topic(draft)
    with event.change(N_("edit a topic"), by=by) as session:
        row = seen_row(session, TopicRow, topic_id, seen)
        if folded(draft.title) != folded(row.title):
            _refuse_twice(session, draft.title)
        if (draft.title, draft.description) != (row.title, row.description):
            _keep_wording(session, row, event.clock.utc_now())
        for team in _teams_of(session, topic_id):
            if team.name == row.title:
                team.name = draft.title
        for name, value in _columns(draft).items():
            setattr(row, name, value)
        session.flush()
        return _topic(session, topic_id)


def mark_pitched(event: Event, topic_id: UUID, *, seen: int, by: str = "facilitator") -> Topic:
    """A topic was presented to the room just now. Raises Stale."""
    with event.change(N_("mark a topic as pitched"), by=by) as session:
        seen_row(session, TopicRow, topic_id, seen).pitched_at = event.clock.utc_now()
        session.flush()
        return _topic(session, topic_id)


def clear_pitched(event: Event, topic_id: UUID, *, seen: int, by: str = "facilitator") -> Topic:
    """A topic was not presented yet after all. Raises Stale."""
    with event.change(N_("mark a topic as not pitched"), by=by) as session:
        seen_row(session, TopicRow, topic_id, seen).pitched_at = None
        session.flush()
        return _topic(session, topic_id)


def withdraw_topic(event: Event, topic_id: UUID, *, seen: int, by: str = "facilitator") -> Topic:
    """Take a topic off the wall; it stays on record, and whoever sat in its team is free again. Raises Stale."""
    with event.change(N_("withdraw a topic"), by=by) as session:
        row = seen_row(session, TopicRow, topic_id, seen)
        row.state = "withdrawn"
        for team in _teams_of(session, topic_id):
            team.state = "withdrawn"
            stand_up(seats_in(session, team.id), event.clock.utc_now())
        session.flush()
        return _topic(session, topic_id)


def reopen_topic(event: Event, topic_id: UUID, *, seen: int, by: str = "facilitator") -> Topic:
    """Put a withdrawn or merged topic back on the wall. Raises Stale."""
    with event.change(N_("open a topic again"), by=by) as session:
        row = seen_row(session, TopicRow, topic_id, seen)
        row.state, row.merged_into_id = "open", None
        session.flush()
        return _topic(session, topic_id)


def merge_topics(event: Event, topic_id: UUID, into: UUID, *, seen: int, by: str = "facilitator") -> Topic:
    """Let a topic go on as part of another; its wishes and its team follow. Gives the topic that stays.

    Raises Stale, or HackDeskError where the other topic is the same one or closed.
    """
    with event.change(N_("merge topics"), by=by) as session:
        row = seen_row(session, TopicRow, topic_id, seen)
        target = session.get(TopicRow, into)
        if target is None or into == topic_id or target.state not in ("open", "no_team"):
            raise HackDeskError(
                N_("“{topic}” cannot be merged into that topic."), topic=row.title,
                remedy=N_("Choose another topic that is open."),
            )  # fmt: skip
        row.state, row.merged_into_id = "merged", into
        _merge_teams_of(session, topic_id, into, event.clock.utc_now())
        session.flush()
        return _topic(session, into)


def _merge_teams_of(session: Session, topic_id: UUID, into: UUID, now: datetime) -> None:
    """The teams of a topic go over to another: into its team, or as its team where it has none."""
    there = _teams_of(session, into)
    for team in _teams_of(session, topic_id):
        if not there:
            team.topic_id = into
            there = [team]
            continue
        team.state, team.merged_into_id = "merged", there[0].id
        for seat in seats_in(session, team.id):
            sit_down(session, seat.person_id, there[0].id, now)


def _added(session: Session, draft: TopicDraft) -> TopicRow:
    row = TopicRow(id=uuid4(), position=next_position(session, TopicRow), **_columns(draft))
    session.add(row)
    return row


def _columns(draft: TopicDraft) -> dict[str, object]:
    lists = {name: list(value) for name, value in asdict(draft).items() if isinstance(value, tuple)}
    return {**asdict(draft), **lists}


def _keep_wording(session: Session, row: TopicRow, now: datetime) -> None:
    session.add(TopicWordingRow(topic_id=row.id, title=row.title, description=row.description, until=now))


def _refuse_twice(session: Session, title: str) -> None:
    for topic in topics_in(session):
        if topic.open and folded(topic.title) == folded(title):
            raise HackDeskError(
                N_("There is already a topic “{title}”."), title=topic.title, remedy=N_("Choose another title.")
            )


def _teams_of(session: Session, topic_id: UUID) -> list[TeamRow]:
    active = select(TeamRow).where(TeamRow.topic_id == topic_id, TeamRow.state == "active")
    return list(session.scalars(active.order_by(TeamRow.position)))


def _topic(session: Session, topic_id: UUID) -> Topic:
    return next(topic for topic in topics_in(session) if topic.id == topic_id)
