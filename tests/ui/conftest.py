"""A dressed application and small events for windows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import an_empty_event
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hackdesk.event.store import Event
from ui import theme
from ui.desk import Desk
from ui.garbage import Garbage
from ui.text import speak


@pytest.fixture(scope="session", autouse=True)
def _garbage(qapp: QApplication) -> Iterator[None]:
    # As in the program: no thread but this one lets widgets go.
    garbage = Garbage()
    yield
    garbage.close()


@pytest.fixture(scope="session", autouse=True)
def _fonts(qapp: QApplication) -> None:
    theme.load_fonts()


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    theme.use("light")
    speak("en")
    yield
    # Qt deletes what a test leaves behind, before Python collects it: see ui/garbage.py.
    for widget in qapp.topLevelWidgets():
        if widget.parent() is None:
            widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def event(tmp_path: Path) -> Iterator[Event]:
    made = an_empty_event(tmp_path)
    yield made
    made.close()


@pytest.fixture
def desk(event: Event, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(event)
    yield made
    made.close()
