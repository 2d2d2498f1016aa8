"""Where the time comes from, so that tests can hand in a clock of their own."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """utc_now: an aware datetime in UTC. monotonic: seconds that only ever grow, also in sleep."""

    def utc_now(self) -> datetime: ...

    def monotonic(self) -> float: ...


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


class Steady:
    """UTC for durations: read once, then carried on by the monotonic clock.

    A pitch keeps its three minutes although somebody puts the laptop's clock right in the middle of it.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._anchor = clock.utc_now()
        self._anchored = clock.monotonic()

    def utc_now(self) -> datetime:
        """The anchor plus the seconds since; off by as much as the laptop's clock was set since then."""
        return self._anchor + timedelta(seconds=self._clock.monotonic() - self._anchored)
