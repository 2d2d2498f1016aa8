"""What the pages for phones keep in the event file."""

from __future__ import annotations

import secrets

from hackdesk.event.store import Event
from hackdesk.jury.access_queries import access_row
from hackdesk.jury.tables import JurorAccessRow
from hackdesk.language import N_

_KEY_BYTES = 32


def phones_key(event: Event, *, by: str = "facilitator") -> str:
    """What the phones' cookies and forms are signed with, made at the first asking.

    It is kept in the event file, as the facilitator's own secret, so that a server that was killed throws
    nobody out when it is back.
    """
    with event.read() as session:
        row = access_row(session, None)
        if row is not None and row.secret:
            return row.secret
    with event.change(N_("get ready for phones"), by=by) as session:
        row = access_row(session, None)
        if row is None:
            row = JurorAccessRow(juror_id=None, pin_hash="", secret="", failed=0, device="")
            session.add(row)
        row.secret = row.secret or secrets.token_urlsafe(_KEY_BYTES)
        return row.secret
