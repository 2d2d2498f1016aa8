"""How jurors get at their ballots: whether a PIN is set, whose link it is, which phone may write."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.event.store import Event
from hackdesk.jury.pins import wait_left
from hackdesk.jury.tables import JurorAccessRow


@dataclass(frozen=True)
class Access:
    """juror_id None: the facilitator. secret: the end of the juror's link, "" where none is made yet.

    device: the phone that may write, as it named itself, since device_at; "" for none. wait: until the next PIN.
    stamp: changes with the PIN and the link, so that whoever came in with an old one has to come in again.
    """

    juror_id: UUID | None
    has_pin: bool = False
    secret: str = ""
    device: str = ""
    device_at: datetime | None = None
    wait: timedelta = timedelta(0)
    stamp: str = field(default="", repr=False)


def access(event: Event) -> dict[UUID | None, Access]:
    """{juror id: how they get in}, the facilitator under None; who has neither PIN nor link is not in it."""
    now = event.clock.utc_now()
    with event.read() as session:
        return {row.juror_id: _access(row, now) for row in session.scalars(select(JurorAccessRow))}


def facilitator_has_pin(event: Event) -> bool:
    """Whether a PIN leads back to the desk."""
    found = access(event).get(None)
    return found is not None and found.has_pin


def juror_of(event: Event, secret: str) -> UUID | None:
    """Whose link ends so; None where it is nobody's."""
    found = access_behind(event, secret)
    return found.juror_id if found else None


def access_behind(event: Event, secret: str) -> Access | None:
    """How the juror gets in whose link ends so; None where it is nobody's."""
    now = event.clock.utc_now()
    with event.read() as session:
        found = None
        for row in session.scalars(select(JurorAccessRow)):
            # All are compared, each in the same time, so that the answer's time tells nothing.
            if row.juror_id and row.secret and hmac.compare_digest(row.secret.encode(), secret.encode()):
                found = _access(row, now)
        return found


def access_row(session: Session, juror_id: UUID | None) -> JurorAccessRow | None:
    """The row of a juror or of the facilitator; for this subject's own actions."""
    return session.scalars(select(JurorAccessRow).where(JurorAccessRow.juror_id.is_(juror_id)
                           if juror_id is None else JurorAccessRow.juror_id == juror_id)).first()  # fmt: skip


def _access(row: JurorAccessRow, now: datetime) -> Access:
    wait = wait_left(row.failed, row.failed_at, now)
    stamp = hashlib.sha256(f"{row.secret} {row.pin_hash}".encode()).hexdigest()[:16]
    return Access(row.juror_id, bool(row.pin_hash), row.secret, row.device, row.device_at, wait, stamp)
