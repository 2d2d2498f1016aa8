"""A quiet line: jurors may be close to teams, and nobody has looked yet."""

from __future__ import annotations

from ui.text import many
from ui.widgets.button import Button


class ConflictLine(Button):
    """It is only there while there is something to look at; pressed, it leads to the jurors."""

    def __init__(self) -> None:
        super().__init__("", kind="link", size="small")
        self.hide()

    def show_count(self, count: int) -> None:
        """So many pairs of juror and team wait for a look."""
        self.setText(many("{count} possible conflict to look at", "{count} possible conflicts to look at", count))
        self.setVisible(count > 0)
