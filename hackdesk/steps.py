"""How long work says how far it is, and is told to stop, wherever it runs."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any

from hackdesk.errors import HackDeskError

#: Called as step(done, of) after each piece of work. Raises Cancelled when the work is no longer wanted.
Step = Callable[[int, int], None]


#: Called as tell(value) with what is known so far; each value replaces the one before. It must be picklable.
Tell = Callable[[Any], None]


class Cancelled(Exception):
    """The work is no longer wanted: clean up what lies half-written and let this through."""


def no_steps(done: int, of: int) -> None:
    """Nobody watches and nobody cancels."""


def tell_nobody(value: Any) -> None:
    """Nobody looks at values before the last one."""


def first_half(step: Step) -> Step:
    """The steps of the first of two pieces of work, of as much as both."""
    return lambda done, of: step(done, 2 * of)


def second_half(step: Step) -> Step:
    """The steps of the second of two pieces of work."""
    return lambda done, of: step(of + done, 2 * of)


def send(pipe: Connection, word: Any) -> None:
    """Say something to the process at the other end."""
    try:
        pipe.send(word)
    except (BrokenPipeError, OSError):
        return  # the other side is gone already; whoever listens hears that as the end of the pipe


def work(pipe: Connection, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    """Run the function in this process for whoever holds the other end of the pipe; the last word is its result.

    kwargs: `tell` is replaced by what sends through the pipe. It stands here, and not beside the window's jobs, so
    that a process that only computes need not load Qt first.
    """

    def step(done: int, of: int) -> None:
        if pipe.poll():
            raise Cancelled
        pipe.send(("step", (done, of)))

    def tell(value: Any) -> None:
        pipe.send(("told", value))

    try:
        if "tell" in kwargs:
            kwargs = {**kwargs, "tell": tell}
        last: tuple[str, Any] = ("finished", function(*args, step=step, **kwargs))
    except Cancelled:
        last = ("cancelled", None)
    except HackDeskError as error:
        last = ("failed", error)
    except Exception:
        last = ("broken", traceback.format_exc())
    send(pipe, last)


def begin(pipe: Connection, needed: tuple[str, ...] = ()) -> None:
    """Wait for (function, args, kwargs), run it, end. needed: modules that are imported while nobody waits yet."""
    for module in needed:
        import_module(module)
    try:
        function, args, kwargs = pipe.recv()
    except (EOFError, OSError):
        return
    work(pipe, function, args, kwargs)


def serve(pipe: Connection) -> None:
    """Answer one question (function, args) after another; a "cancel" that came too late is passed over."""
    while True:
        try:
            asked = pipe.recv()
        except (EOFError, OSError):
            return
        if asked != "cancel":
            function, args = asked
            work(pipe, function, args, {})
