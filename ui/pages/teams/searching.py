"""Finding a person or a team on the board: highlighted while one types, gone to by Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from ui.pages.teams.sieve import found_in
from ui.text import many

if TYPE_CHECKING:
    from ui.pages.teams.board_panel import BoardPanel


class Searching(QObject):
    """The arrow keys in the field go on among what was found too."""

    def __init__(self, panel: BoardPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._found: list[UUID] = []
        self._at = -1
        field = panel.tools.field
        field.searched.connect(self.find)
        field.entered.connect(self._enter)
        field.moved.connect(self.go)

    def find(self, text: str) -> None:
        """Highlight what has this text, and show the first of it."""
        panel = self._panel
        self._found, self._at = found_in(panel.tools.sieve.arranged(panel.shown), text), -1
        panel.view.show_found(self._found)
        panel.tray.people.show_found(frozenset(self._found))
        panel.tools.say_found(many("{count} found", "{count} found", len(self._found)) if text.strip() else "")
        if self._found:
            self.go(1)

    def go(self, step: int) -> None:
        """To the next that was found, or the one before; the keyboard stays in the field."""
        if not self._found:
            return
        self._at = (self._at + step) % len(self._found)
        one, panel = self._found[self._at], self._panel
        if one in panel.view.contents:
            panel.picked.only(None)
            panel.view.at = one
            panel.view.bring_into_view()
            panel.tell_chosen()
        else:
            panel.choose(one)

    def _enter(self) -> None:
        """The keyboard goes to what was found."""
        self.find_now()
        if self._found:
            self._panel.follow()

    def find_now(self) -> None:
        """Look at once where the field has not told yet what was typed."""
        text = self._panel.tools.field.text()
        if not self._found or self._at < 0:
            self.find(text)
