"""Sound on or off for as long as the window is open, with a sign that shows which."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent

from hackdesk import laptop
from ui import sound
from ui.widgets.button import Button


class SoundButton(Button):
    """Begins as this laptop is set and follows that until it is pressed. words: what stands on it, (on, off)."""

    def __init__(self, words: tuple[str, str], *, key: str = "") -> None:
        super().__init__(words[0], self._switch, kind="plain", key=key)
        self._words = words
        self._pressed_here = False
        self.on = laptop.load().sound
        self._show()

    def say(self, words: tuple[str, str]) -> None:
        """Other words for on and off."""
        if words != self._words:
            self._words = words
            self._show()

    def play(self, name: str) -> None:
        """Play one of resources/sounds where the sound is on."""
        if self.on:
            sound.play(name)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._pressed_here:
            self.on = laptop.load().sound
            self._show()

    def _switch(self) -> None:
        self._pressed_here = True
        self.on = not self.on
        self._show()

    def _show(self) -> None:
        self.setText(self._words[0] if self.on else self._words[1])
        self.show_sign("volume-2" if self.on else "volume-x")
