"""Beside the field: how many are here and who came last, or one of the two forms."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hackdesk.people.rules import Person
from ui.pages.check_in.desk_now import DeskNow
from ui.pages.check_in.person_form import PersonForm
from ui.pages.check_in.side import CountCard, LastCard


class Beside(QStackedWidget):
    """left(): a form was put away, or the keyboard goes back to the field."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.counts, self.last = CountCard(), LastCard()
        # Two forms: what is half typed about a walk-in stays while somebody else is edited.
        self.walk_in, self.editing = PersonForm(), PersonForm()
        cards = QWidget()
        lines = QVBoxLayout(cards)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(self.counts)
        lines.addWidget(self.last)
        lines.addStretch()
        for part in (cards, self.walk_in, self.editing):
            self.addWidget(part)
        for form in (self.walk_in, self.editing):
            form.closed.connect(self.put_away)
            form.away.connect(self.left)

    def show_now(self, now: DeskNow) -> None:
        """Show how things stand."""
        self.counts.show_count(now.count)
        self.counts.dangers.show_dangers(now.dangers)
        self.last.show_last(now)

    def begin_walk_in(self, now: DeskNow, name: str = "") -> None:
        """Open the form for somebody who is not on the list; what is half typed in it stays."""
        if not self.walk_in.touched:
            self.walk_in.begin(now, None, name)
        self.setCurrentWidget(self.walk_in)
        self.walk_in.setFocus()

    def edit(self, now: DeskNow, person: Person) -> None:
        """Open the form with what is known of a person."""
        self.editing.begin(now, person)
        self.setCurrentWidget(self.editing)
        self.editing.setFocus()

    def put_away(self) -> None:
        """Show the counts and the last arrivals again."""
        self.setCurrentIndex(0)
        self.left.emit()
