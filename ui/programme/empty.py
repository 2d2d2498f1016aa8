"""What an empty programme offers: a template, or a first item of one's own."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from hackdesk.agenda.template import ONE_DAY, TWO_DAYS
from hackdesk.language import N_
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState

#: The templates by their names; what each is good for is said by the number of days.
TEMPLATES = {"one": (ONE_DAY, N_("Take the programme of one day")), "two": (TWO_DAYS, N_("Take that of two days"))}


class EmptyProgramme(Card):
    """template_wanted(name), first_wanted: an item of one's own."""

    template_wanted = Signal(str)
    first_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        said = _("What happens when. The Stage and the projector show from it what is on and what comes next.")
        inside = QVBoxLayout()
        inside.setSpacing(10)
        inside.addStretch()
        inside.addWidget(EmptyState(_("No programme yet"), said))
        self.buttons = {
            name: Button(_(word), partial(self.template_wanted.emit, name))
            for name, (_items, word) in TEMPLATES.items()
        }
        self.first_button = Button(_("Add a first item"), self.first_wanted.emit)
        for button in (*self.buttons.values(), self.first_button):
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        inside.addStretch()
        self.body.addLayout(inside, 1)

    def offer(self, days: int) -> None:
        """Bring the template that suits so many days to the front."""
        for name, button in self.buttons.items():
            suits = (name == "one") == (days == 1)
            button.setProperty("kind", "primary" if suits else "")
            button.style().unpolish(button)
            button.style().polish(button)
