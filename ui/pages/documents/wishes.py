"""How the chosen document is wanted: in which language, and which of its pages."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QLineEdit

from hackdesk.documents.page_range import pages_in
from ui.pages.documents.language_choice import LanguageChoice
from ui.text import _
from ui.widgets.label import Label


class Wishes:
    """languages, pages: the fields, which stand in the line of a page's actions."""

    def __init__(self, line: QBoxLayout) -> None:
        self.languages, self.pages = LanguageChoice(), QLineEdit()
        self._language_label, self._pages_label = Label(_("Language"), "second"), Label(_("Pages"), "second")
        hint = _("Such as 3-5, 8; all where it is empty")
        self.pages.setPlaceholderText(_("all"))
        self.pages.setAccessibleName(_("Pages"))
        self.pages.setAccessibleDescription(hint)
        self.pages.setToolTip(hint)
        self.pages.setFixedWidth(86)
        for part in (self._language_label, self.languages, self._pages_label, self.pages):
            line.addWidget(part)

    @property
    def tag(self) -> str:
        """The language that is wanted."""
        return self.languages.tag

    @property
    def wanted_pages(self) -> frozenset[int]:
        """The pages that are wanted; none: all. Raises HackDeskError for what names no pages."""
        return pages_in(self.pages.text()) if not self.pages.isHidden() else frozenset()

    def begin_with(self, tag: str) -> None:
        """Begin with the event's language."""
        self.languages.setCurrentIndex(max(0, self.languages.findData(tag)))

    def offer_pages(self, *, wanted: bool) -> None:
        """Offer to choose pages, or not."""
        for part in (self._pages_label, self.pages):
            part.setVisible(wanted)

    def shrink(self, *, narrow: bool) -> None:
        """Without a word for what a list of languages says by itself, where the window is narrow."""
        self._language_label.setVisible(not narrow)
