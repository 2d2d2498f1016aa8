"""A ballot carried from a phone to the laptop without a network, as the phone's `handover.js` made it.

The QR code's text: `HD1;juror;team;round;revision;state;device;marks;reason;note;key;sum`. state: 0 open, 1
handed in, 2 recused with its reason. marks are `id=mark` with the last eight digits of a criterion's id; note is
`note=…` or `signed=…`, escaped as in a web address, or `note:later` where it was too long. key is the beginning
of the HMAC-SHA256 of all before it with the secret of the juror's link, so that nobody makes a ballot for
somebody else; sum is the beginning of the SHA-256 of all before that: a text that was cut is told from one that
was forged.

The short code is one number in 32 signs that are told apart when read aloud, and a check sign in the field of 32
elements, which sees any one wrong sign and any two that changed places. From its low end the number holds: state
(4), round (2), the juror's number (64), the team's (256), one byte of what juror, team, round and criteria are,
the HMAC's first 20 bits, the step of each criterion's mark (0: none yet), and the revision. The note stays on
the phone; the second bit of the state says that there is one.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeVar
from urllib.parse import quote_plus, unquote_plus
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.jury.phone_revisions import Revision, says_the_same
from hackdesk.jury.rules import (
    Ballot,
    BallotState,
    Contestant,
    Criterion,
    Juror,
    mark_of,
    plain_number,
    steps_of,
)
from hackdesk.language import N_

_Named = TypeVar("_Named", Juror, Contestant)
_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_TAKEN_FOR_OTHERS = "01IO"
_FIRST = "HD1"
_STATES = (BallotState.OPEN, BallotState.COMPLETE, BallotState.RECUSED)
_JURORS, _TEAMS, _CHECK = 64, 256, 1 << 20
_CODE_LENGTHS = range(11, 25)
_TEXT = re.compile(
    r"(?P<body>HD1;(?P<juror>[0-9a-f]{32});(?P<team>[0-9a-f]{32});(?P<round>[12]);(?P<revision>\d{1,9});"
    r"(?P<state>[012]);(?P<device>[^;]*);(?P<marks>[^;]*);(?P<reason>[^;]*);(?P<kind>note=|signed=|note:later)"
    r"(?P<note>[^;]*)(?P<key>;[0-9a-f]{16}));(?P<sum>[0-9a-f]{4})"
)


class NoHandOver(HackDeskError):
    """What was read is no ballot that can be taken; the sentence says why and what to do."""


class NotFromAPhone(NoHandOver):
    """What was read is something else altogether."""


@dataclass(frozen=True)
class Known:
    """What the laptop compares with. jurors and teams in the order that phones were told.

    secrets: the end of each juror's link; devices: the phone that writes for each.
    """

    criteria: tuple[Criterion, ...]
    jurors: tuple[Juror, ...]
    teams: tuple[Contestant, ...]
    round: int = 1
    secrets: Mapping[UUID, str] = field(default_factory=dict)
    devices: Mapping[UUID, str] = field(default_factory=dict)


@dataclass(frozen=True)
class HandedOver:
    """One ballot as a phone held it. note: None where the phone kept it back, to be sent later."""

    juror: Juror
    team: Contestant
    round: int
    revision: int
    state: BallotState
    device: str
    marks: Mapping[UUID, Fraction]
    note: str | None = ""
    signed: bool = False
    reason: str = ""


def read(readings: Iterable[str], known: Known) -> HandedOver:
    """The ballot in what was scanned or typed, whichever way of reading it verifies. Raises NoHandOver."""
    refusal: NoHandOver = NotFromAPhone(
        N_("This is no ballot from a phone."),
        remedy=N_("Scan the QR code on the phone's screen, or type the letters and digits below it."),
    )
    for reading in readings:
        try:
            return _read_text(reading.strip(), known) if _FIRST + ";" in reading else _read_code(reading, known)
        except NotFromAPhone:
            continue
        except NoHandOver as error:
            refusal = error
    raise refusal


def as_revision(handed: HandedOver, there: Ballot) -> Revision:
    """What the phone would have sent, on top of what is there: what the phone kept back stays."""
    note, signed = (there.note, there.signed) if handed.note is None else (handed.note, handed.signed)
    return Revision(
        handed.device, handed.revision, there.version, handed.round, handed.state, handed.marks, note, signed,
        handed.reason,
    )  # fmt: skip


def checked_newer(handed: HandedOver, there: Ballot) -> None:
    """Raises NoHandOver where the laptop has this revision of the ballot, or a newer one of the same phone."""
    values = {"juror": handed.juror.name, "team": handed.team.name}
    if there.device != handed.device or handed.revision > there.sent:
        return
    if handed.revision == there.sent:
        raise NoHandOver(
            N_("This ballot is here already: {juror} for {team}."), **values, remedy=N_("There is nothing to do.")
        )
    raise NoHandOver(
        N_("The phone has sent a newer ballot since: {juror} for {team}."), **values,
        remedy=N_("What is on the laptop stays."),
    )  # fmt: skip


def differs(handed: HandedOver, there: Ballot) -> bool:
    """Whether something else than this phone has written other marks or words on the ballot."""
    empty = there.state is BallotState.OPEN and not there.marks and not there.note
    return there.device != handed.device and not empty and not says_the_same(there, as_revision(handed, there))


def _read_text(text: str, known: Known) -> HandedOver:
    found = _TEXT.search(text)
    if not found or found["sum"] != _digest(found["body"])[:4]:
        raise NoHandOver(
            N_("The QR code was not read whole."), remedy=N_("Hold the phone still and scan it again.")
        )
    juror = _named(known.jurors, found["juror"])
    team = _named(known.teams, found["team"])
    _check_round(int(found["round"]), known)
    if juror is None or team is None:
        raise _changed()
    _check_key(juror, known, found["body"][: -len(found["key"])], found["key"][1:])
    device = unquote_plus(found["device"])
    if device != known.devices.get(juror.id):
        raise _not_their_phone(juror)
    return HandedOver(
        juror, team, int(found["round"]), int(found["revision"]), _STATES[int(found["state"])], device,
        _marks(found["marks"], known), None if found["kind"] == "note:later" else unquote_plus(found["note"]),
        found["kind"] == "signed=", unquote_plus(found["reason"]),
    )  # fmt: skip


def _marks(text: str, known: Known) -> dict[UUID, Fraction]:
    marks = {}
    for part in filter(None, text.split(",")):
        end, _, written = part.partition("=")
        criterion = next((one for one in known.criteria if one.id.hex.endswith(end)), None)
        mark = mark_of(written)
        if criterion is None or mark is None:
            raise _changed()
        marks[criterion.id] = mark
    return marks


def _read_code(text: str, known: Known) -> HandedOver:
    number = _number(text)
    number, flags = divmod(number, 4)
    number, round_less_one = divmod(number, 2)
    number, juror_index = divmod(number, _JURORS)
    number, team_index = divmod(number, _TEAMS)
    number, called = divmod(number, 256)
    number, check = divmod(number, _CHECK)
    round_ = round_less_one + 1
    _check_round(round_, known)
    if juror_index >= len(known.jurors) or team_index >= len(known.teams):
        raise _changed()
    juror, team = known.jurors[juror_index], known.teams[team_index]
    if any(one.step is None for one in known.criteria):
        raise _changed()
    who = _who(juror, team, round_, known.criteria)
    if int(_digest(who)[:2], 16) != called:
        raise _changed()
    steps = []
    for criterion in known.criteria:
        number, step = divmod(number, len(steps_of(criterion)) + 1)
        steps.append(step)
    device = known.devices.get(juror.id, "")
    said = ";".join((_FIRST, who, str(number), str(flags), _escaped(device), ",".join(map(str, steps))))
    _check_key(juror, known, said, f"{check:05x}")
    marks = {
        criterion.id: steps_of(criterion)[step - 1]
        for criterion, step in zip(known.criteria, steps, strict=True)
        if step
    }
    note = None if flags & 2 else ""
    return HandedOver(juror, team, round_, number, _STATES[flags & 1], device, marks, note)


def _number(text: str) -> int:
    """The number behind a code as it was typed. Raises NoHandOver where its check sign does not fit."""
    signs = "".join(sign for sign in text.upper() if not sign.isspace() and sign not in "-–")
    if len(signs) not in _CODE_LENGTHS or not set(signs) <= set(_SIGNS + _TAKEN_FOR_OTHERS):
        raise NotFromAPhone(N_("This is no ballot from a phone."))
    wrong = next((sign for sign in signs if sign in _TAKEN_FOR_OTHERS), "")
    if wrong:
        raise NoHandOver(
            N_("“{sign}” is in no code."), sign=wrong,
            remedy=N_("The codes have no 0 and no O, no 1 and no I."),
        )  # fmt: skip
    total = 0
    for sign in signs[:-1]:
        total = _doubled(total ^ _SIGNS.index(sign))
    if total != _SIGNS.index(signs[-1]):
        raise NoHandOver(
            N_("The code was not typed as it stands on the phone."),
            remedy=N_("Compare it with the phone's screen, group by group."),
        )
    number = 0
    for sign in signs[:-1]:
        number = number * len(_SIGNS) + _SIGNS.index(sign)
    return number


def _doubled(value: int) -> int:
    """A value times x in the field of 32 elements, modulo x⁵ + x² + 1."""
    return (value << 1) ^ 37 if value & 16 else value << 1


def _who(juror: Juror, team: Contestant, round_: int, criteria: Iterable[Criterion]) -> str:
    scale = ",".join(
        ":".join((one.id.hex, *map(plain_number, (one.lowest, one.highest, one.step or Fraction(0)))))
        for one in criteria
    )
    return ";".join((juror.id.hex, team.id.hex, str(round_), scale))


def _check_round(round_: int, known: Known) -> None:
    if round_ != known.round:
        raise NoHandOver(
            N_("This ballot is of round {round}, and the jury is in round {now}."), round=round_, now=known.round,
            remedy=N_("Let the juror open their link again, once the phone reaches the laptop."),
        )  # fmt: skip


def _check_key(juror: Juror, known: Known, said: str, key: str) -> None:
    """Raises NoHandOver where this was not said with the secret of the juror's link."""
    secret = known.secrets.get(juror.id, "")
    right = hmac.new(secret.encode(), said.encode(), hashlib.sha256).hexdigest()
    if not secret or not hmac.compare_digest(right[: len(key)], key):
        raise _not_their_phone(juror)


def _not_their_phone(juror: Juror) -> NoHandOver:
    return NoHandOver(
        N_("This is not from the phone that writes for {juror}."), juror=juror.name,
        remedy=N_("They may have a new link or another phone by now. Type the marks in the ballot instead."),
    )  # fmt: skip


def _changed() -> NoHandOver:
    return NoHandOver(
        N_("The phone still has other criteria, teams or jurors than the jury has now."),
        remedy=N_("Type the marks in the ballot instead, or let the juror open their link again."),
    )


def _named(among: Iterable[_Named], digits: str) -> _Named | None:
    return next((one for one in among if one.id.hex == digits), None)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _escaped(text: str) -> str:
    """As encodeURIComponent of JavaScript does it, and a blank as +."""
    return quote_plus(text, safe="-_.!~*'()")
