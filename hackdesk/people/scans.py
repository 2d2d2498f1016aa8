"""What a scanner sent: as it came out on this laptop, and as the keys of a US keyboard that it pressed.

A scanner in a keyboard's clothes presses keys. Which signs come out is decided by the laptop: set to French, `7`
comes out as `è`; with Caps Lock on, small letters as capitals. So a scan keeps both readings, and whichever
verifies is taken. Shops also let scanners send something before the code (`]Q3`), so a code counts where it
stands at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from hackdesk.people.badge_codes import cleaned, code_at_end, is_badge_code

#: What ended a scan.
ENTER, TAB, PAUSE, CAMERA = "enter", "tab", "pause", "camera"
#: Milliseconds from key to key: scanners need 5 to 40, the fastest fingers 60.
FAST = 50
#: So many fast keys in a row no hand strikes.
RUN = 6
#: A ticket's secret of so many signs is not at the end of something else by chance.
_LONG_ENOUGH = 6

_FRENCH_DIGITS = dict(zip("1234567890", "&é\"'(-è_çà", strict=True))


@dataclass(frozen=True)
class Stroke:
    """One key. position: where it is on the keyboard, as a PC's scan code (set 1); sign: what a US keyboard makes
    of it; text: what this laptop made of it; at: milliseconds, 0 where the system did not say."""

    position: int
    sign: str
    text: str
    at: int


@dataclass(frozen=True)
class Scan:
    """What came in before Enter, Tab or a pause, or what the camera saw. text: as it stands in the field.

    strokes: the keys that made it; ended_at: when it ended, in the milliseconds of the strokes.
    """

    text: str
    strokes: tuple[Stroke, ...] = ()
    ended_by: str = ENTER
    ended_at: int = 0

    @property
    def keys(self) -> str:
        """What a US keyboard would have made of the keys."""
        return "".join(stroke.sign for stroke in self.strokes)

    @property
    def readings(self) -> tuple[str, ...]:
        """Every way to read it, what was seen first."""
        return tuple(dict.fromkeys(reading for reading in (self.text.strip(), self.keys.strip()) if reading))

    @property
    def fast(self) -> bool:
        """Whether a machine did this, down to the key that ended it."""
        if self.ended_by == CAMERA:
            return True
        ended = self.ended_by == PAUSE or (
            bool(self.strokes) and 0 <= self.ended_at - self.strokes[-1].at <= FAST
        )
        return ended and run_of(self.strokes) >= RUN

    @property
    def code(self) -> str:
        """The badge code in it that verifies, or nothing. What a machine sent may have something before it."""
        for reading in self.readings:
            if is_badge_code(reading):
                return cleaned(reading)
        if self.fast:
            return next(filter(None, map(code_at_end, self.readings)), "")
        return ""


def run_of(strokes: Iterable[Stroke]) -> int:
    """How many keys at the end came one right after the other, as no hand strikes them."""
    times = [stroke.at for stroke in strokes][::-1]
    if not times or not times[0]:
        return 0
    run = 1
    for later, earlier in pairwise(times):
        if not earlier or later - earlier > FAST:
            break
        run += 1
    return run


def ticket_in(readings: Iterable[str], secrets: Iterable[str]) -> str:
    """The ticket's secret that a scan holds, or nothing.

    Form tools print long secrets in which case counts, so they are compared as they are first; where Caps Lock or
    a scanner turned the case, by letters alone, if that leaves no doubt. A secret counts at the end of what was
    read, too: a scanner may send something before it, and a ticket may hold a web address that ends with it.
    """
    tried, known = [reading.strip() for reading in readings if reading.strip()], {one for one in secrets if one}
    for fold in (str, str.casefold):
        whole = {secret for secret in known for reading in tried if fold(reading) == fold(secret)}
        found = whole or {
            secret
            for secret in known
            for reading in tried
            if len(secret) >= _LONG_ENOUGH and fold(reading).endswith(fold(secret))
        }
        if found:
            longest = sorted(found, key=len)
            return longest[-1] if len(found) == 1 or len(longest[-1]) > len(longest[-2]) else ""
    return ""


@dataclass(frozen=True)
class Findings:
    """What one scan says about the scanner and this laptop.

    code: what verified, or nothing; through_keys: the text alone would not have done; layout: what the laptop's
    keyboard is set to where the signs give it away ("et", "ru", "de", "fr", "other"; "" where nothing differs);
    before: what the scanner sends in front of the code; milliseconds: from key to key, 0 where it is unknown;
    positions: whether the system said where the keys are.
    """

    code: str
    through_keys: bool
    layout: str
    caps_lock: bool
    before: str
    ended_by: str
    fast: bool
    milliseconds: int
    positions: bool

    @property
    def ends_well(self) -> bool:
        """Whether the desk notices the end: a key says so, or the pause behind what only a machine types."""
        return self.ended_by != PAUSE or self.fast


def findings(scan: Scan) -> Findings:
    """What a scan says about the scanner that sent it."""
    strokes = scan.strokes
    code = scan.code or next(filter(None, map(code_at_end, scan.readings)), "")
    span = strokes[-1].at - strokes[0].at if strokes and strokes[0].at else 0
    return Findings(
        code=code,
        through_keys=bool(code) and code_at_end(scan.text) != code,
        layout=_layout(strokes),
        caps_lock=_caps_lock(strokes),
        before=_before(scan, code),
        ended_by=scan.ended_by,
        fast=scan.fast,
        milliseconds=round(span / (len(strokes) - 1)) if span and len(strokes) > 1 else 0,
        positions=any(stroke.sign for stroke in strokes),
    )


def _before(scan: Scan, code: str) -> str:
    keys = scan.keys or scan.text
    return keys[: len(keys) - len(code)] if code and keys.upper().endswith(code) else ""


def _caps_lock(strokes: Iterable[Stroke]) -> bool:
    """Whether letters came out in the other case than the scanner pressed them in."""
    letters = [(one.sign, one.text) for one in strokes if one.sign.isalpha() and one.text.isalpha()]
    turned = sum(sign.isupper() != text.isupper() for sign, text in letters)
    return turned > len(letters) - turned


def _layout(strokes: Iterable[Stroke]) -> str:
    """Which keyboard makes these signs of these keys; the rarer sign says more than the common one."""
    pairs = [(one.sign.lower(), one.text.lower()) for one in strokes if one.sign and one.text]
    other = {(sign, text) for sign, text in pairs if sign != text}
    if any("а" <= text <= "я" or text == "ё" for _sign, text in other):
        return "ru"
    if {("a", "q"), ("q", "a"), ("z", "w"), ("w", "z")} & other or any(
        text == _FRENCH_DIGITS.get(sign) for sign, text in other
    ):
        return "fr"
    if {("y", "z"), ("z", "y"), ("]", "+"), ("-", "ß")} & other:
        return "de"
    if {("]", "õ"), ("-", "+")} & other:
        return "et"
    letters = [pair for pair in other if pair[0].isalnum()]
    return "other" if letters else ""
