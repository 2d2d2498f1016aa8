"""The end of the record: its own code, and the public key by which every paper of the event is judged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hackdesk.documents.fit import Look, wrap
from hackdesk.documents.flow import BODY, LEFT, ROOM, Flow
from hackdesk.documents.proof import KeyPair, Statement, printed_key, signed_code
from hackdesk.documents.rules import ResultsRecord
from hackdesk.language import Words

_QR, _GAP = 40.0, 4.0


def with_record_code(record: ResultsRecord, key: KeyPair, words: Words, today: date) -> ResultsRecord:
    """The same with its code, signed with the event's key, and the key's public part."""
    masthead, revision = record.masthead, str(record.results.revision or "")
    dates = words.days(masthead.starts_on, masthead.ends_on)
    statement = Statement("record", revision, "", record.hash, masthead.name, dates, today.isoformat())
    return replace(record, code=signed_code(statement, key.private), public_key=key.public)


def draw_proof(flow: Flow, record: ResultsRecord, words: Words) -> None:
    """Draw it where the record has a code."""
    if not record.code:
        return
    flow.heading(words("How to see that this is real"), before=_QR + 14)
    flow.sheet.qr((LEFT - 2, flow.y - 2), _QR, record.code)
    left, room = LEFT + _QR + _GAP, ROOM - _QR - _GAP
    said = words(
        "The code says which record this is, signed with the event's own key. HackDesk reads it without internet, "
        "and the codes on certificates too: under Documents, “Is this paper real?”. It needs this key:"
    )
    y = flow.sheet.lines(left, flow.y, wrap(said, BODY, room)) + 2
    y = flow.sheet.lines(left, y, wrap(printed_key(record.public_key), Look(11, bold=True), room)) + 1
    flow.y = max(y, flow.y + _QR) + 2
