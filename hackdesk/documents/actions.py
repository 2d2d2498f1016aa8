"""What is written down about paper: which document was made, the numbers of certificates, the logos."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hackdesk import laptop
from hackdesk.documents.badge_values import Badges
from hackdesk.documents.certificate_queries import certificates_due_in, numbers_in, rows_in
from hackdesk.documents.certificate_settings import CERTIFICATE_ROOM, CertificateSettings, checked
from hackdesk.documents.certificate_values import Certificates
from hackdesk.documents.logos import as_logo
from hackdesk.documents.proof import KeyPair, new_key_pair
from hackdesk.documents.proof_queries import signing_key_row
from hackdesk.documents.report_values import ReportTexts
from hackdesk.documents.rules import LOGO_PLACES, SENSITIVE, SPONSOR_PLACES, Logo, Printed, revision_of
from hackdesk.documents.tables import CertificateRow, PictureRow, PrintedRow, SigningKeyRow
from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.settings import keep, settings_in
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.people.tables import BlankBadgeRow, PersonRow


def number_certificates(event: Event, *, by: str = "facilitator") -> int:
    """Give a number to every certificate that is due and has none; gives how many were numbered.

    A number stays with its person, kind and award for ever, so that one printed again has the same.
    """
    with event.change(N_("number the certificates"), by=by) as session:
        numbers = numbers_in(session)
        new = [due.key for due in certificates_due_in(session) if due.key and due.key not in numbers]
        last = session.scalars(select(func.max(CertificateRow.number))).one() or 0
        for number, (person_id, juror_id, kind, award) in enumerate(new, start=last + 1):
            session.add(
                CertificateRow(number=number, person_id=person_id, juror_id=juror_id, kind=kind, award=award)
            )
        return len(new)


def signing_key(event: Event, *, by: str = "facilitator") -> KeyPair:
    """The event's own key, made when it is first needed; it never leaves the event file."""
    with event.change(N_("make the event's key"), by=by) as session:
        row = signing_key_row(session)
        if row is None:
            pair = new_key_pair()
            row = SigningKeyRow(private=pair.private, public=pair.public, at=event.clock.utc_now())
            session.add(row)
        return KeyPair(row.private, row.public)


def record_printed(
    event: Event, printed: Printed, values: object, *, kind: str, language: str, by: str = "facilitator"
) -> None:
    """Write down that a document was made: how many pages, of which revision, and the hash of its file.

    values: what it was drawn from; the people whose badges it holds have theirs printed now, and its blank
    badges are kept with their codes. Raises HackDeskError where another desk printed blanks of these numbers.
    """
    with event.change(_deed(values), by=by) as session:
        now = event.clock.utc_now()
        session.add(
            PrintedRow(
                kind=kind, at=now, pages=printed.pages, language=language,
                revision=revision_of(values), file_hash=printed.file_hash,
            )
        )  # fmt: skip
        if kind in SENSITIVE:
            laptop.save(laptop.load().with_paper(event.path, printed.path))
        if isinstance(values, Badges):
            for row in session.scalars(select(PersonRow).where(PersonRow.id.in_(values.people))):
                row.badge_printed_at = now
            _keep_blanks(session, values, now)
        if isinstance(values, Certificates):
            _keep_issued(session, values, now)


def _deed(values: object) -> str:
    if not isinstance(values, Badges):
        return N_("print a document")
    if not values.people:
        return N_("print blank badges")
    return N_("print badges") if values.new else N_("print badges again")


def _keep_issued(session: Session, made: Certificates, now: datetime) -> None:
    """What stood on each, so that the list of issued ones tells it whatever is changed later."""
    rows = {row.number: row for row in rows_in(session)}
    for one in made.certificates:
        row = rows.get(one.number)
        if row is not None:
            said = {"name": one.name, "team": one.team, "award": one.award, "giver": one.giver, "role": one.role}
            row.said = {key: text for key, text in said.items() if text}
            row.issued, row.issued_at = row.issued + 1, now


def _keep_blanks(session: Session, badges: Badges, now: datetime) -> None:
    blanks = [badge for badge in badges.badges if badge.number]
    numbers = [badge.number for badge in blanks]
    taken = session.scalars(select(BlankBadgeRow.number).where(BlankBadgeRow.number.in_(numbers))).first()
    if taken is not None:
        raise HackDeskError(
            N_("Another desk has printed a blank badge {number} meanwhile."), number=taken,
            remedy=N_("Throw these away and print them once more: they get other numbers."),
        )  # fmt: skip
    session.add_all(BlankBadgeRow(code=one.code, number=one.number, printed_at=now) for one in blanks)


def keep_logo(event: Event, place: str, name: str, content: bytes, *, by: str = "facilitator") -> Logo:
    """Keep a picture as the logo of the organiser or the funder, in place of the one that was there.

    place: one of LOGO_PLACES. Raises HackDeskError where it is no picture that can be printed.
    """
    if place not in LOGO_PLACES:
        raise ValueError(f"there is no place for a logo called {place!r}")
    logo = as_logo(place, name, content)
    with event.change(N_("choose a logo"), by=by) as session:
        _hang(_row_at(session, place), logo)
    return logo


def add_sponsor(event: Event, name: str, content: bytes, *, by: str = "facilitator") -> Logo:
    """Keep a picture as the logo of one more sponsor. Raises HackDeskError where there are twelve already, or it
    is no picture that can be shown."""
    logo = as_logo(SPONSOR_PLACES[0], name, content, trim=True)
    with event.change(N_("add a sponsor's logo"), by=by) as session:
        taken = set(session.scalars(select(PictureRow.place)))
        free = next((place for place in SPONSOR_PLACES if place not in taken), None)
        if free is None:
            raise HackDeskError(
                N_("There are {count} sponsors' logos already."), count=len(SPONSOR_PLACES),
                remedy=N_("Remove one: more could not be read in the hall."),
            )  # fmt: skip
        logo = replace(logo, place=free)
        row = PictureRow(place=free)
        session.add(row)
        _hang(row, logo)
    return logo


def _row_at(session: Session, place: str) -> PictureRow:
    row = session.scalars(select(PictureRow).where(PictureRow.place == place)).first()
    if row is None:
        row = PictureRow(place=place)
        session.add(row)
    return row


def _hang(row: PictureRow, logo: Logo) -> None:
    row.name, row.media_type, row.width, row.height = logo.name, logo.media_type, logo.width, logo.height
    row.content = b64encode(logo.content).decode()


def set_certificate(
    event: Event, settings: CertificateSettings, *, by: str = "facilitator"
) -> CertificateSettings:
    """Set how certificates look and what stands on them. Raises HackDeskError for a text with a wrong field."""
    settings = checked(settings)
    with event.change(N_("change the certificates"), by=by) as session:
        keep(session, replace(settings_in(session), certificate=settings.stored, certificate_text=""))
    return settings


def keep_certificate_picture(
    event: Event, place: str, name: str, content: bytes, *, by: str = "facilitator"
) -> Logo:
    """Keep a picture as the background of certificates or as a signature, in place of the one that was there.

    Raises HackDeskError where it is no picture that can be printed.
    """
    if place not in CERTIFICATE_ROOM:
        raise ValueError(f"certificates have no place called {place!r}")
    picture = as_logo(place, name, content, room_mm=CERTIFICATE_ROOM[place])
    with event.change(N_("choose a picture for certificates"), by=by) as session:
        _hang(_row_at(session, place), picture)
    return picture


def remove_logo(event: Event, place: str, *, by: str = "facilitator") -> None:
    """Take a logo out; where there is none, nothing is written."""
    with event.change(N_("remove a logo"), by=by) as session:
        for row in session.scalars(select(PictureRow).where(PictureRow.place == place)):
            session.delete(row)


def write_report(event: Event, name: str, text: str, *, before: str, by: str = "facilitator") -> ReportTexts:
    """Keep one text of the funder's report. name: a field of ReportTexts; before: what stood there when read.

    Raises Stale where somebody else has written it meanwhile.
    """
    with event.change(N_("write a text of the report"), by=by) as session:
        settings = settings_in(session)
        texts = ReportTexts.of(settings.funder_report)
        if getattr(texts, name) not in (before, text.strip()):
            raise Stale(
                N_("Somebody else has just changed this text; nothing was saved."),
                remedy=N_("Look at it again and make your change once more."),
            )
        texts = replace(texts, **{name: text.strip()})
        keep(session, replace(settings, funder_report=texts.stored))
        return texts
