"""Whether this laptop makes sounds, and how they sound."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from hackdesk import laptop
from hackdesk.language import N_
from ui import sound
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.label import Label

#: {one of resources/sounds: when it is heard}
SOUNDS = {
    "in": N_("In"), "again": N_("Already in"), "stop": N_("Look here"),
    "bell-soon": N_("Soon over"), "bell-end": N_("Time is up"), "bell-over": N_("Over time"),
}  # fmt: skip


class SoundCard(Card):
    """The switch is this laptop's, for every event; the desk and the stage can still be silenced for a day."""

    def __init__(self) -> None:
        super().__init__(_("Sound"))
        self.switch = QCheckBox(_("This laptop makes sounds"))
        self.switch.toggled.connect(self._keep)
        tries = QWidget()
        flow = Flow(tries, gap=8)
        self.tries = {
            name: Button(_(word), partial(sound.play, name), sign="volume-2") for name, word in SOUNDS.items()
        }
        for name, button in self.tries.items():
            button.setAccessibleName(_("Play: {sound}", sound=_(SOUNDS[name])))
            flow.addWidget(button)
        self.body.addWidget(self.switch)
        hint = _("Press one to hear it. What is heard is always shown too.")
        self.body.addWidget(Label(hint, "muted", wrap=True))
        self.body.addWidget(tries)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.switch.blockSignals(True)
        self.switch.setChecked(laptop.load().sound)
        self.switch.blockSignals(False)

    def _keep(self, on: bool) -> None:
        laptop.change(sound=on)
