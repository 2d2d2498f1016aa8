"""What is written down about paper: which document was made, and the numbers of certificates."""

from __future__ import annotations

from sqlalchemy import func, select

from hackdesk.documents.queries import certificates_due_in, numbers_in
from hackdesk.documents.rules import Printed
from hackdesk.documents.tables import CertificateRow, PrintedRow
from hackdesk.event.store import Event
from hackdesk.language import N_


def number_certificates(event: Event, *, by: str = "facilitator") -> int:
    """Give a number to every certificate that is due and has none; gives how many were numbered.

    A number stays with its person, kind and award for ever, so that one printed again has the same.
    """
    with event.change(N_("number the certificates"), by=by) as session:
        numbers = numbers_in(session)
        new = [due.key for due in certificates_due_in(session) if due.key not in numbers]
        last = session.scalars(select(func.max(CertificateRow.number))).one() or 0
        for number, (person_id, kind, award) in enumerate(new, start=last + 1):
            session.add(CertificateRow(number=number, person_id=person_id, kind=kind, award=award))
        return len(new)


def record_printed(
    event: Event,
    printed: Printed,
    *,
    kind: str,
    language: str,
    revision: int | None = None,
    by: str = "facilitator",
) -> None:
    """Write down that a document was made: how many pages, of which revision, and the hash of its file."""
    with event.change(N_("print a document"), by=by) as session:
        session.add(
            PrintedRow(
                kind=kind, at=event.clock.utc_now(), pages=printed.pages, language=language,
                revision=revision, file_hash=printed.file_hash,
            )
        )  # fmt: skip
