"""Inputs for the times of a programme item, and for its titles in the hall's other languages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time, timedelta
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from hackdesk.agenda.hours import length_typed, time_typed
from hackdesk.language import LANGUAGES
from ui.inputs import ManyInput, TextInput
from ui.text import _
from ui.widgets.label import Label

#: What other languages of a hall call themselves.
_OWN_NAMES = {
    **LANGUAGES, "ru": "Русский", "lv": "Latviešu", "lt": "Lietuvių", "fi": "Suomi", "vro": "Võro",
    "sv": "Svenska", "de": "Deutsch", "uk": "Українська",
}  # fmt: skip


class TimeInput(TextInput):
    """A time of day."""

    def value(self) -> Any:
        return time_typed(self.text())

    def show_value(self, value: time) -> None:
        super().show_value(f"{value:%H:%M}")


class MaybeTimeInput(TimeInput):
    """A time of day, or nothing."""

    def value(self) -> Any:
        return time_typed(self.text()) if self.text().strip() else None

    def show_value(self, value: time | None) -> None:
        if value is None:
            TextInput.show_value(self, "")
        else:
            super().show_value(value)


class LengthInput(TextInput):
    """A length: 45, 1:30, 1 h 15."""

    def value(self) -> Any:
        return length_typed(self.text())

    def show_value(self, value: timedelta) -> None:
        hours, minutes = divmod(round(value.total_seconds() / 60), 60)
        super().show_value(f"{hours}:{minutes:02}" if hours else _("{minutes} min", minutes=minutes))


class TitlesInput(ManyInput):
    """A line for each other language of the hall."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, TextInput] = {}
        self._kept: dict[str, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def offer(self, tags: Sequence[str]) -> None:
        """Which languages there are; lines once made stay."""
        for tag in tags:
            if tag not in self.lines:
                name = _OWN_NAMES.get(tag, tag)
                made = TextInput()
                made.setAccessibleName(_("Title in {language}", language=name))
                made.finished.connect(self.finished)
                self.lines[tag] = made
                self._column.addWidget(Label(name, "second"))
                self._column.addWidget(made)
        self.show_value(self._kept)

    def value(self) -> Any:
        """What is typed; languages without a line keep what they have."""
        typed = {tag: line.text().strip() for tag, line in self.lines.items()}
        return {tag: text for tag, text in (self._kept | typed).items() if text}

    def show_value(self, value: dict[str, str]) -> None:
        """Show titles."""
        self._kept = dict(value)
        for tag, line in self.lines.items():
            line.show_value(value.get(tag, ""))
