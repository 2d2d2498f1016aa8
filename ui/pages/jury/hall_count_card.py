"""How many in the hall have voted, and by which way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from hackdesk.jury import hall
from hackdesk.jury.hall_queries import HallNow
from ui.text import _, many
from ui.widgets.bar import Bar
from ui.widgets.card import Card
from ui.widgets.label import Label


class HallCountCard(Card):
    """The count in large, by ways below it. Which team leads stands nowhere until the vote is closed."""

    def __init__(self) -> None:
        super().__init__(_("How many have voted"))
        self.voted, self.of, self._bar = Label("", "count"), Label("", "muted", wrap=True), Bar()
        self.of.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        line = QHBoxLayout()
        line.addWidget(self.voted)
        line.addWidget(self.of, 1)
        self._ways = QGridLayout()
        self._ways.setColumnStretch(0, 1)
        self._counts: dict[str, tuple[Label, Label]] = {}
        for number, (key, word) in enumerate(
            (("phone", _("On phones")), ("paper", _("On paper")), ("guests", _("Guests, counted apart")))
        ):
            pair = Label(word), Label("", "strong")
            self._counts[key] = pair
            self._ways.addWidget(pair[0], number, 0)
            self._ways.addWidget(pair[1], number, 1, Qt.AlignmentFlag.AlignRight)
        self.note = Label("", "second", wrap=True)
        self.body.addLayout(line)
        self.body.addWidget(self._bar)
        self.body.addLayout(self._ways)
        self.body.addWidget(self.note)

    def show_vote(self, now: HallNow) -> None:
        """Show another count."""
        self.voted.setText(str(now.voted))
        people = many("of {count} person here", "of {count} people here", now.people)
        self.of.setText(people)
        self._bar.show_value(now.voted, now.people)
        for key, count in (("phone", now.phone), ("paper", now.paper), ("guests", now.guests)):
            self._counts[key][1].setText(str(count))
            for part in self._counts[key]:
                part.setVisible(key != "guests" or now.vote.guests)
        if now.people:
            self.note.setText(_("Which team leads is told to nobody before the vote is closed."))
            self.note.setVisible(now.vote.state != hall.CLOSED)
        else:
            self.note.setText(_("Nobody is checked in yet, and only those who are here vote."))
        self.setAccessibleDescription(f"{now.voted} {people}")
