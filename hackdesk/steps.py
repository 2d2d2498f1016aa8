"""How long work says how far it is, and is told to stop, wherever it runs."""

from __future__ import annotations

from collections.abc import Callable

#: Called as step(done, of) after each piece of work. Raises Cancelled when the work is no longer wanted.
Step = Callable[[int, int], None]


class Cancelled(Exception):
    """The work is no longer wanted: clean up what lies half-written and let this through."""


def no_steps(done: int, of: int) -> None:
    """Nobody watches and nobody cancels."""


def first_half(step: Step) -> Step:
    """The steps of the first of two pieces of work, of as much as both."""
    return lambda done, of: step(done, 2 * of)


def second_half(step: Step) -> Step:
    """The steps of the second of two pieces of work."""
    return lambda done, of: step(of + done, 2 * of)
