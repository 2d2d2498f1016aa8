"""How often somebody may ask: a bucket of requests that fills up again. In memory, for this run only."""

from __future__ import annotations

import threading
from collections.abc import Callable

_MOST_KEYS = 2000


class Limit:
    """burst: so many at once; a_second: so many more each second."""

    def __init__(self, burst: int, a_second: float, monotonic: Callable[[], float]) -> None:
        self._burst, self._a_second, self._monotonic = burst, a_second, monotonic
        self._lock = threading.Lock()
        self._left: dict[str, tuple[float, float]] = {}

    def wait(self, key: str) -> float:
        """Take one; the seconds until there is one where none is left, else 0."""
        with self._lock:
            now = self._monotonic()
            left = self._at(key, now)
            if left < 1:
                self._left[key] = (left, now)
                return (1 - left) / self._a_second
            if len(self._left) >= _MOST_KEYS:
                self._forget_full(now)
            self._left[key] = (left - 1, now)
            return 0.0

    def spent(self, key: str) -> float:
        """The seconds until there is one, without taking it."""
        with self._lock:
            left = self._at(key, self._monotonic())
        return 0.0 if left >= 1 else (1 - left) / self._a_second

    def _at(self, key: str, now: float) -> float:
        left, at = self._left.get(key, (float(self._burst), now))
        return min(float(self._burst), left + max(0.0, now - at) * self._a_second)

    def _forget_full(self, now: float) -> None:
        self._left = {key: found for key, found in self._left.items() if self._at(key, now) < self._burst}
        if len(self._left) >= _MOST_KEYS:
            self._left.clear()


class Limits:
    """What is counted: requests of an address and of a juror, links that lead nowhere, wrong codes in the hall,
    feedback forms."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self.address = Limit(150, 15, monotonic)
        self.juror = Limit(60, 6, monotonic)
        self.nowhere = Limit(20, 0.2, monotonic)
        self.codes = Limit(10, 0.1, monotonic)
        self.forms = Limit(6, 0.05, monotonic)
