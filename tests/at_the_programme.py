"""The programme's panel as a facilitator types and presses in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from hackdesk.agenda.queries import programme
from hackdesk.agenda.rules import Planned, ProgrammeItem
from hackdesk.event.settings import EventSettings, settings_of
from hackdesk.event.store import Event
from ui.pages.prepare.page import PreparePage
from ui.programme.panel import ProgrammePanel

TALLINN = ZoneInfo("Europe/Tallinn")
NINE = datetime(2026, 11, 14, 7, 0, tzinfo=UTC)
NO_KEYS = Qt.KeyboardModifier.NoModifier


def plan(title: str, start: int, end: int, **values: bool) -> Planned:
    return Planned(title, NINE + timedelta(minutes=start), NINE + timedelta(minutes=end), **values)


def panel_of(page: PreparePage) -> ProgrammePanel:
    assert isinstance(page.panel, ProgrammePanel)
    return page.panel


def field(page: PreparePage, name: str) -> QLineEdit:
    found = panel_of(page).card.form.fields[name].input
    assert isinstance(found, QLineEdit)
    return found


def type_into(page: PreparePage, name: str, text: str, qtbot: QtBot) -> None:
    line = field(page, name)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def times(event: Event) -> dict[str, str]:
    def local(at: datetime) -> str:
        return f"{at.astimezone(TALLINN):%H:%M}"

    return {one.title: f"{local(one.starts_at)}–{local(one.ends_at)}" for one in programme(event)}


def named(event: Event, title: str) -> ProgrammeItem:
    return next(one for one in programme(event) if one.title == title)


def choose(page: PreparePage, event: Event, title: str) -> None:
    panel_of(page).choose(named(event, title).id)


def key(page: PreparePage, code: Qt.Key, qtbot: QtBot, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    qtbot.keyClick(panel_of(page).side.view, code, keys)


def with_settings(event: Event, **values: Any) -> EventSettings:
    """The event's settings with some of them set otherwise."""
    return replace(settings_of(event), **values)
