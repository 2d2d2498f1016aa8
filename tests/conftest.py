"""What every test stands on. Offscreen is said before anybody imports Qt."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import FakeClock
from hypothesis import settings

# Where a change is judged, the same examples each time; at home new ones, which find what nobody thought of.
settings.register_profile("judged", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("judged")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(autouse=True)
def _own_laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test reads or writes the settings of whoever runs it."""
    monkeypatch.setattr("hackdesk.laptop.settings_path", lambda: tmp_path / "laptop" / "laptop.json")
    yield
