"""What an empty programme offers: a template, or a first item of one's own."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal

from hackdesk.agenda.template import ONE_DAY, TWO_DAYS
from hackdesk.language import N_
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label

#: The templates by their names.
TEMPLATES = {
    "one": (ONE_DAY, N_("Take the programme of one day")),
    "two": (TWO_DAYS, N_("Take the programme of two days")),
}


class EmptyProgramme(Card):
    """template_wanted(name), first_wanted: an item of one's own."""

    template_wanted = Signal(str)
    first_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        said = _("What happens when. The Stage and the projector show from it what is on and what comes next.")
        self.buttons = {
            name: Button(_(word), partial(self.template_wanted.emit, name))
            for name, (_items, word) in TEMPLATES.items()
        }
        self.first_button = Button(_("Add a first item"), self.first_wanted.emit, kind="plain")
        self.body.addStretch()
        for label in (Label(_("No programme yet"), "card-title", wrap=True), Label(said, "muted", wrap=True)):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.body.addWidget(label)
        self.body.addSpacing(8)
        for button in (*self.buttons.values(), self.first_button):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        self.body.addStretch()

    def offer(self, days: int) -> None:
        """Bring the template that suits so many days to the front."""
        for name, button in self.buttons.items():
            suits = (name == "one") == (days == 1)
            button.setProperty("kind", "primary" if suits else "")
            if suits:
                self.setFocusProxy(button)
            button.style().unpolish(button)
            button.style().polish(button)
