"""Every window hears of every change, whoever made it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from hackdesk.event.journal import Change
from hackdesk.event.settings import change_settings, settings_of
from hackdesk.event.store import Event
from ui.watch import Watch


def rename(event: Event, name: str) -> None:
    change_settings(event, replace(settings_of(event), name=name))


@pytest.fixture
def heard(event: Event, qtbot: QtBot) -> Iterator[list[Change]]:
    changes: list[Change] = []
    threads = set()
    watch = Watch(event, event.head())
    watch.changed.connect(lambda some: (changes.extend(some), threads.add(threading.current_thread())))
    yield changes
    watch.close()
    assert threads == {threading.main_thread()}


def test_a_change_of_this_desk_is_heard_within_a_second(event: Event, heard: list[Change], qtbot: QtBot) -> None:
    began = time.monotonic()
    rename(event, "Värska")
    qtbot.waitUntil(lambda: len(heard) == 1, timeout=1000)
    assert time.monotonic() - began < 1
    assert heard[0].concerns(frozenset({"settings"}))


def test_a_change_of_another_window_is_heard_within_a_second(
    event: Event, heard: list[Change], qtbot: QtBot
) -> None:
    other = Event.open(event.path, station="jury room")
    rename(other, "Nõo")
    qtbot.waitUntil(lambda: len(heard) == 1, timeout=1000)
    assert heard[0].station == "jury room"
    other.close()


def test_nothing_is_missed_between_opening_and_watching(event: Event, qtbot: QtBot) -> None:
    seen_at_opening = event.head()
    for name in ("Rõuge", "Antsla", "Urvaste"):
        rename(event, name)
    heard: list[Change] = []
    watch = Watch(event, seen_at_opening)
    watch.changed.connect(heard.extend)
    qtbot.waitUntil(lambda: len(heard) == 3)
    watch.close()
    assert [change.number for change in heard] == [seen_at_opening + n for n in (1, 2, 3)]
