"""What a person does to mentors: who they are, what teams want, the rounds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.agenda.mentor_queries import mentoring_in, mentors_of_the_list_in, rounds_to_take_in
from hackdesk.agenda.mentoring import (
    Mentor,
    MentorDraft,
    MentorRound,
    RoundDraft,
    checked_round,
    spread,
    tidy_themes,
)
from hackdesk.agenda.tables import MentorRoundRow, MentorRow, MentorThemeRow, MentorVisitRow
from hackdesk.errors import HackDeskError
from hackdesk.event.rows import seen_row
from hackdesk.event.store import Event
from hackdesk.event.tables import kept_time
from hackdesk.language import N_
from hackdesk.people.tables import PersonRow
from hackdesk.teams.rules import folded


def add_mentor(event: Event, draft: MentorDraft, *, by: str = "facilitator") -> Mentor:
    """Write down a mentor. Raises HackDeskError where it is nobody, or a person who is a mentor already."""
    row = MentorRow(id=uuid4())
    with event.change(N_("add a mentor"), by=by) as session:
        _fill(session, row, draft)
        session.add(row)
        session.flush()
        return _mentor(session, row.id)


def add_mentors_of_the_list(event: Event, *, by: str = "facilitator") -> int:
    """Take everybody whose role is mentor; what they can do is what they know. Gives how many are new."""
    with event.change(N_("take the mentors from the list"), by=by) as session:
        new = mentors_of_the_list_in(session)
        for person in new:
            row = MentorRow(id=uuid4())
            _fill(session, row, MentorDraft(person_id=person.id, themes=person.skills))
            session.add(row)
        return len(new)


def edit_mentor(
    event: Event, mentor: UUID, draft: MentorDraft, *, seen: int, by: str = "facilitator"
) -> Mentor:
    """Write a mentor down anew. Raises Stale, or HackDeskError as `add_mentor` does."""
    with event.change(N_("edit a mentor"), by=by) as session:
        _fill(session, seen_row(session, MentorRow, mentor, seen), draft)
        session.flush()
        return _mentor(session, mentor)


def remove_mentor(event: Event, mentor: UUID, *, seen: int, by: str = "facilitator") -> Mentor:
    """Take a mentor out, with the visits that are planned. Raises HackDeskError where one took place."""
    with event.change(N_("remove a mentor"), by=by) as session:
        row, gone = seen_row(session, MentorRow, mentor, seen), _mentor(session, mentor)
        _take_out_visits(session, MentorVisitRow.mentor_id == mentor, gone.name)
        session.delete(row)
        return gone


def mentor_is_here(
    event: Event, mentor: UUID, since: datetime | None = None, until: datetime | None = None,
    *, by: str = "facilitator",
) -> Mentor:  # fmt: skip
    """A mentor comes late or leaves early: what lies before `since` and after `until` is no time of theirs."""
    with event.change(N_("change when a mentor is here"), by=by) as session:
        row, now = session.get_one(MentorRow, mentor), mentoring_in(session)
        times = now.mentor[mentor].times or tuple((one.starts_at, one.ends_at) for one in now.rounds)
        cut = [(max(first, since or first), min(last, until or last)) for first, last in times]
        kept = [(first, last) for first, last in cut if first < last]
        at = since or until or event.clock.utc_now()
        row.times = _kept_times(kept or [(at, at)])  # a time without length: they are here at no time
        session.flush()
        return _mentor(session, mentor)


def set_themes(event: Event, team: UUID, themes: Iterable[str], *, by: str = "facilitator") -> tuple[str, ...]:
    """What a team wants to see mentors about. A theme is spelt as a mentor or another team spelt it."""
    with event.change(N_("set what a team wants to see mentors about"), by=by) as session:
        wanted = spread(themes, _known_themes(session))
        rows = list(session.scalars(select(MentorThemeRow).where(MentorThemeRow.team_id == team)))
        keys = {folded(theme) for theme in wanted}
        for row in rows:
            if folded(row.theme) not in keys:
                session.delete(row)
        there = {folded(row.theme) for row in rows}
        new = [theme for theme in wanted if folded(theme) not in there]
        session.add_all(MentorThemeRow(team_id=team, theme=theme) for theme in new)
        return wanted


def take_sought_themes(event: Event, *, by: str = "facilitator") -> int:
    """Teams that said nothing yet want what their topic seeks, as far as a mentor knows it. Gives how many."""
    with event.change(N_("take themes from the topics"), by=by) as session:
        now, known = mentoring_in(session), _known_themes(session)
        knowing = {theme for mentor in now.mentors for theme in mentor.known}
        taken = 0
        for team in now.active:
            wanted = [theme for theme in spread(team.sought, known) if folded(theme) in knowing]
            if wanted and not team.themes:
                session.add_all(MentorThemeRow(team_id=team.id, theme=theme) for theme in wanted)
                taken += 1
        return taken


def add_round(event: Event, draft: RoundDraft, *, by: str = "facilitator") -> MentorRound:
    """Write down a round. Raises HackDeskError where no visit finds room in it."""
    draft = checked_round(draft)
    with event.change(N_("add a round of mentors"), by=by) as session:
        row = MentorRoundRow(id=uuid4(), **vars(draft))
        session.add(row)
        session.flush()
        return mentoring_in(session).round[row.id]


def add_rounds_of_the_programme(
    event: Event, slot_minutes: int = 15, walk_minutes: int = 0, *, by: str = "facilitator"
) -> int:
    """Make a round of each item for mentors that has none yet. Gives how many are new."""
    with event.change(N_("take the rounds of mentors from the programme"), by=by) as session:
        items = rounds_to_take_in(session)
        for item in items:
            draft = RoundDraft(item.title, item.starts_at, item.ends_at, slot_minutes, walk_minutes, item.id)
            session.add(MentorRoundRow(**vars(checked_round(draft))))
        return len(items)


def edit_round(
    event: Event, which: UUID, draft: RoundDraft, *, seen: int, by: str = "facilitator"
) -> MentorRound:
    """Write a round down anew; visits stay at their times until they are planned again. Raises Stale."""
    draft = checked_round(draft)
    with event.change(N_("edit a round of mentors"), by=by) as session:
        row = seen_row(session, MentorRoundRow, which, seen)
        for name, value in vars(draft).items():
            setattr(row, name, value)
        session.flush()
        return mentoring_in(session).round[which]


def remove_round(event: Event, which: UUID, *, seen: int, by: str = "facilitator") -> str:
    """Take a round out, with what is planned in it, and give its name. Refused where a visit took place."""
    with event.change(N_("remove a round of mentors"), by=by) as session:
        row = seen_row(session, MentorRoundRow, which, seen)
        name = row.name
        _take_out_visits(session, MentorVisitRow.round_id == which, name)
        session.delete(row)
        return name


def _take_out_visits(session: Session, of: Any, name: str) -> None:
    rows = list(session.scalars(select(MentorVisitRow).where(of)))
    if any(row.visited_at for row in rows):
        raise HackDeskError(
            N_("“{name}” stays: a visit took place already."), name=name,
            remedy=N_("Say until when instead, then plan the rest again."),
        )  # fmt: skip
    for row in rows:
        session.delete(row)
    session.flush()


def _mentor(session: Session, mentor: UUID) -> Mentor:
    return mentoring_in(session).mentor[mentor]


def _fill(session: Session, row: MentorRow, draft: MentorDraft) -> None:
    name = " ".join(draft.name.split())
    if draft.person_id is None and not name:
        raise HackDeskError(
            N_("The mentor has no name."), remedy=N_("Type a name or choose a person of the list.")
        )
    if draft.person_id is not None:
        _only_once(session, row, draft.person_id)
    values = {
        "person_id": draft.person_id, "name": "" if draft.person_id else name, "place": draft.place.strip(),
        "themes": list(spread(tidy_themes(draft.themes), _known_themes(session))),
        "times": _kept_times(draft.times),
    }  # fmt: skip
    for key, value in values.items():
        if getattr(row, key) != value:
            setattr(row, key, value)


def _only_once(session: Session, row: MentorRow, person_id: UUID) -> None:
    other = select(MentorRow.id).where(MentorRow.person_id == person_id, MentorRow.id != row.id)
    if session.scalar(other) is not None:
        person = session.get_one(PersonRow, person_id)
        raise HackDeskError(
            N_("{name} is among the mentors already."), name=f"{person.given_name} {person.family_name}".strip()
        )


def _kept_times(times: Iterable[tuple[datetime, datetime]]) -> list[list[str]]:
    return [[kept_time(first), kept_time(last)] for first, last in sorted(times)]


def _known_themes(session: Session) -> tuple[str, ...]:
    of_mentors = [theme for themes in session.scalars(select(MentorRow.themes)) for theme in themes]
    return (*of_mentors, *session.scalars(select(MentorThemeRow.theme)))
