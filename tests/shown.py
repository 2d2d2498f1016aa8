"""A page on the screen that hears of every change, as it does in the window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pytestqt.qtbot import QtBot

from hackdesk.event.store import Event
from ui.page import Page
from ui.watch import Watch


@contextmanager
def shown(page: Page, event: Event, qtbot: QtBot) -> Iterator[None]:
    """Show a page as large as it is in a window of 1366×768; it is put away at the end."""
    watch = Watch(event, event.head())
    watch.changed.connect(page.hear)
    page.resize(1178, 680)
    page.show()
    yield
    watch.close()
    qtbot.waitUntil(lambda: page.desk.waiting == 0)
    page.deleteLater()
