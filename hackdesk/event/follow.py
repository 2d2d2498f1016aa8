"""Tells what changed, whoever wrote it: this window, a phone, another window, another laptop."""

from __future__ import annotations

import threading
from collections.abc import Callable

from hackdesk.event.journal import Change
from hackdesk.event.store import Event

#: Seconds between two looks when nobody of this process has stirred.
PATIENCE = 0.25


def follow(
    event: Event, tell: Callable[[list[Change]], None], stop: threading.Event, since: int | None = None
) -> None:
    """Call `tell` with every change after entry `since` (None: from now on), in the order of commits,
    until `stop` is set.

    Blocks: run it on a thread of its own. A commit of this process wakes it at once, other
    processes are seen within PATIENCE. One that ends with an error ends the following too.
    """
    seen = event.head() if since is None else since
    while not stop.is_set():
        changes = event.changes_since(seen)
        if changes:
            seen = changes[-1].number
            tell(changes)
            continue
        with event.stirred:
            event.stirred.wait(PATIENCE)
