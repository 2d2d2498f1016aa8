"""The next prepared step and the way back, wherever the hall is steered from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hackdesk.agenda.cues import next_cue
from hackdesk.agenda.rules import Cue, Stage
from ui.pages.stage.view_names import cue_name
from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.label import Label

#: Beside the keys printed on the buttons: one letter, for a hand that holds a microphone.
NEXT_KEY, BACK_KEY = "Ctrl+Return", "Alt+Left"


class CueLine(QWidget):
    """next_wanted, back_wanted: the buttons or their keys."""

    next_wanted = Signal()
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.what = Label("", "strong", wrap=True)
        self.next_button = Button(_("Show next"), self.next_wanted.emit, key=NEXT_KEY)
        self.back_button = Button(_("Back"), self.back_wanted.emit, kind="plain", key=BACK_KEY)
        self.back_button.setToolTip(_("Show again what the hall saw before"))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.what)
        lines.addLayout(row(self.next_button, self.back_button, gap=6))
        for key, pressed in (("N", self.next_button.click), ("Ctrl+Enter", self.next_button.click)):
            QShortcut(QKeySequence(key), self).activated.connect(pressed)

    def show_cues(self, cues: Sequence[Cue], stage: Stage) -> None:
        """Say what comes next, with the note on it."""
        coming = next_cue(cues, stage.cue_id)
        self.next_button.setEnabled(coming is not None)
        if coming:
            what = f"{cue_name(coming)} · {coming.note}" if coming.note else cue_name(coming)
            self.what.setText(_("Next: {what}", what=what))
        else:
            self.what.setText(_("The list of steps is at its end") if cues else _("No steps are prepared"))
