"""How long work tells how far it is, and how it is told to stop."""

from __future__ import annotations

from collections.abc import Callable

#: Called with (done, of); raises Cancelled when the work is no longer wanted.
Step = Callable[[int, int], None]


class Cancelled(Exception):
    """Somebody pressed Stop."""


def no_steps(done: int, of: int) -> None:
    """For work that nobody watches."""
