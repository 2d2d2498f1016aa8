"""What the event file says of closeness between jurors and teams, as values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.agenda.tables import MentorRow, MentorVisitRow
from hackdesk.event.settings import settings_in, settings_of
from hackdesk.event.store import Event
from hackdesk.jury.conflicts import Concerned, Hint, JurorKnown, Known, Part, hints
from hackdesk.jury.queries import Progress, closing_revision, judging_in, jurors_in
from hackdesk.jury.rules import BallotState, Juror
from hackdesk.people.likeness import name_key
from hackdesk.people.tables import PersonRow
from hackdesk.teams.tables import MembershipRow, TeamRow, TopicRow

_ROLES = ("juror", "chair")


@dataclass(frozen=True)
class Closeness:
    """Hints, and what was decided about them. put_away: those that somebody said are none.

    links: {juror id: the person of the very same name}, where nobody has linked them yet.
    on_list: how many people have the role of a juror and are not on the jury.
    """

    progress: Progress
    hints: tuple[Hint, ...] = ()
    put_away: tuple[Hint, ...] = ()
    links: dict[UUID, Known] | None = None
    on_list: int = 0

    def to_look_at(self, juror_id: UUID | None = None) -> tuple[Hint, ...]:
        """The hints that nobody has decided about, of one juror or of all: neither recused nor put away."""
        jurors = {juror.id: juror for juror in self.progress.judging.jurors}
        active = {team.id for team in self.progress.judging.active}
        return tuple(
            hint for hint in self.hints
            if juror_id in (None, hint.juror_id) and hint.team_id in active
            and self.progress.state(jurors[hint.juror_id], hint.team_id) is not BallotState.RECUSED
        )  # fmt: skip


class _People:
    """Everybody on the list, read once; who matters is looked at more closely."""

    def __init__(self, session: Session) -> None:
        names = PersonRow.given_name, PersonRow.family_name
        columns = (*names, PersonRow.organisation, PersonRow.municipality, PersonRow.roles, PersonRow.cancelled)
        self._rows = {row[0]: row for row in session.execute(select(PersonRow.id, *columns))}

    def known(self, person_id: UUID) -> Known:
        """What is known of somebody."""
        id_, given, family, organisation, municipality, *_rest = self._rows[person_id]
        return Known(f"{given} {family}".strip(), id_, organisation, municipality, family)

    def named(self, wanted: Collection[tuple[str, ...]]) -> dict[tuple[str, ...], list[UUID]]:
        """Who has one of these names."""
        found: dict[tuple[str, ...], list[UUID]] = defaultdict(list)
        for id_, given, family, *_rest in self._rows.values() if wanted else ():
            if (key := name_key(f"{given} {family}")) in wanted:
                found[key].append(id_)
        return found

    def jurors(self, known: Sequence[Juror]) -> tuple[Juror, ...]:
        """Who has the role of a juror or of the chair and is not known yet, in the order of the names."""
        linked, names = {juror.person_id for juror in known}, {name_key(juror.name) for juror in known}
        found = []
        for id_, given, family, _where, _home, roles, cancelled in self._rows.values():
            if cancelled or id_ in linked or not set(_ROLES) & set(roles):
                continue
            if name_key(f"{given} {family}") not in names:
                found.append((family, given, id_, "chair" in roles))
        people = ((self.known(id_), chair) for _family, _given, id_, chair in sorted(found))
        return tuple(Juror(uuid4(), who.name, who.organisation, who.person_id, chair) for who, chair in people)


def closeness(event: Event) -> Closeness:
    """Every hint as of one moment, for the round the jury is in."""
    with event.read() as session:
        judging = judging_in(session)
        closing = closing_revision(session)
        people = _People(session)
        ballots = {(ballot.juror_id, ballot.team_id): ballot for ballot in judging.ballots}
        progress = Progress(judging, closing.number if closing else None, ballots)
        settings = settings_in(session)
        links = _links(judging.jurors, people)
        known = [_juror(juror, people, links) for juror in judging.jurors]
        found = hints(known, _teams(session, people), settings.merged_municipalities)
        away = settings.jury_not_close
        return Closeness(
            progress,
            tuple(hint for hint in found if away.get(key_of(hint.juror_id, hint.team_id)) != hint.sign),
            tuple(hint for hint in found if away.get(key_of(hint.juror_id, hint.team_id)) == hint.sign),
            links,
            len(people.jurors(judging.jurors)),
        )


def conflicts_to_look_at(event: Event) -> int:
    """How many pairs of juror and team nobody has decided about, for more than a common name or municipality.

    Not of jurors who are not there for the team, not once the results are signed, and not in a file that was
    taken to another laptop: there is no list of people in it.
    """
    shown = closeness(event)
    if shown.progress.sealed or settings_of(event).jury_trip:
        return 0
    jurors = {juror.id: juror for juror in shown.progress.judging.jurors}
    counts = (BallotState.OPEN, BallotState.COMPLETE)
    return sum(
        not hint.weak and shown.progress.state(jurors[hint.juror_id], hint.team_id) in counts
        for hint in shown.to_look_at()
    )


def key_of(juror_id: UUID, team_id: UUID) -> str:
    """Under what a hint that was put away is kept in the event's settings."""
    return f"{juror_id} {team_id}"


def jurors_of_the_list_in(session: Session) -> tuple[Juror, ...]:
    """People with the role of a juror or of the chair who are not on the jury, neither linked nor by name, as
    the jurors they would be."""
    return _People(session).jurors(jurors_in(session))


def _links(jurors: Sequence[Juror], people: _People) -> dict[UUID, Known]:
    alone = [juror for juror in jurors if juror.person_id is None]
    taken = {juror.person_id for juror in jurors}
    named = people.named({name_key(juror.name) for juror in alone})
    found = {}
    for juror in alone:
        same = named.get(name_key(juror.name), [])
        if len(same) == 1 and same[0] not in taken:
            found[juror.id] = people.known(same[0])
    return found


def _juror(juror: Juror, people: _People, links: dict[UUID, Known]) -> JurorKnown:
    own = Known(juror.name, juror.person_id, juror.affiliation)
    person = people.known(juror.person_id) if juror.person_id else links.get(juror.id)
    return JurorKnown(juror.id, (own, person) if person else (own,))


def _teams(session: Session, people: _People) -> dict[UUID, list[Concerned]]:
    """Whoever has to do with each team, those of a team that merged with the one it is part of now."""
    rows = {row.id: row for row in session.scalars(select(TeamRow).order_by(TeamRow.position, TeamRow.name))}
    found: dict[UUID, list[Concerned]] = {id_: [] for id_, row in rows.items() if row.merged_into_id not in rows}

    def into(team_id: UUID) -> UUID:
        seen = {team_id}
        while (further := rows[team_id].merged_into_id) and further in rows and further not in seen:
            seen.add(team_id := further)
        return team_id

    seats = select(MembershipRow.team_id, MembershipRow.person_id, MembershipRow.until)
    for team_id, person_id, until in session.execute(seats):
        _note(found, into(team_id), people.known(person_id), Part.MEMBER if until is None else Part.FORMER)
    topics = {row.id: row for row in session.scalars(select(TopicRow))}
    for row in rows.values():
        topic = topics.get(row.topic_id) if row.topic_id else None
        if topic and topic.owner_id:
            _note(found, into(row.id), people.known(topic.owner_id), Part.OWNER)
        if topic and topic.owner_name:
            _note(found, into(row.id), Known(topic.owner_name), Part.OWNER)
    visits = select(MentorVisitRow.team_id, MentorRow.person_id, MentorRow.name).join(
        MentorRow, MentorRow.id == MentorVisitRow.mentor_id
    )
    for team_id, mentor_id, name in session.execute(visits):
        mentor = people.known(mentor_id) if mentor_id else None
        _note(found, into(team_id), mentor or Known(name), Part.MENTOR)
    return found


def _note(found: dict[UUID, list[Concerned]], team_id: UUID, who: Known, part: Part) -> None:
    concerned = Concerned(who, part)
    if team_id in found and concerned not in found[team_id]:
        found[team_id].append(concerned)
