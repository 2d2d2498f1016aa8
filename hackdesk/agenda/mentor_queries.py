"""What the file says about mentors, their rounds and visits."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.agenda.mentoring import Mentor, Mentoring, MentorRound, Visit, Wanting
from hackdesk.agenda.queries import programme_in
from hackdesk.agenda.rules import ProgrammeItem
from hackdesk.agenda.tables import MentorRoundRow, MentorRow, MentorThemeRow, MentorVisitRow
from hackdesk.event.settings import settings_in
from hackdesk.event.store import Event
from hackdesk.people.queries import people_in
from hackdesk.people.rules import Person
from hackdesk.teams.queries import topics_in
from hackdesk.teams.rules import folded
from hackdesk.teams.tables import TeamRow


def mentoring(event: Event) -> Mentoring:
    """Everything about mentors as of one moment."""
    with event.read() as session:
        return mentoring_in(session)


def mentoring_in(session: Session) -> Mentoring:
    """The same, inside a session."""
    names = {person.id: person.name for person in people_in(session)}
    mentors = [mentor_of(row, names) for row in session.scalars(select(MentorRow))]
    rounds = session.scalars(select(MentorRoundRow).order_by(MentorRoundRow.starts_at, MentorRoundRow.name))
    visits = session.scalars(select(MentorVisitRow).order_by(MentorVisitRow.starts_at, MentorVisitRow.id))
    return Mentoring(
        mentors=tuple(sorted(mentors, key=lambda mentor: (folded(mentor.name), str(mentor.id)))),
        teams=_teams(session),
        rounds=tuple(round_of(row) for row in rounds),
        visits=tuple(visit_of(row) for row in visits),
        zone=settings_in(session).timezone,
    )


def mentors_of_the_list(event: Event) -> tuple[Person, ...]:
    """People whose role is mentor and who are not among the mentors yet."""
    with event.read() as session:
        return mentors_of_the_list_in(session)


def mentors_of_the_list_in(session: Session) -> tuple[Person, ...]:
    """The same, inside a session."""
    known = set(session.scalars(select(MentorRow.person_id)))
    return tuple(
        person for person in people_in(session)
        if "mentor" in person.roles and not person.cancelled and person.id not in known
    )  # fmt: skip


def rounds_to_take(event: Event) -> tuple[ProgrammeItem, ...]:
    """The items of the programme for mentors that are no round yet."""
    with event.read() as session:
        return rounds_to_take_in(session)


def rounds_to_take_in(session: Session) -> tuple[ProgrammeItem, ...]:
    """The same, inside a session."""
    taken = set(session.scalars(select(MentorRoundRow.item_id)))
    return tuple(item for item in programme_in(session) if item.kind == "mentors" and item.id not in taken)


def _teams(session: Session) -> tuple[Wanting, ...]:
    themes: dict[UUID, list[str]] = defaultdict(list)
    for row in session.scalars(select(MentorThemeRow)):
        themes[row.team_id].append(row.theme)
    topics = {topic.id: topic for topic in topics_in(session)}
    rows = session.scalars(select(TeamRow).order_by(TeamRow.position, TeamRow.name))
    return tuple(
        Wanting(
            row.id, row.name, row.table_name, tuple(sorted(themes[row.id], key=folded)), row.state,
            topics[row.topic_id].skills if row.topic_id in topics else (),
        )
        for row in rows
    )  # fmt: skip


def mentor_of(row: MentorRow, names: dict[UUID, str]) -> Mentor:
    """A row as the value everyone above sees."""
    times = tuple((datetime.fromisoformat(first), datetime.fromisoformat(last)) for first, last in row.times)
    name = names.get(row.person_id, row.name) if row.person_id else row.name
    return Mentor(row.id, name, tuple(row.themes), times, row.place, row.person_id, row.version)


def round_of(row: MentorRoundRow) -> MentorRound:
    """A row as the value everyone above sees."""
    return MentorRound(
        row.id, row.name, row.starts_at, row.ends_at, row.slot_minutes, row.walk_minutes, row.item_id, row.version
    )


def visit_of(row: MentorVisitRow) -> Visit:
    """A row as the value everyone above sees."""
    return Visit(
        row.id, row.round_id, row.mentor_id, row.team_id, row.starts_at, row.pinned, row.visited_at, row.note,
        row.version,
    )  # fmt: skip
