"""What every test stands on. Offscreen is said before anybody imports Qt."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path
from sqlite3 import Connection
from typing import Any

import pytest
from builders import FakeClock
from hypothesis import settings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import Pool, event

#: Milliseconds that a test waits for what should have happened at once.
BUSY = 20_000

# Where a change is judged, the same examples each time; at home new ones, which find what nobody thought of.
settings.register_profile("judged", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("judged")


@event.listens_for(Pool, "checkout")
def _wait_for_no_disk(raw: Connection, _record: Any, _proxy: Any) -> None:
    # No power goes while this process tests, and waiting for the disk at every change adds up.
    # Programs that tests start wait as anywhere; that ours does is tested beside the store.
    raw.execute("PRAGMA synchronous = OFF")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(autouse=True)
def _own_laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test reads or writes the settings of whoever runs it."""
    monkeypatch.setattr("hackdesk.laptop.settings_path", lambda: tmp_path / "laptop" / "laptop.json")
    yield


class PatientBot(QtBot):
    """Waits longer before it gives up: two busy cores may take five seconds over what is otherwise a blink."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = BUSY) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: object, *, timeout: int = BUSY, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)
