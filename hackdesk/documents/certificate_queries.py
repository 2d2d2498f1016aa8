"""Who gets which certificate, what they are drawn from, and which were issued."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.agenda.mentor_queries import mentoring_in
from hackdesk.documents.certificate_settings import (
    BACKGROUND,
    JUROR,
    MENTOR,
    ORGANISER,
    PARTICIPANT,
    SIGNATURE_PLACES,
    WINNER,
    CertificateSettings,
)
from hackdesk.documents.certificate_values import Certificate, Certificates, Issued, IssuedList, Key
from hackdesk.documents.queries import logos_in, masthead_of
from hackdesk.documents.rules import Logo, NothingToPrint
from hackdesk.documents.tables import CertificateRow, PictureRow
from hackdesk.event.settings import EventSettings, settings_in
from hackdesk.event.store import Event
from hackdesk.jury import queries as jury
from hackdesk.language import N_
from hackdesk.people.queries import people_in
from hackdesk.people.rules import Person
from hackdesk.teams.queries import board_in
from hackdesk.teams.rules import Team, folded, is_placed

#: The roles of those who make an event run.
_ORGANISING = ("facilitator", "volunteer", "interpreter")


def certificate_settings(settings: EventSettings) -> CertificateSettings:
    """How certificates look; the words typed under Prepare count as long as there are none of their own here."""
    found = CertificateSettings.of(settings.certificate)
    earlier = settings.certificate_text.strip()
    return replace(found, texts={PARTICIPANT: f"{earlier}\n{{team}}", **found.texts}) if earlier else found


def certificates_of(event: Event) -> Certificates:
    """Certificates for everybody who came, by team, for mentors, jurors and organisers, then diplomas for the
    awards of the sealed revision.

    A number is 0 until `number_certificates` has given it. Raises NothingToPrint where nobody has checked in.
    """
    with event.read() as session:
        return certificates_in(session)


def certificates_in(session: Session) -> Certificates:
    """The same, inside a session."""
    numbers = numbers_in(session)
    due = certificates_due_in(session)
    if not any(one.kind == PARTICIPANT for one in due):
        raise NothingToPrint(
            N_("Nobody has checked in yet."),
            remedy=N_("Certificates are for those who came."),
            where="check_in",
        )
    settings = settings_in(session)
    closing = jury.closing_revision(session)
    revision = jury.sealed_from(closing) if closing else None
    chair = next((juror.name for juror in revision.judging.jurors if juror.chair), "") if revision else ""
    return Certificates(
        replace(masthead_of(settings), logos=logos_in(session)),
        tuple(replace(one, number=numbers.get(one.key, 0)) for one in due),  # type: ignore[arg-type]
        chair, revision.number if revision else None,
        certificate_settings(settings), pictures_in(session),
    )  # fmt: skip


def certificate_pictures(event: Event) -> dict[str, Logo]:
    """The background and the signatures, by their places."""
    with event.read() as session:
        return {picture.place: picture for picture in pictures_in(session)}


def pictures_in(session: Session) -> tuple[Logo, ...]:
    """The background and the signatures, inside a session."""
    places = (BACKGROUND, *SIGNATURE_PLACES)
    return tuple(
        Logo(row.place, row.name, row.media_type, b64decode(row.content), row.width, row.height)
        for row in session.scalars(select(PictureRow).where(PictureRow.place.in_(places)))
    )


@dataclass(frozen=True)
class _Gathered:
    """Who is here and where they belong. whose: {name: id} of everybody on the list, names folded."""

    here: tuple[Person, ...]
    team_of: dict[UUID, Team]
    whose: dict[str, UUID]

    def certificate(self, person: Person, kind: str, role: str = "") -> Certificate:
        """Somebody's certificate of a kind other than for an award."""
        team = self.team_of.get(person.id)
        return Certificate(
            person.name, team=team.name if team else "", role=role, kind=kind,
            topic=team.topic.title if team and team.topic else "", key=(person.id, None, kind, ""),
        )  # fmt: skip


def certificates_due_in(session: Session) -> tuple[Certificate, ...]:
    """Who is to get which certificate, in the order in which they are handed out."""
    everybody = people_in(session)
    formed = board_in(session).teams
    team_of = {member.person_id: team for team in formed for member in team.members}
    turn = {team.id: number for number, team in enumerate(formed)}
    here = [person for person in everybody if person.arrived_at]
    here.sort(key=lambda one: turn[team_of[one.id].id] if one.id in team_of else len(turn))
    gathered = _Gathered(tuple(here), team_of, {folded(one.name): one.id for one in everybody})
    others = (*_mentors(session, gathered), *_jurors(session, gathered), *_organisers(gathered))
    with_one = {one.key[0] for one in others if one.key}
    took_part = tuple(
        gathered.certificate(person, PARTICIPANT, "" if is_placed(person.roles) else person.roles[0])
        for person in here
        if person.id in team_of or person.id not in with_one
    )
    return took_part + others + tuple(_winners(session, gathered))


def _mentors(session: Session, gathered: _Gathered) -> Iterator[Certificate]:
    known = mentoring_in(session).mentors
    on_the_list = {mentor.person_id or gathered.whose.get(folded(mentor.name)) for mentor in known}
    for person in gathered.here:
        if "mentor" in person.roles or person.id in on_the_list:
            yield gathered.certificate(person, MENTOR, "mentor")
    for mentor in known:
        if mentor.person_id is None and folded(mentor.name) not in gathered.whose:
            yield Certificate(mentor.name, role="mentor", kind=MENTOR, key=(None, mentor.id, MENTOR, ""))


def _jurors(session: Session, gathered: _Gathered) -> Iterator[Certificate]:
    for juror in jury.jurors_in(session):
        if juror.state == "absent":
            continue
        person_id = juror.person_id or gathered.whose.get(folded(juror.name))
        whose = (person_id, None) if person_id else (None, juror.id)
        role = "chair" if juror.chair else "juror"
        yield Certificate(juror.name, role=role, kind=JUROR, key=(*whose, JUROR, ""))


def _organisers(gathered: _Gathered) -> Iterator[Certificate]:
    for person in gathered.here:
        role = next((one for one in _ORGANISING if one in person.roles), "")
        if role:
            yield gathered.certificate(person, ORGANISER, role)


def _winners(session: Session, gathered: _Gathered) -> Iterator[Certificate]:
    closing = jury.closing_revision(session)
    for given in jury.sealed_from(closing).given if closing else ():
        for person in gathered.here:
            team = gathered.team_of.get(person.id)
            if team and team.id == given.team_id:
                key = (person.id, None, WINNER, str(given.award.id))
                topic = team.topic.title if team.topic else ""
                yield Certificate(
                    person.name, team=given.team_name, award=given.award.name, giver=given.award.giver,
                    kind=WINNER, topic=topic, key=key,
                )  # fmt: skip


def numbers_in(session: Session) -> dict[Key, int]:
    """The numbers of certificates that are given already, inside a session."""
    return {(row.person_id, row.juror_id, row.kind, row.award): row.number for row in rows_in(session)}


def rows_in(session: Session) -> Sequence[CertificateRow]:
    """The certificates that have a number, inside a session; for this subject's own actions."""
    return session.scalars(select(CertificateRow).order_by(CertificateRow.number)).all()


def issued_of(event: Event) -> IssuedList:
    """The certificates that were made for good. Raises NothingToPrint where there is none."""
    with event.read() as session:
        settings = settings_in(session)
        year = settings.starts_on.year
        issued = tuple(
            Issued(
                f"{year}-{row.number:04d}", row.kind, row.said.get("name", ""),
                row.said.get("award", "") or row.said.get("team", ""), row.issued,
                row.issued_at.astimezone(settings.zone),
            )
            for row in rows_in(session)
            if row.issued_at is not None
        )  # fmt: skip
    if not issued:
        raise NothingToPrint(
            N_("No certificate is made yet."), remedy=N_("Save or print the certificates first.")
        )
    return IssuedList(masthead_of(settings), issued)
