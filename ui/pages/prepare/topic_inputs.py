"""Inputs that only topics need: lists with commas, languages in words, the size of a team."""

from __future__ import annotations

from typing import Any

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people.importing.answers import languages
from hackdesk.people.rules import LANGUAGES
from ui.inputs import TextInput, WholeInput
from ui.text import _


class ListInput(TextInput):
    """Several words with commas between."""

    def value(self) -> Any:
        """The words, as a tuple."""
        parts = (part.strip() for part in self.text().replace(";", ",").split(","))
        return tuple(dict.fromkeys(part for part in parts if part))

    def show_value(self, value: Any) -> None:
        super().show_value(", ".join(value))


class LanguagesInput(ListInput):
    """Languages in words or tags, in any of the languages spoken here; kept as tags."""

    def value(self) -> Any:
        return languages(self.text())

    def show_value(self, value: Any) -> None:
        super().show_value([_(LANGUAGES[tag]) if tag in LANGUAGES else tag for tag in value])


class SizeInput(WholeInput):
    """How many people; there is always a number."""

    def value(self) -> Any:
        number = super().value()
        if number is None:
            raise HackDeskError(N_("A number is missing here."), remedy=N_("Usual is 4 to 12."))
        return number
