"""Beside the field, while no form is open: how many are here and who came last."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.check_in.desk_now import DeskNow
from ui.pages.check_in.side import CountCard, LastCard


class Beside(QWidget):
    """The cards below each other."""

    def __init__(self) -> None:
        super().__init__()
        self.counts, self.last = CountCard(), LastCard()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(self.counts)
        lines.addWidget(self.last)
        lines.addStretch()

    def show_now(self, now: DeskNow) -> None:
        """Show how things stand."""
        self.counts.show_count(now.count)
        self.counts.dangers.show_dangers(now.dangers)
        self.last.show_last(now)
