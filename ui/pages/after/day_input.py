"""A day that is typed, and may be left out."""

from __future__ import annotations

from datetime import date
from typing import Any

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from ui.inputs import TextInput
from ui.pages.after.typed_day import shown_day, typed_day
from ui.text import _


class TypedDayInput(TextInput):
    """`after`: days without a year are after this one. needed: an empty line is refused."""

    def __init__(self, *, needed: bool = False) -> None:
        super().__init__()
        self.after = date.today()
        self._needed = needed
        self.setPlaceholderText(_("1.12."))

    def value(self) -> date | None:
        day = typed_day(self.text(), self.after)
        if day is None and self._needed:
            raise HackDeskError(N_("No day is written."), remedy=N_("Write it like 1.12.2026."))
        return day

    def show_value(self, value: Any) -> None:
        super().show_value(shown_day(value))
