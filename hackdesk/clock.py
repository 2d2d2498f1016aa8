"""Where the time comes from, so that tests can hand in a clock of their own."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Protocol
from uuid import getnode, uuid4


class Clock(Protocol):
    """utc_now: an aware datetime in UTC. monotonic: seconds that only ever grow, also in sleep.

    boot: what those seconds are counted from, the same for every program until the laptop is switched off.
    """

    def utc_now(self) -> datetime: ...

    def monotonic(self) -> float: ...

    def boot(self) -> str: ...


class SystemClock:
    """The laptop's own clock."""

    def utc_now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        # Python's own monotonic clock stands still while a laptop on Linux or macOS sleeps.
        if sys.platform == "linux":
            return time.clock_gettime(time.CLOCK_BOOTTIME)
        if sys.platform == "darwin":
            return time.clock_gettime(time.CLOCK_MONOTONIC)
        return time.monotonic()

    def boot(self) -> str:
        return _boot()


@dataclass(frozen=True)
class Moment:
    """A moment as the wall shows it and as the laptop counts it since it was switched on.

    utc: aware. boot, seconds: where the count began and how far it was; an empty boot counts nothing.
    """

    utc: datetime
    boot: str = ""
    seconds: float = 0.0

    @classmethod
    def now(cls, clock: Clock) -> Moment:
        """This moment."""
        return cls(clock.utc_now(), clock.boot(), clock.monotonic())

    def since(self, earlier: Moment) -> float:
        """Seconds from another moment to this one, right also where somebody set the clock in between.

        The count is asked where both are of one boot; after the laptop was off there is only the wall's time.
        """
        if self.boot and self.boot == earlier.boot:
            return self.seconds - earlier.seconds
        return (self.utc - earlier.utc).total_seconds()


@lru_cache(maxsize=1)
def _boot() -> str:
    """What names the time since this laptop was switched on.

    Where the system has no name for it, this process is named: it stays right, a later one asks the wall's time.
    """
    try:
        if sys.platform == "linux":
            return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        if sys.platform == "darwin":
            return _mac_boot()
        if sys.platform == "win32":
            return _windows_boot()
    except (OSError, ValueError):
        pass
    return f"process {uuid4()}"


def _mac_boot() -> str:
    import ctypes

    said, size = ctypes.create_string_buffer(64), ctypes.c_size_t(64)
    library = ctypes.CDLL(None, use_errno=True)
    if library.sysctlbyname(b"kern.bootsessionuuid", said, ctypes.byref(size), None, 0):
        raise OSError(ctypes.get_errno(), "kern.bootsessionuuid")
    return said.value.decode("ascii")


def _windows_boot() -> str:
    if sys.platform != "win32":
        raise OSError
    import winreg

    place = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
    with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
        # Windows counts its starts; the network card keeps two laptops apart.
        return f"{getnode():x} {winreg.QueryValueEx(key, 'BootId')[0]}"
