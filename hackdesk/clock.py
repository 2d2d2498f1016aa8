"""Where the time comes from, so that tests can hand in a clock of their own."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """utc_now: an aware datetime in UTC. monotonic: seconds that only ever grow."""

    def utc_now(self) -> datetime: ...

    def monotonic(self) -> float: ...


class SystemClock:
    """The laptop's own clock."""

    def utc_now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()
