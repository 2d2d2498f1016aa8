"""Badge codes: short, random, and safe against a slip of a finger or of a scanner.

A code is six random characters and a check character after ISO 7064 MOD 37-2, for example `K7M2QXR`. Counted
modulo the prime 37 with weights that are powers of 2, every single wrong character and every swap of two
characters (neighbours or not) changes the sum, so none of them verifies; MOD 37,36 and a plain sum let some swaps
through. The standard needs a 37th sign, `*`, for one remainder in 37: codes that would end in it are never given
out, so that a code is upper-case letters and digits only, which every scanner and keyboard layout can send.
0 and O, 1 and I are left out because people read codes aloud, and each code holds a digit, so that no name typed
into the search field can be taken for a code. Measured and argued in docs/decisions/0006-badge-codes.md.
"""

from __future__ import annotations

import secrets
from collections.abc import Container

from hackdesk.errors import HackDeskError
from hackdesk.language import N_

LENGTH = 7
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*"
_GIVEN_OUT = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_MODULUS = 37
#: Stands on the set-up page for trying out a scanner, and on no badge: keys that other layouts have elsewhere.
TEST_CODE = "AZY7M2S"


class UnknownCode(HackDeskError):
    """Nobody at this event has this code. values: `code`, as it was read."""

    @classmethod
    def of(cls, *readings: str) -> UnknownCode:
        """The error for a code as it was typed, or for each way a scan can be read."""
        code = next((code for code in map(code_at_end, readings) if code), "")
        if code == TEST_CODE:
            return cls(N_("This is the test code: the scanner works."), remedy=N_("Scan a badge, or type a name."))
        if code:
            return cls(
                N_("Nobody at this event has the badge {code}."), code=code,
                remedy=N_("It may be the badge of another event: type the name."),
            )  # fmt: skip
        return NotABadge(
            N_("“{code}” is no badge code."), code=next(iter(readings), "").strip(),
            remedy=N_("Scan it again, or type the name."),
        )  # fmt: skip


class NotABadge(UnknownCode):
    """What was read is no code of HackDesk's at all, nor a ticket of this event: misread, or something else."""


class NobodysBadge(HackDeskError):
    """A badge without a name, of which nobody has said yet whose it is. values: `code`, `number`."""

    @classmethod
    def of(cls, code: str, number: int) -> NobodysBadge:
        """The error for a blank badge's code and the number that is printed on it."""
        return cls(
            N_("Badge {number} is nobody's yet."), code=code, number=number,
            remedy=N_("Scan it at the desk and choose whose it is."),
        )  # fmt: skip


def new_badge_code(taken: Container[str]) -> str:
    """A random code that is not among those taken."""
    while True:
        drawn = "".join(secrets.choice(_GIVEN_OUT) for _ in range(LENGTH - 1))
        code = drawn + check_character(drawn)
        if is_badge_code(code) and code not in taken and code != TEST_CODE:
            return code


def check_character(text: str) -> str:
    """The character that makes `text` a code; `*` where no letter or digit does."""
    total = 0
    for sign in text:
        total = (total + _SIGNS.index(sign)) * 2 % _MODULUS
    return _SIGNS[(1 - total) % _MODULUS]


def cleaned(text: str) -> str:
    """A code as it was typed, in any case and with spaces or dashes, as it stands on the badge."""
    return "".join(sign for sign in text.upper() if sign.isalnum())


def is_badge_code(text: str) -> bool:
    """Whether this can be a badge code of HackDesk: its signs, its length and its check character."""
    code = cleaned(text)
    return (
        len(code) == LENGTH
        and set(code) <= set(_GIVEN_OUT)
        and any(sign.isdigit() for sign in code)
        and check_character(code[:-1]) == code[-1]
    )


def code_at_end(text: str) -> str:
    """The badge code that a text ends with, or nothing: scanners can be set to send something before it."""
    code = cleaned(text)[-LENGTH:]
    return code if is_badge_code(code) else ""
