"""How long work tells how far it is, and how it is told to stop."""

from __future__ import annotations

from collections.abc import Callable

#: step(done, of): how many parts of the work are done. Raises Cancelled when somebody wants it stopped.
Step = Callable[[int, int], None]


class Cancelled(Exception):
    """Somebody stopped the work; nothing was left half done."""


def no_steps(done: int, of: int) -> None:
    """For whoever does not want to know."""
