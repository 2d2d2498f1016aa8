"""Every commit is told, in its order, whoever made it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builders import an_empty_event

from hackdesk.event.follow import follow
from hackdesk.event.journal import Change
from hackdesk.event.store import Event
from hackdesk.people.tables import PersonRow


@contextmanager
def following(event: Event) -> Iterator[list[Change]]:
    heard: list[Change] = []
    stop = threading.Event()
    started = event.head()
    thread = threading.Thread(target=follow, args=(event, heard.extend, stop))
    thread.start()
    yield heard
    deadline = time.monotonic() + 10
    while started + len(heard) < event.head() and time.monotonic() < deadline:
        time.sleep(0.01)
    stop.set()
    thread.join()


def add(event: Event, code: str) -> None:
    with event.change("add") as session:
        session.add(PersonRow(code=code, given_name="Anu"))


def test_own_changes_and_those_of_another_opening_are_all_told_in_order(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    other = Event.open(event.path, station="second desk")
    with following(event) as heard:
        time.sleep(0.05)
        for number in range(10):
            add(event if number % 2 else other, f"C{number}")
    assert [change.number for change in heard] == list(range(2, 12))
    assert {change.station for change in heard} == {"desk", "second desk"}
    assert all(change.concerns(frozenset({"people"})) for change in heard)
    assert not heard[0].concerns(frozenset({"ballots"}))
