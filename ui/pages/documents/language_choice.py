"""The language of the document that is made."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from hackdesk.language import LANGUAGES
from ui.text import _


class LanguageChoice(QComboBox):
    """Every language a document can be in."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Language of the document"))
        for tag, name in LANGUAGES.items():
            self.addItem(name, tag)

    @property
    def tag(self) -> str:
        """The language that is chosen."""
        return str(self.currentData())
