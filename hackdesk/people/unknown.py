"""A scan that belongs to nobody here: the badge of another event, a code with a slip in it, or nothing known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hackdesk.people.badge_codes import TEST_CODE, cleaned, code_at_end
from hackdesk.people.rules import Person


class UnknownKind(StrEnum):
    """OTHER_EVENT: a whole badge code that nobody here has. SLIP: somebody's code but for one slip. TEST: the code
    for trying out scanners."""

    TEST = "test"
    OTHER_EVENT = "other event"
    SLIP = "slip"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Unknown:
    """read: what was taken for a code; nearest: whose code it is but for a slip."""

    kind: UnknownKind
    read: str
    nearest: tuple[Person, ...] = ()


def unknown(readings: Sequence[str], people: Iterable[Person]) -> Unknown:
    """What a scan is that nobody was found for. readings: every way to read it, what was seen first."""
    whole = next(filter(None, map(code_at_end, readings)), "")
    if whole:
        return Unknown(UnknownKind.TEST if whole == TEST_CODE else UnknownKind.OTHER_EVENT, whole)
    known = tuple(people)
    for reading in readings:
        nearest = tuple(person for person in known if is_slip(reading, person.code))
        if nearest:
            return Unknown(UnknownKind.SLIP, cleaned(reading), nearest)
    return Unknown(UnknownKind.NOBODY, next(iter(readings), "").strip())


def is_slip(text: str, code: str) -> bool:
    """Whether a text is this code but for one slip: a sign that is wrong, lost or too many, or two swapped."""
    read = cleaned(text)
    if read == code or abs(len(read) - len(code)) > 1:
        return False
    if len(read) != len(code):
        longer, shorter = sorted((read, code), key=len, reverse=True)
        return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    wrong = [at for at, (one, other) in enumerate(zip(read, code, strict=True)) if one != other]
    if len(wrong) == 1:
        return True
    first, last = wrong[0], wrong[-1]
    return len(wrong) == 2 and last == first + 1 and read[first] == code[last] and read[last] == code[first]
