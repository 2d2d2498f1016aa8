"""PINs, secret links, and which phone may write for a juror."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.jury.access_queries import access_row
from hackdesk.jury.pins import checked_pin, hashed, matches, new_pin, refusal, wait_left
from hackdesk.jury.tables import JurorAccessRow, JurorRow
from hackdesk.language import N_

_SECRET_BYTES = 16


def set_pin(event: Event, juror_id: UUID | None, pin: str, *, by: str = "facilitator") -> None:
    """Give a juror (None: the facilitator) a PIN; only its hash is kept. Raises HackDeskError for no PIN."""
    pin_hash = hashed(checked_pin(pin))
    with event.change(N_("set a PIN"), by=by) as session:
        row = _row(session, juror_id)
        row.pin_hash, row.failed, row.failed_at = pin_hash, 0, None


def new_pins(event: Event, juror_ids: Iterable[UUID], *, by: str = "facilitator") -> dict[UUID, str]:
    """New PINs for these jurors. They are told here and never again: the file keeps their hashes only."""
    pins = {juror_id: new_pin() for juror_id in juror_ids}
    hashes = {juror_id: hashed(pin) for juror_id, pin in pins.items()}
    with event.change(N_("make PINs"), by=by) as session:
        for juror_id, pin_hash in hashes.items():
            row = _row(session, juror_id)
            row.pin_hash, row.failed, row.failed_at = pin_hash, 0, None
    return pins


def check_pin(event: Event, juror_id: UUID | None, pin: str) -> None:
    """Raises WrongPin where it is not the PIN, or where the wait after too many wrong ones is not over.

    The try is counted first and forgiven afterwards: comparing takes its time on purpose, and meanwhile others
    write; nobody gets more tries by asking many times at once.
    """
    # Who tries the facilitator's PIN is known afterwards at best: it is no deed of the desk, nor its to take back.
    by = f"juror {juror_id}" if juror_id else "unknown"
    with event.change(N_("try a PIN"), by=by) as session:
        row, now = access_row(session, juror_id), event.clock.utc_now()
        if row is None or not row.pin_hash:
            raise HackDeskError(
                N_("No PIN is set yet."), remedy=N_("The facilitator makes one under Prepare, Jurors.")
            )
        wait = wait_left(row.failed, row.failed_at, now)
        if wait:
            raise refusal(row.failed, wait)
        row.failed, row.failed_at = row.failed + 1, now
        failed, pin_hash = row.failed, row.pin_hash
    if not matches(pin_hash, pin):
        raise refusal(failed, wait_left(failed, now, now))
    with event.change(N_("try a PIN"), by=by) as session:
        if (row := access_row(session, juror_id)) is not None:
            row.failed, row.failed_at = 0, None


def make_links(event: Event, *, again: Iterable[UUID] = (), by: str = "facilitator") -> dict[UUID, str]:
    """{juror id: the secret end of their link}, made for each juror who has none, and anew for `again`.

    With a new link the old one leads nowhere, and the phone that used it has to come in again.
    """
    anew = set(again)
    with event.change(N_("make the jurors' links"), by=by) as session:
        for juror in session.query(JurorRow):
            row = _row(session, juror.id)
            if not row.secret or juror.id in anew:
                row.secret, row.device, row.device_at = secrets.token_urlsafe(_SECRET_BYTES), "", None
        return {row.juror_id: row.secret for row in session.query(JurorAccessRow) if row.juror_id}


def take_over(event: Event, juror_id: UUID, device: str) -> None:
    """From now on this phone writes for the juror, and no other. device: as it named itself."""
    with event.change(N_("a phone takes over"), by=f"juror {juror_id}") as session:
        row = _row(session, juror_id)
        row.device, row.device_at = device, event.clock.utc_now()


def free_phone(event: Event, juror_id: UUID, *, by: str = "facilitator") -> None:
    """The phone that wrote for the juror is lost or empty: the next one that has the PIN writes."""
    with event.change(N_("free a juror's phone"), by=by) as session:
        row = _row(session, juror_id)
        row.device, row.device_at = "", None


def _row(session: Session, juror_id: UUID | None) -> JurorAccessRow:
    row = access_row(session, juror_id)
    if row is None:
        if juror_id is not None and session.get(JurorRow, juror_id) is None:
            raise HackDeskError(N_("This juror is not on the jury any more."))
        row = JurorAccessRow(juror_id=juror_id, pin_hash="", secret="", failed=0, device="")
        session.add(row)
        session.flush()
    return row
