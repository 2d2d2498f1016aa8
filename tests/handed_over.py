"""Ballots as a phone's handover.js writes them, once more and from the definition: each doubts the other."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any
from urllib.parse import quote
from uuid import UUID

from hackdesk.jury.handover import Known
from hackdesk.jury.rules import Criterion, plain_number

SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


@dataclass(frozen=True)
class OnPhone:
    """What a phone holds of one ballot. juror, team: their numbers in the laptop's order, from 0."""

    juror: int
    team: int
    revision: int = 1
    state: str = "complete"
    marks: Mapping[UUID, Fraction] = field(default_factory=dict)
    note: str = ""
    round: int = 1
    device: str = "phone-1"
    secret: str = "kXo2vJ7y-_q9GdP1aB3cDw"
    signed: bool = False
    reason: str = ""

    @property
    def _state(self) -> int:
        return ("open", "complete", "recused").index(self.state)

    def as_the_page_has_it(self, known: Known) -> dict[str, Any]:
        """The value that handover.js takes."""
        return {
            "juror": str(known.jurors[self.juror].id), "team": str(known.teams[self.team].id),
            "secret": self.secret, "device": self.device, "round": self.round, "revision": self.revision,
            "state": self.state, "reason": self.reason, "note": self.note, "signed": self.signed,
            "marks": {str(one): plain_number(mark) for one, mark in self.marks.items()},
            "jurorIndex": self.juror, "teamIndex": self.team,
            "criteria": [_criterion(one) for one in known.criteria],
        }  # fmt: skip

    def text(self, known: Known) -> str:
        """What the QR code holds."""
        given = [(one.id.hex[-8:], self.marks[one.id]) for one in known.criteria if one.id in self.marks]
        marks = ",".join(f"{end}={plain_number(mark)}" for end, mark in given)
        juror, team = known.jurors[self.juror].id.hex, known.teams[self.team].id.hex
        fields = ["HD1", juror, team, self.round, self.revision, self._state, _escaped(self.device), marks]
        body = ";".join([*map(str, fields), _escaped(self.reason), ""])
        whole = self._closed(body + ("signed=" if self.signed else "note=") + _escaped(self.note))
        return whole if len(whole) <= 1000 else self._closed(body + "note:later")

    def _closed(self, body: str) -> str:
        body += ";" + self._keyed(body)[:16]
        return body + ";" + hashlib.sha256(body.encode()).hexdigest()[:4]

    def code(self, known: Known) -> str:
        """The code to type."""
        steps = [_step(one, self.marks.get(one.id)) for one in known.criteria]
        scales = [(one.id.hex, *map(str, list(_criterion(one).values())[1:])) for one in known.criteria]
        scale = ",".join(map(":".join, scales))
        juror, team = known.jurors[self.juror].id.hex, known.teams[self.team].id.hex
        who = f"{juror};{team};{self.round};{scale}"
        flags = self._state + 2 * bool(self.note)
        said = f"HD1;{who};{self.revision};{flags};{_escaped(self.device)};{','.join(map(str, steps))}"
        number = self.revision
        for criterion, step in list(zip(known.criteria, steps, strict=True))[::-1]:
            assert criterion.step
            number = number * (int((criterion.highest - criterion.lowest) / criterion.step) + 2) + step
        number = number << 20 | int(self._keyed(said)[:5], 16)
        number = number << 8 | int(hashlib.sha256(who.encode()).hexdigest()[:2], 16)
        number = ((number << 8 | self.team) << 6 | self.juror) << 1 | self.round - 1
        return written(number << 2 | flags)

    def _keyed(self, text: str) -> str:
        return hmac.new(self.secret.encode(), text.encode(), hashlib.sha256).hexdigest()


def written(number: int) -> str:
    """A number and its check sign in groups of four."""
    digits: list[int] = []
    while number:
        number, digit = divmod(number, 32)
        digits.insert(0, digit)
    # The sum of digit × x^place, the check sign's place being 0: nothing is over in a code that is right.
    check = 0
    for place, digit in enumerate(digits[::-1], 1):
        check ^= _times_x(digit, place)
    signs = "".join(SIGNS[digit] for digit in [*digits, check])
    return " ".join(signs[at : at + 4] for at in range(0, len(signs), 4))


def _times_x(digit: int, times: int) -> int:
    value = digit << times
    for bit in range(value.bit_length(), 5, -1):
        if value >> (bit - 1) & 1:
            value ^= 0b100101 << (bit - 6)
    return value


def _step(criterion: Criterion, mark: Fraction | None) -> int:
    assert criterion.step
    return 0 if mark is None else int((mark - criterion.lowest) / criterion.step) + 1


def _criterion(one: Criterion) -> dict[str, Any]:
    step = None if one.step is None else plain_number(one.step)
    lowest, highest = plain_number(one.lowest), plain_number(one.highest)
    return {"id": str(one.id), "lowest": lowest, "highest": highest, "step": step}


def _escaped(text: str) -> str:
    return quote(text, safe="-_.!~*'()").replace("%20", "+")
