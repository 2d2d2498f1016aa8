"""What a person does to teams: add, name, give a table, close, merge."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import count
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.rows import seen_row
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.teams.actions.steps import active_team, free_name, new_team, seats_in, sit_down, stand_up
from hackdesk.teams.queries import board_in
from hackdesk.teams.rules import Team, TeamDraft, folded
from hackdesk.teams.tables import TeamRow, TopicRow


def add_team(event: Event, draft: TeamDraft, *, by: str = "facilitator") -> Team:
    """Add an empty team; without a name it takes its topic's title.

    Raises HackDeskError where there is neither, or another active team has the name.
    """
    with event.change(N_("add a team"), by=by) as session:
        topic = session.get(TopicRow, draft.topic_id) if draft.topic_id else None
        row = new_team(session, free_name(session, _called(draft, topic)), topic)
        row.table_name = " ".join(draft.table_name.split())
        session.flush()
        return _team(session, row.id)


def edit_team(event: Event, team_id: UUID, draft: TeamDraft, *, seen: int, by: str = "facilitator") -> Team:
    """Give a team another name, topic or table. Raises Stale, and HackDeskError as `add_team` does."""
    with event.change(N_("edit a team"), by=by) as session:
        row = seen_row(session, TeamRow, team_id, seen)
        topic = session.get(TopicRow, draft.topic_id) if draft.topic_id else None
        row.name = free_name(session, _called(draft, topic), but=team_id)
        row.topic_id, row.table_name = draft.topic_id, " ".join(draft.table_name.split())
        if topic and topic.state == "no_team":
            topic.state = "open"
        session.flush()
        return _team(session, team_id)


def set_table(event: Event, team_id: UUID, table_name: str, *, seen: int, by: str = "facilitator") -> Team:
    """Say where a team sits: a table's number or a room. Raises Stale."""
    with event.change(N_("set a team's table"), by=by) as session:
        seen_row(session, TeamRow, team_id, seen).table_name = " ".join(table_name.split())
        session.flush()
        return _team(session, team_id)


def withdraw_team(event: Event, team_id: UUID, *, seen: int, by: str = "facilitator") -> Team:
    """A team gives up; whoever was in it is free again. Raises Stale."""
    with event.change(N_("withdraw a team"), by=by) as session:
        return _closed(session, event, seen_row(session, TeamRow, team_id, seen), "withdrawn")


def mark_no_show(event: Event, team_id: UUID, *, seen: int, by: str = "facilitator") -> Team:
    """A team did not come; whoever of it is here is free again. Raises Stale."""
    with event.change(N_("mark a team as not come"), by=by) as session:
        return _closed(session, event, seen_row(session, TeamRow, team_id, seen), "no_show")


def reopen_team(event: Event, team_id: UUID, *, seen: int, by: str = "facilitator") -> Team:
    """Let a closed team go on, with nobody in it yet. Raises Stale, HackDeskError where its name is taken."""
    with event.change(N_("open a team again"), by=by) as session:
        row = seen_row(session, TeamRow, team_id, seen)
        row.name = free_name(session, row.name, but=team_id)
        row.state, row.merged_into_id = "active", None
        session.flush()
        return _team(session, team_id)


def merge_teams(event: Event, team_id: UUID, into: UUID, *, seen: int, by: str = "facilitator") -> Team:
    """Let a team go on as part of another; its people follow. Gives the team that stays.

    Raises Stale, or HackDeskError where the other team is the same one or closed.
    """
    with event.change(N_("merge teams"), by=by) as session:
        row = seen_row(session, TeamRow, team_id, seen)
        target = active_team(session, into)
        if into == team_id:
            raise HackDeskError(N_("A team cannot be merged with itself."))
        row.state, row.merged_into_id = "merged", target.id
        for seat in seats_in(session, team_id):
            sit_down(session, seat.person_id, into, event.clock.utc_now())
        session.flush()
        return _team(session, into)


def split_team(
    event: Event, team_id: UUID, leaving: Collection[UUID], *, seen: int, by: str = "facilitator"
) -> tuple[Team, Team]:
    """Let some people of a team go on as a second one on the same topic; gives the old and the new team.

    The new team is called like the old one with the next free number. Raises Stale where the team has changed or
    one of them sits elsewhere by now, HackDeskError where nobody would stay or leave.
    """
    now = event.clock.utc_now()
    with event.change(N_("split a team"), by=by) as session:
        row = seen_row(session, TeamRow, team_id, seen)
        seats = {seat.person_id: seat for seat in seats_in(session, active_team(session, team_id).id)}
        if not leaving or not seats.keys() - set(leaving):
            raise HackDeskError(N_("A team of one cannot be split."), remedy=N_("Two teams need two people."))
        if not seats.keys() >= set(leaving):
            raise Stale(N_("Somebody has left “{team}” meanwhile; nothing was saved."), team=row.name)
        taken = {folded(name) for name in session.scalars(select(TeamRow.name).where(TeamRow.state == "active"))}
        stem = re.sub(r" \d+$", "", row.name)
        name = next(f"{stem} {n}" for n in count(2) if folded(f"{stem} {n}") not in taken)
        topic = session.get(TopicRow, row.topic_id) if row.topic_id else None
        added = new_team(session, name, topic)
        session.flush()
        for person_id in leaving:
            lead = seats[person_id].lead
            sit_down(session, person_id, added.id, now).lead = lead
        session.flush()
        return _team(session, team_id), _team(session, added.id)


def number_tables(event: Event, teams: Mapping[UUID, int], *, first: int = 1, by: str = "facilitator") -> int:
    """Number the tables of these teams in their order. teams: {team: the version seen}. Raises Stale."""
    with event.change(N_("number the tables"), by=by) as session:
        for number, (team_id, seen) in enumerate(teams.items(), first):
            seen_row(session, TeamRow, team_id, seen).table_name = str(number)
        return len(teams)


def _closed(session: Session, event: Event, row: TeamRow, state: str) -> Team:
    row.state = state
    stand_up(seats_in(session, row.id), event.clock.utc_now())
    session.flush()
    return _team(session, row.id)


def _called(draft: TeamDraft, topic: TopicRow | None) -> str:
    return draft.name.strip() or (topic.title if topic else "")


def _team(session: Session, team_id: UUID) -> Team:
    shown = board_in(session)
    return next(team for team in (*shown.teams, *shown.closed) if team.id == team_id)
