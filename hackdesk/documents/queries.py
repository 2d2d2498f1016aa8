"""The values that each document is drawn from, as the event file has them now."""

from __future__ import annotations

from base64 import b64decode
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hackdesk.agenda.queries import programme_in
from hackdesk.agenda.rules import ProgrammeItem
from hackdesk.documents.badge_values import Badge, BadgeBack, Badges, MainTime
from hackdesk.documents.calling import CallLine, MissingSheet, TurnoutSheet
from hackdesk.documents.rules import (
    LOGO_PLACES,
    SPONSOR_PLACES,
    Attendance,
    AttendanceDay,
    Attendee,
    CommitmentLine,
    LastPrinted,
    Logo,
    Masthead,
    NothingToPrint,
    ResultsRecord,
    TeamNote,
    TeamSheet,
    TeamSheets,
    nobody_yet,
)
from hackdesk.documents.tables import PictureRow, PrintedRow
from hackdesk.event.settings import EventSettings, settings_in, settings_of
from hackdesk.event.store import Event
from hackdesk.follow_up.aftermath_queries import contacts
from hackdesk.follow_up.queries import commitments
from hackdesk.follow_up.rules import CommitmentState
from hackdesk.jury import queries as jury
from hackdesk.jury import rounds
from hackdesk.jury.confidence import confidence
from hackdesk.jury.feedback import JUROR, MENTOR, Note, released_words
from hackdesk.jury.feedback_queries import feedback
from hackdesk.jury.ranking import names_in
from hackdesk.jury.rules import Criterion, Judging
from hackdesk.jury.seal import Sealed
from hackdesk.language import N_
from hackdesk.people.badge_codes import new_badge_code
from hackdesk.people.presence import written
from hackdesk.people.queries import attendance_day, groups, groups_in, people, people_in
from hackdesk.people.rules import Person
from hackdesk.people.tables import BlankBadgeRow, PersonRow
from hackdesk.teams.queries import missing, teams, turnout
from hackdesk.teams.turnout import Callee

#: The kinds of programme items that stand at the back of badges.
_MAIN_TIMES = frozenset({"arrival", "topics", "teams", "meal", "pitches", "awards"})


def masthead_of(settings: EventSettings) -> Masthead:
    """What the head of every document says."""
    return Masthead(
        settings.name, settings.place, settings.starts_on, settings.ends_on,
        settings.organiser, settings.funder_header,
    )  # fmt: skip


def logos(event: Event) -> tuple[Logo, ...]:
    """The logos there are, the organiser's first."""
    with event.read() as session:
        return logos_in(session)


def logos_in(session: Session, places: Sequence[str] = LOGO_PLACES) -> tuple[Logo, ...]:
    """The logos in these places, inside a session."""
    found = [
        Logo(row.place, row.name, row.media_type, b64decode(row.content), row.width, row.height)
        for row in session.scalars(select(PictureRow).where(PictureRow.place.in_(places)))
    ]
    return tuple(sorted(found, key=lambda logo: places.index(logo.place)))


def sponsors(event: Event) -> tuple[Logo, ...]:
    """The sponsors' logos in their order."""
    with event.read() as session:
        return logos_in(session, SPONSOR_PLACES)


def badges_of(event: Event) -> Badges:
    """A badge for everybody who has not cancelled, in the event's format; none where there is nobody."""
    with event.read() as session:
        settings = settings_in(session)
        known = {group.key: group for group in groups_in(session)}
        back = _back(settings, programme_in(session))
        last = session.scalars(select(func.max(BlankBadgeRow.number))).one() or 0
        badges = tuple(
            Badge(
                person.given_name, person.family_name, person.organisation, person.code,
                tuple(known[key] for key in person.groups if key in known), person.languages, person.roles,
                person_id=person.id, printed_at=person.badge_printed_at,
            )
            for person in people_in(session)
            if not person.cancelled or person.arrived_at
        )  # fmt: skip
    return Badges(masthead_of(settings), badges, settings.badge_format, back, next_blank=last + 1)


def _back(settings: EventSettings, items: Iterable[ProgrammeItem]) -> BadgeBack | None:
    if not settings.badge_back:
        return None
    times = (
        MainTime(item.starts_at, item.title) for item in items if item.public and item.kind in _MAIN_TIMES
    )
    return BadgeBack(settings.badge_back == "same", tuple(times), settings.badge_back_text, settings.timezone)


def blank_badges(event: Event) -> dict[UUID, tuple[int, ...]]:
    """The numbers of the blank badges that people were given."""
    found: defaultdict[UUID, tuple[int, ...]] = defaultdict(tuple)
    query = select(BlankBadgeRow.person_id, BlankBadgeRow.number).order_by(BlankBadgeRow.number)
    with event.read() as session:
        for owner, number in session.execute(query):
            if owner is not None:
                found[owner] += (number,)
    return dict(found)


def with_codes(event: Event, badges: Badges) -> Badges:
    """The same with a new code on each badge that has none; nothing is written."""
    with event.read() as session:
        taken = {*session.scalars(select(PersonRow.code)), *session.scalars(select(BlankBadgeRow.code))}
    coded = []
    for badge in badges.badges:
        code = badge.code or new_badge_code(taken)
        taken.add(code)
        coded.append(replace(badge, code=code))
    return replace(badges, badges=tuple(coded))


def attendance_of(event: Event) -> Attendance:
    """Everybody who may sign, for each day of the event; of a day that is over, everybody who came.

    Raises NothingToPrint where there is nobody.
    """
    settings = settings_of(event)
    everybody = _expected(event)
    today = event.clock.utc_now().astimezone(settings.zone).date()
    days = tuple(
        AttendanceDay(day, tuple(_attendee(person, day, settings) for person in _signing(everybody, day, today)))
        for day in settings.days
    )
    masthead = replace(masthead_of(settings), logos=logos(event))
    return Attendance(masthead, days, settings.attendance_times)


def results_of(event: Event) -> ResultsRecord:
    """The sealed revision, or a draft of the results as they are now. Raises NothingToPrint without ballots."""
    settings = settings_of(event)
    sealed = jury.sealed(event)
    if sealed and sealed.stands:
        return _signed(settings, sealed)
    shown = jury.results_shown(event)
    if shown.results.refused:
        raise NothingToPrint(
            shown.results.refused, remedy=N_("The record is made from the jury's ballots."), where="jury",
            **shown.results.refused_values,
        )  # fmt: skip
    return ResultsRecord(
        masthead_of(settings), settings.timezone, shown.judging.criteria, shown.judging.jurors, shown.results,
        jury.awards_given(event), jury.awards(event), jury.criteria_changes(event),
        confidence=shown.confidence, names=shown.names, ranking_published=settings.ranking_published,
        first_criteria=_first_criteria(shown.judging),
    )  # fmt: skip


def _signed(settings: EventSettings, sealed: Sealed) -> ResultsRecord:
    return ResultsRecord(
        masthead_of(settings), settings.timezone, sealed.judging.criteria, sealed.judging.jurors, sealed.results,
        sealed.given, sealed.awards, sealed.criteria_changes, sealed.sealed_at, sealed.hash, sealed.reason,
        sealed.changes, confidence(sealed.judging, rounds.deciding(sealed.results)), names_in(sealed.judging),
        sealed.ranking_published, sealed.hall, _first_criteria(sealed.judging),
    )  # fmt: skip


def _first_criteria(judging: Judging) -> tuple[Criterion, ...]:
    return judging.first.criteria if judging.first else ()


def team_sheets_of(event: Event) -> TeamSheets:
    """What was released to each team, the awards of the sealed revision, and what the team promised.

    Feedback and follow-up sheets are drawn from it. Raises NothingToPrint where there are no teams.
    """
    notes = {team.team_id: team.notes for team in feedback(event)}
    sealed = jury.sealed(event)
    given = sealed.given if sealed and sealed.stands else ()
    asked = [(one.team_id, one.due_on) for one in contacts(event) if one.done_on is None]
    promised = {team.team_id: team.commitments for team in commitments(event)}
    turns = {team.id: turn for turn, team in enumerate(jury.progress(event).judging.active)}
    formed = sorted((team for team in teams(event) if team.id in turns), key=lambda team: turns[team.id])
    if not formed:
        raise NothingToPrint(N_("There are no teams yet."), remedy=N_("Form them under Teams."), where="teams")
    sheets = tuple(
        TeamSheet(
            team.name,
            team.topic.title if team.topic else "",
            tuple(member.name for member in team.members),
            _released(notes.get(team.id, ()), JUROR),
            _released(notes.get(team.id, ()), MENTOR),
            tuple(
                " – ".join(filter(None, (one.award.name, one.award.what, one.award.giver)))
                for one in given
                if one.team_id == team.id
            ),
            tuple(
                CommitmentLine(line.who, line.what, line.by_when, line.support)
                for line in promised.get(team.id, ())
                if line.state is not CommitmentState.DROPPED
            ),
            tuple(day for team_id, day in asked if team_id == team.id),
        )
        for team in formed
    )
    return TeamSheets(masthead_of(settings_of(event)), sheets)


def _released(notes: Iterable[Note], source: str) -> tuple[TeamNote, ...]:
    return tuple(TeamNote(text, name) for text, name in released_words(notes, source))


def turnout_of(event: Event) -> TurnoutSheet:
    """Who is wanted, who has registered and whom to call. Raises NothingToPrint while nobody is on the list."""
    _expected(event)
    settings, found = settings_of(event), turnout(event)
    return TurnoutSheet(
        masthead_of(settings), settings.timezone, found.registered, found.wanted, found.groups,
        found.municipalities, found.topics, _call_lines(event, found.call_list),
    )  # fmt: skip


def missing_of(event: Event) -> MissingSheet:
    """Who is not here yet on the day an arrival counts for now. Raises NothingToPrint where nobody is missing."""
    _expected(event)
    lines = _call_lines(event, missing(event, jury.judging_people(event)))
    if not lines:
        raise NothingToPrint(
            N_("Everybody who is expected today is in."), remedy=N_("Nobody has to be called."), where="check_in"
        )
    settings = settings_of(event)
    return MissingSheet(masthead_of(settings), settings.timezone, attendance_day(event), lines)


def _call_lines(event: Event, callees: Iterable[Callee]) -> tuple[CallLine, ...]:
    names = {group.key: group.short_name for group in groups(event)}
    lines = []
    for callee in callees:
        one = callee.person
        about = (one.organisation or one.municipality, *(names.get(key, key) for key in one.groups))
        lines.append(CallLine(one.name, one.phone, " · ".join(filter(None, about)), callee.whys, callee.last))
    return tuple(lines)


def last_printed(event: Event) -> dict[str, LastPrinted]:
    """When each kind of document was last made; kinds that never were are missing."""
    with event.read() as session:
        rows = session.scalars(select(PrintedRow).order_by(PrintedRow.at))
        return {row.kind: LastPrinted(row.at, row.pages, row.language, row.revision) for row in rows}


def _signing(everybody: Iterable[Person], day: date, today: date) -> list[Person]:
    here = [person for person in everybody if person.on(day)]
    if here and day < today:
        return here
    return [person for person in everybody if person.on(day) or not person.cancelled]


def _attendee(person: Person, day: date, settings: EventSettings) -> Attendee:
    presence = person.on(day)
    return Attendee(person.name, person.organisation, written(presence, settings.zone) if presence else "")


def _expected(event: Event) -> list[Person]:
    expected = [person for person in people(event) if not person.cancelled or person.arrived_at]
    if not expected:
        raise nobody_yet()
    return expected
