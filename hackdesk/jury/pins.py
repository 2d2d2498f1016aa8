"""PINs of jurors and of the facilitator: what one looks like, its hash, and how long to wait after wrong ones."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from hackdesk.errors import HackDeskError
from hackdesk.language import N_

if TYPE_CHECKING:
    from argon2 import PasswordHasher

#: So many wrong PINs in a row cost nothing; each one after them doubles the wait.
TRIES = 5
_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=30), timedelta(minutes=15)
_PIN = re.compile(r"[0-9]{4,8}")
_DIGITS = 4


class WrongPin(HackDeskError):
    """Not the PIN, or too early for another try."""


def new_pin(random: Callable[[int], int] = secrets.randbelow) -> str:
    """A PIN of four digits that nobody guesses first: no 0000, no 1234, no 4321."""
    while True:
        pin = f"{random(10**_DIGITS):0{_DIGITS}}"
        steps = {int(two) - int(one) for one, two in pairwise(pin)}
        if steps not in ({0}, {1}, {-1}):
            return pin


def checked_pin(pin: str) -> str:
    """The PIN without blanks. Raises HackDeskError where it is none."""
    pin = "".join(pin.split())
    if not _PIN.fullmatch(pin):
        raise HackDeskError(N_("A PIN has four to eight digits."), remedy=N_("Type digits only, such as 4071."))
    return pin


def hashed(pin: str) -> str:
    """The argon2 hash of a PIN, with its own salt."""
    return _hasher().hash(pin)


def matches(pin_hash: str, pin: str) -> bool:
    """Whether this is the PIN behind the hash; never where no PIN is set."""
    from argon2.exceptions import InvalidHashError, VerificationError

    if not pin_hash:
        return False
    try:
        return _hasher().verify(pin_hash, "".join(pin.split()))
    except (VerificationError, InvalidHashError):
        return False


def wait_left(failed: int, failed_at: datetime | None, now: datetime) -> timedelta:
    """How long until the next try: nothing for five wrong ones, then 30 s, 1 min, 2 min … at most 15 min."""
    if failed < TRIES or failed_at is None:
        return timedelta(0)
    doubled: int = 2 ** min(failed - TRIES, 10)
    wait = min(_LONGEST_WAIT, _FIRST_WAIT * doubled)
    # A clock that was set back must not lock anybody out for longer than the wait itself.
    return min(wait, max(timedelta(0), failed_at + wait - now))


def refusal(failed: int, wait: timedelta) -> WrongPin:
    """What to say to a wrong PIN, or to one that comes too early."""
    seconds = int(-(-wait.total_seconds() // 1))
    if seconds:
        return WrongPin(N_("Too many wrong PINs."), remedy=N_("Try again in {seconds} seconds."), seconds=seconds)
    return WrongPin(N_("This is not the PIN."), remedy=N_("Tries left: {left}."), left=TRIES - failed)


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher  # 20 ms that the first window does not wait for

    # Argon2id as OWASP's Password Storage Cheat Sheet advises it for slow machines: 19 MiB, two passes, one lane.
    # On two cores more lanes would take the desk's and thirty phones' time; five tries and the wait guard a PIN.
    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
